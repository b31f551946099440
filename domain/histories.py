"""The history of an order: its versions, papers and changes, the evidence, the breaches, the contacts and what was said of its case and its people, in order, with who and when."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from domain.evidence import outline
from domain.history_duties import noted, retention, signing, tasks, updates
from domain.history_kept import NOBODY_KNOWN, Event, Kept, Origin, named, safe_words
from domain.london import long_date, long_moment
from domain.measure_table import measure_of
from domain.measure_words import state_words
from domain.measures import Kind
from domain.order_changes import EVIDENCE_OF, Recorded
from domain.orders import Order
from domain.provenance import PROVENANCE_WORDS
from domain.reviews import Relation
from domain.same_person import Word
from domain.terms import OrderTerms
from domain.transfers import STATE_WORDS as TRANSFER_WORDS
from domain.transfers import Direction
from domain.versions_told import change_told, how_it_came, told_words, what_changed
from domain.visits import OUTCOME_WORDS

_RELATIONS = {Relation.REPLACES: "replaces", Relation.EXTENDS: "extends", Relation.SEPARATE: "is separate from"}


def events(kept: Kept) -> tuple[Event, ...]:
    """Oldest first."""
    return tuple(sorted((one for part in PARTS.values() for one in part(kept)), key=lambda one: one.at))


def together(several: Iterable[tuple[Order, tuple[Event, ...]]]) -> tuple[Event, ...]:
    """The events of several orders of one person as one, each with the order's reference."""
    found = [replace(event, of=order.reference) for order, listed in several for event in listed]
    return tuple(sorted(found, key=lambda one: (one.at, one.of)))


def event_words(one: Event) -> str:
    """What somebody typed stands as they typed it, and ends before it is said by whom it was recorded."""
    of, stop = f"{one.of}: " if one.of else "", "" if one.words.endswith((".", "?", "!")) else "."
    return f"{long_moment(one.at)}: {of}{one.words}" + (f"{stop} By {one.by}." if one.by else "")


def _versions(kept: Kept) -> Iterator[Event]:
    """Those that came from another force are told by its own words, and that they were taken in here."""
    versions = [*(version for version, _ in kept.earlier), kept.order]
    told = {one.version: one for one in kept.changes}
    came = max((one.taken_as for one in kept.received), default=0)
    if came:
        yield Event(versions[0].received_at, _taken_in(came))
    else:
        first = kept.origins.get(1)
        by = told[1].officer if 1 in told else first.by if first else None
        yield Event(versions[0].received_at, f"Version 1 was {how_it_came(versions[0])}{_file_words(first, '')}.", named(kept, by))
    for (before, at), after in zip(kept.earlier, versions[1:], strict=True):
        if after.version <= came:
            continue
        if after.version in told:
            yield _recorded(kept, told[after.version])
        else:
            origin = kept.origins.get(after.version)
            words = f"Version {after.version}: {what_changed(before, after)}{_file_words(origin, ', by the court feed')}."
            yield Event(at, words, named(kept, origin.by) if origin else NOBODY_KNOWN)


def _file_words(origin: Origin | None, before: str) -> str:
    return "" if origin is None or origin.file_day is None else f"{before}, file of {long_date(origin.file_day)}"


def _taken_in(version: int) -> str:
    return f"Version {version} was taken in from another force{', with those before it' if version > 1 else ''}."


def _received(kept: Kept) -> Iterator[Event]:
    for one in kept.received:
        yield Event(one.at, safe_words(kept, told_words(one)), f"{one.who}, {one.held_by}" if one.who else NOBODY_KNOWN)


def _recorded(kept: Kept, one: Recorded) -> Event:
    """Who changed it, from what to what, and where it was learned."""
    lines = " ".join(f"{title}: {before.rstrip('.')} -> {after.rstrip('.')}." for title, before, after in one.lines)
    what = change_told(kept.order.kind, one, kept.changes)
    learned = "" if one.undoes else f" Learned from: {PROVENANCE_WORDS[one.learned]}."
    why = f" Said: {one.words}." if one.words and not one.undoes and one.kind not in EVIDENCE_OF else ""
    return Event(one.at, safe_words(kept, f"Version {one.version}: {what}. {lines}{learned}{why}"), named(kept, one.officer))


def _papers(kept: Kept) -> Iterator[Event]:
    for name, at in kept.papers:
        yield Event(at, f"Paper received: {name}.")


def _checks(kept: Kept) -> Iterator[Event]:
    """Terms that stand again after a slip was undone were entered once."""
    told = (Event(one.at, _checked_words(kept.order.kind, one), named(kept, one.officer)) for one in kept.terms if one.counts)
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
        words = safe_words(kept, f"{by_whom} {one.words}".rstrip())
        yield Event(one.recorded_at, f"{outline(one)}{words}", named(kept, one.recorded_by))


def _breaches(kept: Kept) -> Iterator[Event]:
    for one in kept.breaches:
        day = f"of {long_date(one.happened_on)}" if one.happened_on else "of a day not known"
        states = "; or: ".join(state_words(kept.order.kind, state) for state in one.states) or "state of the order then not reckoned"
        yield Event(one.recorded_at, f"Breach {one.reference} {day}, by version {one.order_version} of the order ({states}).", one.recorder)


def _contacts(kept: Kept) -> Iterator[Event]:
    for one in kept.contacts:
        yield Event(one.at, f"Contact with the protected person: {one.outcome}.", named(kept, one.officer))


def _persons(kept: Kept) -> Iterator[Event]:
    """What was said of the people of this order and of another."""
    for one in kept.persons:
        mine, theirs, reference = one.one, one.other, one.other_reference
        if mine.order != kept.order.id:
            mine, theirs, reference = one.other, one.one, one.one_reference
        said = "said to be one person with" if one.word is Word.SAME else "no longer said to be one person with"
        yield Event(one.at, f"The {mine.role.value} is {said} the {theirs.role.value} of {reference}.", named(kept, one.officer))


def _links(kept: Kept) -> Iterator[Event]:
    for one in kept.links:
        yield Event(one.at, f"{one.later_reference} {_RELATIONS[one.relation]} {one.earlier_reference}.", named(kept, one.officer))


def _transfers(kept: Kept) -> Iterator[Event]:
    """Where to, or whence, and what became of it; who is to accept it elsewhere stays in the transfer."""
    for one in kept.transfers:
        way = f"to {one.other_name}" if one.direction is Direction.OUT else f"from {one.other_name}"
        yield Event(
            one.at, f"Transfer {one.reference} of the protected person {way} was sent.", named(kept, one.by) if one.by else NOBODY_KNOWN
        )
        if one.answered_at is not None:
            yield Event(one.answered_at, f"Transfer {one.reference} {way}: {TRANSFER_WORDS[one.state]}.")


def _visits(kept: Kept) -> Iterator[Event]:
    """That the respondent was visited; what was said stands in the evidence."""
    for one in kept.visits:
        yield Event(one.at, f"Compliance visit to the respondent: {OUTCOME_WORDS[one.outcome]}.", named(kept, one.officer))


PARTS: Mapping[str, Callable[[Kept], Iterator[Event]]] = {
    "versions": _versions,
    "received": _received,
    "papers": _papers,
    "checks": _checks,
    "evidence": _evidence,
    "breaches": _breaches,
    "signing": signing,
    "tasks": tasks,
    "updates": updates,
    "contacts": _contacts,
    "noted": noted,
    "links": _links,
    "persons": _persons,
    "transfers": _transfers,
    "visits": _visits,
    "retention": retention,
}
