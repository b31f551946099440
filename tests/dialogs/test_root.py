"""The root hears danger first, keeps an open question open, and sends each line to the capability it belongs to."""

import pytest
from sqlalchemy import text

from bot.bodies import TOO_LONG
from bot.cards.guidance import NOT_LOOKED_UP
from bot.cards.welcome import NO_EMERGENCY
from dialogs.root import EMPTY, LOOK_UP, NO_LIST, NOTHING_OPEN, WELCOME_WORDS
from guidance.danger import TITLE
from storage.work import Database
from tests.fakes.capabilities import DRAFT, STOPPED
from tests.fakes.chat import LIBRARY, Chat, chat_of
from tests.fakes.clock import NOON
from tests.people import AUDITOR, EVERYONE, RESPONSE, VLO

PAGES = {NOT_LOOKED_UP, *(page.title for page in LIBRARY.pages)}
DANGER = "he is kicking the door in now"


@pytest.fixture
async def chat(embedded: Database) -> Chat:
    return await chat_of(embedded, RESPONSE)


@pytest.mark.parametrize("line", ["Hi", "hello", "Good morning!", "help", "HELP!", "?", "menu", "what can I do here?", "  help  "])
async def test_hi_hello_and_help_show_what_one_can_do_here(chat: Chat, line: str) -> None:
    said = await chat.say(line)
    assert f"You are signed in as {RESPONSE.name} (response officer)." in said
    assert NO_EMERGENCY in said
    assert list(chat.buttons) == ["Look up an order", "What guidance is there?"]


async def test_each_role_is_shown_only_what_it_may_do(embedded: Database) -> None:
    auditor, liaison = await chat_of(embedded, AUDITOR), Chat(embedded, VLO)
    told = await auditor.say("help")
    assert not [line for line in told if "Look an order up" in line or "breach" in line]
    assert not [line for line in told if "app.py" in line], "the page would make a link of it"
    await liaison.say("help")
    assert list(auditor.buttons) == ["What guidance is there?"]
    assert list(liaison.buttons) == ["Look up an order", "My contacts", "What guidance is there?"]


async def test_the_buttons_of_help_lead_on(chat: Chat) -> None:
    await chat.say("help")
    assert await chat.press("Look up an order") == [LOOK_UP]
    assert (await chat.press("What guidance is there?"))[0] == "Guidance I hold"
    await chat.press("Evidence")
    page = next(page for page in LIBRARY.pages if page.topic == "evidence")
    assert (await chat.press(page.title))[0] == page.title


async def test_words_of_danger_are_answered_before_anything_else(chat: Chat) -> None:
    said = await chat.say(f"any nmo on john smith, {DANGER}")
    assert said[0] == TITLE
    assert "999" in said[1]
    assert said[-1] == "lookups began.", "whoever was asked about is looked up, after that"


@pytest.mark.parametrize("line", ["help im being attacked", "hes outside her house", "shots fired", "I need backup", "shes screaming"])
async def test_words_of_danger_are_never_looked_up_as_a_name(chat: Chat, line: str) -> None:
    assert (await chat.say(line))[0] == TITLE
    assert chat.lookups.begun == []


@pytest.mark.parametrize(
    "line", ["nope he has left", "she said yes", "ok will do", "they are getting married", "he may call back", "give me a minute"]
)
async def test_talk_is_never_looked_up_as_a_name(chat: Chat, line: str) -> None:
    await chat.say(line)
    assert chat.lookups.begun == []


@pytest.mark.parametrize(
    "line",
    [
        "who is john smith",
        "what about jane marlow",
        "is john smith allowed at the school",
        "john smith LS6",
        "can dave hollins go to her work",
    ],
)
async def test_a_question_about_somebody_that_no_page_answers_is_a_look_up(chat: Chat, line: str) -> None:
    await chat.say(line)
    assert chat.lookups.begun == [line]


@pytest.mark.parametrize("line", ["2", "choose 2", "the second one"])
async def test_a_choice_with_no_list_before_it_is_told_so(chat: Chat, line: str) -> None:
    assert await chat.say(line) == [NO_LIST]


@pytest.mark.parametrize("line", ["alice quick", "Margaret Court", "Will May", "hugh grant", "bob hope", "courtney love", "mary street"])
async def test_a_surname_that_is_a_word_is_looked_up_all_the_same(chat: Chat, line: str) -> None:
    await chat.say(line)
    assert chat.lookups.begun == [line]


async def test_in_an_open_question_danger_is_answered_first_and_the_question_hears_the_words_too(chat: Chat) -> None:
    await chat.say("record a breach")
    said = await chat.say(DANGER)
    assert (said[0], said[-1]) == (TITLE, "Noted. And then?")
    await chat.say("and he left")
    assert chat.breaches.answers == [DANGER, "and he left"]
    assert chat.breaches.begun == ["record a breach"]


async def test_an_account_in_an_open_question_that_cries_for_help_is_answered_and_kept(chat: Chat) -> None:
    await chat.say("record a breach")
    said = await chat.say("help im being attacked")
    assert (said[0], said[-1]) == (TITLE, "Noted. And then?")
    assert chat.breaches.answers == ["help im being attacked"]


async def test_danger_typed_into_a_card_is_answered_first_too(chat: Chat) -> None:
    await chat.say("record a breach")
    said = await chat.press("Yes", account="he is outside her house")
    assert (said[0], said[-1]) == (TITLE, "Noted.")


@pytest.mark.parametrize(
    "line", ["cancel", "stop", "Stop!", "never mind", "forget that, wrong person", "start again", "cancel that please"]
)
async def test_cancel_stops_an_open_question_and_says_when_there_is_none(chat: Chat, line: str) -> None:
    assert await chat.say(line) == [NOTHING_OPEN]
    await chat.say("record a breach")
    assert await chat.say(line) == [STOPPED]
    assert await chat.state() == {"stack": []}
    assert await chat.say(line) == [NOTHING_OPEN]


@pytest.mark.parametrize(
    "line",
    [
        "stop shouting, he said",
        "cancel my wedding he told her",
        "he said stop it and never mind the order",
        "yes",
        "ok",
        "thanks",
        "good morning",
        "evening",
        "hi",
        "record a breach",
        "can he still ring her, he asked me",
        "he was at 14 Larkfield Row on 12/3/26",
        "John Smith",
    ],
)
async def test_an_open_question_hears_whatever_answers_it(chat: Chat, line: str) -> None:
    await chat.say("record a breach")
    assert await chat.say(line) == ["Noted. And then?"]
    assert chat.breaches.answers == [line]


async def test_help_in_an_open_question_helps_and_leaves_it_open(chat: Chat) -> None:
    await chat.say("record a breach")
    assert (await chat.say("help"))[0] == "NMO Bot"
    await chat.say("he rang her")
    assert chat.breaches.answers == ["he rang her"]


@pytest.mark.parametrize(
    "line",
    [
        "is it an offence if he was not served",
        "does he need to be served before i can arrest",
        "has the order got to be served in person",
        "is a breach of an order an offence",
        "is it in force if not served",
    ],
)
async def test_a_question_about_the_law_is_no_look_up_though_it_sounds_like_one(chat: Chat, line: str) -> None:
    assert LIBRARY.answer(line, NOON.date()).title in await chat.say(line)
    assert chat.lookups.begun == []


@pytest.mark.parametrize("line", ["smith john 12 march 85", "john smith 12MAR85", "john smith 1985-03-12", "has john got a non mol"])
async def test_a_name_is_looked_up_however_the_date_of_birth_is_written(chat: Chat, line: str) -> None:
    await chat.say(line)
    assert chat.lookups.begun == [line]


@pytest.mark.parametrize(
    "line",
    ["record a breach john smith dob 12/3/85", "breach - texted her 3 times last night on order FM24F00123", "log a breach NMO-22RCN7"],
)
async def test_a_breach_told_with_whose_order_it_is_shows_that_order_first(chat: Chat, line: str) -> None:
    await chat.say(line)
    assert (chat.lookups.begun, chat.breaches.begun) == ([line], [])


@pytest.mark.parametrize(
    "line", ["record a breach", "breach yday evening, facebook, victim is angela ross", "log a breach, he rang at 9 on 12/11/26"]
)
async def test_a_breach_told_without_a_particular_asks_which_order(chat: Chat, line: str) -> None:
    await chat.say(line)
    assert (chat.lookups.begun, chat.breaches.begun) == ([], [line])


async def test_too_long_and_empty_lines_are_said_to_be_so(chat: Chat) -> None:
    assert await chat.say("x" * 4_001) == [TOO_LONG]
    assert await chat.say("") == await chat.say(" \n ") == [EMPTY]
    assert await chat.say("thank you!") == [WELCOME_WORDS]


async def test_what_is_kept_of_an_open_question_is_ids_alone(chat: Chat) -> None:
    await chat.say("record a breach by John Smith on Jade Marlow")
    await chat.say("he shouted at Jade")
    assert await chat.state() == {"stack": [{"id": "breaches", "state": {"draft": DRAFT}}]}


async def test_a_refused_press_leaves_the_question_and_the_button_as_they_were(chat: Chat) -> None:
    await chat.say("record a breach")
    before = await chat.state()
    assert [await chat.press("No") for _ in range(2)] == [["That is for a supervisor."]] * 2
    assert await chat.state() == before
    assert await chat.press("Yes") == ["Noted."]
    assert "nothing was done twice" in (await chat.press("No"))[0]


async def test_a_button_of_an_older_version_is_refused_in_words(chat: Chat, embedded: Database) -> None:
    await chat.say("help")
    async with embedded.work() as uow:
        await uow.connection.execute(text("UPDATE action SET verb = 'gone:verb'"))
    assert "no longer live" in (await chat.press("What guidance is there?"))[0]


ROUTES = [
    ("any nmo on dave hollins dob 4/7/79", "lookups"),
    ("is there an order against kev o'brien", "lookups"),
    ("live orders on ZZ1 4AB", "lookups"),
    ("check mary-ann tuck born 1990", "lookups"),
    ("find sian llewellyn", "lookups"),
    ("07700 900123", "lookups"),
    ("+44 7700 900 123", "lookups"),
    ("14 larkfield row", "lookups"),
    ("3 Cobbler's Yard Ambermere", "lookups"),
    ("made.up@mail.example", "lookups"),
    ("look up the respondent at 3 cobblers yard", "lookups"),
    ("1700 1234 5678 9012", "lookups"),
    ("case no 1700123456789012", "lookups"),
    ("order number LV25F00017", "lookups"),
    ("NMO-7F3K2D", "lookups"),
    ("has he been served? case LV25F00017", "lookups"),
    ("non-mol for t. okafor", "lookups"),
    ("injunction against my caller's ex, p. grange", "lookups"),
    ("dave hollins", "lookups"),
    ("Zoë Núñez-Hart", "lookups"),
    ("hollins 04.07.1979", "lookups"),
    ("is 9 mill lane covered by an order", "lookups"),
    ("record a breach", "breaches"),
    ("log a breach for dave hollins", "breaches"),
    ("report another breach", "breaches"),
    ("new breach", "breaches"),
    ("breach - he texted her at 3am", "breaches"),
    ("breach yesterday, whatsapp", "breaches"),
    ("breach", "breaches"),
    ("put in a breach please", "breaches"),
    ("my contacts", "contacts"),
    ("contacts", "contacts"),
    ("who do i need to call today", "contacts"),
    ("contacts due", "contacts"),
    ("overdue visits", "contacts"),
    ("my list", "contacts"),
    ("orders to review", "reviews"),
    ("Show me the cases waiting for review", "reviews"),
    ("feed status?", "reviews"),
    ("can i arrest if it has not been served", "guidance"),
    ("what counts as reasonable excuse", "guidance"),
    ("what is an nmo", "guidance"),
    ("what are the points to prove", "guidance"),
    ("she let him in, is it still a breach", "guidance"),
    ("who decides the charge", "guidance"),
    ("what evidence should i get", "guidance"),
    ("difference between nmo and occupation order", "guidance"),
    ("how often do we update the victim", "guidance"),
    ("what is the weather like", "guidance"),
]


async def test_each_line_reaches_the_capability_it_belongs_to(embedded: Database) -> None:
    async with embedded.work() as uow:
        await uow.officers.save(EVERYONE)
    wrong = [(line, wanted, got) for line, wanted in ROUTES if (got := await where(Chat(embedded, RESPONSE), embedded, line)) != wanted]
    assert wrong == []


async def where(chat: Chat, database: Database, line: str) -> str:
    """The capability that heard the line, in a conversation that begins with it."""
    async with database.work() as uow:
        for table in ("conversation", "inbox"):
            await uow.connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - two names that stand above
    said = await chat.say(line)
    heard = [one.id for one in (chat.lookups, chat.contacts, chat.breaches, chat.reviews) if one.begun == [line]]
    return ",".join(heard + ["guidance"] * (said[0] in PAGES))
