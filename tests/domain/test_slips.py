"""What one letter more, less or other is taken for, and that an easy slip makes a nearer name than a strange one."""

from collections.abc import Iterable
from string import ascii_lowercase

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from domain.slips import CHANCES, Slip, chance_of_two, slip_of

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


@pytest.mark.parametrize(
    ("typed", "held", "slips"),
    [
        ("bookw", "brooks", (Slip.DROPPED, Slip.KEY)),
        ("garrder", "gardner", (Slip.DROPPED, Slip.DOUBLED)),
        ("jhonsn", "johnson", (Slip.TURNED, Slip.DROPPED)),
        ("fillips", "phillips", (Slip.OTHER, Slip.DROPPED)),
        ("spede", "spence", (Slip.KEY, Slip.DROPPED)),
    ],
)
def test_two_slips_are_as_likely_as_each_of_them_by_itself(typed: str, held: str, slips: tuple[Slip, Slip]) -> None:
    assert chance_of_two(typed, held) == pytest.approx(CHANCES[slips[0]] * CHANCES[slips[1]])


def test_two_slips_that_are_often_made_are_likelier_than_two_strange_letters() -> None:
    assert chance_of_two("jhonsn", "johnson") > chance_of_two("jxhnqon", "johnson") > 0.0


@given(st.text(LETTERS, min_size=8, max_size=12), st.data())
def test_two_slips_apart_are_seen_and_never_made_likelier_than_the_likeliest_way_through_any_word_between(
    held: str, data: st.DataObject
) -> None:
    first, second = data.draw(st.integers(0, 2)), data.draw(st.integers(5, len(held) - 2))
    typed = data.draw(st.sampled_from(slipped(data.draw(st.sampled_from(slipped(held, [second]))), [first])))
    assume(OSA.distance(typed, held) == 2)
    ways = [half for half in slipped(held, range(len(held) + 1)) if OSA.distance(half, held) == OSA.distance(typed, half) == 1]
    assert 0.0 < chance_of_two(typed, held) <= max(CHANCES[slip_of(half, held)] * CHANCES[slip_of(typed, half)] for half in ways)


def slipped(name: str, places: Iterable[int]) -> list[str]:
    """Every word that one slip at one of these places makes of it."""
    words = set[str]()
    for at in places:
        before, after = name[:at], name[at:]
        words |= {before + after[1:], before + after[1:2] + after[:1] + after[2:]}
        words |= {before + letter + rest for letter in ascii_lowercase for rest in (after, after[1:])}
    return sorted(words - {name})
