"""What a search can reach at best is reckoned from how errors are made, and from who else fits what was typed."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.searching.ceiling import ceiling_figures
from benchmarks.searching.faults import Query
from benchmarks.searching.misdating import likely_for, misdated
from benchmarks.searching.people import Person

DAYS = st.dates(date(1940, 1, 1), date(2010, 12, 31))
BORN = date(1985, 3, 12)
AS_SHE_IS = Query("exact", "right", "missing", "name and dob", 1, "Ann Marlow", BORN, "", "")


def somebody(number: int, forenames: str, surname: str, dob: date = BORN) -> Person:
    return Person(number, forenames, surname, dob, "1", "Larkfield Row", "Ambermere", "ZZ1 4AB", "07700 900123")


ANN = somebody(1, "Ann", "Marlow")


def at_best(query: Query, *others: Person) -> dict[str, float]:
    return {one.name: one.value for one in ceiling_figures([query], [ANN], [ANN, *others])}


@given(DAYS, st.integers(0, 10**6))
def test_every_date_that_is_typed_for_a_birth_is_known_to_be_typed_for_it(born: date, seed: int) -> None:
    _, typed = misdated(Random(seed), born)
    assert dict(likely_for(typed or born))[born] > 0


def test_a_date_is_mistaken_as_often_as_it_is_reckoned_to_be() -> None:
    random = Random(1)
    typed = [misdated(random, BORN)[1] for _ in range(20_000)]
    for wrong in (BORN, date(1985, 12, 3), date(1986, 3, 12), date(1985, 3, 13), date(1985, 5, 12)):
        assert typed.count(wrong) / len(typed) == pytest.approx(likely_for(wrong)[BORN], abs=0.006)


def test_of_two_who_fit_alike_one_is_first_by_half() -> None:
    figures = at_best(AS_SHE_IS, somebody(2, "Ann Rose", "Marlow"), somebody(3, "Ann", "Marlow", date(1990, 1, 1)))
    assert (figures["name and dob: at best, recall at 1"], figures["name and dob: at best, recall at 5"]) == (0.5, 1.0)


def test_whoever_bears_the_very_words_typed_comes_before_whoever_needs_an_error() -> None:
    slipped = Query("one slip", "right", "missing", "name and dob", 1, "Anne Marlow", BORN, "", "")
    assert at_best(slipped)["name and dob: at best, recall at 1"] == 1.0
    assert at_best(slipped, somebody(2, "Anne", "Marlow"))["name and dob: at best, recall at 1"] == 0.0


def test_of_a_married_name_only_the_forename_and_the_date_tell() -> None:
    married = Query("married name", "right", "missing", "name and dob", 1, "Ann Foss", BORN, "", "")
    others = [somebody(number, "Ann", f"Other{number}") for number in range(2, 9)]
    figures = at_best(married, *others)
    assert (figures["name and dob: at best, recall at 1"], figures["name and dob: at best, recall at 5"]) == (1 / 8, 5 / 8)
