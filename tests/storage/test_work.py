"""One transaction a use case: commits whole, rolls back whole, joins a turn, waits politely."""

import asyncio
from pathlib import Path

import pytest

from domain.conversations import Conversation
from domain.errors import Busy, NotAllowed, Outdated
from domain.policies import Policy
from storage.sqlite import open_file
from storage.work import Database
from tests.databases import KEYS
from tests.fakes.clock import NOON
from tests.people import RESPONSE, VLO


async def test_what_a_use_case_writes_is_there_afterwards(database: Database) -> None:
    async with database.work() as uow:
        await uow.officers.save([RESPONSE, VLO])
    async with database.work() as uow:
        assert await uow.officers.get(RESPONSE.id) == RESPONSE
        assert [one.name for one in await uow.officers.all()] == ["Robin Response", "Vic Liaison"]


async def test_what_only_reads_goes_by_the_policy_of_the_force_as_what_writes_does(database: Database) -> None:
    database.policy = lambda: Policy(asks_reason=False)
    async with database.reading() as read, database.work() as written:
        assert (read.policy(), written.policy()) == (Policy(asks_reason=False), Policy(asks_reason=False))


async def test_a_refused_use_case_leaves_nothing(database: Database) -> None:
    with pytest.raises(NotAllowed):
        async with database.work() as uow:
            await uow.marks.put("half", "done")
            raise NotAllowed("no")
    async with database.reading() as uow:
        assert await uow.marks.get("half") is None


async def test_a_use_case_in_a_turn_commits_with_the_turn(database: Database) -> None:
    with pytest.raises(NotAllowed):
        async with database.turn("c"):
            async with database.work() as uow:
                await uow.marks.put("inner", "done")
            raise NotAllowed("the turn fails after the use case")
    async with database.reading() as uow:
        assert await uow.marks.get("inner") is None


async def test_a_refused_use_case_in_a_turn_spoils_only_itself(database: Database) -> None:
    async with database.turn("c") as turn:
        await turn.marks.put("before", "kept")
        with pytest.raises(NotAllowed):
            async with database.work() as uow:
                await uow.marks.put("inner", "lost")
                raise NotAllowed("no")
        await turn.marks.put("after", "kept")
    async with database.reading() as uow:
        assert [await uow.marks.get(name) for name in ("before", "inner", "after")] == ["kept", None, "kept"]


async def test_two_turns_of_one_conversation_do_not_overlap(database: Database) -> None:
    async def add_one() -> None:
        async with database.turn("c") as uow:
            so_far = int(await uow.marks.get("count") or "0")
            await asyncio.sleep(0)
            await uow.marks.put("count", str(so_far + 1))

    await asyncio.gather(*(add_one() for _ in range(12)))
    async with database.reading() as uow:
        assert await uow.marks.get("count") == "12"


async def test_a_database_held_by_another_process_is_busy_and_nothing_is_lost(embedded: Database) -> None:
    other = open_file(Path(str(embedded.engine.url.database)), KEYS.draw("database"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy, match="try again"):
        async with embedded.work() as uow:
            await uow.marks.put("while", "held")
    other.execute("ROLLBACK")
    other.close()
    async with embedded.work() as uow:
        await uow.marks.put("while", "free")
        assert await uow.marks.get("while") == "free"


async def test_a_state_saved_elsewhere_meanwhile_is_not_overwritten(database: Database) -> None:
    async with database.work() as uow:
        first = await uow.conversations.save(Conversation("c", "webchat"), NOON)
    async with database.work() as uow:
        await uow.conversations.save(first, NOON)
    with pytest.raises(Outdated):
        async with database.work() as uow:
            await uow.conversations.save(first, NOON)
