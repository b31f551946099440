"""The reason's own words typed in the chat, while a card asks for them; and the numbers of the list while it is the last thing asked."""

import pytest

from bot.cards.reasons import WHY
from dialogs.lookups import LookupDialog
from dialogs.orders import OrderDialog
from dialogs.reasons import SAY_WHICH
from dialogs.root import NOTHING_OPEN, STILL_OPEN
from dialogs.whereabouts import WhereaboutsDialog
from domain.policies import Policy
from guidance.danger import IN_DANGER
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE, VLO

ASKED = "any nmo on john smiht dob 12/3/85"
IN_FORCE = "In force on what the court last told us"
OTHER = "Other (say which)"


@pytest.fixture
async def register(database: Database) -> Database:
    order = an_order()
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return database


@pytest.fixture
def chat(register: Database) -> Chat:
    return Chat(register, RESPONSE, real_lookups=LookupDialog(register.work, FrozenClock(), Policy))


async def given(database: Database) -> list[tuple[str | None, str]]:
    async with database.reading() as uow:
        return [(one.typed, one.reason) for one in await uow.audit.since() if one.event == "lookup:reason:given"]


async def searched(database: Database) -> list[str | None]:
    async with database.reading() as uow:
        return [one.typed for one in await uow.audit.since() if one.event == "lookup:orders:searched"]


@pytest.mark.parametrize(
    "words", ["checking for a colleague", "she asked if he can come back?", "firearms licence", "what the school told us"]
)
async def test_words_typed_while_it_is_asked_which_are_the_reason_and_the_look_up_goes_on(
    register: Database, chat: Chat, words: str
) -> None:
    await chat.say(ASKED)
    await chat.press(OTHER)
    assert (await chat.say(words))[1] == IN_FORCE
    assert (await given(register), await searched(register)) == ([(words, "other")], [ASKED])
    assert words not in str(await chat.state())


@pytest.mark.parametrize("line", ["other: a report from the school", "Other - a report from the school", "other a report from the school"])
async def test_other_and_the_words_may_be_typed_in_one_line(register: Database, chat: Chat, line: str) -> None:
    await chat.say(ASKED)
    assert (await chat.say(line))[1] == IN_FORCE
    assert (await given(register), await searched(register)) == ([("a report from the school", "other")], [ASKED])


@pytest.mark.parametrize("line", ["other", "6"])
async def test_other_alone_asks_which_and_the_words_follow(register: Database, chat: Chat, line: str) -> None:
    await chat.say(ASKED)
    assert (await chat.say(line))[0] == WHY
    assert (await chat.say("checking for a colleague"))[1] == IN_FORCE
    assert await given(register) == [("checking for a colleague", "other")]


@pytest.mark.parametrize("line", ["yes", "no", "2"])
async def test_what_tells_nothing_is_no_reason_and_which_is_asked_again(register: Database, chat: Chat, line: str) -> None:
    await chat.say(ASKED)
    await chat.press(OTHER)
    assert await chat.say(line) == [SAY_WHICH]
    assert await given(register) == []
    assert (await chat.say("checking for a colleague"))[1] == IN_FORCE


@pytest.mark.parametrize("line", ["any nmo on wilf quill", "wilf quill 1/2/70", "new incident"])
async def test_another_look_up_or_incident_is_no_reason(register: Database, chat: Chat, line: str) -> None:
    await chat.say(ASKED)
    await chat.press(OTHER)
    assert (await chat.say(line))[0] == WHY
    assert (await given(register), await searched(register)) == ([], [])


async def test_help_and_stop_are_no_reason_and_end_the_asking(register: Database, chat: Chat) -> None:
    for line in ("help", "stop", "record a breach"):
        await chat.say(ASKED)
        await chat.press(OTHER)
        await chat.say(line)
    assert await given(register) == []


async def test_danger_is_answered_and_which_is_still_awaited(register: Database, chat: Chat) -> None:
    await chat.say(ASKED)
    await chat.press(OTHER)
    assert IN_DANGER.split(".")[0] in " ".join(await chat.say("hes outside her house"))
    assert await given(register) == []
    assert (await chat.say("checking for a colleague"))[1] == IN_FORCE


async def test_in_the_midst_of_a_record_the_words_are_the_reasons_and_the_record_is_asked_for_again(register: Database, chat: Chat) -> None:
    await chat.say("record a breach")
    await chat.say(ASKED)
    await chat.press(OTHER)
    said = await chat.say("checking for a colleague")
    assert (said[1], STILL_OPEN in said, chat.breaches.answers) == (IN_FORCE, True, [])
    await chat.say("he rang her")
    assert chat.breaches.answers == ["he rang her"]


async def test_the_numbers_hold_while_the_list_is_the_last_thing_asked(register: Database, chat: Chat) -> None:
    await chat.say(ASKED)
    await chat.say("can i arrest if it has not been served")
    await chat.say("help")
    assert (await chat.say("2"))[1] == IN_FORCE
    assert await given(register) == [(None, "arrest")]


async def test_the_numbers_end_with_the_asking(register: Database, chat: Chat) -> None:
    await chat.say(ASKED)
    assert await chat.say("stop") == [NOTHING_OPEN]
    await chat.say("2")
    assert await given(register) == []


async def test_the_words_for_an_address_may_be_typed_too(register: Database) -> None:
    work, clock = register.work, FrozenClock()
    dialogs = [LookupDialog(work, clock, Policy), OrderDialog(work, clock, Policy), WhereaboutsDialog(work, clock, Policy)]
    chat = Chat(register, VLO, dialogs)
    await chat.say(ASKED)
    await chat.press("Incident or call")
    await chat.press("Address of the protected person")
    await chat.press(OTHER)
    assert "Address of the protected person" in await chat.say("panic alarm to be fitted")
    assert (await given(register))[-1] == ("panic alarm to be fitted", "other")
