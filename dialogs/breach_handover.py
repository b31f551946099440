"""An officer hands an unfinished record over: says to whom, and the other takes it on."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.breach_handover import offered_card, taken_card, which_officer_card, whom_card, withdrawn_card
from bot.cards.parts import Card
from bot.offers import Offer
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import AssistantError, NotAllowed
from domain.officers import Permission
from services import breach_handover
from storage.work import Work

NOT_IN_ONE = "No unfinished record is open here. Open yours with Resume, then type 'hand over to' and the name, the collar number or the e-mail address."


class BreachHandoverDialog(Capability):
    verbs = ("breach:hand_over", "breach:offer", "breach:take", "breach:withdraw")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("breach_handover")
        self._work = work
        self._clock = clock
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "breach:hand_over": self._hand_over,
            "breach:offer": self._offer,
            "breach:take": self._take,
            "breach:withdraw": self._withdraw,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """Typed within a record: once it is offered, or it is asked to whom, the record is left as it stands; after a refusal its question stays open."""
        turn, entities = turn_of(dialog_context), entities_of(options)
        turn.officer.must(Permission.RECORD_BREACH)
        if not entities["draft"]:
            turn.say(NOT_IN_ONE)
            return await dialog_context.end_dialog()
        try:
            await self._offer_words(turn, UUID(entities["draft"]), entities["to"])
        except NotAllowed:
            raise
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return await dialog_context.end_dialog()
        return await dialog_context.cancel_all_dialogs()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _hand_over(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.RECORD_BREACH)
        _show(turn, UUID(action.object), lambda offer: whom_card(action.object, offer))

    async def _offer(self, turn: Turn, action: Action) -> None:
        """To the one who was chosen, or to whom the words mean."""
        chosen = action.details.get("to")
        if chosen is None:
            await self._offer_words(turn, UUID(action.object), turn.values.get("to", ""))
        else:
            await self._offer_to(turn, UUID(action.object), UUID(chosen))

    async def _offer_words(self, turn: Turn, draft: UUID, words: str) -> None:
        if not words.strip():
            _show(turn, draft, lambda offer: whom_card(str(draft), offer))
            return
        found = await breach_handover.whom(self._work, turn.officer, words)
        if len(found) > 1:
            _show(turn, draft, lambda offer: which_officer_card(str(draft), found, offer))
            return
        await self._offer_to(turn, draft, found[0].id)

    async def _offer_to(self, turn: Turn, draft: UUID, other: UUID) -> None:
        made = await breach_handover.offer_to(self._work, self._clock, turn.officer, draft, other)
        _show(turn, draft, lambda offer: offered_card(made, offer))

    async def _take(self, turn: Turn, action: Action) -> None:
        draft = await breach_handover.take(self._work, self._clock, turn.officer, UUID(action.object))
        _show(turn, draft.id, lambda offer: taken_card(draft, offer))

    async def _withdraw(self, turn: Turn, action: Action) -> None:
        draft = await breach_handover.withdraw(self._work, self._clock, turn.officer, UUID(action.object))
        _show(turn, draft.id, lambda offer: withdrawn_card(draft, offer))


def _show(turn: Turn, draft: UUID, draw: Callable[[Offer], Card]) -> None:
    offer = turn.offer()
    turn.show(draw(offer), offer, (draft,), Permission.RECORD_BREACH)
