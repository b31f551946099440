"""What goes over with a protected person to another force: the order with its terms and proof of service, the risk, the safe contact, open breaches and the contact due next."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4, uuid5

from domain import contacts
from domain.contacts import HOUSE, ContactPlan, Due, Risk, Timetable, Why
from domain.errors import Unreadable
from domain.evidence import Evidence, Source
from domain.orders import Order, Party
from domain.provenance import Provenance
from domain.safe_contacts import SafeWays
from domain.safeguarding import SafeguardingPlan
from domain.transfer_rules import OtherForce, TransferRules
from domain.transfers import Asked, Direction, Transfer
from domain.versions_told import VersionTold

# A design proposal of the project's notes on practice: the receiving force speaks to the person within a day.
FIRST_CONTACT = timedelta(hours=24)
# Of the pack's shape: the second brought the earlier versions of an order, and of which order a breach is. An older pack is taken in without them.
WITH_VERSIONS = 2
FORMAT = WITH_VERSIONS
NOT_THEIRS = "The file names another force than the one that sealed it, so nothing was taken in. Ring them: it may not be theirs."
TOO_NEW = "That file was made by a newer version of the bot, so parts of it would be lost. Nothing was taken in: ask your administrator for an update."
NO_ORDER = "The file holds no order, so there is nothing to take in. Ask the other force for a new one."
_ADDRESS = frozenset({"address1", "address2", "postcode", "phone", "email"})


@dataclass(frozen=True)
class PackedPaper:
    """One PDF; `content` is its base64."""

    kind: str
    name: str
    sha256: str
    content: str


@dataclass(frozen=True)
class PackedVersion:
    """An earlier version, whole, with when a later one replaced it."""

    order: Order
    replaced_at: datetime


@dataclass(frozen=True)
class PackedOrder:
    """`conditions` are word for word as a person checked them, none where nobody has; they are checked anew against the paper by whoever receives them.

    `earlier` are its versions before this one, oldest first, and `told` says of each, this one among them, who made it, when, from what to what and whence.
    """

    order: Order
    evidence: tuple[Evidence, ...] = ()
    conditions: tuple[str, ...] = ()
    papers: tuple[PackedPaper, ...] = ()
    earlier: tuple[PackedVersion, ...] = ()
    told: tuple[VersionTold, ...] = ()


@dataclass(frozen=True)
class PackedBreach:
    """`lines` are those of the text for the crime report; `order` is the sender's reference of the order that was breached, empty in a pack of the first format."""

    reference: str
    happened_on: date | None
    lines: tuple[str, ...]
    order: str = ""


@dataclass(frozen=True)
class TakenOut:
    """What an erasure by the receiver took out of a pack: the order by the reference that it had there, and how many records of breaches. By whom and when is read of its tombstone."""

    reference: str
    breaches: int
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Pack:
    """Made for one force and nobody else. `sender` and `owner` are officers as they are named aloud; `home` is where the person lives now, where that was said.

    `erased` is filled by the receiver, where an order of the pack was erased there after it came.
    """

    id: UUID
    reference: str
    from_force: str
    from_name: str
    to_force: str
    at: datetime
    accept_by: datetime
    sender: str
    owner: str
    acceptor: str
    note: str
    orders: tuple[PackedOrder, ...]
    risk: Risk
    next_due: datetime
    last_contact_at: datetime | None = None
    no_answers: int = 0
    agreed_days: int | None = None
    ways: SafeWays | None = None
    safeguarding: SafeguardingPlan | None = None
    breaches: tuple[PackedBreach, ...] = ()
    home: tuple[str, str, str] = ("", "", "")
    format: int = 1
    erased: tuple[TakenOut, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What goes back: that it was accepted, by whom, or why not."""

    id: UUID
    from_force: str
    to_force: str
    at: datetime
    accepted: bool
    answerer: str
    reason: str = ""


def packed(
    transfer: Transfer,
    from_name: str,
    given: Asked,
    sender: str,
    owner: str,
    plan: ContactPlan,
    orders: Sequence[PackedOrder],
    ways: SafeWays | None,
    safeguarding: SafeguardingPlan | None,
    breaches: Sequence[PackedBreach],
) -> Pack:
    return Pack(
        id=transfer.id,
        reference=transfer.reference,
        from_force=transfer.force,
        from_name=from_name,
        to_force=transfer.other,
        at=transfer.at,
        accept_by=transfer.accept_by,
        sender=sender,
        owner=owner,
        acceptor=given.acceptor,
        note=given.note,
        orders=tuple(orders),
        risk=plan.risk,
        next_due=plan.due.must_by,
        last_contact_at=plan.last_contact_at,
        no_answers=plan.no_answers,
        agreed_days=plan.agreed_days,
        ways=ways,
        safeguarding=safeguarding,
        breaches=tuple(breaches),
        home=(given.address1, given.address2, given.postcode),
        format=FORMAT,
    )


def lacking(
    plan: ContactPlan, orders: Sequence[PackedOrder], ways: SafeWays | None, safeguarding: SafeguardingPlan | None
) -> Iterator[str]:
    """What the other force will have to find out; nothing of it holds a transfer up."""
    for one in orders:
        if not one.papers:
            yield f"{one.order.reference}: the order's own paper is not held here."
        if not one.conditions:
            yield f"{one.order.reference}: nobody has checked its conditions yet."
        if not one.evidence:
            yield f"{one.order.reference}: no proof of service or awareness is recorded."
    if plan.risk is Risk.UNASSESSED:
        yield "The risk is not assessed."
    if ways is None or not ways.is_enough:
        yield "The safe contact is not complete."
    if safeguarding is None:
        yield "There is no safeguarding plan."


def received(pack: Pack, force: str, other: OtherForce, now: datetime, rules: TransferRules) -> Transfer:
    """As it waits here. Raises Unreadable where the file does not say what its seal says."""
    if (pack.from_force, pack.to_force) != (other.code, force):
        raise Unreadable(NOT_THEIRS)
    if pack.format > FORMAT:
        raise Unreadable(TOO_NEW)
    if not pack.orders:
        raise Unreadable(NO_ORDER)
    until = now + rules.accept_within
    return Transfer(pack.id, force, pack.reference, Direction.IN, other.code, other.name, now, until, pack.acceptor, note=pack.note)


def registered(one: PackedOrder, pack: Pack, force: str, reference: str, now: datetime) -> Order:
    """The order as this register takes it up, its numbers going on from the versions before it. Without those it is the first, and governs from the beginning."""
    ids = (uuid4(), uuid4(), uuid4())
    moved = replace(one.order, applicant=at_home(one.order.applicant, pack))
    here = _taken_up(moved, ids, force, reference, now)
    version = 1 + len(one.earlier)
    return replace(here, has_document=bool(one.papers), version=version, variation=one.order.variation if one.earlier else 0)


def versions_here(one: PackedOrder, order: Order) -> list[tuple[Order, datetime]]:
    """The versions before `order` as this register keeps them, with when each was replaced where it was held."""
    ids = (order.id, order.respondent.id, order.applicant.id)
    return [
        (replace(_taken_up(before.order, ids, order.force, order.reference, order.received_at), version=number), before.replaced_at)
        for number, before in enumerate(one.earlier, start=1)
    ]


def told_here(one: PackedOrder, pack: Pack, force: str, name: str, taken_as: int) -> list[VersionTold]:
    """What is told of its versions, without what this force held itself; `name` is the sender's here, `taken_as` as in VersionTold."""
    theirs = [told for told in one.told if told.force != force]
    return [replace(told, held_by=name if told.force == pack.from_force else told.held_by, taken_as=taken_as) for told in theirs]


def _taken_up(theirs: Order, ids: tuple[UUID, UUID, UUID], force: str, reference: str, now: datetime) -> Order:
    """With ids of our own, conditions not yet checked here, and the person's whereabouts for nobody but who may see them."""
    applicant = replace(theirs.applicant, id=ids[2])
    return replace(
        theirs,
        id=ids[0],
        force=force,
        reference=reference,
        respondent=replace(theirs.respondent, id=ids[1]),
        applicant=replace(applicant, confidential=applicant.confidential | _held(applicant)),
        received_at=now,
        conditions_checked=False,
        has_document=False,
        needs_review=None,
        provenance=Provenance.OTHER_FORCE,
    )


def shortened(pack: Pack, gone: Collection[str], reference: str) -> Pack:
    """Without the orders of these references of the sender, which are one here under `reference`, and their breaches; what went is said. A breach of which nothing says that it is of an order that stays goes too."""
    orders = tuple(one for one in pack.orders if one.order.reference not in gone)
    breaches = tuple(breach for breach in pack.breaches if any(_is_of(breach, one.order.reference) for one in orders))
    taken_out = TakenOut(reference, len(pack.breaches) - len(breaches))
    return replace(pack, orders=orders, breaches=breaches, erased=(*pack.erased, taken_out))


def _is_of(breach: PackedBreach, reference: str) -> bool:
    """In a pack of the first format the breach's own text alone names its order."""
    if breach.order:
        return breach.order == reference
    return any(line.startswith(f"Order: {reference},") for line in breach.lines)


def at_home(applicant: Party, pack: Pack) -> Party:
    """Where the person lives now, for nobody but who may see it; as before where that was not said."""
    if not any(pack.home):
        return applicant
    first, second, postcode = (line or None for line in pack.home)
    moved = replace(applicant, address1=first, address2=second, postcode=postcode)
    return replace(moved, confidential=applicant.confidential | _held(moved))


def evidence_here(one: PackedOrder, order_id: UUID, by: UUID, now: datetime) -> list[Evidence]:
    """As evidence of the order that is held here; taken in twice it is the same."""
    return [
        replace(kept, id=uuid5(order_id, str(kept.id)), order_id=order_id, source=Source.OTHER_FORCE, recorded_by=by, recorded_at=now)
        for kept in one.evidence
    ]


def taken_over(plan: ContactPlan, pack: Pack, now: datetime, by: Timetable = HOUSE) -> ContactPlan:
    """The plan of the receiving force: the first contact is owed at once, by the time the sender owed the next one where that is sooner, and within a day."""
    raised = replace(plan, risk=min(plan.risk, pack.risk, key=_RANK.index), no_answers=pack.no_answers, agreed_days=pack.agreed_days)
    soonest = min(now + FIRST_CONTACT, pack.next_due) if pack.next_due > now else now + contacts.AT_LEAST
    return contacts.told_first(raised, [Due(Why.MOVE, now, soonest)], now, by)


def ways_here(pack: Pack, plan_id: UUID, version: int, by: UUID, now: datetime) -> SafeWays | None:
    return None if pack.ways is None else replace(pack.ways, plan=plan_id, version=version, by=by, at=now)


def safeguarding_here(pack: Pack, plan_id: UUID, version: int, by: UUID, now: datetime) -> SafeguardingPlan | None:
    return None if pack.safeguarding is None else replace(pack.safeguarding, plan=plan_id, version=version, officer=by, at=now)


def differing(ours: Order, theirs: Order) -> bool:
    """Whether an order that is held here already stands otherwise with them."""
    return any(getattr(ours, name) != getattr(theirs, name) for name in _STANDING)


_RANK = (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD, Risk.UNASSESSED)
_STANDING = ("expires_at", "return_hearing_on", "discharged_at", "undertaking_at", "variation")


def _held(party: Party) -> frozenset[str]:
    return frozenset(name for name in _ADDRESS if getattr(party, name))
