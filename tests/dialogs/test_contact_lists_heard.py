"""Words that ask for a list reach it from anywhere in the chat, and an open question keeps what may be an answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialogs.contacts_joined import contact_dialogs
from dialogs.root import STILL_OPEN
from domain.contacts import Risk
from domain.policies import Policy
from storage.work import Database
from tests.fakes.capabilities import Asking, Once
from tests.fakes.chat import Chat, chat_of
from tests.people import RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register

LISTS = [
    "who's due today",
    "overdue",
    "high risk outstanding north team",
    "this week",
    "unowned",
    "who is waiting",
    "weekly report",
    "my calendar",
    "whos due next week",
]


@pytest.mark.parametrize("line", LISTS)
async def test_a_list_is_for_the_dialog_of_contacts(embedded: Database, line: str) -> None:
    chat = await chat_of(embedded, RESPONSE)
    await chat.say(line)
    assert chat.contacts.begun == [line]


@pytest.mark.parametrize("line", ["overdue john smith", "is john smith high risk", "jane marlow"])
async def test_a_name_beside_it_is_looked_up(embedded: Database, line: str) -> None:
    chat = await chat_of(embedded, RESPONSE)
    await chat.say(line)
    assert (chat.contacts.begun, chat.lookups.begun) == ([], [line])


async def test_in_an_open_question_a_list_comes_first_and_then_the_question_again(embedded: Database) -> None:
    chat = await chat_of(embedded, VLO)
    await chat.say("record a breach")
    said = await chat.say("who's due today")
    assert chat.contacts.begun == ["who's due today"]
    assert STILL_OPEN in said


@pytest.mark.parametrize("answer", ["high risk", "today", "this week", "overdue"])
async def test_what_may_be_an_answer_is_one(embedded: Database, answer: str) -> None:
    chat = await chat_of(embedded, VLO)
    await chat.say("record a breach")
    await chat.say(answer)
    assert (chat.contacts.begun, chat.breaches.answers) == ([], [answer])


async def test_the_dialog_of_contacts_hands_on_what_asks_for_more_than_todays(database: Database) -> None:
    register = Register(database)
    plan = await register.open()
    async with database.work() as uow:
        await uow.contacts.save(replace(plan, owner=VLO.id, risk=Risk.HIGH, version=plan.version + 1))
    register.clock.advance(timedelta(days=2))
    work, clock = database.work, register.clock
    capabilities = [*contact_dialogs(work, clock, Policy), Asking("breaches"), Once("lookups")]
    chat = Chat(database, SUPERVISOR, capabilities, clock=clock)
    assert "Overdue, north team" in await chat.say("overdue north team")
    assert "Who is waiting" in await chat.say("who is waiting")
    assert "Contacts due" in await chat.say("my contacts")
    await chat.say("record a breach")
    assert "Due today" in await chat.say("who's due today")
