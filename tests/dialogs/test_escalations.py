"""Whoever was told because nobody answered sees it, nudges the owner, or takes it over."""

from datetime import timedelta

import pytest

from bot.cards.escalations import NOTHING
from dialogs.escalations import ALREADY
from domain.officers import Officer
from storage.work import Database
from tests.duty import arrived, chat_with
from tests.fakes.chat import Chat
from tests.people import RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register
from tests.safe_contacts import is_known
from tests.trail import trail_of


@pytest.fixture
async def register(database: Database) -> Register:
    """Told to the supervisor: nobody has answered."""
    register = Register(database, (RESPONSE, VLO, SUPERVISOR))
    await register.open()
    for _ in range(2):
        await register.dispatched()
        (row,) = await register.live()
        register.clock.now = row.next_at
    return register


async def told(register: Register, officer: Officer = SUPERVISOR) -> Chat:
    chat = chat_with(register, officer)
    words = await arrived(register, chat, officer)
    assert "Neither the owner nor a colleague has answered. You are told as supervisor." in words
    return chat


async def test_what_was_escalated_is_listed_and_opened_with_its_owner(register: Register) -> None:
    chat = await told(register)
    assert {"Escalated to you", register.order.reference, "Jane Marlow", VLO.name} <= set(await chat.say("what was escalated to me?"))
    assert {VLO.name, "Reassurance contact"} <= set(await chat.press(f"Open {register.order.reference}"))
    await register.contact()
    assert NOTHING in await chat.say("escalated")


async def test_a_supervisor_who_was_told_reads_when_it_is_safe_too(register: Register) -> None:
    chat = await told(register)
    await chat.say("escalated")
    await is_known(register, "every day 6pm to 8pm")
    card = await chat.press(f"Open {register.order.reference}")
    assert any("18:00 to 20:00" in words for words in card)


async def test_the_owner_is_nudged_and_an_older_card_nudges_nobody(register: Register) -> None:
    chat, owner = await told(register), chat_with(register, VLO)
    (said,) = await chat.press("Nudge the owner")
    assert said.startswith(f"{register.order.reference}: the owner has the reminder again now.")
    assert "A supervisor asks you about this contact: nobody has recorded it yet." in await arrived(register, owner, VLO)
    register.clock.advance(timedelta(minutes=20))
    await chat.say("escalated")
    await chat.press(f"Open {register.order.reference}")
    await register.breach()
    assert await chat.press("Nudge the owner") == [f"{register.order.reference}: {ALREADY}"]


async def test_a_supervisor_takes_it_over_is_shown_it_and_the_owner_is_told(register: Register) -> None:
    chat, owner = await told(register), chat_with(register, VLO)
    said = await chat.press("Take it over")
    assert {"1 contact is now yours. Vic Liaison is told.", "Jane Marlow"} <= set(said)
    assert (await register.plan()).owner == SUPERVISOR.id
    assert "Contacts were moved by a supervisor" in await arrived(register, owner, VLO)


async def test_whoever_makes_no_contacts_is_told_of_no_escalations(register: Register) -> None:
    """To a response officer the words are no words of duty: the root looks for something else in them."""
    assert NOTHING in await chat_with(register, VLO).say("escalated")
    said = await chat_with(register, RESPONSE).say("escalated")
    assert [one for one in said if one == NOTHING or "Escalated" in one or register.order.reference in one] == []
    assert [one.event for one in await trail_of(register.database) if one.actor == RESPONSE.id and "contact" in one.event] == []
