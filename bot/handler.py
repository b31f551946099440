"""The SDK's activity handler, given its root dialog."""

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.schema import ChannelAccount

from bot.heard import CARD_ACTION
from bot.turn import Turn
from domain.officers import Officer

READ_RECEIPT = "application/vnd.microsoft.readReceipt"
NoteRead = Callable[[Officer, str, str], Awaitable[object]]


async def nobody_reads(_: Officer, __: str, ___: str) -> None:
    """Where nothing is kept of what was seen."""


class Root(Protocol):
    async def heard(self, context: TurnContext) -> None:
        """Words or a press."""
        ...

    async def welcome(self, context: TurnContext) -> None:
        """Greets an officer; the second time in one conversation it keeps quiet."""
        ...


class NmoHandler(ActivityHandler):
    """`note_read` is told how far an officer has read a chat, and over which channel."""

    def __init__(self, root: Root, note_read: NoteRead = nobody_reads) -> None:
        super().__init__()
        self._root = root
        self._note_read = note_read

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await self._root.heard(turn_context)

    async def on_members_added_activity(self, members_added: list[ChannelAccount], turn_context: TurnContext) -> None:
        if members_added:
            await self._root.welcome(turn_context)

    async def on_installation_update_add(self, turn_context: TurnContext) -> None:
        await self._root.welcome(turn_context)

    async def on_installation_update_remove(self, turn_context: TurnContext) -> None:
        Turn.of(turn_context).lose()

    async def on_event_activity(self, turn_context: TurnContext) -> None:
        """Teams tells it only where the tenant allows that, and for one-to-one chats alone."""
        activity, turn = turn_context.activity, Turn.of(turn_context)
        if activity.name == READ_RECEIPT and isinstance(activity.value, dict):
            await self._note_read(turn.officer, turn.conversation.channel, str(activity.value.get("lastReadMessageId", "")))

    async def on_invoke_activity(self, turn_context: TurnContext) -> Any:
        """The answer of an invoke is made of the turn's answers once they are committed: see bot/edge.py."""
        if turn_context.activity.name == CARD_ACTION:
            await self._root.heard(turn_context)
        return None
