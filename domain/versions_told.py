"""What became of an order version by version, told so that it can be read where the register that held it is not: in its history, and by another force."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from uuid import UUID

from domain.london import long_date, long_moment
from domain.measure_table import in_its_words, measure_of
from domain.measures import Kind
from domain.order_change_words import Line, compared
from domain.order_changes import CHANGE_WORDS, Recorded
from domain.orders import Order
from domain.provenance import PROVENANCE_WORDS, Provenance

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
_ITS_OWN = frozenset({"version", "confirmed_at", "variation", "change", "changed_on", "changed_at"})


@dataclass(frozen=True)
class VersionTold:
    """One version by the words of the force that held it: `who` is an officer there as named aloud, nobody where the court feed brought it, `lines` are title, before and after.

    `force` is that force's code and `held_by` its name. `taken_as` is the version as which this register took up the newest of them, 0 where they stand beside what it held already.
    """

    version: int
    at: datetime
    what: str
    who: str = ""
    learned: str = ""
    lines: tuple[Line, ...] = ()
    force: str = ""
    held_by: str = ""
    taken_as: int = 0


def versions_told(
    order: Order, earlier: Sequence[tuple[Order, datetime]], changes: Sequence[Recorded], officers: Mapping[UUID, str]
) -> Iterator[VersionTold]:
    """Oldest first; `earlier` with when each was replaced. Nothing of where a person lives is among the lines."""
    versions = [*(one for one, _ in earlier), order]
    by_version = {one.version: one for one in changes}
    first = versions[0]
    who = officers.get(by_version[first.version].officer, "") if first.version in by_version else ""
    yield VersionTold(first.version, first.received_at, how_it_came(first), who)
    for (before, at), after in zip(earlier, versions[1:], strict=True):
        change = by_version.get(after.version)
        if change is None:
            yield VersionTold(after.version, at, what_changed(before, after), lines=compared(before, after))
        else:
            learned = "" if change.undoes else PROVENANCE_WORDS[change.learned]
            what = change_told(order.kind, change, changes)
            yield VersionTold(after.version, change.at, what, officers.get(change.officer, ""), learned, change.lines)


def of_force(told: VersionTold, force: str, name: str) -> VersionTold:
    """As it goes on to another force; whose it was first is not forgotten."""
    return replace(told, force=told.force or force, held_by=told.held_by or name, taken_as=0)


def told_words(one: VersionTold) -> str:
    lines = "".join(f" {title}: {before} -> {after}." for title, before, after in one.lines)
    learned = f" Learned from: {one.learned}." if one.learned else ""
    return f"Version {one.version} as {one.held_by} held it: {one.what}.{lines}{learned}"


def how_it_came(first: Order) -> str:
    if first.kind is not Kind.NMO and first.provenance is not Provenance.COURT_FEED:
        return f"entered from the {measure_of(first.kind).paper}, learned from: {PROVENANCE_WORDS[first.provenance]}"
    if first.kind is not Kind.NMO:
        return f"entered from the {measure_of(first.kind).paper}"
    if first.provenance is Provenance.COURT_FEED:
        return "taken in from the court feed"
    return f"registered by hand, learned from: {PROVENANCE_WORDS[first.provenance]}"


def change_told(kind: Kind, one: Recorded, changes: Sequence[Recorded]) -> str:
    taken_back = next((other.version for other in changes if other.id == one.undoes), None)
    return f"undoes version {taken_back}" if taken_back else in_its_words(kind, CHANGE_WORDS[one.kind])


def what_changed(before: Order, after: Order) -> str:
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
