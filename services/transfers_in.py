"""What another force sends, sealed: a protected person to take over, or its answer to one sent there."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from uuid import UUID, uuid4

from domain import contacts, transfer_pack, transfers
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan, PlanState, Timetable
from domain.documents import LARGEST, Document, DocumentKind
from domain.errors import NotFound, Unreadable
from domain.feed_merge import queued
from domain.officers import Actor, Officer, Permission, Role, SystemJob
from domain.orders import Order
from domain.outbox import TRANSFER_BOTH, TRANSFER_CAME, Rota, notice, reminders_job
from domain.references import fresh_references
from domain.transfer_pack import Answer, Pack, PackedOrder, PackedPaper
from domain.transfer_rules import OtherForce
from domain.transfers import ERASED_SAY_WHY, Direction, Transfer
from services.reminders import plan_reminder, subject_of
from services.timetables import timetable_of
from services.transfer_erased import erased_of
from services.transfers import GONE, answered
from services.watches import tell_of_changes
from storage.transfer_seal import Envelope, envelope_of
from storage.work import UnitOfWork, Work

NOT_FOR_US = "That file is for another force. Nothing was taken in."
NOT_KNOWN = (
    "This force holds no key of the force that the file names, so it cannot be checked. Nothing was taken in: ask the administrator."
)
BAD_PAPER = "A paper in that file is damaged, so nothing was taken in. Ask the other force for a new file."
DIFFERS = "another force that transferred the person holds it otherwise: compare with its paper"


@dataclass(frozen=True)
class TakenIn:
    """`again` where the same file had come before: nothing was done twice."""

    transfer: Transfer
    again: bool = False


def transfers_job(force: str) -> SystemJob:
    """The system's own actor for files that another force's bot brings."""
    return SystemJob("transfers", force, frozenset({Permission.CARRY_TRANSFERS}))


async def take_in(work: Work, clock: Clock, actor: Actor, content: bytes) -> TakenIn:
    """The orders of a pack are found from then on, but for one that was erased here, and it waits for an officer who accepts it; an answer ends the wait for it. Raises Unreadable where it is not genuine."""
    actor.must(Permission.CARRY_TRANSFERS)
    async with work() as uow:
        envelope = envelope_of(content)
        if envelope.to_force != uow.force:
            raise Unreadable(NOT_FOR_US)
        other = uow.policy().transfers.force(envelope.from_force)
        if other is None or not other.key:
            raise Unreadable(NOT_KNOWN)
        body = uow.own_keys.open(content, other.key)
        if isinstance(body, Answer):
            return await _take_answer(uow, clock, actor, other, body)
        return await _take_pack(uow, clock, actor, other, body)


async def accept(work: Work, clock: Clock, officer: Officer, id: UUID, reason: str = "") -> ContactPlan:
    """From now on this force keeps contact: the plan has an owner, and the first contact is owed. `reason` is asked for where a record of it was erased here."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        one, pack = await _held_in(uow, id), await uow.transfers.pack(id)
        erased = await erased_of(uow, officer, pack)
        if one.is_open and erased and not reason.strip():
            raise Unreadable(ERASED_SAY_WHY)
        one = transfers.accepted(one, officer.name, clock(), by_hand=False, reason=reason if erased else "")
        by, now = timetable_of(uow.policy()), clock()
        held = await uow.orders.many(await uow.transfers.orders_of(id))
        again = [await _register(uow, clock, officer, packed, pack) for packed in erased]
        orders = [*held, *again] or [await _register(uow, clock, officer, packed, pack) for packed in pack.orders]
        plan = await _plan(uow, officer, orders, pack, now, by)
        await _keep_beside(uow, officer, pack, plan, now)
        await plan_reminder(uow, clock, reminders_job(uow.force), plan)
        await uow.transfers.save(replace(one, plan=plan.id, by=officer.id))
        await uow.transfers.join(id, [order.id for order in orders])
        await _reply(uow, officer, one, now)
        subject = ";".join(map(str, (id, *(order.id for order in orders)))) + f";{subject_of(plan)}"
        await uow.audit.note(_entry(now, officer, AuditKind.COLLECTION, "accepted_in", subject))
        if again:
            entry = _entry(now, officer, AuditKind.COLLECTION, "erased_taken_up", ";".join(map(str, (id, *(order.id for order in again)))))
            await uow.audit.note(replace(entry, typed=one.reason))
    return plan


async def decline(work: Work, clock: Clock, officer: Officer, id: UUID, reason: str) -> Transfer:
    """The sender keeps the duty, and is told why; the order stays held here, marked as another force's."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        one = transfers.declined(await _held_in(uow, id), officer.name, reason, clock(), by_hand=False)
        await uow.transfers.save(replace(one, by=officer.id))
        await _reply(uow, officer, one, clock())
        await uow.audit.note(_entry(clock(), officer, AuditKind.ALTERATION, "declined_in", str(id)))
    return one


async def _take_pack(uow: UnitOfWork, clock: Clock, actor: Actor, other: OtherForce, pack: Pack) -> TakenIn:
    now, rules = clock(), uow.policy().transfers
    one = transfer_pack.received(pack, uow.force, other, now, rules)
    for paper in (paper for packed in pack.orders for paper in packed.papers):
        _content(paper)
    if not await uow.transfers.add_received(one, pack):
        return TakenIn(await _demand(uow, one.id), again=True)
    erased = await erased_of(uow, actor, pack)
    orders = [await _register(uow, clock, actor, packed, pack) for packed in pack.orders if packed not in erased]
    await uow.transfers.join(one.id, [order.id for order in orders])
    people = await uow.officers.all()
    rows = [notice(uow.force, one.id, 1, TRANSFER_CAME, who, now) for who in transfers.receivers(people, one.acceptor)]
    above = [one.id for one in people if Role.SUPERVISOR in one.roles and one.may(Permission.TRANSFER)]
    rows += [notice(uow.force, one.id, 2, TRANSFER_CAME, who, one.accept_by) for who in above]
    await uow.outbox.plan(rows)
    await uow.audit.note(_entry(now, actor, AuditKind.COLLECTION, "came_in", ";".join(map(str, (one.id, *(order.id for order in orders))))))
    return TakenIn(one)


async def _take_answer(uow: UnitOfWork, clock: Clock, actor: Actor, other: OtherForce, answer: Answer) -> TakenIn:
    """Only of a transfer that was sent to that very force; one that was taken back, or told by hand before, stays as it is."""
    one = await uow.transfers.hold(answer.id)
    if one is None or one.direction is not Direction.OUT or one.other != other.code or answer.from_force != other.code:
        raise NotFound(GONE)
    if not one.is_open:
        await _tell_too_late(uow, clock, one, answer)
        return TakenIn(one, again=True)
    settled = (
        transfers.accepted(one, answer.answerer, clock(), by_hand=False)
        if answer.accepted
        else transfers.declined(one, answer.answerer, answer.reason, clock(), by_hand=False)
    )
    await answered(uow, clock, actor, settled)
    return TakenIn(settled)


async def _tell_too_late(uow: UnitOfWork, clock: Clock, one: Transfer, answer: Answer) -> None:
    """Accepted there though it ended otherwise here: both keep contact until somebody has rung."""
    if answer.accepted and one.state is not transfers.TransferState.ACCEPTED and one.by is not None:
        await uow.outbox.plan([notice(uow.force, one.id, one.version, TRANSFER_BOTH, one.by, clock())])


async def _register(uow: UnitOfWork, clock: Clock, actor: Actor, packed: PackedOrder, pack: Pack) -> Order:
    """The order as it is held here already, or as a new one; where both stand otherwise a person compares them."""
    theirs, now = packed.order, clock()
    held = (await uow.orders.known([theirs.case_no])).get((theirs.case_no, theirs.file_name))
    if held is None:
        (reference,) = await fresh_references("NMO", 1, uow.orders.taken)
        order = transfer_pack.registered(packed, pack, uow.force, reference, now)
        await uow.orders.save_many([order])
        await uow.versions_told.keep_earlier(transfer_pack.versions_here(packed, order))
        await uow.order_origins.note(actor.id, now, [order])
        await uow.search.add([order])
    else:
        order = await _compared(uow, clock, actor, await uow.orders.demand(held.id), theirs, pack)
    await uow.orders.add_documents([_document(order, paper, now) for paper in packed.papers])
    await uow.evidence.add(transfer_pack.evidence_here(packed, order.id, actor.id, now))
    other = uow.policy().transfers.force(pack.from_force)
    taken_as = order.version if held is None else 0
    told = transfer_pack.told_here(packed, pack, uow.force, other.name if other else pack.from_name, taken_as)
    await uow.versions_told.add(order.id, told)
    return order


async def _compared(uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, theirs: Order, pack: Pack) -> Order:
    """One that is held already: with where the person lives now, and queued where the other force has it otherwise."""
    moved = replace(order, applicant=transfer_pack.at_home(order.applicant, pack))
    after = queued(moved, DIFFERS) if transfer_pack.differing(order, theirs) else moved
    if after == order:
        return order
    saved = await uow.orders.update(after, clock())
    await uow.order_origins.note(actor.id, clock(), [saved])
    await uow.search.replace(saved)
    await tell_of_changes(uow, clock, reminders_job(uow.force), [saved])
    return saved


async def _plan(uow: UnitOfWork, officer: Officer, orders: Sequence[Order], pack: Pack, now: datetime, by: Timetable) -> ContactPlan:
    """The person's plan here, or a new one; its owner is the officer who accepts, where such an officer keeps contact."""
    planned = await uow.contacts.of_orders([one.id for one in orders])
    first = next((planned[one.id] for one in orders if one.id in planned), None)
    held = None if first is None else await uow.contacts.hold(first)
    plan = held or contacts.plan_for(orders[0], now, pack.risk, by)
    owner = (
        plan.owner if held is not None and held.state is PlanState.OPEN and plan.owner else _owner(officer, plan, await uow.officers.all())
    )
    plan = replace(transfer_pack.taken_over(plan, pack, now, by), owner=owner)
    if held is None:
        await uow.contacts.add([plan])
    else:
        await uow.contacts.save(plan)
    for order in orders:
        if order.id not in planned and order.id != plan.order_id:
            await uow.contacts.join(order.id, plan.id)
    return plan


def _owner(officer: Officer, plan: ContactPlan, people: Sequence[Officer]) -> UUID:
    return officer.id if plan.role in officer.roles else Rota(people).named_owner(plan) or officer.id


async def _keep_beside(uow: UnitOfWork, officer: Officer, pack: Pack, plan: ContactPlan, now: datetime) -> None:
    """Safe contact and safeguarding as the other force had them: a version of their own, behind whatever is held here already."""
    before = await uow.safe_contacts.current(plan.id)
    ways = transfer_pack.ways_here(pack, plan.id, 1 + (before.version if before else 0), officer.id, now)
    if ways is not None:
        await uow.safe_contacts.keep(ways)
    kept = next(iter(await uow.contact_records.versions(plan.id, 1)), None)
    safeguarding = transfer_pack.safeguarding_here(pack, plan.id, 1 + (kept.version if kept else 0), officer.id, now)
    if safeguarding is not None:
        await uow.contact_records.keep(safeguarding)


async def _reply(uow: UnitOfWork, officer: Officer, one: Transfer, now: datetime) -> None:
    """Sealed for the sender, brought there where its bot can be reached; else it is carried by hand."""
    other = uow.policy().transfers.force(one.other)
    if other is None or not other.key:
        raise NotFound(NOT_KNOWN)
    accepted = one.state is transfers.TransferState.ACCEPTED
    who = ", ".join(part for part in (officer.name, officer.collar, officer.email) if part)
    answer = Answer(one.id, uow.force, other.code, now, accepted, who, "" if accepted else one.reason)
    file = uow.own_keys.seal(Envelope("answer", uow.force, other.code), answer, other.key)
    await uow.transfers.reply(one.id, file, now if other.url else None)


async def _held_in(uow: UnitOfWork, id: UUID) -> Transfer:
    one = await uow.transfers.hold(id)
    if one is None or one.direction is not Direction.IN:
        raise NotFound(GONE)
    return one


async def _demand(uow: UnitOfWork, id: UUID) -> Transfer:
    one = await uow.transfers.get(id)
    if one is None:
        raise NotFound(GONE)
    return one


def _document(order: Order, paper: PackedPaper, now: datetime) -> Document:
    return Document(uuid4(), order.id, DocumentKind(paper.kind), paper.name, paper.sha256, now, _content(paper))


def _content(paper: PackedPaper) -> bytes:
    """Raises Unreadable where it is not what the other force held."""
    try:
        content = base64.b64decode(paper.content, validate=True)
    except (binascii.Error, ValueError):
        raise Unreadable(BAD_PAPER) from None
    if paper.kind not in list(DocumentKind) or len(content) > LARGEST or sha256(content).hexdigest() != paper.sha256:
        raise Unreadable(BAD_PAPER)
    return content


def _entry(at: datetime, actor: Actor, kind: AuditKind, what: str, subject: str) -> AuditEntry:
    return AuditEntry(at, actor.id, kind, f"transfer:person:{what}", subject, recipient=str(actor.id))
