"""A messenger with switches: it takes, throttles, refuses, is cut off, knows no chat, or hangs until it is let go."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from domain.conversations import Message
from domain.outbox import NOBODY, Delivered, Draw, Drawn, NotSent


@dataclass(frozen=True)
class Arrived:
    recipient: UUID
    drawn: Drawn
    repeat: bool


class FakeMessenger:
    """`trouble[officer]` holds what befalls the next sends to that officer, first to last, `trouble[NOBODY]` what befalls the next takings away; `lost` befalls a send that has arrived.

    A test waits for the next one with `await arrivals.get()`.
    """

    def __init__(self) -> None:
        self.arrived: list[Arrived] = []
        self.taken_away: list[Message] = []
        self.trouble: defaultdict[UUID, list[Exception]] = defaultdict(list)
        self.lost: list[NotSent] = []
        self.held: dict[UUID, asyncio.Event] = {}
        self.trying = asyncio.Event()
        self.arrivals: asyncio.Queue[Arrived] = asyncio.Queue()

    async def send(self, recipient: UUID, draw: Draw, *, repeat: bool) -> Delivered:
        self.trying.set()
        if recipient in self.held:
            await self.held[recipient].wait()
        if self.trouble[recipient]:
            raise self.trouble[recipient].pop(0)
        arrival = Arrived(recipient, draw(f"chat-{recipient}"), repeat)
        self.arrived.append(arrival)
        self.arrivals.put_nowait(arrival)
        if self.lost:
            raise self.lost.pop(0)
        return Delivered(f"message-{len(self.arrived)}", "webchat")

    async def take_away(self, message: Message) -> Delivered:
        if self.trouble[NOBODY]:
            raise self.trouble[NOBODY].pop(0)
        self.taken_away.append(message)
        return Delivered(message.channel_id or str(message.id), "webchat")

    def hold(self, recipient: UUID) -> asyncio.Event:
        """Sends to this officer hang until the event is set."""
        self.held[recipient] = asyncio.Event()
        return self.held[recipient]
