"""When an owner is reminded of what must be done by a moment: in the morning before it, London time."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from domain.london import at_london, to_london

MORNING = time(9)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def reminder_for(must_by: datetime, since: datetime) -> datetime:
    """The last London morning that leaves an hour; the last hour itself where there was no morning in between."""
    latest = must_by - _HOUR
    day = to_london(latest).date()
    morning = max(at for at in (clock_at(day - _DAY, MORNING), clock_at(day, MORNING)) if at <= latest)
    return morning if morning > since else latest


@lru_cache(maxsize=4096)
def clock_at(day: date, clock_time: time) -> datetime:
    """A big import asks for the same few thousand mornings and midnights again and again."""
    return at_london(day, clock_time)
