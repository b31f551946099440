"""Brings something to an officer who did not just speak: a row for the web chat, the connector for Teams."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import structlog

from bot import connector as wire
from bot.hosts import HostRefused
from bot.web.tokens import conversation_of
from domain.clock import Clock
from domain.conversations import TEAMS, WEB, Action, Conversation, Message
from domain.ids import id_at
from domain.outbox import Ambiguous, Delivered, NoConversation, NotSent, Refused, Throttled, Unreachable
from services.messaging import Letter, Parcel
from storage.work import UnitOfWork

# Blocked, taken away or gone: of that chat.
GONE = frozenset({403, 404})
UNDRAWN = "not_drawn"
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class ChannelMessenger:
    """`wake` is None where there is no web chat; then only Teams conversations count."""

    clock: Clock
    connector: wire.Connector
    wake: Callable[[str], None] | None

    async def pack(self, uow: UnitOfWork, letters: Sequence[Letter | Message]) -> list[Parcel | NotSent]:
        """The presses exist before anybody can press them; to the web chat the committed row is the delivery."""
        chats = await uow.conversations.of_officers({one.recipient for one in letters if isinstance(one, Letter)})
        actions: list[Action] = []
        packed = [
            self._drawn(one, chats.get(one.recipient, ()), actions) if isinstance(one, Letter) else await self._anew(uow, one)
            for one in letters
        ]
        await uow.messages.add([one.message for one in packed if isinstance(one, Parcel) and not one.anew])
        await uow.actions.offer(actions)
        return packed

    async def hand_over(self, parcel: Parcel) -> Delivered:
        address, message = parcel.address, parcel.message
        if address.channel != TEAMS:
            if self.wake is not None and not parcel.anew:
                self.wake(message.conversation)
            return Delivered(str(message.id), address.channel)
        with _as_not_sent():
            if parcel.anew:
                await self.connector.update(address.service_url or "", address.id, message.channel_id or "", message.activity)
                return Delivered(message.channel_id or "", TEAMS)
            sent = await self.connector.send(address.service_url or "", address.id, message.activity)
        return Delivered(sent.activity_id or str(message.id), TEAMS)

    def _drawn(self, letter: Letter, known: Sequence[Conversation], actions: list[Action]) -> Parcel | NotSent:
        """A fault of a card's drawing is that one's alone, and it is surely not sent."""
        address = self._address(letter.recipient, known)
        if address is None:
            return NoConversation()
        try:
            drawn = letter.draw(address.id)
        except Exception:
            log.exception("message_not_drawn")
            return NotSent(UNDRAWN)
        now = self.clock()
        delivered = now if address.channel == WEB else None
        message = Message(id_at(now), address.id, drawn.activity, now, drawn.about, drawn.needs, delivered_at=delivered)
        actions += drawn.actions
        return Parcel(address, message, tuple(one.id for one in drawn.actions))

    def _address(self, recipient: UUID, known: Sequence[Conversation]) -> Conversation | None:
        teams = next((one for one in known if one.channel == TEAMS and one.reachable and one.service_url), None)
        if teams is not None or self.wake is None:
            return teams
        return Conversation(conversation_of(recipient), WEB, recipient)

    async def _anew(self, uow: UnitOfWork, message: Message) -> Parcel | NotSent:
        """The chat page takes it away by itself, and reads it so from then on; in Teams the card is put anew, without what it showed."""
        chat = await uow.conversations.get(message.conversation, self.clock())
        if chat is not None and chat.channel == TEAMS and message.channel_id is None:
            return Unreachable("no_activity_id")
        return Parcel(chat or Conversation(message.conversation, WEB), message, anew=True)


@contextmanager
def _as_not_sent() -> Iterator[None]:
    """What the wire says, in the words of the outbox."""
    try:
        yield
    except wire.Throttled as full:
        raise Throttled(timedelta(seconds=full.retry_after)) from full
    except wire.Ambiguous as unsure:
        raise Ambiguous(unsure.reason) from unsure
    except wire.Refused as refused:
        code = refused.code or f"http_{refused.status}"
        raise _refusal(refused.status, code) from refused
    except HostRefused as refused:
        raise Unreachable("host_not_on_list") from refused


def _refusal(status: int, code: str) -> NotSent:
    """A 401 is said of our own credentials, after the token was asked for anew: every chat hears the same, and none is given up for it."""
    if status == 401:
        return NotSent(code)
    return Unreachable(code, gone=True) if status in GONE else Refused(code)
