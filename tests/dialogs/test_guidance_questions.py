"""An officer whom no page helped asks an expert with one press, and reads the answer with another."""

from pathlib import Path
from uuid import UUID

import pytest

from bot.cards.notices import draw_notice
from dialogs.guidance_joined import guidance_dialogs
from dialogs.guidance_questions import ANSWERED, THANKS
from domain.officers import Officer
from domain.outbox import LIVE_STATES
from domain.policies import Policy
from services.notices import Notice
from storage.work import Database
from tests.fakes.chat import Chat, chat_of
from tests.force_pages import JOB, Force
from tests.people import ADMIN, DESK, RESPONSE


@pytest.fixture
def force(embedded: Database, tmp_path: Path) -> Force:
    return Force(embedded, tmp_path)


VAIN = "write a poem about court"


async def chat(database: Database, officer: Officer, force: Force) -> Chat:
    await chat_of(database, officer)
    await force.pages.load(JOB)
    return Chat(database, officer, guidance_dialogs(database.work, force.clock, force.pages, Policy), clock=force.clock)


async def open_notice(database: Database, force: Force, talk: Chat, officer: Officer) -> None:
    """As the messenger does it: the newest notice to this officer is drawn for the chat, and its buttons are offered there."""
    async with database.work() as uow:
        asked = (await uow.guidance_questions.since(force.clock().replace(year=2000)))[0]
        [row] = [one for one in await uow.outbox.of_plan(asked.id) if one.recipient == officer.id and one.state in LIVE_STATES]
        drawn = draw_notice(Notice(row), force.clock)(f"web-{officer.id}")
        await uow.actions.offer(drawn.actions)
        [press] = drawn.actions
    talk.buttons["Open the question"] = press.id
    assert UUID(press.object) == asked.id


async def test_a_question_goes_out_with_one_press_and_the_answer_is_read_with_another(embedded: Database, force: Force) -> None:
    asker, expert = await chat(embedded, RESPONSE, force), await chat(embedded, DESK, force)
    await asker.say(VAIN)
    [put] = await asker.press("Ask an expert")
    assert put.startswith(f"Put to {DESK.name}. You are told here when there is an answer; one is due ")
    await open_notice(embedded, force, expert, DESK)
    assert VAIN in await expert.press("Open the question")
    said = await expert.press("Send the answer", answer="Look at the binder.")
    assert (said[-1], "Look at the binder." in said) == (ANSWERED, True)
    await open_notice(embedded, force, asker, RESPONSE)
    assert "Look at the binder." in await asker.press("Open the question")
    assert (await asker.press("Ask once more", again="Which binder?"))[0].startswith(f"Put to {DESK.name}.")


async def test_that_a_page_helped_is_one_press_and_so_is_that_it_did_not(embedded: Database, force: Force) -> None:
    talk = await chat(embedded, RESPONSE, force)
    await talk.say("what counts as reasonable excuse")
    assert await talk.press("Helpful") == [THANKS]
    await talk.say("can i arrest if it has not been served")
    assert (await talk.press("Not helpful"))[0].startswith("Put to ")


async def test_what_was_asked_in_vain_is_listed_with_its_words_for_the_desk_and_without_for_the_administrator(
    embedded: Database, force: Force
) -> None:
    asker = await chat(embedded, RESPONSE, force)
    await asker.say(VAIN)
    seen = [await (await chat(embedded, one, force)).say("guidance questions") for one in (DESK, ADMIN)]
    assert [[line for line in lines if VAIN in line] != [] for lines in seen] == [True, False]
    assert [[line for line in lines if "1 unanswered, 0 not helpful" in line] != [] for lines in seen] == [True, True]
    refused = await asker.say("guidance questions")
    assert "Your role does not include this" in refused[0]
