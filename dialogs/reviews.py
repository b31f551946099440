"""The orders desk says in the chat how the orders of one case stand to each other."""

from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.reviews import case_card, queue_card, unchecked_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.officers import Permission
from domain.orders import Order
from domain.reviews import Case, Relation
from services import reviews
from storage.work import Work


class ReviewsDialog(Capability):
    verbs = ("review:list", "review:open", "review:decide", "review:unchecked")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("reviews")
        self._work = work
        self._clock = clock

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        await self._list(turn_of(dialog_context))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        match action.verb:
            case "review:list":
                await self._list(turn)
            case "review:unchecked":
                await self._unchecked(turn)
            case "review:open":
                await self._open(turn, action)
            case _:
                await self._decide(turn, action)
        return DialogTurnResult(None)

    async def _list(self, turn: Turn) -> None:
        queue = await reviews.waiting(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(
            queue_card(queue, turn.officer, offer), offer, {one.id for case in queue.cases for one in case.orders}, Permission.REVIEW_ORDERS
        )

    async def _unchecked(self, turn: Turn) -> None:
        found = await reviews.unchecked(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(unchecked_card(found, offer), offer, {one.id for one in found.orders}, Permission.CHECK_CONDITIONS)

    async def _open(self, turn: Turn, action: Action) -> None:
        """The pair that the button named, or the first that waits."""
        case = await reviews.show_case(self._work, self._clock, turn.officer, UUID(action.object))
        _show(turn, case, _named(case, {action.object, action.details.get("earlier", "")}) or next(iter(case.waiting), None))

    async def _decide(self, turn: Turn, action: Action) -> None:
        later, earlier = UUID(action.object), UUID(action.details["earlier"])
        relation, seen = Relation(action.details["relation"]), action.details["seen"]
        case = await reviews.decide(self._work, self._clock, turn.officer, later, earlier, relation, seen)
        turn.say("Recorded. It is shown with both orders.")
        _show(turn, case, next(iter(case.waiting), None))


def _named(case: Case, ids: set[str]) -> tuple[Order, Order] | None:
    named = [one for one in case.orders if str(one.id) in ids]
    return (named[0], named[1]) if len(named) == 2 else None


def _show(turn: Turn, case: Case, pair: tuple[Order, Order] | None) -> None:
    offer = turn.offer()
    turn.show(case_card(case, turn.officer, offer, pair), offer, {one.id for one in case.orders}, Permission.REVIEW_ORDERS)
