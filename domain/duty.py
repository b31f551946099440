"""Who is on duty at an instant: leave, sickness and cover by London days, and shifts by the working hours of each weekday."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from domain.errors import Unreadable
from domain.london import long_date, to_london
from domain.mornings import clock_at

LONGEST_ABSENCE = timedelta(days=400)
ENDS_FIRST = "That ends before it begins. Nothing was changed."
TOO_LONG = "That is longer than a year. Say the last day, or leave it open. Nothing was changed."
OVER_ALREADY = "That is over already. Nothing was changed."
OWN_COVER = "Nobody can cover for themselves. Nothing was changed."
_DAY = timedelta(days=1)
_DAYS_LOOKED_AHEAD = 15


class Kind(StrEnum):
    LEAVE = "leave"
    SICK = "sick"
    COURSE = "course"
    OTHER = "other"


KIND_WORDS = {Kind.LEAVE: "on leave", Kind.SICK: "off sick", Kind.COURSE: "on a course", Kind.OTHER: "away"}


@dataclass(frozen=True)
class Absence:
    """From the first London day to the last, both included; without a last day until it is ended. `by` entered it, at that moment."""

    id: UUID
    officer: UUID
    first: date
    last: date | None
    kind: Kind
    cover: UUID | None
    by: UUID
    at: datetime

    def holds_on(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Shift:
    """The working hours of one weekday (0 is Monday), London time; where they end before they begin, on the next day."""

    weekday: int
    begins: time
    ends: time


class Roster:
    """Who is away, who covers, and who works when. An officer without a shift pattern is on shift whenever they are not away."""

    def __init__(self, absences: Iterable[Absence] = (), shifts: Mapping[UUID, Sequence[Shift]] | None = None) -> None:
        self._absences: dict[UUID, list[Absence]] = {}
        for one in sorted(absences, key=lambda one: (one.at, one.id)):
            self._absences.setdefault(one.officer, []).append(one)
        self._shifts = shifts or {}

    @property
    def is_empty(self) -> bool:
        return not self._absences and not self._shifts

    def away(self, officer: UUID, at: datetime) -> Absence | None:
        """The absence that holds at that instant; of two, the one that was entered last."""
        day = to_london(at).date()
        return next((one for one in reversed(self._absences.get(officer, ())) if one.holds_on(day)), None)

    def stand_in(self, officer: UUID, at: datetime, able: Collection[UUID] | None = None) -> UUID | None:
        """The officer, or the cover while they are away, or the cover's cover; None where the chain ends with somebody away, or goes round in a ring."""
        seen: set[UUID] = set()
        while officer not in seen:
            seen.add(officer)
            absence = self.away(officer, at)
            if absence is None:
                return officer if able is None or officer in able else None
            if absence.cover is None:
                return None
            officer = absence.cover
        return None

    def on_shift(self, officer: UUID, at: datetime) -> bool:
        shifts = self._shifts.get(officer)
        if not shifts:
            return True
        today = to_london(at).date()
        return any(begins <= at < ends for day in (today - _DAY, today) for begins, ends in _hours(shifts, day))

    def on_duty(self, officer: UUID, at: datetime) -> bool:
        return self.away(officer, at) is None and self.on_shift(officer, at)

    def next_on_duty(self, officer: UUID, at: datetime, by: datetime) -> datetime | None:
        """The first instant from then on, and no later than `by`, at which they are on duty; None where there is none in the next two weeks."""
        if self.on_duty(officer, at):
            return at
        first = to_london(at).date()
        days = [first + number * _DAY for number in range(_DAYS_LOOKED_AHEAD)]
        shifts = self._shifts.get(officer)
        # Whoever comes back from leave in the middle of a night's shift is there from midnight.
        starts = [clock_at(day, time(0)) for day in days] if shifts else [clock_at(day, time(9)) for day in days]
        starts += [begins for day in days for begins, _ in _hours(shifts or (), day)]
        return next((start for start in sorted(starts) if at < start <= by and self.on_duty(officer, start)), None)


def _hours(shifts: Sequence[Shift], day: date) -> list[tuple[datetime, datetime]]:
    of_the_day = [one for one in shifts if one.weekday == day.weekday()]
    return [(clock_at(day, one.begins), clock_at(day if one.begins < one.ends else day + _DAY, one.ends)) for one in of_the_day]


def checked(absence: Absence, today: date) -> Absence:
    """Raises Unreadable where it cannot be so."""
    if absence.last is not None and absence.last < absence.first:
        raise Unreadable(ENDS_FIRST)
    if absence.last is not None and absence.last - absence.first > LONGEST_ABSENCE:
        raise Unreadable(TOO_LONG)
    if absence.last is not None and absence.last < today:
        raise Unreadable(OVER_ALREADY)
    if absence.cover == absence.officer:
        raise Unreadable(OWN_COVER)
    return absence


def absence_words(absence: Absence) -> str:
    """`on leave from Mon 30 November 2026 to Mon 14 December 2026, both days included`"""
    first = f"{absence.first:%a} {long_date(absence.first)}"
    if absence.last is None:
        return f"{KIND_WORDS[absence.kind]} from {first}, with no last day yet"
    if absence.last == absence.first:
        return f"{KIND_WORDS[absence.kind]} on {first}"
    return f"{KIND_WORDS[absence.kind]} from {first} to {absence.last:%a} {long_date(absence.last)}, both days included"
