"""What a new user types first: a button's own words, one surname, a short question; and what the welcome says is due."""

import pytest

from bot.turn import ABOVE_ALL
from dialogs.lookups import LookupDialog
from dialogs.root import LOOK_UP, NOTHING_ASKED
from domain.lookups import too_little
from domain.officers import Officer
from domain.particulars import read_particulars
from storage.work import Database
from tests.fakes.chat import Chat, chat_of
from tests.fakes.clock import NOON, FrozenClock
from tests.people import RESPONSE, VLO
from tests.policies import unasked


@pytest.fixture
async def chat(embedded: Database) -> Chat:
    return await chat_of(embedded, RESPONSE)


async def test_the_greeting_alone_is_marked_to_stand_above_what_came_before_the_officer(chat: Chat) -> None:
    assert "NMO Bot" in await chat.opened()
    assert await chat.opened() == []
    await chat.say("help")
    greeting, asked = chat.activities
    assert greeting["attachments"][0]["content"]["body"] == asked["attachments"][0]["content"]["body"]
    assert (greeting["channelData"], asked.get("channelData")) == ({ABOVE_ALL: True}, None)


@pytest.mark.parametrize("line", ["Look up an order", "find an order", "Find an order."])
async def test_the_look_ups_button_may_be_typed(chat: Chat, line: str) -> None:
    assert await chat.say(line) == [LOOK_UP]


@pytest.mark.parametrize("line", ["What guidance is there?", "what guidance is there", "guidance", "list guidance"])
async def test_the_button_that_lists_the_pages_may_be_typed(chat: Chat, line: str) -> None:
    assert (await chat.say(line))[0] == "Guidance I hold"


@pytest.mark.parametrize("line", ["smith", "Kaminski", "o'hara"])
async def test_one_word_that_is_no_ordinary_word_goes_to_the_look_up_which_says_what_to_type(chat: Chat, line: str) -> None:
    assert await chat.say(line) == ["lookups began."]


@pytest.mark.parametrize("line", ["quillfeather LS6", "quillfeather in ls6", "quillfeather LS6 3", "smith, ls6 2"])
async def test_one_name_and_a_part_of_a_postcode_go_to_the_look_up_which_says_what_to_type(chat: Chat, line: str) -> None:
    assert await chat.say(line) == ["lookups began."]


@pytest.mark.parametrize("line", ["LS6", "ls6?", "anything in LS6", "the M1 area"])
async def test_a_postcode_district_alone_is_said_not_to_be_enough_as_find_says_it(embedded: Database, line: str) -> None:
    await chat_of(embedded, RESPONSE)
    real = Chat(embedded, RESPONSE, real_lookups=LookupDialog(embedded.work, FrozenClock(), unasked))
    assert await real.say(line) == [too_little(read_particulars("find LS6", NOON.date()))]


@pytest.mark.parametrize("line", ["cheers m8", "what is s42a", "s42a"])
async def test_talk_and_a_section_of_an_act_are_no_postcode_district(chat: Chat, line: str) -> None:
    assert await chat.say(line) != ["lookups began."]


@pytest.mark.parametrize("line", ["yes", "No.", "y", "nope"])
async def test_a_bare_yes_or_no_with_nothing_open_gets_one_short_line(chat: Chat, line: str) -> None:
    assert await chat.say(line) == [NOTHING_ASKED]


@pytest.mark.parametrize(
    ("line", "page"),
    [
        ("how long does it last", "How long an NMO lasts"),
        ("what is the penalty", "Sentence for breach of an NMO"),
        ("penalty", "Sentence for breach of an NMO"),
    ],
)
async def test_a_short_question_finds_its_page(chat: Chat, line: str, page: str) -> None:
    assert (await chat.say(line))[0] == page


async def test_who_keeps_up_contacts_is_told_how_many_are_due_and_nobody_else(embedded: Database) -> None:
    async def owed(_: Officer) -> int:
        return 3

    await chat_of(embedded, VLO)
    liaison, response = [await Chat(embedded, who, owed=owed).say("help") for who in (VLO, RESPONSE)]
    assert '3 contacts are due today. Press My contacts, or type "my contacts".' in liaison
    assert "due today" not in " ".join(response)
