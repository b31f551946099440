"""Whoever goes by another name in part: two forenames under another surname, a rare surname under another forename, words typed apart, initials."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching import NEAREST_HELD, Judgement, Pool, Verdict, judge
from domain.name_matching import Register
from domain.particulars import read_particulars
from domain.scoring import Candidate
from tests.domain.test_matching import TODAY, held

MANY, RARE = 9_000, 40
OLIVIA = held("Olivia Joan", "Marchbank")
FORENAMES = ("olivia", "joan", "keiran", "wendell", "tamsin")


def judged(typed: str, *people: Candidate, surnames: int = 40, forenames: int = 300) -> Judgement:
    """In a register of a million, so many bear each of their surnames and each of their forenames."""
    counts = {token: (surnames, 0) for one in people for token in one.surnames} | {
        token: (0, forenames) for one in people for token in one.forenames
    }
    return judge(read_particulars(typed, TODAY), Pool(people, counts, 1_000_000))


def shown(judgement: Judgement) -> list[int]:
    return [one.candidate.no for one in judgement.shown]


@pytest.mark.parametrize("typed", ["olivia joan zedling", "zedling olivia joan", "oliva joan zedling"])
def test_two_forenames_that_hardly_anybody_bears_together_are_shown_under_another_surname(typed: str) -> None:
    judgement = judged(typed, OLIVIA)
    assert (judgement.verdict, shown(judgement)) == (Verdict.POSSIBLE, [OLIVIA.no])
    assert judgement.shown[0].reasons[:1] == ("surname differs",)


def test_two_forenames_that_many_bear_say_nothing_under_another_surname() -> None:
    assert judged("olivia joan zedling", OLIVIA, forenames=40_000).verdict is Verdict.NONE


@pytest.mark.parametrize("typed", ["olivia zedling", "olivia keziah zedling", "joan olivia zedling", "joan zedling", "o j zedling"])
def test_one_forename_or_two_of_which_one_is_another_say_nothing_under_another_surname(typed: str) -> None:
    assert judged(typed, OLIVIA).verdict is Verdict.NONE


def test_two_forenames_under_another_surname_are_never_a_match() -> None:
    assert judged("olivia joan zedling 12/3/85", OLIVIA).verdict is Verdict.POSSIBLE


@given(st.permutations(FORENAMES), st.permutations(FORENAMES))
def test_under_another_surname_all_are_shown_and_they_alone_whose_first_two_forenames_were_typed(
    typed: list[str], others: list[str]
) -> None:
    people = [held(f"{one} {other}".title(), "Marchbank") for one, other in [*combinations(others, 2), *combinations(typed, 2)]]
    both = [one.no for one in people if list(one.forenames) == typed[:2]]
    assert sorted(shown(judged(f"{typed[0]} {typed[1]} zedling", *people))) == sorted(both)


def test_of_a_surname_that_five_bear_all_are_the_nearest_held_under_another_forename() -> None:
    people = [held(forename, "Marchbank") for forename in ("Una", "Tamsin", "Wendell", "Keiran", "Noreen")]
    judgement = judged("zebedee marchbank", *people, surnames=5)
    assert judgement.verdict is Verdict.NONE
    assert sorted(shown(judgement)) == sorted(one.no for one in people)
    assert NEAREST_HELD in judgement.why


@pytest.mark.parametrize("typed", ["zebedee marchbank", "marchbank zebedee"])
def test_of_a_surname_that_more_bear_nobody_is_drawn_by_lot(typed: str) -> None:
    assert judged(typed, held("Una", "Marchbank"), surnames=6).shown == ()


@pytest.mark.parametrize("typed", ["zebedee marchbanc", "zebedee marchbank 1/1/60", "marchbank ZZ9 3QP"])
def test_a_rare_surname_that_is_only_near_or_beside_another_date_or_by_itself_brings_nobody(typed: str) -> None:
    assert judged(typed, held("Una", "Marchbank"), surnames=1).shown == ()


def test_a_double_surname_that_one_person_bears_is_not_brought_by_a_part_that_many_bear() -> None:
    orla, counts = held("Orla", "Scott-Riley"), {"scott": (3_000, 0), "riley": (2_000, 0), "scottriley": (1, 0), "orla": (0, 300)}
    by_part, whole = (
        judge(read_particulars(f"zebedee {typed}", TODAY), Pool((orla,), counts, 1_000_000)) for typed in ("riley", "scottriley")
    )
    assert (shown(by_part), shown(whole)) == ([], [orla.no])


def test_whoever_bears_a_rare_surname_comes_before_those_whose_names_are_both_only_somewhat_near() -> None:
    una, near = held("Una", "Marchbank"), held("Lisandra", "Marchbanes")
    counts = {"marchbank": (2, 0), "marchbanes": (2, 0), "una": (0, 300), "lisandra": (0, 300), "elisander": (0, 30)}
    judgement = judge(read_particulars("elisander marchbank", TODAY), Pool((una, near), counts, 1_000_000))
    assert (judgement.verdict, shown(judgement)) == (Verdict.POSSIBLE, [una.no, near.no])


@pytest.mark.parametrize(
    ("typed", "surname"), [("amir al haj", "Alhaj"), ("amir salah ud din", "Salahuddin"), ("amir abd el rahman", "Abdelrahman")]
)
def test_words_typed_apart_are_read_as_the_one_that_is_held(typed: str, surname: str) -> None:
    amir = held("Amir", surname)
    assert judged(f"{typed} 12/3/85", amir).verdict is Verdict.MATCH
    assert judged(f"{typed} 14/4/62", amir).verdict is not Verdict.MATCH


def test_no_held_forename_is_counted_for_two_initials() -> None:
    counts = {"harris": (4_000, 0), "robert": (0, 15_000), "roger": (0, 6_000), "r*": (0, 60_000)}
    register = Register(("r", "r", "harris"), counts, 1_000_000)
    one, both = (register.compare(("harris",), forenames) for forenames in (("robert",), ("roger", "robert")))
    assert both.points > one.points + 4
