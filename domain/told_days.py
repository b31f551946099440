"""A day, with its time where one is told, as a draft keeps it: by London's clock, and apart from an instant until the hour is known."""

from datetime import date, datetime, time

from domain.days_ahead import read_day_ahead, read_moment_ahead
from domain.errors import Unreadable
from domain.london import at_london, long_date, to_london
from domain.moments import read_moment
from domain.paper_dates import days, times

WRITE_IT = "Write it like 12 March 2026 14:30, or the day alone."
TO_COME = "That is still to come."
ONE_DAY = f"Say on which one day it was. {WRITE_IT}"


def read_past(said: str, now: datetime) -> str:
    """`2026-11-21 22:30` or `2026-11-21`, also of "yesterday 22:30". Raises Unreadable."""
    told = _as_written(said)
    if told is None:
        span = read_moment(said, now)
        first, last = to_london(span.start), to_london(span.end)
        if first.date() != last.date():
            raise Unreadable(ONE_DAY)
        told = _kept(first.date(), first.time() if span.start == span.end and not span.about else None)
    if begins_at(told) > now:
        raise Unreadable(TO_COME)
    return told


def read_ahead(said: str, now: datetime) -> str:
    """The same of an end, which a paper may have in the past too. Raises Unreadable."""
    told = _as_written(said)
    if told is not None:
        return told
    try:
        at = to_london(read_moment_ahead(said, now))
    except Unreadable:
        return _kept(_day_ahead(said, now), None)
    return _kept(at.date(), at.time())


def begins_at(kept: str) -> datetime:
    """The instant, or of a day alone its beginning."""
    return at_london(date.fromisoformat(kept[:10]), time.fromisoformat(kept[11:]) if kept[11:] else time())


def told_words(kept: str) -> str:
    """`21 November 2026 22:30`; what was kept as it was typed stays that."""
    try:
        return " ".join((long_date(date.fromisoformat(kept[:10])), kept[10:].strip())).strip()
    except ValueError:
        return kept


def _as_written(said: str) -> str | None:
    """None where no one day is written out."""
    named, clock = days(said), times(said)
    if len(named) != 1 or len(clock) > 1:
        return None
    return _kept(named[0].day, clock[0] if clock else None)


def _day_ahead(said: str, now: datetime) -> date:
    try:
        return read_day_ahead(said, to_london(now).date())
    except Unreadable as trouble:
        raise Unreadable(WRITE_IT) from trouble


def _kept(day: date, clock: time | None) -> str:
    return day.isoformat() if clock is None else f"{day.isoformat()} {clock:%H:%M}"
