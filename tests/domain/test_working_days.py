"""One working day is reckoned from the event's own London day, over weekends, bank holidays and both changes of the clocks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.breaches.updates import due_by
from domain.working_days import is_working_day, next_working_day, within_one_working_day, within_working_days

LONDON = ZoneInfo("Europe/London")
QUARTER = timedelta(minutes=15)
# As published for England and Wales.
CLOSED = frozenset(
    date.fromisoformat(day)
    for day in [
        "2025-12-25",
        "2025-12-26",
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-05-04",
        "2026-05-25",
        "2026-08-31",
        "2026-12-25",
        "2026-12-28",
        "2027-01-01",
        "2027-03-26",
        "2027-03-29",
        "2027-05-03",
        "2027-05-31",
        "2027-08-30",
        "2027-12-27",
        "2027-12-28",
        "2028-01-03",
    ]
)
START = datetime(2026, 1, 1, tzinfo=UTC)
near = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from(
        [
            datetime(2026, 3, 29, 1, tzinfo=UTC),
            datetime(2026, 10, 25, 1, tzinfo=UTC),
            datetime(2027, 3, 28, 1, tzinfo=UTC),
            datetime(2026, 4, 3, tzinfo=UTC),
            datetime(2026, 12, 25, tzinfo=UTC),
            datetime(2027, 12, 25, tzinfo=UTC),
        ]
    ),
    st.integers(-5 * 24 * 60, 5 * 24 * 60),
)
moments = st.one_of(near, st.integers(0, 2 * 365 * 24 * 60 - 1).map(lambda minutes: START + timedelta(minutes=minutes)))
more_closed = st.frozensets(st.integers(0, 2 * 365).map(lambda days: START.date() + timedelta(days=days)), max_size=30)


def works(day: date, closed: frozenset[date]) -> bool:
    return day.strftime("%a") in {"Mon", "Tue", "Wed", "Thu", "Fri"} and day not in closed


def by_waiting(event: datetime, closed: frozenset[date]) -> datetime:
    """A quarter of an hour at a time, until a working day that began after the event has gone by on a clock in London."""
    at = event.replace(minute=event.minute // 15 * 15, second=0, microsecond=0)
    first = day = event.astimezone(LONDON).date()
    gone = False
    while not gone:
        at += QUARTER
        today = at.astimezone(LONDON).date()
        gone = day not in (today, first) and works(day, closed)
        day = today
    return at


@given(moments, more_closed)
def test_it_ends_with_the_next_working_day_that_somebody_waits_through(event: datetime, more: frozenset[date]) -> None:
    assert within_one_working_day(event, CLOSED | more) == by_waiting(event, CLOSED | more)


@given(moments, more_closed, more_closed)
def test_a_day_more_that_is_closed_never_shortens_it_and_an_event_that_comes_later_is_never_due_before(
    event: datetime, some: frozenset[date], more: frozenset[date]
) -> None:
    assert due_by(event, some) <= due_by(event, some | more)
    assert event < due_by(event, some) <= due_by(event + timedelta(hours=7), some)


@pytest.mark.parametrize(
    ("event", "due"),
    [
        ("2026-11-26T21:30:00+00:00", "2026-11-28T00:00:00+00:00"),
        ("2026-11-27T00:01:00+00:00", "2026-12-01T00:00:00+00:00"),
        ("2026-11-28T10:00:00+00:00", "2026-12-01T00:00:00+00:00"),
        ("2026-11-29T23:59:00+00:00", "2026-12-01T00:00:00+00:00"),
        ("2026-04-02T12:00:00+00:00", "2026-04-07T23:00:00+00:00"),
        ("2026-12-24T09:00:00+00:00", "2026-12-30T00:00:00+00:00"),
        ("2026-10-23T21:00:00+00:00", "2026-10-27T00:00:00+00:00"),
        ("2026-03-27T21:00:00+00:00", "2026-03-30T23:00:00+00:00"),
        ("2026-06-10T23:30:00+00:00", "2026-06-12T23:00:00+00:00"),
    ],
    ids=["Thursday", "Friday", "Saturday", "Sunday", "Easter", "Christmas Eve", "clocks back", "clocks forward", "London is a day on"],
)
def test_known_days(event: str, due: str) -> None:
    assert due_by(datetime.fromisoformat(event), CLOSED) == datetime.fromisoformat(due)


@given(st.integers(0, 2 * 365).map(lambda days: START.date() + timedelta(days=days)))
def test_the_next_working_day_works_and_none_before_it_does(day: date) -> None:
    following = next_working_day(day, CLOSED)
    between = [day + timedelta(days=number) for number in range(1, (following - day).days)]
    assert is_working_day(following, CLOSED)
    assert [one for one in between if works(one, CLOSED)] == []


@given(st.dates(date(2026, 1, 1), date(2027, 11, 1)), st.integers(1, 30))
def test_so_many_working_days_are_that_many_days_of_work_counted_one_by_one(day: date, days: int) -> None:
    begun = datetime(day.year, day.month, day.day, 12, tzinfo=LONDON)
    last = within_working_days(begun, days, CLOSED).astimezone(LONDON).date() - timedelta(days=1)
    between = [day + timedelta(days=number) for number in range(1, (last - day).days + 1)]
    assert sum(one.weekday() < 5 and one not in CLOSED for one in between) == days
    assert last.weekday() < 5
    assert last not in CLOSED
