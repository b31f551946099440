"""A messenger with switches: it takes, throttles, refuses, is cut off, knows no chat, or hangs until it is let go."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from bot.cards.contacts import REPEAT
from domain.conversations import WEB, Conversation, Message
from domain.outbox import NOBODY, Delivered, Drawn, NotSent
from services.messaging import Letter, Parcel
from storage.work import UnitOfWork
from tests.fakes.clock import NOON


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
        self._drawn: dict[UUID, Drawn] = {}
        self.arrived: list[Arrived] = []
        self.taken_away: list[Message] = []
        self.trouble: defaultdict[UUID, list[Exception]] = defaultdict(list)
        self.lost: list[NotSent] = []
        self.held: dict[UUID, asyncio.Event] = {}
        self.trying = asyncio.Event()
        self.arrivals: asyncio.Queue[Arrived] = asyncio.Queue()

    async def pack(self, _: UnitOfWork, letters: Sequence[Letter | Message]) -> list[Parcel | NotSent]:
        return [self._packed(one) for one in letters]

    async def hand_over(self, parcel: Parcel) -> Delivered:
        if parcel.anew:
            return self._put_anew(parcel.message)
        recipient = parcel.address.officer or NOBODY
        self.trying.set()
        if recipient in self.held:
            await self.held[recipient].wait()
        if self.trouble[recipient]:
            raise self.trouble[recipient].pop(0)
        arrival = Arrived(recipient, self._drawn[parcel.message.id], REPEAT in str(parcel.message.activity))
        self.arrived.append(arrival)
        self.arrivals.put_nowait(arrival)
        if self.lost:
            raise self.lost.pop(0)
        return Delivered(f"message-{len(self.arrived)}", "webchat")

    def _packed(self, one: Letter | Message) -> Parcel:
        if isinstance(one, Message):
            return Parcel(Conversation(one.conversation, WEB), one, anew=True)
        address = Conversation(f"chat-{one.recipient}", WEB, one.recipient)
        drawn = one.draw(address.id)
        message = Message(uuid4(), address.id, drawn.activity, NOON, drawn.about, drawn.needs)
        self._drawn[message.id] = drawn
        return Parcel(address, message, tuple(action.id for action in drawn.actions))

    def _put_anew(self, message: Message) -> Delivered:
        if self.trouble[NOBODY]:
            raise self.trouble[NOBODY].pop(0)
        self.taken_away.append(message)
        return Delivered(message.channel_id or str(message.id), "webchat")

    def hold(self, recipient: UUID) -> asyncio.Event:
        """Sends to this officer hang until the event is set."""
        self.held[recipient] = asyncio.Event()
        return self.held[recipient]
