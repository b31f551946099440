"""The project keeps its house rules."""

from tests.house import rules
from tests.house.sources import modules, texts


def broken(rule: rules.Rule, files: dict[str, str], *spared: str) -> list[str]:
    return [f"{path}:{what}" for path, content in files.items() if not path.startswith(spared) for what in rule(content)]


def test_no_file_is_longer_than_a_reader_holds() -> None:
    assert broken(rules.long_files, modules()) == []


def test_no_function_is_longer_than_a_screen() -> None:
    assert broken(rules.long_functions, modules()) == []


def test_every_module_says_what_it_is_for() -> None:
    assert broken(rules.missing_docstring, modules()) == []


def test_only_the_unit_of_work_commits() -> None:
    assert broken(rules.commits, modules(), "storage/work.py", "tests/") == []


def test_the_joining_place_knows_no_library_that_belongs_to_one_room() -> None:
    assert list(rules.private_libraries(modules()["app.py"])) == []


def test_the_domain_knows_the_standard_library_and_matching_libraries_only() -> None:
    domain = {path: content for path, content in modules().items() if path.startswith("domain/")}
    assert len(domain) > 20
    assert broken(rules.beyond_the_domain, domain) == []


def test_only_the_clock_reads_the_time() -> None:
    assert broken(rules.wall_clock_reads, modules(), "domain/clock.py") == []


def test_no_test_waits_by_the_clock() -> None:
    tests = {path: content for path, content in modules().items() if path.startswith("tests/")}
    assert broken(rules.sleeps, tests) == []


def test_every_silenced_check_has_its_reason() -> None:
    assert broken(rules.unreasoned_silences, modules(), "tests/house/") == []


# What officers type and what papers say: read there, and never said.
WORDS_THAT_ARE_READ = (
    "guidance/trade_words.py",
    "guidance/same_words.py",
    "guidance/danger_signs.py",
    "guidance/scope.py",
    "guidance/shapes_asked.py",
    "guidance/word_sets.py",
    "domain/hurried.py",
    "domain/places.py",
    "domain/places_asked.py",
    "domain/understanding/vocabulary.py",
    "domain/understanding/clues.py",
)


def test_no_word_of_the_program_makes_a_party_a_man_or_a_woman() -> None:
    rooms = ("domain/", "bot/", "dialogs/", "services/", "scheduler/", "guidance/")
    spoken = {path: content for path, content in modules().items() if path.startswith(rooms)}
    assert broken(rules.gendered_words, spoken, *WORDS_THAT_ARE_READ) == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    assert broken(rules.foreign_words, texts()) == []
