"""Service and awareness evidence: taken from the feed and from records of breaches as they come, added by officers, read by officers."""

from collections.abc import Sequence
from datetime import datetime, time
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import Breach
from domain.clock import Clock
from domain.contacts import Event
from domain.errors import NotFound
from domain.evidence import Evidence, EvidenceKind, Given, Source, checked, served_copy, told_in
from domain.london import at_london
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from services.contact_changes import case_event
from services.timetables import timetable_of
from storage.orders import ORDER_GONE
from storage.work import UnitOfWork, Work


async def note_served(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    """In the transaction that takes the orders in."""
    actor.must(Permission.IMPORT_FEED)
    await uow.evidence.add([served_copy(one, actor.id, clock()) for one in orders if one.served_file])


async def note_told(uow: UnitOfWork, officer: Officer, breach: Breach) -> None:
    """In the transaction that makes the record."""
    officer.must(Permission.RECORD_BREACH)
    await uow.evidence.add(told_in(breach))


async def add(work: Work, clock: Clock, officer: Officer, order_id: UUID, given: Given) -> Evidence:
    """Of service the protected person hears. Raises Unreadable where the time is still to come."""
    officer.must(Permission.RECORD_SERVICE)
    now = clock()
    said = checked(given, now)
    made = Evidence(
        uuid4(), order_id, said.kind, said.how, Source.OFFICER, officer.id, now, said.on, said.at, said.by_whom.strip(), said.words.strip()
    )
    async with work() as uow:
        parties = await uow.orders.party_ids(order_id)
        if not parties:
            raise NotFound(ORDER_GONE)
        await uow.evidence.add([made])
        if said.kind is EvidenceKind.SERVICE:
            await case_event(uow, clock, officer, order_id, [(Event.SERVICE, moment_of(made))], timetable_of(uow.policy()))
        subject = ";".join(map(str, (made.id, order_id, *parties)))
        await uow.audit.note(AuditEntry(now, officer.id, AuditKind.COLLECTION, f"evidence:{said.kind.value}:added", subject))
    return made


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
