"""What an officer can press on an order beside looking it up: its history, and being told of changes."""

from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.histories import history_card
from bot.turn import Turn
from dialogs.capability import Capability
from domain.clock import Clock
from domain.conversations import Action
from services import histories, watches
from storage.work import Work

TOLD = "You will be told here when this order changes. On its card, opened again, you can stop that."
NOT_TOLD = "You are not told of this order's changes any more."


class OrderDialog(Capability):
    verbs = ("order:history", "order:watch", "order:unwatch")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("orders")
        self._work = work
        self._clock = clock

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        order_id = UUID(action.object)
        match action.verb:
            case "order:watch":
                await watches.watch(self._work, self._clock, turn.officer, order_id)
                turn.say(TOLD)
            case "order:unwatch":
                await watches.unwatch(self._work, self._clock, turn.officer, order_id)
                turn.say(NOT_TOLD)
            case _:
                await self._history(turn, order_id)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _history(self, turn: Turn, order_id: UUID) -> None:
        history = await histories.history(self._work, self._clock, turn.officer, order_id)
        turn.show(history_card(history), about=[order_id])
