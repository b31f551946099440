"""Keeping the register: backup and restore by the administrator, each in the trail."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import AssistantError
from domain.officers import Actor, Permission
from storage import backup as copies
from storage.backup import CopyReport
from storage.database import open_database
from storage.keys import Keys
from storage.migrate import migrate
from storage.work import Work

DISCLOSED = "keeping:backup:made"
RESTORED = "keeping:backup:restored"


@dataclass(frozen=True)
class Restored:
    """The verified copy now in place, the schema it was brought to, and where the database before it lies, if there was one."""

    report: CopyReport
    schema: str
    aside: Path | None = None


async def backup(work: Work, clock: Clock, actor: Actor, url: str, keys: Keys, target: Path) -> CopyReport:
    """Copies the embedded database, in use or not. The trail holds the intent before a byte is copied, so the backup tells of itself too."""
    actor.must(Permission.KEEP_DATABASE)
    source = copies.file_of(url)
    await _note(work, clock, actor, AuditKind.DISCLOSURE, DISCLOSED, "begun")
    try:
        report = await asyncio.to_thread(copies.backup, source, keys.draw("database"), target)
    except AssistantError:
        await _note(work, clock, actor, AuditKind.DISCLOSURE, DISCLOSED, "failed")
        raise
    await _note(work, clock, actor, AuditKind.DISCLOSURE, DISCLOSED, "done")
    return report


async def restore(clock: Clock, actor: Actor, url: str, keys: Keys, source: Path) -> Restored:
    """Puts a backup where no database is; the restored register's own trail tells of it."""
    actor.must(Permission.KEEP_DATABASE)
    report = await asyncio.to_thread(copies.restore, source, keys.draw("database"), copies.file_of(url))
    return Restored(report, await _tell(clock, actor, url, keys))


async def replace(clock: Clock, actor: Actor, url: str, keys: Keys, source: Path) -> Restored:
    """Puts a backup in the place of a database that nobody uses, and keeps that one beside it."""
    actor.must(Permission.KEEP_DATABASE)
    report, aside = await asyncio.to_thread(copies.replace, source, keys.draw("database"), copies.file_of(url), clock())
    return Restored(report, await _tell(clock, actor, url, keys), aside)


async def _tell(clock: Clock, actor: Actor, url: str, keys: Keys) -> str:
    database = open_database(url, keys, actor.force)
    try:
        _, schema = await migrate(database.engine)
        await _note(database.work, clock, actor, AuditKind.ALTERATION, RESTORED, "done")
    finally:
        await database.close()
    return schema


async def _note(work: Work, clock: Clock, actor: Actor, kind: AuditKind, event: str, outcome: str) -> None:
    async with work() as uow:
        await uow.audit.note(AuditEntry(clock(), actor.id, kind, event, "register", outcome=outcome))
