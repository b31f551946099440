"""Who is on duty at an instant is a matter of London days and of the clocks of London, whatever they do."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.duty import Absence, Kind, Roster, Shift, absence_words, checked
from domain.duty_shift_words import read_shifts, shift_words
from domain.errors import Unreadable

LONDON = ZoneInfo("Europe/London")
FIRST = date(2026, 10, 20)
A, B, C = (UUID(int=number) for number in (1, 2, 3))
ENTERED = datetime(2026, 10, 1, tzinfo=UTC)
HALF_HOUR = timedelta(minutes=30)
days = st.integers(0, 12).map(lambda number: FIRST + timedelta(days=number))
# Ten days about the night on which the clocks go back, by half hours.
moments = st.integers(0, 12 * 48).map(lambda number: datetime(2026, 10, 20, tzinfo=UTC) + number * HALF_HOUR)
clocks = st.integers(0, 47).map(lambda number: time(number // 2, number % 2 * 30))
shifts = st.lists(st.builds(Shift, st.integers(0, 6), clocks, clocks).filter(lambda one: one.begins != one.ends), max_size=5)


def absent(officer: UUID, first: date, last: date | None, cover: UUID | None = None, number: int = 0) -> Absence:
    return Absence(UUID(int=900 + number), officer, first, last, Kind.LEAVE, cover, officer, ENTERED + timedelta(seconds=number))


@given(days, st.integers(0, 5), moments)
def test_one_is_away_on_the_london_days_between_both_included(first: date, length: int, at: datetime) -> None:
    roster = Roster([absent(A, first, first + timedelta(days=length))])
    away_on = {first + timedelta(days=number) for number in range(length + 1)}
    assert (roster.away(A, at) is not None) == (at.astimezone(LONDON).date() in away_on)
    assert roster.away(B, at) is None


@given(days, moments)
def test_sickness_without_a_last_day_lasts(first: date, at: datetime) -> None:
    roster = Roster([absent(A, first, None)])
    assert (roster.away(A, at) is None) == (at.astimezone(LONDON).date() < first)


@given(st.lists(st.tuples(st.sampled_from([A, B, C]), st.sampled_from([A, B, C, None]), days), max_size=6), moments)
def test_whoever_stands_in_is_here_and_a_ring_of_covers_ends(given_: list[tuple[UUID, UUID | None, date]], at: datetime) -> None:
    roster = Roster([absent(who, day, day + timedelta(days=3), cover, number) for number, (who, cover, day) in enumerate(given_)])
    found = roster.stand_in(A, at)
    assert found is None or roster.away(found, at) is None
    assert (found == A) == (roster.away(A, at) is None)


def test_the_cover_of_the_cover_stands_in_and_what_was_entered_last_counts() -> None:
    noon = datetime(2026, 10, 21, 12, tzinfo=UTC)
    chain = [absent(A, FIRST, None, B, 1), absent(B, FIRST, None, C, 2)]
    assert Roster(chain).stand_in(A, noon) == C
    assert Roster(chain).stand_in(A, noon, {A, B}) is None
    assert Roster([*chain, absent(A, FIRST, None, C, 3)]).stand_in(A, noon) == C
    assert Roster([absent(A, FIRST, None)]).stand_in(A, noon) is None


def works(pattern: Sequence[Shift], at: datetime) -> bool:
    """By another way: each shift of nine days laid out on the clocks of London, the later of a doubled hour counted as the second."""
    local = at.astimezone(LONDON)
    for back in (0, 1):
        day = local.date() - timedelta(days=back)
        for one in (one for one in pattern if one.weekday == day.weekday()):
            ends_on = day if one.begins < one.ends else day + timedelta(days=1)
            begins = datetime.combine(day, one.begins, tzinfo=LONDON).astimezone(UTC)
            ends = datetime.combine(ends_on, one.ends, tzinfo=LONDON).astimezone(UTC)
            if begins <= at < ends:
                return True
    return False


@given(shifts.filter(bool), moments)
def test_the_hours_of_a_shift_are_those_of_the_clocks_of_london(pattern: list[Shift], at: datetime) -> None:
    assert Roster(shifts={A: pattern}).on_shift(A, at) == works(pattern, at)


def test_without_a_pattern_one_is_on_shift_at_any_hour() -> None:
    assert Roster().on_shift(A, datetime(2026, 10, 25, 3, tzinfo=UTC))
    assert Roster().is_empty


@given(shifts, st.none() | days, moments, st.integers(0, 200))
def test_the_next_time_on_duty_is_the_first_there_is(pattern: list[Shift], first: date | None, at: datetime, halves: int) -> None:
    absences = [] if first is None else [absent(A, first, first + timedelta(days=2))]
    roster, by = Roster(absences, {A: pattern} if pattern else {}), at + halves * HALF_HOUR
    found = roster.next_on_duty(A, at, by)
    tried = [one for number in range(halves + 1) if roster.on_duty(A, one := at + number * HALF_HOUR)]
    nine = [one for one in tried if pattern or one == at or one.astimezone(LONDON).hour >= 9]
    assert found == min(nine, default=None)


def test_what_cannot_be_is_refused() -> None:
    today = date(2026, 10, 20)
    wrong = {
        "ends before it begins": absent(A, today, today - timedelta(days=1)),
        "longer than a year": absent(A, today, today + timedelta(days=401)),
        "over already": absent(A, today - timedelta(days=9), today - timedelta(days=1)),
        "cover for themselves": absent(A, today, None, A),
    }
    said = {}
    for words, one in wrong.items():
        with pytest.raises(Unreadable, match=words) as refused:
            checked(one, today)
        said[words] = refused.value.advice
    assert all(advice.endswith("Nothing was changed.") for advice in said.values())
    assert checked(absent(A, today, today, B), today).cover == B


def test_an_absence_is_said_back_with_its_days() -> None:
    assert absence_words(absent(A, date(2026, 11, 30), date(2026, 12, 14))) == (
        "on leave from Mon 30 November 2026 to Mon 14 December 2026, both days included"
    )
    assert absence_words(absent(A, date(2026, 11, 30), date(2026, 11, 30))) == "on leave on Mon 30 November 2026"
    assert absence_words(absent(A, date(2026, 11, 30), None)) == "on leave from Mon 30 November 2026, with no last day yet"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mon 8-4", "Monday 08:00 to 16:00"),
        ("Sat 22:00-06:00", "Saturday 22:00 to 06:00"),
        ("mon, wed 0700-1500", "Monday 07:00 to 15:00; Wednesday 07:00 to 15:00"),
        ("sat-sun 9am to 5pm", "Saturday 09:00 to 17:00; Sunday 09:00 to 17:00"),
        ("weekends 12-20 and fri 18-24", "Friday 18:00 to 00:00; Saturday 12:00 to 20:00; Sunday 12:00 to 20:00"),
    ],
)
def test_working_hours_are_read_and_said_back(typed: str, said: str) -> None:
    assert shift_words(read_shifts(typed)) == said


@pytest.mark.parametrize(
    "typed", ["", "mon", "8-16", "mon 0800-0800", "mon 8-25", "mon 13pm-14pm", "mon 8-16 tuesday", "mon 8-16, mon 8-12", "mon 8:70-9"]
)
def test_what_is_no_working_hours_changes_nothing(typed: str) -> None:
    with pytest.raises(Unreadable, match="Nothing was changed"):
        read_shifts(typed)


@given(shifts.filter(bool))
def test_what_is_said_back_is_read_as_the_same(pattern: list[Shift]) -> None:
    once = {(one.weekday, one.begins): one for one in pattern}
    in_order = tuple(sorted(once.values(), key=lambda one: (one.weekday, one.begins)))
    assert read_shifts(shift_words(in_order).replace("; ", ", ")) == in_order
