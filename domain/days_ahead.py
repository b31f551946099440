"""A day or a moment that is still to come, as an officer types it: day first, London time, the nearest such day from today on."""

import re
from datetime import date, datetime, time, timedelta

from domain.errors import Unreadable
from domain.london import at_london, to_london
from domain.months import month_number

LONGEST = 60
HINT = "Type it like 'tomorrow', 'friday', 'in 2 weeks' or '24/11/2026'."
NO_DAY = f"I could not read that as a day to come. {HINT}"
NO_TIME = "Say also at what time: '24/11/2026 14:30' or 'tomorrow 10am'."
PAST = "That is past. Give a day and time that are still to come."
_DAY = timedelta(days=1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}|\d\d))?")
_LETTERS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}(?: (\d{4}))?")
_IN = re.compile(r"in (\d{1,2}|a) (day|week)s?")
_WEEKDAY = re.compile(r"(?:this |next |on )?(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}")
_NEAR = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "tomoz": 1}
_AT = re.compile(r"[ ,]*(?:\bat )?\b(?:(\d{1,2})[:.](\d\d)|(\d{1,2})(?:[:.](\d\d))? ?(am|pm)|(noon))$")


def read_day_ahead(text: str, today: date) -> date:
    """Today or later. Raises Unreadable."""
    said = _plain(text).removeprefix("until ").removeprefix("on ").removeprefix("til ")
    day = _day(said, today)
    if day is None:
        raise Unreadable(NO_DAY)
    if day < today:
        raise Unreadable(PAST)
    return day


def read_moment_ahead(text: str, now: datetime) -> datetime:
    """A time alone is today's. Raises Unreadable."""
    said = _plain(text)
    at = _AT.search(said)
    if at is None:
        raise Unreadable(NO_TIME)
    day = said[: at.start()].strip(" ,")
    moment = at_london(read_day_ahead(day, to_london(now).date()) if day else to_london(now).date(), _clock(at))
    if moment <= now:
        raise Unreadable(PAST)
    return moment


def without_hour(text: str) -> str:
    """Of a day and the hour that stands after it, the day."""
    said = " ".join(text.casefold().split())
    return _AT.sub("", said).strip(" ,") or said


def _plain(text: str) -> str:
    if len(text) > LONGEST:
        raise Unreadable(NO_DAY)
    return " ".join(text.casefold().split())


def _day(said: str, today: date) -> date | None:
    if said in _NEAR:
        return today + _NEAR[said] * _DAY
    if found := _IN.fullmatch(said):
        return today + (1 if found[1] == "a" else int(found[1])) * (7 if found[2] == "week" else 1) * _DAY
    if found := _WEEKDAY.fullmatch(said):
        return today + ((_WEEKDAYS.index(found[1]) - today.weekday() - 1) % 7 + 1) * _DAY
    if found := _ISO.fullmatch(said):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(said):
        return _dated(int(found[1]), int(found[2]), found[3], today)
    if found := _LETTERS.fullmatch(said):
        return _dated(int(found[1]), month_number(found[2]), found[3], today)
    return None


def _dated(day: int, month: int, year: str | None, today: date) -> date | None:
    """Without a year it is the nearest such day that is not past."""
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this, following = (_date(today.year + more, month, day) for more in (0, 1))
    return this if this is not None and this >= today else following


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(at: re.Match[str]) -> time:
    if at[6]:
        return time(12)
    hour, minute = int(at[1] or at[3]), int(at[2] or at[4] or 0)
    if at[5]:
        hour = hour % 12 + (12 if at[5] == "pm" else 0) if 0 < hour <= 12 else 99
    if hour > 23 or minute > 59:
        raise Unreadable(NO_TIME)
    return time(hour, minute)
