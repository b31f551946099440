"""A slip about an order that is taken back takes back the contact too that it brought forward, where nothing else has happened with the plan since."""

from datetime import date

import pytest

from dialogs.order_changes import NOTHING_TO_UNDO, UNDONE
from domain.contacts import ContactPlan, PlanState, Why, closed
from domain.contacts.plans import moved
from domain.orders import Order
from domain.outbox import LIVE_STATES
from services.contacts import open_plans
from services.order_changes import changes_job
from storage.work import Database
from tests.fakes.chat import Chat
from tests.orders import an_order
from tests.people import DESK, RESPONSE, VLO
from tests.registering import CLOCK, hold_orders, register_chat


@pytest.fixture
async def order(database: Database) -> Order:
    order = an_order(made_on=date(2026, 11, 1))
    await hold_orders(database, [order])
    async with database.work() as uow:
        await open_plans(uow, CLOCK, changes_job("demo"), [order])
    return order


async def plan_of(database: Database, order: Order) -> ContactPlan:
    async with database.reading() as uow:
        (id,) = (await uow.contacts.of_orders([order.id])).values()
        plan = await uow.contacts.get(id)
    assert plan is not None
    return plan


async def served(database: Database, order: Order) -> Chat:
    """Said and confirmed; the plan is as it is then."""
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("served on him today by pc 4417")
    await chat.press("Confirm")
    return chat


async def live(database: Database, plan: ContactPlan) -> set[int]:
    async with database.reading() as uow:
        return {row.occurrence for row in await uow.outbox.of_plan(plan.id) if row.state in LIVE_STATES}


async def test_the_contact_that_a_slip_brought_forward_is_taken_back(database: Database, order: Order) -> None:
    before = await plan_of(database, order)
    chat = await served(database, order)
    told = await plan_of(database, order)
    assert Why.SERVICE in {due.why for due in told.ahead}
    await chat.press("Undo")
    after = await plan_of(database, order)
    assert (after.ahead, after.state, after.owner, after.version) == (before.ahead, PlanState.OPEN, before.owner, told.version + 1)
    assert await live(database, after) == {after.version}


async def test_a_plan_that_it_opened_again_is_closed_again(database: Database, order: Order) -> None:
    async with database.work() as uow:
        await uow.contacts.save(closed(await plan_of(database, order)))
    chat = await served(database, order)
    assert (await plan_of(database, order)).state is PlanState.OPEN
    await chat.press("Undo")
    after = await plan_of(database, order)
    assert (after.state, await live(database, after)) == (PlanState.CLOSED, set())


async def test_what_has_happened_with_the_plan_since_stands(database: Database, order: Order) -> None:
    chat = await served(database, order)
    told = await plan_of(database, order)
    async with database.work() as uow:
        await uow.contacts.save(moved(told, owner=DESK.id))
    await chat.press("Undo")
    after = await plan_of(database, order)
    assert (after.ahead, after.owner) == (told.ahead, DESK.id)


async def test_the_last_slip_is_found_again_where_the_order_is_changed(database: Database, order: Order) -> None:
    chat = await served(database, order)
    await chat.say(order.reference)
    await chat.press("Change this order")
    assert await chat.press("Undo: served") == [UNDONE]
    await chat.press("Change this order")
    assert "Undo: undone as a slip" not in chat.buttons


async def test_a_slip_is_undone_by_a_word_and_the_press_that_it_leads_to(database: Database, order: Order) -> None:
    chat = await served(database, order)
    assert f"Change {order.reference}" in await chat.say("undo")
    assert await chat.press("Undo: served") == [UNDONE]
    assert await chat.say("undo that") == [NOTHING_TO_UNDO]


async def test_another_officer_who_may_not_change_orders_is_not_offered_the_undoing(database: Database, order: Order) -> None:
    await served(database, order)
    other = register_chat(database, RESPONSE)
    await other.say(order.reference)
    await other.press("Change this order")
    assert "Undo: served" not in other.buttons
