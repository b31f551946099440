"""Reads when something happened, as an officer types it: day first, London time, never a guess that is not said back."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from domain.errors import Unreadable
from domain.london import LONDON, at_london, long_date, long_moment, to_london
from domain.moment_words import DAY, HALF, HINT, LONGEST, STRANGE, Found, scan

TO_COME = "That is still to come. When did it happen?"
_TOMORROW = re.compile(r"\b(?:tomorrow|tmrw|tmw)\b")
_BETWEEN = re.compile(
    r"(?P<before>[^\n]{0,60}?)\b(?:between (?P<first>[^\n]{1,60}?) and (?P<last>[^\n]{1,60})|from (?P<from>[^\n]{1,60}?) (?:to|till?|until|-|\u2013) (?P<to>[^\n]{1,60}))"
)


@dataclass(frozen=True)
class Span:
    """From `start` to `end`, both UTC and included; the same instant twice where the time is known."""

    start: datetime
    end: datetime
    about: bool = False


class StillToCome(Unreadable):
    """Read well enough, and no time at which anything can have happened."""


def read_moment(text: str, now: datetime) -> Span:
    """Raises Unreadable, with words to show, for what cannot be read whole, is still to come, or could be two times."""
    if _TOMORROW.search(text.casefold()):
        raise StillToCome(TO_COME)
    ends = _BETWEEN.fullmatch(text.casefold().strip()) if len(text) <= LONGEST else None
    if ends is not None:
        span = _between(scan(f"{ends['before']} {ends['first'] or ends['from']}", now), scan(ends["last"] or ends["to"], now))
    else:
        found = scan(text, now)
        span = replace(_resolve(found), about=found.about)
    if span.start > now:
        raise StillToCome(TO_COME)
    return replace(span, end=min(span.end, now))


def in_words(span: Span) -> str:
    """The reading said back in London time."""
    start, end = to_london(span.start), to_london(span.end)
    about = "about " if span.about else ""
    if span.start == span.end:
        return f"{start:%a} {long_date(start.date())} at {about}{start:%H:%M}"
    if start.replace(fold=0) == end.replace(fold=0):
        return f"{start:%a} {long_date(start.date())} at {about}{start:%H:%M}, when the clocks went back (first or second not known)"
    if start.date() == end.date() and start.time() == time.min and end.time() == time(23, 59, 59):
        return f"{about}{start:%a} {long_date(start.date())}, time not known"
    return f"{about}between {long_moment(span.start)} and {long_moment(span.end)}"


def _resolve(found: Found) -> Span:
    if found.ago is not None:
        if found.day or found.part or found.minutes is not None:
            raise Unreadable(STRANGE)
        return Span(found.ago, found.ago)
    if found.minutes is not None:
        return _at_time(found, found.minutes)
    if found.part is not None:
        return _during(found.day or _latest_day(found, found.part), found.part)
    if found.day is not None:
        return _during(found.day, (0, 24))
    raise Unreadable(STRANGE)


def _between(first: Found, last: Found) -> Span:
    """An end that names no day takes it from the other: `between 9 and 10 last night`, `from 11pm friday to 1am`."""
    if _names_no_day(first):
        end = _resolve(last)
        start = _beside(first, last, lambda instant: instant <= end.start, end.start)
    else:
        start = _resolve(first)
        end = _beside(last, first, lambda instant: instant >= start.start, start.start) if _names_no_day(last) else _resolve(last)
    if start.start > end.end:
        raise Unreadable(f"The second of those times is before the first. {HINT}")
    return Span(start.start, end.end, first.about or last.about)


def _names_no_day(found: Found) -> bool:
    return found.minutes is not None and found.day is None and found.part is None


def _beside(found: Found, other: Found, fits: Callable[[datetime], bool], at: datetime) -> Span:
    """A clock time in the same part of the day as the other end, else the nearest to it on the right side."""
    minutes = found.minutes or 0
    if other.part is not None and _choices(minutes, found.how, other.part):
        return _resolve(replace(found, day=other.day, part=other.part))
    days = [to_london(at).date() + timedelta(days=shift) for shift in (-1, 0, 1)]
    near = [(day, choice) for day in days for choice in _choices(minutes, found.how, (0, 24)) if fits(_instant(day, choice))]
    return _wall_span(*min(near, key=lambda one: abs(_instant(*one) - at)))


def _during(day: date, part: tuple[int, int]) -> Span:
    return Span(_instant(day, part[0] * 60), _instant(day, part[1] * 60) - timedelta(seconds=1))


def _latest_day(found: Found, part: tuple[int, int]) -> date:
    yesterday = found.today - timedelta(days=1)
    return found.today if _instant(found.today, part[0] * 60) <= found.now else yesterday


def _at_time(found: Found, minutes: int) -> Span:
    if found.day is None and found.part is None:
        days = (found.today, found.today - timedelta(days=1))
        return _wall_span(
            *max((day, choice) for day in days for choice in _choices(minutes, found.how, (0, 24)) if _instant(day, choice) <= found.now)
        )
    if found.how == "midnight" and found.part is None:
        raise Unreadable("Midnight belongs to two days. Type the day with 23:59 or 00:01.")
    part = found.part or (0, 24)
    day = found.day or _latest_day(found, part)
    inside = _choices(minutes, found.how, part)
    past = [choice for choice in inside if _instant(day, choice) <= found.now] or inside[:1]
    if not past:
        raise Unreadable(f"That time is not in that part of the day. {HINT}")
    if len(past) > 1:
        raise Unreadable(f"Is that {_clock(past[0])} or {_clock(past[1])}? Please type the day and the time again.")
    return _wall_span(day, past[0])


def _choices(minutes: int, how: str, part: tuple[int, int]) -> list[int]:
    """The readings of a clock time, in minutes from the start of the day, that lie in the part of the day."""

    def inside(step: int, first: int) -> list[int]:
        return [choice for choice in range(first, 2 * DAY, step) if part[0] * 60 <= choice < part[1] * 60]

    either = inside(HALF, minutes % HALF)
    if how == "bare":
        return either
    exact = inside(DAY, minutes)
    return exact or (either[:1] if how == "clock" and minutes < 13 * 60 else [])


def _wall(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time.min) + timedelta(minutes=minutes)


def _instant(day: date, minutes: int) -> datetime:
    wall = _wall(day, minutes)
    return at_london(wall.date(), wall.time())


def _clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def _wall_span(day: date, minutes: int) -> Span:
    """One instant; both where the clocks went back; refused where they went forward over it."""
    wall = _wall(day, minutes)
    first = at_london(wall.date(), wall.time())
    if to_london(first).replace(tzinfo=None) != wall:
        raise Unreadable(f"The clocks went forward that night, so there was no {_clock(minutes)}. What time was it?")
    return Span(first, wall.replace(tzinfo=LONDON, fold=1).astimezone(UTC))


def find_moment(text: str, now: datetime) -> tuple[Span, str] | None:
    """The one moment that free text tells of, with the words it was read from."""
    del text, now
    return None
