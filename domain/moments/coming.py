"""Reads a time or a day that is to come, as an officer types it: day first, London time, never a guess that is not said back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.errors import Unreadable
from domain.london import at_london, to_london
from domain.moments import days, times
from domain.moments.found import DAY, HALF, NO_DATE, PARTS, TWO_MIDNIGHTS, WEEKDAYS, Found, found_at
from domain.moments.numbers import MANY, number
from domain.moments.spans import choices
from domain.moments.spelling import spelt
from domain.months import month_number

LONGEST = 120
HINT = "Type it like 'til 10 tomorrow', 'for an hour' or 'fri 14:00'."
STRANGE = f"I could not read that as a time to come. {HINT}"
PASSED = f"That is past already. {HINT}"
WHICH_DAY = "I could not read that as a day. Type it like 'monday', '14 dec' or '14/12/2026'."
_TWO_TIMES = f"I read more than one time there. {HINT}"
# Where a bare hour could be either half of the day, people are at work in this one.
_AT_WORK = range(7 * 60, 19 * 60)
_AWAKE = range(7 * 60, 22 * 60)
_WHOLE = (0, 24)
Piece = re.Match[str]


@dataclass
class Wanted:
    """What was read so far: `found` holds the time of day, `after` how long from now, `part` the clock time that a part of the day stands for."""

    now: datetime
    found: Found
    day: date | None = None
    after: timedelta | None = None
    part: tuple[str, int] | None = None
    beyond: bool = False

    @property
    def today(self) -> date:
        return to_london(self.now).date()

    def on(self, day: date) -> None:
        if self.day not in (None, day):
            raise Unreadable(_TWO_TIMES)
        self.day = day


_PART_TIMES = {
    "morning": 9 * 60, "am": 9 * 60, "lunchtime": 12 * 60 + 30, "afternoon": 14 * 60, "pm": 14 * 60, "teatime": 17 * 60, "evening": 18 * 60,
    "night": 20 * 60,
}  # fmt: skip
_AFTER_LUNCH = 14 * 60


def _take_span(wanted: Wanted, piece: Piece) -> None:
    many, unit = piece["many"].removeprefix("another ") or "a", piece["unit"]
    if wanted.after is not None:
        raise Unreadable(_TWO_TIMES)
    if unit[0] in "dwf":
        wanted.after = timedelta(days=(number(many) or 1) * {"d": 1, "w": 7, "f": 14}[unit[0]])
        return
    minutes = 60 if unit[0] == "h" else 1
    parts = {"half": 0.5, "a quarter": 0.25, "quarter": 0.25, "three quarters": 0.75}
    share = next((share for words, share in parts.items() if many.startswith(words)), None)
    count = share if share is not None else float(many) if many.endswith(".5") else number(many) or 1
    wanted.after = timedelta(minutes=count * minutes + minutes / 2 * (piece["extra"] is not None) + int(piece["more"] or 0))


def _take_day_word(wanted: Wanted, piece: Piece) -> None:
    word = piece["word"]
    wanted.on(wanted.today + timedelta(days=2 if "after" in word else word == "tomorrow"))
    if word == "tonight":
        _set_part(wanted, "night")


def _take_weekday(wanted: Wanted, piece: Piece) -> None:
    """On a Monday, `monday` is the next one."""
    ahead = (WEEKDAYS.index(piece["weekday"][:3]) - wanted.today.weekday()) % 7 or (0 if piece["lead"] == "this " else 7)
    wanted.on(wanted.today + timedelta(days=ahead + 7 * (piece["week"] is not None or piece["before"] is not None)))


def _take_next_week(wanted: Wanted, _: Piece) -> None:
    wanted.on(wanted.today + timedelta(days=7 - wanted.today.weekday()))


def _take_date(wanted: Wanted, piece: Piece) -> None:
    """Without a year, the next such day that has not passed."""
    parts = piece.groupdict()
    month, year = month_number(parts.get("month_name") or parts["month"]), parts.get("year") or parts.get("short")
    try:
        if year:
            wanted.on(date(int(year) + (2000 if len(year) == 2 else 0), month, int(piece["day"])))
            return
        years = (one for one in range(wanted.today.year, wanted.today.year + 9) if not (month == 2 and piece["day"] == "29" and one % 4))
        wanted.on(next(day for day in (date(one, month, int(piece["day"])) for one in years) if day >= wanted.today))
    except ValueError as wrong:
        raise Unreadable(NO_DATE) from wrong


def _take_nth(wanted: Wanted, piece: Piece) -> None:
    ahead = (wanted.today + timedelta(days=number) for number in range(63))
    near = next((one for one in ahead if one.day == int(piece["day"])), None)
    if near is None:
        raise Unreadable(NO_DATE)
    wanted.on(near)


def _take_part(wanted: Wanted, piece: Piece) -> None:
    if piece["this"]:
        wanted.on(wanted.today)
    _set_part(wanted, piece["part"].removesuffix("s").replace(" time", "time"))
    wanted.beyond = wanted.beyond or piece["after"] is not None


def _set_part(wanted: Wanted, word: str) -> None:
    if wanted.part is not None and wanted.part[0] != word:
        raise Unreadable(_TWO_TIMES)
    wanted.part = (word, _PART_TIMES[word])


def _take_first_thing(wanted: Wanted, _: Piece) -> None:
    wanted.part = ("morning", 8 * 60)


def _of_the_clock(take: Callable[[Found, Piece], None]) -> Callable[[Wanted, Piece], None]:
    return lambda wanted, piece: take(wanted.found, piece)


def _nothing(_: Wanted, __: Piece) -> None:
    """Words that change nothing."""


_UNIT = r"(?P<unit>m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|days?|weeks?|fortnights?)"
_SPAN = (
    rf"(?P<many>\d{{1,2}}\.5|half an?|half|(?:a )?quarter of an|three quarters of an|another (?:{MANY})|another|{MANY}) ?{_UNIT}(?![a-z])"
    r"(?P<extra> and a half)?(?:,?(?: and)? ?(?P<more>[1-5]?\d) ?m(?:in(?:ute)?s?)?\b)?(?:'?s? time)?(?: more)?"
)
_WEEKDAY = rf"(?P<before>(?:an? )?week on )?(?P<lead>next |this |coming |on )?(?P<weekday>{days.WEEKDAY})\b(?P<week> week\b)?"
_PART = r"(?P<after>after )?(?P<this>this )?(?P<part>mornings?|afternoons?|evenings?|nights?|lunch ?time|tea ?time|am|pm)\b"
_FILLS = (
    r"not (?:today|now)\b|sort it\b|[ ,.!;:-]|(?:please|remind|me|again|snooze|put|push|it|this|that|off|back|not|now|later|until|for|by|at|on|in|about|around|the|then|to|from|till|ill|do"
    r"|of|about|maybe|say|after|starting|only|just|o ?clock)\b|@"
)
_ROWS: tuple[tuple[str, Callable[[Wanted, Piece], None]], ...] = (
    (r"(?:until|at|by|@) ?(?P<hour>[0-2]\d) ?h(?:rs|ours)\b", _of_the_clock(times.take_hours)),
    (r"(?P<word>(?:the )?day after tomorrow|tomorrow|today|tonight)\b", _take_day_word),
    (_WEEKDAY, _take_weekday),
    (_SPAN, _take_span),
    (r"next week\b", _take_next_week),
    (days.ISO, _take_date),
    (days.FIGURES, _take_date),
    (days.SHORT, _take_date),
    (days.IN_LETTERS, _take_date),
    (days.MONTH_FIRST, _take_date),
    (days.NTH, _take_nth),
    (r"first thing\b", _take_first_thing),
    (_PART, _take_part),
    (times.NAMED_TIME, _of_the_clock(times.take_named_time)),
    (times.CLOCK, _of_the_clock(times.take_clock)),
    (times.FOUR_FIGURES, _of_the_clock(times.take_clock)),
    (times.THREE_FIGURES, _of_the_clock(times.take_clock)),
    (times.PAST, _of_the_clock(times.take_past)),
    (times.HOUR_ALONE, _of_the_clock(times.take_hour)),
    (_FILLS, _nothing),
)
_TABLE = tuple((re.compile(pattern), take) for pattern, take in _ROWS)


def read_coming(text: str, now: datetime) -> datetime:
    """The moment, in UTC. Raises Unreadable, with words to show, for what cannot be read whole or is past."""
    wanted = _read(text, now)
    moment = _moment(wanted)
    if moment is None:
        raise Unreadable(STRANGE)
    if moment <= now:
        raise Unreadable(PASSED)
    return moment


def read_coming_day(text: str, now: datetime) -> date:
    """A London day from today on. Raises Unreadable where a time stands beside it, or no day."""
    wanted = _read(text, now)
    if wanted.found.minutes is not None or wanted.part is not None:
        raise Unreadable(WHICH_DAY)
    if wanted.after is not None and wanted.day is None and wanted.after >= timedelta(days=1):
        return wanted.today + wanted.after
    if wanted.day is None or wanted.after is not None:
        raise Unreadable(WHICH_DAY)
    return wanted.day


def _read(text: str, now: datetime) -> Wanted:
    if len(text) > LONGEST:
        raise Unreadable(STRANGE)
    typed = spelt(text).text.strip()
    wanted, at = Wanted(now, found_at(now)), 0
    while at < len(typed):
        seen = next(((take, piece) for pattern, take in _TABLE if (piece := pattern.match(typed, at)) and piece.end() > at), None)
        if seen is None:
            raise Unreadable(STRANGE)
        take, piece = seen
        take(wanted, piece)
        at = piece.end()
    return wanted


def _moment(wanted: Wanted) -> datetime | None:
    timed = wanted.found.minutes is not None or wanted.part is not None
    if wanted.after is not None:
        if wanted.day is not None or (timed and wanted.after < timedelta(days=1)):
            raise Unreadable(_TWO_TIMES)
        if not timed:
            return _later(wanted)
        wanted.day = wanted.today + wanted.after
    if wanted.found.minutes is not None:
        return _at_time(wanted, wanted.found.minutes)
    if wanted.part is not None:
        minutes = _AFTER_LUNCH if wanted.beyond and wanted.part[0] == "lunchtime" else wanted.part[1]
        return _first(wanted, [minutes])
    return None if wanted.day is None else _instant(wanted.day, _PART_TIMES["morning"])


def _later(wanted: Wanted) -> datetime:
    """Hours are hours; so many days on it is the same time by the clocks of London."""
    after = wanted.after or timedelta()
    if after < timedelta(days=1):
        return wanted.now + after
    local = to_london(wanted.now)
    return at_london(local.date() + after, local.time())


def _at_time(wanted: Wanted, minutes: int) -> datetime | None:
    how = wanted.found.how
    if how == "midnight" and wanted.part is None:
        if wanted.day is not None:
            raise Unreadable(TWO_MIDNIGHTS)
        return _instant(wanted.today, DAY)
    window = PARTS[wanted.part[0]] if wanted.part else _WHOLE
    either = [one for one in choices(minutes, how, window) if one < DAY] or choices(minutes, how, window)
    if how != "bare" or len(either) == 1:
        return _first(wanted, either)
    usual = [one for one in sorted(either, key=lambda one: one % HALF) if one in (_AT_WORK if wanted.day else _AWAKE)]
    return _first(wanted, usual or either)


def _first(wanted: Wanted, readings: list[int]) -> datetime | None:
    """The first of them that is to come, on the day that was said or else today or tomorrow; a past one where the day has passed."""
    on = [wanted.day] if wanted.day else [wanted.today, wanted.today + timedelta(days=1)]
    moments = [_instant(day, minutes) for day in on for minutes in readings]
    return min((one for one in moments if one > wanted.now), default=max(moments, default=None))


def _instant(day: date, minutes: int) -> datetime:
    wall = datetime.combine(day, time.min) + timedelta(minutes=minutes)
    return at_london(wall.date(), wall.time())
