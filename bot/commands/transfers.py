"""`transfer key`, `transfer take` and `transfer file`: the force's public key, and sealed files that are carried by hand."""

import os
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from bot.commands.acting import acting
from bot.commands.opening import keys_of, opened, policies_of
from bot.settings import Settings
from domain.clock import Clock, utc_now
from domain.errors import AssistantError
from domain.transfer_rules import public_words
from services import transfers, transfers_in
from storage.keys import Keys
from storage.transfer_seal import LARGEST, OwnKeys
from storage.work import Database

Write = Callable[[str], None]


async def transferred(settings: Settings, asked: Namespace) -> None:
    if asked.what == "key":
        tell_key(keys_of(settings), settings.force, print)
        return
    async with opened(settings) as database:
        await policies_of(settings, database, utc_now)
        if asked.what == "take":
            await take(database, utc_now, asked.officer, asked.file, print)
            return
        await give(database, utc_now, asked.officer, asked.reference, asked.out, print)


def tell_key(keys: Keys, force: str, write: Write) -> None:
    """What other forces put into their policy file; it is public."""
    write(public_words(OwnKeys(keys, force).public))


async def take(database: Database, clock: Clock, officer: str | None, file: Path, write: Write) -> None:
    actor = await acting(database, clock, officer, "transfer-take")
    taken = await transfers_in.take_in(database.work, clock, actor, _content(file))
    again = " It had come before, and nothing was done twice." if taken.again else ""
    write(f"{taken.transfer.reference} of {taken.transfer.other_name} is taken in.{again}")


async def give(database: Database, clock: Clock, officer: str | None, reference: str, out: Path, write: Write) -> None:
    actor = await acting(database, clock, officer, "transfer-file")
    one, content = await transfers.take_file_of(database.work, clock, actor, reference.strip().upper())
    _write(out, content)
    write(f"{out} holds {one.reference}, sealed for {one.other_name} alone.")


def _write(out: Path, content: bytes) -> None:
    """Readable by whoever wrote it alone, and never over another file."""
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as trouble:
        raise AssistantError(f"{out} cannot be written ({trouble.strerror}).") from trouble
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as trouble:
        raise AssistantError(f"{file} cannot be read ({trouble.strerror}).") from trouble
