"""Telling an officer when an order changes: asked for by the officer, planned in the transaction of the change."""

from collections.abc import Collection, Sequence
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import CHANGED, LINKED, notice
from storage.orders import ORDER_GONE
from storage.work import UnitOfWork, Work


async def watch(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> None:
    """Again does nothing more."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        if not await uow.orders.party_ids(order_id):
            raise NotFound(ORDER_GONE)
        await uow.watches.add(order_id, officer.id, clock())
        await uow.audit.note(_entry(clock, officer, "started", order_id))


async def unwatch(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> None:
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        await uow.watches.drop(order_id, officer.id)
        await uow.audit.note(_entry(clock, officer, "ended", order_id))


async def tell_of_changes(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    """In the transaction that saved these orders: one notice of each version to everybody who asked."""
    actor.must(Permission.SEND_REMINDERS)
    versions = {one.id: one.version for one in orders}
    asked = await uow.watches.of_orders(versions)
    await uow.outbox.plan([notice(uow.force, order, versions[order], CHANGED, officer, clock()) for order, officer in asked])


async def tell_of_links(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Collection[UUID]) -> None:
    """In the transaction that recorded how these orders stand to each other."""
    actor.must(Permission.SEND_REMINDERS)
    asked = await uow.watches.of_orders(orders)
    links = await uow.reviews.of(orders) if asked else ()
    # What is said of a pair is numbered and never taken away, so the sum is another one each time.
    said = {order: sum(link.number for link in links if order in link.pair) for order in orders}
    await uow.outbox.plan([notice(uow.force, order, said[order], LINKED, officer, clock()) for order, officer in asked])


def _entry(clock: Clock, officer: Officer, what: str, order_id: UUID) -> AuditEntry:
    return AuditEntry(clock(), officer.id, AuditKind.ALTERATION, f"watch:order:{what}", str(order_id), recipient=str(officer.id))
