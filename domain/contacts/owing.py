"""What an order, a breach or an update brings to be owed; nothing is pushed back."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from domain.contacts.cadences import AT_LEAST, cadence_of
from domain.contacts.plans import (
    TASKS,
    ContactPlan,
    Due,
    PlanState,
    Risk,
    Why,
    by_urgency,
    lacks_safe_contact,
    moved,
    owed_now,
    owning_role,
    plan_id,
)
from domain.london import to_london
from domain.mornings import MORNING, clock_at, reminder_for
from domain.officers import Role
from domain.orders import Order

SHORTLY = timedelta(minutes=10)
_DAY = timedelta(days=1)
_NEVER_LOWERED = (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD, Risk.UNASSESSED)


def plan_for(order: Order, now: datetime, risk: Risk = Risk.UNASSESSED) -> ContactPlan:
    """The plan of an order's applicant, owed a first contact from this minute; its owner is named by the caller."""
    protected = order.applicant
    task = (Due(Why.GET_SAFE_CONTACT, now, end_of_day(now)),) if lacks_safe_contact(protected) else ()
    ahead = by_urgency([*task, *_after_known(risk, now), *_before_end(risk, order, now)])
    return ContactPlan(
        id=plan_id(protected),
        force=order.force,
        order_id=order.id,
        party_id=protected.id,
        role=owning_role(protected),
        risk=risk,
        ahead=ahead,
        remind_at=now,
    )


def joined(plan: ContactPlan, order: Order, now: datetime) -> ContactPlan:
    """The plan with one more order of its person: contact is owed as for any order that becomes known, and nothing is pushed back."""
    return _owing(plan, [*_after_known(plan.risk, now), *_before_end(plan.risk, order, now)], now)


def homed(plan: ContactPlan, owner: UUID) -> ContactPlan:
    """The plan as its liaison officer's, now that there is a postcode; what is owed stays as it was."""
    return moved(plan, role=Role.VLO, owner=owner)


def closed(plan: ContactPlan) -> ContactPlan:
    """Nobody is reminded any more; what was still ahead is kept as history and never owed again."""
    return moved(plan, state=PlanState.CLOSED, round=plan.round + 1)


def breached(plan: ContactPlan, now: datetime, risk: Risk = Risk.UNASSESSED) -> ContactPlan:
    """A breach brings the next contact forward to now, adds those that follow a breach, and pushes nothing back; a closed plan opens again.

    `risk` is as it was assessed with the breach: it raises that of the plan, or stands where there was none, and never lowers it.
    """
    plan = replace(plan, risk=min(plan.risk, risk, key=_NEVER_LOWERED.index))
    steps = cadence_of(plan.risk).breach
    later = [Due(Why.AFTER_BREACH, reminder_for(now + step, now), now + step) for step in steps[1:]]
    return replace(_owing(plan, [Due(Why.BREACH, now, _no_later_than_owed(plan, now, now + steps[0])), *later], now), no_answers=0)


def update_owed(plan: ContactPlan, due_by: Iterable[datetime], now: datetime) -> ContactPlan:
    """The protected person must be told something by each of these moments: the owner is reminded at once, and nothing is pushed back."""
    return _owing(plan, [Due(Why.VICTIM_UPDATE, now, by) for by in due_by], now)


def updates_told(plan: ContactPlan, still_owed: Collection[datetime], now: datetime) -> ContactPlan:
    """The plan once an update was given: what is due by one of these moments is still owed, and whatever is brought up next is so a little later."""
    left = [due for due in plan.ahead if due.why is not Why.VICTIM_UPDATE or due.must_by in still_owed]
    ahead = by_urgency(left or [routine(plan.risk, now)])
    return moved(plan, ahead=ahead, remind_at=max(now + SHORTLY, ahead[0].remind_at), round=plan.round + 1)


def renewed(plan: ContactPlan, now: datetime) -> ContactPlan:
    """The same plan, to be reminded of anew shortly."""
    return moved(plan, remind_at=max(now + SHORTLY, plan.remind_at))


def _owing(plan: ContactPlan, new: Iterable[Due], now: datetime) -> ContactPlan:
    """With more that is owed, from this minute; a closed plan opens again."""
    return moved(plan, ahead=by_urgency([*owed_now(plan), *new]), remind_at=now, round=plan.round + 1, state=PlanState.OPEN)


def _after_known(risk: Risk, now: datetime) -> list[Due]:
    by = [max(end_of_day(now), now + AT_LEAST) if step is None else now + step for step in cadence_of(risk).order_known]
    later = [Due(Why.AFTER_KNOWN, reminder_for(moment, now), moment) for moment in by[1:]]
    return [Due(Why.ORDER_KNOWN, now, by[0]), *later]


def _before_end(risk: Risk, order: Order, now: datetime) -> list[Due]:
    if order.expires_at is None:
        return []
    last = to_london(order.expires_at).date()
    days = [last - timedelta(days=before) for before in cadence_of(risk).near_expiry_days]
    return [due for due in (_on_day(Why.NEAR_EXPIRY, day) for day in days) if due.remind_at > now]


def _no_later_than_owed(plan: ContactPlan, now: datetime, by: datetime) -> datetime:
    """A contact that is owed already is made for the breach now: it is told of first, and pushes nothing back."""
    return min([by, *(due.must_by for due in owed_now(plan) if due.why not in TASKS and due.must_by > now)])


def routine(risk: Risk, now: datetime) -> Due:
    return _on_day(Why.ROUTINE, to_london(now).date() + timedelta(days=cadence_of(risk).routine_days))


def _on_day(why: Why, day: date) -> Due:
    return Due(why, clock_at(day, MORNING), clock_at(day + _DAY, time()))


def end_of_day(moment: datetime) -> datetime:
    """Midnight in London after that moment."""
    return clock_at(to_london(moment).date() + _DAY, time())
