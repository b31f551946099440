"""What the outcome of a contact does to the plan."""

from datetime import datetime

from domain.contacts.cadences import HOUSE, Timetable
from domain.contacts.owing import routine
from domain.contacts.plans import RECURRING, TASKS, ContactPlan, Due, Outcome, Why, by_urgency, moved


def contacted(plan: ContactPlan, outcome: Outcome, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """The plan after a try to make contact, in whatever way it ended."""
    if outcome is Outcome.NO_ANSWER:
        return _not_reached(plan, now, by)
    left = _left_after(plan, outcome, now, by)
    ahead = by_urgency(left) if outcome is Outcome.GOT_SAFE_CONTACT else by_urgency([*left, routine(plan, now, by)])
    return moved(
        plan,
        ahead=ahead,
        remind_at=max(now, ahead[0].remind_at),
        round=plan.round + 1,
        last_outcome=outcome,
        last_contact_at=now if outcome is Outcome.SPOKE_SAFE else plan.last_contact_at,
        no_answers=0,
    )


def _not_reached(plan: ContactPlan, now: datetime, by: Timetable) -> ContactPlan:
    again = now + by.of(plan.risk).try_again
    at = min(again, plan.due.must_by) if now < plan.due.must_by else again
    return moved(plan, remind_at=at, round=plan.round + 1, last_outcome=Outcome.NO_ANSWER, no_answers=plan.no_answers + 1)


def _left_after(plan: ContactPlan, outcome: Outcome, now: datetime, by: Timetable) -> list[Due]:
    """A contact settles what was due by now and the next one owed; a task is settled by itself alone."""
    if outcome is Outcome.GOT_SAFE_CONTACT:
        return [due for due in plan.ahead if due.why is not Why.GET_SAFE_CONTACT] or [routine(plan, now, by)]
    owed = [due for due in plan.ahead if due.why not in TASKS]
    tasks = [due for due in plan.ahead if due.why in TASKS]
    return tasks + [due for due in owed[1:] if due.remind_at > now and due.why not in RECURRING]
