"""Reading a line never fails, takes steps in proportion to its length, and does not hang on spaces or capitals."""

import sys
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.understanding import Intent, understand
from tests.understanding import NOW

TALK = (
    "he texted her 3 times last night and rang at 2pm from 14 elm road dob 12/3/85 gary nolan said so order LS25F00442 Smith, John"
    " transfer to gmp ref WY/NMO/77 custody no 06CC/1234/26 D. O'Brien-Hughes jade's @1430 x2 31/02/2026 xqzvw ??? victim to pc from"
)
WORDS = TALK.split()
LINES = [
    "any nmo on john smith dob 12/3/85",
    "want to record a breach for gary nolan",
    "spoke to Jade at 2pm all ok, next one friday",
    "no answer x2 for order LS25F00442",
    "move the high risk ones to vlo kate marsh",
    "transfer in from west yorks ref WY/NMO/77",
    "push Jade's contact to mon am",
    "is 14 elm rd covered",
    "who charges breach of nmo",
    "told him by phone about the order at 6pm he said he knew",
    "new order for gary nolan expires 12/03/2027",
    "forget that, wrong person",
]


def folded(entities: dict[str, Any]) -> dict[str, str]:
    return {name: str(value).casefold() for name, value in entities.items()}


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_text_is_too_strange_to_be_read(text: str) -> None:
    assert understand(text, NOW).intent in Intent


@given(st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=200, deadline=None)
def test_words_of_the_trade_in_any_order_are_read(words: list[str]) -> None:
    read = understand(" ".join(words), NOW)
    assert read.intent in Intent
    assert all(isinstance(value, str | int) for value in read.entities.values())


@pytest.mark.parametrize("line", LINES)
@given(st.data())
@settings(max_examples=10, deadline=None)
def test_spaces_change_nothing(line: str, data: st.DataObject) -> None:
    spaces = st.sampled_from([" ", "  ", "\t", "\u00a0", " \n "])
    spaced = "".join(data.draw(spaces) if sign == " " else sign for sign in line)
    assert understand(f"  {spaced} ", NOW) == understand(line, NOW)


@pytest.mark.parametrize("line", LINES)
def test_capitals_change_nothing_but_how_a_name_is_written(line: str) -> None:
    as_typed = understand(line, NOW)
    for other in (line.upper(), line.lower()):
        read = understand(other, NOW)
        assert (read.intent, folded(read.entities)) == (as_typed.intent, folded(as_typed.entities))


@pytest.mark.parametrize(
    "piece", ["Gary Nolan, ", "12/3/85 at 1430 ", "i have i have ", "good morning thanks ", "a-a'a ", "0770 ", "xqzvw bluprt "]
)
def test_twice_the_text_takes_no_more_than_twice_the_steps(piece: str) -> None:
    half, whole = (steps((piece * 400)[:length]) for length in (450, 900))
    assert whole <= 2.4 * half + 2000


def test_what_stands_beyond_the_longest_text_is_not_read() -> None:
    assert understand("x " * 2000 + "order LS25F00442", NOW) == understand("x " * 2000, NOW)


def test_a_number_late_in_a_long_text_is_found() -> None:
    assert understand("check this " + "and so on " * 380 + "order LS25F00442", NOW).entities["order_no"] == "LS25F00442"


def steps(text: str) -> int:
    """Lines of the program that run while it is read: what is counted does not hang on the machine."""
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        understand(text, NOW)
    finally:
        sys.settrace(before)
    return count
