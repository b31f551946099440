"""The history of an order: its versions, who checked its paper, the evidence, the breaches and what was said of its case, in order, with who and when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from domain.breaches.drafts import Breach
from domain.evidence import Evidence, outline
from domain.london import long_date, long_moment
from domain.measure_table import measure_of
from domain.measure_words import state_words
from domain.measures import Kind
from domain.orders import Order
from domain.reviews import Link, Relation
from domain.terms import OrderTerms, TermsState
from domain.withholding import without_whereabouts

NOBODY_KNOWN = ""
_LABELS = {
    "made_on": "the day it was made",
    "expires_at": "its end",
    "end_raw": "its end",
    "return_hearing_on": "the return hearing",
    "discharged_at": "the discharge",
    "undertaking_at": "the undertaking",
    "served_file": "a served copy",
    "has_document": "the PDF",
    "welsh_file_name": "the Welsh PDF",
    "conditions_checked": "whether a person has checked it",
    "without_notice": "whether it was made without notice",
    "made_at": "when it was made",
    "kind": "what kind it is",
    "power_clauses": "the power of arrest",
    "power_until": "the power of arrest",
    "needs_review": "what is being checked",
    "respondent": "particulars of the respondent",
    "applicant": "particulars of the protected person",
}
_RELATIONS = {Relation.REPLACES: "replaces", Relation.EXTENDS: "extends", Relation.SEPARATE: "is separate from"}
_ITS_OWN = frozenset({"version", "confirmed_at", "variation", "change", "changed_on", "changed_at"})


@dataclass(frozen=True)
class Event:
    """`by` is the officer where one is known."""

    at: datetime
    words: str
    by: str = NOBODY_KNOWN


@dataclass(frozen=True)
class Kept:
    """All that the register holds of one order: its earlier versions with when each was replaced, the rest as it was recorded, and the officers by id."""

    order: Order
    earlier: Sequence[tuple[Order, datetime]] = ()
    evidence: Sequence[Evidence] = ()
    breaches: Sequence[Breach] = ()
    links: Sequence[Link] = ()
    officers: Mapping[UUID, str] | None = None
    terms: Sequence[OrderTerms] = ()


def events(kept: Kept) -> tuple[Event, ...]:
    """Oldest first."""
    found = [*_versions(kept), *_checks(kept), *_evidence(kept), *_breaches(kept), *_links(kept)]
    return tuple(sorted(found, key=lambda one: one.at))


def event_words(one: Event) -> str:
    by = f" By {one.by}." if one.by else ""
    return f"{long_moment(one.at)}: {one.words}{by}"


def _versions(kept: Kept) -> Iterator[Event]:
    versions = [*(version for version, _ in kept.earlier), kept.order]
    source = "taken in from the court feed" if kept.order.kind is Kind.NMO else f"entered from the {measure_of(kept.order.kind).paper}"
    yield Event(versions[0].received_at, f"Version 1 was {source}.")
    for (before, at), after in zip(kept.earlier, versions[1:], strict=True):
        yield Event(at, f"Version {after.version}: {_what_changed(before, after)}.")


def _what_changed(before: Order, after: Order) -> str:
    names = (field.name for field in fields(Order) if field.name not in _ITS_OWN)
    changed = dict.fromkeys(_LABELS.get(name, "details of the record") for name in names if getattr(before, name) != getattr(after, name))
    listed = ", ".join(changed) or "details of the record"
    if before.variation == after.variation:
        return f"changed {listed}"
    how = after.change.value if after.change else "changed"
    return f"{how} by the court {_from(after)}: {listed}"


def _from(version: Order) -> str:
    if version.changed_at is not None:
        return f"from {long_moment(version.changed_at)}"
    return f"from {long_date(version.changed_on)}, hour not known" if version.changed_on is not None else "on a day not known"


def _checks(kept: Kept) -> Iterator[Event]:
    for one in kept.terms:
        if one.state is TermsState.CHECKED:
            yield Event(one.at, "Its conditions were checked against the sealed order.", _named(kept, one.officer))


def _evidence(kept: Kept) -> Iterator[Event]:
    """What was said of it, without where the protected person can be found."""
    for one in kept.evidence:
        by_whom = f" Told or served by {one.by_whom}." if one.by_whom else ""
        words = without_whereabouts(f"{by_whom} {one.words}".rstrip(), kept.order.applicant)
        yield Event(one.recorded_at, f"{outline(one)}{words}", _named(kept, one.recorded_by))


def _breaches(kept: Kept) -> Iterator[Event]:
    for one in kept.breaches:
        day = f"of {long_date(one.happened_on)}" if one.happened_on else "of a day not known"
        states = "; or: ".join(state_words(kept.order.kind, state) for state in one.states) or "state of the order then not reckoned"
        yield Event(one.recorded_at, f"Breach {one.reference} {day}, by version {one.order_version} of the order ({states}).", one.recorder)


def _links(kept: Kept) -> Iterator[Event]:
    for one in kept.links:
        yield Event(one.at, f"{one.later_reference} {_RELATIONS[one.relation]} {one.earlier_reference}.", _named(kept, one.officer))


def _named(kept: Kept, id: UUID) -> str:
    return (kept.officers or {}).get(id, NOBODY_KNOWN)
