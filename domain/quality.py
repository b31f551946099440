"""What an order's record lacks, so that somebody can mend it: reckoned from the order and from what stands beside it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.exercises import is_exercise
from domain.london import to_london
from domain.measure_table import measure_of
from domain.measures import COURT
from domain.orders import LIVE, Order, OrderState, state_at

CONFIRMED_WITHIN = timedelta(days=28)
ASKED_HOLDS = timedelta(days=28)
WEEK = timedelta(days=7)
TREND_WEEKS = 8
_ADDRESS = ("address", "address1", "address2", "postcode")


class Flaw(StrEnum):
    """In the sequence in which they are told: what matters most at a doorstep first."""

    NO_SERVICE = "no_service"
    NO_PLAN = "no_plan"
    NO_OWNER = "no_owner"
    UNCHECKED = "unchecked"
    ENDED = "ended"
    NO_ADDRESS = "no_address"
    WITHHELD = "withheld"
    NOT_CONFIRMED = "not_confirmed"


FLAW_WORDS = {
    Flaw.NO_SERVICE: "No service and no awareness recorded",
    Flaw.NO_PLAN: "Nobody keeps contact: no contact plan",
    Flaw.NO_OWNER: "A contact plan without an owner",
    Flaw.UNCHECKED: "Terms not checked against the paper",
    Flaw.ENDED: "Past its end or its hearing, and not looked at since",
    Flaw.NO_ADDRESS: "No address of the respondent",
    Flaw.WITHHELD: "Particulars withheld by the court",
    Flaw.NOT_CONFIRMED: "Never confirmed with the court since it was taken in",
}


@dataclass(frozen=True)
class Beside:
    """What stands beside an order: whether anything is held of service or awareness, whether a contact plan is open and somebody has it.

    `looked_at` is when somebody last said of a flaw that it was seen to. `elsewhere` is that another force keeps contact with the protected person.
    """

    evidence: bool = False
    plan: UUID | None = None
    owned: bool = False
    looked_at: Mapping[Flaw, datetime] = field(default_factory=dict)
    elsewhere: bool = False


@dataclass(frozen=True)
class Figure:
    """How many orders had a flaw on a day, of how many that were looked through."""

    day: date
    flaw: Flaw
    number: int
    total: int


def flaws_of(order: Order, beside: Beside, now: datetime) -> frozenset[Flaw]:
    """Of a made-up order to practise on none: it is kept out of every figure."""
    if is_exercise(order):
        return frozenset()
    state = state_at(order, now)
    found = set(_of_live(order, beside, now)) if state in LIVE else set()
    if _is_past(order, state, beside):
        found.add(Flaw.ENDED)
    return frozenset(found)


def counts_of(found: Iterable[Iterable[Flaw]]) -> dict[Flaw, int]:
    """Every flaw stands in it, also one that no order has."""
    counted = Counter(flaw for flaws in found for flaw in flaws)
    return {flaw: counted[flaw] for flaw in Flaw}


def is_counted(order: Order, flaws: Collection[Flaw], now: datetime) -> bool:
    """Whether it is one of the orders that a figure is of: a real one that is live, or past its end and still to be looked at."""
    return not is_exercise(order) and (Flaw.ENDED in flaws or state_at(order, now) in LIVE)


def trend_days(today: date) -> list[date]:
    """Today and the same weekday of the weeks before, the oldest first."""
    return [today - back * WEEK for back in range(TREND_WEEKS - 1, -1, -1)]


def _of_live(order: Order, beside: Beside, now: datetime) -> Iterable[Flaw]:
    if not beside.evidence and not order.served_file:
        yield Flaw.NO_SERVICE
    if beside.plan is None and not beside.elsewhere:
        yield Flaw.NO_PLAN
    if beside.plan is not None and not beside.owned:
        yield Flaw.NO_OWNER
    if order.has_document and not order.conditions_checked:
        yield Flaw.UNCHECKED
    respondent = order.respondent
    has_address = any((respondent.address1, respondent.address2, respondent.postcode))
    if not has_address and respondent.withheld.isdisjoint(_ADDRESS) and not _asked(beside, Flaw.NO_ADDRESS, now):
        yield Flaw.NO_ADDRESS
    if (respondent.withheld or order.applicant.withheld) and not _asked(beside, Flaw.WITHHELD, now):
        yield Flaw.WITHHELD
    by_court = measure_of(order.kind).whose == COURT
    if by_court and order.confirmed_at <= order.received_at and now - order.received_at >= CONFIRMED_WITHIN:
        yield Flaw.NOT_CONFIRMED


def _is_past(order: Order, state: OrderState, beside: Beside) -> bool:
    """An end that came by itself asks for a look, once; what the court or the parties ended does not."""
    seen = beside.looked_at.get(Flaw.ENDED)
    if state is OrderState.EXPIRED and order.expires_at is not None:
        return seen is None or seen < order.expires_at
    if state is OrderState.RETURN_HEARING_PASSED and order.return_hearing_on is not None:
        looked = max(order.confirmed_at, seen or order.confirmed_at)
        return to_london(looked).date() <= order.return_hearing_on
    return False


def _asked(beside: Beside, flaw: Flaw, now: datetime) -> bool:
    """The court was asked lately, and may still answer."""
    at = beside.looked_at.get(flaw)
    return at is not None and now - at < ASKED_HOLDS
