"""The history of an order: its versions, papers and changes, the evidence, the breaches, the contacts and what was said of its case and its people, in order, with who and when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from uuid import UUID

from domain.breaches.drafts import Breach
from domain.evidence import Evidence, outline
from domain.london import long_date, long_moment
from domain.measure_table import measure_of
from domain.measure_words import state_words
from domain.measures import Kind
from domain.order_changes import EVIDENCE_OF, Recorded
from domain.orders import Order
from domain.provenance import PROVENANCE_WORDS
from domain.reviews import Link, Relation
from domain.same_person import PersonLink, Word
from domain.terms import OrderTerms
from domain.transfers import STATE_WORDS as TRANSFER_WORDS
from domain.transfers import Direction, Transfer
from domain.versions_told import VersionTold, change_told, how_it_came, told_words, what_changed
from domain.visits import OUTCOME_WORDS, VisitMade
from domain.withholding import without_whereabouts

NOBODY_KNOWN = ""
_RELATIONS = {Relation.REPLACES: "replaces", Relation.EXTENDS: "extends", Relation.SEPARATE: "is separate from"}


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
class Kept:
    """All that the register holds of one order: its earlier versions with when each was replaced, the rest as it was recorded, and the officers by id.

    `contacts` are empty for a role that may not see them; `evidence` holds what was taken back too. `papers` are their names with when each was received.
    `received` are the versions of another force that came with a transfer.
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


def events(kept: Kept) -> tuple[Event, ...]:
    """Oldest first."""
    parts = (_versions, _received, _papers, _checks, _evidence, _breaches, _contacts, _links, _persons, _transfers, _visits)
    return tuple(sorted((one for part in parts for one in part(kept)), key=lambda one: one.at))


def together(several: Iterable[tuple[Order, tuple[Event, ...]]]) -> tuple[Event, ...]:
    """The events of several orders of one person as one, each with the order's reference."""
    found = [replace(event, of=order.reference) for order, listed in several for event in listed]
    return tuple(sorted(found, key=lambda one: (one.at, one.of)))


def event_words(one: Event) -> str:
    by, of = f" By {one.by}." if one.by else "", f"{one.of}: " if one.of else ""
    return f"{long_moment(one.at)}: {of}{one.words}{by}"


def _versions(kept: Kept) -> Iterator[Event]:
    """Those that came from another force are told by its own words, and that they were taken in here."""
    versions = [*(version for version, _ in kept.earlier), kept.order]
    told = {one.version: one for one in kept.changes}
    came = max((one.taken_as for one in kept.received), default=0)
    if came:
        yield Event(versions[0].received_at, _taken_in(came))
    else:
        by = _named(kept, told[1].officer) if 1 in told else NOBODY_KNOWN
        yield Event(versions[0].received_at, f"Version 1 was {how_it_came(versions[0])}.", by)
    for (before, at), after in zip(kept.earlier, versions[1:], strict=True):
        if after.version <= came:
            continue
        if after.version in told:
            yield _recorded(kept, told[after.version])
        else:
            yield Event(at, f"Version {after.version}: {what_changed(before, after)}.")


def _taken_in(version: int) -> str:
    return f"Version {version} was taken in from another force{', with those before it' if version > 1 else ''}."


def _received(kept: Kept) -> Iterator[Event]:
    """Without where the protected person is now, or was by any version."""
    people = [one.applicant for one in (kept.order, *(version for version, _ in kept.earlier))]
    for one in kept.received:
        words = reduce(without_whereabouts, people, told_words(one))
        yield Event(one.at, words, f"{one.who}, {one.held_by}" if one.who else NOBODY_KNOWN)


def _recorded(kept: Kept, one: Recorded) -> Event:
    """Who changed it, from what to what, and where it was learned."""
    lines = " ".join(f"{title}: {before} -> {after}." for title, before, after in one.lines)
    what = change_told(kept.order.kind, one, kept.changes)
    learned = "" if one.undoes else f" Learned from: {PROVENANCE_WORDS[one.learned]}."
    why = f" Said: {one.words}." if one.words and not one.undoes and one.kind not in EVIDENCE_OF else ""
    words = without_whereabouts(f"Version {one.version}: {what}. {lines}{learned}{why}", kept.order.applicant)
    return Event(one.at, words, _named(kept, one.officer))


def _papers(kept: Kept) -> Iterator[Event]:
    for name, at in kept.papers:
        yield Event(at, f"Paper received: {name}.")


def _checks(kept: Kept) -> Iterator[Event]:
    """Terms that stand again after a slip was undone were entered once."""
    told = (Event(one.at, _checked_words(kept.order.kind, one), _named(kept, one.officer)) for one in kept.terms if one.counts)
    yield from dict.fromkeys(told)


def _checked_words(kind: Kind, one: OrderTerms) -> str:
    if one.is_typed:
        return f"Its terms were entered as one officer typed them from the {measure_of(kind).paper}."
    return "Its conditions were checked against the sealed order."


def _evidence(kept: Kept) -> Iterator[Event]:
    """What was said of it, without where the protected person can be found."""
    changes = {one.id for one in kept.changes}
    for one in kept.evidence:
        if one.id in changes:
            continue
        by_whom = f" Told or served by {one.by_whom}." if one.by_whom else ""
        words = without_whereabouts(f"{by_whom} {one.words}".rstrip(), kept.order.applicant)
        yield Event(one.recorded_at, f"{outline(one)}{words}", _named(kept, one.recorded_by))


def _breaches(kept: Kept) -> Iterator[Event]:
    for one in kept.breaches:
        day = f"of {long_date(one.happened_on)}" if one.happened_on else "of a day not known"
        states = "; or: ".join(state_words(kept.order.kind, state) for state in one.states) or "state of the order then not reckoned"
        yield Event(one.recorded_at, f"Breach {one.reference} {day}, by version {one.order_version} of the order ({states}).", one.recorder)


def _contacts(kept: Kept) -> Iterator[Event]:
    for one in kept.contacts:
        yield Event(one.at, f"Contact with the protected person: {one.outcome}.", _named(kept, one.officer))


def _persons(kept: Kept) -> Iterator[Event]:
    """What was said of the people of this order and of another."""
    for one in kept.persons:
        mine, theirs, reference = one.one, one.other, one.other_reference
        if mine.order != kept.order.id:
            mine, theirs, reference = one.other, one.one, one.one_reference
        said = "said to be one person with" if one.word is Word.SAME else "no longer said to be one person with"
        yield Event(one.at, f"The {mine.role.value} is {said} the {theirs.role.value} of {reference}.", _named(kept, one.officer))


def _links(kept: Kept) -> Iterator[Event]:
    for one in kept.links:
        yield Event(one.at, f"{one.later_reference} {_RELATIONS[one.relation]} {one.earlier_reference}.", _named(kept, one.officer))


def _transfers(kept: Kept) -> Iterator[Event]:
    """Where to, or whence, and what became of it; who is to accept it elsewhere stays in the transfer."""
    for one in kept.transfers:
        way = f"to {one.other_name}" if one.direction is Direction.OUT else f"from {one.other_name}"
        yield Event(
            one.at, f"Transfer {one.reference} of the protected person {way} was sent.", _named(kept, one.by) if one.by else NOBODY_KNOWN
        )
        if one.answered_at is not None:
            yield Event(one.answered_at, f"Transfer {one.reference} {way}: {TRANSFER_WORDS[one.state]}.")


def _visits(kept: Kept) -> Iterator[Event]:
    """That the respondent was visited; what was said stands in the evidence."""
    for one in kept.visits:
        yield Event(one.at, f"Compliance visit to the respondent: {OUTCOME_WORDS[one.outcome]}.", _named(kept, one.officer))


def _named(kept: Kept, id: UUID) -> str:
    return (kept.officers or {}).get(id, NOBODY_KNOWN)
