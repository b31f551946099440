"""The next contact on a day that an officer chooses: earlier always, later a little and with a reason, never past the time it must be made by."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from domain.contacts.owing import end_of_day
from domain.contacts.plans import ContactPlan, Due, by_urgency, moved
from domain.errors import Unreadable
from domain.london import deadline, long_date, to_london
from domain.mornings import MORNING, clock_at
from domain.safe_windows import Window, is_within, next_slot

LATER_AT_MOST = timedelta(days=7)
PAST = "That is past. Say a day from today on."
TOO_LATE = "The next contact must be made by {}, so it cannot be put there. Choose an earlier day, or ask your supervisor."
TOO_FAR = "A contact is put later by {} days at most. Choose an earlier day, or ask your supervisor."
WHY_LATER = "That is later than the force's rule proposes: say why, and press again."
NO_WINDOW = "No time on {} is one that the protected person has called safe. Choose another day."


def chosen(
    plan: ContactPlan,
    day: date,
    at: time | None,
    windows: Sequence[Window],
    now: datetime,
    reason: str = "",
    later_at_most: timedelta = LATER_AT_MOST,
) -> ContactPlan:
    """The plan with its next contact on that day. Raises Unreadable, with words to show.

    A contact put earlier must also be made by the end of its new day: it was agreed so.
    """
    due, proposed = plan.due, max(plan.remind_at, plan.due.remind_at)
    moment = _on(day, at, windows, now)
    if moment >= due.must_by:
        raise Unreadable(TOO_LATE.format(deadline(due.must_by)))
    if day > to_london(proposed).date():
        if moment > proposed + later_at_most:
            raise Unreadable(TOO_FAR.format(later_at_most.days))
        if not reason.strip():
            raise Unreadable(WHY_LATER)
    moved_to = Due(due.why, moment, min(due.must_by, end_of_day(moment)))
    ahead = by_urgency([moved_to, *plan.ahead[1:]])
    return moved(plan, ahead=ahead, remind_at=moment, round=plan.round + 1)


def _on(day: date, at: time | None, windows: Sequence[Window], now: datetime) -> datetime:
    """The moment of that day: the one that is said, else the first that is safe, else nine in the morning."""
    today = to_london(now).date()
    if day < today:
        raise Unreadable(PAST)
    first = max(now, clock_at(day, MORNING if at is None else at))
    if at is not None and first == now and clock_at(day, at) < now:
        raise Unreadable(PAST)
    if not windows or is_within(windows, first):
        return first
    slot = None if at is not None else next_slot(windows, max(now, clock_at(day, time())), end_of_day(clock_at(day, MORNING)))
    if slot is None:
        raise Unreadable(NO_WINDOW.format(long_date(day)))
    return slot.start
