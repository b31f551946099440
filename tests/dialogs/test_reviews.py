"""The orders desk goes through the cases that wait, and says how their orders stand."""

from datetime import date

import pytest

from dialogs.reviews import ReviewsDialog
from domain.feed import SECOND_ORDER
from domain.officers import Officer
from domain.orders import Order
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.orders import an_order
from tests.people import ADMIN, DESK, VLO

CASE = "1712345678901234"
ORDERS = [an_order(case_no=CASE, made_on=date(2026, month, 1), needs_review=SECOND_ORDER) for month in (6, 7, 8)]
FIRST, SECOND, THIRD = (one.reference for one in ORDERS)


def talk_of(database: Database, officer: Officer = DESK) -> Talk:
    clock = FrozenClock()
    return Talk(ReviewsDialog(database.work, clock), officer, database, clock, f"talk-{officer.id}")


@pytest.fixture
async def talk(database: Database) -> Talk:
    await hold(database, *ORDERS[:2])
    return talk_of(database)


async def hold(database: Database, *orders: Order) -> None:
    async with database.work() as uow:
        await uow.orders.save_many(orders)


async def test_the_desk_opens_a_case_answers_and_the_queue_is_empty(talk: Talk) -> None:
    assert f"{FIRST}, {SECOND}" in await talk.say("orders to review")
    assert f"How does {SECOND} stand to {FIRST}?" in await talk.press(f"Open {FIRST}")
    said = await talk.press("Replaces")
    assert said[-1] == "Every question about this case is answered."
    assert [words for words in said if words.startswith("Replaced by")]
    assert "No case has orders that wait for a review." in await talk.say("orders to review")
    assert await talk.state() == {"stack": []}


async def test_the_desk_is_led_to_the_orders_that_nobody_has_checked(database: Database, talk: Talk) -> None:
    order = an_order(has_document=True)
    await hold(database, order)
    await talk.say("orders to review")
    assert order.reference in await talk.press("Orders to check")
    assert talk.buttons[-1][0] == f"Check {order.reference}"


async def test_of_three_orders_one_question_follows_the_other(database: Database, talk: Talk) -> None:
    await hold(database, ORDERS[2])
    await talk.say("orders to review")
    await talk.press(f"Open {FIRST}")
    assert f"How does {THIRD} stand to {FIRST}?" in await talk.press("Extends")
    assert f"How does {THIRD} stand to {SECOND}?" in await talk.press("Separate")
    assert "Every question about this case is answered." in await talk.press("Replaces")


async def test_a_wrong_answer_is_changed(talk: Talk) -> None:
    await talk.say("orders to review")
    await talk.press(f"Open {FIRST}")
    await talk.press("Replaces")
    assert f"How does {SECOND} stand to {FIRST}?" in await talk.press(f"Change: {SECOND} and {FIRST}")
    said = await talk.press("Separate")
    assert not [words for words in said if words.startswith("Replaced by")]


async def test_an_answer_is_taken_once(talk: Talk) -> None:
    await talk.say("orders to review")
    await talk.press(f"Open {FIRST}")
    separate = talk.buttons[-1]
    await talk.press("Replaces")
    talk.buttons.append(("Second thoughts", separate[1]))
    assert "nothing was done twice" in (await talk.press("Second thoughts"))[0]


async def test_the_list_can_be_asked_for_by_whoever_may_review_only(database: Database, talk: Talk) -> None:
    (said,) = await talk_of(database, VLO).say("orders to review")
    assert "Your role does not include this" in said


async def test_an_administrator_sees_the_cases_too(database: Database) -> None:
    await hold(database, *ORDERS[:2])
    talk = talk_of(database, ADMIN)
    assert f"{FIRST}, {SECOND}" in await talk.say("orders to review")
    assert f"How does {SECOND} stand to {FIRST}?" in await talk.press(f"Open {FIRST}")
