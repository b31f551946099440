"""The clock of the process: it ticks, leaves a heartbeat for each job, and holds no truth of its own."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from domain.conversations import Action
from domain.errors import Busy
from domain.outbox import REMIND, State
from scheduler.jobs import Job, jobs
from scheduler.ticker import Ticker
from services.jobs import beats
from storage.jobs import Beat
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import VLO
from tests.reminding import JOB, Register

SECOND = timedelta(seconds=1)


@pytest.fixture
def register(embedded: Database) -> Register:
    return Register(embedded)


def table(register: Register) -> tuple[Job, ...]:
    return jobs(register.database.work, register.database.reading, register.clock, JOB, register.dispatcher())


def ticker(register: Register, *extra: Job) -> Ticker:
    return Ticker(register.database.work, register.clock, JOB, register.dispatcher(), extra)


def a_job(run: Callable[[], Awaitable[object]]) -> Job:
    return Job("tick", 1, run, "for the test")


async def nothing() -> None:
    return


async def busy() -> None:
    raise Busy("not now")


async def broken() -> None:
    raise ZeroDivisionError


def test_the_jobs_and_how_often_they_run(embedded: Database) -> None:
    listed = table(Register(embedded))
    assert {job.name: job.seconds for job in listed} == {"tick": 1, "sweep": 5, "plan": 60, "quality": 60, "housekeeping": 3600}
    assert all(job.why for job in listed)


async def test_what_is_due_is_sent_on_starting(register: Register) -> None:
    await register.open()
    dispatcher = register.dispatcher()
    listed = jobs(register.database.work, register.database.reading, register.clock, JOB, dispatcher)
    clockwork = Ticker(register.database.work, register.clock, JOB, dispatcher, listed)
    clockwork.start()
    async with asyncio.timeout(20):
        assert (await register.messenger.arrivals.get()).recipient == VLO.id
    await clockwork.stop()
    assert [row.stage for row in await register.in_state(State.SENT)] == [REMIND]


async def test_every_job_leaves_a_heartbeat(register: Register) -> None:
    clockwork, listed = ticker(register), table(register)
    for job in listed:
        await clockwork.run(job)
    told = await beats(register.database.reading, JOB)
    assert {beat.name: beat.error for beat in told} == dict.fromkeys(job.name for job in listed)


async def test_stopping_lets_a_job_that_runs_come_to_its_end(register: Register) -> None:
    going_on, begun, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def long() -> None:
        begun.set()
        await going_on.wait()
        ended.set()

    clockwork = ticker(register, a_job(long))
    clockwork.start()
    await begun.wait()
    stopping = asyncio.create_task(clockwork.stop())
    await asyncio.sleep(0)
    going_on.set()
    await stopping
    assert ended.is_set()
    assert len(await beats(register.database.reading, JOB)) == 1


async def test_a_job_that_fails_says_how_and_runs_again(register: Register) -> None:
    clockwork = ticker(register)
    await clockwork.run(a_job(broken))
    assert await beats(register.database.reading, JOB) == [Beat("tick", NOON, NOON, "ZeroDivisionError")]
    await clockwork.run(a_job(busy))
    assert [beat.error for beat in await beats(register.database.reading, JOB)] == ["Busy"]
    await clockwork.run(a_job(nothing))
    assert [beat.error for beat in await beats(register.database.reading, JOB)] == [None]


async def test_a_job_of_every_second_does_not_write_every_second(register: Register) -> None:
    clockwork = ticker(register)
    noted = []
    for _ in range(16):
        await clockwork.run(a_job(nothing))
        noted += [beat.started_at for beat in await beats(register.database.reading, JOB)]
        register.clock.advance(SECOND)
    assert noted == [NOON] * 15 + [NOON + 15 * SECOND]


async def test_a_heartbeat_that_cannot_be_written_stops_nothing(register: Register) -> None:
    clockwork = ticker(register)
    async with register.database.work() as uow:
        await uow.connection.exec_driver_sql("ALTER TABLE heartbeat RENAME TO elsewhere")
    await clockwork.run(a_job(nothing))
    async with register.database.work() as uow:
        await uow.connection.exec_driver_sql("ALTER TABLE elsewhere RENAME TO heartbeat")
    await clockwork.run(a_job(nothing))
    assert len(await beats(register.database.reading, JOB)) == 1


async def test_housekeeping_forgets_what_is_old_once_an_hour(register: Register) -> None:
    (keep_house,) = [job for job in table(register) if job.name == "housekeeping"]
    async with register.database.work() as uow:
        await uow.inbox.first_time("c", "a", NOON - timedelta(hours=25))
        await uow.actions.offer([Action("old", "x", "", VLO.id, "c", VLO.id, NOON - timedelta(days=31))])
    assert (await keep_house.run(), await keep_house.run()) == (True, False)
    async with register.database.work() as uow:
        assert await uow.inbox.first_time("c", "a", NOON)
        assert await uow.actions.forget_old(NOON) == 0
    register.clock.advance(timedelta(hours=1))
    assert await keep_house.run() is True


async def test_stopping_before_starting_does_no_harm(register: Register) -> None:
    await ticker(register).stop()
