"""When made-up people say that they may safely be called, and whether a contact was proposed at another time: reckoned by the minute, beside the product's own way."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from domain.contacts import ContactPlan, PlanState, Why
from domain.london import to_london

_STEP = timedelta(minutes=10)


@dataclass(frozen=True)
class SafeTimes:
    """`words` as an officer types them; Monday is 0."""

    words: str
    days: frozenset[int]
    first: time
    last: time

    def holds(self, moment: datetime) -> bool:
        local = to_london(moment)
        return local.weekday() in self.days and self.first <= local.time() < self.last

    def next_between(self, since: datetime, until: datetime) -> datetime | None:
        """A moment of the next opening, which lasts for more than the steps in which it is looked for."""
        while since < until:
            if self.holds(since):
                return since
            since += _STEP
        return None


SAID = (
    SafeTimes("weekdays 9.30 to 14.30", frozenset(range(5)), time(9, 30), time(14, 30)),
    SafeTimes("weekdays 10am to 4pm", frozenset(range(5)), time(10), time(16)),
    SafeTimes("saturday and sunday 10am to 6pm", frozenset((5, 6)), time(10), time(18)),
    SafeTimes("monday and thursday 18:00 to 20:00", frozenset((0, 3)), time(18), time(20)),
    SafeTimes("every day 9am to 9pm", frozenset(range(7)), time(9), time(21)),
)


def is_outside(plan: ContactPlan, times: SafeTimes, now: datetime) -> bool:
    """Whether the plan brings its contact up at a time that is not safe, though a safe one opens before it must be made.

    What is to be brought up at once is no proposal, and a task is no contact.
    """
    if plan.state is not PlanState.OPEN or plan.due.why is Why.GET_SAFE_CONTACT or plan.remind_at <= now or times.holds(plan.remind_at):
        return False
    return times.next_between(now, plan.due.must_by) is not None
