"""`erase`: one record, on a ground, by the administrator; and the list of what was erased, which a restored backup is told of."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import orjson
import structlog

from bot.cards.retention import erased_words
from bot.commands.acting import WrongCommand, acting, system_user
from bot.commands.opening import keys_of, opened
from bot.settings import Settings
from domain.clock import Clock, utc_now
from domain.errors import AssistantError
from domain.officers import Officer
from services.erased_again import erase_again, keep_list, list_job, put_list
from services.erasing import erase_by_reference
from storage.erased_list import read_list
from storage.work import Database

ONE_OF = "Say one: NMO-XXXXXX with --ground GROUND, or --list FILE, or --again FILE."
log = structlog.get_logger(__name__)


async def erase(settings: Settings, asked: Namespace, tell: Callable[[str], None] = print) -> None:
    if [bool(asked.reference and asked.ground), bool(asked.list), bool(asked.again)].count(True) != 1:
        raise WrongCommand(ONE_OF)
    async with opened(settings) as database:
        officer = await acting(database, utc_now, asked.officer, "erase")
        if asked.list:
            told, words = await _listed(settings, database, officer, asked.list)
        elif asked.again:
            told, words = await _again(settings, database, officer, asked.again)
        else:
            done = await erase_by_reference(database.work, utc_now, officer, asked.reference.strip().upper(), asked.ground)
            await keep_erased_list(settings, database, utc_now)
            told, words = vars(done), erased_words(done)
    tell(orjson.dumps(told).decode() if asked.json else words)


async def keep_erased_list(settings: Settings, database: Database, clock: Clock) -> bool:
    """Where a setting names the file; put anew where something was erased since."""
    if settings.erased_list is None:
        return False
    done = await keep_list(database.work, database.reading, clock, list_job(database.force), keys_of(settings), settings.erased_list)
    if done:
        log.info("erased_list_put")
    return done


async def _listed(settings: Settings, database: Database, officer: Officer, file: Path) -> tuple[dict[str, object], str]:
    held = await put_list(database.work, utc_now, officer, keys_of(settings), file, system_user())
    number = len(held.stones)
    return {"file": str(file), "erased": number}, f"{file} lists {number} erasures, sealed. It opens with the same master key only."


async def _again(settings: Settings, database: Database, officer: Officer, file: Path) -> tuple[dict[str, object], str]:
    known = read_list(file, keys_of(settings), database.force)
    if known is None:
        raise AssistantError(f"There is no list at {file}. Nothing was changed.")
    done = await erase_again(database.work, utc_now, officer, known, system_user())
    words = f"Of {done.knows} erasures that the list knows, {done.erased} had come back and were erased again."
    return {"knows": done.knows, "erased": done.erased}, words
