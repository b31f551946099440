"""A contact recorded by a slip of the finger is taken back: the plan is owed again, and the trail keeps both."""

from datetime import datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_undo import MOVED_ON, taken_back
from domain.contacts import PlanState, follows_a_breach
from domain.errors import Outdated
from domain.officers import Officer, Permission
from domain.outbox import reminders_job
from services.contact_beside import beside_contact
from services.contact_follow_ups import take_back_follow_ups
from services.contacts import Recorded
from services.held_plans import held_even_closed
from services.reminders import plan_after_card, subject_of
from storage.work import Work


async def undo_contact(work: Work, clock: Clock, officer: Officer, plan_id: UUID, before: str, recorded_at: datetime) -> Recorded:
    """`before` is what domain.contact_undo kept of the plan; nothing is undone once anybody has changed the plan again.

    Whoever undoes it is shown the card at once; where that is the owner it stands for the reminder.
    """
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        one = await held_even_closed(uow, clock, officer, plan_id)
        if one is None or one.plan.state is not PlanState.OPEN:
            raise Outdated(MOVED_ON)
        owed = taken_back(one.plan, before, recorded_at, clock())
        breach = await uow.breaches.newest_of(order.id for order in one.orders) if follows_a_breach(owed) else None
        await uow.contacts.save(owed)
        await uow.contacts.strike(plan_id, officer.id, recorded_at)
        await take_back_follow_ups(uow, clock, officer, plan_id, recorded_at)
        await uow.contact_tries.strike(plan_id, officer.id, recorded_at)
        await plan_after_card(uow, clock, reminders_job(uow.force), owed, officer.id)
        entry = AuditEntry(clock(), officer.id, AuditKind.ALTERATION, "contact:plan:undone", subject_of(owed), recipient=str(officer.id))
        await uow.audit.note(entry)
        beside = await beside_contact(uow, reminders_job(uow.force), owed, clock())
    return Recorded(owed, one.order, others=one.others, breach=breach, beside=beside)
