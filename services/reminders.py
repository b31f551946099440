"""Reminders are planned with the change that causes them; what is planned is never without a row."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import timedelta
from uuid import UUID

import structlog

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan, renewed
from domain.duty_people import OnDuty
from domain.officers import Actor, Permission
from domain.outbox import HANDED_OVER, NO_ANSWER, REMIND, Rota, outgoing, paced, reminder_at
from services.contact_life import planned, planned_first
from services.recipients import due_to, row_while_held, rows_after, supervisor_of
from storage.work import UnitOfWork, Work

# Plans are looked through in slices of their ids, so that no one statement holds up what else is going on.
SLICE_BITS = 6
_REST = 128 - SLICE_BITS
ALL_SLICES = range(1 << SLICE_BITS)
# All of them are looked through once in so many minutes.
MENDED_IN = 5
log = structlog.get_logger(__name__)


def subject_of(plan: ContactPlan) -> str:
    """What a line about a plan names: the plan, its order and the protected person, so that the trail of each of them holds it."""
    return f"{plan.id};{plan.order_id};{plan.party_id}"


async def plan_reminder(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan) -> None:
    """In the transaction that changed the plan: what stood for earlier versions is cancelled, and one row stands for this one."""
    actor.must(Permission.SEND_REMINDERS)
    await uow.outbox.cancel_older(plan.id, plan.version)
    now = clock()
    who, at = await due_to(uow, actor, plan, max(now, reminder_at(plan)), now)
    await uow.outbox.plan([outgoing(plan, REMIND, who, at)])
    await planned(uow, clock, actor, plan, who, at)


async def plan_after_card(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan, shown_to: UUID) -> None:
    """As `plan_reminder`, where somebody is shown the plan's card now: an owner who was due a reminder has it, and what follows one is planned."""
    actor.must(Permission.SEND_REMINDERS)
    now = clock()
    if reminder_at(plan) > now or (await due_to(uow, actor, plan, now, now))[0] != shown_to:
        await plan_reminder(uow, clock, actor, plan)
        return
    await uow.outbox.cancel_older(plan.id, plan.version)
    await uow.outbox.plan(await rows_after(uow, actor, plan, REMIND, shown_to, now))
    await planned(uow, clock, actor, plan, shown_to, now)


async def plan_many(uow: UnitOfWork, clock: Clock, actor: Actor, plans: Sequence[ContactPlan], shown_to: UUID | None = None) -> None:
    """Of plans that changed together: one that is shown now stands for its reminder, and what is due of many comes a little apart."""
    actor.must(Permission.SEND_REMINDERS)
    if shown_to is not None and len(plans) == 1:
        await plan_after_card(uow, clock, actor, plans[0], shown_to)
        return
    now, rows, burst = clock(), [], Counter[UUID]()
    for plan in plans:
        await uow.outbox.cancel_older(plan.id, plan.version)
        who, at = await due_to(uow, actor, plan, max(now, reminder_at(plan)), now)
        rows.append(outgoing(plan, REMIND, who, paced(at, 0, burst[who]) if at == now else at))
        burst[who] += at == now
        await planned(uow, clock, actor, plan, who, at)
    await uow.outbox.plan(rows)


async def plan_while_held(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan, held_by: UUID) -> None:
    """In the transaction in which somebody said that they have it: nobody else is told before the time it must be made, and then somebody is."""
    actor.must(Permission.SEND_REMINDERS)
    now = clock()
    await uow.outbox.cancel_older(plan.id, plan.version)
    await uow.outbox.plan([await row_while_held(uow, actor, plan, held_by, now)])
    await planned(uow, clock, actor, plan, held_by, now)


async def tell_of_no_answer(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan) -> None:
    """In the transaction that recorded the silence."""
    actor.must(Permission.SEND_REMINDERS)
    await uow.outbox.plan([outgoing(plan, NO_ANSWER, await supervisor_of(uow, actor, plan, clock()), clock())])


async def plan_first_reminders(
    uow: UnitOfWork, clock: Clock, actor: Actor, rota: Rota, plans: Sequence[ContactPlan], burst: Counter[UUID]
) -> None:
    """The first reminders of many plans, spread so that a big import neither floods the channel nor one officer's chat; `burst` is carried along."""
    actor.must(Permission.SEND_REMINDERS)
    rows, roster = [], await uow.duty.roster(clock())
    on_duty = None if roster.is_empty else OnDuty(await uow.officers.all(), roster)
    for plan in plans:
        first = max(reminder_at(plan), clock())
        recipient, at = (rota.owner(plan), first) if on_duty is None else on_duty.owners(plan, first)
        rows.append(outgoing(plan, REMIND, recipient, paced(at, burst.total(), burst[recipient])))
        burst[recipient] += 1
    await uow.outbox.plan(rows)
    await planned_first(uow, clock, actor, plans, [row.recipient for row in rows])


async def tell_new_owner(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan) -> None:
    """In the transaction that gave the plan to somebody else, who hears of it at once and again when it is due."""
    actor.must(Permission.SEND_REMINDERS)
    now = clock()
    owner, _ = await due_to(uow, actor, plan, now, now)
    await uow.outbox.cancel_older(plan.id, plan.version)
    due = [outgoing(plan, REMIND, *await due_to(uow, actor, plan, reminder_at(plan), now))] if reminder_at(plan) > now else []
    await uow.outbox.plan([outgoing(plan, HANDED_OVER, owner, now), *due])
    await planned(uow, clock, actor, plan, owner, max(now, plan.remind_at))


async def mend(work: Work, reading: Work, clock: Clock, actor: Actor, slices: Iterable[int] = ALL_SLICES) -> int:
    """Gives a row to every open plan of these slices that has none, whatever became of it; tells how many there were."""
    actor.must(Permission.RUN_JOBS)
    mended = 0
    async for forgotten in forgotten_plans(reading, actor, slices):
        for id in forgotten:
            mended += await _mend_one(work, clock, actor, id)
        await asyncio.sleep(0)
    return mended


async def mend_in_turn(work: Work, reading: Work, clock: Clock, actor: Actor) -> int:
    """Of a part of all plans, another each minute: to look through 100,000 costs half a second."""
    actor.must(Permission.RUN_JOBS)
    return await mend(work, reading, clock, actor, ALL_SLICES[clock().minute % MENDED_IN :: MENDED_IN])


async def forgotten_plans(reading: Work, actor: Actor, slices: Iterable[int] = ALL_SLICES) -> AsyncIterator[list[UUID]]:
    """Open plans without a row, a slice of them at a time."""
    actor.must(Permission.RUN_JOBS)
    for number in slices:
        first, last = UUID(int=number << _REST), UUID(int=((number + 1) << _REST) - 1)
        async with reading() as uow:
            forgotten = await uow.contacts.forgotten(first, last)
        yield forgotten


async def _mend_one(work: Work, clock: Clock, actor: Actor, id: UUID) -> bool:
    async with work() as uow:
        plan = await uow.contacts.hold(id)
        if plan is None or not await uow.contacts.forgotten(id, id):
            return False
        if await uow.outbox.ever_planned(id, plan.version):
            plan = renewed(plan, clock())
            await uow.contacts.save(plan)
        await plan_reminder(uow, clock, actor, plan)
        await uow.audit.note(AuditEntry(clock(), actor.id, AuditKind.ALTERATION, "reminder:plan:mended", subject_of(plan)))
    log.error("reminder_was_missing", plan=str(id))
    return True


async def bring_to(uow: UnitOfWork, clock: Clock, actor: Actor, officer_id: UUID) -> int:
    """Called when an officer opens a chat: what waited for that is tried now."""
    actor.must(Permission.OPEN_CONVERSATION)
    return await uow.outbox.bring_to(officer_id, clock())


async def oldest_unsent(reading: Work, clock: Clock, actor: Actor) -> timedelta | None:
    """How long the oldest reminder has been due without being sent; None when none is."""
    actor.must(Permission.RUN_JOBS)
    async with reading() as uow:
        oldest = await uow.outbox.oldest()
    now = clock()
    return now - oldest if oldest is not None and oldest <= now else None


async def due_in(reading: Work, clock: Clock, actor: Actor) -> timedelta | None:
    """How soon there is something to claim, nothing or less where there is already; a look before the claim, so that an idle second writes nothing."""
    actor.must(Permission.SEND_REMINDERS)
    async with reading() as uow:
        at = await uow.outbox.next_at()
    return None if at is None else at - clock()
