"""The embedded database's file: closed to everybody else, honest when the disk is full, patient when it is held."""

import asyncio
import sqlite3
from pathlib import Path
from random import Random
from time import monotonic
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.conversations import Message
from domain.errors import AssistantError, Busy, StorageFull
from storage.database import open_database
from storage.keys import Keys, KeyTrouble
from storage.sqlite import open_file
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.fakes.clock import NOON
from tests.fakes.heartbeat import Heartbeat, later

# Of no pattern: what repeats itself is kept small.
BIG = {"type": "message", "text": Random(1).randbytes(1_000_000).hex()}


def file_of(database: Database) -> Path:
    return Path(str(database.engine.url.database))


async def mark(database: Database, name: str, value: str) -> None:
    async with database.work() as uow:
        await uow.marks.put(name, value)


async def test_the_stock_sqlite_module_cannot_open_the_file(embedded: Database) -> None:
    await mark(embedded, "secret", "Jade Marlow")
    stock = sqlite3.connect(file_of(embedded))
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        stock.execute("SELECT * FROM sqlite_master")
    stock.close()
    beside = [path.read_bytes() for path in file_of(embedded).parent.glob("register.db*")]
    assert [b"Jade" in content or b"SQLite format" in content for content in beside] == [False] * len(beside)


async def test_the_file_and_what_lies_beside_it_are_their_owners_alone(embedded: Database) -> None:
    await mark(embedded, "kept", "yes")
    modes = {path.name: oct(path.stat().st_mode & 0o777) for path in file_of(embedded).parent.glob("register.db*")}
    assert set(modes) >= {"register.db", "register.db-wal"}
    assert set(modes.values()) == {"0o600"}


async def test_another_key_is_refused_in_words_and_the_right_one_still_opens(embedded: Database) -> None:
    await mark(embedded, "kept", "yes")
    wrong = open_database(f"sqlite:///{file_of(embedded)}", Keys(bytes(32)), FORCE)
    for opening in (wrong.reading, wrong.work):
        with pytest.raises(KeyTrouble, match="NMO_MASTER_KEY_FILE"):
            async with opening() as uow:
                await uow.marks.get("kept")
    await wrong.close()
    async with embedded.reading() as uow:
        assert await uow.marks.get("kept") == "yes"


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://here/nmo"])
def test_an_address_that_names_no_encrypted_file_and_no_postgresql_is_refused(url: str) -> None:
    with pytest.raises(AssistantError, match="NMO_DATABASE_URL"):
        open_database(url, KEYS, FORCE)


async def test_the_file_keeps_what_was_committed_through_a_power_cut_and_overwrites_what_was_deleted(embedded: Database) -> None:
    async with embedded.reading() as uow:
        told = [
            await uow.connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        ]
    assert told == ["wal", 2, 1, 1]


async def test_a_full_disk_is_said_nothing_is_half_saved_and_it_works_again_when_there_is_room(embedded: Database) -> None:
    async with embedded.work() as uow:
        pages = await uow.connection.scalar(text("PRAGMA page_count"))
        await uow.connection.execute(text(f"PRAGMA max_page_count = {pages + 20}"))
    with pytest.raises(StorageFull, match="nothing was saved"):
        async with embedded.turn("c") as uow:
            await uow.marks.put("before", "the big one")
            async with embedded.work() as inner:
                await inner.messages.add([Message(uuid4(), "c", BIG, NOON)])
    async with embedded.reading() as uow:
        assert await uow.marks.get("before") is None
        assert await uow.messages.since("c", 0, NOON) == []
        await uow.connection.execute(text("PRAGMA max_page_count = 100000"))
    async with embedded.work() as uow:
        await uow.messages.add([Message(uuid4(), "c", BIG, NOON)])
    async with embedded.reading() as uow:
        assert len(await uow.messages.since("c", 0, NOON)) == 1


async def test_while_another_process_holds_the_file_each_caller_is_told_within_three_seconds_and_nobody_else_waits(
    embedded: Database,
) -> None:
    other = open_file(file_of(embedded), KEYS.draw("database"))
    other.execute("BEGIN IMMEDIATE")

    async def refused() -> float:
        began = monotonic()
        with pytest.raises(Busy, match="try again"):
            await mark(embedded, "while", "held")
        return monotonic() - began

    async with Heartbeat() as heart:
        first = asyncio.create_task(refused())
        await later(1)
        second = asyncio.create_task(refused())
        async with embedded.reading() as uow:
            assert await uow.marks.get("while") is None
        waits = await asyncio.gather(first, second)
    other.execute("ROLLBACK")
    other.close()
    assert max(waits) < 3
    assert heart.longest < 1
    await mark(embedded, "while", "free")
