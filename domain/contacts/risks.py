"""The risk of a plan, as a person assesses it: raised it brings contacts forward, and only a person lowers it, with a reason."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from domain.contacts.cadences import HOUSE, Event, Timetable
from domain.contacts.events import brought
from domain.contacts.owing import by_steps, on_calendar, routine
from domain.contacts.plans import FIRST, ContactPlan, Due, Risk, Why
from domain.errors import Unreadable
from domain.orders import Order

RISKS = (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD)
SAY_RISK = "Say which risk was assessed: high, medium or standard."
SAY_WHY_LOWER = "Say why the risk is lower than it was assessed before. Nothing was changed."


def assessed(plan: ContactPlan, risk: Risk, reason: str, orders: Iterable[Order], now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """The plan at this risk. What is owed is brought forward to it and nothing pushed back: a slower rhythm begins after the next contact. Raises Unreadable."""
    if risk not in RISKS:
        raise Unreadable(SAY_RISK)
    if is_lower(plan.risk, risk) and not reason.strip():
        raise Unreadable(SAY_WHY_LOWER)
    fresh = replace(plan, risk=risk)
    held, theirs = set[Due](), list(orders)
    for order in theirs:
        held.update(on_calendar(plan.risk, order, now, by))
    more = [due for order in theirs for due in on_calendar(risk, order, now, by) if due not in held]
    return brought(fresh, [*(_brought_forward(fresh, due, now, by) for due in plan.ahead), *more], now)


def is_lower(before: Risk, after: Risk) -> bool:
    """A first assessment lowers nothing."""
    return before in RISKS and RISKS.index(after) > RISKS.index(before)


def _brought_forward(plan: ContactPlan, due: Due, now: datetime, by: Timetable) -> Due:
    """What is past its time already stays as late as it is."""
    if due.why is Why.ROUTINE and due.remind_at > now:
        return min(due, routine(plan, now, by), key=lambda one: one.must_by)
    if due.why not in FIRST or due.remind_at > now:
        return due
    cadence = by.of(plan.risk)
    steps = {Why.ORDER_KNOWN: cadence.order_known, Why.BREACH: cadence.breach}
    within = steps[due.why] if due.why in steps else cadence.events[Event(due.why.value)]
    (first, *_) = by.on_open_days(plan.risk, by_steps(due.why, due.why, within, now, now), now)
    return replace(due, must_by=min(due.must_by, first.must_by))
