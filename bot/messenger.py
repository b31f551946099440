"""Brings something to an officer who did not just speak: a row for the web chat, the connector for Teams."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from bot import connector as wire
from bot.hosts import HostRefused
from bot.web.tokens import conversation_of
from domain.clock import Clock
from domain.conversations import TEAMS, WEB, Conversation, Message
from domain.errors import AssistantError
from domain.outbox import Ambiguous, Delivered, Draw, Drawn, NoConversation, Throttled, Unreachable
from storage.work import Database

# Blocked, taken away or gone: of that chat. A 401 is said of our own credentials, and every other chat would hear the same.
GONE = frozenset({403, 404})


@dataclass(frozen=True)
class ChannelMessenger:
    """`wake` is None where there is no web chat; then only Teams conversations count."""

    database: Database
    clock: Clock
    connector: wire.Connector
    wake: Callable[[str], None] | None

    async def send(self, recipient: UUID, draw: Draw, *, repeat: bool) -> Delivered:
        """Raises what domain/outbox.py names; a repeat is labelled by the drawing itself."""
        address = await self._address(recipient)
        drawn = draw(address.id)
        now = self.clock()
        message = Message(uuid4(), address.id, drawn.activity, now, drawn.about, drawn.needs)
        if address.channel == WEB:
            return await self._on_the_web(replace(message, delivered_at=now), drawn)
        await self._keep(message, drawn)
        sent = await self._over_the_wire(address, message)
        async with self.database.work() as uow:
            await uow.messages.delivered(message.id, self.clock(), sent)
        return Delivered(sent or str(message.id), address.channel)

    async def take_away(self, message: Message) -> Delivered:
        """The chat page takes it away by itself, and reads it so from then on; in Teams the card is put anew, without what it showed."""
        async with self.database.reading() as uow:
            chat = await uow.conversations.get(message.conversation, self.clock())
        if chat is None or chat.channel != TEAMS:
            return Delivered(str(message.id), WEB if chat is None else chat.channel)
        if message.channel_id is None:
            raise Unreachable("no_activity_id")
        with _as_not_sent():
            await self.connector.update(chat.service_url or "", chat.id, message.channel_id, message.activity)
        return Delivered(message.channel_id, TEAMS)

    async def _address(self, recipient: UUID) -> Conversation:
        async with self.database.reading() as uow:
            known = await uow.conversations.of_officer(recipient, self.clock())
        teams = next((one for one in known if one.channel == TEAMS and one.reachable and one.service_url), None)
        if teams is not None:
            return teams
        if self.wake is None:
            raise NoConversation
        return Conversation(conversation_of(recipient), WEB, recipient)

    async def _on_the_web(self, message: Message, drawn: Drawn) -> Delivered:
        """The committed row is the delivery."""
        await self._keep(message, drawn)
        if self.wake is not None:
            self.wake(message.conversation)
        return Delivered(str(message.id), WEB)

    async def _keep(self, message: Message, drawn: Drawn) -> None:
        """The presses exist before anybody can press them."""
        async with self.database.work() as uow:
            await uow.messages.add([message])
            await uow.actions.offer(drawn.actions)

    async def _over_the_wire(self, address: Conversation, message: Message) -> str | None:
        try:
            with _as_not_sent():
                return (await self.connector.send(address.service_url or "", address.id, message.activity)).activity_id
        except Unreachable as refused:
            if isinstance(refused.__cause__, wire.Refused) and refused.__cause__.status in GONE:
                await self._lose(address)
            raise

    async def _lose(self, address: Conversation) -> None:
        """No event tells of a block. Where the database is busy the next refusal will say it again."""
        with suppress(AssistantError):
            async with self.database.work() as uow:
                await uow.conversations.lost(address)


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
        raise Unreachable(refused.code or f"http_{refused.status}") from refused
    except HostRefused as refused:
        raise Unreachable("host_not_on_list") from refused
