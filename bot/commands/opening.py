"""Opening the database that the settings name, once it is safe to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.commands.acting import DEMO_MARK
from bot.settings import Settings
from domain.clock import Clock
from domain.errors import AssistantError
from services.force_pages import ForcePages
from services.policies import Policies, policy_job
from storage.database import open_database
from storage.keys import Keys, read_key
from storage.migrate import MIGRATE, require_current
from storage.reindex import require_index
from storage.work import Database

NO_DATABASE = (
    "No database: set NMO_DATABASE_URL to sqlite:///path/to/nmo.db or a postgresql:// address. '.venv/bin/python app.py demo' needs none."
)
NOT_SET_UP = f"The database has not been set up. {MIGRATE}"
UNSEALED = (
    "PostgreSQL is for made-up data until every personal field is sealed. "
    "Use the encrypted embedded database, or set NMO_ALLOW_UNSEALED_POSTGRESQL=true if you accept that."
)


@asynccontextmanager
async def opened(settings: Settings) -> AsyncIterator[Database]:
    """The database at the current schema; nothing is made or changed. PostgreSQL only for a demonstration, or where the force accepts it."""
    _demand_file(settings)
    async with opened_as_it_is(settings) as database:
        await require_current(database.engine)
        await require_index(database)
        if settings.database_url.startswith("postgresql") and not settings.allow_unsealed_postgresql:
            await _demand_made_up_data(database)
        yield database


@asynccontextmanager
async def opened_as_it_is(settings: Settings) -> AsyncIterator[Database]:
    keys = keys_of(settings)
    if not settings.database_url:
        raise AssistantError(NO_DATABASE)
    database = open_database(settings.database_url, keys, settings.force)
    try:
        yield database
    finally:
        await database.close()


@dataclass(frozen=True)
class ForceFiles:
    """What a force decides and writes itself, as it stands now."""

    policies: Policies
    pages: ForcePages

    async def refresh(self) -> None:
        """Takes up what has changed; the pages follow the policy."""
        job = policy_job(self.pages.force)
        await self.policies.refresh(job)
        await self.pages.refresh(job)


async def force_files_of(settings: Settings, database: Database, clock: Clock) -> ForceFiles:
    policies = await policies_of(settings, database, clock)
    pages = ForcePages(database.work, database.reading, clock, settings.forces_dir, settings.force, policies.now)
    await pages.load(policy_job(settings.force))
    return ForceFiles(policies, pages)


async def policies_of(settings: Settings, database: Database, clock: Clock) -> Policies:
    """The force's own policy, read; a file that is wrong stops the command with one line."""
    policies = Policies(database.work, clock, settings.forces_dir, settings.force)
    await policies.load(policy_job(settings.force))
    database.policy = policies.now
    return policies


def _demand_file(settings: Settings) -> None:
    """Opening a file that is not there would make an empty one."""
    keys_of(settings)
    if settings.database_url.startswith("sqlite:///") and not Path(settings.database_url.removeprefix("sqlite:///")).exists():
        raise AssistantError(NOT_SET_UP)


async def _demand_made_up_data(database: Database) -> None:
    async with database.reading() as uow:
        if await uow.marks.get(DEMO_MARK) is None:
            raise AssistantError(UNSEALED)


def keys_of(settings: Settings) -> Keys:
    return read_key(settings.master_key_file)


def demand_production(settings: Settings) -> None:
    """What a bot that serves a force must have; one line names all that is missing."""
    needed = {
        "NMO_FORCE": "force" in settings.model_fields_set,
        "NMO_APP_ID": settings.app_id,
        "NMO_TENANT_ID": settings.tenant_id,
        "NMO_APP_SECRET_FILE": settings.app_secret_file,
        "NMO_DATABASE_URL": settings.database_url,
        "NMO_MASTER_KEY_FILE": settings.master_key_file,
    }
    missing = [name for name, value in needed.items() if not value]
    if missing:
        raise AssistantError(
            f"Not started: set {', '.join(missing)}. docs/settings.md says what each is; '.venv/bin/python app.py demo' needs none."
        )
    if settings.database_url.startswith("postgresql") and not settings.allow_unsealed_postgresql:
        raise AssistantError(UNSEALED)
