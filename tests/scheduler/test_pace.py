"""The workers of a force together keep to its pace, what is urgent leaves first, and whoever was asked to wait keeps nobody else waiting."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from domain.conversations import TEAMS
from domain.officers import Officer
from domain.orders import Order
from domain.outbox import CHANGED, REMIND, Delivered, State, Throttled, notice
from domain.pacing import STEADY, Pace, leaving
from scheduler.dispatcher import Dispatcher
from services.exchanging import exchange
from services.reminders import plan_reminder
from services.results import Result
from storage.work import Database
from tests.orders import an_order
from tests.people import DESK, RESPONSE, SUPERVISOR, VLO
from tests.reminding import JOB, Register

MINUTE = timedelta(minutes=1)
_KEPT_OUT = text(
    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
ONE_AN_HOUR = Pace(1, timedelta(hours=1), timedelta(), 1_000, 1_000, 1)
FIVE_AN_HOUR = Pace(5, timedelta(hours=1), timedelta(), 1_000, 1_000, 1)


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database)


def worker(register: Register, name: str, pace: Pace) -> Dispatcher:
    return Dispatcher(register.database.work, register.database.reading, register.clock, JOB, register.post(name, pace=pace), at_once=16)


async def kept_out(database: Database) -> None:
    """Until somebody waits for the word of the force."""
    async with asyncio.timeout(30), database.reading() as uow:
        waiting = 0
        while not waiting:
            waiting = await uow.connection.scalar(_KEPT_OUT)


async def give(register: Register, order: Order, owner: Officer) -> None:
    given = replace(await register.plan(order), owner=owner.id, version=2)
    async with register.database.work() as uow:
        await uow.contacts.save(given)
        await plan_reminder(uow, register.clock, JOB, given)


async def test_two_workers_together_send_no_more_than_the_force_may(register: Register) -> None:
    await register.open(*(an_order() for _ in range(15)))
    register.clock.advance(MINUTE)
    both = [worker(register, name, FIVE_AN_HOUR) for name in ("one", "two")]
    for one in both:
        one.wake()
    async with asyncio.timeout(30):
        for _ in range(5):
            await register.messenger.arrivals.get()
    await asyncio.gather(*(one.stop() for one in both))
    assert len(register.messenger.arrived) == 5
    async with register.database.reading() as uow:
        assert await uow.outbox.sweep(register.clock() + timedelta(days=9)) == (0, 0)


async def test_what_another_worker_lets_go_while_one_waits_for_its_word_counts(on_postgres: Database) -> None:
    register = Register(on_postgres)
    await register.open()
    ids = [row.id for row in await register.claimed()]
    async with on_postgres.work() as uow:
        held = await uow.waits.hold(register.clock())
        post = register.post(pace=ONE_AN_HOUR)
        second = asyncio.create_task(exchange(on_postgres.work, register.clock, JOB, post, [], ids))
        await kept_out(on_postgres)
        await uow.waits.keep(leaving(held, 1, await uow.outbox.lease_clock(register.clock()), ONE_AN_HOUR))
    assert (await second).dealt_with == 0


@pytest.mark.parametrize(("answered_after", "counts_from"), [(200, [200]), (3_600_000, [900]), (-3_600_000, [])])
async def test_what_was_answered_counts_from_its_answer_though_its_commit_comes_later_and_the_clock_may_be_set_meanwhile(
    embedded: Database, answered_after: int, counts_from: list[int]
) -> None:
    register, millisecond = Register(embedded), timedelta(milliseconds=1)
    await register.open()
    post, ids, left = register.post(pace=STEADY), [row.id for row in await register.claimed()], register.clock()
    (going,) = (await exchange(embedded.work, register.clock, JOB, post, [], ids)).going
    register.clock.advance(900 * millisecond)
    answered = Result(going.sending, going.parcel, Delivered("m-1", TEAMS), left + answered_after * millisecond)
    await exchange(embedded.work, register.clock, JOB, post, [answered], [])
    async with embedded.reading() as uow:
        held = await uow.waits.look(register.clock())
    assert (held.out, held.gone) == ([], [(left + at * millisecond, 1) for at in counts_from])


async def test_a_worker_that_has_more_than_the_pace_lets_go_leaves_the_rest_of_its_process_their_time(register: Register) -> None:
    orders = [an_order(), an_order()]
    await register.open(*orders)
    await give(register, orders[0], DESK)
    await give(register, orders[1], SUPERVISOR)
    register.clock.advance(MINUTE)
    slow = worker(register, "slow", ONE_AN_HOUR)
    slow.wake()
    async with asyncio.timeout(30):
        await register.messenger.arrivals.get()
        for _ in range(20):
            await register.rows()
        await slow.stop()
    assert len(register.messenger.arrived) == 1


async def test_a_breach_leaves_before_all_that_was_due_before_it(register: Register) -> None:
    await register.open(*(an_order() for _ in range(9)))
    register.clock.advance(MINUTE)
    await register.breach()
    await register.dispatched()
    assert str((await register.plan()).id) in register.messenger.arrived[0].drawn.about


async def test_what_is_urgent_and_comes_late_leaves_before_what_waits_for_a_place(register: Register) -> None:
    orders = [an_order(), an_order()]
    await register.open(*orders)
    await give(register, orders[0], DESK)
    await give(register, orders[1], SUPERVISOR)
    register.clock.advance(MINUTE)
    held = [register.messenger.hold(one.id) for one in (VLO, DESK, SUPERVISOR)]
    dispatcher = register.dispatcher(at_once=2)
    dispatcher.wake()
    await register.messenger.trying.wait()
    urgent = notice("demo", register.order.id, 1, CHANGED, RESPONSE.id, register.clock())
    async with register.database.work() as uow:
        await uow.outbox.plan([replace(urgent, urgency=0)])
    for one in held:
        one.set()
    dispatcher.wake()
    await dispatcher.settled()
    assert [one.recipient for one in register.messenger.arrived].index(RESPONSE.id) == 2


async def test_whoever_was_asked_to_wait_keeps_nobody_else_waiting(register: Register) -> None:
    second = an_order()
    await register.open(second)
    await give(register, second, DESK)
    register.messenger.trouble[VLO.id] = [Throttled(timedelta(minutes=3))]
    register.clock.advance(MINUTE)
    await register.dispatched()
    await register.dispatched()
    assert [one.recipient for one in register.messenger.arrived] == [DESK.id]
    register.clock.advance(4 * MINUTE)
    await register.dispatched()
    assert [one.recipient for one in register.messenger.arrived] == [DESK.id, VLO.id]
    assert [row.state for row in await register.rows() if (row.recipient, row.stage) == (VLO.id, REMIND)] == [State.SENT]
