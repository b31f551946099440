"""A transaction that breaks at any point leaves the database, the pool and the writer's place as if it had never been."""

import asyncio
from time import monotonic

import pytest
from sqlalchemy import text

from domain.errors import Busy
from storage.database import open_beside
from storage.work import BESIDE_AT_A_TIME, Database
from tests.databases import KEYS

# A reference that is only checked at the commit, so that the commit itself fails.
_PARENT = "CREATE TABLE parent (id INTEGER PRIMARY KEY)"
_CHILD = "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)"


async def put(database: Database, name: str, value: str) -> None:
    async with database.turn("c") as uow:
        await uow.marks.put(name, value)


async def kept(database: Database, name: str) -> str | None:
    async with database.reading() as uow:
        return await uow.marks.get(name)


async def test_after_a_commit_that_failed_nothing_is_saved_and_the_connection_serves_again(database: Database) -> None:
    async with database.work() as uow:
        await uow.connection.execute(text(_PARENT))
        await uow.connection.execute(text(_CHILD))
    for _ in range(12):
        with pytest.raises(Exception, match=r"(?i)foreign key"):
            async with database.work() as uow:
                await uow.marks.put("half", "saved")
                await uow.connection.execute(text("INSERT INTO child VALUES (1, 99)"))
    assert await kept(database, "half") is None
    await put(database, "after", "well")
    assert await kept(database, "after") == "well"


async def test_a_turn_that_is_cut_off_lets_the_next_one_in_and_leaves_nothing(database: Database) -> None:
    inside = asyncio.Event()

    async def hang() -> None:
        async with database.turn("c") as uow:
            await uow.marks.put("half", "saved")
            inside.set()
            await asyncio.Event().wait()

    for _ in range(3):
        inside.clear()
        turn = asyncio.create_task(hang())
        await inside.wait()
        turn.cancel()
        with pytest.raises(asyncio.CancelledError):
            await turn
    began = monotonic()
    await put(database, "next", "served")
    assert monotonic() - began < 1
    assert [await kept(database, name) for name in ("half", "next")] == [None, "served"]


async def test_cut_off_at_any_step_a_turn_is_whole_or_not_there_and_the_next_is_served(database: Database) -> None:
    async def both(value: str) -> None:
        async with database.turn("c") as uow:
            await uow.marks.put("one", value)
            await asyncio.sleep(0)
            await uow.marks.put("two", value)

    for steps in range(40):
        turn = asyncio.create_task(both(f"try {steps}"))
        for _ in range(steps):
            await asyncio.sleep(0)
        turn.cancel()
        await asyncio.gather(turn, return_exceptions=True)
        assert await kept(database, "one") == await kept(database, "two")
        await put(database, "next", str(steps))
        assert await kept(database, "next") == str(steps)


async def test_a_conversation_held_elsewhere_is_busy_within_three_seconds_and_others_go_on(on_postgres: Database) -> None:
    async with on_postgres.turn("c") as uow:
        await uow.marks.put("holder", "inside")
        began = monotonic()

        async def elsewhere(conversation: str) -> None:
            async with on_postgres.turn(conversation):
                pass

        with pytest.raises(Busy, match="try again"):
            await asyncio.create_task(elsewhere("c"))
        assert monotonic() - began < 3
        await asyncio.create_task(elsewhere("another"))
    assert await kept(on_postgres, "holder") == "inside"


async def test_of_two_that_wait_for_each_other_one_is_asked_to_try_again_and_the_other_is_served(on_postgres: Database) -> None:
    names = ("one", "two")
    for name in names:
        await put(on_postgres, name, "free")
    both = asyncio.Barrier(2)

    async def take(first: str, second: str) -> None:
        async with on_postgres.work() as uow:
            await uow.marks.put(first, second)
            await both.wait()
            await uow.marks.put(second, second)

    ended = await asyncio.gather(take(*names), take(*reversed(names)), return_exceptions=True)
    assert [type(end) for end in ended if end is not None] == [Busy]
    assert len({await kept(on_postgres, name) for name in names}) == 1


async def test_more_callers_than_connections_are_served_or_told_they_must_wait(on_postgres: Database) -> None:
    async def one(number: int) -> None:
        await put(on_postgres, f"n{number}", "done")

    ended = await asyncio.gather(*(one(number) for number in range(40)), return_exceptions=True)
    assert [end for end in ended if end is not None] == []


async def test_forces_beside_each_other_come_in_a_few_at_a_time_and_none_is_sent_away(on_postgres: Database) -> None:
    forces = [open_beside(on_postgres, KEYS, f"force{number}") for number in range(40)]
    inside, most = 0, 0

    async def one(database: Database) -> None:
        nonlocal inside, most
        async with database.work() as uow:
            inside += 1
            most = max(most, inside)
            await uow.marks.put("turn", "taken")
            async with database.reading() as beside:
                assert await beside.marks.get("turn") is None
            inside -= 1

    await asyncio.gather(*(one(database) for database in forces))
    assert most == BESIDE_AT_A_TIME
    assert [await kept(database, "turn") for database in forces] == ["taken"] * 40
