"""Reassurance contact in the chat: the list, one plan, and what came of a contact."""

from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.contacts import about, about_breach, close_card, owed_card, plan_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from dialogs.contact_lists import asked_in
from dialogs.contact_recorded import ALREADY, ask_why, tell, tell_recorded
from domain.clock import Clock
from domain.contacts import Outcome
from domain.conversations import Action
from domain.policies import Policy
from services import contacts
from services.contact_follow_ups import NotAsAgreed
from services.contact_life import seen
from services.contact_lists import overview
from services.contact_undo import undo_contact
from services.contacts import Recorded
from services.timetables import PolicyNow
from storage.work import Work

_CLOSED = "The contact plan is closed and nobody is reminded of it any more. A new order on the case or a breach opens it again."
UNDONE = "Undone: nothing is recorded, and the contact is owed as before. That it was recorded and undone is on the audit trail."


class ContactsDialog(Capability):
    verbs = (
        "contact:list",
        "contact:open",
        "contact:done",
        "contact:no_answer",
        "contact:undo",
        "contact:ask_close",
        "contact:close",
    )

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow = Policy) -> None:
        super().__init__("contacts")
        self._work = work
        self._clock = clock
        self._policy = policy

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        if (asked := asked_in(turn_of(dialog_context))) is not None:
            return await dialog_context.replace_dialog("contact_lists", {"asked": asked})
        await self._list(turn_of(dialog_context))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        if action.object:
            await seen(self._work, self._clock, turn.officer, UUID(action.object))
        match action.verb:
            case "contact:list":
                await self._list(turn)
            case "contact:open":
                await self._open(turn, action)
            case "contact:undo":
                await self._undo(turn, action)
            case "contact:ask_close":
                await self._ask_close(turn, action)
            case "contact:close":
                await self._close(turn, action)
            case _:
                await self._record(turn, action)
        return DialogTurnResult(None)

    async def _list(self, turn: Turn) -> None:
        found = await overview(self._work, self._clock, turn.officer)
        offer = turn.offer()
        named = {part for one in (*found.owed, *found.planned) for part in about(one.plan, one.order, *one.others)}
        turn.show(owed_card(found, offer, turn.now), offer, named)

    async def _open(self, turn: Turn, action: Action) -> None:
        one = await contacts.show_plan(self._work, self._clock, turn.officer, UUID(action.object))
        self._draw(turn, one)

    def _draw(self, turn: Turn, one: Recorded) -> None:
        offer = turn.offer()
        drawn = plan_card(one.plan, one.order, offer, turn.now, others=one.others, breach=one.breach, beside=one.beside)
        turn.show(drawn, offer, _about(one) | about_breach(one.breach))

    async def _record(self, turn: Turn, action: Action) -> None:
        outcome = Outcome.NO_ANSWER if action.verb == "contact:no_answer" else Outcome(action.details["outcome"])
        note = turn.values.get("note", "").strip()
        id, of_round = UUID(action.object), _round_of(action)
        try:
            done = await contacts.record_contact(self._work, self._clock, turn.officer, id, outcome, note, of_round, self._policy)
        except NotAsAgreed as refusal:
            ask_why(turn, action, outcome, refusal)
            return
        tell_recorded(turn, done, outcome)

    async def _undo(self, turn: Turn, action: Action) -> None:
        at = datetime.fromisoformat(action.details["at"])
        one = await undo_contact(self._work, self._clock, turn.officer, UUID(action.object), action.details["before"], at)
        turn.say(f"{one.order.reference}: {UNDONE}", _about(one))
        self._draw(turn, one)

    async def _ask_close(self, turn: Turn, action: Action) -> None:
        one = await contacts.show_plan(self._work, self._clock, turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(close_card(one.plan, [one.order, *one.others], offer, turn.now), offer, _about(one))

    async def _close(self, turn: Turn, action: Action) -> None:
        done = await contacts.close_plan(self._work, self._clock, turn.officer, UUID(action.object), _round_of(action))
        if done.already:
            tell(turn, done, ALREADY)
            return
        turn.say(f"{done.order.reference}: {_CLOSED}", _about(done))


def _round_of(action: Action) -> int:
    return int(action.details["round"])


def _about(one: Recorded) -> frozenset[str]:
    return about(one.plan, one.order, *one.others)
