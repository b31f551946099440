"""The life of one reminder: planned, due, sent, seen, taken on, done; each state with its moment."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from itertools import groupby

from domain.london import to_london


class Step(StrEnum):
    """What is kept of a round; that it is due and that it was sent are known from the plan and the rows of the outbox."""

    PLANNED = "planned"
    SEEN = "seen"
    ACKNOWLEDGED = "acknowledged"
    DONE = "done"


class LifeState(StrEnum):
    PLANNED = "planned"
    DUE = "due"
    SENT = "sent"
    SEEN = "seen"
    ACKNOWLEDGED = "acknowledged"
    DONE = "done"


_WORDS: dict[LifeState, str] = {
    LifeState.SENT: "sent",
    LifeState.SEEN: "opened",
    LifeState.ACKNOWLEDGED: "taken on",
    LifeState.DONE: "done",
}


@dataclass(frozen=True)
class Life:
    """Of the reminder of one round. `due_at` is when it is to be brought up."""

    due_at: datetime
    planned_at: datetime | None = None
    sent_at: datetime | None = None
    seen_at: datetime | None = None
    acknowledged_at: datetime | None = None
    done_at: datetime | None = None


def reached(life: Life, now: datetime) -> list[tuple[LifeState, datetime]]:
    """The states it has come to, in their order. Whoever takes it on, or has done it, has seen it."""
    later = [life.done_at, life.acknowledged_at, life.seen_at]
    known = [moment for moment in later if moment is not None]
    seen = min(known, default=None)
    given = (
        (LifeState.PLANNED, life.planned_at),
        (LifeState.DUE, life.due_at if life.due_at <= now else None),
        (LifeState.SENT, life.sent_at),
        (LifeState.SEEN, seen),
        (LifeState.ACKNOWLEDGED, life.acknowledged_at),
        (LifeState.DONE, life.done_at),
    )
    return [(state, moment) for state, moment in given if moment is not None]


def sent_by(life: Life, now: datetime) -> Life:
    """As the reminder itself tells it: it is drawn to be sent at that moment."""
    return life if life.sent_at else replace(life, sent_at=now)


def life_words(life: Life, now: datetime) -> str:
    """`sent on Fri 20 November at 12:01, opened and taken on at 12:04`: the day is said where it changes."""
    came = [(_WORDS[state], moment) for state, moment in reached(life, now) if state in _WORDS]
    said, day = [], None
    for (local_day, clock), alike in groupby(came, lambda one: _wall(one[1])):
        *first, last = [words for words, _ in alike]
        when = f"at {clock}" if local_day == day else f"{_on(local_day)} at {clock}"
        said.append(f"{', '.join(first)} and {last} {when}" if first else f"{last} {when}")
        day = local_day
    return ", ".join(said + _to_come(life, now)) if said else _not_sent(life, now)


def _to_come(life: Life, now: datetime) -> list[str]:
    day, clock = _wall(life.due_at)
    return [f"comes again {_on(day)} at {clock}"] if life.done_at is None and life.due_at > now else []


def _not_sent(life: Life, now: datetime) -> str:
    day, clock = _wall(life.due_at)
    when = f"{_on(day)} at {clock}"
    return f"comes {when}" if life.due_at > now else f"due {when} and not sent yet"


def _wall(moment: datetime) -> tuple[date, str]:
    local = to_london(moment)
    return local.date(), f"{local:%H:%M}"


@lru_cache(maxsize=64)
def _on(day: date) -> str:
    """The card may be read on another day than it was drawn, so nothing is today."""
    return f"on {day:%a} {day.day} {day:%B}"
