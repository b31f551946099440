"""What stands beside an order when it is looked up: evidence in outline, contact, breaches, the rest of its case, and whether the officer is told of changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.breaches.patterns import PATTERN_DAYS, Pattern
from domain.evidence import Evidence
from domain.london import deadline, long_date
from domain.officers import Officer
from domain.orders import Order
from domain.same_person import AlsoIn, Mutual, Neighbours, Sides, also_in, may_be_told, mutuals

BREACH_DAYS = PATTERN_DAYS
SINCE = timedelta(days=BREACH_DAYS)
NOBODY_BESIDE = Neighbours()


@dataclass(frozen=True)
class OnCase:
    """Another order of the same case."""

    id: UUID
    reference: str
    order_name: str = ""

    @property
    def is_occupation_order(self) -> bool:
        name = self.order_name.casefold()
        return "occupation" in name or name.strip() == "fl404"


@dataclass(frozen=True)
class Glance:
    """`breaches` counts those that happened in the last 90 days, or were recorded then where the day is not known; `contacted_on` is the London day on which the protected person was last spoken to.
    `visited_on` is the one on which a visit last met the respondent, and `visit_by` is by when the next is owed, none where none is planned.

    `neighbours` is what was found that may be of the same people; `also_in` and `mutual` are what may be told of it, `pattern` what the breaches of the same respondent come to.
    """

    evidence: tuple[Evidence, ...] = ()
    on_case: tuple[OnCase, ...] = ()
    contacted_on: date | None = None
    visited_on: date | None = None
    visit_by: datetime | None = None
    breaches: int = 0
    newest_breach: date | None = None
    watched: bool = False
    neighbours: Neighbours = NOBODY_BESIDE
    also_in: tuple[AlsoIn, ...] = ()
    mutual: tuple[Mutual, ...] = ()
    pattern: Pattern | None = None


def with_people(glance: Glance, order: Order, others: Sequence[Sides], officer: Officer) -> Glance:
    """What may be told of the same people in other orders."""
    told = [one for one in others if may_be_told(one, officer)]
    ids, links = {one.id for one in told}, glance.neighbours.links
    return replace(
        glance,
        also_in=tuple(one for one in also_in(order.id, links) if one.record.order in ids),
        mutual=mutuals(order, told, links),
    )


def breach_words(glance: Glance) -> str:
    if not glance.breaches:
        return "none recorded here"
    newest = f"the newest on {long_date(glance.newest_breach)}" if glance.newest_breach else "day not known"
    return f"{glance.breaches}, {newest}"


def contact_words(glance: Glance) -> str:
    return f"protected person spoken to on {long_date(glance.contacted_on)}" if glance.contacted_on else "none recorded here"


def on_case_words(one: OnCase) -> str:
    if one.is_occupation_order:
        return f"Same case: {one.reference}, an occupation order. Breach of it is no offence; whether a power of arrest is attached is not known here: ask for form FL406."
    return f"Same case: {one.reference}."


def visited_words(glance: Glance, now: datetime) -> str:
    """The last compliance visit that met the respondent, and the next."""
    last = f"respondent met on {long_date(glance.visited_on)}" if glance.visited_on else "none recorded here"
    if glance.visit_by is None:
        return f"{last}; none planned"
    overdue = ", overdue" if now > glance.visit_by else ""
    return f"{last}; the next by {deadline(glance.visit_by)}{overdue}"
