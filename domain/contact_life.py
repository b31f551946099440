"""The life of one reminder: planned, due, sent, seen, taken on, done; each state with its moment."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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


STATE_WORDS: dict[LifeState, str] = {
    LifeState.PLANNED: "planned",
    LifeState.DUE: "due",
    LifeState.SENT: "sent",
    LifeState.SEEN: "seen",
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


def strip(life: Life, now: datetime) -> str:
    """`planned 20 Nov 12:00 > due 20 Nov 12:00 > sent 12:01 > seen 12:04`: the day is said where it changes."""
    said, day = [], None
    for state, moment in reached(life, now):
        local = to_london(moment)
        clock = f"{local:%H:%M}" if local.date() == day else f"{local.day} {local:%b %H:%M}"
        said.append(f"{STATE_WORDS[state]} {clock}")
        day = local.date()
    return " > ".join(said)
