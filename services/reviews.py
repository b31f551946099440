"""Orders of one case that wait for a person: replaces, extends or separate, as the orders desk says; the papers stay as they are."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound, Outdated
from domain.feed import SECOND_ORDER
from domain.feed_merge import unqueued
from domain.london import to_london
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.outbox import reminders_job
from domain.reviews import Case, Link, Relation, case_of
from services.watches import tell_of_links
from storage.work import UnitOfWork, Work

LONGEST_QUEUE = 40
LONGEST_CHECK_LIST = 10


@dataclass(frozen=True)
class Queue:
    """Cases with orders that wait, longest waiting first; how the court feed stands; and how many orders nobody has checked against their paper."""

    cases: tuple[Case, ...]
    feed_as_of: datetime | None
    days_without: tuple[date, ...]
    unchecked: int = 0


@dataclass(frozen=True)
class Unchecked:
    """Orders in force whose wording nobody has held against their paper, the longest known of `total`."""

    orders: tuple[Order, ...]
    total: int


async def waiting(work: Work, clock: Clock, officer: Officer) -> Queue:
    officer.must(Permission.REVIEW_ORDERS)
    async with work() as uow:
        orders = await uow.orders.in_review(LONGEST_QUEUE)
        cases = {one.case_no: [other for other in orders if other.case_no == one.case_no] for one in orders}
        without = await uow.intake.days_without(to_london(clock()).date())
        as_of, unchecked = await uow.search.as_of(), await uow.orders.count_unchecked(clock())
        queue = Queue(tuple(case_of(some) for some in cases.values()), as_of, without, unchecked)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "listed", *(one.id for one in orders)))
    return queue


async def unchecked(work: Work, clock: Clock, officer: Officer) -> Unchecked:
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        orders = await uow.orders.unchecked(clock(), LONGEST_CHECK_LIST)
        total = await uow.orders.count_unchecked(clock())
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "listed_unchecked", *(one.id for one in orders)))
    return Unchecked(tuple(orders), total)


async def show_case(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> Case:
    """Every order on the case of this one, with what has been said of them."""
    officer.must(Permission.REVIEW_ORDERS)
    async with work() as uow:
        case = await _case_of(uow, order_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "shown", *(one.id for one in case.orders)))
    return case


async def decide(work: Work, clock: Clock, officer: Officer, later: UUID, earlier: UUID, relation: Relation, seen: str = "") -> Case:
    """Records how the later order stands to the earlier; `seen` is what had been said of the pair when the question was asked."""
    officer.must(Permission.REVIEW_ORDERS)
    async with work() as uow:
        case = await _case_of(uow, later)
        if earlier not in {one.id for one in case.orders}:
            raise NotFound("These orders no longer stand on one case. Ask for the orders to review again.")
        before = case.link_of({later, earlier})
        said = Link(later, earlier, relation, officer.id, clock(), before.number + 1 if before else 1)
        if seen != (before.relation.value if before else "") or not await uow.reviews.note(said):
            raise Outdated("Somebody else has answered this just now. Ask for the orders to review again to see what was said.")
        await _unflag(uow, clock, officer, await _case_of(uow, later))
        await uow.audit.note(_entry(clock, officer, AuditKind.ALTERATION, relation.value, later, earlier))
        await tell_of_links(uow, clock, reminders_job(officer.force), (later, earlier))
        return await _case_of(uow, later)


async def _case_of(uow: UnitOfWork, order_id: UUID) -> Case:
    order = await uow.orders.get(order_id)
    if order is None:
        raise NotFound("That order is no longer in the register. Ask for the orders to review again.")
    orders = [one for one in await uow.orders.by_case(order.case_no) if one.case_no == order.case_no]
    return case_of(orders, await uow.reviews.of([one.id for one in orders]))


async def _unflag(uow: UnitOfWork, clock: Clock, officer: Officer, case: Case) -> None:
    """An order of which every pair has been spoken of is no longer in the queue for that."""
    open_ids = {one.id for pair in case.waiting for one in pair}
    for order in case.orders:
        settled = unqueued(order, SECOND_ORDER)
        if order.id not in open_ids and settled != order:
            saved = await uow.orders.update(settled, clock())
            await uow.order_origins.note(officer.id, clock(), [saved])


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, *subjects: UUID) -> AuditEntry:
    return AuditEntry(clock(), officer.id, kind, f"review:order:{what}", ";".join(map(str, subjects)), recipient=str(officer.id))
