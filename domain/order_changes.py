"""What may happen to an order that is held: service, awareness, and what the court does to it. Each is a version more; nothing is overwritten."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from domain.ends import demand_end_after_made
from domain.errors import Unreadable
from domain.evidence import EvidenceKind, How
from domain.london import at_london, to_london
from domain.measure_table import ENDINGS, in_its_words
from domain.orders import Change, Order
from domain.provenance import FROM_COURT, Provenance


class ChangeKind(StrEnum):
    SERVED = "served"
    ATTEMPTED = "attempted"
    TOLD = "told"
    VARIED = "varied"
    EXTENDED = "extended"
    DISCHARGED = "discharged"
    UNDERTAKING = "undertaking"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    HEARD = "heard"
    RELEASED = "released"
    REPLACED = "replaced"
    CANCELLED = "cancelled"
    CHARGED = "charged"
    NO_CHARGE = "no_charge"
    HEARING = "hearing"
    HELD = "hearing_held"
    UNDONE = "undone"
    REGISTERED = "registered"
    CHECKED = "second_check"
    CONFIRMED = "court_confirmed"
    PAPER = "paper"
    CORRECTED = "corrected"
    ADDRESS = "address"


# With the words of its kind in the place of what stands in braces.
CHANGE_WORDS: dict[ChangeKind, str] = {
    ChangeKind.SERVED: "served",
    ChangeKind.ATTEMPTED: "service was tried",
    ChangeKind.TOLD: "told of the {thing}",
    ChangeKind.VARIED: "varied by {whose}",
    ChangeKind.EXTENDED: "extended by {whose}",
    **{ChangeKind(one.what): one.words for one in ENDINGS},
    ChangeKind.HEARING: "return hearing",
    ChangeKind.HELD: "hearing held, the {thing} goes on",
    ChangeKind.UNDONE: "undone as a slip",
    ChangeKind.REGISTERED: "registered by hand",
    ChangeKind.CHECKED: "checked by a second person",
    ChangeKind.CONFIRMED: "confirmed by the court",
    ChangeKind.PAPER: "a paper was added",
    ChangeKind.CORRECTED: "corrected",
    ChangeKind.ADDRESS: "an address of the respondent was added",
}
EVIDENCE_OF: dict[ChangeKind, EvidenceKind] = {
    ChangeKind.SERVED: EvidenceKind.SERVICE,
    ChangeKind.ATTEMPTED: EvidenceKind.ATTEMPT,
    ChangeKind.TOLD: EvidenceKind.AWARENESS,
}
# The ways to end that the table of measures has, each of which its own kinds can undergo.
ENDS = frozenset(ChangeKind(one.what) for one in ENDINGS)
# What is not what an officer does or sees, but what the court or whoever made the measure does to it.
BY_COURT = frozenset({ChangeKind.VARIED, ChangeKind.EXTENDED, ChangeKind.HEARING, ChangeKind.HELD}) | ENDS
# Said of the record as a whole: nothing that could be undone.
OF_RECORD = frozenset({ChangeKind.UNDONE, ChangeKind.REGISTERED, ChangeKind.CHECKED, ChangeKind.CONFIRMED, ChangeKind.ADDRESS})
# What a change may alter in the order itself, and so what its undoing puts back.
ALTERED = (
    *("expires_at", "end_raw", "return_hearing_on", "conditions_checked", "discharged_at", "undertaking_at"),
    *("variation", "change", "changed_on", "changed_at", "has_document"),
    *("respondent", "applicant", "case_no", "made_on", "made_at", "court_name", "without_notice", "power_clauses", "power_until"),
)
OVER = "The register has this {thing} as ended already. If that was a slip, undo it first."
BEFORE_MADE = "That is before the {thing} was made. Check the day."
NOT_LATER = "That is not later than the end that the register has. If the court made the end earlier, record a variation."
ANOTHER_END = "The register has another end. If the court changed the end at the hearing, record an extension or a variation."
NEXT_IS_LATER = "The next hearing is not later than the one that was held. Check the days."
NOTHING_VARIED = "Say what the court changed: the conditions, the end, or both; and give the new end where it changed."
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Proposed:
    """A change as an officer tells it: of a day, or of an instant where the hour is known. `typed` are the answers of a correction, each by its question."""

    kind: ChangeKind
    learned: Provenance
    on: date | None = None
    at: datetime | None = None
    how: How = How.OTHER
    by_whom: str = ""
    words: str = ""
    ends_at: datetime | None = None
    hearing_on: date | None = None
    conditions: bool = False
    typed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Recorded:
    """A change as it is kept: `version` is the order's with it, `lines` are title, before and after; `undoes` is the change that it takes back. `plans` are contact plans by their id as they were before it, for taking it back."""

    id: UUID
    order_id: UUID
    version: int
    kind: ChangeKind
    officer: UUID
    at: datetime
    learned: Provenance
    lines: tuple[tuple[str, str, str], ...] = ()
    words: str = ""
    undoes: UUID | None = None
    plans: tuple[tuple[UUID, str], ...] = ()


def applied(order: Order, said: Proposed, now: datetime) -> Order:
    """The order as it is after this. Raises Unreadable where it cannot have happened to this order."""
    if said.kind in EVIDENCE_OF:
        return order
    day = said.on or (to_london(said.at).date() if said.at else None)
    if day is not None and order.made_on is not None and day < order.made_on:
        raise Unreadable(in_its_words(order.kind, BEFORE_MADE))
    if order.discharged_at is not None or order.undertaking_at is not None:
        raise Unreadable(in_its_words(order.kind, OVER))
    changed = _CHANGES[said.kind](order, said, now)
    demand_end_after_made(order, changed)
    confirms = said.learned in FROM_COURT and order.provenance is not Provenance.COURT_FEED
    return replace(changed, confirmed_at=max(order.confirmed_at, now)) if confirms else changed


def taken_back(newest: Order, before: Order) -> Order:
    """The newest version with what the last change altered put back as it was before it."""
    return replace(newest, **{name: getattr(before, name) for name in ALTERED})


def _varied(order: Order, said: Proposed, _: datetime) -> Order:
    if not said.conditions and said.ends_at is None:
        raise Unreadable(NOTHING_VARIED)
    after = _by_court(order, said, Change.VARIED)
    return replace(after, conditions_checked=order.conditions_checked and not said.conditions)


def _extended(order: Order, said: Proposed, _: datetime) -> Order:
    if said.ends_at is None or (order.expires_at is not None and said.ends_at <= order.expires_at):
        raise Unreadable(NOT_LATER)
    return _by_court(order, said, Change.EXTENDED)


def hearing_left(order: Order, day: date | None) -> date | None:
    """Once the court has changed the order: a return hearing that was held by that day no longer leaves it in doubt."""
    held = order.return_hearing_on is not None and day is not None and order.return_hearing_on <= day
    return None if held else order.return_hearing_on


def _by_court(order: Order, said: Proposed, change: Change) -> Order:
    day = said.on or (to_london(said.at).date() if said.at else None)
    hearing = said.hearing_on or hearing_left(order, day)
    after = replace(order, variation=order.variation + 1, change=change, changed_on=day, changed_at=said.at, return_hearing_on=hearing)
    return after if said.ends_at is None else replace(after, expires_at=said.ends_at, end_raw=None)


def _discharged(order: Order, said: Proposed, now: datetime) -> Order:
    return replace(order, discharged_at=ended_at(said, now))


def _undertaken(order: Order, said: Proposed, now: datetime) -> Order:
    return replace(order, undertaking_at=ended_at(said, now))


def _heard(order: Order, said: Proposed, _: datetime) -> Order:
    return replace(order, return_hearing_on=said.hearing_on)


def _held(order: Order, said: Proposed, now: datetime) -> Order:
    """The court looked at it again and changed nothing: it no longer reads as one that may have ended at that hearing."""
    if said.hearing_on is not None and said.hearing_on <= held_on(said, now):
        raise Unreadable(NEXT_IS_LATER)
    after = replace(order, return_hearing_on=said.hearing_on)
    if said.ends_at is None:
        return after
    if order.expires_at is not None and to_london(order.expires_at).date() != to_london(said.ends_at).date():
        raise Unreadable(ANOTHER_END)
    return after if order.expires_at is not None else replace(after, expires_at=said.ends_at, end_raw=None)


def held_on(said: Proposed, now: datetime) -> date:
    return said.on or to_london(said.at or now).date()


def ended_at(said: Proposed, now: datetime) -> datetime:
    return said.at if said.at is not None else end_of(said.on or to_london(now).date(), now)


def end_of(day: date, now: datetime) -> datetime:
    """Of a day alone its end, and never later than the moment at which it is known to have happened."""
    return min(at_london(day + _DAY, time()), now)


_CHANGES: dict[ChangeKind, Callable[[Order, Proposed, datetime], Order]] = {
    ChangeKind.VARIED: _varied,
    ChangeKind.EXTENDED: _extended,
    **dict.fromkeys(ENDS - {ChangeKind.UNDERTAKING}, _discharged),
    ChangeKind.UNDERTAKING: _undertaken,
    ChangeKind.HEARING: _heard,
    ChangeKind.HELD: _held,
}


def filled(values: Mapping[str, str]) -> dict[str, str]:
    """What was typed, without what was left empty."""
    return {name: " ".join(value.split()) for name, value in values.items() if value and value.strip()}
