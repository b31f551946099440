"""Contacts go over to another owner, in the transaction of whatever moves them: each is saved, kept in its history and planned anew."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from domain import contacts
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan
from domain.officers import Actor, Permission
from domain.outbox import reminders_job
from services.reminders import plan_many, subject_of
from storage.duty_offers import Ownership
from storage.work import UnitOfWork


async def move(
    uow: UnitOfWork,
    clock: Clock,
    actor: Actor,
    plans: Sequence[ContactPlan],
    to: Mapping[UUID, UUID],
    how: str,
    batch: UUID,
    shown: UUID | None = None,
) -> list[ContactPlan]:
    """`to` is the new owner by plan, and `batch` what moved them. What is due already is brought up again, unless it is one that its new owner is `shown` now."""
    actor.must(Permission.IMPORT_PEOPLE if how == "left" else Permission.PLAN_CONTACT)
    now = clock()
    moved = [contacts.given_to(plan, to[plan.id]) for plan in plans]
    for plan in moved:
        await uow.contacts.save(plan)
    await plan_many(uow, clock, reminders_job(uow.force), moved, shown)
    before = {plan.id: plan.owner for plan in plans}
    history = [Ownership(plan.id, now, to[plan.id], before[plan.id], actor.id, how, batch) for plan in moved]
    await uow.duty.offers.note_owners(history)
    await uow.audit.note(*(_entry(clock, actor, plan, before[plan.id], to[plan.id]) for plan in moved))
    return moved


def _entry(clock: Clock, actor: Actor, plan: ContactPlan, former: UUID | None, owner: UUID) -> AuditEntry:
    subject = ";".join([subject_of(plan), *([str(former)] if former else []), str(owner)])
    return AuditEntry(clock(), actor.id, AuditKind.ALTERATION, "contact:plan:handed_over", subject, recipient=str(owner))
