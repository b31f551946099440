"""One person on one case has one plan; a date of birth left out speaks neither for nor against."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.orders import Order, PartyRole
from domain.protected import is_over, most_telling_first, plan_among
from tests.fakes.clock import NOON
from tests.orders import a_party, an_order

PLAN, OTHER = UUID(int=1), UUID(int=2)
BORN = date(1987, 9, 4)
DAY = timedelta(days=1)


def jane(**changes: Any) -> Any:
    return a_party(role=PartyRole.APPLICANT, **({"dob": BORN} | changes))


@pytest.mark.parametrize(
    "person",
    [
        jane(),
        jane(dob=None),
        jane(forenames="JANE", surname="márlow"),
        jane(dob=None, dob_raw="4 Sept '87"),
        jane(postcode=None, phone=None, address1="9 Pound Lane"),
    ],
)
def test_the_same_name_without_another_date_of_birth_is_the_same_person(person: Any) -> None:
    assert plan_among(person, {PLAN: [jane()]}) == PLAN
    assert plan_among(jane(), {PLAN: [person]}) == PLAN


@pytest.mark.parametrize(
    "person",
    [
        jane(dob=date(1962, 9, 4)),
        jane(forenames="Jade"),
        jane(forenames=None),
        jane(forenames=None, surname=None),
        jane(forenames="🌻", surname="🌻"),
    ],
)
def test_another_name_or_another_date_of_birth_is_somebody_else(person: Any) -> None:
    assert plan_among(person, {PLAN: [jane()]}) is None


def test_people_whom_the_court_did_not_name_are_never_taken_for_one() -> None:
    nobody = jane(forenames=None, surname=None, dob=None)
    assert plan_among(nobody, {PLAN: [nobody]}) is None


def test_mother_and_daughter_of_one_name_stay_apart_though_one_paper_left_the_date_of_birth_out() -> None:
    mother, daughter = jane(dob=date(1962, 9, 4)), jane()
    assert plan_among(daughter, {PLAN: [jane(dob=None), mother]}) is None
    assert plan_among(jane(dob=None), {PLAN: [mother], OTHER: [daughter]}) is None
    assert plan_among(daughter, {PLAN: [mother], OTHER: [daughter]}) == OTHER


def test_a_spelling_that_one_paper_had_still_leads_to_the_plan() -> None:
    assert plan_among(jane(surname="Marlowe"), {PLAN: [jane(), jane(surname="Marlowe", dob=None)]}) == PLAN


def an_end(ends: datetime | None, received: datetime = NOON, **changes: Any) -> Order:
    return an_order(expires_at=ends, received_at=received, **changes)


def test_what_has_not_ended_is_spoken_of_before_what_has_and_the_newest_first() -> None:
    old, new, over = an_end(NOON + DAY), an_end(None, NOON + DAY), an_end(NOON - DAY, NOON + 2 * DAY)
    assert most_telling_first([over, old, new], NOON) == (new, old, over)


def test_a_plan_is_over_when_the_last_of_its_orders_is() -> None:
    ended = [an_end(NOON), an_order(discharged_at=NOON - DAY), an_order(undertaking_at=NOON - DAY)]
    assert is_over(ended, NOON)
    assert not is_over([*ended, an_order()], NOON)
    assert not is_over([an_end(None)], NOON)
    assert not is_over([replace(ended[0], expires_at=NOON + DAY)], NOON)
    assert not is_over([], NOON)
