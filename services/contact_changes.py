"""What happens in a case reaches the contact plan in the transaction that records it: a newer version of an order, service, release, bail."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from domain import contacts
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_undo import untold
from domain.contacts import ContactPlan, Event, PlanState, Timetable
from domain.contacts.events import LONGEST_AGO
from domain.officers import Actor, Permission
from domain.orders import ENDED, Order, state_at
from domain.outbox import reminders_job
from services.reminders import plan_reminder, subject_of
from storage.work import UnitOfWork


async def note_changes(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order], by: Timetable) -> None:
    """What the newest version of each of these orders tells that the one before it did not."""
    actor.must(Permission.IMPORT_FEED)
    for after in orders:
        before = (await uow.orders.versions(after.id))[-1] if after.version > 1 else after
        if contacts.has_new_days(before, after) or contacts.seen_in(before, after):
            for plan in await uow.contacts.hold_of_order(after.id):
                await _follow(uow, clock, actor, plan, before, after, by)


async def case_event(
    uow: UnitOfWork, clock: Clock, actor: Actor, order_id: UUID, events: Sequence[tuple[Event, datetime]], by: Timetable
) -> None:
    """Whoever records that it happened: the protected person of the order hears of it, where there is a plan."""
    actor.must(Permission.RECORD_SERVICE)
    for plan in await uow.contacts.hold_of_order(order_id) if events else ():
        told = await tell_plan(uow, clock, actor, plan, order_id, events, by)
        await plan_reminder(uow, clock, reminders_job(uow.force), told)


async def take_back_event(uow: UnitOfWork, clock: Clock, actor: Actor, order_id: UUID, plans: Sequence[tuple[UUID, str]]) -> None:
    """What was recorded never happened: the contact that it brought forward is owed no longer, where the plan stands as it was left then."""
    actor.must(Permission.RECORD_SERVICE)
    for id, before in plans:
        plan = await uow.contacts.hold(id)
        owed = None if plan is None else untold(plan, before, clock())
        if owed is None:
            continue
        await uow.contacts.save(owed)
        if owed.state is PlanState.OPEN:
            await plan_reminder(uow, clock, reminders_job(uow.force), owed)
        else:
            await uow.outbox.cancel_older(owed.id, owed.version)
        await uow.audit.note(_entry(clock(), actor, owed, "taken_back", order_id))


async def tell_plan(
    uow: UnitOfWork,
    clock: Clock,
    actor: Actor,
    plan: ContactPlan,
    order_id: UUID,
    events: Sequence[tuple[Event, datetime]],
    by: Timetable,
) -> ContactPlan:
    """A plan that is held already; its reminder is its caller's to plan."""
    actor.must(Permission.RECORD_SERVICE)
    now = clock()
    for event, at in events:
        plan = contacts.happened(plan, event, now, max(now - LONGEST_AGO, min(at, now)), by)
        await uow.contacts.save(plan)
        await uow.audit.note(_entry(now, actor, plan, event, order_id))
    return plan


async def _follow(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan, before: Order, after: Order, by: Timetable) -> None:
    """An order that was over already opens no closed plan again."""
    now = clock()
    if plan.state is PlanState.CLOSED and state_at(before, now) in ENDED:
        return
    others = [one for one in (await uow.orders.of_plans([plan.id])).get(plan.id, ()) if one.id != after.id]
    told = plan
    for event in contacts.seen_in(before, after):
        told = contacts.happened(told, event, now, by=by)
        await uow.contacts.save(told)
        await uow.audit.note(_entry(now, actor, told, event, after.id))
    fitted = contacts.refitted(told, before, after, others, now, by)
    if fitted.version != told.version:
        await uow.contacts.save(fitted)
        await uow.audit.note(_entry(now, actor, fitted, "fitted", after.id))
    if fitted.version != plan.version:
        await plan_reminder(uow, clock, reminders_job(uow.force), fitted)


def _entry(at: datetime, actor: Actor, plan: ContactPlan, what: str, order_id: UUID) -> AuditEntry:
    subject = f"{subject_of(plan)};{order_id}"
    return AuditEntry(at, actor.id, AuditKind.ALTERATION, f"contact:event:{what}", subject, recipient=str(actor.id))
