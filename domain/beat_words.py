"""Reads which orders of a beat a line asks for: one's own or a named area's, those that end in some days, those whose respondent was never met."""

import calendar
import re
from datetime import date, timedelta

from domain.apostrophes import straight
from domain.beats import RUNGS, BeatAsked

_READ = 200
_MOST_DAYS = 366
_AREA = r"(?:the )?(?P<area>(?!(?:.* )?(?:my|our) )[a-z][a-z0-9' -]{1,50}?)"
_KIND = r"(?:beat|patch|area|ward|neighbourhood)"
_MINE = rf"(?:my|our|the) (?:(?:own )?{_KIND}s?|ground)"
_SHOW = r"(?:(?:please )?(?:show|list|give|get|see|what are|what're|which are|whats|what's|what is)(?: me| us)? )?"
_LIVE = r"(?:(?:all|the|any|live|current|active|of) )*"
_ORDERS = r"(?:orders?|nmos?|non-?mols?|injunctions?)"
_ENDING = r"(?:expir(?:ing|es?|y)|ending|ends?|run(?:ning|s)? out|due to (?:end|expire|run out)|about to (?:end|expire|run out))"
_WHEN = r"(?P<when>today|tomorrow|soon|this week|next week|this month|next month|(?:(?:in|within) )?(?:the )?(?:next |coming )?(?:\d{1,3} (?:days?|weeks?)|fortnight|week|month))"
_ON = r"(?:on|in|for|at|within)"
_UNMET = r"(?:(?:that (?:are|were) )?(?:un ?visited|never visited|not visited(?: yet)?|without (?:a |any )?(?:compliance )?visits?|with no (?:compliance )?visits?))"
# Somebody tells of a beating, and asks for no list.
_TELLS = "he|she|they|him|her|them|i|we|us|me|who|was|were|is|got|gets|been|be|being|had|has|have|and|to|severely|badly"
_WHICH = rf"(?:{_SHOW}{_LIVE}|(?:what|which) )?"
_END_ON = rf"(?: {_ENDING}(?: {_WHEN})?| (?P<unmet>{_UNMET}))?"
_LINES = tuple(
    re.compile(line)
    for line in (
        rf"{_SHOW}{_LIVE}(?:{_ORDERS} )?(?:{_UNMET} )?{_ON} {_MINE}{_END_ON}",
        rf"{_SHOW}{_LIVE}{_ORDERS} {_ON} {_AREA} {_KIND}{_END_ON}",
        rf"{_SHOW}{_MINE}(?: list)?",
        rf"{_SHOW}(?:beat list|expiry (?:watch|list|watch ?list|ladder))(?: {_ON} (?:{_MINE}|{_AREA}(?: {_KIND})?))?",
        rf"{_SHOW}(?!(?:.* )?(?:{_TELLS})\b){_AREA} beat(?: list)?",
        rf"(?:{_WHICH}(?:{_ORDERS}|what|anything) (?:(?:is|are|that|will be) )*{_ENDING}|{_SHOW}expiring(?: {_ORDERS})?) {_WHEN} {_ON} (?:{_MINE}|{_AREA}(?: {_KIND})?)",
        rf"{_WHICH}(?:{_ORDERS}|what|anything) (?:(?:is|are|that|will be) )*{_ENDING} {_WHEN}",
        rf"{_WHICH}(?:{_ORDERS}|what|anything) (?:(?:is|are|that) )*{_ENDING} {_ON} (?:{_MINE}|{_AREA} {_KIND})",
    )
)
_SPAN = re.compile(r"(\d{1,3}) (day|week)s?")
_ENDS = re.compile(rf"\b(?:{_ENDING})\b|\bexpiry\b")
_UNVISITED = re.compile(_UNMET)


def beat_asked(text: str, today: date) -> BeatAsked | None:
    """None where the whole line asks for nothing of a beat."""
    said = " ".join(straight(text[: 2 * _READ]).casefold().split()).rstrip("?!. ").removesuffix(" please")
    if len(said) > _READ:
        return None
    found = next((read for sign in _LINES if (read := sign.fullmatch(said))), None)
    if found is None:
        return None
    given = found.groupdict()
    span = _days(given.get("when") or ("soon" if _ENDS.search(said) else ""), today)
    first, last = span or (None, None)
    return BeatAsked(given.get("area") or "", first, last, unvisited=_UNVISITED.search(said) is not None)


def _days(when: str, today: date) -> tuple[date, date] | None:
    """The first and the last day; what has begun begins today."""
    sunday = today + timedelta(days=6 - today.weekday())
    match when.removeprefix("in ").removeprefix("within ").removeprefix("the "):
        case "":
            return None
        case "today":
            return today, today
        case "tomorrow":
            return today + timedelta(days=1), today + timedelta(days=1)
        case "soon":
            return today, today + timedelta(days=RUNGS[-1])
        case "this week":
            return today, sunday
        case "next week" if when == "next week":
            return sunday + timedelta(days=1), sunday + timedelta(days=7)
        case "this month":
            return today, _month_end(today)
        case "next month" if when == "next month":
            first = _month_end(today) + timedelta(days=1)
            return first, _month_end(first)
        case span:
            return today, today + timedelta(days=_number(span))


def _number(span: str) -> int:
    found = _SPAN.search(span)
    if found is None:
        return 14 if "fortnight" in span else 31 if "month" in span else 7
    return min(int(found[1]) * (7 if found[2] == "week" else 1), _MOST_DAYS)


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
