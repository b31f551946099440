"""`erase`: one record, on a ground, by the administrator."""

from argparse import Namespace
from collections.abc import Callable

import orjson

from bot.cards.retention import erased_words
from bot.commands.acting import acting
from bot.commands.opening import opened
from bot.settings import Settings
from domain.clock import utc_now
from services.erasing import erase_by_reference


async def erase(settings: Settings, asked: Namespace, tell: Callable[[str], None] = print) -> None:
    async with opened(settings) as database:
        officer = await acting(database, utc_now, asked.officer, "erase")
        done = await erase_by_reference(database.work, utc_now, officer, asked.reference.strip().upper(), asked.ground)
    tell(orjson.dumps(vars(done)).decode() if asked.json else erased_words(done))
