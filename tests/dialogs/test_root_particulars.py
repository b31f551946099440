"""Lines that ask by an age or by a place in a condition reach the look-up."""

import pytest

from storage.work import Database
from tests.fakes.chat import Chat
from tests.people import EVERYONE, RESPONSE


@pytest.fixture
async def chat(embedded: Database) -> Chat:
    async with embedded.work() as uow:
        await uow.officers.save(EVERYONE)
    return Chat(embedded, RESPONSE)


@pytest.mark.parametrize(
    "line",
    [
        "any order about Elmfield Primary",
        "nmo mentioning Harbour Street",
        "who is banned from elmfield primary?",
        "conditions naming the royal oak pub",
        "john smith about 40",
        "wilf quill in his 40s",
    ],
)
async def test_an_age_and_a_place_in_a_condition_are_looked_up(chat: Chat, line: str) -> None:
    await chat.say(line)
    assert chat.lookups.begun == [line]


@pytest.mark.parametrize("line", ["what is a breach", "can he go to the school", "what about the school run"])
async def test_a_question_that_names_no_place_is_no_look_up(chat: Chat, line: str) -> None:
    await chat.say(line)
    assert chat.lookups.begun == []
