"""Who has a reminder, and who is told when it is not answered: read at the moment it is planned and again when it is sent."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from domain.contacts import ContactPlan
from domain.duty_people import OnDuty, settled
from domain.escalation import Step, held_until, kind_of, next_step, without_deputy, without_inspector
from domain.officers import Actor, Permission, Role
from domain.outbox import DEPUTY, INSPECTOR, NOBODY, TO_THE_OWNER, Outgoing, Rota, outgoing
from storage.work import UnitOfWork


async def due_to(uow: UnitOfWork, actor: Actor, plan: ContactPlan, at: datetime, now: datetime) -> tuple[UUID, datetime]:
    """Who is reminded of it at that moment, or a little later where it can wait for their shift: the owner, or whoever stands in."""
    actor.must(Permission.SEND_REMINDERS)
    owner, roster = await owner_of(uow, actor, plan), await uow.duty.roster(now)
    if roster.is_empty:
        return owner, at
    found = settled(roster, plan, owner, at)
    if found is not None and await _may_hold(uow, found[0]):
        return found
    return OnDuty(await uow.officers.all(), roster).owners(plan, at)


async def owner_of(uow: UnitOfWork, actor: Actor, plan: ContactPlan) -> UUID:
    """The plan's owner, whether here or away."""
    actor.must(Permission.SEND_REMINDERS)
    owner = None if plan.owner is None else await uow.officers.known(plan.owner)
    return owner.id if owner and owner.may(Permission.PLAN_CONTACT) else Rota(await uow.officers.all()).owner(plan)


async def supervisor_of(uow: UnitOfWork, actor: Actor, plan: ContactPlan, at: datetime) -> UUID:
    """Whoever is told when nothing is done: never somebody whom the channel has refused for this plan, and nobody who is away where another is here."""
    actor.must(Permission.SEND_REMINDERS)
    refused, roster = await uow.outbox.dead_recipients(plan.id), await uow.duty.roster(at)
    owner = None if plan.owner is None else await uow.officers.known(plan.owner)
    chief = None if owner is None or owner.supervisor is None else await uow.officers.known(owner.supervisor)
    able = chief is not None and chief.may(Permission.PLAN_CONTACT) and Role.SUPERVISOR in chief.roles
    if chief and able and chief.id not in refused and roster.on_duty(chief.id, at):
        return chief.id
    return OnDuty(await uow.officers.all(), roster).supervisor(plan, at, refused)


async def recipient_now(uow: UnitOfWork, actor: Actor, plan: ContactPlan, row: Outgoing, now: datetime) -> UUID:
    """The same officer, unless they left or are away while somebody else is here."""
    actor.must(Permission.SEND_REMINDERS)
    able = await _may_hold(uow, row.recipient)
    if able and (await uow.duty.roster(now)).away(row.recipient, now) is None:
        return row.recipient
    kind, found = kind_of(row.stage), NOBODY
    if kind in TO_THE_OWNER:
        found = (await due_to(uow, actor, plan, now, now))[0]
    elif kind == DEPUTY:
        found = await _deputy(uow, plan, row.recipient, now, now) or NOBODY
    if found == NOBODY:
        found = await supervisor_of(uow, actor, plan, now)
    return row.recipient if able and found == NOBODY else found


async def rows_after(uow: UnitOfWork, actor: Actor, plan: ContactPlan, stage: str, sent_to: UUID, now: datetime) -> list[Outgoing]:
    """What is planned in the transaction that records that this stage went to that officer `now`; nothing where it is on its way already."""
    actor.must(Permission.SEND_REMINDERS)
    step = next_step(uow.policy().duty, plan, stage, now)
    return [] if step is None else [await _addressed(uow, actor, plan, step, sent_to, now)]


async def rows_after_all(uow: UnitOfWork, actor: Actor, sent: Sequence[tuple[Outgoing, ContactPlan]], now: datetime) -> list[Outgoing]:
    """Of many that went out `now`, as `rows_after` of each; their owners are read together."""
    actor.must(Permission.SEND_REMINDERS)
    await uow.officers.some({plan.owner for _, plan in sent if plan.owner is not None})
    return [one for row, plan in sent for one in await rows_after(uow, actor, plan, row.stage, row.recipient, now)]


async def row_while_held(uow: UnitOfWork, actor: Actor, plan: ContactPlan, held_by: UUID, now: datetime) -> Outgoing:
    """What is left to come once an officer has said `now` that they have it."""
    actor.must(Permission.SEND_REMINDERS)
    return await _addressed(uow, actor, plan, held_until(uow.policy().duty, plan, now), held_by, now)


async def _addressed(uow: UnitOfWork, actor: Actor, plan: ContactPlan, step: Step, sent_to: UUID, now: datetime) -> Outgoing:
    kind = kind_of(step.stage)
    if kind in TO_THE_OWNER:
        who, at = await due_to(uow, actor, plan, step.at, now)
        return outgoing(plan, step.stage, who, at)
    above = None
    if kind == DEPUTY:
        above = await _deputy(uow, plan, sent_to, step.at, now)
        step = step if above else without_deputy(uow.policy().duty, plan, now)
    elif kind == INSPECTOR:
        above = await _inspector(uow, plan, sent_to, step.at, now)
        step = step if above else without_inspector(plan, now)
    return outgoing(plan, step.stage, above or await supervisor_of(uow, actor, plan, now), step.at)


async def _deputy(uow: UnitOfWork, plan: ContactPlan, sent_to: UUID, at: datetime, now: datetime) -> UUID | None:
    told = await uow.outbox.dead_recipients(plan.id) | {sent_to}
    return OnDuty(await uow.officers.all(), await uow.duty.roster(now)).deputy(plan, at, told)


async def _inspector(uow: UnitOfWork, plan: ContactPlan, sent_to: UUID, at: datetime, now: datetime) -> UUID | None:
    told = await uow.outbox.dead_recipients(plan.id) | {sent_to}
    return OnDuty(await uow.officers.all(), await uow.duty.roster(now)).inspector(uow.policy().duty.inspector, at, told)


async def _may_hold(uow: UnitOfWork, officer: UUID) -> bool:
    found = await uow.officers.known(officer)
    return found is not None and found.may(Permission.PLAN_CONTACT)
