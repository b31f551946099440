"""A time that is to come is read as an officer types it, in London time, and never one that is past."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Unreadable
from domain.moments.coming import PASSED, read_coming, read_coming_day

LONDON = ZoneInfo("Europe/London")
# A Friday.
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
READ = {
    "til 10 tmrw": "Sat 21 10:00",
    "until 10pm": "Fri 20 22:00",
    "til 4": "Fri 20 16:00",
    "til 11": "Sat 21 11:00",
    "2": "Fri 20 14:00",
    "for an hour": "Fri 20 13:00",
    "another hour": "Fri 20 13:00",
    "in another 2 hours": "Fri 20 14:00",
    "an hour and a half": "Fri 20 13:30",
    "for 1.5 hours": "Fri 20 13:30",
    "half an hour": "Fri 20 12:30",
    "30 mins": "Fri 20 12:30",
    "for 1h 45 min": "Fri 20 13:45",
    "in a couple of hours": "Fri 20 14:00",
    "remind me after lunch": "Fri 20 14:00",
    "at lunch tomorrow": "Sat 21 12:30",
    "this afternoon": "Fri 20 14:00",
    "this evening": "Fri 20 18:00",
    "tonight": "Fri 20 20:00",
    "10 tonight": "Fri 20 22:00",
    "tomorrow morning": "Sat 21 09:00",
    "first thing monday": "Mon 23 08:00",
    "monday": "Mon 23 09:00",
    "monday week": "Mon 30 09:00",
    "a week on monday at 10": "Mon 30 10:00",
    "next week": "Mon 23 09:00",
    "fri 14:00": "Fri 27 14:00",
    "not today, sort it fri": "Fri 27 09:00",
    "next tuesday at 9": "Tue 24 09:00",
    "9 tomorrow night": "Sat 21 21:00",
    "tomorrow at 3": "Sat 21 15:00",
    "til half two": "Fri 20 14:30",
    "quarter to 4": "Fri 20 15:45",
    "1630": "Fri 20 16:30",
    "til 14hrs": "Fri 20 14:00",
    "til noon tomorrow": "Sat 21 12:00",
    "til midnight": "Sat 21 00:00",
    "in 3 days": "Mon 23 12:00",
    "in a week at 10am": "Fri 27 10:00",
    "25/11 10:00": "Wed 25 10:00",
    "the 24th at 10": "Tue 24 10:00",
    "2026-11-24 08:15": "Tue 24 08:15",
    "nov 23 09:30": "Mon 23 09:30",
    "day after tomorrow": "Sun 22 09:00",
}


@pytest.mark.parametrize(("typed", "meant"), READ.items())
def test_what_officers_type_is_read_as_they_mean_it(typed: str, meant: str) -> None:
    assert f"{read_coming(typed, NOON).astimezone(LONDON):%a %d %H:%M}" == meant


@pytest.mark.parametrize("typed", ["today 9am", "til 20/11/2026 10:00", "on 19/11/2026"])
def test_what_is_past_is_said_to_be(typed: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_coming(typed, NOON)
    assert refused.value.advice == PASSED


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "later",
        "banana",
        "til 10 and 11",
        "monday or tuesday",
        "for an hour at 10",
        "tomorrow monday",
        "midnight tomorrow",
        "31 nov",
        "x" * 121,
    ],
)
def test_what_cannot_be_read_whole_is_never_guessed(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_coming(typed, NOON)


def read_or_refused(text: str) -> datetime | str:
    try:
        return read_coming(text, NOON)
    except Unreadable as refused:
        return refused.advice


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_as_a_time_to_come_or_refused(text: str) -> None:
    found = read_or_refused(text)
    assert found
    assert isinstance(found, str) or found > NOON


# Around both changes of the clocks, and any other time.
moments = st.one_of(
    st.integers(-3 * 1440, 3 * 1440).map(lambda minutes: datetime(2026, 10, 25, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
    st.integers(-3 * 1440, 3 * 1440).map(lambda minutes: datetime(2027, 3, 28, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
)
ahead = st.integers(24 * 60, 20 * 24 * 60)


@given(moments, ahead)
def test_a_time_written_out_is_read_as_itself(now: datetime, minutes: int) -> None:
    wall = (now + timedelta(minutes=minutes)).astimezone(LONDON).replace(second=0, microsecond=0)
    read = read_coming(f"{wall:%d/%m/%Y %H:%M}", now).astimezone(LONDON)
    there_is_one = wall.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None, fold=0) == wall.replace(tzinfo=None, fold=0)
    assert there_is_one
    assert read.replace(tzinfo=None, fold=0) == wall.replace(tzinfo=None, fold=0)


@given(moments, st.integers(1, 6))
def test_so_many_days_on_is_the_same_time_by_the_clocks_and_so_many_hours_on_is_not(now: datetime, number: int) -> None:
    assert read_coming(f"in {number} hours", now) == now + timedelta(hours=number)
    wall, read = now.astimezone(LONDON), read_coming(f"in {number} days", now).astimezone(LONDON)
    assert read.date() == wall.date() + timedelta(days=number)
    gone = wall.replace(tzinfo=None) != read.replace(tzinfo=None) - timedelta(days=number)
    assert not gone or (read.date(), wall.hour) in {(date(2027, 3, 28), 1), (date(2026, 10, 25), 1)}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("monday", date(2026, 11, 23)),
        ("14 dec", date(2026, 12, 14)),
        ("1/1", date(2027, 1, 1)),
        ("today", date(2026, 11, 20)),
        ("fri", date(2026, 11, 27)),
        ("in a week", date(2026, 11, 27)),
        ("29 feb", date(2028, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_next_such_day(typed: str, day: date) -> None:
    assert read_coming_day(typed, NOON) == day


@pytest.mark.parametrize("typed", ["monday 10am", "for an hour", "soon", "monday morning", "31/11"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_coming_day(typed, NOON)
