"""`print`, and the job that makes the same each morning: the register as an encrypted PDF in the force's own folder."""

import asyncio
import os
from collections.abc import Callable
from datetime import time, timedelta
from functools import partial
from pathlib import Path

import structlog

from bot.commands.acting import acting, system_user
from bot.commands.opening import opened
from bot.files.daily_print import name_of, printed
from bot.settings import Settings
from domain.clock import Clock
from domain.errors import AssistantError
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Permission
from services.daily_print import DailyPrint, print_job, take_print
from storage.secret_files import read_secret_text
from storage.work import Database

LEAST_LETTERS = 16
AT = time(5)
KEPT = timedelta(days=7)
SHORT = f"The passphrase of the print has fewer than {LEAST_LETTERS} letters: anybody with the file could try them all."
log = structlog.get_logger(__name__)


async def print_now(settings: Settings, clock: Clock, officer: str, file: Path, write: Callable[[str], None]) -> None:
    passphrase = _passphrase(settings)
    async with opened(settings) as database:
        actor = await acting(database, clock, officer, "print")
        actor.must(Permission.KEEP_DATABASE)
        found = await take_print(database.work, database.reading, clock, actor, system_user())
        await _written(found, passphrase, file)
    write(
        f"{file}: {len(found.orders):,} orders and {len(found.contacts):,} contacts. It opens in any PDF reader, with the passphrase only."
    )


async def print_daily(settings: Settings, database: Database, clock: Clock) -> bool:
    """From five in the morning in London, until the file of the day is there; older prints are taken away. Without a folder none is made."""
    now = clock()
    if settings.print_dir is None or now < clock_at(to_london(now).date(), AT):
        return False
    file = settings.print_dir / name_of(database.force, now)
    if file.exists():
        return False
    passphrase = _passphrase(settings)
    found = await take_print(database.work, database.reading, clock, print_job(database.force))
    await _written(found, passphrase, file)
    oldest = name_of(database.force, now - KEPT)
    for old in sorted(settings.print_dir.glob(f"nmo-print-{database.force}-*.pdf")):
        if old.name < oldest:
            old.unlink()
    log.info("daily_print_made", orders=len(found.orders))
    return True


async def _written(found: DailyPrint, passphrase: str, file: Path) -> None:
    """Whole or not at all, and for nobody else to read. Setting out many pages takes a while, in which everybody else goes on."""
    content = await asyncio.to_thread(partial(printed, found, passphrase))
    beside = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(file)
    except OSError as trouble:
        raise AssistantError(f"{file} cannot be written ({trouble.strerror}).") from trouble


def _passphrase(settings: Settings) -> str:
    passphrase = read_secret_text(settings.print_passphrase_file, "passphrase of the print", "NMO_PRINT_PASSPHRASE_FILE")
    if len(passphrase) < LEAST_LETTERS:
        raise AssistantError(SHORT)
    return passphrase
