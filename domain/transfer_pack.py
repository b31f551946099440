"""What goes over with a protected person to another force: the order with its terms and proof of service, the risk, the safe contact, open breaches and the contact due next."""

from collections.abc import Iterator, Sequence
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

# A design proposal of the project's notes on practice: the receiving force speaks to the person within a day.
FIRST_CONTACT = timedelta(hours=24)
NOT_THEIRS = "The file names another force than the one that sealed it, so nothing was taken in. Ring them: it may not be theirs."
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
class PackedOrder:
    """`conditions` are word for word as a person checked them, none where nobody has; they are checked anew against the paper by whoever receives them."""

    order: Order
    evidence: tuple[Evidence, ...] = ()
    conditions: tuple[str, ...] = ()
    papers: tuple[PackedPaper, ...] = ()


@dataclass(frozen=True)
class PackedBreach:
    """`lines` are those of the text for the crime report."""

    reference: str
    happened_on: date | None
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Pack:
    """Made for one force and nobody else. `sender` and `owner` are officers as they are named aloud; `home` is where the person lives now, where that was said."""

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
    if not pack.orders:
        raise Unreadable(NO_ORDER)
    until = now + rules.accept_within
    return Transfer(pack.id, force, pack.reference, Direction.IN, other.code, other.name, now, until, pack.acceptor, note=pack.note)


def registered(one: PackedOrder, pack: Pack, force: str, reference: str, now: datetime) -> Order:
    """The order as this register takes it up: ids of its own, conditions not yet checked here, and the person's whereabouts for nobody but who may see them."""
    applicant = at_home(replace(one.order.applicant, id=uuid4()), pack)
    guarded = replace(applicant, confidential=applicant.confidential | _held(applicant))
    return replace(
        one.order,
        id=uuid4(),
        force=force,
        reference=reference,
        respondent=replace(one.order.respondent, id=uuid4()),
        applicant=guarded,
        received_at=now,
        conditions_checked=False,
        has_document=bool(one.papers),
        needs_review=None,
        version=1,
        variation=0,
        provenance=Provenance.OTHER_FORCE,
    )


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
