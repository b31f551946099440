"""An officer is meant by what colleagues type: a name with or without rank and courtesy, a collar number, an e-mail address."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Unreadable
from domain.officers import Officer, Role
from domain.officers_meant import MOST_NAMED, NOBODY_NAMED, TOO_MANY, officers_meant
from tests.people import officer

WREN = replace(officer("PC Ada Wren", Role.RESPONSE), collar="5101", email="ada.wren@force.example")
ROOK = replace(officer("DS Bo Rook-Wren", Role.VLO), collar="5102", email="bo.rook@force.example")
HERON = replace(officer("Insp Cy Heron", Role.SUPERVISOR), collar="", email="")
ABLE = (WREN, ROOK, HERON)
NOBODY = "Nobody who may have it is known by that."


@given(
    st.sampled_from(["", "pc ", "Sergeant ", "Insp ", "please "]),
    st.sampled_from([("heron", HERON), ("Bo Rook-Wren", ROOK), ("5101", WREN), ("ada", WREN)]),
    st.sampled_from(["", " please", " pls", " thanks", ".", "!"]),
)
def test_rank_courtesy_and_a_last_stop_change_nobody(before: str, one: tuple[str, Officer], after: str) -> None:
    typed, meant = one
    assert officers_meant(ABLE, f"{before}{typed}{after}", NOBODY) == [meant]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("wren", [WREN, ROOK]),
        ("PC Wren 5102", [ROOK]),
        ("heron 5101", [WREN, HERON]),
        ("BO.ROOK@force.example", [ROOK]),
    ],
)
def test_all_who_bear_a_name_are_meant_and_a_number_beside_it_says_which(words: str, found: list[Officer]) -> None:
    assert officers_meant(ABLE, words, NOBODY) == found


@pytest.mark.parametrize(
    ("words", "said"), [("", NOBODY_NAMED), (" ! ", NOBODY_NAMED), ("pc please", NOBODY), ("9999", NOBODY), ("gull", NOBODY)]
)
def test_words_that_mean_nobody_are_refused_in_the_words_of_whoever_asked(words: str, said: str) -> None:
    with pytest.raises(Unreadable) as refused:
        officers_meant(ABLE, words, NOBODY)
    assert refused.value.advice == said


def test_as_many_as_fit_a_list_are_shown_and_more_are_told_apart_by_their_numbers() -> None:
    many = [officer(f"PC {number} Gull", Role.RESPONSE) for number in range(MOST_NAMED + 1)]
    assert officers_meant(many[1:], "gull", NOBODY) == many[1:]
    with pytest.raises(Unreadable) as refused:
        officers_meant(many, "gull", NOBODY)
    assert refused.value.advice == TOO_MANY
