"""London time at the edges, reckoned a second time from the rule itself: the last Sundays of March and October, at 01:00 UTC."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from domain.london import at_london, deadline, long_date, long_moment, to_london

HOUR = timedelta(hours=1)
YEARS = range(2026, 2038)
TIMES = st.times().map(lambda at: at.replace(microsecond=0))


def last_sunday(year: int, month: int) -> date:
    """March and October both have 31 days."""
    end = date(year, month, 31)
    return end - timedelta(days=end.isoweekday() % 7)


def summer(year: int) -> tuple[datetime, datetime]:
    starts, ends = (datetime.combine(last_sunday(year, month), time(1), tzinfo=UTC) for month in (3, 10))
    return starts, ends


def hours_ahead(instant: datetime) -> int:
    starts, ends = summer(instant.year)
    return int(starts <= instant < ends)


def reckoned(day: date, clock_time: time) -> datetime:
    """The first instant at which a London clock shows this; where it never does, the instant at which the clock jumped."""
    wall = datetime.combine(day, clock_time, tzinfo=UTC)
    shown = [wall - ahead * HOUR for ahead in (1, 0) if hours_ahead(wall - ahead * HOUR) == ahead]
    return min(shown, default=summer(day.year)[0])


NEAR_A_CHANGE = st.builds(
    lambda year, month, off: last_sunday(year, month) + timedelta(days=off),
    st.sampled_from(YEARS),
    st.sampled_from((3, 10)),
    st.integers(-1, 1),
)
ANY_DAY = st.dates(date(2026, 1, 1), date(2037, 12, 31))


@given(NEAR_A_CHANGE, TIMES)
def test_a_wall_time_near_a_clock_change_is_the_right_instant(day: date, clock_time: time) -> None:
    assert at_london(day, clock_time) == reckoned(day, clock_time)


@given(ANY_DAY, TIMES)
def test_a_wall_time_of_any_day_is_the_right_instant(day: date, clock_time: time) -> None:
    assert at_london(day, clock_time) == reckoned(day, clock_time)


def test_both_changes_of_every_year_minute_by_minute() -> None:
    minutes = [time(hour, minute) for hour in (0, 1, 2) for minute in range(60)]
    days = [last_sunday(year, month) for year in YEARS for month in (3, 10)]
    wrong = [(day, at) for day in days for at in minutes if at_london(day, at) != reckoned(day, at)]
    assert wrong == []


@example(datetime(2036, 10, 26, 0, 0, tzinfo=UTC))
@given(st.datetimes(datetime(2026, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - the strategy adds UTC itself
def test_an_instant_is_shown_as_london_clocks_show_it(instant: datetime) -> None:
    shown = to_london(instant)
    assert shown.replace(tzinfo=UTC) == instant + hours_ahead(instant) * HOUR
    # In the doubled hour Python calls no two zones' clocks equal, whatever the instant.
    assert shown.astimezone(UTC) == instant


def test_the_doubled_hour_takes_the_first_and_the_missing_one_the_end_of_the_gap() -> None:
    assert at_london(date(2026, 10, 25), time(1, 30)) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert at_london(date(2026, 3, 29), time(1, 30)) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_a_moment_is_written_as_it_is_said_in_london() -> None:
    assert long_moment(datetime(2026, 6, 30, 23, 5, tzinfo=UTC)) == "Wed 1 July 2026 at 00:05"
    assert long_date(date(2026, 3, 9)) == "9 March 2026"


def test_a_deadline_at_midnight_is_the_end_of_the_day_before() -> None:
    assert deadline(datetime(2026, 11, 23, tzinfo=UTC)) == "the end of Sun 22 November 2026"
    assert deadline(datetime(2026, 6, 1, 23, tzinfo=UTC)) == "the end of Mon 1 June 2026"
    assert deadline(datetime(2026, 6, 2, tzinfo=UTC)) == "Tue 2 June 2026 at 01:00"
