"""Who is told a digest, and that a reminder which waits because of it still comes, once, in time and never sooner than planned."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contacts import ContactPlan, Due, Risk, Why, plan_for
from domain.digests import (
    LEFT_AT_LEAST,
    URGENT,
    Counts,
    DigestTimes,
    digest_of,
    gets_one,
    read_digest,
    waits_once_opened,
    waits_until,
)
from domain.errors import Unreadable
from domain.london import LONDON
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import VLO

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
PLAN = plan_for(an_order(), NOON)
DAYS = st.dates(date(2026, 1, 1), date(2037, 12, 31)) | st.sampled_from(
    [date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2037, 10, 25)]
)


def owing(why: Why, remind_at: datetime, must_by: datetime, risk: Risk, id: UUID = PLAN.id) -> ContactPlan:
    return replace(PLAN, id=id, risk=risk, ahead=(Due(why, remind_at, must_by),), remind_at=remind_at)


@given(
    day=DAYS,
    why=st.sampled_from(Why),
    risk=st.sampled_from(Risk),
    minutes=st.integers(0, 14 * 60),
    left=st.integers(0, 60 * 48),
    id=st.uuids(),
    opened=st.booleans(),
)
def test_what_waits_is_not_urgent_comes_on_the_same_day_and_leaves_two_hours(
    day: date, why: Why, risk: Risk, minutes: int, left: int, id: UUID, *, opened: bool
) -> None:
    digest = digest_of(VLO.id, day, DigestTimes())
    planned = datetime.combine(day, time(7), LONDON).astimezone(UTC) + minutes * MINUTE
    plan = owing(why, planned, planned + left * MINUTE, risk, id)
    told = waits_until(plan, planned, digest) or planned
    at = (waits_once_opened(plan, told, digest) or told) if opened else told
    assert at >= planned
    assert at == planned or why not in URGENT
    assert at == planned or at <= plan.due.must_by - LEFT_AT_LEAST
    assert at == planned or at.astimezone(LONDON).date() == day
    assert at == planned or at <= digest.opened + 2 * MINUTE
    assert opened or at == planned or risk not in (Risk.HIGH, Risk.UNASSESSED) or at <= digest.again_high + 2 * MINUTE


@given(day=DAYS, risk=st.sampled_from(Risk), minutes=st.integers(0, 24 * 60), id=st.uuids())
def test_what_was_planned_after_the_digest_stays_where_its_officer_put_it(day: date, risk: Risk, minutes: int, id: UUID) -> None:
    """A snooze to a moment of one's own is no reminder that the digest made wait."""
    digest = digest_of(VLO.id, day, DigestTimes())
    snoozed = digest.at + minutes * MINUTE + timedelta(seconds=7, microseconds=13)
    assert waits_once_opened(owing(Why.ROUTINE, snoozed, snoozed + DAY, risk, id), snoozed, digest) is None


def test_a_reminder_that_was_put_off_to_the_morning_comes_then_and_waits_for_no_digest() -> None:
    digest = digest_of(VLO.id, date(2026, 11, 20), DigestTimes())
    nine = datetime(2026, 11, 20, 9, tzinfo=UTC)
    assert waits_until(replace(owing(Why.ROUTINE, nine, nine + 15 * HOUR, Risk.STANDARD), snoozes=1), nine, digest) is None


@pytest.mark.parametrize(
    ("risk", "told", "opened"), [(Risk.HIGH, 10, 15), (Risk.UNASSESSED, 10, 15), (Risk.MEDIUM, 13, 15), (Risk.STANDARD, 13, 15)]
)
def test_high_risk_waits_an_hour_others_until_the_afternoon_and_what_was_seen_a_little_longer(risk: Risk, told: int, opened: int) -> None:
    digest = digest_of(VLO.id, date(2026, 11, 20), DigestTimes())
    nine = datetime(2026, 11, 20, 9, tzinfo=UTC)
    plan = owing(Why.ROUTINE, nine, nine + 15 * HOUR, risk, UUID(int=0))
    at = waits_until(plan, nine, digest)
    assert at == nine.replace(hour=told)
    assert at is not None
    assert waits_once_opened(plan, at, digest) == nine.replace(hour=opened)


def test_a_force_that_looks_at_its_clocks_gets_its_digest_at_half_past_eight_there() -> None:
    times = DigestTimes()
    assert digest_of(VLO.id, date(2026, 3, 28), times).at == datetime(2026, 3, 28, 8, 30, tzinfo=UTC)
    assert digest_of(VLO.id, date(2026, 3, 29), times).at == datetime(2026, 3, 29, 7, 30, tzinfo=UTC)
    assert digest_of(VLO.id, date(2026, 10, 25), times).at == datetime(2026, 10, 25, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("counts", "working", "told"),
    [
        (Counts(today=1), True, True),
        (Counts(overdue=1), True, True),
        (Counts(), True, False),
        (Counts(today=4), False, False),
        (Counts(today=4, high=1), False, True),
    ],
)
def test_on_a_day_off_only_high_risk_is_told_of(counts: Counts, *, working: bool, told: bool) -> None:
    assert gets_one(counts, working=working) is told


def test_a_force_sets_its_own_times() -> None:
    assert read_digest({"at": "07:00", "again": time(14)}) == DigestTimes(at=time(7), again=time(14))


@pytest.mark.parametrize(
    "given_", [{"at": "8"}, {"at": 8}, {"at": "25:00"}, {"at": "10:30"}, {"again": "09:00"}, {"opened": "12:00"}, {"at": "08:30:00"}]
)
def test_times_that_are_none_or_go_back_are_told(given_: dict[str, object]) -> None:
    with pytest.raises(Unreadable, match="digest"):
        read_digest(given_)
