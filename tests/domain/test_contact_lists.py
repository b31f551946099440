"""Which contacts belong to which list: against days counted one by one, and as a press keeps what was asked."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contact_lists import (
    Cursor,
    Listing,
    Span,
    as_details,
    cursor_in,
    listing_in,
    risks_of,
    standing_told,
    standing_words,
    title_of,
    window_of,
)
from domain.contacts import ContactPlan, Due, Outcome, Risk, Why, plan_for
from domain.london import LONDON
from tests.fakes.clock import NOON
from tests.orders import an_order

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PLAN = plan_for(an_order(), NOON)
TODAY = NOON.astimezone(LONDON).date()
DAYS = st.dates(date(2026, 10, 20), date(2026, 12, 20))
# Midnights among them, and whole hours, where a day begins or ends.
TIMES = st.sampled_from([time(), time(0, 1), time(23, 59), time(9)]) | st.times()
MOMENTS = st.builds(lambda day, clock: datetime.combine(day, clock, LONDON), DAYS, TIMES)


def owing(remind_at: datetime, must_by: datetime) -> ContactPlan:
    return replace(PLAN, ahead=(Due(Why.ROUTINE, remind_at, must_by),), remind_at=remind_at)


def day_of_deadline(moment: datetime) -> date:
    """Whoever has until midnight has until the end of the day before."""
    local = moment.astimezone(LONDON)
    return local.date() - DAY if (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0) else local.date()


@given(now=MOMENTS, remind_at=MOMENTS, must_by=MOMENTS)
def test_due_today_is_what_is_brought_up_or_must_be_made_by_the_end_of_the_day(
    now: datetime, remind_at: datetime, must_by: datetime
) -> None:
    today = now.date()
    brought_up = remind_at.date() <= today
    assert window_of(Listing(), now).holds(owing(remind_at, must_by)) is (brought_up or day_of_deadline(must_by) <= today)


@given(now=MOMENTS, remind_at=MOMENTS, must_by=MOMENTS)
def test_overdue_is_what_had_to_be_made_before_now(now: datetime, remind_at: datetime, must_by: datetime) -> None:
    late = now.timestamp() > must_by.timestamp()
    assert window_of(Listing(Span.OVERDUE), now).holds(owing(remind_at, must_by)) is late
    assert window_of(Listing(Span.OPEN), now).holds(owing(remind_at, must_by))


@given(now=MOMENTS, must_by=MOMENTS, first=DAYS, long=st.integers(0, 30))
def test_days_to_come_hold_what_must_be_made_on_one_of_them(now: datetime, must_by: datetime, first: date, long: int) -> None:
    asked = Listing(Span.DAYS, max(first, now.date() + DAY), max(first, now.date() + DAY) + long * DAY)
    days = {asked.first + at * DAY for at in range(long + 1)} if asked.first else set()
    assert window_of(asked, now).holds(owing(now, must_by)) is (day_of_deadline(must_by) in days)


def test_days_that_begin_with_today_hold_what_is_overdue_too() -> None:
    week = Listing(Span.DAYS, TODAY, TODAY + 6 * DAY)
    assert window_of(week, NOON).holds(owing(NOON - 9 * DAY, NOON - 3 * DAY))
    assert not window_of(week, NOON).holds(owing(NOON + 8 * DAY, NOON + 9 * DAY))


LISTINGS = st.builds(
    Listing,
    st.sampled_from(Span),
    st.none() | DAYS,
    st.none() | DAYS,
    st.frozensets(st.sampled_from(Risk)),
    st.sampled_from(["", "north", "south east"]),
    unowned=st.booleans(),
    own=st.booleans(),
)


@given(asked=LISTINGS, at=MOMENTS, id=st.uuids())
def test_a_press_keeps_what_was_asked_and_where_the_page_ended(asked: Listing, at: datetime, id: UUID) -> None:
    kept = as_details(asked, Cursor(at, id))
    assert (listing_in(kept), cursor_in(kept)) == (asked, Cursor(at, id))
    assert cursor_in(as_details(asked)) is None


def test_what_is_not_assessed_is_among_the_high() -> None:
    assert risks_of(Listing(risks=frozenset({Risk.HIGH}))) == {Risk.HIGH, Risk.UNASSESSED}
    assert risks_of(Listing(risks=frozenset({Risk.MEDIUM}))) == {Risk.MEDIUM}
    assert risks_of(Listing()) == set(Risk)


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        (Listing(), "Due today"),
        (Listing(Span.OVERDUE, team="north"), "Overdue, north team"),
        (Listing(Span.OPEN, unowned=True), "Open, no owner"),
        (Listing(Span.DAYS, TODAY, TODAY + 2 * DAY), "Due by Sun 22 November 2026"),
        (Listing(Span.DAYS, TODAY + DAY, TODAY + DAY), "Due on Sat 21 November 2026"),
        (
            Listing(Span.DAYS, TODAY + 3 * DAY, TODAY + 9 * DAY, risks=frozenset({Risk.HIGH, Risk.MEDIUM})),
            "High risk, medium risk, due from Mon 23 November 2026 to Sun 29 November 2026",
        ),
    ],
)
def test_a_list_says_what_it_is_of(asked: Listing, title: str) -> None:
    assert title_of(asked, NOON) == title


def test_how_a_contact_stands_in_words() -> None:
    due, later = owing(NOON - HOUR, NOON + HOUR), owing(NOON + HOUR, NOON + DAY)
    assert standing_words(due, NOON) == "due now"
    assert standing_words(replace(due, no_answers=1), NOON) == "due now, no answer once"
    assert standing_words(later, NOON) == "planned"
    assert standing_told(due, NOON) == "due now"
    assert standing_told(later, NOON) == "planned, reminder on Fri 20 November 2026 at 13:00"
    assert standing_words(replace(later, no_answers=2, last_outcome=Outcome.NO_ANSWER), NOON) == "to be tried again, no answer 2 times"
    assert standing_words(replace(due, no_answers=2), NOON + 2 * HOUR) == "overdue, no answer 2 times"
