"""Where a contact that is owed finds its place among the windows in which the protected person may safely be contacted."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from domain.contacts import HOUSE, JUST_NOW, ContactPlan, Due, HowMade, Outcome, PlanState, Timetable, Why, contacted, moved
from domain.safe_windows import Slot, Window, is_within, last_slot, next_slot, next_slots

_MINUTE = timedelta(minutes=1)
_WEEKS_ON = timedelta(days=15)
EXTENSIONS_OFFERED = 3


def slot_for(due: Due, windows: Sequence[Window], since: datetime, now: datetime) -> Slot | None:
    """When the contact can safely be made: the next window from `since` on, else the last before it. None where none is open before it must be made.

    What is overdue is made in the next window there is.
    """
    until = due.must_by if due.must_by > now else now + _WEEKS_ON
    return next_slot(windows, max(since, now), until) or last_slot(windows, now, min(max(since, now), until))


def contact_slot(plan: ContactPlan, windows: Sequence[Window], now: datetime) -> Slot | None:
    """Of what the plan owes next, where that is a contact at all."""
    if not windows or plan.state is not PlanState.OPEN or plan.due.why is Why.GET_SAFE_CONTACT:
        return None
    return slot_for(plan.due, windows, max(plan.remind_at, plan.due.remind_at), now)


def in_window(plan: ContactPlan, windows: Sequence[Window], now: datetime) -> ContactPlan:
    """The plan, brought up when its contact can safely be made; what is to be brought up at once still is, and the version is its maker's."""
    slot = contact_slot(plan, windows, now)
    if slot is None or plan.remind_at <= now:
        return plan
    return replace(plan, remind_at=slot.start)


def as_first_planned(plan: ContactPlan, now: datetime) -> ContactPlan:
    """What is still ahead is placed anew from its own time on, and not from the window it was moved to before."""
    return replace(plan, remind_at=plan.due.remind_at) if plan.due.remind_at > now else plan


def in_next_window(plan: ContactPlan, windows: Sequence[Window], now: datetime) -> ContactPlan:
    """As `in_window`, and not in the one that is open now: it has just proved not to be safe. Where there is no other in time it is left as it was."""
    if has_no_other_window(plan, windows, now):
        return plan
    return in_window(replace(plan, remind_at=max(plan.remind_at, _after_this_one(windows, now))), windows, now)


def after_outcome(
    plan: ContactPlan, outcome: Outcome, windows: Sequence[Window], now: datetime, by: Timetable = HOUSE, made: HowMade = JUST_NOW
) -> ContactPlan:
    """The plan once the outcome of a contact is recorded, with what comes next proposed inside a window."""
    done = contacted(plan, outcome, now, by, made)
    return in_next_window(done, windows, now) if outcome is Outcome.NOT_SAFE_TO_TALK else in_window(done, windows, now)


def has_no_other_window(plan: ContactPlan, windows: Sequence[Window], now: datetime) -> bool:
    """Whether no window after the one that is open now opens before the contact must be made."""
    if not windows or plan.due.must_by <= now:
        return False
    return next_slot(windows, _after_this_one(windows, now), plan.due.must_by) is None


def brought_up(plan: ContactPlan, now: datetime) -> ContactPlan:
    """The same contact, to be brought up at once; whoever had it hears of the decision too."""
    return moved(plan, remind_at=now, acknowledged_at=None)


def needs_deciding(plan: ContactPlan, windows: Sequence[Window], now: datetime) -> bool:
    """Whether a contact must be made by a time before which no window opens, so that a supervisor has to decide how."""
    due = plan.due
    if not windows or due.why is Why.GET_SAFE_CONTACT or plan.state is not PlanState.OPEN or due.must_by <= now:
        return False
    return next_slot(windows, now, due.must_by) is None


def opening_after(plan: ContactPlan, windows: Sequence[Window], reminded_at: datetime) -> datetime | None:
    """When whoever is reminded at that moment is told again that the window is open; None where it is open then, or none opens in time."""
    if not windows or plan.due.why is Why.GET_SAFE_CONTACT or is_within(windows, reminded_at):
        return None
    slot = next_slot(windows, reminded_at, plan.due.must_by)
    return None if slot is None else slot.start


def extensions(windows: Sequence[Window], due: Due) -> list[Slot]:
    """The windows by the end of which a contact can be made that no window before its time allows."""
    return next_slots(windows, due.must_by - _MINUTE, EXTENSIONS_OFFERED)


def extended(plan: ContactPlan, slot: Slot, now: datetime) -> ContactPlan:
    """By a supervisor's decision alone: what is owed next must be made by the end of that window, and is brought up when it opens."""
    due = Due(plan.due.why, max(now, slot.start), slot.end)
    ahead = tuple(sorted((due, *plan.ahead[1:]), key=lambda one: one.must_by))
    return moved(plan, ahead=ahead, remind_at=max(now, ahead[0].remind_at), round=plan.round + 1)


def _after_this_one(windows: Sequence[Window], now: datetime) -> datetime:
    slot = next_slot(windows, now, now + _WEEKS_ON)
    return now if slot is None or slot.start > now else slot.end
