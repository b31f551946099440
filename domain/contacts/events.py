"""What happens in a case brings the next contact forward and never pushes one back: noted as it happened, seen in an order's newer version, or still to come."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from domain.contacts.cadences import HOUSE, Event, Timetable
from domain.contacts.owing import by_steps, on_calendar, on_day, told_first
from domain.contacts.plans import OF_THE_CALENDAR, ContactPlan, Due, PlanState, Why, by_urgency, moved, owed_now
from domain.errors import Unreadable
from domain.london import to_london
from domain.mornings import reminder_for
from domain.orders import Change, Order, Party

# Of these one may know before: the person is then told before them.
TO_COME = frozenset({Event.SERVICE, Event.RELEASE})
LONGEST_AHEAD = timedelta(days=90)
LONGEST_AGO = timedelta(days=90)
NOT_YET = "Only a planned service or release may lie ahead, at most 90 days. Give the moment at which it happened."
TOO_LONG_AGO = "That is more than 90 days ago. Check the day; if it is still to come, choose what is planned."


def happened(plan: ContactPlan, event: Event, now: datetime, at: datetime | None = None, by: Timetable = HOUSE) -> ContactPlan:
    """A contact is owed for it from this minute, counted from when it happened; a closed plan opens again and a pause is over. Raises Unreadable."""
    moment = at or now
    if moment < now - LONGEST_AGO:
        raise Unreadable(TOO_LONG_AGO)
    if moment > now:
        return _ahead_of(plan, event, moment, now)
    why = Why(event.value)
    return told_first(plan, by_steps(why, why, by.of(plan.risk).events[event], moment, now), now, by)


def seen_in(before: Order, after: Order) -> list[Event]:
    """What the newer version of an order tells that has happened."""
    events = [_court_change(before, after)]
    if _newly(before.discharged_at, after.discharged_at) or _newly(before.undertaking_at, after.undertaking_at):
        events.append(Event.DISCHARGE)
    if after.served_file and not before.served_file:
        events.append(Event.SERVICE)
    if _has_moved(before.applicant, after.applicant):
        events.append(Event.MOVE)
    return [event for event in events if event is not None]


def refitted(plan: ContactPlan, before: Order, after: Order, others: Iterable[Order], now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """The plan with the contacts of the order's new days. Those of its former days stand, as routine contacts: nothing is pushed back."""
    if not has_new_days(before, after) or plan.state is not PlanState.OPEN:
        return plan
    was, new = set(on_calendar(plan.risk, before, now, by)), set(on_calendar(plan.risk, after, now, by))
    gone = was - new - {due for one in others for due in on_calendar(plan.risk, one, now, by)}
    kept = [replace(due, why=Why.ROUTINE) if due in gone and due.why in OF_THE_CALENDAR else due for due in plan.ahead]
    return brought(plan, [*kept, *(new - was)], now)


def has_new_days(before: Order, after: Order) -> bool:
    return (before.expires_at, before.return_hearing_on) != (after.expires_at, after.return_hearing_on)


def hearing_on(plan: ContactPlan, day: date, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """A hearing that the register does not know: contacts around it, as around the return hearing. Raises Unreadable."""
    if not timedelta(0) <= day - to_london(now).date() <= LONGEST_AHEAD:
        raise Unreadable("Give the day of the hearing: from today, and within 90 days.")
    cadence = by.of(plan.risk)
    before = [on_day(Why.RETURN_HEARING, day - timedelta(days=days)) for days in cadence.before_hearing_days]
    left = [due for due in before if due.remind_at > now] or [_now_before(day, now)]
    after = on_day(Why.AFTER_HEARING, day + timedelta(days=cadence.after_hearing_days))
    return _with_more(plan, by.on_open_days(plan.risk, [*left, after], now), now)


def brought(plan: ContactPlan, ahead: Iterable[Due], now: datetime) -> ContactPlan:
    """The plan with this ahead, brought up when its first is; while that stays the same, when it was to be."""
    sorted_ahead = by_urgency(ahead)
    remind_at = plan.remind_at if sorted_ahead[0] == plan.due else max(now, sorted_ahead[0].remind_at)
    return moved(plan, ahead=sorted_ahead, remind_at=remind_at)


def _ahead_of(plan: ContactPlan, event: Event, at: datetime, now: datetime) -> ContactPlan:
    """The person is told before it, or as it happens."""
    if event not in TO_COME or at > now + LONGEST_AHEAD:
        raise Unreadable(NOT_YET)
    return _with_more(plan, [Due(Why(event.value), max(now, reminder_for(at, now)), at)], now)


def _with_more(plan: ContactPlan, new: Iterable[Due], now: datetime) -> ContactPlan:
    """With what is still to come: it is brought up in its own time, or now where that is now."""
    more = by_urgency(new)
    opened = moved(plan, ahead=by_urgency([*owed_now(plan), *more]), round=plan.round + 1, state=PlanState.OPEN, paused_until=None)
    until = [plan.remind_at] if plan.state is PlanState.OPEN else []
    return replace(opened, remind_at=max(now, min([*until, min(due.remind_at for due in more)])))


def _now_before(day: date, now: datetime) -> Due:
    return Due(Why.RETURN_HEARING, now, on_day(Why.RETURN_HEARING, day).must_by)


def _court_change(before: Order, after: Order) -> Event | None:
    if after.variation > before.variation:
        return Event.EXTENSION if after.change is Change.EXTENDED else Event.VARIATION
    if before.expires_at is None or after.expires_at is None or before.expires_at == after.expires_at:
        return None
    return Event.EXTENSION if after.expires_at > before.expires_at else Event.VARIATION


def _newly(before: datetime | None, after: datetime | None) -> bool:
    return before is None and after is not None


def _has_moved(before: Party, after: Party) -> bool:
    """To another known place; that one became known, or was withheld, is no move."""
    was, now = _place(before), _place(after)
    return bool(was and now) and was != now


def _place(one: Party) -> str:
    return " ".join((one.postcode or "").split()).casefold()
