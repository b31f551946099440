"""Everything that waits at intake in one list with its age, for the team that owns it; and what settles an order that was registered by hand."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotAllowed, Outdated
from domain.feed import SECOND_ORDER
from domain.feed_merge import unqueued
from domain.intake import MEASURED, Item, Measured, Waits, measured, oldest_first
from domain.officers import Officer, Permission
from domain.order_changes import ChangeKind, Recorded
from domain.orders import Order
from domain.provenance import Provenance
from domain.registered_orders import NOT_CONFIRMED, PAPER_WAITS, SECOND_CHECK
from services.settled_orders import ALREADY, confirmed_by_court, settled
from storage.intake import KeptReject
from storage.work import UnitOfWork, Work

LONGEST = 200
SAME_PERSON = "A second person checks it: whoever registered an order does not check it too."


@dataclass(frozen=True)
class Queue:
    """The oldest first; `took` is measured over the last ninety days."""

    items: tuple[Item, ...]
    took: Measured
    now: datetime


async def show_intake(work: Work, clock: Clock, officer: Officer) -> Queue:
    officer.must(Permission.REVIEW_ORDERS)
    now = clock()
    async with work() as uow:
        items = oldest_first(
            [
                *(_of_reject(one) for one in await uow.intake.open_rejects()),
                *await _of_reason(uow, NOT_CONFIRMED, Waits.SHOWN_PAPER),
                *await _of_reason(uow, SECOND_CHECK, Waits.SECOND_CHECK),
                *await _of_reason(uow, SECOND_ORDER, Waits.SECOND_ORDER),
                *await _of_reason(uow, PAPER_WAITS, Waits.PAPER),
                *(_of_order(one, Waits.UNCHECKED) for one in await uow.orders.unchecked(now, LONGEST)),
            ]
        )
        took = measured(await uow.order_queues.taken_in(now - MEASURED))
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "listed", *{one.object for one in items}))
    return Queue(items, took, now)


async def show_registered(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> tuple[Order, tuple[Recorded, ...]]:
    """An order that waits for a second person or for the court, and how it came to be registered."""
    officer.must(Permission.REVIEW_ORDERS)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        changes = await uow.order_changes.of_order(order_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "shown", order_id))
    return order, tuple(changes)


async def show_reject(work: Work, clock: Clock, officer: Officer, reject_id: UUID) -> KeptReject:
    """The row as it came, whole. Raises Outdated once it is mended."""
    officer.must(Permission.REVIEW_ORDERS)
    async with work() as uow:
        found = next((one for one in await uow.intake.open_rejects() if one.id == reject_id), None)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "reject_shown", reject_id))
    if found is None:
        raise Outdated(ALREADY)
    return found


async def check_second(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> Order:
    """A second person has held what was typed against the paper. Raises NotAllowed for whoever registered it."""
    officer.must(Permission.REVIEW_ORDERS)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        made = next((one for one in await uow.order_changes.of_order(order_id) if one.kind is ChangeKind.REGISTERED), None)
        if made is not None and made.officer == officer.id:
            raise NotAllowed(SAME_PERSON)
        after = unqueued(order, SECOND_CHECK)
        saved = await settled(uow, clock, officer, order, after, ChangeKind.CHECKED, Provenance.OFFICER)
        await uow.audit.note(_entry(clock, officer, AuditKind.ALTERATION, ChangeKind.CHECKED.value, order_id))
    return saved


async def confirm_with_court(work: Work, clock: Clock, officer: Officer, order_id: UUID, learned: Provenance) -> Order:
    """The court has said that it made this order; from then on the record says when it was last confirmed."""
    officer.must(Permission.REVIEW_ORDERS)
    async with work() as uow:
        saved = await confirmed_by_court(uow, clock, officer, await uow.orders.demand(order_id), learned)
        await uow.audit.note(_entry(clock, officer, AuditKind.ALTERATION, ChangeKind.CONFIRMED.value, order_id))
    return saved


async def _of_reason(uow: UnitOfWork, reason: str, waits: Waits) -> list[Item]:
    ids = await uow.order_queues.waiting_for(reason, LONGEST)
    return [_of_order(one, waits) for one in await uow.orders.many(ids)]


def _of_order(order: Order, waits: Waits) -> Item:
    return Item(waits, order.id, f"{order.reference}, case {order.case_no}", order.received_at)


def _of_reject(one: KeptReject) -> Item:
    return Item(Waits.REJECT, one.id, f"{one.manifest}, line {one.line}: {one.reason}", one.at)


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, *subjects: UUID) -> AuditEntry:
    return AuditEntry(clock(), officer.id, kind, f"intake:order:{what}", ";".join(map(str, subjects)), recipient=str(officer.id))
