"""From an order's card: its history, and being told of changes."""

import pytest

from dialogs.lookups import LookupDialog
from dialogs.orders import NOT_TOLD, TOLD, OrderDialog
from domain.orders import Order
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE
from tests.policies import unasked


@pytest.fixture
async def order(embedded: Database) -> Order:
    order = an_order()
    async with embedded.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return order


@pytest.fixture
def chat(embedded: Database) -> Chat:
    clock = FrozenClock()
    return Chat(embedded, RESPONSE, [LookupDialog(embedded.work, clock, unasked), OrderDialog(embedded.work, clock, unasked)])


async def test_being_told_of_changes_is_one_press_and_stopped_by_another(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    assert await chat.press("Tell me when it changes") == [TOLD]
    await chat.say(order.reference)
    assert await chat.press("Stop telling me") == [NOT_TOLD]
    await chat.say(order.reference)
    assert await chat.press("Tell me when it changes") == [TOLD]


async def test_the_history_opens_from_the_card(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    assert await chat.press("History") == [
        "OFFICIAL-SENSITIVE",
        f"History of {order.reference}",
        "Last confirmed with the court on 2 June 2026.",
        "Tue 2 June 2026 at 07:00: Version 1 was taken in from the court feed.",
    ]
