"""On which line of a TOML text a setting stands, for whoever has to mend it."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

_NAME = re.compile(r"[\w.-]+")
_AT = re.compile(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


def with_line(text: str, wrong: str) -> str:
    """What is wrong, with the line of the setting that its words begin with; of one that is missing, the line of its section."""
    name = _NAME.match(wrong)
    return f"{wrong} (line {line_of(text, name[0] if name else '')})"


def syntax_with_line(text: str, wrong: str) -> str:
    """The reader's own words for what is no TOML, with the line last; a text that stops too soon is wrong where it ends."""
    at = _AT.search(wrong)
    line = at[1] if at and at[1] else len(text.splitlines()) or 1
    return f"it is not TOML: {_AT.sub('', wrong)} (line {line})"


def line_of(text: str, setting: str) -> int:
    """Of a text that is TOML; `setting` is dotted. Where it is not there, of what it would stand in, else the first."""
    lines: dict[str, int] = {}
    for number, name in _statements(text):
        lines.setdefault(name, number)
    while setting and setting not in lines:
        setting = setting.rpartition(".")[0]
    return lines.get(setting, 1)


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each name with the line on which its statement begins: lines are gathered until they can be read by themselves."""
    section, began, gathered = "", 1, ""
    for number, line in enumerate(text.splitlines(), 1):
        began = began if gathered else number
        gathered += line + "\n"
        try:
            read = tomllib.loads(gathered)
        except tomllib.TOMLDecodeError:
            continue
        if gathered.lstrip().startswith("["):
            section = list(_names(read))[-1]
            yield from ((began, section[: end.start()]) for end in re.finditer(r"\.|$", section))
        else:
            yield from ((began, f"{section}.{name}".lstrip(".")) for name in _names(read))
        gathered = ""


def _names(read: Mapping[str, Any], before: str = "") -> Iterator[str]:
    for key, value in read.items():
        yield before + key
        if isinstance(value, dict):
            yield from _names(value, f"{before}{key}.")
