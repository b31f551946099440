"""The words and figures in which an officer types a time, taken one after another into what was found."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from domain.errors import Unreadable
from domain.london import to_london
from domain.months import MONTH, month_number

LONGEST = 120
DAY = 1440
HALF = 720
HINT = "Type it like 'yesterday 22:15', 'last night about ten' or '21/11 14:30'."
STRANGE = f"I could not read that as a time. {HINT}"
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_OTHER_NUMBERS = {
    "a": 1,
    "an": 1,
    "couple": 2,
    "couple of": 2,
    "a couple of": 2,
    "quarter": 15,
    "twenty": 20,
    "twenty five": 25,
    "half": 30,
}
_HOUR = rf"(?:{'|'.join(_NUMBERS[1:])}|\d{{1,2}})"
# Before this hour `tonight` and `this evening` are the night and the evening just past.
SMALL_HOURS = 6
# Hours of the named day; the night runs on into the next morning.
_PARTS = {"morning": (0, 12), "afternoon": (12, 18), "evening": (17, 24), "eve": (17, 24), "night": (18, 30)}


@dataclass
class Found:
    today: date
    now: datetime
    day: date | None = None
    part: tuple[int, int] | None = None
    minutes: int | None = None
    how: str = ""
    about: bool = False
    ago: datetime | None = None
    seen: set[str] = field(default_factory=set)

    def once(self, what: str) -> None:
        if what in self.seen:
            raise Unreadable(f"I read more than one {what} there. {HINT}")
        self.seen.add(what)

    def on(self, day: date) -> None:
        self.once("day")
        self.day = day

    def at(self, minutes: int, how: str) -> None:
        """`how`: fixed (am, pm, noon), clock (written as on a 24-hour clock), bare (ten), midnight."""
        self.once("time")
        if minutes >= DAY:
            raise Unreadable(STRANGE)
        self.minutes, self.how = minutes, how

    def during(self, part: str) -> None:
        self.once("part of the day")
        self.part = _PARTS[part]


def scan(text: str, now: datetime) -> Found:
    if len(text) > LONGEST:
        raise Unreadable(f"That is long for a time: only the day and the time, please. {HINT}")
    found = Found(to_london(now).date(), now)
    typed = text.casefold().replace("a.m.", "am").replace("p.m.", "pm").replace("'", "").replace("’", "").strip()
    if not typed:
        raise Unreadable(STRANGE)
    for take, piece in _pieces(typed):
        take(found, piece)
    return found


def _pieces(typed: str) -> "Iterator[tuple[Callable[[Found, re.Match[str]], None], re.Match[str]]]":
    at = 0
    while at < len(typed):
        for pattern, take in _TABLE:
            piece = pattern.match(typed, at)
            if piece is not None:
                yield take, piece
                at = piece.end()
                break
        else:
            raise Unreadable(STRANGE)


def _take_ago(found: Found, piece: re.Match[str]) -> None:
    many, unit = _number(piece["many"]), piece["unit"][0]
    if unit in "dnw":
        found.on(found.today - timedelta(days=many * (7 if unit == "w" else 1)))
        if unit == "n":
            found.during("night")
        return
    found.once("time")
    found.about = found.about or "couple" in piece["many"]
    minutes = 30 if piece["many"].startswith("half") else many * (60 if unit == "h" else 1)
    found.ago = found.now.replace(second=0, microsecond=0) - timedelta(minutes=minutes)


def _take_now(found: Found, _: re.Match[str]) -> None:
    found.once("time")
    found.ago = found.now


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _OTHER_NUMBERS.get(word) or (_NUMBERS.index(word) if word in _NUMBERS else 0)


def _take_date(found: Found, piece: re.Match[str]) -> None:
    parts = piece.groupdict()
    month = month_number(parts.get("month_name") or parts["month"])
    found.on(_on_day(found.today, int(parts["day"]), month, parts.get("year")))


def _on_day(today: date, day: int, month: int, year: str | None) -> date:
    """Without a year, the latest such day that is not to come."""
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        years = (year for year in range(today.year, today.year - 9, -1) if not (month == 2 and day == 29 and year % 4))
        return next(one for one in (date(year, month, day) for year in years) if one <= today)
    except ValueError as wrong:
        raise Unreadable("That is no date in the calendar. The day comes first: 21/11 is 21 November.") from wrong


def _take_nth(found: Found, piece: re.Match[str]) -> None:
    day = int(piece["day"])
    back = (found.today - timedelta(days=passed) for passed in range(63))
    near = next((one for one in back if one.day == day), None)
    if near is None:
        raise Unreadable("That is no date in the calendar. The day comes first: 21/11 is 21 November.")
    found.on(near)


def _take_weekday(found: Found, piece: re.Match[str]) -> None:
    back = (found.today.weekday() - _WEEKDAYS.index(piece["weekday"][:3])) % 7 or 7
    found.on(found.today - timedelta(days=back))


def _take_day_word(found: Found, piece: re.Match[str]) -> None:
    back = {"d": 2, "n": 2, "y": 1, "l": 1, "t": 0}[piece[0][0]]
    if piece[0] in ("tonight", "this evening") and to_london(found.now).hour < SMALL_HOURS:
        back = 1
    found.on(found.today - timedelta(days=back))
    if "night" in piece[0]:
        found.during("night")
    elif piece[0].startswith("this"):
        found.during(piece[0].split()[-1])


def _take_part(found: Found, piece: re.Match[str]) -> None:
    found.during(piece[0])


def _take_named_time(found: Found, piece: re.Match[str]) -> None:
    if piece[0] == "midnight":
        found.at(0, "midnight")
    else:
        found.at(HALF, "fixed")


def _take_clock(found: Found, piece: re.Match[str]) -> None:
    hour, minute, half = int(piece["hour"]), int(piece["minute"]), piece["half"]
    if minute > 59:
        raise Unreadable(STRANGE)
    if half:
        found.at(_half_day(hour, half) + minute, "fixed")
    else:
        found.at(hour * 60 + minute, "clock" if len(piece["hour"]) == 2 else "bare")


def _half_day(hour: int, half: str) -> int:
    if not 1 <= hour <= 12:
        raise Unreadable(STRANGE)
    return hour % 12 * 60 + (HALF if half == "pm" else 0)


def _take_past(found: Found, piece: re.Match[str]) -> None:
    """`half ten` is 10:30 in Britain."""
    shift = _number(piece["shift"]) * (-1 if piece["way"] == "to" else 1)
    minutes = _bare_hour(_number(piece["hour"])) + shift
    found.at(minutes % HALF + (HALF if piece["half"] == "pm" else 0), "fixed" if piece["half"] else "bare")


def _bare_hour(hour: int) -> int:
    if hour > 12:
        raise Unreadable(f"Please type that time with its minutes. {HINT}")
    return hour % 12 * 60


def _take_hour(found: Found, piece: re.Match[str]) -> None:
    hour, half = _number(piece["hour"]), piece["half"]
    if half:
        found.at(_half_day(hour, half), "fixed")
    else:
        found.at(_bare_hour(hour), "bare")


def _refuse_year(_: Found, piece: re.Match[str]) -> None:
    raise Unreadable(
        f"That is only a year. On which day of {piece['year']} was it, as near as is known? Type it like '21/11/{piece['year']}'."
    )


def _take_about(found: Found, _: re.Match[str]) -> None:
    found.about = True


def _ignore(_: Found, __: re.Match[str]) -> None:
    """Words that change nothing."""


_TABLE: list[tuple[re.Pattern[str], Callable[[Found, re.Match[str]], None]]] = [
    (re.compile(pattern), take)
    for pattern, take in (
        (r"[\s,]+", _ignore),
        (
            r"(?P<many>\d{1,3}|half an|(?:a )?couple of|an?|"
            + "|".join(_NUMBERS[1:])
            + r") (?P<unit>min(?:ute)?s?|h(?:ou)?rs?|days?|nights?|weeks?) ago\b",
            _take_ago,
        ),
        (r"(?:just |right )?now\b", _take_now),
        (r"(?:(?:back )?in|since|during|from|(?:in )?the year) (?P<year>(?:19|20)\d\d)\b(?! ?(?:hrs|hours|h)\b)", _refuse_year),
        (r"(?P<year>20\d\d)-(?P<month>\d\d?)-(?P<day>\d\d?)t?\b", _take_date),
        (r"(?P<day>\d\d?)(?P<sep>[/.-])(?P<month>\d\d?)(?P=sep)(?P<year>20\d\d|\d\d)\b", _take_date),
        (r"(?P<day>\d\d?)/(?P<month>\d\d?)\b", _take_date),
        (rf"(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? ?(?P<month_name>{MONTH})\b(?:,? (?P<year>20\d\d)\b)?", _take_date),
        (rf"(?P<month_name>{MONTH}) (?P<day>\d\d?)(?:st|nd|rd|th)?\b(?![:.])(?:,? (?P<year>20\d\d)\b)?", _take_date),
        (r"(?P<day>\d\d?)(?:st|nd|rd|th)\b", _take_nth),
        (
            r"(?:last )?(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b",
            _take_weekday,
        ),
        (
            r"night before last\b|day before yesterday\b|yesterday\b|yday\b|yest\b|last night\b|tonight\b|this (?:morning|afternoon|evening)\b|today\b",
            _take_day_word,
        ),
        (r"(?:morning|afternoon|evening|eve|night)\b", _take_part),
        (r"noon\b|midday\b|midnight\b", _take_named_time),
        (r"(?P<hour>\d\d?)[:.](?P<minute>\d\d) ?(?:(?P<half>am|pm)|hrs?|hours|h)?\b", _take_clock),
        (r"(?P<hour>\d\d)(?P<minute>\d\d) ?(?:hrs|hours|h)?(?P<half>(?!))?\b", _take_clock),
        (
            rf"(?P<shift>half|quarter|twenty five|twenty|ten|five|\d\d?)(?: (?P<way>past|to)| (?<=half )) ?(?P<hour>{_HOUR}) ?(?P<half>am|pm)?(?=ish\b|\b)",
            _take_past,
        ),
        (rf"(?P<hour>{_HOUR}) ?(?P<half>am|pm)?(?: ?o ?clock)?(?=ish\b|\b)", _take_hour),
        (r"-?ish\b|about\b|around\b|approx(?:imately)?\b|roughly\b|circa\b|maybe\b|~", _take_about),
        (r"(?:at|on|the|in|just|earlier|early|late)\b|\.", _ignore),
    )
]
