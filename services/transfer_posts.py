"""Sealed files on their way to another force's bot: brought when they are due, tried again while nobody is there, and told of where they are not taken."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

import structlog

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.officers import Actor, Permission
from domain.outbox import TRANSFER_NOT_TAKEN, backoff, notice
from storage.work import Work

AT_ONCE = 10
_FIRST, _LONGEST = timedelta(minutes=1), timedelta(hours=1)
log = structlog.get_logger(__name__)


class Brought(StrEnum):
    """TAKEN and REFUSED end it; LATER is tried again."""

    TAKEN = "taken"
    REFUSED = "refused"
    LATER = "later"


Carry = Callable[[str, bytes], Awaitable[Brought]]


async def bring_files(work: Work, reading: Work, clock: Clock, actor: Actor, carry: Carry) -> int:
    """How many were due. The same file brought twice changes nothing there, so that one whose answer was lost is simply brought again."""
    actor.must(Permission.RUN_JOBS)
    async with reading() as uow:
        due = await uow.transfers.going(clock(), AT_ONCE)
    for id in due:
        await _bring(work, clock, actor, carry, id)
    return len(due)


async def _bring(work: Work, clock: Clock, actor: Actor, carry: Carry, id: UUID) -> None:
    async with work() as uow:
        one = await uow.transfers.get(id)
        if one is None:
            return
        other = uow.policy().transfers.force(one.other)
        await uow.transfers.tried(id, clock() + backoff(await uow.transfers.tries(id), _FIRST, _LONGEST))
        file = await uow.transfers.file(id)
    brought = Brought.REFUSED if other is None or not other.url else await carry(other.url, file)
    if brought is Brought.LATER:
        log.warning("transfer_not_brought", transfer=str(id))
        return
    async with work() as uow:
        await uow.transfers.brought(id)
        line = AuditEntry(
            clock(), actor.id, AuditKind.DISCLOSURE, "transfer:file:brought", str(id), brought.value, recipient=f"force:{one.other}"
        )
        await uow.audit.note(line)
        if brought is Brought.REFUSED and one.by is not None:
            await uow.outbox.plan([notice(uow.force, id, one.version, TRANSFER_NOT_TAKEN, one.by, clock())])
