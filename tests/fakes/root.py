"""A root dialog that does one plain thing a word, each through a real transaction."""

import asyncio

from botbuilder.core import TurnContext

from bot.cards.parts import button, card, heading
from bot.turn import Turn
from domain.errors import NotAllowed
from storage.work import Database

REFUSAL = "That is for a supervisor."


class PlainRoot:
    """The word "card" shows a card with buttons of the once kind, "twice" gives two answers, "break" fails half-way, "refuse" is refused half-way, "big" keeps a lot, "wait" waits for `go_on`.

    Anything else is counted and answered with its own text. `turns` counts what was heard.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.turns = 0
        self.waiting = asyncio.Event()
        self.go_on = asyncio.Event()

    async def heard(self, context: TurnContext) -> None:
        turn = Turn.of(context)
        self.turns += 1
        turn.remember({"stack": [*turn.conversation.state.get("stack", []), str(self.turns)]})
        await self._count()
        match turn.action.verb if turn.action else turn.text:
            case "card":
                self._card(turn)
            case "break":
                raise RuntimeError("made-up fault")
            case "refuse":
                turn.say("Half done.")
                raise NotAllowed(REFUSAL)
            case "big":
                async with self._database.work() as uow:
                    await uow.marks.put("big", "x" * 2_000_000)
                turn.say("Kept.")
            case "wait":
                self.waiting.set()
                await self.go_on.wait()
                turn.say("Waited.")
            case "twice":
                turn.say("Once.")
                turn.say("Twice.")
            case said:
                turn.say(f"You said {said}.")

    async def welcome(self, context: TurnContext) -> None:
        turn = Turn.of(context)
        if turn.conversation.welcomed_at is None:
            turn.say("Welcome.")
            turn.welcomed()

    async def _count(self) -> None:
        async with self._database.work() as uow:
            await uow.marks.put("effects", str(int(await uow.marks.get("effects") or "0") + 1))

    def _card(self, turn: Turn) -> None:
        offer = turn.offer()
        pressed = [
            button("Done", offer.press_once("done")),
            button("Refuse", offer.press_once("refuse")),
            button("Wait", offer.press_once("wait")),
            button("Twice", offer.press_once("twice")),
        ]
        turn.show(card([heading("A card")], pressed), offer, about=["order-1"])


async def effects(database: Database) -> int:
    """How often something was done and kept."""
    async with database.reading() as uow:
        return int(await uow.marks.get("effects") or "0")
