"""A day with or without its time is kept as it was told, whichever way it was written, and never as an hour that nobody told."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Unreadable
from domain.london import LONDON
from domain.told_days import ONE_DAY, TO_COME, read_ahead, read_past, told_words

NOW = datetime(2026, 11, 22, 10, 50, tzinfo=UTC)
PAST = st.dates(date(2020, 1, 1), date(2026, 11, 21))
ANY = st.dates(date(2020, 1, 1), date(2029, 12, 31))
CLOCK = st.times().map(lambda one: time(one.hour, one.minute))
WRITTEN = st.sampled_from(("%d/%m/%Y", "%d %B %Y", "%Y-%m-%d", "%-d %b %Y"))


@given(day=PAST, clock=CLOCK, how=WRITTEN)
def test_a_day_and_time_are_kept_as_the_calendar_and_the_clock_have_them(day: date, clock: time, how: str) -> None:
    assert (
        read_past(f"{day.strftime(how)} {clock:%H:%M}", NOW) == f"{day.year}-{day.month:02}-{day.day:02} {clock.hour:02}:{clock.minute:02}"
    )


@given(day=ANY, how=WRITTEN)
def test_a_day_alone_stays_a_day_alone(day: date, how: str) -> None:
    assert read_ahead(day.strftime(how), NOW) == f"{day.year}-{day.month:02}-{day.day:02}"


@given(day=PAST, clock=st.none() | CLOCK)
def test_what_is_shown_of_it_is_read_as_the_same_again(day: date, clock: time | None) -> None:
    kept = f"{day}" if clock is None else f"{day} {clock:%H:%M}"
    assert read_past(told_words(kept), NOW) == read_ahead(told_words(kept), NOW) == kept


@given(back=st.integers(0, 6), hour=st.integers(0, 23))
def test_a_day_of_the_week_is_the_last_one_by_londons_calendar(back: int, hour: int) -> None:
    now = datetime(2026, 7, 15, hour, 30, tzinfo=LONDON)
    day = now.date() - timedelta(days=back + 1)
    assert read_past(f"last {day:%A}" if back == 6 else f"{day:%A}", now.astimezone(UTC)) == f"{day}"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("yesterday at 22:30", "2026-11-21 22:30"),
        ("yesterday", "2026-11-21"),
        ("last night about 10", "2026-11-21"),
        ("today 9am", "2026-11-22 09:00"),
    ],
)
def test_what_officers_say_is_kept_as_a_day_of_the_calendar(said: str, kept: str) -> None:
    assert read_past(said, NOW) == kept


@pytest.mark.parametrize(("said", "kept"), [("tomorrow 10am", "2026-11-23 10:00"), ("in 2 weeks", "2026-12-06"), ("friday", "2026-11-27")])
def test_an_end_to_come_is_kept_as_one(said: str, kept: str) -> None:
    assert read_ahead(said, NOW) == kept


@pytest.mark.parametrize(("said", "why"), [("23/11/2026", TO_COME), ("22/11/2026 23:59", TO_COME), ("this week", ONE_DAY)])
def test_a_day_to_come_or_several_days_are_refused_for_what_is_past(said: str, why: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read_past(said, NOW)
    assert refused.value.advice == why


@pytest.mark.parametrize("said", ["some time in spring", "", "the other day"])
def test_what_cannot_be_read_is_no_end(said: str) -> None:
    with pytest.raises(Unreadable):
        read_ahead(said, NOW)


def test_what_was_kept_as_it_was_typed_is_shown_as_that() -> None:
    assert told_words("some time in spring") == "some time in spring"
