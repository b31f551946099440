"""The bot in a terminal: words are said, a number presses the button that bears it."""

from collections.abc import Iterable

from botbuilder.core import TurnContext

from bot.cards.parts import button, card, choices, heading, line, text_input
from bot.handler import NmoHandler
from bot.terminal import Terminal
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


async def typed(database: Database, *lines: str) -> list[str]:
    """What is written when these lines are typed."""
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    waiting, written = iter(lines), list[str]()
    await Terminal(Turns(database, FrozenClock(), NmoHandler(TwoCards())), RESPONSE.id, lambda: next(waiting, None), written.append).run()
    return written


def among(written: Iterable[str], *wanted: str) -> list[str]:
    return [said for said in written if said in wanted]


async def test_it_welcomes_repeats_and_ends(embedded: Database) -> None:
    assert await typed(embedded, "hello", "exit", "never read") == ["Welcome.", "You said hello."]


async def test_each_button_of_a_turn_has_a_number_of_its_own(embedded: Database) -> None:
    written = await typed(embedded, "cards", "1")
    assert among(written, "One *star*", "Two", "  [1] Open", "  [2] Send") == ["One *star*", "  [1] Open", "Two", "  [2] Send"]
    assert written[-1] == "open {}"


async def test_a_form_is_asked_for_line_by_line_and_a_choice_by_its_number(embedded: Database) -> None:
    written = await typed(embedded, "cards", "2", "he rang her", "2")
    assert written[-1] == "send {'what': 'he rang her', 'how': 'visit'}"
    assert among(written, "What happened?:", "   1. By phone", "How?:") == ["What happened?:", "   1. By phone", "How?:"]


async def test_a_number_with_no_button_left_is_said(embedded: Database) -> None:
    assert (await typed(embedded, "cards", "hello", "1"))[-1] == "You said 1."
    assert (await typed(embedded, "cards", "3"))[-1] == "You said 3."
