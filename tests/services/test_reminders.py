"""Every open plan has a reminder on its way, and what is late can be seen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.contacts import Why
from domain.errors import NotAllowed
from domain.outbox import State
from services import reminders
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import ADMIN, VLO
from tests.reminding import JOB, Register
from tests.trail import trail_of

MINUTE = timedelta(minutes=1)


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database)


async def mended(register: Register) -> int:
    return await reminders.mend(register.database.work, register.database.reading, register.clock, JOB)


async def test_where_every_plan_has_its_reminder_nothing_is_mended(register: Register) -> None:
    await register.open(*(an_order() for _ in range(3)))
    await register.dispatched()
    await register.contact()
    assert await mended(register) == 0


async def test_a_plan_that_was_left_without_a_reminder_gets_one(register: Register) -> None:
    plan = await register.open()
    async with register.database.work() as uow:
        await uow.contacts.save(replace(plan, version=2))
    assert (await mended(register), await mended(register)) == (1, 0)
    assert [(row.occurrence, row.recipient, row.due_at) for row in await register.live() if row.occurrence == 2] == [(2, VLO.id, NOON)]
    assert (await trail_of(register.database))[-1].event == "reminder:plan:mended"


async def test_a_chain_that_was_broken_begins_anew_shortly(register: Register) -> None:
    await register.open()
    async with register.database.work() as uow:
        await uow.outbox.cancel([row.id for row in await uow.outbox.of_plan((await register.plan()).id)])
    assert await mended(register) == 1
    (row,) = await register.live()
    assert (row.occurrence, row.due_at, (await register.plan()).version) == (2, NOON + 10 * MINUTE, 2)


async def test_in_turn_every_plan_is_looked_at_once_in_five_minutes(embedded: Database) -> None:
    register = Register(embedded)
    await register.open(*(an_order() for _ in range(100)))
    async with embedded.work() as uow:
        await uow.connection.exec_driver_sql("DELETE FROM outbox")
    found = []
    for _ in range(10):
        found.append(await reminders.mend_in_turn(embedded.work, embedded.reading, register.clock, JOB))
        register.clock.advance(MINUTE)
    assert (sum(found[:5]), sum(found[5:])) == (101, 0)
    assert max(found) < 101


async def test_every_plan_is_looked_at(embedded: Database) -> None:
    register = Register(embedded)
    await register.open(*(an_order() for _ in range(300)))
    async with embedded.work() as uow:
        await uow.connection.exec_driver_sql("DELETE FROM outbox")
    assert (await mended(register), await mended(register)) == (301, 0)


async def test_the_age_of_the_oldest_unsent_reminder_is_told(register: Register) -> None:
    await register.open()
    reading = register.database.reading
    assert await reminders.oldest_unsent(reading, register.clock, JOB) == timedelta()
    register.clock.advance(7 * MINUTE)
    assert await reminders.oldest_unsent(reading, register.clock, JOB) == 7 * MINUTE
    assert await reminders.due_in(reading, register.clock, JOB) == -7 * MINUTE
    await register.dispatched()
    assert await reminders.oldest_unsent(reading, register.clock, JOB) is None
    (later,) = await register.live()
    assert await reminders.due_in(reading, register.clock, JOB) == later.next_at - register.clock() > timedelta()


async def test_morning_reminders_come_a_little_apart_and_each_at_its_own_moment(register: Register) -> None:
    await register.open()
    plan = replace(await register.plan(), remind_at=NOON.replace(hour=9) + timedelta(days=1), version=2)
    async with register.database.work() as uow:
        await uow.contacts.save(plan)
        await reminders.plan_reminder(uow, register.clock, JOB, plan)
        await reminders.plan_reminder(uow, register.clock, JOB, plan)
    (row,) = await register.live()
    assert plan.remind_at <= row.due_at < plan.remind_at + 2 * MINUTE


async def test_what_is_planned_for_now_is_not_planned_for_the_past(register: Register) -> None:
    await register.open()
    register.clock.advance(MINUTE)
    await register.breach()
    (row,) = await register.live()
    assert (row.due_at, (await register.plan()).due.why) == (register.clock(), Why.BREACH)
    assert [one.state for one in await register.rows()] == [State.CANCELLED, State.PENDING]


async def test_only_the_systems_own_job_plans_and_mends(register: Register) -> None:
    plan = await register.open()
    with pytest.raises(NotAllowed):
        await reminders.mend(register.database.work, register.database.reading, register.clock, VLO)
    with pytest.raises(NotAllowed):
        await reminders.oldest_unsent(register.database.reading, register.clock, ADMIN)
    async with register.database.work() as uow:
        with pytest.raises(NotAllowed):
            await reminders.plan_reminder(uow, register.clock, VLO, plan)
