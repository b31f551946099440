"""The channel, made up: it takes cards for officers' chats, is full or cut off now and then, and tells the ledger what came."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import orjson

from benchmarks.year.clock import YearClock
from benchmarks.year.doom import Doom
from bot import connector as wire
from bot.cards.contacts import REPEAT
from tests.fakes.talk import buttons, words

SERVICE = "https://channel.example/"
_REFERENCE = re.compile(r"NMO-[A-Z0-9]{6}")
FULL, CUT_OFF = 0.004, 0.002
LONGEST_WAIT = 25.0


@dataclass(frozen=True)
class Arrival:
    """One card as an officer sees it: what it says, and its buttons by title."""

    officer: UUID
    at: datetime
    said: tuple[str, ...]
    buttons: Mapping[str, str]

    @property
    def title(self) -> str:
        return self.said[1] if len(self.said) > 1 else ""

    @property
    def reference(self) -> str | None:
        """Of the order that the card is about; none on a card that is about no order."""
        found = next((_REFERENCE.fullmatch(word) for word in self.said if _REFERENCE.fullmatch(word)), None)
        return None if found is None else found[0]

    @property
    def is_repeat(self) -> bool:
        return REPEAT in self.said


class YearConnector(wire.Connector):
    """Chats are named after their officers. `blocked` chats refuse; what is cut off has arrived in half of all cases."""

    def __init__(self, clock: YearClock, random: Random, doom: Doom, came: Callable[[Arrival], None]) -> None:
        self._clock, self._random, self._doom, self._came = clock, random, doom, came
        self.blocked: set[UUID] = set()
        self.full = self.cut_off = self.sent = 0

    async def send(self, _: str, conversation_id: str, activity: Mapping[str, Any], __: str | None = None) -> wire.Sent:
        officer = UUID(conversation_id.removeprefix("a:"))
        if officer in self.blocked:
            raise wire.Refused(403, "BotNotInConversationRoster")
        if self._random.random() < FULL:
            self.full += 1
            raise wire.Throttled(1 + self._random.random() * LONGEST_WAIT)
        await self._doom.meet("wire_before")
        cut_off = self._random.random() < CUT_OFF
        if not cut_off or self._random.random() < 0.5:
            self._take(officer, activity)
        await self._doom.meet("wire_after")
        if cut_off:
            self.cut_off += 1
            raise wire.Ambiguous("cut_off")
        return wire.Sent(f"activity-{self.sent}")

    async def update(self, service_url: str, conversation_id: str, activity_id: str, activity: Mapping[str, Any]) -> None:
        """A card is put anew in its place: nobody is told anything by it."""

    def _take(self, officer: UUID, activity: Mapping[str, Any]) -> None:
        self.sent += 1
        cards = [part["content"] for part in orjson.loads(orjson.dumps(activity)).get("attachments", [])]
        self._came(Arrival(officer, self._clock.true, tuple(words(cards)), dict(buttons(cards))))


def chat_of(officer: UUID) -> str:
    return f"a:{officer}"


def soon(random: Random, least: float, most: float) -> timedelta:
    """Somewhere between these minutes."""
    return timedelta(minutes=random.uniform(least, most))
