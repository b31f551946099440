"""What the outcome of a contact does to the plan."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.contacts.cadences import HOUSE, Timetable
from domain.contacts.owing import end_of_day, routine
from domain.contacts.plans import RECURRING, TASKS, ContactPlan, Due, Outcome, Why, by_urgency, moved
from domain.mornings import reminder_for

AFTER_CONCERN = timedelta(hours=24)
NO_ANSWERS_TO_CHECK = 3
# After these the protected person has been spoken to.
REACHED = (Outcome.SPOKE_SAFE, Outcome.VISITED, Outcome.CONCERN)
# After these the contact is still owed as it was.
STILL_OWED = (Outcome.NO_ANSWER, Outcome.NOT_SAFE_TO_TALK, Outcome.WRONG_NUMBER)


@dataclass(frozen=True)
class HowMade:
    """Of a contact: `at` is when it was made, where that was not just now; `because` is why it was outside what the person had called safe; `tries` were made alike."""

    at: datetime | None = None
    because: str = ""
    tries: int = 1


JUST_NOW = HowMade()


def contacted(plan: ContactPlan, outcome: Outcome, now: datetime, by: Timetable = HOUSE, made: HowMade = JUST_NOW) -> ContactPlan:
    """The plan after a try to make contact, in whatever way it ended."""
    if outcome in STILL_OWED:
        return _not_reached(plan, outcome, now, by, made.tries)
    left = _left_after(plan, outcome, now, by)
    ahead = by_urgency(left) if outcome is Outcome.GOT_SAFE_CONTACT else by_urgency([*left, routine(plan, now, by)])
    return moved(
        plan,
        ahead=ahead,
        remind_at=max(now, ahead[0].remind_at),
        round=plan.round + 1,
        last_outcome=outcome,
        last_contact_at=(made.at or now) if outcome in REACHED else plan.last_contact_at,
        no_answers=0,
    )


def still_lacks_safe_contact(plan: ContactPlan, last_outcome: Outcome | None, now: datetime) -> ContactPlan:
    """A safe contact was taken for found by a slip: the task to find one is owed again, and `last_outcome` is of what came before."""
    ahead = by_urgency([*plan.ahead, *_right_number(plan, now)])
    return moved(plan, ahead=ahead, remind_at=now, round=plan.round + 1, last_outcome=last_outcome)


def proposes_a_check(plan: ContactPlan, before: ContactPlan) -> bool:
    """Whether by these tries nobody has answered for so long that somebody should see that the person is well."""
    return before.no_answers < NO_ANSWERS_TO_CHECK <= plan.no_answers


def _not_reached(plan: ContactPlan, outcome: Outcome, now: datetime, by: Timetable, tries: int) -> ContactPlan:
    again = now + by.of(plan.risk).try_again
    at = min(again, plan.due.must_by) if now < plan.due.must_by else again
    wrong = outcome is Outcome.WRONG_NUMBER
    return moved(
        plan,
        ahead=by_urgency([*plan.ahead, *_right_number(plan, now)]) if wrong else plan.ahead,
        remind_at=now if wrong else at,
        round=plan.round + 1,
        last_outcome=outcome,
        no_answers=plan.no_answers + tries if outcome is Outcome.NO_ANSWER else plan.no_answers,
    )


def _right_number(plan: ContactPlan, now: datetime) -> list[Due]:
    """Before the contact can be made there must be a number: by the contact's own time, where that is still to come."""
    if any(due.why is Why.GET_SAFE_CONTACT for due in plan.ahead):
        return []
    by = plan.due.must_by if plan.due.must_by > now else end_of_day(now)
    return [Due(Why.GET_SAFE_CONTACT, now, min(by, end_of_day(now)))]


def _left_after(plan: ContactPlan, outcome: Outcome, now: datetime, by: Timetable) -> list[Due]:
    """A contact settles what was due by now and the next one owed; a task is settled by itself alone. A concern brings the next one within a day."""
    if outcome is Outcome.GOT_SAFE_CONTACT:
        return [due for due in plan.ahead if due.why is not Why.GET_SAFE_CONTACT] or [routine(plan, now, by)]
    owed = [due for due in plan.ahead if due.why not in TASKS]
    tasks = [due for due in plan.ahead if due.why in TASKS]
    at_last = now + AFTER_CONCERN
    concern = [Due(Why.AFTER_CONCERN, reminder_for(at_last, now), at_last)] if outcome is Outcome.CONCERN else []
    return tasks + concern + [due for due in owed[1:] if due.remind_at > now and due.why not in RECURRING]
