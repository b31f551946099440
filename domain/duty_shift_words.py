"""Reads working hours as an officer types them (`mon-fri 8-16, sat 9-13`), and says them back."""

import re
from collections.abc import Iterable, Iterator
from datetime import time

from domain.duty import Shift
from domain.errors import Unreadable
from domain.moments.found import WEEKDAYS

LONGEST = 200
MOST = 21
HINT = "Type working hours like 'mon-fri 8-16' or 'mon tue wed 0700-1500, sat 22:00-06:00'. Nothing was changed."
OVERLAP = "Two of those hours are on the same day and begin at the same time. Nothing was changed."
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY = r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
_ROUND = rf"(?:weekdays?|every ?day|daily|weekends?|{_DAY}(?: ?(?:-|to|til|until) ?{_DAY})?)"
_CLOCK = r"(\d{1,2}?)(?:[:.]?(\d\d))? ?(am|pm)?"
_PART = re.compile(rf"(?P<days>{_ROUND}(?:[ ,&]+(?:and )?{_ROUND})*)[ ,:]+(?:from )?{_CLOCK} ?(?:-|to|til|until) ?{_CLOCK}(?![\d:])")
_ONE_ROUND = re.compile(rf"(?P<word>weekdays?|every ?day|daily|weekends?)|(?P<first>{_DAY})(?: ?(?:-|to|til|until) ?(?P<last>{_DAY}))?")
_BETWEEN = re.compile(r"(?:[ ,;.&]|and\b)*")
_WORDS = {"weekday": range(5), "weekdays": range(5), "weekend": range(5, 7), "weekends": range(5, 7)}


def read_shifts(text: str) -> tuple[Shift, ...]:
    """Raises Unreadable, with words to show, for what cannot be read whole. Hours that end before they begin end on the next day."""
    said = " ".join(text.casefold().replace("\u2013", "-").split())
    if not said or len(said) > LONGEST:
        raise Unreadable(HINT)
    at, found = 0, []
    while at < len(said):
        part = _PART.match(said, at)
        if part is None:
            raise Unreadable(HINT)
        begins, ends = _hours(*part.groups()[-6:])
        found += [Shift(day, begins, ends) for day in _days(part["days"])]
        at = _end_of(said, part.end())
    if len({(one.weekday, one.begins) for one in found}) < len(found) or len(found) > MOST:
        raise Unreadable(OVERLAP)
    return tuple(sorted(found, key=lambda one: (one.weekday, one.begins)))


def shift_words(shifts: Iterable[Shift]) -> str:
    return "; ".join(f"{_NAMES[one.weekday]} {one.begins:%H:%M} to {one.ends:%H:%M}" for one in shifts)


def _end_of(said: str, at: int) -> int:
    between = _BETWEEN.match(said, at)
    return at if between is None else between.end()


def _days(said: str) -> Iterator[int]:
    seen: set[int] = set()
    for one in _ONE_ROUND.finditer(said):
        for day in _round(one):
            if day not in seen:
                seen.add(day)
                yield day


def _round(one: re.Match[str]) -> Iterable[int]:
    if one["word"]:
        return _WORDS.get(one["word"], range(7))
    first = WEEKDAYS.index(one["first"][:3])
    last = WEEKDAYS.index(one["last"][:3]) if one["last"] else first
    return [(first + step) % 7 for step in range((last - first) % 7 + 1)]


def _hours(hour: str, minute: str | None, half: str | None, to_hour: str, to_minute: str | None, to_half: str | None) -> tuple[time, time]:
    """`8-4` is a day's work: an end that is no later than its beginning, and could be of the afternoon, is."""
    begins, ends = _clock(hour, minute, half), _clock(to_hour, to_minute, to_half)
    if to_half is None and half is None and ends <= begins and ends.hour < 12 and begins.hour < 12 and len(to_hour) == 1:
        ends = ends.replace(hour=ends.hour + 12)
    if begins == ends:
        raise Unreadable(HINT)
    return begins, ends


def _clock(hour: str, minute: str | None, half: str | None) -> time:
    number = int(hour)
    if half is not None:
        if not 1 <= number <= 12:
            raise Unreadable(HINT)
        number = number % 12 + (12 if half == "pm" else 0)
    if number == 24 and not int(minute or 0):
        number = 0
    if number > 23 or int(minute or 0) > 59:
        raise Unreadable(HINT)
    return time(number, int(minute or 0))
