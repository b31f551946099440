"""A breach of the order just shown is one press or one yes away, and the chat keeps no more of it than its id."""

import pytest

from dialogs.breaches import WHICH_ORDER, BreachDialog
from dialogs.guidance import GuidanceDialog
from dialogs.lookups import LookupDialog
from domain.orders import Order
from services.breaches import Breaches
from services.guidance import Guidance
from storage.work import Database
from tests.breaches import FollowUpSeen
from tests.fakes.chat import LIBRARY, Chat
from tests.fakes.clock import FrozenClock
from tests.orders import a_party, an_order
from tests.people import EVERYONE, RESPONSE
from tests.policies import unasked

DANGER = "Is anyone in danger now?"


def same(order: Order) -> str:
    return f"Is it {order.reference}, the order last shown here?"


@pytest.fixture
async def order(embedded: Database) -> Order:
    order = an_order()
    other = an_order(respondent=a_party(forenames="Tom", surname="Farrow"))
    async with embedded.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order, other])
        await uow.search.add([order, other])
    return order


@pytest.fixture
def chat(embedded: Database, order: Order) -> Chat:
    clock = FrozenClock()
    lookups, breaches = LookupDialog(embedded.work, clock, unasked), BreachDialog(Breaches(embedded.work, clock, FollowUpSeen()))
    return Chat(embedded, RESPONSE, [lookups, breaches, GuidanceDialog(Guidance(embedded.work, clock, LIBRARY))])


async def test_the_order_just_shown_is_offered_and_a_yes_begins(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    await chat.say("help")
    assert same(order) in await chat.say("record a breach")
    begun = await chat.say("yes")
    assert DANGER in begun
    assert any(text.startswith(f"This record is of order {order.reference}.") for text in begun)


async def test_the_order_just_shown_is_offered_and_one_press_begins(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    await chat.say("record a breach")
    assert DANGER in await chat.press("Yes, record it for that order")


async def test_the_state_of_the_chat_holds_ids_alone(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    assert await chat.state() == {"stack": [], "shown": str(order.id)}
    await chat.say("record a breach")
    assert await chat.state() == {"stack": [], "shown": str(order.id), "offered": str(order.id)}


async def test_a_yes_counts_only_right_after_the_offer(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    await chat.say("record a breach")
    await chat.say("thanks")
    assert DANGER not in await chat.say("yes")


async def test_where_nothing_was_shown_it_says_how_to_find_an_order(chat: Chat) -> None:
    assert await chat.say("record a breach") == [WHICH_ORDER]


async def test_another_name_after_the_offer_is_looked_up(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    await chat.say("record a breach")
    assert any("Tom Farrow" in text for text in await chat.say("any nmo on tom farrow dob 12/3/85"))


async def test_an_order_that_was_said_not_to_be_the_persons_is_not_offered(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    await chat.press("Not this person")
    assert await chat.say("record a breach") == [WHICH_ORDER]


async def test_not_this_person_on_an_older_card_leaves_the_newer_order(chat: Chat, order: Order) -> None:
    await chat.say("any nmo on tom farrow dob 12/3/85")
    rejected = chat.buttons["Not this person"]
    await chat.say(order.reference)
    chat.buttons["Not this person"] = rejected
    await chat.press("Not this person")
    assert same(order) in await chat.say("record a breach")


async def test_a_list_to_choose_from_leaves_no_order_to_offer(chat: Chat, order: Order) -> None:
    await chat.say(order.reference)
    await chat.say("jane marlow 4/9/87")
    assert await chat.say("record a breach") == [WHICH_ORDER]
