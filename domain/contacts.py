"""Reassurance contact: one plan a protected person, what falls due when, and what an event or an outcome does to it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from domain.errors import Outdated
from domain.london import to_london
from domain.mornings import MORNING, clock_at, reminder_for
from domain.officers import Role
from domain.orders import Order, Party

HOUR = timedelta(hours=1)
AT_LEAST = timedelta(hours=2)
SHORTLY = timedelta(minutes=10)
NO_ANSWERS_TO_TELL = 2
_DAY = timedelta(days=1)


class Risk(StrEnum):
    UNASSESSED = "unassessed"
    HIGH = "high"
    MEDIUM = "medium"
    STANDARD = "standard"


class Why(StrEnum):
    GET_SAFE_CONTACT = "get_safe_contact"
    ORDER_KNOWN = "order_known"
    AFTER_KNOWN = "after_known"
    BREACH = "breach"
    AFTER_BREACH = "after_breach"
    NEAR_EXPIRY = "near_expiry"
    ROUTINE = "routine"
    VICTIM_UPDATE = "victim_update"


# Each is settled by itself alone, and by no contact.
TASKS = (Why.GET_SAFE_CONTACT, Why.VICTIM_UPDATE)


class Outcome(StrEnum):
    SPOKE_SAFE = "spoke_safe"
    GOT_SAFE_CONTACT = "got_safe_contact"
    NO_ANSWER = "no_answer"


class PlanState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Cadence:
    """One risk's rhythm. A step of `order_known` or `breach` is the time within which a contact must be made; none means that day, London time."""

    order_known: tuple[timedelta | None, ...]
    routine_days: int
    breach: tuple[timedelta, ...]
    near_expiry_days: tuple[int, ...]
    try_again: timedelta


# A design proposal, to be signed off locally: no national figure for how often to contact was found. The intervals are those of the project's
# notes on practice; "immediate" is read as within two hours, and the time to the next try after no answer is ours.
CADENCE: dict[Risk, Cadence] = {
    Risk.HIGH: Cadence((None, 48 * HOUR), 7, (AT_LEAST, 24 * HOUR, 72 * HOUR), (28, 14, 7), HOUR),
    Risk.MEDIUM: Cadence((24 * HOUR,), 28, (24 * HOUR, 7 * _DAY), (28, 7), 4 * HOUR),
    Risk.STANDARD: Cadence((72 * HOUR,), 60, (48 * HOUR, 14 * _DAY), (14,), 24 * HOUR),
}


_NEVER_LOWERED = (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD, Risk.UNASSESSED)


@dataclass(frozen=True)
class Due:
    """One contact that is owed: when its owner is reminded, and by when it must be made. Both are UTC."""

    why: Why
    remind_at: datetime
    must_by: datetime


@dataclass(frozen=True)
class ContactPlan:
    """What is owed to one protected person; `order_id` is the order it was opened with, and others of the same person may have joined it since.

    `ahead` is sorted by urgency and never empty while the plan is open; `remind_at` is when its first is next brought up. `round` counts what has been owed (a
    card of an older round is history); `version` counts every change, so that a reminder of an older version is not sent.
    """

    id: UUID
    force: str
    order_id: UUID
    party_id: UUID
    role: Role
    ahead: tuple[Due, ...]
    remind_at: datetime
    owner: UUID | None = None
    risk: Risk = Risk.UNASSESSED
    last_outcome: Outcome | None = None
    last_contact_at: datetime | None = None
    no_answers: int = 0
    round: int = 1
    version: int = 1
    state: PlanState = PlanState.OPEN

    @property
    def due(self) -> Due:
        return self.ahead[0]

    @property
    def tell_supervisor(self) -> bool:
        return self.no_answers >= NO_ANSWERS_TO_TELL


def cadence_of(risk: Risk) -> Cadence:
    """Unassessed risk counts as high until it is assessed."""
    return CADENCE[Risk.HIGH if risk is Risk.UNASSESSED else risk]


def follows_a_breach(plan: ContactPlan) -> bool:
    return plan.due.why in (Why.BREACH, Why.AFTER_BREACH, Why.VICTIM_UPDATE)


def owning_role(protected: Party) -> Role:
    """Without a postcode there is no team to own the contact: the orders desk does, until there is one."""
    return Role.VLO if protected.postcode else Role.ORDERS_DESK


def lacks_safe_contact(protected: Party) -> bool:
    return not (protected.phone and protected.safe_time_raw)


def plan_id(protected: Party) -> UUID:
    """Of the plan opened for this applicant; an order of the same person joins it and brings none of its own."""
    return uuid5(protected.id, "contact-plan")


def plan_for(order: Order, now: datetime, risk: Risk = Risk.UNASSESSED) -> ContactPlan:
    """The plan of an order's applicant, owed a first contact from this minute; its owner is named by the caller."""
    protected = order.applicant
    task = (Due(Why.GET_SAFE_CONTACT, now, end_of_day(now)),) if lacks_safe_contact(protected) else ()
    ahead = _sorted([*task, *_after_known(risk, now), *_before_end(risk, order, now)])
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
    return _moved(plan, role=Role.VLO, owner=owner)


def closed(plan: ContactPlan) -> ContactPlan:
    """Nobody is reminded any more; what was still ahead is kept as history and never owed again."""
    return _moved(plan, state=PlanState.CLOSED, round=plan.round + 1)


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
    ahead = _sorted(left or [_routine(plan.risk, now)])
    return _moved(plan, ahead=ahead, remind_at=max(now + SHORTLY, ahead[0].remind_at), round=plan.round + 1)


def contacted(plan: ContactPlan, outcome: Outcome, now: datetime) -> ContactPlan:
    """The plan after a try to make contact, in whatever way it ended."""
    if outcome is Outcome.NO_ANSWER:
        return _not_reached(plan, now)
    left = _left_after(plan, outcome, now)
    ahead = _sorted(left) if outcome is Outcome.GOT_SAFE_CONTACT else _sorted([*left, _routine(plan.risk, now)])
    return _moved(
        plan,
        ahead=ahead,
        remind_at=max(now, ahead[0].remind_at),
        round=plan.round + 1,
        last_outcome=outcome,
        last_contact_at=now if outcome is Outcome.SPOKE_SAFE else plan.last_contact_at,
        no_answers=0,
    )


def snoozed(plan: ContactPlan, now: datetime, by: timedelta = HOUR) -> ContactPlan:
    """Reminds again later, never later than the contact must be made."""
    if now >= plan.due.must_by:
        raise Outdated("This contact is past the time it had to be made by, so it cannot be put off. Make it now, or tell your supervisor.")
    return _moved(plan, remind_at=min(now + by, plan.due.must_by))


def renewed(plan: ContactPlan, now: datetime) -> ContactPlan:
    """The same plan, to be reminded of anew shortly."""
    return _moved(plan, remind_at=max(now + SHORTLY, plan.remind_at))


def _owed(plan: ContactPlan) -> tuple[Due, ...]:
    return plan.ahead if plan.state is PlanState.OPEN else ()


def _owing(plan: ContactPlan, new: Iterable[Due], now: datetime) -> ContactPlan:
    """With more that is owed, from this minute; a closed plan opens again."""
    return _moved(plan, ahead=_sorted([*_owed(plan), *new]), remind_at=now, round=plan.round + 1, state=PlanState.OPEN)


def _not_reached(plan: ContactPlan, now: datetime) -> ContactPlan:
    again = now + cadence_of(plan.risk).try_again
    at = min(again, plan.due.must_by) if now < plan.due.must_by else again
    return _moved(plan, remind_at=at, round=plan.round + 1, last_outcome=Outcome.NO_ANSWER, no_answers=plan.no_answers + 1)


def _left_after(plan: ContactPlan, outcome: Outcome, now: datetime) -> list[Due]:
    """A contact settles what was due by now and the next one owed; a task is settled by itself alone."""
    if outcome is Outcome.GOT_SAFE_CONTACT:
        return [due for due in plan.ahead if due.why is not Why.GET_SAFE_CONTACT] or [_routine(plan.risk, now)]
    owed = [due for due in plan.ahead if due.why not in TASKS]
    tasks = [due for due in plan.ahead if due.why in TASKS]
    return tasks + [due for due in owed[1:] if due.remind_at > now and due.why is not Why.ROUTINE]


def _moved(plan: ContactPlan, **changes: Any) -> ContactPlan:
    return replace(plan, version=plan.version + 1, **changes)


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


def _routine(risk: Risk, now: datetime) -> Due:
    return _on_day(Why.ROUTINE, to_london(now).date() + timedelta(days=cadence_of(risk).routine_days))


def _on_day(why: Why, day: date) -> Due:
    return Due(why, clock_at(day, MORNING), clock_at(day + _DAY, time()))


def end_of_day(moment: datetime) -> datetime:
    """Midnight in London after that moment."""
    return clock_at(to_london(moment).date() + _DAY, time())


def _no_later_than_owed(plan: ContactPlan, now: datetime, by: datetime) -> datetime:
    """A contact that is owed already is made for the breach now: it is told of first, and pushes nothing back."""
    return min([by, *(due.must_by for due in _owed(plan) if due.why not in TASKS and due.must_by > now)])


def _sorted(dues: Iterable[Due]) -> tuple[Due, ...]:
    return tuple(
        sorted(set(dues), key=lambda due: (due.must_by, due.why is not Why.GET_SAFE_CONTACT, due.why is not Why.BREACH, due.remind_at))
    )
