"""The bot in a terminal: words are said, a number presses the button that bears it."""

from collections.abc import Iterable

import pytest
from botbuilder.core import TurnContext

from bot.cards.parts import button, card, choices, heading, line, text_input
from bot.handler import NmoHandler
from bot.terminal import HOW, ON_THE_LIST, Terminal
from bot.turn import Turn
from bot.turns import Turns
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.people import EVERYONE, RESPONSE


class TwoCards:
    """Shows two cards with a button each, the second with a form; tells what was pressed, and repeats other words."""

    async def heard(self, context: TurnContext) -> None:
        turn = Turn.of(context)
        if turn.action is not None:
            turn.say(f"{turn.action.verb} {turn.values}")
        elif turn.text != "cards":
            turn.say(f"You said {turn.text}.")
        else:
            self._show(turn)

    async def welcome(self, context: TurnContext) -> None:
        Turn.of(context).say("Welcome.")

    def _show(self, turn: Turn) -> None:
        offer = turn.offer()
        turn.show(card([heading("One *star*")], [button("Open", offer.press("open"))]), offer)
        offer = turn.offer()
        form = [line("Two"), text_input("what", "What happened?"), choices("how", "How?", [("By phone", "phone"), ("In person", "visit")])]
        turn.show(card(form, [button("Send", offer.press("send"))]), offer)


class Question(TwoCards):
    """A card whose question is answered by ticking, with a second list beside it."""

    def _show(self, turn: Turn) -> None:
        offer = turn.offer()
        terms = choices("conditions", "Conditions", [("1. Violence", "c1"), ("2. Pestering", "c2"), ("3. Contact", "c3")], many=True)
        how = choices("how", "How", [("Contact", "contact"), ("A third party", "third"), ("Place", "place")], many=True)
        turn.show(card([heading("Which?"), terms, how], [button("Next", offer.press("next")), button("Skip", offer.press("skip"))]), offer)


async def typed(database: Database, *lines: str, root: TwoCards | None = None) -> list[str]:
    """What is written when these lines are typed."""
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    waiting, written = iter(lines), list[str]()
    await Terminal(
        Turns(database, FrozenClock(), NmoHandler(root or TwoCards())), RESPONSE.id, lambda: next(waiting, None), written.append
    ).run()
    return written


def among(written: Iterable[str], *wanted: str) -> list[str]:
    return [said for said in written if said in wanted]


async def test_it_welcomes_repeats_and_ends(embedded: Database) -> None:
    assert await typed(embedded, "hello", "exit", "never read") == [HOW, "Welcome.", "You said hello."]


async def test_each_button_of_a_turn_has_a_number_of_its_own(embedded: Database) -> None:
    written = await typed(embedded, "cards", "1")
    assert among(written, "One *star*", "Two", "  [1] Open", "  [2] Send") == ["One *star*", "  [1] Open", "Two", "  [2] Send"]
    assert written[-1] == "open {}"


async def test_a_number_presses_with_its_brackets_too(embedded: Database) -> None:
    assert (await typed(embedded, "cards", " [1] "))[-1] == "open {}"
    assert (await typed(embedded, "cards", "[7]"))[-1] == "You said [7]."


async def test_a_form_is_asked_for_line_by_line_and_a_choice_by_its_number(embedded: Database) -> None:
    written = await typed(embedded, "cards", "2", "he rang her", "2")
    assert written[-1] == "send {'what': 'he rang her', 'how': 'visit'}"
    assert among(written, "What happened?:", "   1. By phone", "How?:") == ["What happened?:", "   1. By phone", "How?:"]


async def test_a_number_with_no_button_left_is_said(embedded: Database) -> None:
    assert (await typed(embedded, "cards", "hello", "1"))[-1] == "You said 1."
    assert (await typed(embedded, "cards", "3"))[-1] == "You said 3."


@pytest.mark.parametrize(
    ("terms", "how", "pressed"),
    [
        ("3", "1,3", "{'conditions': 'c3', 'how': 'contact,place'}"),
        ("1-3", "", "{'conditions': 'c1,c2,c3', 'how': ''}"),
        ("1 and 2", "2", "{'conditions': 'c1,c2', 'how': 'third'}"),
        ("1, 3", "a third party", "{'conditions': 'c1,c3', 'how': 'third'}"),
        ("2 3", "place", "{'conditions': 'c2,c3', 'how': 'place'}"),
    ],
)
async def test_a_number_in_a_form_is_one_of_the_list_that_is_asked_for(embedded: Database, terms: str, how: str, pressed: str) -> None:
    written = await typed(embedded, "cards", "a", terms, how, root=Question())
    assert written[-1] == f"next {pressed}"


@pytest.mark.parametrize("said", ["4", "0", "3-1", "1,9", "by pigeon"])
async def test_what_is_not_on_the_list_is_asked_for_again(embedded: Database, said: str) -> None:
    written = await typed(embedded, "cards", "a", said, "3", "", root=Question())
    assert ON_THE_LIST in written
    assert written[-1] == "next {'conditions': 'c3', 'how': ''}"


@pytest.mark.parametrize(("said", "heard"), [("3", "c3"), ("1,3", "c1,c3"), ("1-2", "c1,c2"), ("3, he texted", "3, he texted"), ("9", "9")])
async def test_a_number_answers_the_question_that_is_shown_and_presses_nothing(embedded: Database, said: str, heard: str) -> None:
    assert (await typed(embedded, "cards", said, root=Question()))[-1] == f"You said {heard}."


async def test_a_choice_shows_its_number_once(embedded: Database) -> None:
    written = await typed(embedded, "cards", root=Question())
    assert among(written, "   1. Violence", "   3. Contact", "  [a] Next", "  [b] Skip") == [
        "   1. Violence",
        "   3. Contact",
        "  [a] Next",
        "  [b] Skip",
    ]
    assert [line for line in written if "\\" in line or "1. 1" in line] == []


@pytest.mark.parametrize("word", ["exit", "quit", "QUIT"])
async def test_exit_and_quit_end_also_in_a_form(embedded: Database, word: str) -> None:
    assert (await typed(embedded, word, "hello"))[-1] == "Welcome."
    assert [line for line in await typed(embedded, "cards", "2", word, "hello") if line.startswith(("send", "You said"))] == []


async def test_stop_in_a_form_is_said_and_nothing_is_sent_in(embedded: Database) -> None:
    assert (await typed(embedded, "cards", "2", "he rang", "stop"))[-1] == "You said stop."
