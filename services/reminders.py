"""Reminders are planned with the change that causes them; what is planned is never without a row."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

import structlog

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan, renewed
from domain.officers import Actor, Officer, Permission, Role
from domain.outbox import HANDED_OVER, NO_ANSWER, REMIND, Rota, next_stage, next_stage_at, outgoing, paced, reminder_at
from services.contact_life import planned, planned_first
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
    owner, at = await owner_of(uow, actor, plan), max(clock(), reminder_at(plan))
    await uow.outbox.plan([outgoing(plan, REMIND, owner, at)])
    await planned(uow, clock, actor, plan, owner, at)


async def plan_after_card(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan, shown_to: UUID) -> None:
    """As `plan_reminder`, where somebody is shown the plan's card now: an owner who was due a reminder has it, and what follows one is planned."""
    actor.must(Permission.SEND_REMINDERS)
    now = clock()
    if reminder_at(plan) > now or await owner_of(uow, actor, plan) != shown_to:
        await plan_reminder(uow, clock, actor, plan)
        return
    await uow.outbox.cancel_older(plan.id, plan.version)
    await uow.outbox.plan([outgoing(plan, next_stage(REMIND), await supervisor_of(uow, actor, plan), next_stage_at(plan, REMIND, now))])
    await planned(uow, clock, actor, plan, shown_to, now)


async def tell_of_no_answer(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan) -> None:
    """In the transaction that recorded the silence."""
    actor.must(Permission.SEND_REMINDERS)
    await uow.outbox.plan([outgoing(plan, NO_ANSWER, await supervisor_of(uow, actor, plan), clock())])


async def plan_first_reminders(
    uow: UnitOfWork, clock: Clock, actor: Actor, rota: Rota, plans: Sequence[ContactPlan], burst: Counter[UUID]
) -> None:
    """The first reminders of many plans, spread so that a big import neither floods the channel nor one officer's chat; `burst` is carried along."""
    actor.must(Permission.SEND_REMINDERS)
    rows = []
    for plan in plans:
        recipient = rota.owner(plan)
        rows.append(outgoing(plan, REMIND, recipient, paced(max(reminder_at(plan), clock()), burst.total(), burst[recipient])))
        burst[recipient] += 1
    await uow.outbox.plan(rows)
    await planned_first(uow, clock, actor, plans, [row.recipient for row in rows])


async def tell_new_owner(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan) -> None:
    """In the transaction that gave the plan to somebody else, who hears of it at once and again when it is due."""
    actor.must(Permission.SEND_REMINDERS)
    now, owner = clock(), await owner_of(uow, actor, plan)
    await uow.outbox.cancel_older(plan.id, plan.version)
    due = [outgoing(plan, REMIND, owner, reminder_at(plan))] if reminder_at(plan) > now else []
    await uow.outbox.plan([outgoing(plan, HANDED_OVER, owner, now), *due])


async def owner_of(uow: UnitOfWork, actor: Actor, plan: ContactPlan) -> UUID:
    actor.must(Permission.SEND_REMINDERS)
    owner = None if plan.owner is None else await uow.officers.get(plan.owner)
    return owner.id if owner and owner.may(Permission.PLAN_CONTACT) else Rota(await uow.officers.all()).owner(plan)


async def supervisor_of(uow: UnitOfWork, actor: Actor, plan: ContactPlan) -> UUID:
    """Whoever is told when nothing is done: never somebody whom the channel has refused for this plan."""
    actor.must(Permission.SEND_REMINDERS)
    return (await supervisors_of(uow, actor, [plan]))[plan.id]


async def supervisors_of(uow: UnitOfWork, actor: Actor, plans: Sequence[ContactPlan]) -> dict[UUID, UUID]:
    """By plan, as `supervisor_of` of each."""
    actor.must(Permission.SEND_REMINDERS)
    refused = await uow.outbox.all_dead_recipients([plan.id for plan in plans])
    owners = await uow.officers.some({plan.owner for plan in plans if plan.owner is not None})
    chiefs = await uow.officers.some({one.supervisor for one in owners.values() if one.supervisor is not None})
    found = {plan.id: _own_chief(plan, owners, chiefs, refused.get(plan.id, frozenset())) for plan in plans}
    if all(found.values()):
        return {id: chief for id, chief in found.items() if chief is not None}
    rota = Rota(await uow.officers.all())
    return {plan.id: found[plan.id] or rota.supervisor(plan, refused.get(plan.id, frozenset())) for plan in plans}


def _own_chief(plan: ContactPlan, owners: Mapping[UUID, Officer], chiefs: Mapping[UUID, Officer], refused: frozenset[UUID]) -> UUID | None:
    owner = None if plan.owner is None else owners.get(plan.owner)
    chief = None if owner is None or owner.supervisor is None else chiefs.get(owner.supervisor)
    return chief.id if chief and chief.active and Role.SUPERVISOR in chief.roles and chief.id not in refused else None


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


async def anything_due(reading: Work, clock: Clock, actor: Actor) -> bool:
    """A look before the claim, so that an idle second writes nothing."""
    actor.must(Permission.SEND_REMINDERS)
    async with reading() as uow:
        at = await uow.outbox.next_at()
    return at is not None and at <= clock()
