"""Who a command acts for: the officer named with --as, and the operating system's user beside him in the trail."""

import getpass
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import AssistantError
from domain.officers import Actor, Officer, Permission, Role, SystemJob
from storage.work import Database

DEMO_MARK = "demo"


async def acting(database: Database, clock: Clock, named: str | None, command: str) -> Officer:
    """Outside a demonstration only an administrator may be named."""
    async with database.work() as uow:
        officer = await uow.officers.get(_id(named))
        if officer is None or not officer.active:
            raise AssistantError("Nobody active has the id given with --as. 'people import' brings officers in.")
        if await uow.marks.get(DEMO_MARK) is None and Role.ADMIN not in officer.roles:
            raise AssistantError("Outside the demonstration only an administrator may be named with --as.")
        await uow.audit.note(run_line(clock, officer, command))
    return officer


async def acting_or_first(database: Database, clock: Clock, named: str | None, command: str) -> Actor:
    """As `acting`; on a register with no officers yet the first import needs nobody to be named."""
    if named is not None:
        return await acting(database, clock, named, command)
    first = SystemJob("first-run", database.force, frozenset({Permission.IMPORT_PEOPLE}))
    async with database.work() as uow:
        if await uow.officers.all():
            raise AssistantError("Say who you are: --as OFFICER_ID (an administrator).")
        await uow.audit.note(run_line(clock, first, command))
    return first


def run_line(clock: Clock, actor: Actor, command: str) -> AuditEntry:
    """The operating system's user name is sealed like anything typed: it may be a person's name."""
    return AuditEntry(
        clock(), actor.id, AuditKind.CONSULTATION, f"command:{command}:run", str(actor.id), channel="command", typed=_system_user()
    )


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def _id(named: str | None) -> UUID:
    try:
        return UUID(named or "")
    except ValueError as trouble:
        raise AssistantError("--as takes an officer's id, as 'people import' brought it in.") from trouble
