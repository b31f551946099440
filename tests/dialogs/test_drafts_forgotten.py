"""What was told into a draft that is thrown away is told in no chat any more."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from dialogs.order_changes import LEFT
from dialogs.registering import DROPPED
from domain.conversations import ERASED
from domain.orders import Order
from domain.outbox import TAKE_AWAY
from services.jobs import DRAFTS_KEPT, keep_house
from services.paper_intake import take_paper
from storage.tables.core import message
from storage.tables.outbox import outbox
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import Ticking
from tests.orders import an_order
from tests.papers import a_pdf, at_once
from tests.people import DESK, RESPONSE
from tests.registering import CLOCK, FORM, hold_orders, register_chat
from tests.reminding import JOB
from tests.retention import Office, an_old_order

WORDS = "never-again-words"


async def said_in_chats(database: Database) -> str:
    async with database.reading() as uow:
        rows = (await uow.connection.execute(select(message).order_by(message.c.seq))).all()
        return str([uow.messages._message(row).activity for row in rows])


async def begun(database: Database, clock: Ticking) -> Chat:
    await hold_orders(database, [])
    chat = register_chat(database, RESPONSE, clock)
    await chat.say("thanks")
    await chat.say("register an order")
    await chat.press("Next: check and save", **{**FORM, "respondent_surname": "Quillfeather"})
    return chat


async def test_a_dropped_registration_leaves_none_of_its_words_in_the_chat(database: Database) -> None:
    chat = await begun(database, Ticking(CLOCK.now))
    assert "Quillfeather" in await said_in_chats(database)
    assert await chat.press("Drop the draft") == [DROPPED]
    left = await said_in_chats(database)
    assert ("Quillfeather" in left, ERASED in left, "thanks" in left, DROPPED in left) == (False, True, True, True)


async def test_a_draft_whose_paper_goes_to_an_order_that_is_held_leaves_none_of_its_words(database: Database) -> None:
    clock, order = Ticking(CLOCK.now), an_order(case_no=FORM["case_no"].replace(" ", ""))
    await hold_orders(database, [order])
    await take_paper(database.work, clock, RESPONSE, "order.pdf", a_pdf(), at_once)
    chat = register_chat(database, RESPONSE, clock)
    await chat.say("register an order")
    await chat.press("Next: check and save", **{**FORM, "respondent_surname": "Quillfeather"})
    assert "Quillfeather" in await said_in_chats(database)
    await chat.press(f"It is the paper of {order.reference}")
    left = await said_in_chats(database)
    assert ("Quillfeather" in left, ERASED in left, order.reference in left) == (False, True, True)


async def test_a_registration_that_nobody_goes_on_with_leaves_none_either(database: Database) -> None:
    clock = Ticking(CLOCK.now)
    await begun(database, clock)
    clock.advance(DRAFTS_KEPT + timedelta(hours=1))
    await keep_house(database.work, clock, JOB)
    left = await said_in_chats(database)
    assert ("Quillfeather" in left, ERASED in left, "thanks" in left) == (False, True, True)


async def told_of(database: Database, order: Order) -> Chat:
    """The draft of a change whose words stand in the chat."""
    await hold_orders(database, [order])
    chat = register_chat(database, RESPONSE, Ticking(CLOCK.now))
    await chat.say(order.reference)
    await chat.say("told him of the order today")
    told = {"by_whom": "PC 1", "how": "told_by_officer", "learned": "officer", "words": WORDS}
    await chat.press("Show before and after", **told)
    assert WORDS in await said_in_chats(database)
    return chat


async def test_a_change_that_is_left_alone_leaves_none_of_its_words(database: Database) -> None:
    order = an_order()
    chat = await told_of(database, order)
    assert await chat.press("Leave it") == [LEFT]
    left = await said_in_chats(database)
    assert (WORDS in left, order.reference in left) == (False, True)


async def test_a_change_that_another_of_its_kind_takes_the_place_of_leaves_none_either(database: Database) -> None:
    order = an_order()
    chat = await told_of(database, order)
    assert f"Told of the order: {order.reference}" in await chat.say("told him of the order yesterday")
    left = await said_in_chats(database)
    assert (WORDS in left, order.reference in left) == (False, True)


@pytest.fixture
async def office(database: Database) -> Office:
    office = Office(database)
    office.clock = Ticking(office.clock.now)
    await office.holds(an_old_order())
    return office


async def told(office: Office) -> Chat:
    chat = office.chat(RESPONSE)
    await chat.say("piers quillfeather dob 12/3/85")
    await chat.press("Record a breach")
    await chat.press("No")
    await chat.say(f"He came up to her and said {WORDS} last night about ten")
    return chat


async def test_a_discarded_breach_leaves_none_of_its_words_in_the_chat(office: Office) -> None:
    chat = await told(office)
    assert WORDS in await said_in_chats(office.database)
    await chat.say("stop")
    await chat.say("piers quillfeather dob 12/3/85")
    await chat.press("Record a breach")
    await chat.press("Stop")
    await chat.press("Discard these answers")
    left = await said_in_chats(office.database)
    assert (WORDS in left, ERASED in left) == (False, True)


async def test_what_others_show_of_the_order_itself_stays(office: Office) -> None:
    other = office.chat(DESK)
    await other.say("piers quillfeather dob 12/3/85")
    chat = await told(office)
    await chat.press("Stop")
    await chat.press("Discard these answers")
    async with office.database.reading() as uow:
        shown = await uow.messages.since(f"web-{DESK.id}", 0, CLOCK.now.min.replace(tzinfo=CLOCK.now.tzinfo))
        planned = (await uow.connection.execute(select(outbox).where(outbox.c.stage == TAKE_AWAY))).all()
    assert len(shown) > 1
    assert [one for one in shown if one.activity.get("text") == ERASED] == []
    assert planned == []
