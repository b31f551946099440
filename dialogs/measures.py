"""Beginning to register a measure of any kind in the chat, changing and ending one, and seeing all on one person."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID, uuid4

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.measures import beside_card, change_card, end_card, entered_card
from bot.measure_words import measure_told
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import Reasons
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import NotFound
from domain.officers import Permission
from domain.orders import Order
from domain.policies import Policy
from services.measures import Entered, Measures
from services.measures_beside import beside_each_other
from services.registering import begin_measure
from storage.work import Work

BESIDE = "beside"
NO_SUCH = "No order or measure here bears that reference. Look the person up first, then press Measures on the card."


class MeasuresDialog(Capability):
    verbs = (
        "measure:ask",
        "measure:beside",
        "measure:ask_change",
        "measure:change",
        "measure:ask_end",
        "measure:end",
    )

    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy], measures: Measures) -> None:
        super().__init__("measures")
        self._work = work
        self._clock = clock
        self._reasons = Reasons(work, clock, policy)
        self._measures = measures
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "measure:beside": self._beside,
            "measure:ask_change": self._ask_change,
            "measure:change": self._change,
            "measure:ask_end": self._ask_end,
            "measure:end": self._end,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """With the press that a reason was asked for, or with what was typed: the kind, or that all are to be shown, and a reference."""
        turn, given = turn_of(dialog_context), entities_of(options)
        if "action" in given:
            await self._pressed(dialog_context, turn, given["action"])
            return await dialog_context.end_dialog()
        order = await self._measures.begin(turn.officer, str(given["reference"]) or None)
        if given["reference"] and order is None:
            raise NotFound(NO_SUCH)
        if given["event"] == BESIDE and order is not None:
            await self._beside(turn, _press(turn, "measure:beside", order))
        else:
            await self._begin(dialog_context, turn, order, measure_told(turn.text, turn.now) | {"kind": str(given["event"])})
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._pressed(dialog_context, turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> None:
        if action.verb != "measure:ask":
            await self._presses[action.verb](turn, action)
            return
        order = await self._measures.begin(turn.officer, UUID(action.object))
        told = {name: value for name, value in action.details.items() if name != "then"}
        await self._begin(dialog_context, turn, order, told)

    async def _begin(self, dialog_context: DialogContext, turn: Turn, order: Order | None, told: Mapping[str, str]) -> None:
        """A draft of it, shown. The people of an order are shown to whoever gave a reason."""
        if order is not None and self._reasons.access(turn) is None:
            self._reasons.ask_for_press(turn, _press(turn, "measure:ask", order, kind=told.get("kind", "")))
            return
        said = {name: value for name, value in told.items() if value}
        stands = await begin_measure(self._work, self._clock, turn.officer, said, order)
        await dialog_context.begin_dialog("registering", {"stands": stands})

    async def _ask_change(self, turn: Turn, action: Action) -> None:
        order = await self._measures.find(turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(change_card(order, offer), offer, [order.id], Permission.CHANGE_ORDER)

    async def _change(self, turn: Turn, action: Action) -> None:
        seen = int(action.details["seen"])
        self._saved(turn, await self._measures.change(turn.officer, UUID(action.object), seen, turn.values))

    async def _ask_end(self, turn: Turn, action: Action) -> None:
        order = await self._measures.find(turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(end_card(order, offer), offer, [order.id], Permission.CHANGE_ORDER)

    async def _end(self, turn: Turn, action: Action) -> None:
        seen = int(action.details["seen"])
        self._saved(turn, await self._measures.end(turn.officer, UUID(action.object), seen, turn.values))

    async def _beside(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.LOOK_UP_ORDER)
        if self._reasons.access(turn) is None:
            self._reasons.ask_for_press(turn, action)
            return
        channel = turn.conversation.channel
        found = await beside_each_other(self._work, self._clock, turn.officer, UUID(action.object), channel)
        offer = turn.offer()
        turn.show(beside_card(found, turn.officer, turn.now, offer), offer, [one.order.id for one in found.measures])

    def _saved(self, turn: Turn, made: Entered) -> None:
        offer = turn.offer()
        # Not at the beginning of the turn: what ended meanwhile would be told as running.
        turn.show(entered_card(made, turn.officer, self._clock(), offer), offer, [made.order.id])


def _press(turn: Turn, verb: str, order: Order, **details: str) -> Action:
    """As if it had been pressed on the order's card."""
    return Action("", verb, str(order.id), turn.officer.id, "", uuid4(), turn.now, details)
