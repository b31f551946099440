"""Guidance in the chat: a page by question or by button, the nearest pages, the list."""

from bot.cards.guidance import NOT_LOOKED_UP
from dialogs.guidance import GuidanceDialog
from domain.officers import Officer
from guidance.library import load
from services.guidance import Guidance
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.people import RESPONSE

LIBRARY = load()


def talk(database: Database, officer: Officer = RESPONSE) -> Talk:
    clock = FrozenClock()
    return Talk(GuidanceDialog(Guidance(database.work, clock, LIBRARY)), officer, database, clock)


async def test_a_question_is_answered_by_a_card_that_names_its_sources_and_leaves_nothing_open(embedded: Database) -> None:
    chat = talk(embedded)
    said = await chat.say("what counts as reasonable excuse")
    assert said[0] == LIBRARY.answer("what counts as reasonable excuse", FrozenClock()().date()).title
    assert [line for line in said if "https://" in line]
    assert (await chat.state())["stack"] == []


async def test_the_nearest_pages_are_one_press_away(embedded: Database) -> None:
    chat = talk(embedded)
    await chat.say("what is the weather like when served")
    titles = [title for title, _ in chat.buttons if title not in ("Helpful", "Not helpful", "Ask an expert")]
    assert titles
    assert [(await chat.press(title))[0] for title in titles] == titles


async def test_what_is_not_held_is_said_with_what_to_do_instead(embedded: Database) -> None:
    said = await talk(embedded).say("write a poem about court")
    assert said[0] == NOT_LOOKED_UP
    assert [line for line in said if "sergeant" in line]


async def test_a_page_is_two_presses_from_the_list_and_the_list_one_from_every_chapter(embedded: Database) -> None:
    chat = talk(embedded)
    assert (await chat.say("guidance", list="yes"))[0] == "Guidance I hold"
    assert (await chat.press("Evidence"))[0] == "Evidence"
    assert (await chat.press("All chapters"))[0] == "Guidance I hold"


async def test_an_answer_asks_whether_it_helped_and_none_whom_to_ask_but_danger_asks_nothing(embedded: Database) -> None:
    offered = []
    for line in ("what counts as reasonable excuse", "write a poem about court", "he is here now with a knife"):
        chat = talk(embedded)
        await chat.say(line)
        offered.append([title for title, _ in chat.buttons if title in ("Helpful", "Not helpful", "Ask an expert")])
    assert offered == [["Helpful", "Not helpful"], ["Ask an expert"], []]
