"""Service and awareness evidence: taken from the feed and from records of breaches as they come, added by officers, read by officers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import Breach
from domain.clock import Clock
from domain.contact_undo import kept
from domain.contacts import Event, Timetable
from domain.errors import NotFound
from domain.evidence import Evidence, EvidenceKind, Given, checked, said_by, served_copy, told_in
from domain.london import at_london
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from services.contact_changes import case_event
from services.timetables import timetable_of
from storage.orders import ORDER_GONE
from storage.work import UnitOfWork, Work


@dataclass(frozen=True)
class Kept:
    """`plans` are the contact plans as they were before they heard of it, for whoever takes it back."""

    made: Evidence
    plans: tuple[tuple[UUID, str], ...] = ()


async def note_served(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    """In the transaction that takes the orders in."""
    actor.must(Permission.IMPORT_FEED)
    await uow.evidence.add([served_copy(one, actor.id, clock()) for one in orders if one.served_file])


async def note_told(uow: UnitOfWork, officer: Officer, breach: Breach) -> None:
    """In the transaction that makes the record."""
    officer.must(Permission.RECORD_BREACH)
    await uow.evidence.add(told_in(breach))


async def add(work: Work, clock: Clock, officer: Officer, order_id: UUID, given: Given) -> Evidence:
    """By itself. Of service the protected person hears. Raises Unreadable where the time is still to come."""
    officer.must(Permission.RECORD_SERVICE)
    event = Event.SERVICE if given.kind is EvidenceKind.SERVICE else None
    async with work() as uow:
        return (await keep(uow, clock, officer, order_id, given, timetable_of(uow.policy()), event)).made


async def keep(
    uow: UnitOfWork,
    clock: Clock,
    officer: Officer,
    order_id: UUID,
    given: Given,
    by: Timetable,
    event: Event | None = None,
    id: UUID | None = None,
) -> Kept:
    """The one way in which what an officer says becomes evidence, in the transaction that it is part of. `event` is what the protected person hears of it."""
    officer.must(Permission.RECORD_SERVICE)
    now, parties = clock(), await uow.orders.party_ids(order_id)
    said = checked(given, now)
    if not parties:
        raise NotFound(ORDER_GONE)
    made = said_by(officer.id, id or uuid4(), order_id, said, now)
    await uow.evidence.add([made])
    plans = await uow.contacts.hold_of_order(order_id) if event else []
    if event:
        await case_event(uow, clock, officer, order_id, [(event, moment_of(made))], by)
    subject = ";".join(map(str, (made.id, order_id, *parties)))
    await uow.audit.note(AuditEntry(now, officer.id, AuditKind.COLLECTION, f"evidence:{said.kind.name.lower()}:added", subject))
    return Kept(made, tuple((plan.id, kept(plan)) for plan in plans))


async def of_order(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> list[Evidence]:
    """Everything that is held, in the sequence in which it was recorded."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        held = await uow.evidence.of_order(order_id)
        subject = ";".join(map(str, (order_id, *(one.id for one in held))))
        await uow.audit.note(AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "evidence:order:read", subject))
    return held


def moment_of(made: Evidence) -> datetime:
    """Of a day alone its beginning: the time must not run from later than it was."""
    if made.at is not None:
        return made.at
    return made.recorded_at if made.on is None else at_london(made.on, time())
