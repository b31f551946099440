"""An order's paper in the chat: opened, and its wording checked by somebody who may."""

from functools import partial
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.papers import CONFIRMED, KEPT, checking_card
from bot.turn import Turn
from dialogs.capability import Capability
from domain.clock import Clock
from domain.conversations import Action
from services import attached_papers, papers
from services.papers import Checking, Reader
from services.planned import Planned
from storage.paper_text import read_draft
from storage.work import Work

# A turn holds the register's pen: a paper that takes longer is typed in from the paper.
PATIENCE = 2.0
ELSEWHERE = (
    "The order's PDF is not sent through this chat. Open it at the chat page on a force computer, or ask the orders desk for it by the "
    "reference {reference}. The applicant's own copy says the same."
)
WAITING_ELSEWHERE = (
    "What was sent for {reference} is not sent through this chat. Open it at the chat page on a force computer: type intake there."
)

read_in_a_turn: Reader = partial(read_draft, seconds=PATIENCE)


class PapersDialog(Capability):
    verbs = ("paper:open", "paper:aside", "paper:check", "paper:save", "paper:confirm")

    def __init__(self, work: Work, clock: Clock, planned: Planned, reader: Reader = read_in_a_turn) -> None:
        super().__init__("papers")
        self._work = work
        self._clock = clock
        self._planned = planned
        self._reader = reader

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        order_id = UUID(action.object)
        match action.verb:
            case "paper:open":
                await self._say_where(turn, order_id)
            case "paper:aside":
                order = await attached_papers.find_aside(self._work, self._clock, turn.officer, order_id)
                turn.say(WAITING_ELSEWHERE.format(reference=order.reference), about=(order.id,))
            case "paper:check":
                checking = await papers.read_terms(self._work, self._clock, turn.officer, order_id, self._reader, turn.conversation.channel)
                _show(turn, checking)
            case "paper:save":
                await self._keep(turn, order_id, int(action.details["seen"]))
            case _:
                await self._confirm(turn, order_id, int(action.details["seen"]))
        return DialogTurnResult(None)

    async def _say_where(self, turn: Turn, order_id: UUID) -> None:
        order = await papers.find_paper(self._work, self._clock, turn.officer, order_id, turn.conversation.channel)
        turn.say(ELSEWHERE.format(reference=order.reference) if order.has_document else papers.NO_PAPER, about=(order.id,))

    async def _keep(self, turn: Turn, order_id: UUID, seen: int) -> None:
        asked = papers.change_terms(self._work, self._clock, turn.officer, order_id, seen, turn.values, turn.conversation.channel)
        checking = await asked
        turn.say(KEPT)
        _show(turn, checking)

    async def _confirm(self, turn: Turn, order_id: UUID, seen: int) -> None:
        channel = turn.conversation.channel
        await papers.check_terms(self._work, self._clock, turn.officer, order_id, seen, turn.values, self._planned, channel)
        turn.say(CONFIRMED, about=(order_id,))


def _show(turn: Turn, checking: Checking) -> None:
    offer = turn.offer()
    turn.show(checking_card(checking, offer, turn.conversation.channel), offer, (checking.order.id,))
