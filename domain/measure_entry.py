"""What an officer enters of a measure from its paper: read field by field, and held against the rules of its kind."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.ends import BEFORE_IT_WAS_MADE, is_before
from domain.errors import Unreadable
from domain.london import at_london, long_date, to_london
from domain.measure_questions import NONE_ATTACHED, row_of
from domain.measures import Field, Measure, Span
from domain.paper_dates import days, times
from domain.papers import Condition
from domain.terms import MOST_CONDITIONS

LONGEST_FIELD = 300
LONGEST_TERMS = 12_000
NOTHING_SAVED = " Nothing was saved."
NO_TIME = "No hour of its end was given: it is held to run to the end of that day."
NO_HOUR = "No hour was given at which it was made, so no clock could be started: give it under Change."
_END_OF_DAY = time(23, 59)
_NUMBERED = re.compile(r"^\(?(?P<number>[0-9]{1,2}[a-z]?)[.)]\s+")
_LABELS = {
    Field.MADE: "when it was made or given",
    Field.ENDS: "when it ends",
    Field.HEARING: "the hearing",
    Field.POWER_UNTIL: "when the power of arrest ends",
}


@dataclass(frozen=True)
class Given:
    """What was read. What is None was left empty; `power_clauses` is empty where no power is attached."""

    made_on: date | None = None
    made_at: datetime | None = None
    expires_at: datetime | None = None
    hearing_on: date | None = None
    made_by: str | None = None
    number: str | None = None
    without_notice: bool | None = None
    power_clauses: str | None = None
    power_until: datetime | None = None
    conditions: tuple[Condition, ...] = ()
    notes: tuple[str, ...] = ()


def read_fields(row: Measure, values: Mapping[str, str], now: datetime) -> Given:
    """The fields that its kind has. Raises Unreadable, with words to show, and nothing is kept then."""
    said = {one: " ".join(values.get(one.value, "").split())[:LONGEST_FIELD] for one in row.fields}
    made, ends = _moment(said, Field.MADE), _moment(said, Field.ENDS)
    until = _moment(said, Field.POWER_UNTIL)
    hearing = _moment(said, Field.HEARING)
    if made[0] is not None and at_london(made[0], made[1] or time()) > now:
        raise Unreadable("When it was made is still to come. Nothing was saved.")
    clauses, notice = said.get(Field.POWER_CLAUSES, ""), said.get(Field.NOTICE, "")
    return Given(
        made_on=made[0],
        made_at=_at(made),
        expires_at=None if ends[0] is None else at_london(ends[0], ends[1] or _END_OF_DAY),
        hearing_on=hearing[0],
        made_by=said.get(Field.MADE_BY) or None,
        number=said.get(Field.NUMBER) or None,
        without_notice={"without": True, "on": False}.get(notice),
        power_clauses="" if clauses.casefold() in NONE_ATTACHED else clauses or None,
        power_until=None if until[0] is None else at_london(until[0], until[1] or _END_OF_DAY),
        conditions=_conditions(values.get(Field.CONDITIONS.value, "")),
        notes=(NO_TIME,) if ends[0] is not None and ends[1] is None else (),
    )


def with_hearing(row: Measure, given: Given) -> Given:
    """A notice runs until its hearing: where none was entered, until the last day on which the law has it heard."""
    if row.span.most_hours is None or given.hearing_on is not None or given.made_at is None:
        return given
    last = to_london(given.made_at + timedelta(hours=row.span.most_hours)).date()
    note = (
        f"No hearing was entered: it is held to be on {long_date(last)} at the latest ({row.span.most_hours} hours from when it was given)."
    )
    return replace(given, hearing_on=last, notes=(*given.notes, note))


def contradictions(row: Measure, given: Given) -> Iterator[str]:
    """What cannot be, whatever the paper is."""
    if given.made_on is None:
        return
    if is_before(given.expires_at, given.made_on, given.made_at):
        yield BEFORE_IT_WAS_MADE
    if row.span.most_hours is not None and given.hearing_on is not None and given.hearing_on < given.made_on:
        yield "The hearing cannot be before the notice was given."


def against_its_kind(values: Mapping[str, str], now: datetime) -> Iterator[str]:
    """What of a draft cannot be, though each answer by itself can be read."""
    row = row_of(values)
    if row is None:
        return
    try:
        given = read_fields(row, values, now)
    except Unreadable as trouble:
        yield trouble.advice.removesuffix(NOTHING_SAVED)
        return
    yield from contradictions(row, given)


def cautions_of(values: Mapping[str, str], now: datetime) -> tuple[str, ...]:
    """Of a draft that could be saved."""
    row = row_of(values)
    return () if row is None else cautions(row, with_hearing(row, read_fields(row, values, now)))


def cautions(row: Measure, given: Given) -> tuple[str, ...]:
    """What of it is not as its kind has it: told, and never a reason to refuse what a paper says."""
    return (*given.notes, *_of_length(row, given), *([NO_HOUR] if given.made_at is None and _has_clock(row) else []))


def _of_length(row: Measure, given: Given) -> Iterator[str]:
    if given.made_on is None:
        return
    ends = to_london(given.expires_at).date() if given.expires_at else None
    says = f"{row.length.words} ({row.length.source}). Look at the {row.paper} again."
    if ends is not None and not _fits(row.span, given.made_on, ends):
        yield f"It runs {(ends - given.made_on).days} days as entered. {says}"
    if row.span.most_hours is not None and given.hearing_on is not None:
        last = (given.made_at or at_london(given.made_on, time())) + timedelta(hours=row.span.most_hours)
        if given.hearing_on > to_london(last).date():
            yield f"Its hearing is more than {row.span.most_hours} hours after it was given, as entered. {says}"


def _fits(span: Span, made: date, ends: date) -> bool:
    length = (ends - made).days
    least, most = span.least_days, span.most_days
    if least is not None and length < least:
        return False
    if most is not None and length > most:
        return False
    if span.least_years is not None and ends < _later(made, 12 * span.least_years):
        return False
    return span.most_months is None or ends <= _later(made, span.most_months)


def _later(day: date, months: int) -> date:
    """The same day of a later month, or its last."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise ValueError(day)


def _has_clock(row: Measure) -> bool:
    return any(one.since.value == "made" for one in row.duties)


def _moment(said: Mapping[Field, str], which: Field) -> tuple[date | None, time | None]:
    typed = said.get(which, "")
    if not typed:
        return None, None
    found, walls = days(typed), times(typed)
    if len(found) != 1 or len(walls) > 1:
        raise Unreadable(f"I cannot read {_LABELS[which]}: write it like 12 March 2026 14:30, or the day alone. Nothing was saved.")
    return found[0].day, walls[0] if walls else None


def _at(made: tuple[date | None, time | None]) -> datetime | None:
    day, wall = made
    return None if day is None or wall is None else at_london(day, wall)


def _conditions(typed: str) -> tuple[Condition, ...]:
    if len(typed) > LONGEST_TERMS:
        raise Unreadable("The terms are longer than can be kept here. Nothing was saved.")
    lines = [line.strip() for line in typed.splitlines() if line.strip()]
    if len(lines) > MOST_CONDITIONS:
        raise Unreadable(f"More than {MOST_CONDITIONS} terms cannot be kept. Nothing was saved.")
    return tuple(_condition(line) for line in lines)


def _condition(line: str) -> Condition:
    found = _NUMBERED.match(line)
    return Condition(found["number"], line[found.end() :]) if found else Condition("", line)
