"""What an officer may do in the middle of a record: look somebody up, stop, and lose nothing."""

import pytest

from bot.intents import is_plain_look_up
from dialogs.root import STILL_OPEN
from storage.work import Database
from tests.fakes.chat import Chat, chat_of
from tests.people import RESPONSE


@pytest.fixture
async def chat(embedded: Database) -> Chat:
    return await chat_of(embedded, RESPONSE)


@pytest.mark.parametrize(
    "line",
    [
        "any nmo on pat quill dob 1/2/80",
        "Is there an order on Pat Quill",
        "find pat quill 1/2/80",
        "look up Quill 1980",
        "NMO-25FFR7",
        "case 1704086718639547",
        "BM26F78256",
    ],
)
def test_a_line_that_only_asks_for_an_order_is_a_look_up(line: str) -> None:
    assert is_plain_look_up(line)


@pytest.mark.parametrize(
    "line",
    [
        "he said there was no order on him",
        "any nmo",
        "he broke the order on 12/3/26 at her door",
        "order served on him in court",
        "texted about case 1704086718639547 and came round",
        "yesterday at 10",
        "found him outside",
        "find her phone",
    ],
)
def test_an_answer_that_speaks_of_orders_is_an_answer(line: str) -> None:
    assert not is_plain_look_up(line)


async def test_a_plain_look_up_in_an_open_question_is_answered_and_the_question_stays_open(chat: Chat) -> None:
    await chat.say("record a breach")
    assert await chat.say("any nmo on dave hollins dob 4/7/79") == ["lookups began.", STILL_OPEN]
    await chat.say("he rang her")
    assert chat.breaches.answers == ["he rang her"]


async def test_a_question_about_the_law_in_an_open_question_is_answered_and_is_no_part_of_the_record(chat: Chat) -> None:
    await chat.say("record a breach")
    said = await chat.say("can i arrest if it has not been served")
    assert (said[0], STILL_OPEN in said) == ("Not served? Ask: did they know?", True)
    assert chat.breaches.answers == []
    await chat.say("he rang her")
    assert chat.breaches.answers == ["he rang her"]


@pytest.mark.parametrize("line", ["my contacts", "My reminders?", "show my contacts", "contacts due", "who do i need to call today"])
async def test_asking_for_contacts_in_an_open_question_shows_them_and_is_no_part_of_the_record(chat: Chat, line: str) -> None:
    await chat.say("record a breach")
    assert await chat.say(line) == ["contacts began.", STILL_OPEN]
    assert chat.breaches.answers == []


@pytest.mark.parametrize("line", ["he found my contacts", "he has my list of calls", "my contacts were on his phone", "who did he call"])
async def test_an_account_that_speaks_of_contacts_is_an_answer(chat: Chat, line: str) -> None:
    await chat.say("record a breach")
    await chat.say(line)
    assert chat.breaches.answers == [line]


async def test_a_question_that_a_page_answers_is_answered_whatever_word_it_begins_with(chat: Chat) -> None:
    await chat.say("record a breach")
    said = await chat.say("does it count if he has not been served?")
    assert (STILL_OPEN in said, chat.breaches.answers) == (True, [])
