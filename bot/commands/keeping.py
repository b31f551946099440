"""`key`, `migrate`, `backup`, `restore`, `audit export` and `manifest`."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

import orjson

from bot.commands.acting import NO_ID, acting, named_id, run_line, system_user
from bot.commands.opening import keys_of, opened, opened_as_it_is
from bot.settings import Settings
from bot.teams.package import HOST, PAGES, build_package
from domain.clock import Clock
from domain.errors import AssistantError
from domain.london import long_moment
from domain.officers import Permission, SystemJob
from services import audits, keeping
from services.erased_again import put_list
from storage.erased_list import name_of, read_list
from storage.keys import new_key
from storage.reindex import bring_up_to_date as bring_database_up_to_date

Write = Callable[[str], None]
# The list is put anew once an hour at least.
GAP = timedelta(hours=2)


def make_key(file: Path, write: Write) -> None:
    new_key(file)
    write(f"{file} holds a new master key. Without it the database cannot be read: keep a copy apart from the backups.")


async def bring_up_to_date(settings: Settings, clock: Clock, write: Write) -> None:
    """Whoever holds the key and the files acts as the migration itself; a change of schema is on the register's own trail."""
    actor = SystemJob("migrate", settings.force, frozenset({Permission.KEEP_DATABASE}))
    async with opened_as_it_is(settings) as database:
        before, after = await bring_database_up_to_date(database)
        if before != after:
            await keeping.note_migration(database.work, clock, actor, after, system_user())
    write(f"The database is at {after}." if before == after else f"The database went from {before or 'empty'} to {after}.")


async def back_up(settings: Settings, clock: Clock, officer: str | None, file: Path, write: Write) -> None:
    async with opened(settings) as database:
        actor = await acting(database, clock, officer, "backup")
        keys, beside = keys_of(settings), file.with_name(name_of(settings.force))
        read_list(beside, keys, settings.force)
        report = await keeping.backup(database.work, clock, actor, settings.database_url, keys, file, system_user())
        await put_list(database.work, clock, actor, keys, beside, system_user())
    write(
        f"{file}: {sum(report.rows.values()):,} rows in {len(report.rows)} tables, schema {report.schema}, verified. It opens with the same master key only. "
        f"{beside} beside it lists what was erased: move it along, a restore asks for it."
    )


async def put_back(
    settings: Settings, clock: Clock, officer: str | None, file: Path, write: Write, *, replacing: bool, erased: Path | None = None
) -> None:
    """Whoever holds the key and the files may restore, also where nobody who is an administrator can be had: --as only says who it was."""
    actor = SystemJob("restore", settings.force, frozenset({Permission.KEEP_DATABASE}))
    named = named_id(officer)
    if officer is not None and named is None:
        raise AssistantError(NO_ID)
    lists = [one for one in (_there(erased), settings.erased_list, file.with_name(name_of(settings.force))) if one is not None]
    put = keeping.replace if replacing else keeping.restore
    restored = await put(clock, actor, settings.database_url, keys_of(settings), file, system_user(), keeping.By(named, lists))
    async with opened_as_it_is(settings) as database, database.work() as uow:
        await uow.audit.note(run_line(clock, named or actor.id, "restore"))
    aside = f" The database before it lies at {restored.aside}." if restored.aside else ""
    moment = f" It is the register as it stood on {long_moment(restored.as_of)}; what came after is not in it." if restored.as_of else ""
    write(
        f"Restored and verified: {sum(restored.report.rows.values()):,} rows, schema {restored.schema}.{moment}{aside} {_erased_words(restored, clock())}"
    )


def _there(erased: Path | None) -> Path | None:
    if erased is not None and not erased.is_file():
        raise AssistantError(f"There is no list at {erased}. Nothing was changed.")
    return erased


def _erased_words(restored: keeping.Restored, now: datetime) -> str:
    """What of the erasures since the backup holds, and what nobody can tell."""
    again = restored.again
    if again is None:
        days = "" if restored.as_of is None else f" in the {(now - restored.as_of).days} days since"
        return f"No list of erasures was found: what was erased{days} may be back in it. Before anybody works on it: app.py erase --again FILE --as ADMIN_ID."
    words = f"Of {again.knows} erasures that are known, {again.erased} had come back and were erased again."
    if now - again.list.as_of < GAP:
        return words
    return f"{words} The list is as of {long_moment(again.list.as_of)}: what was erased after it may be back."


async def export_trail(settings: Settings, clock: Clock, officer: str | None, subject: str, write: Write) -> None:
    async with opened(settings) as database:
        actor = await acting(database, clock, officer, "audit-export")
        for line in await audits.export(database.work, clock, actor, subject):
            write(orjson.dumps(line).decode())


def write_package(settings: Settings, host: str, pages: str, asks: Sequence[str], out: Path, write: Write) -> None:
    if not settings.app_id:
        raise AssistantError("The package names the bot's app registration: set NMO_APP_ID.")
    build_package(settings.app_id, host, out, pages, asks)
    made_up = {"its host (name the bot's own with --host)": host == HOST}
    made_up |= {"its support, privacy and terms addresses (name the force's with --pages)": pages == PAGES}
    invented = " and ".join(words for words, true in made_up.items() if true)
    notes = f" Not for Teams yet: {invented} are made up." if invented else ""
    write(f"{out} is the Teams app package for {host}.{notes}")
