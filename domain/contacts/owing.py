"""What an order, a breach or an update brings to be owed; nothing is pushed back."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from domain.contacts.cadences import HOUSE, Steps, Timetable
from domain.contacts.closed import AT_LEAST
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


def plan_for(order: Order, now: datetime, risk: Risk = Risk.UNASSESSED, by: Timetable = HOUSE) -> ContactPlan:
    """The plan of an order's applicant, owed a first contact from this minute; its owner is named by the caller."""
    protected = order.applicant
    task = (Due(Why.GET_SAFE_CONTACT, now, end_of_day(now)),) if lacks_safe_contact(protected) else ()
    ahead = by_urgency([*task, *after_known(risk, now, by), *on_calendar(risk, order, now, by)])
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


def joined(plan: ContactPlan, order: Order, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """The plan with one more order of its person: contact is owed as for any order that becomes known, and nothing is pushed back."""
    return owing(plan, [*after_known(plan.risk, now, by), *on_calendar(plan.risk, order, now, by)], now)


def homed(plan: ContactPlan, owner: UUID) -> ContactPlan:
    """The plan as its liaison officer's, now that there is a postcode; what is owed stays as it was."""
    return moved(plan, role=Role.VLO, owner=owner)


def closed(plan: ContactPlan) -> ContactPlan:
    """Nobody is reminded any more; what was still ahead is kept as history and never owed again."""
    return moved(plan, state=PlanState.CLOSED, round=plan.round + 1)


def opened_again(plan: ContactPlan, now: datetime) -> ContactPlan:
    """The plan whose closing was a slip: what was ahead is owed as it was before."""
    return moved(plan, state=PlanState.OPEN, round=plan.round + 1, remind_at=max(now, plan.due.remind_at))


def breached(plan: ContactPlan, now: datetime, risk: Risk = Risk.UNASSESSED, by: Timetable = HOUSE) -> ContactPlan:
    """A breach brings the next contact forward to now, adds those that follow a breach, and pushes nothing back; a closed plan opens again, and so does one whose person wanted no contact.

    `risk` is as it was assessed with the breach: it raises that of the plan, or stands where there was none, and never lowers it.
    """
    plan = replace(plan, risk=min(plan.risk, risk, key=_NEVER_LOWERED.index))
    first, *later = by_steps(Why.BREACH, Why.AFTER_BREACH, by.of(plan.risk).breach, now, now)
    return replace(told_first(plan, [first, *later], now, by), no_answers=0, declined_at=None)


def update_owed(plan: ContactPlan, due_by: Iterable[datetime], now: datetime) -> ContactPlan:
    """The protected person must be told something by each of these moments: the owner is reminded at once, and nothing is pushed back."""
    return owing(plan, [Due(Why.VICTIM_UPDATE, now, by) for by in due_by], now)


def updates_told(plan: ContactPlan, still_owed: Collection[datetime], now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """The plan once an update was given: what is due by one of these moments is still owed, and whatever is brought up next is so a little later."""
    left = [due for due in plan.ahead if due.why is not Why.VICTIM_UPDATE or due.must_by in still_owed]
    ahead = by_urgency(left or [routine(plan, now, by)])
    return moved(plan, ahead=ahead, remind_at=max(now + SHORTLY, ahead[0].remind_at), round=plan.round + 1)


def renewed(plan: ContactPlan, now: datetime) -> ContactPlan:
    """The same plan, to be reminded of anew shortly."""
    return moved(plan, remind_at=max(now + SHORTLY, plan.remind_at))


def owing(plan: ContactPlan, new: Iterable[Due], now: datetime) -> ContactPlan:
    """With more that is owed, from this minute; a closed plan opens again, and a pause is over."""
    ahead = by_urgency([*owed_now(plan), *new])
    return moved(plan, ahead=ahead, remind_at=now, round=plan.round + 1, state=PlanState.OPEN, paused_until=None)


def told_first(plan: ContactPlan, new: Iterable[Due], now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """As `owing`: a contact that is owed already is made for the first of these now, which is told of first and pushes nothing back."""
    first, *later = by.on_open_days(plan.risk, new, now)
    must_by = min([first.must_by, *(due.must_by for due in owed_now(plan) if due.why not in TASKS and due.must_by > now)])
    return owing(plan, [replace(first, must_by=must_by), *later], now)


def after_known(risk: Risk, now: datetime, by: Timetable = HOUSE) -> list[Due]:
    return by.on_open_days(risk, by_steps(Why.ORDER_KNOWN, Why.AFTER_KNOWN, by.of(risk).order_known, now, now), now)


def by_steps(why: Why, later: Why, steps: Steps, happened_at: datetime, now: datetime) -> list[Due]:
    """The first is reminded of now, and has time left to be made in however long ago it happened; what of the others is past by then is in the first."""
    first, *rest = (_within(step, happened_at, now) for step in steps)
    return [Due(why, now, first), *(Due(later, reminder_for(moment, now), moment) for moment in rest if moment > first)]


def on_calendar(risk: Risk, order: Order, now: datetime, by: Timetable = HOUSE) -> list[Due]:
    """The contacts of the order's own days that are still to come: before its end, and around its return hearing."""
    cadence, hearing = by.of(risk), order.return_hearing_on
    last = None if order.expires_at is None else to_london(order.expires_at).date()
    ends = [] if last is None else [(Why.NEAR_EXPIRY, last - timedelta(days=before)) for before in cadence.near_expiry_days]
    before = [] if hearing is None else [(Why.RETURN_HEARING, hearing - timedelta(days=days)) for days in cadence.before_hearing_days]
    after = [] if hearing is None else [(Why.AFTER_HEARING, hearing + timedelta(days=cadence.after_hearing_days))]
    dues = [due for due in (on_day(why, day) for why, day in (*ends, *before, *after)) if due.remind_at > now]
    return by.on_open_days(risk, dues, now)


def routine(plan: ContactPlan, now: datetime, by: Timetable = HOUSE) -> Due:
    """The contact that comes where nothing happens: as the force or the person wants it, after a pause, or the review of a refusal."""
    if plan.paused_until is not None and plan.paused_until > now:
        return on_day(Why.PAUSE_OVER, to_london(plan.paused_until).date())
    cadence = by.of(plan.risk)
    review = cadence.decline_review_days if plan.declined_at is not None else None
    day = to_london(now).date() + timedelta(days=review or regular_days(plan, by))
    (due,) = by.on_open_days(plan.risk, [on_day(Why.DECLINE_REVIEW if review else Why.ROUTINE, day)], now)
    return due


def after_the_last(plan: ContactPlan, now: datetime, by: Timetable = HOUSE) -> Due:
    """The routine contact counted from the last contact; tomorrow where its day is past."""
    last = to_london(plan.last_contact_at or now).date()
    day = max(last + timedelta(days=regular_days(plan, by)), to_london(now).date() + _DAY)
    (due,) = by.on_open_days(plan.risk, [on_day(Why.ROUTINE, day)], now)
    return due


def regular_days(plan: ContactPlan, by: Timetable = HOUSE) -> int:
    """Between routine contacts: as agreed, within what the risk allows now."""
    cadence = by.of(plan.risk)
    return cadence.routine_days if plan.agreed_days is None else min(plan.agreed_days, cadence.agreed_days[1])


def on_day(why: Why, day: date) -> Due:
    return Due(why, clock_at(day, MORNING), clock_at(day + _DAY, time()))


def end_of_day(moment: datetime) -> datetime:
    """Midnight in London after that moment."""
    return clock_at(to_london(moment).date() + _DAY, time())


def _within(step: timedelta | None, happened_at: datetime, now: datetime) -> datetime:
    if step is None:
        return max(end_of_day(happened_at), now + AT_LEAST)
    return max(happened_at + step, now + min(step, AT_LEAST))
