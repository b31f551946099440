"""The SDK's activity handler, given its root dialog."""

from typing import Any, Protocol

from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.schema import ChannelAccount

from bot.heard import CARD_ACTION
from bot.turn import Turn


class Root(Protocol):
    async def heard(self, context: TurnContext) -> None:
        """Words or a press."""
        ...

    async def welcome(self, context: TurnContext) -> None:
        """Greets an officer; the second time in one conversation it keeps quiet."""
        ...


class NmoHandler(ActivityHandler):
    def __init__(self, root: Root) -> None:
        super().__init__()
        self._root = root

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await self._root.heard(turn_context)

    async def on_members_added_activity(self, members_added: list[ChannelAccount], turn_context: TurnContext) -> None:
        if members_added:
            await self._root.welcome(turn_context)

    async def on_installation_update_add(self, turn_context: TurnContext) -> None:
        await self._root.welcome(turn_context)

    async def on_installation_update_remove(self, turn_context: TurnContext) -> None:
        Turn.of(turn_context).lose()

    async def on_invoke_activity(self, turn_context: TurnContext) -> Any:
        """The answer of an invoke is made of the turn's answers once they are committed: see bot/edge.py."""
        if turn_context.activity.name == CARD_ACTION:
            await self._root.heard(turn_context)
        return None
