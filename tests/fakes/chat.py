"""A chat with the real root: whole turns of one officer, the real guidance, and made-up capabilities beside it."""

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
from domain.officers import Officer
from guidance.library import load
from services.guidance import Guidance
from storage.work import Database
from tests.fakes.capabilities import Asking, Once
from tests.fakes.clock import NOON, FrozenClock
from tests.fakes.talk import buttons, words
from tests.people import EVERYONE

LIBRARY = load()


class Chat:
    """Whole turns of one officer, with the real guidance and made-up capabilities beside it, or with the `capabilities` given."""

    def __init__(
        self,
        database: Database,
        officer: Officer,
        capabilities: list[Capability] | None = None,
        real_lookups: Capability | None = None,
        owed: Owed = nobody_owes,
    ) -> None:
        self.lookups, self.contacts, self.reviews, self.breaches = Once("lookups"), Once("contacts"), Once("reviews"), Asking("breaches")
        self._database = database
        self._officer = officer
        self._ids = count(1)
        guidance = Guidance(database.work, FrozenClock(), LIBRARY)
        root = RootDialog(
            capabilities or [real_lookups or self.lookups, self.contacts, self.reviews, self.breaches, GuidanceDialog(guidance)],
            lambda line: LIBRARY.answer(line, NOON.date()).answered,
            owed,
        )
        self._turns = Turns(database, FrozenClock(), NmoHandler(root))
        self.buttons: dict[str, str] = {}

    async def say(self, line: str) -> list[str]:
        return await self._hear({"type": "message", "text": line})

    async def press(self, title: str, **inputs: str) -> list[str]:
        return await self._hear({"type": "message", "value": {"action": self.buttons[title], **inputs}})

    async def state(self) -> Any:
        async with self._database.reading() as uow:
            return orjson.loads(await uow.connection.scalar(text("SELECT state FROM conversation")) or "{}")

    async def _hear(self, activity: dict[str, Any]) -> list[str]:
        id = f"a{next(self._ids)}"
        conversation = f"web-{self._officer.id}"
        whole = {"id": id, "conversation": {"id": conversation}, **activity}
        outcome = await self._turns.hear(Heard("webchat", conversation, id, self._officer.id, whole))
        cards = [part["content"] for answer in outcome.answers for part in answer.activity.get("attachments", [])]
        self.buttons |= dict(buttons(cards))
        said = [answer.activity["text"] for answer in outcome.answers if "text" in answer.activity]
        return [*words(cards), *said]


async def chat_of(database: Database, officer: Officer) -> Chat:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    return Chat(database, officer)
