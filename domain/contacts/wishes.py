"""What the protected person wants: how often to be contacted, not for a while, or not at all; each within the force's limits, and never instead of a first contact."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.contacts.cadences import HOUSE, Timetable
from domain.contacts.events import brought
from domain.contacts.owing import after_the_last, on_day, routine
from domain.contacts.plans import FIRST, OF_THE_CALENDAR, RECURRING, TASKS, ContactPlan, Due, Why, owed_now
from domain.errors import Outdated, Unreadable
from domain.london import long_date, to_london

FIRST_IS_OWED = (
    "A contact is owed now for what has happened. Make it and record it first: what the person then asks for can be recorded after it."
)
NOT_PAUSED = "This plan is not paused, so nothing was changed."
NOT_DECLINED = "It is not recorded that the person wants no contact, so nothing was changed."
_DAY = timedelta(days=1)


def agreed(plan: ContactPlan, days: int | None, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """Routine contact every so many days from the last one, or without a number as the force has it; what is due by now stays owed. Raises Unreadable."""
    fewest, most = by.of(plan.risk).agreed_days
    if days is not None and not fewest <= days <= most:
        raise Unreadable(f"For this risk a contact may be agreed every {fewest} to {most} days. Nothing was changed.")
    wanted = replace(plan, agreed_days=days)
    fresh = after_the_last(wanted, now, by)
    ahead = [fresh if due.why is Why.ROUTINE and due.remind_at > now else due for due in plan.ahead]
    return brought(wanted, ahead, now)


def paused(plan: ContactPlan, until: date, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """No routine contact nor follow-up before that day, on which contact comes back by itself; the order's own days and tasks stand. Raises Unreadable."""
    today, most = to_london(now).date(), by.of(plan.risk).longest_pause_days
    if not _DAY <= until - today <= most * _DAY:
        raise Unreadable(
            f"For this risk contact may be paused from 1 to {most} days: until {long_date(today + most * _DAY)} at the latest."
        )
    _demand_no_first(plan)
    (back,) = by.on_open_days(plan.risk, [on_day(Why.PAUSE_OVER, until)], now)
    kept = [due for due in plan.ahead if _stands(due) or (due.remind_at > back.remind_at and due.why not in RECURRING)]
    return brought(replace(plan, paused_until=back.remind_at), [*kept, back], now)


def resumed(plan: ContactPlan, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """The pause ends before its day: routine contact counts from the last contact. Raises Outdated."""
    if plan.paused_until is None or plan.paused_until <= now:
        raise Outdated(NOT_PAUSED)
    going = replace(plan, paused_until=None)
    fresh = after_the_last(going, now, by)
    return brought(going, [_sooner(due, fresh) if due.why is Why.PAUSE_OVER else due for due in plan.ahead], now)


def declined(plan: ContactPlan, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """Only the order's own days and tasks stand, and a day on which the refusal is looked at again. Raises Outdated."""
    _demand_no_first(plan)
    refusing = replace(plan, declined_at=now, paused_until=None)
    return brought(refusing, [*(due for due in plan.ahead if _stands(due)), routine(refusing, now, by)], now)


def wanted_again(plan: ContactPlan, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """Contact goes on: routine contact counts from the last contact. Raises Outdated."""
    if plan.declined_at is None:
        raise Outdated(NOT_DECLINED)
    going = replace(plan, declined_at=None)
    fresh = after_the_last(going, now, by)
    return brought(going, [_sooner(due, fresh) if due.why is Why.DECLINE_REVIEW else due for due in plan.ahead], now)


def _demand_no_first(plan: ContactPlan) -> None:
    if any(due.why in FIRST or due.why is Why.AFTER_CONCERN for due in owed_now(plan)):
        raise Outdated(FIRST_IS_OWED)


def _stands(due: Due) -> bool:
    return due.why in TASKS or due.why in OF_THE_CALENDAR


def _sooner(one: Due, other: Due) -> Due:
    return min(one, other, key=lambda due: due.must_by)
