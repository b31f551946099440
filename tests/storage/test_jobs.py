"""Heartbeats and slots."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from storage.jobs import Beat
from storage.work import Database
from tests.fakes.clock import NOON

HOUR = timedelta(hours=1)


async def test_a_heartbeat_says_when_a_job_last_ran_and_how_it_ended(database: Database) -> None:
    first = Beat("tick", NOON, NOON + HOUR, "Busy")
    async with database.work() as uow:
        await uow.jobs.beat(first)
        await uow.jobs.beat(Beat("plan", NOON, NOON))
        await uow.jobs.beat(replace(first, started_at=NOON + HOUR, error=None))
    async with database.reading() as uow:
        assert await uow.jobs.beats() == [Beat("plan", NOON, NOON), Beat("tick", NOON + HOUR, NOON + HOUR)]


async def test_a_slot_is_taken_once_however_many_ask(database: Database) -> None:
    async def ask() -> bool:
        async with database.work() as uow:
            return await uow.jobs.take_slot("housekeeping", NOON)

    assert sorted(await asyncio.gather(*(ask() for _ in range(5)))) == [False] * 4 + [True]


async def test_old_slots_are_forgotten(database: Database) -> None:
    async with database.work() as uow:
        await uow.jobs.take_slot("housekeeping", NOON)
        await uow.jobs.take_slot("housekeeping", NOON + HOUR)
        assert await uow.jobs.forget_slots(NOON + HOUR) == 1
        assert await uow.jobs.take_slot("housekeeping", NOON) is True
