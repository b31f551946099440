"""An officer chooses the day of the next contact, as it was agreed with the protected person."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_undo import Undoable
from domain.contacts import ContactPlan
from domain.contacts.choosing import chosen
from domain.days_in_words import DayAhead
from domain.officers import Officer, Permission
from domain.outbox import reminders_job
from services.contacts import Recorded
from services.held_plans import held
from services.reminders import plan_reminder, subject_of
from storage.work import UnitOfWork, Work


async def choose_next(
    work: Work, clock: Clock, officer: Officer, plan_id: UUID, day: DayAhead, of_round: int, reason: str = ""
) -> Recorded:
    """The next contact on another day than the rule proposes; the reason for a later one is sealed in the trail. Raises Unreadable."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        one = await held(uow, clock, officer, plan_id)
        plan, job, now = one.plan, reminders_job(uow.force), clock()
        if of_round != plan.round:
            await _note(uow, now, officer, "next_chosen", plan, "already_dealt_with")
            return Recorded(plan, one.order, already=True, others=one.others)
        ways = await uow.safe_contacts.current(plan_id)
        after = chosen(plan, day.day, day.at, ways.windows if ways else (), now, reason)
        await uow.contacts.save(after)
        await plan_reminder(uow, clock, job, after)
        await _note(uow, now, officer, "next_chosen", after, typed=reason.strip() or None)
    return Recorded(after, one.order, others=one.others, undo=Undoable(plan, now))


async def _note(
    uow: UnitOfWork, now: datetime, officer: Officer, what: str, plan: ContactPlan, outcome: str = "done", typed: str | None = None
) -> None:
    entry = AuditEntry(now, officer.id, AuditKind.ALTERATION, f"contact:plan:{what}", subject_of(plan), outcome, recipient=str(officer.id))
    await uow.audit.note(replace(entry, typed=typed))
