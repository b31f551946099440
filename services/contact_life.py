"""The life of a contact's reminder: planned, with the opening of the safe window, and seen."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from domain.clock import Clock
from domain.contact_life import Step
from domain.contact_matters import Matter
from domain.contacts import ContactPlan
from domain.officers import Actor, Officer, Permission
from domain.outbox import OPENING, outgoing
from domain.safe_planning import needs_deciding, opening_after
from services.contact_matters import raise_matter
from storage.work import UnitOfWork, Work


async def planned(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan, owner: UUID, reminded_at: datetime) -> None:
    """In the transaction that plans the reminder: the owner is told again when the safe window opens; where none opens in time a supervisor decides now."""
    actor.must(Permission.SEND_REMINDERS)
    now = clock()
    await uow.contact_life.note(plan, Step.PLANNED, now)
    ways = await uow.safe_contacts.current(plan.id)
    if ways is None:
        return
    opening = opening_after(plan, ways.windows, reminded_at)
    if opening is not None:
        await uow.outbox.plan([outgoing(plan, OPENING, owner, opening)])
    if needs_deciding(plan, ways.windows, now):
        await raise_matter(uow, now, actor, plan, Matter.NO_WINDOW)


async def planned_first(uow: UnitOfWork, clock: Clock, actor: Actor, plans: Sequence[ContactPlan], owners: Sequence[UUID]) -> None:
    """As `planned`, for the plans of an import: most are new, and nothing is known of them yet."""
    actor.must(Permission.SEND_REMINDERS)
    for plan, owner in zip(plans, owners, strict=True):
        if plan.version > 1:
            await planned(uow, clock, actor, plan, owner, max(clock(), plan.remind_at))
    await uow.contact_life.note_new([plan for plan in plans if plan.version == 1], clock())


async def seen(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> None:
    """Whoever was sent the reminder and presses anything on it has seen it; the first press counts."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        plan = await uow.contacts.get(plan_id)
        if plan is not None and await uow.contact_life.was_sent(plan, officer.id):
            await uow.contact_life.note(plan, Step.SEEN, clock(), officer.id)
