"""Working hours are read as officers type them, and what is said back reads as the same hours."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.duty import Shift
from domain.duty_shift_words import read_shifts, shift_words
from domain.errors import Unreadable


def hours(*parts: tuple[range, str, str]) -> tuple[Shift, ...]:
    return tuple(Shift(day, time.fromisoformat(begins), time.fromisoformat(ends)) for days, begins, ends in parts for day in days)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("mon-fri 8-16", hours((range(5), "08:00", "16:00"))),
        ("weekdays 9-5", hours((range(5), "09:00", "17:00"))),
        ("Mon to Thu 0700-1500, Fri 7am to 1pm.", hours((range(4), "07:00", "15:00"), (range(4, 5), "07:00", "13:00"))),
        ("every day 22:00-06:00", hours((range(7), "22:00", "06:00"))),
        ("sat & sun 10 til 18", hours((range(5, 7), "10:00", "18:00"))),
        ("weekends 12am-12pm", hours((range(5, 7), "00:00", "12:00"))),
        ("mon 8-8", hours((range(1), "08:00", "20:00"))),
        ("tues 14-24", hours((range(1, 2), "14:00", "00:00"))),
        ("mon, mon 8-16", hours((range(1), "08:00", "16:00"))),
        ("mon 6-10 and mon 14-18", hours((range(1), "06:00", "10:00"), (range(1), "14:00", "18:00"))),
        ("sat-mon 8\u201316", hours((range(1), "08:00", "16:00"), (range(5, 7), "08:00", "16:00"))),
    ],
)
def test_hours_are_read_as_they_are_typed(typed: str, read: tuple[Shift, ...]) -> None:
    assert read_shifts(typed) == read


@pytest.mark.parametrize(
    "typed", ["", "now and then", "mon-fri", "mon 08:00-08:00", "mon 25-30", "mon 8:75-16", "mon 13pm-5", "mon 8-16 mostly", "x" * 201]
)
def test_what_cannot_be_read_whole_is_refused_with_a_pattern_to_follow(typed: str) -> None:
    with pytest.raises(Unreadable, match="Type working hours like"):
        read_shifts(typed)


def test_two_beginnings_at_one_time_are_refused() -> None:
    with pytest.raises(Unreadable, match="begin at the same time"):
        read_shifts("mon 8-16, mon 8-12")


def test_more_hours_than_a_week_holds_are_refused() -> None:
    with pytest.raises(Unreadable):
        read_shifts(", ".join(f"every day {hour}:00-{hour + 1}:00" for hour in range(10, 14)))


_CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30]))


@given(
    st.lists(
        st.tuples(st.integers(0, 6), _CLOCKS, _CLOCKS).filter(lambda one: one[1] != one[2]),
        min_size=1,
        max_size=3,
        unique_by=lambda one: one[:2],
    )
)
def test_what_is_said_back_reads_as_the_same_hours(parts: list[tuple[int, time, time]]) -> None:
    shifts = tuple(Shift(*one) for one in sorted(parts))
    assert read_shifts(shift_words(shifts)) == shifts
