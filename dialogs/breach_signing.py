"""A record of a breach after it was sent: an officer adds to it, a supervisor signs it off or returns it."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.breach_signing import AS_A_WHOLE, add_card, awaiting_card, history_card, return_card, sign_off_card
from bot.cards.parts import Card
from bot.offers import Offer
from bot.record_words import Asked, RecordWords
from bot.turn import Turn
from dialogs.breach_records import show_record
from dialogs.breaches import SLIP
from dialogs.capability import Capability, entities_of, turn_of
from domain.breaches.signing import SigningState, sign_off
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import AssistantError, NotAllowed
from domain.officers import Permission
from domain.references import is_reference
from services import breach_signing
from services.breaches import Breaches, Sent
from storage.work import Work

DONE = "Signed off. The officer who recorded it is told."
SENT_BACK = "Returned. The officer who recorded it is told and reads your note."
ADDED = "Added. The record itself stays as it was sent."
AWAITS = "It awaits a supervisor's sign-off."
Ask = Callable[[Sent, Offer], Card]


class BreachSigningDialog(Capability):
    """Keeps no state: every press and every line is whole by itself, and whatever is being asked stays as it stands."""

    verbs = (
        "breach:awaiting",
        "breach:history",
        "breach:ask_sign_off",
        "breach:ask_return",
        "breach:ask_add",
        "breach:sign_off",
        "breach:return",
        "breach:add",
    )

    def __init__(self, work: Work, clock: Clock, breaches: Breaches) -> None:
        super().__init__("breach_signing")
        self._work = work
        self._clock = clock
        self._breaches = breaches
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "breach:awaiting": self._awaiting,
            "breach:history": self._history,
            "breach:ask_sign_off": self._ask_sign_off,
            "breach:ask_return": self._ask_return,
            "breach:ask_add": self._ask_add,
            "breach:sign_off": self._sign_off,
            "breach:return": self._return,
            "breach:add": self._add,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, said = turn_of(dialog_context), entities_of(options)["said"]
        try:
            await self._said(turn, said)
        except NotAllowed:
            raise
        except AssistantError as refusal:
            turn.say(refusal.advice)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _said(self, turn: Turn, said: RecordWords) -> None:
        if said.asked is Asked.AWAITING:
            await self._list(turn)
            return
        turn.officer.must(Permission.RECORD_BREACH if said.asked is Asked.ADD else Permission.SIGN_OFF_BREACH)
        if not is_reference(said.reference):
            turn.say(SLIP)
            return
        sent = await self._breaches.find(turn.officer, said.reference)
        if said.asked is Asked.SIGN_OFF:
            self._show_sign_off(turn, sent)
        elif said.asked is Asked.RETURN and said.words:
            await self._send_back(turn, sent.breach.id, said.words, sent.signing.mark)
        elif said.asked is Asked.ADD and said.words:
            await self._add_words(turn, sent.breach.id, said.words, None)
        else:
            _show(turn, sent, return_card if said.asked is Asked.RETURN else add_card)

    async def _awaiting(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.SIGN_OFF_BREACH)
        await self._list(turn, int(action.details.get("page", "0")))

    async def _list(self, turn: Turn, page: int = 0) -> None:
        queue = await breach_signing.awaiting(self._work, self._clock, turn.officer, page)
        offer = turn.offer()
        about = [id for one in queue.records for id in (one.id, one.order_id)]
        turn.show(awaiting_card(queue, offer), offer, about, Permission.SIGN_OFF_BREACH)

    async def _history(self, turn: Turn, action: Action) -> None:
        sent = await self._breaches.show(turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(history_card(sent, int(action.details["page"]), offer), offer, (sent.breach.id, sent.order.id))

    async def _ask_sign_off(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.SIGN_OFF_BREACH)
        self._show_sign_off(turn, await self._breaches.show(turn.officer, UUID(action.object)))

    def _show_sign_off(self, turn: Turn, sent: Sent) -> None:
        """What cannot be signed off is not asked about: the refusal is said at once."""
        sign_off(sent.breach, sent.signing, turn.officer, sent.signing.mark, turn.now)
        _show(turn, sent, sign_off_card)

    async def _ask_return(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.SIGN_OFF_BREACH)
        _show(turn, await self._breaches.show(turn.officer, UUID(action.object)), return_card)

    async def _ask_add(self, turn: Turn, action: Action) -> None:
        turn.officer.must(Permission.RECORD_BREACH)
        _show(turn, await self._breaches.show(turn.officer, UUID(action.object)), add_card)

    async def _sign_off(self, turn: Turn, action: Action) -> None:
        await breach_signing.sign_off(self._work, self._clock, turn.officer, UUID(action.object), action.details["seen"])
        await self._told(turn, UUID(action.object), DONE)

    async def _return(self, turn: Turn, action: Action) -> None:
        await self._send_back(turn, UUID(action.object), turn.values.get("note", ""), action.details["seen"])

    async def _send_back(self, turn: Turn, id: UUID, note: str, seen: str) -> None:
        await breach_signing.return_with_note(self._work, self._clock, turn.officer, id, note, seen)
        await self._told(turn, id, SENT_BACK)

    async def _add(self, turn: Turn, action: Action) -> None:
        about = turn.values.get("question", AS_A_WHOLE)
        await self._add_words(turn, UUID(action.object), turn.values.get("words", ""), None if about == AS_A_WHOLE else about or None)

    async def _add_words(self, turn: Turn, id: UUID, words: str, question: str | None) -> None:
        await breach_signing.add_addendum(self._work, self._clock, turn.officer, id, words, question)
        await self._told(turn, id, ADDED)

    async def _told(self, turn: Turn, id: UUID, words: str) -> None:
        sent = await self._breaches.show(turn.officer, id)
        said = f"{words} {AWAITS}" if sent.signing.state is SigningState.AWAITING else words
        turn.say(said, (sent.breach.id, sent.order.id))
        show_record(turn, sent)


def _show(turn: Turn, sent: Sent, draw: Ask) -> None:
    offer = turn.offer()
    turn.show(draw(sent, offer), offer, (sent.breach.id, sent.order.id))
