"""Stand-ins for what the web chat needs: a transcript in memory, a desk that answers with a card, and three made-up officers."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import UUID

from bot.cards.parts import line
from bot.turn import ABOVE_ALL
from bot.web.ports import Activity, Arrival, Line, Someone
from domain.errors import AssistantError

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RESPONSE = Someone(
    UUID("00000000-0000-4000-8000-000000000001"),
    "Ravi Holt",
    ("response officer",),
    "Answers 999 calls, looks up orders and records breaches",
)
LIAISON = Someone(
    UUID("00000000-0000-4000-8000-000000000002"), "Joan Pike", ("victim liaison officer",), "Keeps contact with protected people"
)
SUPERVISOR = Someone(
    UUID("00000000-0000-4000-8000-000000000003"), "Tom Wyn", ("supervisor", "response officer"), "Sees that the team's contacts are made"
)
CARD = {
    "type": "AdaptiveCard",
    "version": "1.5",
    "refresh": {"userIds": ["someone"]},
    "body": [{"type": "TextBlock", "text": "You said", "weight": "bolder", "size": "medium", "style": "heading", "wrap": True}],
    "actions": [{"type": "Action.Execute", "title": "Done", "verb": "done", "data": {"action": "a1b2"}}],
}


class SteppingClock:
    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def later(self, by: timedelta) -> None:
        self.now += by


class MemoryTranscript:
    """Committed lines. A line takes its number first and may be committed after a higher one."""

    def __init__(self, clock: SteppingClock) -> None:
        self._clock = clock
        self._rows: dict[int, tuple[str, datetime, Activity]] = {}
        self._last = 0

    def number(self) -> int:
        self._last += 1
        return self._last

    def commit(self, seq: int, conversation: str, activity: Activity) -> None:
        self._rows[seq] = (conversation, self._clock(), {"id": f"line-{seq}", "timestamp": self._clock().isoformat(), **activity})

    def write(self, conversation: str, activity: Activity) -> int:
        seq = self.number()
        self.commit(seq, conversation, activity)
        return seq

    async def since(self, conversation: str, watermark: int, not_before: datetime) -> list[Line]:
        await asyncio.sleep(0)
        rows = sorted(self._rows.items())
        return [Line(seq, said) for seq, (where, at, said) in rows if where == conversation and seq > watermark and at >= not_before]

    async def newest(self) -> int:
        return max(self._rows, default=0)

    async def arrivals(self, after: int) -> list[Arrival]:
        return [Arrival(seq, where) for seq, (where, _, _) in self._rows.items() if seq > after]


class TryingTranscript(MemoryTranscript):
    """One whose reads can be held up, and fail as often as told."""

    def __init__(self, clock: SteppingClock) -> None:
        super().__init__(clock)
        self.failures = 0
        self.reading = asyncio.Event()
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def since(self, conversation: str, watermark: int, not_before: datetime) -> list[Line]:
        if self.failures:
            self.failures -= 1
            raise OSError("The database is away.")
        lines = await super().since(conversation, watermark, not_before)
        self.reading.set()
        await self.go_on.wait()
        return lines


class EchoDesk:
    """Answers words with a card that repeats them, and a press with the action it carried; refuses or fails on a word."""

    def __init__(self, transcript: MemoryTranscript) -> None:
        self._transcript = transcript
        self.heard: list[Activity] = []
        self.thought = asyncio.Event()
        self._ids: set[str] = set()

    async def hear(self, activity: Activity, officer_id: UUID) -> None:
        if activity["id"] in self._ids:
            return
        self._ids.add(activity["id"])
        self.heard.append(activity)
        conversation = activity["conversation"]["id"]
        match activity:
            case {"type": "conversationUpdate"}:
                greeting = said(f"Welcome. I am NMO Bot, and you are officer {str(officer_id)[-1]}.")
                self._transcript.write(conversation, {**greeting, "channelData": {ABOVE_ALL: True}})
            case {"text": "refuse"}:
                raise AssistantError("That is for a supervisor.")
            case {"text": "fail"}:
                raise RuntimeError("The store is gone.")
            case {"text": "think"}:
                await self.thought.wait()
            case {"text": str(text)}:
                self._transcript.write(conversation, activity)
                self._transcript.write(conversation, {"type": "message", "attachments": [card(text)]})
            case {"value": value}:
                self._transcript.write(conversation, activity)
                self._transcript.write(conversation, said(f"Pressed {value['action']}."))


def said(text: str) -> Activity:
    return {"type": "message", "text": text, "from": {"id": "nmo-bot", "role": "bot"}}


def card(text: str) -> Activity:
    body = [*CARD["body"], line(text)]
    return {"contentType": "application/vnd.microsoft.card.adaptive", "content": {**CARD, "body": body}}


class MadeUpRoster:
    async def people(self) -> list[Someone]:
        return [RESPONSE, LIAISON, SUPERVISOR]
