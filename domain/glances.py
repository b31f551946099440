"""What stands beside an order when it is looked up: evidence in outline, contact, breaches, the rest of its case, and whether the officer is told of changes."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from domain.evidence import Evidence
from domain.london import long_date

BREACH_DAYS = 90
SINCE = timedelta(days=BREACH_DAYS)


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
    """`breaches` counts those that happened in the last 90 days, or were recorded then where the day is not known; `contacted_on` is the London day on which the protected person was last spoken to."""

    evidence: tuple[Evidence, ...] = ()
    on_case: tuple[OnCase, ...] = ()
    contacted_on: date | None = None
    breaches: int = 0
    newest_breach: date | None = None
    watched: bool = False


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
