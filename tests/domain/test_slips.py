"""What one letter more, less or other is taken for, and that an easy slip makes a nearer name than a strange one."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from domain.slips import CHANCES, Slip, slip_of

LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyz")
NAMES = st.text(LETTERS, min_size=3, max_size=12)


@pytest.mark.parametrize(
    ("typed", "held", "slip"),
    [
        ("cazol", "carol", Slip.OTHER),
        ("catol", "catpl", Slip.KEY),
        ("noriarty", "moriarty", Slip.FIRST_KEY),
        ("jhon", "john", Slip.TURNED),
        ("petter", "peter", Slip.DOUBLED),
        ("peter", "petter", Slip.UNDOUBLED),
        ("mrk", "mark", Slip.DROPPED),
        ("ark", "mark", Slip.FIRST_DROPPED),
        ("mar", "mark", Slip.LAST_DROPPED),
        ("clark", "clarke", Slip.ENDING_DROPPED),
        ("jone", "jones", Slip.ENDING_DROPPED),
        ("clarke", "clark", Slip.ENDING_ADDED),
        ("marhk", "mark", Slip.BREATHED),
        ("marpk", "mark", Slip.ADDED),
        ("oryan", "ryan", Slip.LEADER),
        ("macaleavy", "mcaleavy", Slip.LEADER),
        ("alan", "elan", Slip.VOWEL),
        ("tobin", "dobin", Slip.ALIKE),
    ],
)
def test_each_slip_is_told_by_its_letters(typed: str, held: str, slip: Slip) -> None:
    assert slip_of(typed, held) is slip


@given(NAMES, st.data())
def test_two_letters_turned_round_are_told_wherever_they_stand(held: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(held) - 2))
    typed = held[:at] + held[at + 1] + held[at] + held[at + 2 :]
    assume(typed != held)
    assert slip_of(typed, held) is Slip.TURNED


@given(NAMES, LETTERS, st.data())
def test_a_letter_more_or_less_is_one_edit_and_so_is_its_slip(held: str, letter: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(held)))
    longer = held[:at] + letter + held[at:]
    assert OSA.distance(longer, held) == 1
    assert slip_of(longer, held) in {Slip.DOUBLED, Slip.ENDING_ADDED, Slip.BREATHED, Slip.ADDED, Slip.LEADER}
    assert "dropped" in slip_of(held, longer) or slip_of(held, longer) is Slip.UNDOUBLED


def test_every_slip_has_a_chance_and_a_strange_letter_the_least() -> None:
    assert CHANCES.keys() == set(Slip)
    assert min(CHANCES, key=lambda slip: CHANCES[slip]) is Slip.OTHER
