"""What the history of an order is told from: everything that the register holds of it, and the events that come of that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import reduce
from uuid import UUID

from domain.breaches.drafts import Breach
from domain.breaches.signing import Signing
from domain.breaches.tasks import BreachTask
from domain.breaches.updates import VictimUpdate
from domain.evidence import Evidence
from domain.order_changes import Recorded
from domain.orders import Order, Party
from domain.retention import Decision
from domain.reviews import Link
from domain.same_person import PersonLink
from domain.terms import OrderTerms
from domain.transfers import Transfer
from domain.versions_told import VersionTold
from domain.visits import VisitMade
from domain.withholding import without_whereabouts

NOBODY_KNOWN = ""


@dataclass(frozen=True)
class Event:
    """`by` is the officer where one is known, `of` the order's reference where events of several stand together."""

    at: datetime
    words: str
    by: str = NOBODY_KNOWN
    of: str = ""


@dataclass(frozen=True)
class Contacted:
    """That the protected person was contacted, or that it was tried; what was said stays where it is sealed."""

    at: datetime
    officer: UUID
    outcome: str


@dataclass(frozen=True)
class Origin:
    """Who made a version, an officer or a job of the system, and of which day the court's file was that brought it."""

    by: UUID
    file_day: date | None = None


@dataclass(frozen=True)
class Noted:
    """What a row says by itself: when, who, and words that tell nothing of where a person is."""

    at: datetime
    officer: UUID | None
    words: str


@dataclass(frozen=True)
class Kept:
    """All that the register holds of one order: its earlier versions with when each was replaced, the rest as it was recorded, and the officers by id.

    What a role may not see is empty: `contacts`, and the `noted` of the contact plan. `evidence` holds what was taken back too. `papers` are their names with
    when each was received, `received` the versions of another force that came with a transfer, `origins` whence each version came that is no recorded change, `signing` what came after each breach was sent, `now` the moment
    by which a duty is overdue, `secret` whose whereabouts are told no more than the protected person's: the respondent as each version has them, where another order protects them.
    """

    order: Order
    earlier: Sequence[tuple[Order, datetime]] = ()
    evidence: Sequence[Evidence] = ()
    breaches: Sequence[Breach] = ()
    links: Sequence[Link] = ()
    officers: Mapping[UUID, str] | None = None
    terms: Sequence[OrderTerms] = ()
    changes: Sequence[Recorded] = ()
    contacts: Sequence[Contacted] = ()
    persons: Sequence[PersonLink] = ()
    papers: Sequence[tuple[str, datetime]] = ()
    transfers: Sequence[Transfer] = ()
    visits: Sequence[VisitMade] = ()
    received: Sequence[VersionTold] = ()
    origins: Mapping[int, Origin] = field(default_factory=dict)
    retention: Sequence[Decision] = ()
    tasks: Sequence[BreachTask] = ()
    updates: Sequence[VictimUpdate] = ()
    signing: Mapping[UUID, Signing] = field(default_factory=dict)
    noted: Sequence[Noted] = ()
    now: datetime | None = None
    secret: Sequence[Party] = ()


def named(kept: Kept, id: UUID | None) -> str:
    return NOBODY_KNOWN if id is None else (kept.officers or {}).get(id, NOBODY_KNOWN)


def safe_words(kept: Kept, words: str) -> str:
    """Without where the protected person is now, or was by any version, and without where anybody else is of whom that is secret."""
    versions = (*(version for version, _ in kept.earlier), kept.order)
    return reduce(without_whereabouts, dict.fromkeys((*(one.applicant for one in versions), *kept.secret)), words)
