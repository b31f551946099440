"""Finds the one time that a longer account tells of; none where it tells of two."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from domain.errors import Unreadable
from domain.moments.found import NO_DATE, Found, StillToCome
from domain.moments.phrases import Phrase
from domain.moments.runs import Run, runs_in
from domain.moments.spans import Span, choices, span_of
from domain.moments.spelling import spelt

LONGEST_ACCOUNT = 4_000
# A date further back is somebody's date of birth, or of another matter.
_LONG_AGO = timedelta(days=3650)


class MomentTold(NamedTuple):
    span: Span
    words: str


class _Reading(NamedTuple):
    span: Span
    runs: tuple[Run, ...]


def find_moment(text: str, now: datetime) -> MomentTold | None:
    """The time told of and the words it was read from. None where there is none, where there are two, or where it must be asked about.

    A day and a time that stand apart are one: `last night the calls began, at about ten`. Of a longer time and a shorter within it, it is the shorter.
    An account of more than 4,000 characters is not looked at.
    """
    if len(text) > LONGEST_ACCOUNT:
        return None
    typed = spelt(text)
    runs = [run for run in runs_in(typed.text, now) if not run.to_come]
    if any(run.trouble == NO_DATE for run in runs):
        return None
    told = _in_their_week(_told(runs))
    try:
        readings = _readings(told, now)
    except Unreadable:
        return None
    vague = any(run.trouble for run in runs)
    one = _the_one(readings)
    if one is None or (vague and not any(_is_dated(run) for run in one.runs)):
        return None
    in_order = sorted(one.runs, key=lambda run: run.start)
    return MomentTold(one.span, ", ".join(typed.words(run.start, run.end).strip() for run in in_order))


def _told(runs: Sequence[Run]) -> list[Run]:
    """`about ten` alone may be a number; where a day is told of and no other time, it is the time."""
    sure = [run for run in runs if run.sure and not run.trouble]
    timed = any(found.minutes is not None or found.ago is not None for run in sure for found in run.phrase.founds)
    unsure = [run for run in runs if not run.sure and run.phrase.founds[0].minutes is not None]
    return [*sure, *unsure] if len(unsure) == 1 and not timed and any(_is_dated(run) for run in sure) else sure


def _in_their_week(runs: list[Run]) -> list[Run]:
    """`last week a call came, on Tuesday at nine`: that Tuesday is one of last week."""
    weeks = {found.week for run in runs for found in run.phrase.founds if found.week is not None}
    for found in (found for run in runs for found in run.phrase.founds if len(weeks) == 1):
        if found.weekday is not None and found.day is None and not found.weeks_off:
            found.week = next(iter(weeks))
    return runs


def _readings(runs: Sequence[Run], now: datetime) -> list[_Reading]:
    dated = [_Reading(span, (run,)) for run in runs if _is_dated(run) and (span := _past(run.phrase, now)) is not None]
    day = min(dated, key=_length, default=None)
    undated = [run for run in runs if not _is_dated(run)]
    return [*dated, *(reading for run in undated if (reading := _on_the_day(run, day, now)) is not None)]


def _past(phrase: Phrase, now: datetime) -> Span | None:
    try:
        span = span_of(phrase)
    except StillToCome:
        return None
    return span if now - span.end < _LONG_AGO else None


def _on_the_day(run: Run, day: _Reading | None, now: datetime) -> _Reading | None:
    """A time told of apart from its day."""
    dated = day.runs[0].phrase.founds[0] if day is not None and len(day.runs[0].phrase.founds) == 1 else None
    settled = dated.settled() if dated is not None else None
    if day is None or dated is None or settled is None or settled[0] != settled[1]:
        span = _past(run.phrase, now)
        return None if span is None else _Reading(span, (run,))
    first, *rest = run.phrase.founds
    on_it = replace(first, day=settled[0], last_day=settled[0], part=_part_of_both(first, dated), overnight=dated.overnight)
    span = _past(replace(run.phrase, founds=[on_it, *rest]), now)
    return None if span is None else _Reading(span, (day.runs[0], run))


def _part_of_both(timed: Found, dated: Found) -> tuple[int, int] | None:
    if dated.part is None or (timed.minutes is not None and not choices(timed.minutes, timed.how, dated.part)):
        return timed.part
    if timed.part is None or timed.minutes is not None:
        return dated.part
    both = replace(dated)
    both.during(timed.part)
    return both.part


def _is_dated(run: Run) -> bool:
    return any(found.names_a_day() or found.ago is not None or found.overnight for found in run.phrase.founds)


def _the_one(readings: Sequence[_Reading]) -> _Reading | None:
    """The shortest, where every other holds it."""
    shortest = min(readings, key=_length, default=None)
    if shortest is None or not all(one.span.start <= shortest.span.start and shortest.span.end <= one.span.end for one in readings):
        return None
    return shortest


def _length(reading: _Reading) -> timedelta:
    return reading.span.end - reading.span.start
