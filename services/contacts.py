"""Reassurance contact: plans open with their orders, breaches bring them forward, and officers record what came of each contact."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from uuid import UUID

from domain import contacts
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan, Outcome, PlanState
from domain.errors import NotFound
from domain.london import at_london, to_london
from domain.officers import Actor, Officer, Permission
from domain.orders import Order, OrderState, Party, state_at
from domain.outbox import Rota, reminders_job
from services.reminders import plan_first_reminders, plan_reminder, subject_of, tell_of_no_answer
from storage.contacts import ContactMade
from storage.work import UnitOfWork, Work

CHUNK = 500
LIST_LENGTH = 20
QUEUE_SEEN = timedelta(hours=6)
_OVER = frozenset({OrderState.EXPIRED, OrderState.DISCHARGED})
_CLOSED = "That contact plan has been closed."


@dataclass(frozen=True)
class Recorded:
    """How the plan stands now; `already` where the card that was pressed belonged to a contact dealt with before, and nothing was changed."""

    plan: ContactPlan
    order: Order
    already: bool = False


@dataclass(frozen=True)
class OwedContact:
    plan: ContactPlan
    order: Order
    owner: str | None


@dataclass(frozen=True)
class SafeContact:
    """What the court gave as ways to reach the protected person."""

    plan: ContactPlan
    order: Order

    @property
    def person(self) -> Party:
        return self.order.applicant


async def open_plans(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    """In the transaction that takes the orders in: each protected person has a plan, an owner and a reminder from this minute.

    The first reminders queue behind those that earlier calls have planned for the next hours, so that an import in parts is spread as one.
    """
    actor.must(Permission.IMPORT_FEED)
    rota, job = Rota(await uow.officers.all()), reminders_job(uow.force)
    burst = Counter(await uow.outbox.waiting(clock(), clock() + QUEUE_SEEN))
    for start in range(0, len(orders), CHUNK):
        chunk = {one.applicant.id: one for one in orders[start : start + CHUNK] if state_at(one, clock()) not in _OVER}
        known = await uow.contacts.known(chunk.keys())
        plans = [_with_owner(contacts.plan_for(one, clock()), rota) for party, one in chunk.items() if party not in known]
        await uow.contacts.add(plans)
        await plan_first_reminders(uow, clock, job, rota, plans, burst)
        await uow.audit.note(*(_entry(clock(), actor, AuditKind.COLLECTION, "opened", plan) for plan in plans))
        await asyncio.sleep(0)


async def breach_reported(uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, breach_id: UUID) -> list[ContactPlan]:
    """In the breach's own transaction: contact is owed now, and its reminder's row is there or the breach is not."""
    actor.must(Permission.RECORD_BREACH)
    now, job = clock(), reminders_job(uow.force)
    held = await uow.contacts.hold_of_order(order.id)
    if not held:
        held = [_with_owner(contacts.plan_for(order, now), Rota(await uow.officers.all()))]
        await uow.contacts.add(held)
    plans = [contacts.breached(plan, now) for plan in held if plan.state is PlanState.OPEN]
    for plan in plans:
        await uow.contacts.save(plan)
        await plan_reminder(uow, clock, job, plan)
        await uow.audit.note(_entry(now, actor, AuditKind.ALTERATION, "brought_forward", plan, beside=breach_id))
    return plans


async def record_contact(
    work: Work, clock: Clock, officer: Officer, plan_id: UUID, outcome: Outcome, note: str = "", of_round: int | None = None
) -> Recorded:
    """Completes the reminder whichever copy was pressed; `of_round` is what the pressed card was about, and an older one changes nothing."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        plan, order = await _held(uow, plan_id)
        if of_round is not None and of_round != plan.round:
            await uow.audit.note(_entry(clock(), officer, AuditKind.CONSULTATION, outcome.value, plan, said="already_dealt_with"))
            return Recorded(plan, order, already=True)
        done = contacts.contacted(plan, outcome, clock())
        await uow.contacts.save(done)
        await uow.contacts.record(ContactMade(plan_id, clock(), officer.id, plan.due.why, outcome, note))
        await plan_reminder(uow, clock, reminders_job(uow.force), done)
        if done.tell_supervisor:
            await tell_of_no_answer(uow, clock, reminders_job(uow.force), done)
        await uow.audit.note(_entry(clock(), officer, AuditKind.ALTERATION, outcome.value, done))
    return Recorded(done, order)


async def snooze(work: Work, clock: Clock, officer: Officer, plan_id: UUID, of_round: int | None = None) -> Recorded:
    """Puts the reminder off by an hour, never past the time the contact must be made by."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        plan, order = await _held(uow, plan_id)
        if of_round is not None and of_round != plan.round:
            await uow.audit.note(_entry(clock(), officer, AuditKind.CONSULTATION, "snoozed", plan, said="already_dealt_with"))
            return Recorded(plan, order, already=True)
        later = contacts.snoozed(plan, clock())
        await uow.contacts.save(later)
        await plan_reminder(uow, clock, reminders_job(uow.force), later)
        await uow.audit.note(_entry(clock(), officer, AuditKind.ALTERATION, "snoozed", later))
    return Recorded(later, order)


async def due(work: Work, clock: Clock, officer: Officer) -> list[OwedContact]:
    """What is owed by the end of today, London time, most pressing first: one's own, and for a supervisor the team's too."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        now = clock()
        names = {officer.id: officer.name}
        if officer.may(Permission.SEE_TEAM_CONTACTS):
            names |= {one.id: one.name for one in await uow.officers.all() if one.team == officer.team}
        plans = await uow.contacts.owed(names.keys(), officer.roles, _end_of(now), LIST_LENGTH)
        orders = {order.id: order for order in await uow.orders.many([plan.order_id for plan in plans])}
        await uow.audit.note(_entry(now, officer, AuditKind.CONSULTATION, "listed", *plans))
    return [OwedContact(plan, orders[plan.order_id], _name(names, plan)) for plan in plans if plan.order_id in orders]


async def show_contact(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> SafeContact:
    """The ways to reach the protected person, read now and audited; what the court withheld is not among them."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    async with work() as uow:
        plan = await uow.contacts.get(plan_id)
        order = None if plan is None else await uow.orders.get(plan.order_id)
        if plan is None or order is None:
            raise NotFound(_CLOSED)
        await uow.audit.note(_entry(clock(), officer, AuditKind.DISCLOSURE, "safe_contact_shown", plan))
    return SafeContact(plan, order)


async def show_plan(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> Recorded:
    """One plan as it stands."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        plan, order = await _held(uow, plan_id)
        await uow.audit.note(_entry(clock(), officer, AuditKind.CONSULTATION, "shown", plan))
    return Recorded(plan, order)


async def _held(uow: UnitOfWork, plan_id: UUID) -> tuple[ContactPlan, Order]:
    plan = await uow.contacts.hold(plan_id)
    order = None if plan is None else await uow.orders.get(plan.order_id)
    if plan is None or order is None or plan.state is not PlanState.OPEN:
        raise NotFound(_CLOSED)
    return plan, order


def _with_owner(plan: ContactPlan, rota: Rota) -> ContactPlan:
    return replace(plan, owner=rota.named_owner(plan))


def _name(names: dict[UUID, str], plan: ContactPlan) -> str | None:
    return None if plan.owner is None else names.get(plan.owner)


def _end_of(now: datetime) -> datetime:
    return at_london(to_london(now).date() + timedelta(days=1), time())


def _entry(
    at: datetime, actor: Actor, kind: AuditKind, what: str, *plans: ContactPlan, beside: UUID | None = None, said: str = "done"
) -> AuditEntry:
    subject = ";".join([*map(subject_of, plans), *([str(beside)] if beside else [])])
    return AuditEntry(at, actor.id, kind, f"contact:plan:{what}", subject, outcome=said, recipient=str(actor.id))
