"""Who a command acts for: the officer named with --as, and the operating system's user beside that officer in the trail."""

import getpass
from collections.abc import Callable
from uuid import UUID

from bot.identity import NOBODY
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import AssistantError
from domain.officers import Actor, Officer, Permission, Role, SystemJob
from storage.work import Database

DEMO_MARK = "demo"
NO_ID = "--as takes an officer's id, as 'people import' brought it in."


class WrongCommand(AssistantError):
    """The command was called wrongly: exit status 2, where a failure of the work is 1."""


async def acting(database: Database, clock: Clock, named: str | None, command: str) -> Officer:
    """Outside a demonstration only an administrator may be named; the trail holds a refusal too."""
    id = named_id(named)
    async with database.work() as uow:
        officer = None if id is None else await uow.officers.get(id)
        made_up = await uow.marks.get(DEMO_MARK) is not None
        refusal = NO_ID if id is None else _refusal(officer, made_up=made_up)
        await uow.audit.note(run_line(clock, id or NOBODY, command, "refused" if refusal else "done"))
    if officer is None or refusal:
        raise AssistantError(refusal)
    return officer


async def acting_or_first(database: Database, clock: Clock, named: str | None, command: str) -> Actor:
    """As `acting`; on a register with no officers yet the first import needs nobody to be named."""
    if named is not None:
        return await acting(database, clock, named, command)
    first = SystemJob("first-run", database.force, frozenset({Permission.IMPORT_PEOPLE}))
    async with database.work() as uow:
        taken = bool(await uow.officers.all())
        await uow.audit.note(run_line(clock, NOBODY if taken else first.id, command, "refused" if taken else "done"))
    if taken:
        raise WrongCommand("--as is missing. Say who you are: --as OFFICER_ID (an administrator).")
    return first


async def note_free_identities(database: Database, clock: Clock, warn: Callable[[str], None]) -> None:
    """With --dev whoever is at the machine chooses who to be: where the people are not made up, the trail says from when on that was so."""
    async with database.work() as uow:
        if await uow.marks.get(DEMO_MARK) is not None:
            return
        await uow.audit.note(run_line(clock, NOBODY, "serve-dev", "anybody"))
    warn("--dev: the people of this register were not made up by 'demo'. The trail says that from now on anybody could act as any of them.")


def run_line(clock: Clock, actor: UUID, command: str, outcome: str = "done") -> AuditEntry:
    """The operating system's user name is sealed like anything typed: it may be a person's name."""
    event = f"command:{command}:run"
    return AuditEntry(clock(), actor, AuditKind.CONSULTATION, event, str(actor), outcome, channel="command", typed=system_user())


def system_user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def named_id(named: str | None) -> UUID | None:
    try:
        return UUID(named or "")
    except ValueError:
        return None


def _refusal(officer: Officer | None, *, made_up: bool) -> str:
    """Empty where the officer may be named."""
    if officer is None or not officer.active:
        return "Nobody active has the id given with --as. 'people import' brings officers in."
    if not made_up and Role.ADMIN not in officer.roles:
        return "Outside the demonstration only an administrator may be named with --as."
    return ""
