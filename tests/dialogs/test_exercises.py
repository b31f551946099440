"""Exercise mode: made-up orders that are marked wherever they are shown, and that no figure counts."""

from datetime import timedelta

import pytest

from domain.contacts import Outcome, plan_id
from domain.exercises import PREFIX, WORDS
from domain.feed import SECOND_ORDER
from domain.feed_merge import queued
from domain.orders import Order
from domain.outbox import LIVE_STATES
from domain.visits import visit_id
from services import contacts
from services.contact_lists import who_is_waiting
from services.contact_reports import report_week
from services.quality import reckon, report
from storage.work import Database
from tests.fakes.chat import Chat
from tests.local import Beat, references
from tests.people import DESK, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO
from tests.reminding import JOB
from tests.trail import trail_of

DAY = timedelta(days=1)


@pytest.fixture
async def beat(database: Database) -> Beat:
    made = Beat(database)
    await made.hold(made.an_order("ZZ9 9ZZ", served_file=True))
    return made


async def begun(beat: Beat) -> tuple[Chat, list[Order]]:
    chat = beat.chat(DESK)
    await chat.say("exercise mode")
    await chat.press("Begin an exercise")
    async with beat.database.reading() as uow:
        return chat, await uow.orders.many(await uow.exercises.running())


async def breached(beat: Beat, order: Order) -> None:
    """As a record of a breach does it: contact is owed at once."""
    async with beat.database.work() as uow:
        await contacts.breach_reported(uow, beat.clock, RESPONSE, order, VLO.id)


async def test_its_orders_are_marked_wherever_they_are_shown(beat: Beat) -> None:
    _, orders = await begun(beat)
    assert len(orders) == 3
    assert [one.case_no.startswith(PREFIX) for one in orders] == [True] * 3
    for one in orders:
        assert WORDS in await beat.chat(RESPONSE, one.reference).say(f"find {one.reference}")
        assert WORDS in await beat.chat(NEIGHBOUR, one.reference).say(f"visit {one.reference}")
    assert (await beat.chat(NEIGHBOUR).say("orders on my beat")).count(WORDS) == 3
    await breached(beat, orders[0])
    await beat.dispatched()
    practised = [str(one.drawn.activity) for one in beat.messenger.arrived if str(orders[0].id) in one.drawn.about]
    assert [WORDS[:8] in drawn for drawn in practised] == [True]


async def test_no_figure_counts_what_is_practised(beat: Beat) -> None:
    _, orders = await begun(beat)
    before = await who_is_waiting(beat.database.work, beat.clock, SUPERVISOR)
    for one in orders:
        await breached(beat, one)
        await contacts.record_contact(beat.database.work, beat.clock, VLO, plan_id(one.applicant), Outcome.NO_ANSWER)
    assert (await who_is_waiting(beat.database.work, beat.clock, SUPERVISOR)).standing == before.standing
    said = await beat.chat(NEIGHBOUR).say("orders on my beat")
    assert (len(references(said)), "0 live orders, the soonest to end first." in said) == (3, True)
    await reckon(beat.database.work, beat.database.reading, beat.clock, JOB)
    quality = await report(beat.database.work, beat.clock, DESK)
    assert {one.total for one in quality.figures} == {1}
    assert sum(quality.now.values()) == 1
    beat.clock.advance(7 * DAY)
    week = await report_week(beat.database.work, beat.clock, SUPERVISOR)
    assert sum(team.unanswered for team in week.teams) == 0
    assert {one.order.id for one in week.waiting}.isdisjoint({one.id for one in orders})


async def test_no_order_to_practise_on_waits_at_intake_or_is_measured_there(beat: Beat) -> None:
    before = beat.clock() - DAY
    async with beat.database.reading() as uow:
        real = await uow.order_queues.taken_in(before - 400 * DAY)
    _, orders = await begun(beat)
    async with beat.database.work() as uow:
        for one in orders:
            await uow.orders.update(queued(one, SECOND_ORDER), beat.clock())
        assert await uow.order_queues.taken_in(before - 400 * DAY) == real
        assert await uow.order_queues.waiting_for(SECOND_ORDER, 10) == []


async def test_ending_it_leaves_nothing_owed_and_one_runs_at_a_time(beat: Beat) -> None:
    chat, orders = await begun(beat)
    await breached(beat, orders[0])
    await beat.chat(NEIGHBOUR).say(f"plan a visit to {orders[0].reference}")
    other = beat.chat(SUPERVISOR)
    await other.say("exercise mode")
    assert "Begin an exercise" not in other.buttons
    assert "The exercise has ended." in await chat.press("End the exercise")
    async with beat.database.reading() as uow:
        left = [*await uow.outbox.of_plan(plan_id(orders[0].applicant)), *await uow.outbox.of_plan(visit_id(orders[0].id))]
        assert [row for row in left if row.state in LIVE_STATES] == []
    assert await other.press("End the exercise") == ["No exercise runs."]
    assert "Discharged: history only" in await beat.chat(RESPONSE).say(f"find {orders[0].reference}")
    assert "The exercise has begun. Look one of its orders up by its name, or open it here." in await chat.press("Begin an exercise")


async def test_it_is_for_whoever_keeps_the_register_and_is_on_the_trail(beat: Beat) -> None:
    assert (await beat.chat(RESPONSE).say("start an exercise"))[0].startswith("Your role does not include this.")
    await begun(beat)
    assert [line.event for line in await trail_of(beat.database) if line.event.startswith("exercise:")] == [
        "exercise:run:shown",
        "exercise:run:begun",
    ]
