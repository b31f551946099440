"""The dialog stack, kept as plain JSON in the turn's conversation, and for one turn what was listed."""

from collections.abc import Iterable
from typing import Any

from botbuilder.core import StatePropertyAccessor, TurnContext
from botbuilder.dialogs import DialogContext, DialogInstance, DialogSet, DialogState

from bot.turn import Turn
from dialogs.capability import Capability
from domain.conversations import NOT_LIVE
from domain.errors import Outdated


class _StackAccessor(StatePropertyAccessor):
    """Reads the stack out of the turn; `put_back` writes it in again, instances as {dialog id, ids}."""

    async def get(self, turn_context: TurnContext, default_value_or_factory: Any = None) -> DialogState:
        kept = Turn.of(turn_context).conversation.state.get("stack", [])
        return DialogState([_instance(one["id"], one["state"]) for one in kept])

    async def set(self, turn_context: TurnContext, value: Any) -> None:
        turn = Turn.of(turn_context)
        beside = {name: kept for name, kept in turn.conversation.state.items() if name != "listed"}
        listed = {"listed": turn.listed} if turn.listed else {}
        turn.remember(beside | {"stack": [{"id": one.id, "state": one.state} for one in value.dialog_stack]} | listed)

    async def delete(self, turn_context: TurnContext) -> None:
        Turn.of(turn_context).remember({})


def _instance(id: str, state: dict[str, Any]) -> DialogInstance:
    instance = DialogInstance()
    instance.id = id
    instance.state = dict(state)
    return instance


class Stack:
    """The capabilities of the bot, found by dialog id or by a button's verb."""

    def __init__(self, capabilities: Iterable[Capability]) -> None:
        self._accessor = _StackAccessor()
        self._dialogs = DialogSet(self._accessor)
        self._by_verb: dict[str, Capability] = {}
        for capability in capabilities:
            self._dialogs.add(capability)
            self._by_verb |= dict.fromkeys(capability.verbs, capability)

    def for_verb(self, verb: str) -> Capability:
        """Outdated for a verb that only an older version offered."""
        if verb not in self._by_verb:
            raise Outdated(NOT_LIVE)
        return self._by_verb[verb]

    async def open(self, context: TurnContext) -> DialogContext:
        return await self._dialogs.create_context(context)

    async def put_back(self, dialog_context: DialogContext) -> None:
        """Remembers where the conversation stands."""
        await self._accessor.set(dialog_context.context, DialogState(dialog_context.stack))
