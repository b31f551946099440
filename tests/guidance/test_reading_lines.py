"""Lines are read fast and the same as one would read them letter by letter."""

import gc
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.hurried import unhurried
from guidance.keeping import kept
from guidance.likeness import letter_runs
from guidance.reading import words_of

PLAIN_LINES = st.text(st.characters(min_codepoint=0, max_codepoint=127, exclude_categories=["Nd"]), max_size=60)
WORDS = st.lists(st.text("abt7", min_size=1, max_size=6), max_size=5)


@given(PLAIN_LINES)
def test_a_plain_line_is_read_as_its_runs_of_letters(line: str) -> None:
    assert words_of(line) == unhurried(re.findall("[a-z]+", re.sub("['`]", "", line.lower())))


@given(WORDS, WORDS)
def test_two_texts_share_as_many_runs_as_they_share_four_letters_in_a_row(one: list[str], other: list[str]) -> None:
    lines = (f" {' '.join(one)} ", f" {' '.join(other)} ")
    first, second = ({line[at : at + 4] for at in range(len(line) - 3)} for line in lines)
    assert len(letter_runs(one)) == len(first)
    assert len(letter_runs(one) & letter_runs(other)) == len(first & second)


def test_a_library_that_cannot_be_read_leaves_the_collector_as_it_was() -> None:
    before = gc.isenabled()
    with pytest.raises(ValueError, match="no page"), kept():
        raise ValueError("no page")
    assert gc.isenabled() == before
