"""Keeping the register: backup and restore by the administrator, each in the trail."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace as changed
from datetime import datetime
from pathlib import Path
from uuid import UUID

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import AssistantError
from domain.officers import Actor, Permission
from services.erased_again import AgainErased, erase_again
from storage import backup as copies
from storage.backup import CopyReport
from storage.database import open_database
from storage.erased_list import ErasedList, joined, known_in
from storage.keys import Keys
from storage.reindex import bring_up_to_date
from storage.work import Work

DISCLOSED = "keeping:backup:made"
RESTORED = "keeping:backup:restored"
LONGEST_NAME = 100
MIGRATED = "keeping:schema:migrated"


@dataclass(frozen=True)
class Restored:
    """The verified copy now in place, the schema it was brought to, of which moment it is, where the database before it lies, if there was one, and what was erased in it again, where a list of erasures was found."""

    report: CopyReport
    schema: str
    as_of: datetime | None = None
    aside: Path | None = None
    again: AgainErased | None = None


@dataclass(frozen=True)
class By:
    """Who restores: `named`, an administrator in the backup; and the files that may know what was erased since it was made."""

    named: UUID | None = None
    lists: Sequence[Path] = ()


NOBODY_NAMED = By()


async def backup(work: Work, clock: Clock, actor: Actor, url: str, keys: Keys, target: Path, system_user: str) -> CopyReport:
    """Copies the embedded database, in use or not. The trail holds the intent before a byte is copied, so the backup tells of itself too.

    Its recipient is the file; of the folders above, which may bear a person's name, nothing is kept.
    """
    actor.must(Permission.KEEP_DATABASE)
    source = copies.file_of(url)
    await _disclosed(work, clock, actor.id, target, system_user, "begun")
    try:
        report = await asyncio.to_thread(copies.backup, source, keys.draw("database"), target)
    except AssistantError:
        await _disclosed(work, clock, actor.id, target, system_user, "failed")
        raise
    await _disclosed(work, clock, actor.id, target, system_user, "done")
    return report


async def restore(clock: Clock, actor: Actor, url: str, keys: Keys, source: Path, system_user: str, by: By = NOBODY_NAMED) -> Restored:
    """Puts a backup where no database is; the restored register's own trail tells of it. What the lists know to be erased is erased in it again."""
    actor.must(Permission.KEEP_DATABASE)
    await _demand_administrator(actor.force, keys, source, by.named)
    known = known_in(by.lists, keys, actor.force)
    report = await asyncio.to_thread(copies.restore, source, keys.draw("database"), copies.file_of(url))
    return await _told(clock, actor, url, keys, system_user, by, Restored(report, ""), known)


async def replace(clock: Clock, actor: Actor, url: str, keys: Keys, source: Path, system_user: str, by: By = NOBODY_NAMED) -> Restored:
    """Puts a backup in the place of a database that nobody uses, and keeps that one beside it; what was erased in that one is erased again too."""
    actor.must(Permission.KEEP_DATABASE)
    await _demand_administrator(actor.force, keys, source, by.named)
    place, now = copies.file_of(url), clock()
    there = await asyncio.to_thread(copies.erased_in, place, keys.draw("database"), actor.force)
    known = joined(known_in(by.lists, keys, actor.force), None if there is None else ErasedList(now, there))
    report, aside = await asyncio.to_thread(copies.replace, source, keys.draw("database"), place, now)
    return await _told(clock, actor, url, keys, system_user, by, Restored(report, "", aside=aside), known)


async def _demand_administrator(force: str, keys: Keys, source: Path, named: UUID | None) -> None:
    """The register that is to come back knows best who its administrators are, and there may be no other to ask."""
    if named is None:
        return
    if named not in await asyncio.to_thread(copies.administrators, source, keys.draw("database"), force):
        raise AssistantError("Only somebody who is an active administrator in the backup may be named with --as. Nothing was changed.")


async def note_migration(work: Work, clock: Clock, actor: Actor, schema: str, system_user: str) -> None:
    """Puts on the trail that the database was brought to this schema: nothing can be noted in one that is not current."""
    actor.must(Permission.KEEP_DATABASE)
    async with work() as uow:
        await uow.audit.note(AuditEntry(clock(), actor.id, AuditKind.ALTERATION, MIGRATED, REGISTER, schema, typed=system_user))


async def _told(
    clock: Clock, actor: Actor, url: str, keys: Keys, system_user: str, by: By, put: Restored, known: ErasedList | None
) -> Restored:
    """When the backup was begun it tells itself; nobody can open the register before what was erased is out of it again."""
    database = open_database(url, keys, actor.force)
    try:
        _, schema = await bring_up_to_date(database)
        async with database.work() as uow:
            as_of = await uow.audit.last_at(DISCLOSED)
            entry = AuditEntry(clock(), by.named or actor.id, AuditKind.ALTERATION, RESTORED, REGISTER, typed=system_user)
            await uow.audit.note(entry)
        again = None if known is None else await erase_again(database.work, clock, actor, known, system_user, by.named)
    finally:
        await database.close()
    return changed(put, schema=schema, as_of=as_of, again=again)


async def _disclosed(work: Work, clock: Clock, who: UUID, target: Path, system_user: str, outcome: str) -> None:
    async with work() as uow:
        await uow.audit.note(
            AuditEntry(
                clock(),
                who,
                AuditKind.DISCLOSURE,
                DISCLOSED,
                REGISTER,
                outcome,
                recipient=target.name[:LONGEST_NAME],
                typed=system_user,
            )
        )
