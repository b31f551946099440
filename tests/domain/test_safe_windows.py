"""Windows of safe contact against another way of reckoning: minute by minute on the wall in London."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.safe_windows import Slot, Window, is_within, last_slot, next_slot, next_slots, tidied, window_words
from domain.safe_windows_read import read_windows

LONDON = ZoneInfo("Europe/London")
MINUTE = timedelta(minutes=1)
STEP = timedelta(minutes=15)
pieces = st.builds(
    lambda day, start, length: (day, start * 15, min(96, start + length) * 15), st.integers(0, 6), st.integers(0, 95), st.integers(1, 40)
)
some_windows = st.lists(pieces, min_size=1, max_size=6).map(tidied)
# Two days around both changes of the clocks, and any other time of two years.
near_a_change = st.builds(
    lambda change, quarters: change + quarters * STEP,
    st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2027, 10, 31, 1, tzinfo=UTC)]),
    st.integers(-192, 192),
)
moments = st.one_of(near_a_change, st.integers(0, 2 * 365 * 96).map(lambda quarters: datetime(2026, 1, 1, tzinfo=UTC) + quarters * STEP))


def open_on_the_wall(windows: tuple[Window, ...], moment: datetime) -> bool:
    """Reckoned from the strings of a clock, and not from minutes."""
    local = moment.astimezone(LONDON)
    told = f"{local:%H:%M}"
    return any(
        local.weekday() in one.days and f"{one.start // 60:02}:{one.start % 60:02}" <= told < f"{one.end // 60:02}:{one.end % 60:02}"
        for one in windows
    )


@given(st.lists(pieces, min_size=1, max_size=8), moments)
def test_what_is_tidied_is_open_when_any_of_its_pieces_is(some: list[tuple[int, int, int]], moment: datetime) -> None:
    apart = tuple(Window((day,), start, end) for day, start, end in some)
    assert is_within(tidied(some), moment) == open_on_the_wall(apart, moment)


@given(some_windows, moments, st.integers(1, 8 * 96))
def test_the_next_slot_begins_with_the_first_open_quarter_hour_and_holds_no_closed_one(
    windows: tuple[Window, ...], since: datetime, quarters: int
) -> None:
    until = since + quarters * STEP
    slot = next_slot(windows, since, until)
    opens = [at for number in range(quarters) if open_on_the_wall(windows, at := since + number * STEP)]
    inside = [] if slot is None else [at for at in opens if slot.start <= at < slot.end]
    assert slot is None or len(inside) == (slot.end - slot.start) / STEP
    # In the hour that the clocks strike twice a slot may be narrower than the wall, and is never wider.
    missed = [at for at in opens if (slot is None or at < slot.start) and not struck_twice(at)]
    assert missed == []


def struck_twice(moment: datetime) -> bool:
    wall = moment.astimezone(LONDON).replace(tzinfo=None)
    return wall.replace(tzinfo=LONDON, fold=0).utcoffset() != wall.replace(tzinfo=LONDON, fold=1).utcoffset()


@given(some_windows, moments)
def test_the_last_slot_before_a_time_is_the_newest_of_all_that_came(windows: tuple[Window, ...], until: datetime) -> None:
    since = until - timedelta(days=8)
    slot, at, slots = last_slot(windows, since, until), since, []
    while (one := next_slot(windows, at, until)) is not None:
        slots.append(one)
        at = one.end
    assert slot == (slots[-1] if slots else None)


@given(some_windows)
def test_what_is_read_back_is_read_as_the_same_windows(windows: tuple[Window, ...]) -> None:
    assert read_windows(window_words(windows)).windows == windows


@pytest.mark.parametrize("day", [datetime(2026, 10, 25, tzinfo=UTC), datetime(2026, 3, 29, tzinfo=UTC)])
def test_a_window_in_the_evening_of_a_change_of_the_clocks_opens_by_the_wall(day: datetime) -> None:
    (slot,) = next_slots((Window((6,), 18 * 60, 21 * 60),), day, 1)
    assert [f"{one.astimezone(LONDON):%H:%M}" for one in (slot.start, slot.end)] == ["18:00", "21:00"]


def test_a_slot_is_cut_to_what_is_left_of_it() -> None:
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    windows = (Window((4,), 11 * 60, 13 * 60),)
    assert next_slot(windows, noon, noon + timedelta(hours=3)) == Slot(noon, noon + timedelta(hours=1))
    assert next_slot(windows, noon, noon + 10 * MINUTE) == Slot(noon, noon + 10 * MINUTE)
    assert next_slot(windows, noon + timedelta(hours=1), noon + timedelta(hours=9)) is None
