"""A matter of somebody's contact is put to a supervisor, in the transaction of what brought it up; and read again when its notice is about to be sent."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.contact_matters import DECIDE_WITHIN, OUTCOME_WITHIN, ContactMatter, Matter, MatterState
from domain.contacts import ContactPlan
from domain.duty_people import OnDuty
from domain.officers import Actor, Officer, Permission
from domain.outbox import MATTER_LATE, MATTER_RAISED, NOBODY, Outgoing, notice
from storage.work import UnitOfWork


async def raise_matter(uow: UnitOfWork, now: datetime, actor: Actor, plan: ContactPlan, matter: Matter) -> ContactMatter | None:
    """Once: what is open already is not asked twice, nor what was decided of this very contact. A supervisor is told at once."""
    actor.must(Permission.SEND_REMINDERS)
    if any(_covers(one, matter, plan) for one in await uow.contact_matters.of_plan(plan.id)):
        return None
    one = ContactMatter(uuid4(), plan.force, plan.id, plan.order_id, matter, plan.round, now)
    await uow.contact_matters.add(one)
    await tell_supervisors(uow, now, actor, plan, one)
    await uow.audit.note(
        AuditEntry(now, actor.id, AuditKind.COLLECTION, "contact:matter:raised", subject_of_matter(one, plan), matter.value)
    )
    return one


async def tell_supervisors(uow: UnitOfWork, now: datetime, actor: Actor, plan: ContactPlan, one: ContactMatter) -> None:
    """Of an open matter one at once, and another where nothing is decided in time; of what goes on, whoever decided it when its outcome is due."""
    actor.must(Permission.SEND_REMINDERS)
    people = OnDuty(await uow.officers.all(), await uow.duty.roster(now))
    await uow.outbox.cancel_older(one.id, one.version)
    if one.state is MatterState.DECIDED:
        await uow.outbox.plan([_row(one, MATTER_LATE, one.decided_by or NOBODY, now + OUTCOME_WITHIN)])
    if one.is_open:
        first = people.supervisor(plan, now)
        other = people.supervisor(plan, now, frozenset({first}))
        late = _row(one, MATTER_LATE, first if other == NOBODY else other, now + DECIDE_WITHIN[one.matter])
        await uow.outbox.plan([_row(one, MATTER_RAISED, first, now), late])


async def matter_told_of(uow: UnitOfWork, actor: Actor, row: Outgoing) -> tuple[ContactMatter, str, tuple[UUID, ...]] | None:
    """For its notice: the matter, the order's reference and who it is about; None where there is nothing left to tell."""
    actor.must(Permission.SEND_REMINDERS)
    one = await uow.contact_matters.hold(row.plan)
    if one is None or one.version != row.occurrence or one.state is MatterState.CLOSED:
        return None
    order = await uow.orders.get(one.order_id)
    return one, order.reference if order else "", (one.plan, one.order_id, *await uow.orders.party_ids(one.order_id))


async def other_supervisors(uow: UnitOfWork, actor: Actor, row: Outgoing, people: Sequence[Officer]) -> list[UUID]:
    """Where the one who was to be told cannot be."""
    actor.must(Permission.SEND_REMINDERS)
    one = await uow.contact_matters.hold(row.plan)
    plan = None if one is None else await uow.contacts.get(one.plan)
    if one is None or plan is None or one.state is MatterState.CLOSED:
        return []
    refused = await uow.outbox.dead_recipients(row.plan) | {row.recipient}
    found = OnDuty(people, await uow.duty.roster(row.due_at)).supervisor(plan, row.due_at, refused)
    return [] if found == NOBODY else [found]


def subject_of_matter(one: ContactMatter, plan: ContactPlan) -> str:
    """The matter, the plan, its order and the protected person, so that the trail of each of them holds the line."""
    return f"{one.id};{plan.id};{plan.order_id};{plan.party_id}"


def _covers(one: ContactMatter, matter: Matter, plan: ContactPlan) -> bool:
    return one.matter is matter and (one.state is not MatterState.CLOSED or (one.matter is Matter.NO_WINDOW and one.round == plan.round))


def _row(one: ContactMatter, stage: str, recipient: UUID, at: datetime) -> Outgoing:
    return replace(notice(one.force, one.id, one.version, stage, recipient, at), urgency=0)
