"""A day that is still to come, in the midst of other words: `friday`, `mon 10am`, `4 dec`, `in two weeks`."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.errors import Unreadable
from domain.london import long_date, to_london
from domain.understanding.times import NUMBER, When, durations_in, times_in

LONGEST = 120
HINT = "Say a day, and a time if one was agreed: 'friday', 'mon 10am', '4 dec', 'in 2 weeks'."
NO_DAY = f"I read no day in that. {HINT}"
PAST = "That day is past. " + HINT
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FROM_TODAY = {"today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2, "next week": 7}
_DURATION = re.compile(r"P(\d+)([DWM])")
_DAYS_OF = {"D": 1, "W": 7, "M": 28}
_NAMED = r"(?:today|tomorrow|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
_WEEKS_ON = re.compile(
    rf"\b(?:(?P<many>\d{{1,2}}|{'|'.join(NUMBER)}) (?:of )?)?(?<!next )(?<!this )(?<!every )(?<!each )(?P<before>week|fortnight)s?(?: on| from)? {_NAMED}"
    rf"|\b{_NAMED} (?P<after>week|fortnight)\b"
)


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
    found = next((day for one in whens if (day := _day_of(one, said, today)) is not None), None) or _in_so_long(said, today)
    if found is None:
        raise Unreadable(NO_DAY)
    if found < today:
        raise Unreadable(PAST)
    return DayAhead(found, time.fromisoformat(clock) if clock else None)


def _day_of(when: When, said: str, today: date) -> date | None:
    if when.day is not None:
        return when.day
    named = next((_WEEKDAYS.index(word) for word in when.words if word in _WEEKDAYS), None)
    if named is not None and "next week" in when.words:
        return today + timedelta(days=7 - today.weekday() + named)
    if named is not None:
        return today + timedelta(days=(named - today.weekday() - 1) % 7 + 1 + _weeks_on(when, said))
    ahead = next((_FROM_TODAY[word] for word in when.words if word in _FROM_TODAY), None)
    return None if ahead is None else today + timedelta(days=ahead + _weeks_on(when, said))


def _weeks_on(when: When, said: str) -> int:
    """The days by which `friday week` is after Friday, and `a fortnight today` after today."""
    seen = next((one for one in _WEEKS_ON.finditer(said) if one.start() < when.end and when.start < one.end()), None)
    if seen is None:
        return 0
    many = seen["many"] or "a"
    return (NUMBER[many] if many in NUMBER else int(many)) * (7 if "week" in (seen["before"], seen["after"]) else 14)


def _in_so_long(said: str, today: date) -> date | None:
    for duration, _, _ in durations_in(said):
        found = _DURATION.fullmatch(duration)
        if found is not None:
            return today + timedelta(days=int(found[1]) * _DAYS_OF[found[2]])
    return None
