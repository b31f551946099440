"""What an officer types of a breach before the record is begun is there when it is: kept sealed, filled in, and still to be confirmed."""

import pytest

from bot.cards.breaches import ANOTHER, KEPT_OUT
from domain.breaches.lacking import FILLED_IN
from domain.orders import Order
from domain.policies import Policy
from storage.work import Database
from tests.breaches import ACCOUNT, SIMPLE
from tests.dialogs.breach_chat import Register, fields
from tests.dialogs.breach_scene import CONDITIONS, DANGER, HAPPENED
from tests.fakes.chat import Chat
from tests.orders import a_party, an_order

LOOKED_UP = "any nmo on john smith dob 12/3/85 he texted her 3 times last night"
TOLD = "he texted her 3 times last night"
FACTS = "he texted her 3 times last night from a new number"
GIVEN_AWAY = ("texted", "number", "john", "Smith", "1985", "12/3/85")


@pytest.fixture
async def order(embedded: Database) -> Order:
    order = an_order()
    await Register(embedded).holds(order)
    return order


@pytest.fixture
def register(embedded: Database) -> Register:
    return Register(embedded)


async def stands_open(register: Register, chat: Chat) -> list[str]:
    """What of the words or of the person is in the state of the chat or beside its buttons."""
    kept = f"{await chat.state()} {await register.rows('action')} {await register.rows('conversation')}"
    return [words for words in GIVEN_AWAY if words in kept]


async def test_facts_in_the_look_up_itself_fill_in_the_record_begun_from_its_card(register: Register, order: Order) -> None:
    chat = register.chat()
    await chat.say(LOOKED_UP)
    assert DANGER in await chat.press("Record a breach")
    heard = await chat.press("No")
    assert {HAPPENED, FILLED_IN} <= set(heard)
    assert (fields(chat)["happened"], fields(chat)["manner"]) == (TOLD, "contact")
    assert await stands_open(register, chat) == []
    assert FILLED_IN in await chat.press("Next", **{**ACCOUNT, "happened": TOLD})
    assert fields(chat)["conditions"] == "condition_3"


async def test_a_look_up_without_facts_fills_in_nothing(register: Register, order: Order) -> None:
    chat = register.chat()
    await chat.say("any nmo on john smith dob 12/3/85")
    await chat.press("Record a breach")
    assert FILLED_IN not in await chat.press("No")
    assert fields(chat) == {}


@pytest.mark.parametrize("says_yes", ["yes", "yes please", "that one"])
async def test_facts_typed_after_a_look_up_are_kept_until_it_is_said_that_it_is_that_order(
    register: Register, order: Order, says_yes: str
) -> None:
    chat = register.chat()
    await chat.say(order.reference)
    assert f"Is it {order.reference}, the order last shown here?" in await chat.say(FACTS)
    assert await stands_open(register, chat) == []
    begun = await chat.say(says_yes)
    assert any(text.startswith(f"This record is of order {order.reference}.") for text in begun)
    assert DANGER in begun
    assert FILLED_IN in await chat.say("no")
    assert (fields(chat)["happened"], fields(chat)["where"], fields(chat)["manner"]) == (FACTS, "from a new number", "contact")
    assert await stands_open(register, chat) == []


async def test_the_same_by_the_button_of_the_offer(register: Register, order: Order) -> None:
    chat = register.chat()
    await chat.say(order.reference)
    await chat.say(FACTS)
    await chat.press("Yes, record it for that order")
    assert FILLED_IN in await chat.press("No")
    assert fields(chat)["happened"] == FACTS


async def test_a_yes_that_comes_later_begins_nothing_and_the_words_are_forgotten_by_the_chat(register: Register, order: Order) -> None:
    chat = register.chat()
    await chat.say(order.reference)
    await chat.say(FACTS)
    await chat.say("thanks")
    assert await chat.state() == {"stack": [], "shown": str(order.id)}
    assert DANGER not in await chat.say("yes")


@pytest.mark.parametrize(("how", "chosen"), [("say", "1"), ("press", "Choose 1")])
async def test_facts_stay_with_a_list_that_is_chosen_from(register: Register, order: Order, how: str, chosen: str) -> None:
    await register.holds(an_order(respondent=a_party(forenames="John", surname="Smith", dob=None)))
    chat = register.chat()
    await chat.say("any nmo on john smith he texted her 3 times last night")
    await getattr(chat, how)(chosen)
    assert DANGER in await chat.press("Record a breach")
    assert FILLED_IN in await chat.press("No")
    assert fields(chat)["happened"] == TOLD
    assert await stands_open(register, chat) == []


async def test_facts_outlast_the_question_why_somebody_is_looked_up(embedded: Database, order: Order) -> None:
    register = Register(embedded, Policy)
    chat = register.chat()
    await chat.say(LOOKED_UP)
    await chat.press("Incident or call")
    await chat.press("Record a breach")
    assert FILLED_IN in await chat.press("No")
    assert fields(chat)["happened"] == TOLD


async def test_what_was_filled_in_is_confirmed_by_saying_so_and_the_rest_is_asked_for(register: Register, order: Order) -> None:
    chat = register.chat()
    await chat.say(order.reference)
    await chat.say("he came to her house and texted her")
    await chat.say("yes")
    await chat.say("no")
    heard = await chat.say("when: last night about ten")
    assert FILLED_IN in heard
    assert [text for text in heard if text.startswith("Still needed")] == []
    assert CONDITIONS in await chat.say("ok")


async def test_a_whole_record_begun_from_first_words_is_sent(register: Register, order: Order) -> None:
    chat = register.chat()
    await chat.say(LOOKED_UP)
    await chat.press("Record a breach")
    await chat.press("No")
    for page in SIMPLE[1:]:
        assert not isinstance(page, str)
        await chat.press("Next", **page)
    assert any(text.startswith("Recorded as BR-") for text in await chat.press("Send"))
    assert [order_id for _, order_id, _ in register.follow_up.told] == [order.id]


async def test_facts_of_another_incident_are_kept_out_of_an_unfinished_record_and_begin_their_own(register: Register, order: Order) -> None:
    chat = register.chat()
    await chat.say(order.reference)
    await chat.press("Record a breach")
    await chat.press("No")
    await chat.press("Next", **ACCOUNT | {"happened": "He was at the gate."})
    await chat.press("Stop")
    await chat.say(LOOKED_UP)
    going_on = await chat.press("Record a breach")
    assert {KEPT_OUT, CONDITIONS} <= set(going_on)
    assert FILLED_IN not in going_on
    assert DANGER in await chat.press(ANOTHER)
    assert FILLED_IN in await chat.press("No")
    assert fields(chat)["happened"] == TOLD
    assert await stands_open(register, chat) == []
