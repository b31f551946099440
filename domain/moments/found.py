"""What was found of one time in the words that tell of it: its day, its part of the day, its hour, or how long ago it was."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.errors import Unreadable
from domain.london import long_date, to_london

DAY = 1440
HALF = 720
HINT = "Type it like 'yesterday 22:15', 'last night about ten' or '21/11 14:30'."
STRANGE = f"I could not read that as a time. {HINT}"
TO_COME = "That is still to come. When did it happen?"
NO_DATE = "That is no date in the calendar. The day comes first: 21/11 is 21 November."
TWO_MIDNIGHTS = "Midnight belongs to two days. Type the day with 23:59 or 00:01."
VAGUE = "On which day was it, as near as is known? Type it like 'between fri and sun', 'last week' or '21/11'."
# Before this hour `tonight` and `this evening` are the night and the evening just past.
SMALL_HOURS = 6
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Hours of the named day; the night runs on into the next morning.
PARTS = {
    "morning": (0, 12),
    "am": (0, 12),
    "afternoon": (12, 18),
    "pm": (12, 24),
    "evening": (17, 24),
    "night": (18, 30),
    "early hours": (0, 6),
    "lunchtime": (11, 15),
    "teatime": (16, 19),
}
NIGHT = PARTS["night"]


class StillToCome(Unreadable):
    """Read well enough, and no time at which anything can have happened."""


@dataclass
class Found:
    """`day` to `last_day` where more than one was told of; `ago` is an instant reckoned back from `now`."""

    today: date
    now: datetime
    day: date | None = None
    last_day: date | None = None
    weekday: int | None = None
    is_last: bool = False
    week: int | None = None
    weeks_off: int = 0
    part: tuple[int, int] | None = None
    minutes: int | None = None
    how: str = ""
    past: int | None = None
    zone: str = ""
    about: bool = False
    ago: datetime | None = None
    open_ended: bool = False
    overnight: bool = False
    night_between: bool = False
    seen: set[str] = field(default_factory=set)

    def once(self, what: str) -> None:
        if what in self.seen:
            raise Unreadable(f"I read more than one {what} there. {HINT}")
        self.seen.add(what)

    def on(self, day: date, last_day: date | None = None) -> None:
        """The same day may be told of twice: `yesterday 21/11`."""
        last = last_day or day
        if self.day is not None and (self.day, self.last_day) != (day, last):
            raise Unreadable(f"I read more than one day there. {HINT}")
        self.day, self.last_day = day, last

    def on_weekday(self, weekday: int) -> None:
        if self.weekday not in (None, weekday):
            raise Unreadable(f"I read more than one day there. {HINT}")
        self.weekday = weekday

    def back(self, weeks: int) -> None:
        self.once("week")
        self.weeks_off = weeks

    def at(self, minutes: int, how: str) -> None:
        """`how`: fixed (am, pm, noon), clock (written as on a 24-hour clock), bare (ten), midnight."""
        self.once("time")
        if minutes >= DAY:
            raise Unreadable(STRANGE)
        self.minutes, self.how = minutes, how

    def during(self, part: tuple[int, int]) -> None:
        """Two parts are the hours that they share; of a night, the early hours are the next morning's."""
        if self.part is not None:
            shared = [
                _shared(first, second) for first, second in ((self.part, part), (self.part, _next_day(part)), (_next_day(self.part), part))
            ]
            part = next((both for both in shared if both[0] < both[1]), (0, 0))
        if part == (0, 0):
            raise Unreadable(f"I read more than one part of the day there. {HINT}")
        self.part = part

    def names_a_day(self) -> bool:
        return self.day is not None or self.weekday is not None or self.week is not None or self.weeks_off > 0

    def names_a_time(self) -> bool:
        return self.minutes is not None or self.past is not None

    def tells(self) -> bool:
        return self.names_a_day() or self.names_a_time() or self.part is not None or self.ago is not None

    def settled(self) -> tuple[date, date] | None:
        """The first and the last day told of, once all that is said of the day agrees."""
        if self.week is not None:
            monday = self.today - timedelta(days=self.today.weekday() + 7 * self.week)
            if self.weekday is None and self.day is None:
                return monday, monday + timedelta(days=6)
            if self.day is None:
                return (monday + timedelta(days=self.weekday or 0),) * 2
        if not self.names_a_day():
            return None
        shift = timedelta(days=7 * self.weeks_off)
        if self.day is None:
            return (self._latest_weekday() - shift,) * 2
        first, last = self.day - shift, (self.last_day or self.day) - shift
        if self.weekday is None:
            return first, last
        named = first + timedelta(days=(self.weekday - first.weekday()) % 7)
        if named > last:
            raise Unreadable(
                f"{long_date(first)} was a {_LONG_WEEKDAYS[first.weekday()]}, not a {_LONG_WEEKDAYS[self.weekday or 0]}. Which is meant?"
            )
        return named, named

    def _latest_weekday(self) -> date:
        if self.weekday is None:
            return self.today
        return self.today - timedelta(days=(self.today.weekday() - self.weekday) % 7 or 7)


def found_at(now: datetime) -> Found:
    return Found(to_london(now).date(), now)


def clock_words(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def either(first: int, second: int) -> str:
    return f"Is that {clock_words(first)} or {clock_words(second)}? Please type the day and the time again."


def _shared(first: tuple[int, int], second: tuple[int, int]) -> tuple[int, int]:
    return max(first[0], second[0]), min(first[1], second[1])


def _next_day(part: tuple[int, int]) -> tuple[int, int]:
    return part[0] + 24, part[1] + 24
