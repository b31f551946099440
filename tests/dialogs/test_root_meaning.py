"""A line that no plain sign decides: the jobs it may mean are asked for with buttons, by what the role may do."""

import pytest

from bot.cards.meaning import WHICH
from bot.duty_words import Duty
from dialogs.plainly import DUTY_DIALOGS
from storage.work import Database
from tests.fakes.chat import Chat, chat_of
from tests.people import AUDITOR, RESPONSE, VLO

CONTACTS = ["still cant get hold of bethan", "someone else should have bethan", "tried bethan again and nothing"]
# These tell of a contact that was made: whoever makes contacts is asked whether it is to be recorded so.
MADE = ["no joy on the phone with bethan", "spoke to jade all ok", "rang her no answer"]
# To whoever makes contacts these are plain: their reminder is put off.
PUT_OFF = ["nudge me again in 45 mins", "shift it to friday"]
BREACHES = ["her ex was parked up on the corner watching", "ex has turned up at her mums", "he has texted her again"]


@pytest.fixture
async def liaison(embedded: Database) -> Chat:
    return await chat_of(embedded, VLO)


@pytest.mark.parametrize("line", CONTACTS)
async def test_what_was_said_of_a_contact_leads_to_the_list_of_contacts(liaison: Chat, line: str) -> None:
    assert await liaison.say(line) == [WHICH]
    assert list(liaison.buttons) == ["My contacts", "Ask the guidance"]


@pytest.mark.parametrize("line", BREACHES)
async def test_what_may_be_a_breach_is_recorded_by_its_button(embedded: Database, line: str) -> None:
    chat = await chat_of(embedded, RESPONSE)
    assert await chat.say(line) == [WHICH]
    assert next(iter(chat.buttons)) == "Record a breach"
    await chat.press("Record a breach")
    assert chat.breaches.begun == ["record a breach"]


@pytest.mark.parametrize("line", [*CONTACTS, *MADE, *PUT_OFF, *BREACHES])
async def test_nobody_is_offered_what_their_role_may_not_do(embedded: Database, line: str) -> None:
    chat = await chat_of(embedded, AUDITOR)
    assert WHICH not in await chat.say(line)
    assert not {"My contacts", "Record a breach"} & chat.buttons.keys()


@pytest.mark.parametrize("line", ["will it rain later", "what is the capital of peru", "you are a star", "who won the match"])
async def test_talk_is_not_made_into_a_job(liaison: Chat, line: str) -> None:
    assert WHICH not in await liaison.say(line)


@pytest.mark.parametrize(
    "line", ["can i arrest if he texted her", "is it a breach if he rang her", "what if there is no answer from the victim"]
)
async def test_a_question_that_a_page_answers_stays_one(liaison: Chat, line: str) -> None:
    assert WHICH not in await liaison.say(line)


def test_whatever_is_typed_of_duty_has_a_dialog_that_hears_it() -> None:
    assert DUTY_DIALOGS.keys() == set(Duty)
