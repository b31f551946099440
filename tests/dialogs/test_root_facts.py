"""What is told under an order goes to the record of a breach of it; a question about the law, or another person, never does."""

from dataclasses import replace

import pytest

from bot.intents import only_tells
from dialogs.breaches import WHICH_ORDER
from domain.officers import Role
from domain.orders import Order
from storage.work import Database
from tests.dialogs.breach_chat import Register
from tests.fakes.chat import LIBRARY, Chat
from tests.orders import a_party, an_order
from tests.people import RESPONSE

TOLD = [
    "he texted her 3 times last night from a new number",
    "He rang her from 07700 900123 last night.",
    "he texted her on 21/11/26 at 10pm",
    "he breached the order last night, came to her house and shouted at her",
    "he texted her and went to 14 larkfield row",
    "so he rang her and threatened her",
    "respondent went to her house and smashed a window",
    "last night he came to her work",
    "her ex turned up at the school and shouted at her",
    "he's been ringing her all night",
    "he sent his mum to her house with a letter",
    "he came to her house with tom farrow",
    "the suspect texted jane marlow twice",
]
ASKED = [
    "he texted her, is that a breach?",
    "he texted her is it still a breach",
    "he texted her can i arrest",
    "he texted her. what should i do",
    "is he allowed to text her",
    "could he text her",
    "what happens if he texts her",
    "does it count if he texted her",
    "has he been served, he texted her",
    "can i arrest if he came to her house",
    "he texted her, need advice",
    "he texted her, any order on tom farrow",
]
OTHERS = [
    "find tom farrow he texted her",
    "any nmo on tom farrow dob 12/3/85 he texted her last night",
    "tom farrow dob 12/3/85 he texted her",
    "look up tom farrow, he came to her house",
]


@pytest.fixture
async def order(embedded: Database) -> Order:
    order = an_order()
    await Register(embedded).holds(order, an_order(respondent=a_party(forenames="Tom", surname="Farrow")))
    return order


@pytest.fixture
async def chat(embedded: Database, order: Order) -> Chat:
    """A chat in which the order was shown."""
    chat = Register(embedded).chat()
    await chat.say(order.reference)
    return chat


def same(order: Order) -> str:
    return f"Is it {order.reference}, the order last shown here?"


@pytest.mark.parametrize("line", TOLD)
async def test_what_is_told_right_under_an_order_is_offered_as_a_breach_of_it(chat: Chat, order: Order, line: str) -> None:
    assert same(order) in await chat.say(line)


@pytest.mark.parametrize("line", ASKED)
async def test_a_question_is_never_taken_for_an_account(chat: Chat, order: Order, line: str) -> None:
    assert same(order) not in await chat.say(line)
    assert not only_tells(line)


async def test_a_question_under_an_order_finds_its_page_all_the_same(chat: Chat, order: Order) -> None:
    titles = {page.title for page in LIBRARY.pages}
    assert titles & set(await chat.say("can i arrest if he came to her house"))


@pytest.mark.parametrize("line", OTHERS)
async def test_whoever_else_is_named_is_looked_up(chat: Chat, order: Order, line: str) -> None:
    heard = await chat.say(line)
    assert same(order) not in heard
    assert any("Tom Farrow" in text for text in heard)


async def test_what_is_told_a_while_later_is_still_of_the_order_shown_last(chat: Chat, order: Order) -> None:
    await chat.say("can i arrest if it has not been served")
    await chat.say("thanks")
    assert same(order) in await chat.say(TOLD[0])


@pytest.mark.parametrize("line", TOLD)
async def test_where_no_order_was_shown_nothing_is_offered_and_nothing_kept(embedded: Database, order: Order, line: str) -> None:
    chat = Register(embedded).chat("new")
    heard = await chat.say(line)
    assert [text for text in heard if text.startswith("Is it NMO-") or text == WHICH_ORDER] == []


async def test_an_order_that_was_said_not_to_be_the_persons_takes_no_facts(chat: Chat, order: Order) -> None:
    await chat.press("Not this person")
    assert same(order) not in await chat.say(TOLD[0])


async def test_whoever_may_no_longer_record_a_breach_is_offered_none(embedded: Database, chat: Chat, order: Order) -> None:
    async with embedded.work() as uow:
        await uow.officers.save([replace(RESPONSE, roles=frozenset({Role.AUDITOR}))])
    assert same(order) not in await chat.say(TOLD[0])


async def test_in_an_open_record_what_is_told_is_an_answer(chat: Chat, order: Order) -> None:
    await chat.press("Record a breach")
    await chat.press("No")
    heard = await chat.say(TOLD[0])
    assert same(order) not in heard
    assert any(text.startswith("I read that as: ") and "How: Contact" in text for text in heard)
