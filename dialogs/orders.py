"""What an officer can press on an order beside looking it up: its history, and being told of changes."""

from collections.abc import Callable
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.histories import history_card
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import Reasons
from domain.clock import Clock
from domain.conversations import Action
from domain.officers import Permission
from domain.policies import Policy
from services import histories, watches
from storage.work import Work

TOLD = "You will be told here when this order changes. On its card, opened again, you can stop that."
NOT_TOLD = "You are not told of this order's changes any more."


class OrderDialog(Capability):
    verbs = ("order:history", "order:watch", "order:unwatch")

    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        super().__init__("orders")
        self._work = work
        self._clock = clock
        self._reasons = Reasons(work, clock, policy)

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """With the press that a reason was asked for."""
        action: Action = entities_of(options)["action"]
        await self.pressed(dialog_context, turn_of(dialog_context), action)
        return await dialog_context.end_dialog()

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
                await self._history(turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _history(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.LOOK_UP_ORDER)
        if self._reasons.access(turn) is None:
            self._reasons.ask_for_press(turn, action)
            return
        order_id = UUID(action.object)
        history = await histories.history(self._work, self._clock, turn.officer, order_id)
        turn.show(history_card(history), about=[order_id])
