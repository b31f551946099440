"""Who is told next when a reminder is not answered, and when: the owner again, a deputy, a supervisor, the duty inspector, and a supervisor each day."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.contacts import HOUR, ContactPlan
from domain.duty_rules import DutyRules, Ladder
from domain.outbox import (
    DEPUTY,
    HANDED_OVER,
    INSPECTOR,
    NO_ANSWER,
    NUDGE,
    OPENING,
    OVERDUE,
    REMIND,
    REPEAT,
    STILL_OPEN,
    SUPERVISOR,
    UNREACHABLE,
)

EACH_DAY = timedelta(days=1)
_LEVELS = {REMIND: 0, HANDED_OVER: 0, REPEAT: 1, DEPUTY: 2, SUPERVISOR: 3, UNREACHABLE: 3, INSPECTOR: 4}
_CLIMB = (REMIND, REPEAT, DEPUTY, SUPERVISOR, INSPECTOR)


@dataclass(frozen=True)
class Step:
    stage: str
    at: datetime


def kind_of(stage: str) -> str:
    """The stage without its number."""
    return stage.partition("-")[0]


def next_step(rules: DutyRules, plan: ContactPlan, sent: str, now: datetime) -> Step | None:
    """What follows the stage that was sent `now`, as long as nothing is done. None where something else is on its way already.

    Whatever has been told by the time the contact must be made, a supervisor is told then; a supervisor who heard of it before is told all the same.
    """
    kind, ladder = kind_of(sent), rules.ladder(plan.risk)
    if kind in (NO_ANSWER, NUDGE, OPENING) or (kind == HANDED_OVER and plan.remind_at > now):
        return None
    if kind == OVERDUE:
        return _after_overdue(ladder, int(sent.partition("-")[2]), now)
    if kind == INSPECTOR:
        return Step(f"{OVERDUE}-2", plan.due.must_by if now < plan.due.must_by else now + EACH_DAY)
    overdue = Step(f"{OVERDUE}-1", max(now, plan.due.must_by))
    if kind == STILL_OPEN or plan.acknowledged_at is not None:
        return overdue
    level = _LEVELS[kind]
    climbed = Step(_CLIMB[level + 1], now + _reached(ladder)[level + 1] - _reached(ladder)[level])
    return min(climbed, overdue, key=lambda step: step.at)


def without_deputy(rules: DutyRules, plan: ContactPlan, now: datetime) -> Step:
    """What stands in the deputy's place where there is none, counted from the repeat that was sent `now`."""
    ladder = rules.ladder(plan.risk)
    told = Step(SUPERVISOR, now + ladder.supervisor - ladder.repeat)
    return min(told, Step(f"{OVERDUE}-1", max(now, plan.due.must_by)), key=lambda step: step.at)


def without_inspector(plan: ContactPlan, now: datetime) -> Step:
    """What stands in the duty inspector's place where there is none."""
    return Step(f"{OVERDUE}-1", plan.due.must_by) if now < plan.due.must_by else Step(f"{OVERDUE}-2", now + EACH_DAY)


def held_until(rules: DutyRules, plan: ContactPlan, now: datetime) -> Step:
    """What is left once somebody said `now` that they have it: a word to the owner half-way to the time it must be made, and at that time it opens again."""
    left = plan.due.must_by - now
    if left >= 2 * HOUR:
        return Step(STILL_OPEN, now + left / 2)
    return Step(f"{OVERDUE}-1", plan.due.must_by if left > timedelta() else now + rules.ladder(plan.risk).deputy)


def _after_overdue(ladder: Ladder, number: int, now: datetime) -> Step:
    if number == 1:
        return Step(INSPECTOR, now + ladder.inspector - ladder.supervisor)
    return Step(f"{OVERDUE}-{number + 1}", now + EACH_DAY)


def _reached(ladder: Ladder) -> tuple[timedelta, ...]:
    return (timedelta(), ladder.repeat, ladder.deputy, ladder.supervisor, ladder.inspector)
