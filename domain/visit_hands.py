"""In whose hands a compliance visit is: who may take it and end it, why it is ended, and what of that can be taken back."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from domain.areas import Area
from domain.errors import NotAllowed, Outdated
from domain.london import long_date, to_london
from domain.officers import Officer, Permission
from domain.undoing import is_past_undoing
from domain.visits import CHANGED_SINCE, NO_FURTHER_WORDS, VisitPlan, VisitState, state_words

NOT_TO_TAKE = "That visit is another officer's and in time. Whoever works the beat may take it on, or anybody once it is overdue; a supervisor may give it to you."
NOT_TO_END = "Only whoever makes the visit, whoever works the beat or a supervisor says that no further visit is made."
NOT_YOURS = "That visit is not yours to give back."
TOO_LATE = "That was too long ago to be undone. Plan a visit, take it on or give it, as it should be."


def stands_over(officer: Officer, here: Iterable[Area]) -> bool:
    """Whoever works the beat on which the respondent lives, or stands over those who do."""
    return officer.may(Permission.SEE_TEAM_CONTACTS) or any(area.is_worked_by(officer) for area in here)


def may_take(officer: Officer, plan: VisitPlan, here: Iterable[Area], now: datetime) -> bool:
    """What is nobody's or overdue anybody may who visits; what another has in hand, whoever works the beat or stands over it."""
    return plan.owner is None or now > plan.must_by or stands_over(officer, here)


def may_end(officer: Officer, plan: VisitPlan, here: Iterable[Area]) -> bool:
    return plan.owner == officer.id or stands_over(officer, here)


def demand_may_take(officer: Officer, plan: VisitPlan, here: Iterable[Area], now: datetime) -> None:
    if not may_take(officer, plan, here, now):
        raise NotAllowed(NOT_TO_TAKE)


def demand_may_end(officer: Officer, plan: VisitPlan, here: Iterable[Area]) -> None:
    if not may_end(officer, plan, here):
        raise NotAllowed(NOT_TO_END)


def demand_is_own(officer: Officer, plan: VisitPlan) -> None:
    if plan.owner != officer.id:
        raise NotAllowed(NOT_YOURS)


def reopened(plan: VisitPlan, seen: int, now: datetime) -> VisitPlan:
    """Ended by a slip: it is owed again as it was. Raises Outdated once it is too late, or anything else has happened to it."""
    if plan.version != seen or plan.is_open:
        raise Outdated(CHANGED_SINCE)
    if plan.ended_at is None or is_past_undoing(plan.ended_at, now):
        raise Outdated(TOO_LATE)
    return replace(plan, state=VisitState.OPEN, ended_why=None, ended_by=None, ended_at=None, version=plan.version + 1)


def put_back(plan: VisitPlan, was: UUID | None, seen: int, at: datetime, now: datetime) -> VisitPlan:
    """In the hands in which it `was` before that moment. Raises Outdated as the other does."""
    if plan.version != seen or not plan.is_open:
        raise Outdated(CHANGED_SINCE)
    if is_past_undoing(at, now):
        raise Outdated(TOO_LATE)
    return replace(plan, owner=was, version=plan.version + 1)


def how_it_stands(plan: VisitPlan | None, now: datetime) -> str:
    """With the reason for which no further one is made."""
    if plan is None or plan.is_open or plan.ended_why is None:
        return state_words(plan, now)
    on = f", {long_date(to_london(plan.ended_at).date())}" if plan.ended_at else ""
    return f"{state_words(plan, now)} ({NO_FURTHER_WORDS[plan.ended_why].lower()}{on})"
