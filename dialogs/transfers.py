"""A protected person goes over to another force, or comes from one: what goes along is looked at first, and the duty moves with the acceptance alone."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards import transfers as cards
from bot.cards.breach_files import ONLY_AT_THE_PAGE
from bot.cards.parts import Card
from bot.offers import Offer
from bot.transfer_words import TransferAsked
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.clock import Clock
from domain.conversations import WEB, Action
from domain.officers import Permission
from domain.policies import Policy
from services import contacts, transfers, transfers_in
from services.transfers import Shown
from storage.work import Work

SAY_WHOSE = "Whose? Type the order's reference and the force, such as: transfer NMO-XXXXXX to the force's name. Or look the order up first."
MANY = "More than one contact of yours bears that name: type the order's reference instead."
SENT = "Sealed and waiting for {}. Nothing else has changed: contact stays with its owner until they accept."
UNDONE = "Undone: it waits for their answer again, and contact is owed here as before."
REFUSED = "They are told why. Contact stays with the force that sent it."
WITHDRAWN = "Taken back. Contact stays here. Ring them: whoever has the sealed file can still read it."


class TransfersDialog(Capability):
    verbs = (
        "transfer:begin", "transfer:send", "transfer:open", "transfer:file", "transfer:answer", "transfer:accepted", "transfer:declined",
        "transfer:withdraw", "transfer:undo", "transfer:accept", "transfer:refuse",
    )  # fmt: skip

    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        super().__init__("transfers")
        self._work = work
        self._clock = clock
        self._policy = policy
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "transfer:begin": self._begin,
            "transfer:send": self._send,
            "transfer:open": self._open,
            "transfer:file": self._file,
            "transfer:answer": self._ask_answer,
            "transfer:accepted": self._accepted,
            "transfer:declined": self._declined,
            "transfer:withdraw": self._withdraw,
            "transfer:undo": self._undo,
            "transfer:accept": self._accept,
            "transfer:refuse": self._refuse,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, given = turn_of(dialog_context), entities_of(options)
        turn.officer.must(Permission.TRANSFER)
        asked: TransferAsked = given["asked"]
        if asked.reference:
            self._show(turn, await transfers.find(self._work, self._clock, turn.officer, asked.reference))
        elif asked.is_list or asked.since:
            await self._list(turn, coming=bool(asked.since))
        else:
            await self._prepare(turn, await self._order(turn, asked, given.get("shown")), asked.to)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        turn.officer.must(Permission.TRANSFER)
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _list(self, turn: Turn, *, coming: bool) -> None:
        found = await transfers.listed(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(cards.list_card(found, offer), offer, needs=Permission.TRANSFER)
        if coming:
            turn.say(cards.BY_HAND)

    async def _order(self, turn: Turn, asked: TransferAsked, shown: str | None) -> UUID | None:
        """By its reference, by the name among one's own contacts, else the one that was shown last."""
        if asked.order or asked.name:
            found = await contacts.orders_meant(self._work, self._clock, turn.officer, asked.order or asked.name)
            if len(found) > 1:
                turn.say(MANY)
                return None
            if found:
                return found[0]
        elif shown is not None:
            return UUID(shown)
        turn.say(SAY_WHOSE)
        return None

    async def _prepare(self, turn: Turn, order_id: UUID | None, to: str = "") -> None:
        if order_id is None:
            return
        one = await transfers.prepare(self._work, self._clock, turn.officer, order_id)
        if one.pending is not None:
            self._show(turn, await transfers.show(self._work, self._clock, turn.officer, one.pending.id))
            return
        meant = self._policy().transfers.meant(to) if to else []
        offer = turn.offer()
        shown = [str(id) for order in one.orders for id in (order.id, order.applicant.id)] + [str(one.plan.id)]
        card = cards.prepared_card(one, meant[0].code if len(meant) == 1 else "", offer)
        turn.show(card, offer, shown, Permission.TRANSFER)

    async def _begin(self, turn: Turn, action: Action) -> None:
        await self._prepare(turn, UUID(action.object))

    async def _send(self, turn: Turn, action: Action) -> None:
        code = turn.values.get("to", "")
        one = await transfers.send(self._work, self._clock, turn.officer, UUID(action.object), code, turn.values)
        turn.say(SENT.format(one.other_name))
        await self._again(turn, one.id)

    async def _open(self, turn: Turn, action: Action) -> None:
        await self._again(turn, UUID(action.object))

    async def _file(self, turn: Turn, action: Action) -> None:
        """The chat page changes this press for the file itself; what another channel carries stays in a store beyond our reach."""
        turn.say(cards.CARRY if turn.conversation.channel == WEB else ONLY_AT_THE_PAGE)

    async def _ask_answer(self, turn: Turn, action: Action) -> None:
        shown = await transfers.show(self._work, self._clock, turn.officer, UUID(action.object))
        self._card(turn, shown, lambda offer: cards.acceptance_card(shown.transfer, offer))

    async def _accepted(self, turn: Turn, action: Action) -> None:
        one = await transfers.record_acceptance(self._work, self._clock, turn.officer, UUID(action.object), turn.values.get("who", ""))
        turn.say(cards.UNDO_WORDS)
        await self._again(turn, one.id)

    async def _declined(self, turn: Turn, action: Action) -> None:
        given = turn.values.get("who", ""), turn.values.get("reason", "")
        one = await transfers.record_refusal(self._work, self._clock, turn.officer, UUID(action.object), *given)
        await self._again(turn, one.id)

    async def _withdraw(self, turn: Turn, action: Action) -> None:
        one = await transfers.withdraw(self._work, self._clock, turn.officer, UUID(action.object))
        turn.say(WITHDRAWN)
        await self._again(turn, one.id)

    async def _undo(self, turn: Turn, action: Action) -> None:
        await transfers.undo(self._work, self._clock, turn.officer, UUID(action.object))
        turn.say(UNDONE)
        await self._again(turn, UUID(action.object))

    async def _accept(self, turn: Turn, action: Action) -> None:
        await transfers_in.accept(self._work, self._clock, turn.officer, UUID(action.object), turn.values.get("why", ""))
        await self._again(turn, UUID(action.object))

    async def _refuse(self, turn: Turn, action: Action) -> None:
        await transfers_in.decline(self._work, self._clock, turn.officer, UUID(action.object), turn.values.get("reason", ""))
        turn.say(REFUSED)

    async def _again(self, turn: Turn, id: UUID) -> None:
        self._show(turn, await transfers.show(self._work, self._clock, turn.officer, id))

    def _show(self, turn: Turn, shown: Shown) -> None:
        force = self._policy().transfers.force(shown.transfer.other)
        at_page = turn.conversation.channel == WEB
        self._card(turn, shown, lambda offer: cards.transfer_card(shown, offer, brings=bool(force and force.url), at_page=at_page))

    def _card(self, turn: Turn, shown: Shown, draw: Callable[[Offer], Card]) -> None:
        offer = turn.offer()
        named = {str(id) for order in shown.orders for id in (order.id, order.applicant.id)} | {str(shown.transfer.id)}
        turn.show(draw(offer), offer, named, Permission.TRANSFER)
