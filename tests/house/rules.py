"""The house rules as functions: each takes a module's source and yields what breaks the rule, as `line: what`."""

import ast
import re
import sys
from collections.abc import Callable, Iterator

Rule = Callable[[str], Iterator[str]]
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
ONE_ROOM_KNOWS = {"aiosqlite", "alembic", "apscheduler", "asyncpg", "botbuilder", "botframework", "sqlalchemy", "sqlcipher3"}
DOMAIN_MAY_KNOW = sys.stdlib_module_names | {"domain", "metaphone", "nicknames", "rapidfuzz"}
SLASH = "/"
HOSTS = ("py" + "pi[.]org", "npm" + "js[.]org", "[.]deb" + "ian", "python" + "hosted")
GENDERED = re.compile(r"\b(?:he|him|his|she|her|hers|himself|herself)\b", re.IGNORECASE)
PATTERN = re.compile(r"[\\|(]")
LONGEST_SAYING = 60
FOREIGN = re.compile("|".join([f"{SLASH}work{SLASH}", f"{SLASH}tmp{SLASH}[a-z]", f"{SLASH}root{SLASH}", *HOSTS]))
SILENCED = re.compile(r"#\s*(type: ignore|noqa|pragma: no cover)")
REASONED = re.compile(r"# (type: ignore\[[a-z-]+(, ?[a-z-]+)*\]|noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*|pragma: no cover)(  #| -) \S+ \S+")


def long_files(source: str) -> Iterator[str]:
    lines = len(source.splitlines())
    if lines > LONGEST_FILE:
        yield f"{LONGEST_FILE}: the file has {lines} lines"


def long_functions(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{node.lineno}: {node.name} has {lines} lines"


def missing_docstring(source: str) -> Iterator[str]:
    module = ast.parse(source)
    if module.body and not ast.get_docstring(module):
        yield "1: the module does not say what it is for"


def commits(source: str) -> Iterator[str]:
    yield from calls(source, {"commit"})


def sleeps(source: str) -> Iterator[str]:
    """Waits by the clock; `sleep(0)` only lets the other tasks run once."""
    yield from (call for call in calls(source, {"sleep", "wait_for_timeout"}) if not call.endswith("sleep(0)"))


def calls(source: str, names: set[str]) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and last_name(node.func) in names:
            yield f"{node.lineno}: {ast.unparse(node)}"


def inline_statements(source: str) -> Iterator[str]:
    """Statements made inside a function, where no test can see whether they keep to one force."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            made = (one for one in ast.walk(node) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name))
            yield from (f"{one.lineno}: {ast.unparse(one)}" for one in made if last_name(one.func) in {"select", "update", "delete"})


def private_libraries(source: str) -> Iterator[str]:
    """Imports of what only one room may know."""
    yield from (f"{line}: {package}" for line, package in imports(source) if package.split(".")[0] in ONE_ROOM_KNOWS)


def beyond_the_domain(source: str) -> Iterator[str]:
    """Imports of anything but the standard library, the domain itself and the matching libraries."""
    yield from (f"{line}: {package}" for line, package in imports(source) if package.split(".")[0] not in DOMAIN_MAY_KNOW)


def imports(source: str) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                packages = [name.name for name in names]
            case ast.ImportFrom(module=str(package)):
                packages = [package]
            case _:
                continue
        yield from ((node.lineno, package) for package in packages)


def wall_clock_reads(source: str) -> Iterator[str]:
    """Reads of the real date, called or handed on."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Attribute) or node.attr not in {"now", "utcnow", "today"}:
            continue
        if last_name(node.value) in {"datetime", "date"}:
            yield f"{node.lineno}: {ast.unparse(node)}"


def last_name(node: ast.expr) -> str:
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def unreasoned_silences(source: str) -> Iterator[str]:
    """A silenced check names its code and its reason: `# noqa: S608 - every part is bound` or the same after a second hash."""
    for number, line in enumerate(source.splitlines(), 1):
        if SILENCED.search(line) and not REASONED.search(line):
            yield f"{number}: {line.strip()}"


def foreign_words(text: str) -> Iterator[str]:
    """Paths of one machine and hosts of a package registry, which mean nothing to a reader elsewhere."""
    for number, line in enumerate(text.splitlines(), 1):
        if FOREIGN.search(line):
            yield f"{number}: {line.strip()[:120]}"


def gendered_words(source: str) -> Iterator[str]:
    """Words of the program's own that make a party a man or a woman; patterns and long lists of words to be read are not said to anybody."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        words = node.value
        if GENDERED.search(words) and not PATTERN.search(words) and 1 < len(words.split()) <= LONGEST_SAYING:
            yield f"{node.lineno}: {words[:120]}"


def undocumented(settings: set[str], text: str) -> Iterator[str]:
    documented = set(re.findall(r"`(NMO_[A-Z0-9_]+)`", text))
    yield from (f"{name} is not in docs/settings.md" for name in sorted(settings - documented))
    yield from (f"{name} is in docs/settings.md and no setting" for name in sorted(documented - settings))


def unguarded(source: str) -> Iterator[str]:
    """Use cases that do not begin with `actor.must(...)`: who asks comes in as an argument, and the permission is the first line."""
    for name, function in use_cases(source):
        asked_by = {argument.arg for argument in function.args.args} & {"actor", "officer"}
        first = function.body[1 if ast.get_docstring(function) else 0]
        if not any(ast.unparse(first).startswith(f"{who}.must(Permission.") for who in asked_by):
            yield f"{function.lineno}: {name} does not begin with the permission"


def unaudited(source: str) -> Iterator[str]:
    """Names of use cases that put nothing on the trail, neither themselves nor through another function of the module."""
    functions = {node.name: node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    called = {name: {ast.unparse(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)} for name, node in functions.items()}
    called = {name: {call.removeprefix("self.") for call in calls} for name, calls in called.items()}
    noting = {name for name, calls in called.items() if "uow.audit.note" in calls}
    for _ in functions:
        noting |= {name for name, calls in called.items() if calls & noting}
    yield from (name for name, function in use_cases(source) if function.name not in noting)


def use_cases(source: str) -> Iterator[tuple[str, ast.AsyncFunctionDef]]:
    """The public coroutines of a module of services, and those of its public classes; a Protocol only says what others must do."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.AsyncFunctionDef) and not node.name.startswith("_"):
            yield node.name, node
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and "Protocol" not in map(last_name, node.bases):
            methods = (one for one in node.body if isinstance(one, ast.AsyncFunctionDef) and not one.name.startswith("_"))
            yield from ((f"{node.name}.{one.name}", one) for one in methods)
