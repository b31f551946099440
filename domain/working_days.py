"""Working days: Monday to Friday, without the days on which the force counts everything as closed."""

from collections.abc import Set as AbstractSet
from datetime import date, datetime, time, timedelta

from domain.london import at_london, to_london

_DAY = timedelta(days=1)
_SATURDAY = 5


def is_working_day(day: date, closed: AbstractSet[date]) -> bool:
    """`closed` are the bank holidays of England and Wales, as the force's policy has them."""
    return day.weekday() < _SATURDAY and day not in closed


def next_working_day(day: date, closed: AbstractSet[date]) -> date:
    """The first working day after that day."""
    after = day + _DAY
    while not is_working_day(after, closed):
        after += _DAY
    return after


def within_one_working_day(of: datetime, closed: AbstractSet[date]) -> datetime:
    """The end of the next working day after the London day of that moment, as midnight in London, in UTC.

    The day itself is not counted, whether it is a working day or not. Of a weekend or a bank holiday it could also be said that the count begins with the first
    working day after it; that would be a day later, and the earlier reading is taken.
    """
    return within_working_days(of, 1, closed)


def within_working_days(of: datetime, days: int, closed: AbstractSet[date]) -> datetime:
    """As within one, for so many."""
    due = to_london(of).date()
    for _ in range(days):
        due = next_working_day(due, closed)
    return at_london(due + _DAY, time())
