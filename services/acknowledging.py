"""Somebody says that they have a contact: nobody else is told of it until the time it must be made, and then it opens again by itself."""

from uuid import UUID

from domain import contacts
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_life import Step
from domain.officers import Officer, Permission
from domain.outbox import reminders_job
from services.contacts import Recorded
from services.held_plans import HeldPlan, held
from services.reminders import plan_while_held, subject_of
from storage.work import UnitOfWork, Work


async def acknowledge(work: Work, clock: Clock, officer: Officer, plan_id: UUID, of_round: int | None = None) -> Recorded:
    """`already` where somebody said so before, or the card that was pressed is of an older round."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        one = await held(uow, clock, officer, plan_id)
        if one.plan.acknowledged_at is not None or of_round not in (None, one.plan.round):
            await _note(uow, clock, officer, one, AuditKind.CONSULTATION, "already_dealt_with")
            return Recorded(one.plan, one.order, already=True, others=one.others)
        now = clock()
        plan = contacts.acknowledged(one.plan, now)
        await uow.contacts.save(plan)
        await uow.contact_life.note(plan, Step.ACKNOWLEDGED, now, officer.id)
        await plan_while_held(uow, clock, reminders_job(uow.force), plan, officer.id)
        await _note(uow, clock, officer, one, AuditKind.ALTERATION)
    return Recorded(plan, one.order, others=one.others)


async def _note(uow: UnitOfWork, clock: Clock, officer: Officer, one: HeldPlan, kind: AuditKind, outcome: str = "done") -> None:
    line = AuditEntry(clock(), officer.id, kind, "contact:plan:acknowledged", subject_of(one.plan), outcome, recipient=str(officer.id))
    await uow.audit.note(line)
