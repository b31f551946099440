"""What was escalated to an officer, as it stands now; the owner is nudged, or one takes it over by assigning it to oneself."""

from datetime import timedelta
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import Outdated
from domain.officers import Officer, Permission
from domain.outbox import NUDGE, outgoing, reminders_job
from services.contacts import OwedContact, Recorded
from services.held_plans import held, with_orders
from services.recipients import due_to
from services.reminders import subject_of
from storage.work import Work

LISTED = 10
APART = timedelta(minutes=10)
NUDGED = "The owner was nudged less than 10 minutes ago. Nothing was sent."


async def escalated(work: Work, clock: Clock, officer: Officer) -> list[OwedContact]:
    """Contacts of which this officer was told because nothing was done, and with which nothing has happened since; most pressing first."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        plans = await uow.duty.told.escalated_to(officer.id, LISTED)
        told = await with_orders(uow, clock, officer, plans)
        names = {one.id: one.name for one in await uow.officers.all()} if plans else {}
        subject = ";".join(map(subject_of, plans))
        line = AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "contact:plan:escalated_listed", subject, recipient=str(officer.id))
        await uow.audit.note(line)
    return [OwedContact.of(one, names) for one in told]


async def nudge(work: Work, clock: Clock, officer: Officer, plan_id: UUID, of_round: int) -> Recorded:
    """The owner, or whoever stands in, has the reminder again at once; what else is to come stays as it was."""
    officer.must(Permission.SEE_TEAM_CONTACTS)
    async with work() as uow:
        one, now = await held(uow, clock, officer, plan_id), clock()
        if of_round != one.plan.round:
            await uow.audit.note(_entry(clock, officer, subject_of(one.plan), AuditKind.CONSULTATION, "already_dealt_with"))
            return Recorded(one.plan, one.order, already=True, others=one.others)
        before = [row for row in await uow.outbox.of_plan(plan_id) if row.stage.startswith(NUDGE) and row.occurrence == one.plan.version]
        if any(now - row.due_at < APART for row in before):
            raise Outdated(NUDGED)
        who, _ = await due_to(uow, reminders_job(uow.force), one.plan, now, now)
        await uow.outbox.plan([outgoing(one.plan, f"{NUDGE}-{len(before) + 1}", who, now)])
        await uow.audit.note(_entry(clock, officer, f"{subject_of(one.plan)};{who}", AuditKind.ALTERATION))
    return Recorded(one.plan, one.order, others=one.others)


def _entry(clock: Clock, officer: Officer, subject: str, kind: AuditKind, outcome: str = "done") -> AuditEntry:
    return AuditEntry(clock(), officer.id, kind, "contact:plan:nudged", subject, outcome, recipient=str(officer.id))
