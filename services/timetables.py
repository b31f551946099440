"""By what timetable a force contacts protected people: the rhythm of its policy and the days on which it is closed."""

from collections.abc import Callable
from datetime import date
from functools import partial

from domain.contacts import Timetable
from domain.policies import Policy
from domain.working_days import is_working_day
from services.closed_days import bank_holidays

# The force's policy as it stands when it is asked for.
PolicyNow = Callable[[], Policy]


def timetable_of(policy: Policy) -> Timetable:
    return Timetable(policy.contacts, partial(_is_closed, policy))


def _is_closed(policy: Policy, day: date) -> bool:
    """A Saturday, a Sunday or a bank holiday, as the force corrects them."""
    return not is_working_day(day, (bank_holidays(day.year) | policy.closed_days) - policy.open_days)
