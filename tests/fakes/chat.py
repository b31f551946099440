"""A chat with the real root: whole turns of one officer, the real guidance, and made-up capabilities beside it."""

import asyncio
from collections.abc import Sequence
from itertools import count
from typing import Any

import orjson
from sqlalchemy import text

from bot.handler import NmoHandler
from bot.heard import Heard
from bot.turns import Turns
from dialogs.capability import Capability
from dialogs.guidance import GuidanceDialog
from dialogs.root import Owed, RootDialog, nobody_owes
from domain.clock import Clock
from domain.officers import Officer
from guidance.library import load
from services.guidance import Guidance
from storage.work import Database
from tests.fakes.capabilities import Asking, Once
from tests.fakes.clock import NOON, FrozenClock
from tests.fakes.talk import buttons, words
from tests.people import EVERYONE

LIBRARY = load()
HIDDEN = "The chat page would say that what was answered is not shown to this officer any more."


class Chat:
    """Whole turns of one officer, with the real guidance and made-up capabilities beside it, or with the `capabilities` given.

    `first` numbers its first line: another than 1 where the chat goes on after a restart. `activities` are the answers as they were sent, `cards` those that they carried.
    """

    def __init__(
        self,
        database: Database,
        officer: Officer,
        capabilities: list[Capability] | None = None,
        real_lookups: Capability | None = None,
        owed: Owed = nobody_owes,
        clock: Clock | None = None,
        window: str = "web",
        first: int = 1,
    ) -> None:
        self.lookups, self.contacts, self.reviews, self.breaches = Once("lookups"), Once("contacts"), Once("reviews"), Asking("breaches")
        self._database = database
        self._officer = officer
        self._ids = (f"{window}-{number}" for number in count(first))
        self._conversation = f"{window}-{officer.id}"
        clock = clock or FrozenClock()
        guidance = Guidance(database.work, clock, LIBRARY)
        root = RootDialog(
            capabilities or [real_lookups or self.lookups, self.contacts, self.reviews, self.breaches, GuidanceDialog(guidance)],
            lambda line: LIBRARY.answer(line, NOON.date()).answered,
            owed,
        )
        self._turns = Turns(database, clock, NmoHandler(root))
        self.buttons: dict[str, str] = {}
        self.activities: list[dict[str, Any]] = []
        self.cards: list[dict[str, Any]] = []

    async def say(self, line: str) -> list[str]:
        return await self._hear({"type": "message", "text": line}, next(self._ids))

    async def opened(self) -> list[str]:
        """The officer comes to the chat."""
        return await self._hear({"type": "conversationUpdate", "membersAdded": [{"id": str(self._officer.id)}]}, next(self._ids))

    async def press(self, title: str, **inputs: str) -> list[str]:
        return await self._hear(self._pressing(title, inputs), next(self._ids))

    async def press_at_once(self, title: str, ids: Sequence[str], **inputs: str) -> list[list[str]]:
        """The same press once for each id, all of them at the same time; an id that comes again is the same press delivered again."""
        pressing = self._pressing(title, inputs)
        return await asyncio.gather(*(self._hear(pressing, id) for id in ids))

    async def state(self) -> Any:
        async with self._database.reading() as uow:
            kept = text("SELECT state FROM conversation WHERE id = :id").bindparams(id=self._conversation)
            return orjson.loads(await uow.connection.scalar(kept) or "{}")

    def _pressing(self, title: str, inputs: dict[str, str]) -> dict[str, Any]:
        return {"type": "message", "value": {"action": self.buttons[title], **inputs}}

    async def _hear(self, activity: dict[str, Any], id: str) -> list[str]:
        whole = {"id": id, "conversation": {"id": self._conversation}, **activity}
        outcome = await self._turns.hear(Heard("webchat", self._conversation, id, self._officer.id, whole))
        assert all(self._officer.may(one.needs) for one in outcome.answers if one.about), HIDDEN
        cards = [part["content"] for answer in outcome.answers for part in answer.activity.get("attachments", [])]
        self.activities += [answer.activity for answer in outcome.answers]
        self.cards += cards
        self.buttons |= dict(buttons(cards))
        said = [answer.activity["text"] for answer in outcome.answers if "text" in answer.activity]
        return [*words(cards), *said]


async def chat_of(database: Database, officer: Officer) -> Chat:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    return Chat(database, officer)
