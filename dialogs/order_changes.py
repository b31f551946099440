"""Changing an order that is held, in the chat: by a typed line or by pressing, shown before and after, confirmed, and undone."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.order_changes import compare_card, form_card, menu_card, recorded_card
from bot.change_words import ChangeSaid, change_said
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import Reasons
from domain.clock import Clock
from domain.conversations import Action
from domain.order_changes import ChangeKind
from services import order_changes
from services.lookups import open_order
from services.named_orders import open_by_reference
from services.order_changes import ChangeShown
from services.planned import Planned
from services.timetables import PolicyNow
from storage.work import Work

WHICH_ORDER = 'Which order? Type its reference with it, such as "discharged NMO-XXXXXX", or look the person up first and then say it again.'
SAY_AGAIN = "Once the order is shown, say again what happened, or press Change this order."
NOTHING_TO_UNDO = (
    "Nothing that was recorded of the order shown last can be undone by a word. Press Undo on the card of what is to be undone."
)
LEFT = "Left as it was: nothing was changed."
UNDONE = "Undone: the order stands as it did before. What was recorded and that it was undone stay in its history."


class OrderChangesDialog(Capability):
    """Asks nothing that it waits for: an open question stays open beneath it."""

    verbs = ("change:menu", "change:ask", "change:check", "change:again", "change:confirm", "change:drop", "change:undo")

    def __init__(self, work: Work, clock: Clock, planned: Planned, policy: PolicyNow) -> None:
        super().__init__("order_changes")
        self._work = work
        self._clock = clock
        self._planned = planned
        self._policy = policy
        self._reasons = Reasons(work, clock, policy)

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, given = turn_of(dialog_context), entities_of(options)
        if "undo" in given:
            await self._what_to_undo(turn, given.get("shown"))
            return await dialog_context.end_dialog()
        said = _said(turn, given)
        order_id = await self._meant(turn, said, given.get("shown"))
        if order_id is not None and self._reasons.access(turn) is None and str(order_id) != given.get("shown"):
            self._ask_why(turn, order_id)
        elif order_id is not None:
            _draw(turn, await order_changes.begin_change(self._work, self._clock, turn.officer, order_id, said.kind, said.values))
        elif said.person:
            await dialog_context.begin_dialog("lookups", {"text": said.person})
            turn.say(WHICH_ORDER)
        else:
            turn.say(WHICH_ORDER)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id, officer = UUID(action.object), turn.officer
        match action.verb:
            case "change:menu":
                await self._menu(turn, id)
            case "change:ask":
                kind = ChangeKind(action.details["kind"])
                _draw(turn, await order_changes.begin_change(self._work, self._clock, officer, id, kind))
            case "change:check":
                _draw(turn, await order_changes.tell_change(self._work, self._clock, officer, id, turn.values))
            case "change:again":
                _form(turn, await order_changes.show_change(self._work, self._clock, officer, id))
            case "change:confirm":
                await self._confirm(turn, id, (int(action.details["version"]), int(action.details.get("seen", "-1"))))
            case "change:drop":
                await order_changes.drop_change(self._work, self._clock, officer, id)
                turn.say(LEFT)
            case _:
                undone = await order_changes.undo_change(self._work, self._clock, officer, id, self._planned)
                turn.say(UNDONE, about=(undone.order_id,))
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _meant(self, turn: Turn, said: ChangeSaid, shown: str | None) -> UUID | None:
        """The order named in the line, else the one that was shown last."""
        if said.reference:
            return await open_by_reference(self._work, self._clock, turn.officer, said.reference, turn.conversation.channel)
        return UUID(shown) if shown and not said.person else None

    def _ask_why(self, turn: Turn, order_id: UUID) -> None:
        """As for any order that was not shown here: it is opened first, and what was said is said again."""
        press = Action("", "order:open", str(order_id), turn.officer.id, turn.conversation.id, uuid4(), turn.now)
        self._reasons.ask_for_press(turn, press)
        turn.say(SAY_AGAIN)

    async def _menu(self, turn: Turn, order_id: UUID) -> None:
        match = await open_order(self._work, self._clock, turn.officer, order_id, turn.conversation.channel)
        slip = await order_changes.what_may_be_undone(self._work, self._clock, turn.officer, order_id)
        offer = turn.offer()
        turn.show(menu_card(match.order, turn.officer, offer, slip), offer, (order_id,))

    async def _what_to_undo(self, turn: Turn, shown: str | None) -> None:
        """Nothing is undone by a word alone: what it would be is shown with its press."""
        slip = shown and await order_changes.what_may_be_undone(self._work, self._clock, turn.officer, UUID(shown))
        if shown and slip:
            await self._menu(turn, UUID(shown))
        else:
            turn.say(NOTHING_TO_UNDO)

    async def _confirm(self, turn: Turn, draft_id: UUID, shown: tuple[int, int]) -> None:
        change = await order_changes.confirm_change(self._work, self._clock, turn.officer, draft_id, shown, self._planned, self._policy)
        match = await open_order(self._work, self._clock, turn.officer, change.order_id, turn.conversation.channel)
        offer = turn.offer()
        turn.show(recorded_card(change, match.order, offer), offer, (change.order_id,))


def _said(turn: Turn, given: Mapping[str, Any]) -> ChangeSaid:
    """As it was read of the line, or the event and the reference that the line was taken for."""
    if "said" in given:
        read: ChangeSaid = given["said"]
        return read
    event, when = ChangeKind(given["event"]), str(given["when"])
    told = change_said(turn.text, turn.now, turn.officer.collar or turn.officer.name)
    if told is not None and told.kind is event:
        return replace(told, reference=str(given["reference"]), person="")
    return ChangeSaid(event, {"when": when} if when else {}, str(given["reference"]))


def _draw(turn: Turn, shown: ChangeShown) -> None:
    """The form while anything is missing, then before and after."""
    if shown.missing:
        _form(turn, shown)
        return
    offer = turn.offer()
    turn.show(compare_card(shown, turn.officer, offer), offer, (shown.order.id, shown.draft.id))


def _form(turn: Turn, shown: ChangeShown) -> None:
    offer = turn.offer()
    turn.show(form_card(shown, turn.officer, offer), offer, (shown.order.id, shown.draft.id))
