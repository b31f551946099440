"""What is wrong in a force's file is told with the line on which it stands, however the file is laid out."""

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Unreadable
from domain.policies import read_policy
from domain.toml_lines import line_of, syntax_with_line

FILE = """\
# A force's file.
version = 3

[reason]
minutes = 30
ask = "no"   # wrong

[reason.list]
call = \"\"\"
a long
[one]
\"\"\"
other = "Other"

[contacts.high]
order_known = [
  "same day",   # a note
  "48 hours",
]
breach = ["2 hours"]
[contacts]
medium = { routine_days = 28,  near_expiry_days = [28, 7] }
"""


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        ("version", 2),
        ("reason", 4),
        ("reason.minutes", 5),
        ("reason.ask", 6),
        ("reason.asks", 4),
        ("reason.list", 8),
        ("reason.list.call", 9),
        ("reason.list.other", 13),
        ("contacts.high", 15),
        ("contacts.high.order_known", 16),
        ("contacts.high.breach", 20),
        ("contacts.medium.near_expiry_days", 22),
        ("contacts.medium.routine_days", 22),
        ("contacts.low.routine_days", 15),
        ("nowhere", 1),
        ("", 1),
    ],
)
def test_a_setting_is_found_on_its_line(setting: str, line: int) -> None:
    assert line_of(FILE, setting) == line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (FILE, "reason.ask must be true or false (line 6)"),
        ("version = 1\n\n[reason]\nasks = true", "reason.asks is no setting of this file (line 4)"),
        ("\n\n", "version must be a whole number from 1 to 999999 (line 1)"),
        ("version = 1\n[working_days]\nclosed = [2027-05-10]\nopen = [2027-05-10]", "2027-05-10 is both closed and open (line 2)"),
        ("version = 1\n\nversion = 2", "it is not TOML: Cannot overwrite a value (line 3)"),
        ("version = 1\n[reason]\nask = [\n", "it is not TOML: Invalid value (line 3)"),
        ("version = ", "it is not TOML: Invalid value (line 1)"),
    ],
)
def test_what_is_wrong_says_its_line(text: str, words: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        read_policy(text)
    assert wrong.value.advice.endswith(words)


keys = st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=8, unique=True)
values = st.sampled_from(["1", '"x"', "true", "[1, 2]", "[\n 1,\n\n 2]", '"""\nk = 1\n"""', "{ a = 1 }"])
notes = st.sampled_from(["", "\n", "# note\n", "\n\n# k = 1\n"])


@given(keys, st.lists(st.tuples(notes, values), min_size=8, max_size=8))
def test_the_line_is_the_one_that_begins_with_the_name(names: list[str], said: list[tuple[str, str]]) -> None:
    """Against reading it off a text that was put together name by name."""
    text, expected = "[section]\n", {}
    for name, (note, value) in zip(names, said, strict=False):
        text += note
        expected[name] = text.count("\n") + 1
        text += f"{name} = {value}\n"
    assert tomllib.loads(text)
    assert {name: line_of(text, f"section.{name}") for name in names} == expected


@given(st.text(alphabet="ab=[]\"'#\n .1{}", max_size=60))
def test_what_is_no_toml_has_a_line_within_the_text(text: str) -> None:
    said = _said(text)
    line = int(re.findall(r"\(line (\d+)\)$", said)[0])
    assert 1 <= line <= max(1, len(text.split("\n")))


def _said(text: str) -> str:
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as trouble:
        return syntax_with_line(text, str(trouble))
    return "fine (line 1)"
