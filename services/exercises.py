"""Exercise mode: made-up orders to practise on, begun and ended by whoever keeps the register, marked everywhere and in no figure."""

from dataclasses import dataclass, replace
from uuid import uuid4

from domain import exercises
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import closed
from domain.errors import Outdated
from domain.exercises import SHAPES, TERMS
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.outbox import reminders_job
from domain.references import fresh_references
from domain.terms import OrderTerms, TermsState
from domain.visits import NoFurther, visit_id
from domain.visits import closed as no_further
from services.timetables import PolicyNow
from services.visit_notices import plan_visit_notices
from storage.work import UnitOfWork, Work

RUNS_ALREADY = "An exercise runs already: its orders are shown here. End it before you begin another."
NONE_RUNS = "No exercise runs."


@dataclass(frozen=True)
class Exercise:
    """`orders` are none where no exercise runs."""

    orders: tuple[Order, ...] = ()


async def show_exercise(work: Work, clock: Clock, officer: Officer) -> Exercise:
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        orders = await uow.orders.many(await uow.exercises.running())
        await _note(uow, clock, officer, AuditKind.CONSULTATION, "shown", orders)
    return Exercise(tuple(orders))


async def begin_exercise(work: Work, clock: Clock, officer: Officer, policy: PolicyNow) -> Exercise:
    """No contact plan is opened with them: recording a breach of one does, as of any order."""
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        if await uow.exercises.running():
            raise Outdated(RUNS_ALREADY)
        now = clock()
        orders = exercises.made_up_orders(
            uow.force, await fresh_references("NMO", len(SHAPES), uow.orders.taken), policy().areas_worked, now, uuid4
        )
        await uow.orders.save_many(orders)
        await uow.order_origins.note(officer.id, now, orders)
        await uow.search.add(orders)
        for one in orders:
            await uow.terms.note(OrderTerms(one.id, 1, TermsState.CHECKED, exercises.PREFIX, officer.id, now, TERMS))
        await uow.exercises.begin([one.id for one in orders], officer.id, now)
        await _note(uow, clock, officer, AuditKind.COLLECTION, "begun", orders)
    return Exercise(tuple(orders))


async def end_exercise(work: Work, clock: Clock, officer: Officer) -> Exercise:
    """The orders are discharged and nothing is owed of them any more; what was done with them stays on the trail."""
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        now = clock()
        orders = await uow.orders.many(await uow.exercises.running())
        if not orders:
            raise Outdated(NONE_RUNS)
        for one in orders:
            saved = await uow.orders.update(replace(one, discharged_at=now), now)
            await uow.order_origins.note(officer.id, now, [saved])
            await _owes_nothing(uow, clock, officer, one)
        await uow.exercises.end([one.id for one in orders], now)
        await _note(uow, clock, officer, AuditKind.ALTERATION, "ended", orders)
    return Exercise()


async def _owes_nothing(uow: UnitOfWork, clock: Clock, officer: Officer, order: Order) -> None:
    for id in (await uow.contacts.of_orders([order.id])).values():
        plan = await uow.contacts.hold(id)
        if plan is not None:
            ended = closed(plan)
            await uow.contacts.save(ended)
            await uow.outbox.cancel_older(ended.id, ended.version)
    visit = await uow.visits.hold(visit_id(order.id))
    if visit is not None and visit.is_open:
        ended_visit = no_further(visit, NoFurther.ENDS, officer.id, clock())
        await uow.visits.save(ended_visit)
        await plan_visit_notices(uow, reminders_job(uow.force), ended_visit, clock())


async def _note(uow: UnitOfWork, clock: Clock, officer: Officer, kind: AuditKind, what: str, orders: list[Order]) -> None:
    subject = ";".join(str(one.id) for one in orders)
    await uow.audit.note(AuditEntry(clock(), officer.id, kind, f"exercise:run:{what}", subject, recipient=str(officer.id)))
