"""What `demo` needs before it serves: a key, a database of its own, and the mark that says so."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.commands.acting import DEMO_MARK
from bot.settings import Settings
from domain.errors import AssistantError
from storage.keys import new_key
from storage.migrate import current
from storage.reindex import bring_up_to_date
from storage.work import Database

LOADING, READY = "loading", "ready"


def demo_settings(settings: Settings, folder: Path) -> Settings:
    """The settings given, with a key and a database file in the project's own folder where none is named."""
    key = settings.master_key_file or folder / "master.key"
    key.parent.mkdir(parents=True, exist_ok=True)
    if not key.exists():
        new_key(key)
    return settings.model_copy(update={"master_key_file": key, "database_url": settings.database_url or f"sqlite:///{folder / 'nmo.db'}"})


async def made_ready(database: Database, fill: Callable[[], Awaitable[None]], write: Callable[[str], None]) -> None:
    """Fills an empty database and marks it; a marked one is opened again, any other refused."""
    if not await current(database.engine):
        await bring_up_to_date(database)
        await _mark(database, LOADING)
    await bring_up_to_date(database)
    async with database.reading() as uow:
        mark = await uow.marks.get(DEMO_MARK)
    if mark is None:
        raise AssistantError(
            "That database is not a demonstration's, so nothing was put into it. Unset NMO_DATABASE_URL, or name an empty one."
        )
    if mark == LOADING:
        write("Loading the made-up force ...")
        await fill()
        await _mark(database, READY)


async def _mark(database: Database, value: str) -> None:
    async with database.work() as uow:
        await uow.marks.put(DEMO_MARK, value)
