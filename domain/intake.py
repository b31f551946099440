"""What waits at intake, how long it has waited, and how long orders take from the court to the register."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from statistics import median
from uuid import UUID

from domain.london import at_london

MEASURED = timedelta(days=90)
_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


class Waits(StrEnum):
    REJECT = "reject"
    SHOWN_PAPER = "shown_paper"
    SECOND_CHECK = "second_check"
    SECOND_ORDER = "second_order"
    UNCHECKED = "unchecked"
    PAPER = "paper"


WAITS_WORDS: dict[Waits, str] = {
    Waits.REJECT: "Row of the court feed that could not be taken in",
    Waits.SHOWN_PAPER: "Paper shown to an officer, not confirmed by the court",
    Waits.SECOND_CHECK: "Registered by hand, waits for a second person",
    Waits.SECOND_ORDER: "More than one order on the case",
    Waits.UNCHECKED: "Paper held, wording not checked",
    Waits.PAPER: "PDF sent for an order, waits for who may check it",
}


@dataclass(frozen=True)
class Item:
    """`object` is the order's id, or the reject's; `what` holds no name."""

    waits: Waits
    object: UUID
    what: str
    since: datetime


@dataclass(frozen=True)
class Measured:
    """From the day an order was made, whose hour the feed does not tell, until it could be found: counted from the beginning of that day."""

    orders: int
    unknown: int
    median: timedelta | None = None
    longest: timedelta | None = None


def oldest_first(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda one: (one.since, one.waits, one.what)))


def measured(taken_in: Sequence[tuple[date | None, datetime]]) -> Measured:
    took = [max(found - at_london(made, time()), timedelta(0)) for made, found in taken_in if made is not None]
    unknown = len(taken_in) - len(took)
    if not took:
        return Measured(0, unknown)
    return Measured(len(took), unknown, timedelta(seconds=median(one.total_seconds() for one in took)), max(took))


def age_words(age: timedelta) -> str:
    """Two parts at most: "3 days 4 hours", "4 hours", "12 minutes"."""
    days, rest = divmod(age, _DAY)
    hours, rest = divmod(rest, _HOUR)
    if days:
        return " ".join([_number(days, "day"), *([_number(hours, "hour")] if hours else [])])
    return _number(hours, "hour") if hours else _number(rest // _MINUTE, "minute")


def _number(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
