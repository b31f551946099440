"""A conversation with one capability over a real database, as a test reads it."""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from botbuilder.core import TurnContext

from bot.adapter import TurnAdapter, to_sdk
from bot.turn import Turn
from bot.web.page import HERE
from dialogs.capability import Capability
from dialogs.stack import Stack
from domain.clock import Clock
from domain.conversations import Conversation
from domain.errors import AssistantError
from domain.officers import Officer
from storage.work import Database

AGAIN = "(again)"
DRAWN_AT_MOST = int(re.findall(r"maxActions: (\d+)", (HERE / "static" / "look.js").read_text(encoding="utf-8"))[0])


def words(part: Any) -> Iterator[str]:
    """Every text a person would read in a card, in order."""
    if isinstance(part, list):
        for one in part:
            yield from words(one)
    elif isinstance(part, dict):
        for key in ("text", "label", "title", "value"):
            if isinstance(part.get(key), str) and part.get("type") not in ("Input.Text", "Action.Execute"):
                yield part[key].replace("\\", "")
        for key in ("body", "items", "facts", "columns"):
            yield from words(part.get(key, []))


def buttons(part: Any) -> Iterator[tuple[str, str]]:
    """(title, action id) of every button, wherever it stands in the card."""
    if isinstance(part, list):
        for one in part:
            yield from buttons(one)
    elif isinstance(part, dict):
        if part.get("type") == "Action.Execute":
            yield part["title"], part["data"]["action"]
        for key in ("body", "items", "columns", "actions"):
            yield from buttons(part.get(key, []))


def fullest(part: Any) -> int:
    """The most buttons that one set of the card holds: each client draws so many and no more."""
    if isinstance(part, list):
        return max(map(fullest, part), default=0)
    return max(len(part.get("actions", [])), *map(fullest, part.values())) if isinstance(part, dict) and part else 0


class Talk:
    """`say` and `press` each run one whole turn, as bot/turns.py does, and give the answers' texts; `beside` hear presses of their own."""

    def __init__(
        self,
        capability: Capability,
        officer: Officer,
        database: Database,
        clock: Clock,
        conversation: str = "talk",
        beside: Sequence[Capability] = (),
    ) -> None:
        self._capability = capability
        self._all = [capability, *beside]
        self._officer = officer
        self._database = database
        self._clock = clock
        self._conversation = conversation
        self._turns = count(1)
        self.cards: list[dict[str, Any]] = []
        self.buttons: list[tuple[str, str]] = []

    async def say(self, text: str, **options: str) -> list[str]:
        """Words: an open dialog hears them; else the capability begins, with `text` and any entities as options."""
        return await self._turn(text, None, {}, options)

    async def press(self, title: str, **inputs: str) -> list[str]:
        """Presses the newest button of that title."""
        action = next(id for name, id in reversed(self.buttons) if name == title)
        return await self._turn("", action, inputs, {})

    async def reprompted(self) -> list[str]:
        """What the open dialog shows when it is asked to show its question again."""
        return await self._turn(AGAIN, None, {}, {})

    async def state(self) -> dict[str, Any]:
        async with self._database.reading() as uow:
            kept = await uow.conversations.get(self._conversation, self._clock())
        return {} if kept is None else kept.state

    async def _turn(self, text: str, action: str | None, inputs: dict[str, str], options: dict[str, str]) -> list[str]:
        async with self._database.turn(self._conversation) as uow:
            now = self._clock()
            kept = await uow.conversations.get(self._conversation, now) or Conversation(self._conversation, "webchat", self._officer.id)
            turn = Turn(self._officer, kept, now, f"activity-{next(self._turns)}", text, values=inputs)
            try:
                if action is not None:
                    turn.action = await uow.actions.take(action, self._officer.id, self._conversation, now)
                await self._run(turn, options)
            except AssistantError as refusal:
                turn.say(refusal.advice)
            await uow.conversations.save(turn.conversation, now)
            await uow.actions.offer(turn.offered)
            return self._read(turn)

    async def _run(self, turn: Turn, options: dict[str, str]) -> None:
        activity = {"type": "message", "id": turn.activity_id, "text": turn.text, "conversation": {"id": self._conversation}}
        context = TurnContext(TurnAdapter(), to_sdk(activity))
        turn.keep_in(context)
        stack = Stack(self._all)
        dialog_context = await stack.open(context)
        if turn.action is not None:
            heard = next((one for one in self._all if turn.action.verb in one.verbs), self._capability)
            await heard.pressed(dialog_context, turn, turn.action)
        elif turn.text == AGAIN:
            await dialog_context.reprompt_dialog()
        elif dialog_context.active_dialog is not None:
            await dialog_context.continue_dialog()
        else:
            await dialog_context.begin_dialog(self._capability.id, {"text": turn.text, **options})
        await stack.put_back(dialog_context)

    def _read(self, turn: Turn) -> list[str]:
        said: list[str] = []
        for answer in turn.answers:
            assert not answer.about or self._officer.may(answer.needs), "The chat page would hide from this officer what was answered."
            cards = [attachment["content"] for attachment in answer.activity.get("attachments", [])]
            self.cards.extend(cards)
            for card in cards:
                assert fullest(card) <= DRAWN_AT_MOST, "A client would draw nothing of a card with so many buttons in one set."
                said.extend(words(card))
                self.buttons.extend(buttons(card))
            said.extend([answer.activity["text"]] if answer.activity.get("text") else [])
        return said
