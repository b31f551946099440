"""What was erased stays erased: the list of erasures is kept outside the database, and a register that an older backup brought back is told of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.clock import Clock
from domain.officers import Actor, Permission, SystemJob
from services.erasing import erase_as_before
from storage.erased_list import ErasedList, joined, read_list, write_list
from storage.keys import Keys
from storage.work import Work

LISTED = "retention:list:made"
APPLIED = "retention:list:applied"
STALE = timedelta(hours=1)


@dataclass(frozen=True)
class AgainErased:
    """Of all that the list `knows`, how many records had come back and were `erased` again."""

    erased: int
    knows: int
    list: ErasedList


def erasing_job(force: str) -> SystemJob:
    """Erases what somebody has erased before, and nothing else."""
    return SystemJob("erased-again", force, frozenset({Permission.ERASE_RECORDS}))


def list_job(force: str) -> SystemJob:
    return SystemJob("erased-list", force, frozenset({Permission.KEEP_DATABASE}))


async def held_list(reading: Work, clock: Clock, actor: Actor) -> ErasedList:
    """As the register knows it now."""
    actor.must(Permission.KEEP_DATABASE)
    now = clock()
    async with reading() as uow:
        return ErasedList(now, tuple(await uow.retention.tombstones()))


async def put_list(work: Work, clock: Clock, actor: Actor, keys: Keys, path: Path, system_user: str = "") -> ErasedList:
    """Into this file, with what it knows already: a register that was set back makes it no shorter."""
    actor.must(Permission.KEEP_DATABASE)
    async with work() as uow:
        force = uow.force
        now = ErasedList(clock(), tuple(await uow.retention.tombstones()))
        held = joined(read_list(path, keys, force), now) or now
        entry = AuditEntry(clock(), actor.id, AuditKind.DISCLOSURE, LISTED, REGISTER, recipient=path.name[:100], typed=system_user or None)
        await uow.audit.note(entry)
    write_list(path, keys, force, held)
    return held


async def keep_list(work: Work, reading: Work, clock: Clock, actor: Actor, keys: Keys, path: Path) -> bool:
    """Put anew where something was erased since, and once an hour, so that it says up to when it is whole."""
    actor.must(Permission.KEEP_DATABASE)
    now = await held_list(reading, clock, actor)
    before = read_list(path, keys, actor.force)
    if before is not None and {one.id for one in now.stones} <= {one.id for one in before.stones} and now.as_of - before.as_of < STALE:
        return False
    await put_list(work, clock, actor, keys, path)
    return True


async def erase_again(
    work: Work, clock: Clock, actor: Actor, known: ErasedList, system_user: str = "", named: UUID | None = None
) -> AgainErased:
    """All of it that this register does not know to be erased, each in a transaction of its own; what is in no table any more is only noted, so that the feed does not bring it."""
    actor.must(Permission.KEEP_DATABASE)
    job = erasing_job(actor.force)
    async with work() as uow:
        buried: Collection[object] = {one.id for one in await uow.retention.tombstones()}
    erased = 0
    for stone in known.stones:
        if stone.id in buried:
            continue
        async with work() as uow:
            erased += await erase_as_before(uow, clock, job, stone)
    outcome, who = f"{erased}/{len(known.stones)}", named or actor.id
    if known.stones:
        async with work() as uow:
            await uow.audit.note(AuditEntry(clock(), who, AuditKind.ERASURE, APPLIED, REGISTER, outcome, typed=system_user or None))
    return AgainErased(erased, len(known.stones), known)
