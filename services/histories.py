"""The history of an order, read whole by an officer and put on the trail with everything it shows."""

from dataclasses import dataclass
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.histories import Event, Kept, events
from domain.officers import Officer, Permission
from domain.orders import Order
from storage.work import UnitOfWork, Work


@dataclass(frozen=True)
class History:
    """`events` are oldest first."""

    order: Order
    events: tuple[Event, ...]


async def history(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> History:
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        kept = await _kept(uow, order)
        shown = [*(one.id for one in kept.evidence), *(one.id for one in kept.breaches)]
        subject = ";".join(map(str, (order.id, order.respondent.id, order.applicant.id, *shown)))
        await uow.audit.note(
            AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "history:order:read", subject, recipient=str(officer.id))
        )
    return History(order, events(kept))


async def _kept(uow: UnitOfWork, order: Order) -> Kept:
    evidence, links = await uow.evidence.of_order(order.id), await uow.reviews.of([order.id])
    terms = await uow.terms.versions(order.id)
    by = {*(one.recorded_by for one in evidence), *(one.officer for one in links), *(one.officer for one in terms)}
    officers = [await uow.officers.get(id) for id in by]
    named = {one.id: one.collar or one.name for one in officers if one is not None}
    return Kept(order, await uow.orders.past(order.id), evidence, await uow.breaches.of_order(order.id), links, named, terms)
