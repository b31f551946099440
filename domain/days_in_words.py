"""A day that is still to come, in the midst of other words: `friday`, `mon 10am`, `4 dec`, `in two weeks`."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.errors import Unreadable
from domain.london import long_date, to_london
from domain.understanding.times import When, durations_in, times_in

LONGEST = 120
HINT = "Say a day, and a time if one was agreed: 'friday', 'mon 10am', '4 dec', 'in 2 weeks'."
NO_DAY = f"I read no day in that. {HINT}"
PAST = "That day is past. " + HINT
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FROM_TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2, "next week": 7}
_DURATION = re.compile(r"P(\d+)([DWM])")
_DAYS_OF = {"D": 1, "W": 7, "M": 28}


@dataclass(frozen=True)
class DayAhead:
    """`at` is a time of day on the wall, where one was said."""

    day: date
    at: time | None = None

    @property
    def words(self) -> str:
        told = f"{self.day:%A} {long_date(self.day)}"
        return told if self.at is None else f"{told} at {self.at:%H:%M}"


def day_in_words(text: str, now: datetime) -> DayAhead:
    """The soonest day that the words can mean, London time. Raises Unreadable, with words to show."""
    today = to_london(now).date()
    said = text.casefold()[:LONGEST]
    whens = times_in(said, today)
    clock = next((one.clock for one in whens if one.clock), "")
    found = next((day for one in whens if (day := _day_of(one, today)) is not None), None) or _in_so_long(said, today)
    if found is None:
        raise Unreadable(NO_DAY)
    if found < today:
        raise Unreadable(PAST)
    return DayAhead(found, time.fromisoformat(clock) if clock else None)


def _day_of(when: When, today: date) -> date | None:
    if when.day is not None:
        return when.day
    for word in when.words:
        if word in _WEEKDAYS:
            return today + timedelta(days=(_WEEKDAYS.index(word) - today.weekday() - 1) % 7 + 1)
        if word in _FROM_TODAY:
            return today + timedelta(days=_FROM_TODAY[word])
    return None


def _in_so_long(said: str, today: date) -> date | None:
    for duration, _, _ in durations_in(said):
        found = _DURATION.fullmatch(duration)
        if found is not None:
            return today + timedelta(days=int(found[1]) * _DAYS_OF[found[2]])
    return None
