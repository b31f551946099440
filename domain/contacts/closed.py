"""A contact that would fall on a day on which the force is closed is made earlier, never later."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from domain.contacts.plans import Due
from domain.london import to_london
from domain.mornings import MORNING, clock_at, reminder_for

AT_LEAST = timedelta(hours=2)
_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)
IsClosed = Callable[[date], bool]


def never_closed(_: date) -> bool:
    """Of a force that works every day."""
    return False


def before_closed(due: Due, now: datetime, is_closed: IsClosed) -> Due:
    """On the last open day before, where there is one still to come; what is reminded of now may be left the rest of an open today."""
    must_by = _open_end(due, now, is_closed)
    remind_at = due.remind_at if must_by == due.must_by else min(due.remind_at, max(now, reminder_for(must_by, now)))
    return Due(due.why, _open_morning(remind_at, now, is_closed), must_by)


def _open_end(due: Due, now: datetime, is_closed: IsClosed) -> datetime:
    day = _day_of(due.must_by)
    end = clock_at(_last_open(day, is_closed) + _DAY, time()) if is_closed(day) else due.must_by
    leaves = now + AT_LEAST if due.remind_at <= now else clock_at(to_london(now).date() + _DAY, MORNING)
    return end if end >= leaves else due.must_by


def _open_morning(remind_at: datetime, now: datetime, is_closed: IsClosed) -> datetime:
    day = to_london(remind_at).date()
    morning = clock_at(_last_open(day, is_closed), MORNING) if remind_at > now and is_closed(day) else remind_at
    return morning if morning > now else remind_at


def _day_of(must_by: datetime) -> date:
    """Midnight ends the day before it."""
    return to_london(must_by - _INSTANT).date()


def _last_open(day: date, is_closed: IsClosed) -> date:
    while is_closed(day):
        day -= _DAY
    return day
