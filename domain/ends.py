"""The end of an order against the day it was made and against today: the slip of a year after which an officer would be told that nothing runs."""

from datetime import date, datetime, time

from domain.errors import Unreadable
from domain.london import at_london, long_moment
from domain.orders import Order

BEFORE_IT_WAS_MADE = "It cannot end before it was made. Look at both days again."
HEARD_BEFORE_IT_WAS_MADE = "The return hearing cannot be before it was made. Look at both days again."
NOT_KEPT = (
    "Not kept: {end}, since it is said to end another way. Where it ends then, press Change it and say that it ends on a day at a time."
)
ENDED = "As entered it ended on {end}: an officer who looks it up is told that it is history. Look at the year again."


def is_before(ends_at: datetime | None, made_on: date | None, made_at: datetime | None = None) -> bool:
    """Of a day alone its beginning counts: an order may end on the day on which it was made."""
    if ends_at is None or made_on is None:
        return False
    return ends_at <= (made_at or at_london(made_on, time()))


def demand_end_after_made(before: Order, after: Order) -> None:
    """Raises Unreadable where this change puts the end before the order was made; what stood so already is no reason to refuse another change."""
    same = (before.expires_at, before.made_on, before.made_at) == (after.expires_at, after.made_on, after.made_at)
    if not same and is_before(after.expires_at, after.made_on, after.made_at):
        raise Unreadable(BEFORE_IT_WAS_MADE)


def ended_already(ends_at: datetime | None, now: datetime) -> tuple[str, ...]:
    """Told before it is saved, and never a reason to refuse what a paper says."""
    return (ENDED.format(end=long_moment(ends_at)),) if ends_at is not None and ends_at <= now else ()
