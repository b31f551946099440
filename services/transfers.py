"""Protected people who go over to another force: the pack is made and sealed, the answer is recorded, and until it is an acceptance the duty of contact stays here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from domain import contacts, transfers
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan, PlanState
from domain.errors import NotFound, Outdated
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import TRANSFER_ANSWERED, TRANSFER_LATE, notice, reminders_job
from domain.references import fresh_references
from domain.transfer_pack import Pack, lacking, packed
from domain.transfer_rules import NO_FORCE, OtherForce
from domain.transfers import Direction, ErasedHere, Transfer
from services.held_plans import HeldPlan, held
from services.recipients import supervisor_of
from services.reminders import plan_reminder, subject_of
from services.transfer_erased import erased_here, taken_out_of
from services.transfer_packs import orders_of, packed_breaches
from storage.transfer_seal import Envelope
from storage.work import UnitOfWork, Work

SHOWN_FOR = timedelta(days=14)
LISTED = 20
GONE = "That transfer is no longer here. Type transfers to see those that are."
NO_KEY = "No key of that force is held here, so nothing can be sealed for it. Ask the administrator to put its key into the policy file; until then hand over by telephone and keep the duty."
ONE_AT_A_TIME = "This person is being transferred already: type transfers to see it, or take it back first."
NO_PLAN = "Nobody here keeps contact with the person of that order, so there is no duty to hand over. Look the order up to see why."


@dataclass(frozen=True)
class Prepared:
    """What would go over; `lacks` is what the other force will have to find out itself, `pending` a transfer that waits already."""

    plan: ContactPlan
    orders: tuple[Order, ...]
    lacks: tuple[str, ...]
    breaches: int
    forces: tuple[OtherForce, ...]
    pending: Transfer | None = None


@dataclass(frozen=True)
class Shown:
    """`pack` is there of one that came in; `orders` are those that are held here, `erased` those of it that were, until somebody erased them."""

    transfer: Transfer
    orders: tuple[Order, ...] = ()
    pack: Pack | None = None
    erased: tuple[ErasedHere, ...] = ()


async def prepare(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> Prepared:
    """What a transfer of the order's protected person would take along; nothing is sent."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        found = await _plan_of(uow, clock, officer, order_id)
        orders = await orders_of(uow, officer, found)
        ways = await uow.safe_contacts.current(found.plan.id)
        kept = next(iter(await uow.contact_records.versions(found.plan.id, 1)), None)
        breaches = await packed_breaches(uow, officer, found.orders)
        pending = await uow.transfers.open_of_plan(found.plan.id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "prepared", subject_of(found.plan)))
        forces = uow.policy().transfers.forces
    return Prepared(found.plan, found.orders, tuple(lacking(found.plan, orders, ways, kept)), len(breaches), forces, pending)


async def send(work: Work, clock: Clock, officer: Officer, plan_id: UUID, code: str, values: Mapping[str, str]) -> Transfer:
    """Sealed for that force and waiting for its answer; the contact stays with its owner. Raises Unreadable, NotFound, Outdated."""
    officer.must(Permission.TRANSFER)
    given = transfers.asked(dict(values))
    async with work() as uow:
        rules, now = uow.policy().transfers, clock()
        to = rules.force(code)
        if to is None or not to.key:
            raise NotFound(NO_FORCE if to is None else NO_KEY)
        found = await held(uow, clock, officer, plan_id)
        if await uow.transfers.open_of_plan(plan_id) is not None:
            raise Outdated(ONE_AT_A_TIME)
        ids = tuple(one.id for one in found.orders)
        (reference,) = await fresh_references("TR", 1, uow.transfers.taken)
        one = transfers.sent(uuid4(), uow.force, reference, to, given, officer.id, plan_id, ids, now, rules)
        pack = await _pack(uow, officer, one, given, found)
        file = uow.own_keys.seal(Envelope("pack", uow.force, to.code), pack, to.key)
        await uow.transfers.add_sent(one, file, now if to.url else None)
        await _plan_notices(uow, clock, one, found.plan)
        subject = f"{one.id};{subject_of(found.plan)};" + ";".join(map(str, ids))
        await uow.audit.note(_entry(clock, officer, AuditKind.DISCLOSURE, "sent", subject, recipient=f"force:{to.code}"))
    return one


async def record_acceptance(work: Work, clock: Clock, officer: Officer, id: UUID, who: str) -> Transfer:
    """Told by the other force to an officer: from now on the contact is theirs, and for some minutes that can be undone."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        one = transfers.accepted(await _held_out(uow, id), who, clock(), by_hand=True)
        await answered(uow, clock, officer, one)
    return one


async def record_refusal(work: Work, clock: Clock, officer: Officer, id: UUID, who: str, reason: str) -> Transfer:
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        one = transfers.declined(await _held_out(uow, id), who, reason, clock(), by_hand=True)
        await answered(uow, clock, officer, one)
    return one


async def withdraw(work: Work, clock: Clock, officer: Officer, id: UUID) -> Transfer:
    """Whoever holds the file can still read it: the other force is to be told."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        one = transfers.withdrawn(await _held_out(uow, id), officer.name, clock())
        await uow.transfers.brought(id)
        await answered(uow, clock, officer, one)
    return one


async def undo(work: Work, clock: Clock, officer: Officer, id: UUID) -> Transfer:
    """An answer that was recorded by a slip: it waits again, and the contact is owed here as before."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        before = await _held_out(uow, id)
        one = transfers.reopened(before, clock())
        await uow.transfers.save(one)
        plan = None if one.plan is None else await uow.contacts.hold(one.plan)
        if plan is not None and before.state is transfers.TransferState.ACCEPTED and plan.state is PlanState.CLOSED:
            plan = contacts.opened_again(plan, clock())
            await uow.contacts.save(plan)
            await plan_reminder(uow, clock, reminders_job(uow.force), plan)
        if plan is not None:
            await _plan_notices(uow, clock, one, plan)
        await uow.audit.note(_entry(clock, officer, AuditKind.ALTERATION, "undone", _subject(one)))
    return one


async def answered(uow: UnitOfWork, clock: Clock, actor: Actor, one: Transfer) -> None:
    """In one transaction with the answer: only an acceptance ends the duty here."""
    actor.must(Permission.CARRY_TRANSFERS)
    await uow.transfers.save(one)
    if one.state is not transfers.TransferState.WITHDRAWN and not one.by_hand:
        plan = None if one.plan is None else await uow.contacts.get(one.plan)
        told = dict.fromkeys(id for id in (one.by, plan.owner if plan else None) if id is not None)
        await uow.outbox.plan([notice(uow.force, one.id, one.version, TRANSFER_ANSWERED, who, clock()) for who in told])
    if one.state is transfers.TransferState.ACCEPTED and one.plan is not None:
        await _end(uow, one.plan)
    await uow.audit.note(_entry(clock, actor, AuditKind.ALTERATION, one.state.value, _subject(one)))


async def listed(work: Work, clock: Clock, officer: Officer) -> list[Transfer]:
    """Those that wait, in and out, and those answered of late."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        found = await uow.transfers.listed(clock() - SHOWN_FOR, LISTED)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "listed", ";".join(str(one.id) for one in found) or "none"))
    return found


async def show(work: Work, clock: Clock, officer: Officer, id: UUID) -> Shown:
    """One as it stands; of one that came in all that the other force sent."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        one = await uow.transfers.get(id)
        if one is None:
            raise NotFound(GONE)
        orders = tuple(await uow.orders.many(await uow.transfers.orders_of(id)))
        pack = await uow.transfers.pack(id) if one.direction is Direction.IN else None
        erased = tuple(await erased_here(uow, officer, pack)) if pack is not None and one.is_open else ()
        pack = None if pack is None else replace(pack, erased=tuple(await taken_out_of(uow, officer, pack)))
        kind = AuditKind.CONSULTATION if pack is None else AuditKind.DISCLOSURE
        await uow.audit.note(_entry(clock, officer, kind, "shown", _subject(one)))
    return Shown(one, orders, pack, erased)


async def find(work: Work, clock: Clock, officer: Officer, reference: str) -> Shown:
    """By the reference that is read aloud."""
    officer.must(Permission.TRANSFER)
    async with work() as uow:
        one = await uow.transfers.by_reference(reference)
    if one is None:
        raise NotFound(GONE)
    return await show(work, clock, officer, one.id)


async def take_file(work: Work, clock: Clock, officer: Officer, id: UUID, channel: str = "") -> tuple[Transfer, bytes]:
    """What is carried to the other force by hand: the sealed pack, or the sealed answer."""
    officer.must(Permission.CARRY_TRANSFERS)
    async with work() as uow:
        one = await uow.transfers.get(id)
        if one is None or (one.direction is Direction.IN and one.is_open):
            raise NotFound(GONE)
        file = await uow.transfers.file(id)
        entry = _entry(clock, officer, AuditKind.DISCLOSURE, "downloaded", _subject(one), channel=channel)
        await uow.audit.note(entry)
    return one, file


async def take_file_of(work: Work, clock: Clock, officer: Officer, reference: str, channel: str = "command") -> tuple[Transfer, bytes]:
    """The same by the reference that is read aloud."""
    officer.must(Permission.CARRY_TRANSFERS)
    async with work() as uow:
        one = await uow.transfers.by_reference(reference)
    if one is None:
        raise NotFound(GONE)
    return await take_file(work, clock, officer, one.id, channel)


async def _plan_of(uow: UnitOfWork, clock: Clock, officer: Officer, order_id: UUID) -> HeldPlan:
    plans = await uow.contacts.hold_of_order(order_id)
    if not plans or plans[0].state is not PlanState.OPEN:
        raise NotFound(NO_PLAN)
    return await held(uow, clock, officer, plans[0].id)


async def _pack(uow: UnitOfWork, officer: Officer, one: Transfer, given: transfers.Asked, found: HeldPlan) -> Pack:
    plan = found.plan
    owner = None if plan.owner is None else await uow.officers.get(plan.owner)
    ways = await uow.safe_contacts.current(plan.id)
    kept = next(iter(await uow.contact_records.versions(plan.id, 1)), None)
    orders, breaches = await orders_of(uow, officer, found), await packed_breaches(uow, officer, found.orders)
    from_name = uow.policy().transfers.own_name or uow.force
    named = [", ".join(part for part in (who.name, who.collar, who.email) if part) if who else "" for who in (officer, owner)]
    return packed(one, from_name, given, named[0], named[1], plan, orders, ways, kept, breaches)


async def _plan_notices(uow: UnitOfWork, clock: Clock, one: Transfer, plan: ContactPlan) -> None:
    supervisor = await supervisor_of(uow, reminders_job(uow.force), plan, clock())
    rows = []
    for number, (at, above) in enumerate(transfers.told_at(one, uow.policy().transfers), start=1):
        who = supervisor if above else plan.owner or one.by
        if who is not None:
            rows.append(notice(uow.force, one.id, one.version * 100 + number, TRANSFER_LATE, who, max(at, clock())))
    await uow.outbox.plan(rows)


async def _end(uow: UnitOfWork, plan_id: UUID) -> None:
    plan = await uow.contacts.hold(plan_id)
    if plan is not None and plan.state is PlanState.OPEN:
        ended = contacts.closed(plan)
        await uow.contacts.save(ended)
        await uow.outbox.cancel_older(ended.id, ended.version)


async def _held_out(uow: UnitOfWork, id: UUID) -> Transfer:
    one = await uow.transfers.hold(id)
    if one is None or one.direction is not Direction.OUT:
        raise NotFound(GONE)
    return one


def _subject(one: Transfer) -> str:
    return ";".join(str(id) for id in (one.id, *([one.plan] if one.plan else [])))


def _entry(clock: Clock, actor: Actor, kind: AuditKind, what: str, subject: str, recipient: str = "", channel: str = "") -> AuditEntry:
    return AuditEntry(clock(), actor.id, kind, f"transfer:person:{what}", subject, channel=channel, recipient=recipient or str(actor.id))
