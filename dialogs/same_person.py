"""An officer says in the chat that two records are of one person, or takes it back."""

from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.same_person import TAKEN_BACK, compare_card, linked_card
from bot.turn import Turn
from dialogs.capability import Capability
from domain.clock import Clock
from domain.conversations import Action
from domain.orders import PartyRole
from domain.same_person import Record
from services import same_person
from storage.work import Work


class SamePersonDialog(Capability):
    verbs = ("person:start", "person:link", "person:undo")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("same_person")
        self._work = work
        self._clock = clock

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        chosen = _record(action.object, action.details["role"])
        if action.verb == "person:start":
            await self._compare(turn, chosen, action.details["others"])
        else:
            await self._say(turn, action, chosen)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _compare(self, turn: Turn, chosen: Record, listed: str) -> None:
        others = [_record(*one.split("|")) for one in listed.split(";")]
        comparison = await same_person.compare(self._work, self._clock, turn.officer, chosen, others, turn.conversation.channel)
        offer = turn.offer()
        about = [one.order.id for one in (comparison.chosen, *comparison.others)]
        turn.show(compare_card(comparison, turn.officer, offer), offer, about)

    async def _say(self, turn: Turn, action: Action, chosen: Record) -> None:
        other, seen = _record(action.details["other"], action.details["other_role"]), int(action.details["seen"])
        about = (chosen.order, other.order)
        if action.verb == "person:undo":
            await same_person.unlink(self._work, self._clock, turn.officer, chosen, other, seen, turn.conversation.channel)
            turn.say(TAKEN_BACK, about=about)
            return
        link = await same_person.link(self._work, self._clock, turn.officer, chosen, other, seen, turn.conversation.channel)
        offer = turn.offer()
        turn.show(linked_card(link, offer), offer, about)


def _record(order: str, role: str) -> Record:
    return Record(UUID(order), PartyRole(role))
