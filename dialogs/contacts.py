"""Reassurance contact in the chat: the list, one plan, and what came of a contact."""

from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.contacts import about, about_breach, close_card, next_words, owed_card, plan_card, recorded_card, safe_contact_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from dialogs.contact_lists import asked_in
from domain.clock import Clock
from domain.contact_words import OUTCOME_WORDS
from domain.contacts import Outcome
from domain.conversations import Action
from domain.officers import Permission
from domain.policies import Policy
from services import contacts
from services.contact_lists import overview
from services.contact_undo import undo_contact
from services.contacts import Recorded
from services.timetables import PolicyNow
from storage.work import Work

_CLOSED = "The contact plan is closed and nobody is reminded of it any more. A new order on the case or a breach opens it again."
UNDONE = "Undone: nothing is recorded, and the contact is owed as before. That it was recorded and undone is on the audit trail."
_ALREADY = "That contact has been dealt with already; nothing was recorded twice."


class ContactsDialog(Capability):
    verbs = (
        "contact:list",
        "contact:open",
        "contact:show",
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
        match action.verb:
            case "contact:list":
                await self._list(turn)
            case "contact:open":
                await self._open(turn, action)
            case "contact:show":
                await self._show(turn, action)
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
        drawn = plan_card(one.plan, one.order, offer, turn.now, others=one.others, breach=one.breach)
        turn.show(drawn, offer, _about(one) | about_breach(one.breach))

    async def _show(self, turn: Turn, action: Action) -> None:
        safe = await contacts.show_contact(self._work, self._clock, turn.officer, UUID(action.object))
        turn.show(safe_contact_card(safe), about=about(safe.plan, safe.order, *safe.others), needs=Permission.SEE_SAFE_CONTACT)

    async def _record(self, turn: Turn, action: Action) -> None:
        outcome = Outcome.NO_ANSWER if action.verb == "contact:no_answer" else Outcome(action.details["outcome"])
        note = turn.values.get("note", "").strip()
        id, of_round = UUID(action.object), _round_of(action)
        done = await contacts.record_contact(self._work, self._clock, turn.officer, id, outcome, note, of_round, self._policy)
        if done.undo is None or outcome is Outcome.NO_ANSWER:
            _tell(turn, done, _ALREADY if done.already else f"Recorded: {OUTCOME_WORDS[outcome]}.")
            return
        offer = turn.offer()
        words = f"{done.order.reference}: Recorded: {OUTCOME_WORDS[outcome]}. {next_words(done.plan)}"
        turn.show(recorded_card(words, done.undo, done.plan, offer), offer, _about(done))

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
            _tell(turn, done, _ALREADY)
            return
        turn.say(f"{done.order.reference}: {_CLOSED}", _about(done))


def _round_of(action: Action) -> int:
    return int(action.details["round"])


def _tell(turn: Turn, done: Recorded, said: str) -> None:
    told = " That is no answer twice or more in a row: a supervisor is told." if done.plan.tell_supervisor and not done.already else ""
    turn.say(f"{done.order.reference}: {said}{told} {next_words(done.plan)}", _about(done))


def _about(one: Recorded) -> frozenset[str]:
    return about(one.plan, one.order, *one.others)
