"""Bringing a database to the current schema, and telling whether it is there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

import asyncpg
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from domain.errors import AssistantError, Busy, StorageFull
from storage.sqlite import IMMEDIATE
from storage.statistics import tell_planner

_FOLDER = Path(__file__).parent / "migrations"
_LOCK = 6_201_962_000
MIGRATE = "Run '.venv/bin/python app.py migrate'."


class WrongSchema(AssistantError):
    """The database is not one that this program can work with as it stands."""


def configuration() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(configuration())


@cache
def head() -> str:
    """The schema this program works with."""
    return _scripts().get_current_head() or ""


async def current(engine: AsyncEngine) -> str:
    """The schema the database is at; empty where it was never migrated."""
    async with plainly(), engine.connect() as connection:
        return await connection.run_sync(_revision)


async def require_current(engine: AsyncEngine) -> None:
    """Raises WrongSchema with one plain line where the database is not at the schema of this program."""
    async with _reached():
        found = await current(engine)
    _refuse_newer(found)
    if not found:
        raise WrongSchema(f"The database has not been set up. {MIGRATE}")
    if found != head():
        raise WrongSchema(f"The database is at schema {found} and this program needs {head()}. {MIGRATE}")


async def migrate(engine: AsyncEngine) -> tuple[str, str]:
    """The schema before (empty for an empty database) and after. All steps are one transaction; a second run does nothing."""
    async with _reached(), plainly(), _alone(engine) as connection:
        before = await connection.run_sync(_revision)
        _refuse_newer(before)
        if before != head():
            await connection.run_sync(_upgrade)
            await connection.run_sync(tell_planner)
        return before, await connection.run_sync(_revision)


@asynccontextmanager
async def _alone(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """One migration at a time, across processes."""
    async with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            await connection.execution_options(isolation_level=IMMEDIATE)
        async with connection.begin():
            if engine.dialect.name == "postgresql":
                await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            yield connection


def _revision(connection: Connection) -> str:
    return MigrationContext.configure(connection).get_current_revision() or ""


def _upgrade(connection: Connection) -> None:
    tables = set(inspect(connection).get_table_names()) - {"alembic_version"}
    if not _revision(connection) and tables:
        raise WrongSchema("The database holds tables that this program's migrations did not make; nothing was changed. Name an empty one.")
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _refuse_newer(found: str) -> None:
    known = {script.revision for script in _scripts().walk_revisions()}
    if found and found not in known:
        raise WrongSchema(f"The database is at schema {found}, which this program (schema {head()}) does not know: run the newer program.")


@asynccontextmanager
async def _reached() -> AsyncIterator[None]:
    """A server that is away, or that does not let us in, as one line for who starts a command."""
    try:
        yield
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as trouble:
        raise WrongSchema(
            f"The database cannot be reached ({type(trouble).__name__}): look at NMO_DATABASE_URL, and whether its server runs."
        ) from trouble


@asynccontextmanager
async def plainly() -> AsyncIterator[None]:
    """What the database refuses while it is opened or migrated, in words a person can act on."""
    try:
        yield
    except DBAPIError as trouble:
        said = str(trouble.orig)
        if "not a database" in said:
            raise WrongSchema("The database does not open with this key: set NMO_MASTER_KEY_FILE to the key it was made with.") from trouble
        if "unable to open" in said:
            raise WrongSchema("The database file cannot be opened: look at NMO_DATABASE_URL and the folder's permissions.") from trouble
        if "full" in said:
            raise StorageFull("The disk is full: the database was left as it was.") from trouble
        if "locked" in said or "lock timeout" in said:
            raise Busy("The database is in use by another process: stop it, or try again in a moment.") from trouble
        raise
