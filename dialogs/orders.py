"""What an officer can press on an order beside looking it up: its history, and being told of changes."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID, uuid4

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.histories import history_card
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import Reasons
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import NotFound
from domain.officers import Permission
from domain.orders import PartyRole
from domain.policies import Policy
from services import histories, watches
from services.named_orders import open_by_reference
from storage.work import Work

TOLD = "You will be told here when this order changes. On its card, opened again, you can stop that."
WHICH_ORDER = 'Whose timeline? Look the person up first, or type the order\'s reference with it: "timeline NMO-XXXXXX".'
NOT_TOLD = "You are not told of this order's changes any more."


class OrderDialog(Capability):
    verbs = ("order:history", "order:watch", "order:unwatch", "timeline:page", "timeline:person")

    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        super().__init__("orders")
        self._work = work
        self._clock = clock
        self._reasons = Reasons(work, clock, policy)

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """With the press that a reason was asked for, or with the order whose timeline a typed line asks for."""
        given = entities_of(options)
        action: Action = (
            given["action"] if "action" in given else await self._typed(turn_of(dialog_context), str(given["reference"]), given)
        )
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

    async def _typed(self, turn: Turn, reference: str, given: Mapping[str, Any]) -> Action:
        """The press that a typed line stands for: of the order named in it, else of the one that was shown last."""
        turn.officer.must(Permission.LOOK_UP_ORDER)
        named = await open_by_reference(self._work, self._clock, turn.officer, reference, turn.conversation.channel) if reference else None
        if named is None and not given.get("shown"):
            raise NotFound(WHICH_ORDER)
        details = {"number": "0", **({"role": given["role"]} if given.get("role") else {})}
        verb = "timeline:person" if given.get("role") else "order:history"
        id = str(named or given["shown"])
        return Action("", verb, id, turn.officer.id, turn.conversation.id, uuid4(), turn.now, details)

    async def _history(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.LOOK_UP_ORDER)
        if self._reasons.access(turn) is None:
            self._reasons.ask_for_press(turn, action)
            return
        order_id, page = UUID(action.object), int(action.details.get("number", "0"))
        if action.verb == "timeline:person":
            role = PartyRole(action.details["role"])
            history = await histories.person_history(self._work, self._clock, turn.officer, order_id, role)
        else:
            history = await histories.history(self._work, self._clock, turn.officer, order_id)
        offer = turn.offer()
        turn.show(history_card(history, offer, page), offer, about=[order_id])
