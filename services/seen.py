"""What an officer has seen in the chat, where the tenant says so: seen is no answer, and only makes it needless to send the same again."""

from datetime import datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_life import Step
from domain.officers import Officer, Permission
from domain.outbox import REMIND, REPEAT, Outgoing, reminders_job
from services.recipients import rows_after
from storage.work import UnitOfWork, Work


async def note_read(work: Work, clock: Clock, officer: Officer, channel: str, last_read: str) -> int:
    """Up to the message of that id, which the channel counts up; how many it marks. A repeat that waits makes way for what follows it."""
    officer.must(Permission.OPEN_CONVERSATION)
    if not _is_number(last_read):
        return 0
    async with work() as uow:
        now = clock()
        unseen = await uow.duty.told.unseen(officer.id, channel, now)
        seen = [row for row, id in unseen if _is_number(id) and int(id) <= int(last_read)]
        await uow.duty.told.see([row.id for row in seen], now)
        for row in seen:
            await _note_seen(uow, now, officer, row)
            if row.stage == REMIND:
                await _skip_repeat(uow, clock, officer, row.plan, row.occurrence)
        if seen:
            subject = ";".join(str(row.id) for row in seen)
            await uow.audit.note(AuditEntry(now, officer.id, AuditKind.ALTERATION, "reminder:row:seen", subject, recipient=str(officer.id)))
    return len(seen)


async def _note_seen(uow: UnitOfWork, now: datetime, officer: Officer, row: Outgoing) -> None:
    """In the life of the contact's reminder too, as long as it is the one that stands."""
    plan = await uow.contacts.get(row.plan)
    if plan is not None and plan.version == row.occurrence:
        await uow.contact_life.note(plan, Step.SEEN, now, officer.id)


async def _skip_repeat(uow: UnitOfWork, clock: Clock, officer: Officer, plan_id: UUID, occurrence: int) -> None:
    plan = await uow.contacts.hold(plan_id)
    if plan is None or plan.version != occurrence:
        return
    for row in await uow.duty.told.live([plan.id], [REPEAT]):
        if row.occurrence == occurrence and row.due_at > clock():
            following = await rows_after(uow, reminders_job(uow.force), plan, REPEAT, officer.id, row.due_at)
            await uow.outbox.cancel([row.id])
            await uow.outbox.plan(following)


def _is_number(id: str | None) -> bool:
    return id is not None and id.isascii() and id.isdecimal() and len(id) <= 20
