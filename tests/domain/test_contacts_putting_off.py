"""A contact is put off a few times, with a reason after the first, and never past the time it must be made."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import contacts
from domain.contacts import ContactPlan, Outcome, plan_for
from domain.contacts.choosing import chosen
from domain.errors import Outdated, Unreadable
from domain.london import to_london
from domain.safe_planning import brought_up, extended
from domain.safe_windows import Slot
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import VLO

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def owed_in(time: timedelta) -> ContactPlan:
    plan = plan_for(an_order(), NOON)
    return replace(plan, ahead=(replace(plan.due, must_by=NOON + time), *plan.ahead[1:]))


def offered(plan: ContactPlan, now: datetime = NOON) -> dict[str, str]:
    return {way.words: f"{to_london(way.until):%a %H:%M}" for way in contacts.ways_to_put_off(plan, now)}


def test_the_short_list_holds_what_is_before_the_time_alone() -> None:
    assert offered(owed_in(30 * HOUR)) == {
        "30 minutes": "Fri 12:30",
        "1 hour": "Fri 13:00",
        "2 hours": "Fri 14:00",
        "This evening": "Fri 18:00",
        "Tomorrow morning": "Sat 09:00",
    }
    assert list(offered(owed_in(2 * HOUR))) == ["30 minutes", "1 hour"]
    assert offered(owed_in(30 * MINUTE)) == {}
    assert "This evening" not in offered(owed_in(30 * HOUR), NOON + 6 * HOUR)


def put_off(plan: ContactPlan, until: datetime, reason: str, most: int, reason_from: int) -> ContactPlan | None:
    """None where it is refused."""
    with suppress(Outdated, Unreadable):
        return contacts.snoozed(plan, NOON, until, reason, most, reason_from)
    return None


@given(
    st.integers(-300, 3_000),
    st.integers(-300, 3_000),
    st.integers(0, 5),
    st.integers(1, 5),
    st.integers(1, 5),
    st.sampled_from(["", " ", "court"]),
)
def test_whatever_is_asked_for_it_is_never_late_and_never_too_often(
    must_by: int, until: int, before: int, most: int, reason_from: int, reason: str
) -> None:
    plan = replace(owed_in(must_by * MINUTE), snoozes=before)
    good = must_by > 0 and 0 < until <= must_by and before < most and (bool(reason.strip()) or before + 1 < reason_from)
    later = put_off(plan, NOON + until * MINUTE, reason, most, reason_from)
    changed = replace(plan, remind_at=NOON + until * MINUTE, snoozes=before + 1, version=plan.version + 1)
    assert later == (changed if good else None)


@pytest.mark.parametrize(
    ("changes", "until", "said"),
    [
        ({}, 5 * HOUR, "is after the time this contact must be made by"),
        ({}, -HOUR, "past already"),
        ({"snoozes": 3}, HOUR, "put off 3 times already"),
        ({"snoozes": 1}, HOUR, "Say why it is put off again"),
    ],
)
def test_a_refusal_says_what_stands_in_the_way(changes: dict[str, int], until: timedelta, said: str) -> None:
    with pytest.raises((Outdated, Unreadable), match=said):
        contacts.snoozed(replace(owed_in(4 * HOUR), **changes), NOON, NOON + until)  # type: ignore[arg-type]  # a count


def test_past_its_time_it_cannot_be_put_off_at_all() -> None:
    with pytest.raises(Outdated, match="cannot be put off"):
        contacts.snoozed(owed_in(HOUR), NOON + HOUR, NOON + 2 * HOUR)


def test_a_new_round_is_counted_from_nought_and_a_new_owner_has_acknowledged_nothing() -> None:
    plan = contacts.acknowledged(owed_in(4 * HOUR), NOON)
    later = contacts.snoozed(plan, NOON, NOON + HOUR)
    assert (plan.acknowledged_at, later.acknowledged_at, later.snoozes) == (NOON, None, 1)
    tried = contacts.contacted(contacts.acknowledged(later, NOON + HOUR), Outcome.NO_ANSWER, NOON + HOUR)
    assert (tried.acknowledged_at, tried.snoozes) == (None, 0)
    given_on = contacts.given_to(plan, VLO.id)
    assert (given_on.owner, given_on.acknowledged_at, given_on.round, given_on.version) == (VLO.id, None, plan.round, plan.version + 1)


def test_another_day_more_time_and_a_decision_are_news_that_nobody_has_yet() -> None:
    had = replace(contacts.acknowledged(owed_in(4 * HOUR), NOON), snoozes=2)
    day = chosen(had, NOON.date(), time(14), (), NOON)
    longer = extended(had, Slot(NOON + 5 * HOUR, NOON + 6 * HOUR), NOON)
    assert [(one.acknowledged_at, one.snoozes, one.round) for one in (day, longer)] == [(None, 0, had.round + 1)] * 2
    decided = brought_up(had, NOON)
    assert (decided.acknowledged_at, decided.snoozes, decided.round) == (None, 2, had.round)
