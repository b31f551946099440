"""What runs again and again, how often, and why that often."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from domain.clock import Clock
from domain.officers import Actor
from scheduler.auditor import Auditor
from scheduler.dispatcher import Dispatcher
from services.jobs import keep_house
from services.quality import reckon
from services.reminders import mend_in_turn
from storage.work import Work

_UNTIL_THE_NEXT_LOOK = timedelta(seconds=1)


@dataclass(frozen=True)
class Job:
    name: str
    seconds: int
    run: Callable[[], Awaitable[object]]
    why: str


def jobs(work: Work, reading: Work, clock: Clock, actor: Actor, dispatcher: Dispatcher) -> tuple[Job, ...]:
    return (
        Job(
            "tick",
            1,
            lambda: dispatcher.tick(ahead=_UNTIL_THE_NEXT_LOOK),
            "a look at an index costs next to nothing, and what falls due before the next look is sent at its own moment",
        ),
        Job("sweep", 5, dispatcher.sweep, "a lost worker's reminders are late by its lease of 30 seconds and this"),
        Job(
            "plan", 60, lambda: mend_in_turn(work, reading, clock, actor), "no open plan is without a reminder for longer than five minutes"
        ),
        Job("quality", 60, lambda: reckon(work, reading, clock, actor), "the figures of a day are there soon after it begins, once a day"),
        Job("housekeeping", 3600, lambda: keep_house(work, clock, actor), "activities seen are kept for a day, to the hour"),
    )


def audit(auditor: Auditor) -> Job:
    return Job(
        "audit",
        60,
        auditor.look,
        "what is five minutes late is told of in the sixth, and a monitor outside must hear of us before it rings",
    )
