"""What is due reaches its officer once; a worker that dies, hangs or stops loses nothing."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.outbox import CHANGED, REMIND, Ambiguous, NoConversation, State, Throttled, Unreachable, notice
from scheduler.dispatcher import Dispatcher
from services.reminders import bring_to, plan_reminder
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import DESK, RESPONSE, SUPERVISOR, VLO
from tests.reminding import GONE, JOB, Register

MINUTE = timedelta(minutes=1)


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database)


async def sweep(register: Register) -> None:
    register.clock.advance(MINUTE)
    await register.dispatcher("sweeper").sweep()


async def test_what_is_due_is_sent_once_with_its_card(register: Register) -> None:
    plan = await register.open()
    await register.dispatched()
    await register.dispatched()
    (arrived,) = register.messenger.arrived
    assert (arrived.recipient, arrived.repeat) == (VLO.id, False)
    assert str(plan.id) in arrived.drawn.about
    assert {action.conversation for action in arrived.drawn.actions} == {f"chat-{VLO.id}"}


async def test_a_breach_reaches_the_liaison_officer_at_the_next_tick(register: Register) -> None:
    await register.open()
    await register.contact()
    await register.dispatched()
    assert register.messenger.arrived == []
    await register.breach()
    await register.dispatched()
    assert [arrived.recipient for arrived in register.messenger.arrived] == [VLO.id]


async def test_more_is_due_than_goes_at_once_and_all_of_it_arrives(register: Register) -> None:
    orders = [an_order() for _ in range(12)]
    await register.open(*orders)
    register.clock.advance(MINUTE)
    dispatcher = register.dispatcher(at_once=3)
    dispatcher.wake()
    await dispatcher.settled()
    arrived = [arrived.drawn.about for arrived in register.messenger.arrived]
    assert (len(arrived), len(set(arrived))) == (13, 13)


async def test_what_was_passed_over_while_its_conversation_was_busy_needs_no_further_tick(register: Register) -> None:
    await register.open(*(an_order() for _ in range(30)))
    register.clock.advance(2 * MINUTE)
    dispatcher = register.dispatcher(at_once=2)
    dispatcher.wake()
    await dispatcher.settled()
    assert len(register.messenger.arrived) == 31


async def test_with_several_transactions_under_way_at_once_each_reminder_arrives_once(register: Register) -> None:
    orders = [an_order() for _ in range(20)]
    await register.open(*orders)
    async with register.database.work() as uow:
        for at, one in enumerate(orders):
            await uow.outbox.plan([notice("demo", one.id, 1, CHANGED, (VLO, DESK, SUPERVISOR, RESPONSE)[at % 4].id, register.clock())])
    register.clock.advance(2 * MINUTE)
    dispatcher = register.dispatcher(at_once=4, lanes=3)
    dispatcher.wake()
    await dispatcher.settled()
    assert len({(one.recipient, one.drawn.about) for one in register.messenger.arrived}) == len(register.messenger.arrived)
    assert [one.repeat for one in register.messenger.arrived] == 41 * [False]


async def test_two_dispatchers_send_each_reminder_once(register: Register) -> None:
    await register.open(*(an_order() for _ in range(15)))
    register.clock.advance(MINUTE)
    both = [register.dispatcher(worker, at_once=4) for worker in ("one", "two")]
    await asyncio.gather(*(dispatcher.tick() for dispatcher in both))
    await asyncio.gather(*(dispatcher.settled() for dispatcher in both))
    assert len({arrived.drawn.about for arrived in register.messenger.arrived}) == len(register.messenger.arrived) == 16


async def test_killed_after_the_claim_it_arrives_once(register: Register) -> None:
    await register.open()
    await register.claimed("killed", GONE)
    await sweep(register)
    await register.dispatched()
    assert [arrived.repeat for arrived in register.messenger.arrived] == [False]


async def test_killed_after_the_intent_it_arrives_once_marked_as_a_possible_repeat(register: Register) -> None:
    await register.open()
    await register.going("killed", GONE)
    await sweep(register)
    await register.dispatched()
    assert [arrived.repeat for arrived in register.messenger.arrived] == [True]


async def test_killed_on_the_wire_it_arrives_twice_and_the_second_is_marked(register: Register) -> None:
    await register.open()
    (going,) = await register.going("killed", GONE)
    await register.messenger.hand_over(going.parcel)
    await sweep(register)
    await register.dispatched()
    assert [arrived.repeat for arrived in register.messenger.arrived] == [False, True]
    assert "may be a repeat" in str(register.messenger.arrived[1].drawn.activity)
    assert len(await register.in_state(State.SENT)) == 1


async def test_cut_off_after_arriving_it_comes_again_marked_and_one_press_completes_both(register: Register) -> None:
    await register.open()
    register.messenger.lost.append(Ambiguous("cut_off"))
    await register.dispatched()
    register.clock.advance(MINUTE)
    await register.dispatched()
    assert [arrived.repeat for arrived in register.messenger.arrived] == [False, True]
    rounds = {action.details["round"] for arrived in register.messenger.arrived for action in arrived.drawn.actions if action.once}
    assert rounds == {"1"}


async def test_a_throttled_reminder_is_sent_after_the_wait_and_is_no_repeat(register: Register) -> None:
    await register.open()
    register.messenger.trouble[VLO.id] = [Throttled(timedelta(seconds=3))]
    await register.dispatched()
    assert register.messenger.arrived == []
    register.clock.advance(timedelta(seconds=4))
    await register.dispatched()
    assert [arrived.repeat for arrived in register.messenger.arrived] == [False]


async def test_an_officer_who_cannot_be_reached_is_replaced_by_a_supervisor_at_once(register: Register) -> None:
    await register.open()
    register.messenger.trouble[VLO.id] = [Unreachable("403")]
    await register.dispatched()
    (arrived,) = register.messenger.arrived
    assert arrived.recipient == SUPERVISOR.id
    assert "cannot be reached in chat" in str(arrived.drawn.activity)


async def test_what_waited_for_a_chat_is_sent_when_one_opens(register: Register) -> None:
    await register.open()
    register.messenger.trouble[VLO.id] = [NoConversation()]
    await register.dispatched()
    async with register.database.work() as uow:
        assert await bring_to(uow, register.clock, VLO, VLO.id) == 1
    await register.dispatched()
    assert [(arrived.recipient, arrived.repeat) for arrived in register.messenger.arrived] == [(VLO.id, False)]


async def test_a_fault_of_our_own_counts_as_doubtful(register: Register) -> None:
    await register.open()
    register.messenger.trouble[VLO.id] = [ZeroDivisionError("a fault in a card")]
    await register.dispatched()
    (row,) = await register.live()
    assert (row.stage, row.state, row.error, row.repeat) == (REMIND, State.PENDING, "error", True)


async def test_one_conversation_that_hangs_holds_up_no_other(register: Register) -> None:
    second = an_order()
    await register.open(second)
    let_go = register.messenger.hold(VLO.id)
    async with register.database.work() as uow:
        other = replace(await register.plan(second), owner=DESK.id, version=2)
        await uow.contacts.save(other)
        await plan_reminder(uow, register.clock, JOB, other)
    dispatcher = register.dispatcher(at_once=2)
    await dispatcher.tick()
    async with asyncio.timeout(20):
        await register.messenger.trying.wait()
        assert (await register.messenger.arrivals.get()).recipient == DESK.id
    assert [arrived.recipient for arrived in register.messenger.arrived] == [DESK.id]
    let_go.set()
    await dispatcher.settled()
    assert [arrived.recipient for arrived in register.messenger.arrived] == [DESK.id, VLO.id]


async def test_a_clean_stop_finishes_what_is_on_the_wire_and_claims_nothing_more(register: Register) -> None:
    await register.open(an_order())
    register.clock.advance(MINUTE)
    let_go = register.messenger.hold(VLO.id)
    dispatcher = register.dispatcher(at_once=1)
    await dispatcher.tick()
    await register.messenger.trying.wait()
    stopping = asyncio.create_task(dispatcher.stop())
    await asyncio.sleep(0)
    let_go.set()
    await stopping
    dispatcher.wake()
    await dispatcher.tick()
    await dispatcher.settled()
    assert len(register.messenger.arrived) == 1
    async with register.database.reading() as uow:
        assert await uow.outbox.sweep(NOON + timedelta(days=9)) == (0, 0)


async def test_what_is_claimed_while_stopping_is_given_back(embedded: Database) -> None:
    register = Register(embedded)
    await register.open()
    dispatcher = register.dispatcher()
    dispatcher.wake()
    async with embedded.work():
        await asyncio.sleep(0)
        stopping = asyncio.create_task(dispatcher.stop())
        await asyncio.sleep(0)
    await stopping
    assert [row.state for row in await register.live()] == [State.PENDING]
    assert register.messenger.arrived == []


async def test_what_falls_due_before_the_next_look_is_sent_at_its_own_moment(register: Register) -> None:
    await register.open()
    register.messenger.trouble[VLO.id] = [Throttled(timedelta(milliseconds=40))]
    await register.dispatched()
    (row,) = await register.live()
    register.clock.now = row.next_at - timedelta(milliseconds=20)
    dispatcher = register.dispatcher()
    await dispatcher.tick(ahead=timedelta(seconds=1))
    register.clock.now = row.next_at
    async with asyncio.timeout(20):
        await register.messenger.arrivals.get()
    await dispatcher.settled()
    assert len(await register.in_state(State.SENT)) == 1


async def test_waking_often_makes_one_round(embedded: Database) -> None:
    register = Register(embedded)
    await register.open()
    dispatcher: Dispatcher = register.dispatcher()
    for _ in range(20):
        dispatcher.wake()
    await dispatcher.settled()
    assert len(register.messenger.arrived) == 1
