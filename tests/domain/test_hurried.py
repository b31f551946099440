"""Words typed in a hurry, by their sound or shortened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.hurried import HURRIED, unhurried

WORDS = st.lists(st.sampled_from(sorted({*HURRIED, "2", "4", "nmo", "years", "arrest", "group"})), max_size=12)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wot do i hav 2 prove b4 i nick him", "what do i have to prove before i nick him"),
        ("is it ok 4 her 2 ring", "is it ok for her to ring"),
        ("hes sed he didnt kno bout it", "hes said he didnt know about it"),
        ("who does she go 2", "who does she go to"),
    ],
)
def test_what_is_typed_by_its_sound_is_read_as_it_is_meant(typed: str, meant: str) -> None:
    assert " ".join(unhurried(typed.split())) == meant


@pytest.mark.parametrize("typed", ["2 breaches in 4 days", "group 2 records", "after 2 more calls", "section 4 offence", "2"])
def test_a_number_stays_one_where_something_is_counted_or_named_by_it(typed: str) -> None:
    assert unhurried(typed.split()) == typed.split()


@given(WORDS)
def test_what_was_read_once_is_read_the_same_again(words: list[str]) -> None:
    once = unhurried(words)
    assert unhurried(once) == once
