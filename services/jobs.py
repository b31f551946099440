"""The system's own upkeep: heartbeats, work done once a slot, and what is no longer needed."""

from datetime import datetime, timedelta

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.officers import Actor, Permission
from storage.jobs import Beat
from storage.work import Work

BUTTONS_KEPT = timedelta(days=30)
SLOTS_KEPT = timedelta(days=7)
DRAFTS_KEPT = timedelta(days=14)
DECLINED_KEPT = timedelta(days=28)


async def beat(work: Work, actor: Actor, name: str, started_at: datetime, ended_at: datetime, error: str | None) -> None:
    actor.must(Permission.RUN_JOBS)
    async with work() as uow:
        await uow.jobs.beat(Beat(name, started_at, ended_at, error))


async def beats(reading: Work, actor: Actor) -> list[Beat]:
    """When each job last ran, and the code of what went wrong then."""
    actor.must(Permission.RUN_JOBS)
    async with reading() as uow:
        return await uow.jobs.beats()


async def keep_house(work: Work, clock: Clock, actor: Actor) -> bool:
    """Forgets activities seen more than a day ago and buttons long expired, drafts of orders that nobody goes on with, and packs that were declined; once an hour, however many processes ask."""
    actor.must(Permission.RUN_JOBS)
    now = clock()
    async with work() as uow:
        if not await uow.jobs.take_slot("housekeeping", now.replace(minute=0, second=0, microsecond=0)):
            return False
        await uow.inbox.forget_old(now)
        await uow.actions.forget_old(now - BUTTONS_KEPT)
        await uow.jobs.forget_slots(now - SLOTS_KEPT)
        for id, whose in await uow.order_drafts.drop_left(now - DRAFTS_KEPT):
            await uow.redacting.draft(id, {whose}, actor.id, now)
            await uow.audit.note(AuditEntry(now, actor.id, AuditKind.ERASURE, "register:draft:forgotten", str(id)))
        for id in await uow.transfers.drop_declined(now - DECLINED_KEPT):
            await uow.audit.note(AuditEntry(now, actor.id, AuditKind.ERASURE, "transfer:pack:forgotten", str(id)))
    return True
