"""A day or a moment to come is read as officers type it, and what is past, half said or no day is asked for again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.days_ahead import NO_DAY, NO_TIME, PAST, read_day_ahead, read_moment_ahead, without_hour
from domain.errors import Unreadable
from domain.london import at_london

DAY = timedelta(days=1)
# A Friday at noon.
FRIDAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

days = st.dates(date(2026, 1, 1), date(2037, 12, 31))
clocks = st.times().map(lambda one: one.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("today", FRIDAY),
        ("Tomorrow", date(2026, 11, 21)),
        ("until tmrw", date(2026, 11, 21)),
        ("friday", date(2026, 11, 27)),
        ("next Mon", date(2026, 11, 23)),
        ("in a week", date(2026, 11, 27)),
        ("in 3 days", date(2026, 11, 23)),
        ("24/11", date(2026, 11, 24)),
        ("24.11.26", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("1st jan", date(2027, 1, 1)),
        ("19/11", date(2027, 11, 19)),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_a_day_to_come(typed: str, day: date) -> None:
    assert read_day_ahead(typed, FRIDAY) == day


@pytest.mark.parametrize(
    ("typed", "words"),
    [("19/11/2026", PAST), ("", NO_DAY), ("soon", NO_DAY), ("31/2", NO_DAY), ("24/13", NO_DAY), ("x" * 61, NO_DAY), ("29/2", NO_DAY)],
)
def test_what_is_no_day_to_come_is_asked_for_again(typed: str, words: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_day_ahead(typed, FRIDAY)
    assert refused.value.advice == words


@given(days, st.integers(0, 365))
def test_every_way_of_writing_a_day_is_that_day(today: date, more: int) -> None:
    """Against writing the day out: the reader never sees the day itself."""
    day = today + more * DAY
    written = [
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"on {day.day} {MONTHS[day.month - 1][:3]} {day.year}",
        day.isoformat(),
        f"in {more // 7} weeks" if more % 7 == 0 else f"{day:%d/%m/%Y}",
    ]
    assert {read_day_ahead(one, today) for one in written} == {day}


@given(days, st.integers(0, 364))
def test_without_a_year_it_is_the_nearest_that_is_not_past(today: date, more: int) -> None:
    day = today + more * DAY
    assert read_day_ahead(f"{day.day}/{day.month}", today) == day


@given(days, st.integers(1, 7))
def test_a_weekday_is_the_next_of_its_name_and_never_today(today: date, more: int) -> None:
    day = today + more * DAY
    assert read_day_ahead(WEEKDAYS[day.weekday()], today) == day


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("tomorrow 10am", datetime(2026, 11, 21, 10, tzinfo=UTC)),
        ("tomorrow at noon", datetime(2026, 11, 21, 12, tzinfo=UTC)),
        ("24/11/2026 14:30", datetime(2026, 11, 24, 14, 30, tzinfo=UTC)),
        ("mon, 9.15 pm", datetime(2026, 11, 23, 21, 15, tzinfo=UTC)),
        ("14:30", datetime(2026, 11, 20, 14, 30, tzinfo=UTC)),
        ("1/6/2027 12am", datetime(2027, 5, 31, 23, tzinfo=UTC)),
    ],
)
def test_a_moment_to_come_is_londons(typed: str, moment: datetime) -> None:
    assert read_moment_ahead(typed, NOON) == moment


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tomorrow", NO_TIME),
        ("tomorrow 25:00", NO_TIME),
        ("tomorrow 13pm", NO_TIME),
        ("11:59", PAST),
        ("soon 10am", NO_DAY),
        ("x" * 61, NO_DAY),
    ],
)
def test_what_is_no_moment_to_come_is_asked_for_again(typed: str, words: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_moment_ahead(typed, NOON)
    assert refused.value.advice == words


@given(days, st.integers(1, 364), clocks)
def test_every_way_of_writing_a_time_is_that_time(today: date, more: int, clock: time) -> None:
    """Against writing the time out, in summer and winter."""
    day, now = today + more * DAY, datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    half = f"{(clock.hour - 1) % 12 + 1}:{clock.minute:02}{'am' if clock.hour < 12 else 'pm'}"
    assert {read_moment_ahead(f"{day:%d/%m/%Y} {said}", now) for said in (f"{clock:%H:%M}", half)} == {at_london(day, clock)}


@pytest.mark.parametrize("hour", ["", " 10am", " at 10am", ", 10:30", " at noon"])
@pytest.mark.parametrize("day", ["10 dec", "10/12", "thursday", "tomorrow", "in 2 weeks"])
def test_the_hour_behind_a_day_is_left_out_and_the_day_stays(day: str, hour: str) -> None:
    assert without_hour(f"{day}{hour}") == day
