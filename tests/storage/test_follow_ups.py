"""Clocks and tasks come back as they were kept, each once, with what was said of them sealed."""

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.breaches import tasks, updates
from domain.breaches.tasks import BreachTask
from domain.breaches.updates import UpdateEvent, VictimUpdate
from domain.errors import Outdated
from storage.work import Database
from tests.fakes.clock import NOON
from tests.following_up import ARREST, BY
from tests.people import RESPONSE, VLO

CANARY = "made-up words of Jane Marlow"


def an_update() -> VictimUpdate:
    id = uuid4()
    return VictimUpdate(id, "demo", uuid4(), uuid4(), uuid4(), UpdateEvent.ARREST, ARREST, BY, RESPONSE.id, ARREST)


def a_task(owner: object = RESPONSE.id) -> BreachTask:
    return BreachTask(uuid4(), "demo", uuid4(), uuid4(), "BR-7F3K2D", "cctv", CANARY, True, RESPONSE.id, NOON, NOON)


async def test_a_clock_is_kept_once_and_closed_once(database: Database) -> None:
    update = an_update()
    told = updates.told(update, VLO.id, CANARY, BY)
    async with database.work() as uow:
        assert await uow.victim_updates.add(update)
        assert not await uow.victim_updates.add(replace(update, event=UpdateEvent.BAIL))
        assert await uow.victim_updates.hold(update.id) == update
        assert await uow.victim_updates.owed(update.plan) == [BY]
        await uow.victim_updates.save(told, was_open=True)
        with pytest.raises(Outdated):
            await uow.victim_updates.save(told, was_open=True)
    async with database.work() as uow:
        assert await uow.victim_updates.of_breach(update.breach_id) == [told]
        assert await uow.victim_updates.open_of_plan(update.plan) == []
        assert await uow.victim_updates.hold(uuid4()) is None


async def test_a_task_is_kept_once_and_gives_way_to_no_second_window(database: Database) -> None:
    task = a_task()
    closed = tasks.not_obtainable(task, VLO.id, "overwritten", NOON)
    async with database.work() as uow:
        await uow.breach_tasks.add([task, task])
        await uow.breach_tasks.add([replace(task, label="another")])
        assert await uow.breach_tasks.open_of(RESPONSE.id) == [task]
        await uow.breach_tasks.save(closed)
        with pytest.raises(Outdated):
            await uow.breach_tasks.save(closed)
    async with database.work() as uow:
        assert await uow.breach_tasks.of_breach(task.breach_id) == [closed]
        assert (await uow.breach_tasks.open_of(RESPONSE.id), await uow.breach_tasks.hold(uuid4())) == ([], None)


async def test_what_was_said_of_them_is_sealed(database: Database) -> None:
    update, task = an_update(), a_task()
    async with database.work() as uow:
        await uow.victim_updates.add(update)
        await uow.victim_updates.save(updates.told(update, VLO.id, CANARY, BY), was_open=True)
        await uow.breach_tasks.add([task])
        rows = [(await uow.connection.execute(text(f"SELECT * FROM {table}"))).all() for table in ("victim_update", "breach_task")]  # noqa: S608 - made-up names
    assert [len(some) for some in rows] == [1, 1]
    assert CANARY.encode() not in b"".join(
        bytes(one) if isinstance(one, bytes | memoryview) else str(one).encode() for some in rows for row in some for one in row
    )
