"""Records a breach with an officer: a page of related questions at a time, every answer kept at once, sent once."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from botbuilder.core import TurnContext
from botbuilder.dialogs import Dialog, DialogContext, DialogInstance, DialogTurnResult, DialogTurnStatus

from bot.asides import Aside, Heard, as_answer, aside_of
from bot.cards.breach_pages import check_card, page_card
from bot.cards.breaches import going_on_card, parked_card, same_order_card, stopped_card, whose_card
from bot.turn import Step, Turn
from dialogs.breach_asides import NO_SUCH, UNCLEAR, answer_aside, which
from dialogs.breach_danger import danger_told, tells_of_danger
from dialogs.breach_records import RECORD_VERBS, pressed_on_record, show_done, show_record
from dialogs.breach_said import command_in, not_an_answer, say_back, takes_choices
from dialogs.capability import HEARS_CHOICES, Capability, entities_of, turn_of
from dialogs.shown import first_in, kept_in
from domain.breaches.drafts import BreachDraft, KeptAsTyped, StillLacking, Told, is_underway, next_page
from domain.breaches.questions import LAST, PAGES, Page
from domain.conversations import Action
from domain.errors import AssistantError, NotFound
from domain.lookups import Kept, safe_particulars
from domain.references import is_reference
from services.breaches import Breaches

WHICH_ORDER = "Which order? Type the name and date of birth and press Record a breach on the card."
DISCARDED = "Discarded: nothing of those answers is kept. To begin anew, look the order up and press Record a breach."
HOW_TO_SEND = "Press Send to record it, or type 'send', 'back', 'stop' or 'change 4'."
SLIP = "That reference has a slip in it: check it sign by sign. A record of a breach is BR- and six signs."


class BreachDialog(Capability):
    """State: the id of the draft, and the e-tag and the number of records alike that the officer last saw."""

    verbs = (
        "breach:start",
        "breach:answer",
        "breach:back",
        "breach:skip",
        "breach:stop",
        "breach:resume",
        "breach:another",
        "breach:change",
        "breach:confirm",
        "breach:discard",
        *RECORD_VERBS,
    )

    def __init__(self, breaches: Breaches) -> None:
        super().__init__("breaches")
        self._breaches = breaches
        self._presses: Mapping[str, Callable[[DialogContext, Turn, Action], Awaitable[DialogTurnResult]]] = {
            "breach:start": self._start,
            "breach:answer": self._answer,
            "breach:back": self._back,
            "breach:skip": self._skip,
            "breach:stop": self._stop,
            "breach:resume": self._resume,
            "breach:another": self._another,
            "breach:change": self._change,
            "breach:confirm": self._confirm,
            "breach:discard": self._discard,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, entities = turn_of(dialog_context), entities_of(options)
        if "action" in entities:
            action: Action = entities["action"]
            return await self._presses[action.verb](dialog_context, turn, action)
        if "order_id" in entities:
            return await self._begin(
                dialog_context, turn, UUID(str(entities["order_id"])), entities.get("first"), named="named" in entities
            )
        if "reference" in entities:
            return await self._found(dialog_context, turn, str(entities["reference"]))
        if entities.get("shown"):
            return await self._ask_whether_shown(dialog_context, turn, UUID(str(entities["shown"])))
        turn.say(WHICH_ORDER)
        return await dialog_context.end_dialog()

    async def _ask_whether_shown(self, dialog_context: DialogContext, turn: Turn, order_id: UUID) -> DialogTurnResult:
        """What was typed already tells of the breach: it is kept, sealed, until it is said whether this is the order."""
        try:
            order, first = await self._breaches.offered(turn.officer, order_id, turn.text)
        except AssistantError:
            turn.say(WHICH_ORDER)
        else:
            offer = turn.offer()
            turn.show(same_order_card(order, offer, first), offer, about=(order_id,))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        if action.verb in RECORD_VERBS:
            # Leaves whatever is being asked as it stands.
            await pressed_on_record(self._breaches, turn, action)
            return DialogTurnResult(DialogTurnStatus.Complete)
        if dialog_context.active_dialog is None or dialog_context.active_dialog.id != self.id:
            return await dialog_context.begin_dialog(self.id, {"action": action})
        return await self._presses[action.verb](dialog_context, turn, action)

    async def continue_dialog(self, dialog_context: DialogContext) -> DialogTurnResult:
        turn = turn_of(dialog_context)
        state = dialog_context.active_dialog.state
        id, seen, said = UUID(state["draft"]), int(state["seen"]), turn.text.strip()
        word = command_in(said)
        if word == "stop":
            return await self._pause(dialog_context, turn, id)
        if word == "back":
            return await self._go(dialog_context, turn, id, self._breaches.go_back(turn.officer, id, seen))
        try:
            draft = await self._breaches.resume(turn.officer, id)
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return await dialog_context.end_dialog()
        if tells_of_danger(draft, said):
            return await self._go(dialog_context, turn, id, danger_told(self._breaches, turn, draft, said))
        given, aside = as_answer(said), aside_of(said)
        words = given if given is not None else "skip" if word == "skip" else said
        if aside is not None:
            return await self._aside(dialog_context, turn, draft, aside, seen)
        page = next_page(draft)
        if page is None or (given is None and draft.etag == seen and not_an_answer(draft, page, said)):
            turn.say(HOW_TO_SEND if page is None else UNCLEAR)
            return await self._ask(dialog_context, turn, draft)
        return await self._go(dialog_context, turn, id, self._heard(turn, draft, page, words, seen))

    async def reprompt_dialog(self, context: TurnContext, instance: DialogInstance) -> None:
        """Shows the open question again, after something else was answered in its midst."""
        turn = Turn.of(context)
        try:
            draft = await self._breaches.resume(turn.officer, UUID(instance.state["draft"]))
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return
        await self._show(turn, draft)

    async def _begin(
        self, dialog_context: DialogContext, turn: Turn, order_id: UUID, first: Mapping[str, str] | None = None, *, named: bool = False
    ) -> DialogTurnResult:
        """`named` where the order's card is not beside the button: then it is said whose order it is. `first` is where the first words are kept."""
        try:
            draft = await self._breaches.start(turn.officer, order_id, kept_in(first))
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return await dialog_context.end_dialog()
        if named:
            told = await self._breaches.told(turn.officer, draft.id)
            turn.show(whose_card(told.order, safe_particulars(told.order, turn.officer).respondent), about=(draft.id, draft.order_id))
        return await self._go_on(dialog_context, turn, draft, kept_in(first))

    async def _go_on(self, dialog_context: DialogContext, turn: Turn, draft: BreachDraft, first: Kept | None) -> DialogTurnResult:
        """Says where there was a record of the order already: this one, or others beside it."""
        if any(one.settled for one in draft.answers) or is_underway(draft, turn.now):
            offer = turn.offer()
            turn.show(going_on_card(draft, offer, first, turn.now), offer, (draft.id, draft.order_id))
        if parked := await self._breaches.parked(turn.officer, draft.id):
            offer = turn.offer()
            turn.show(parked_card(parked, offer), offer, (draft.id, draft.order_id))
        return await self._ask(dialog_context, turn, draft)

    async def _another(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        first = kept_in(first_in(action.details))
        try:
            draft = await self._breaches.begin_another(turn.officer, UUID(action.object), first)
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return await dialog_context.end_dialog()
        return await self._go_on(dialog_context, turn, draft, first)

    async def _start(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        return await self._begin(dialog_context, turn, UUID(action.object), first_in(action.details), named="named" in action.details)

    async def _answer(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        """A button that is an answer by itself, or what the page's inputs hold."""
        id, page, seen = UUID(action.object), action.details["page"], int(action.details["seen"])
        value = action.details.get("value")
        inputs = {action.details["question"]: value} if value else turn.values
        return await self._go(dialog_context, turn, id, self._breaches.record_page(turn.officer, id, page, inputs, seen))

    async def _skip(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id, page = UUID(action.object), action.details["page"]
        return await self._go(dialog_context, turn, id, self._breaches.leave_out(turn.officer, id, page, int(action.details["seen"])))

    async def _back(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        return await self._go(dialog_context, turn, id, self._breaches.go_back(turn.officer, id, int(action.details["seen"])))

    async def _change(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        changing = self._breaches.change(turn.officer, id, action.details["page"], int(action.details["seen"]))
        return await self._go(dialog_context, turn, id, changing)

    async def _resume(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        return await self._go(dialog_context, turn, id, self._breaches.resume(turn.officer, id))

    async def _stop(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        return await self._pause(dialog_context, turn, UUID(action.object))

    async def _discard(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        try:
            await self._breaches.discard(turn.officer, UUID(action.object))
            turn.say(DISCARDED)
        except AssistantError as refusal:
            turn.say(refusal.advice)
        return await dialog_context.end_dialog()

    async def _found(self, dialog_context: DialogContext, turn: Turn, reference: str) -> DialogTurnResult:
        if not is_reference(reference):
            turn.say(SLIP)
            return await dialog_context.end_dialog()
        try:
            show_record(turn, await self._breaches.find(turn.officer, reference))
        except NotFound as missing:
            turn.say(missing.advice)
        return await dialog_context.end_dialog()

    async def _confirm(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        """With as many records alike as the pressed card named."""
        return await self._send(dialog_context, turn, UUID(action.object), int(action.details["seen"]), action.details.get("alike"))

    async def _aside(self, dialog_context: DialogContext, turn: Turn, draft: BreachDraft, heard: Heard, seen: int) -> DialogTurnResult:
        """Under the last look it may send; at every question it may name another to change."""
        whole = next_page(draft) is None
        named = next((page for page in PAGES if page.number == heard.number), None)
        if heard.aside is Aside.SEND and whole:
            return await self._send(dialog_context, turn, draft.id, seen, dialog_context.active_dialog.state.get("alike"))
        if named is not None:
            return await self._go(dialog_context, turn, draft.id, self._breaches.change(turn.officer, draft.id, named.id, seen))
        if heard.aside is Aside.CHANGE:
            turn.say(HOW_TO_SEND if whole else NO_SUCH)
        else:
            await answer_aside(self._breaches, turn, draft, heard.aside)
        return await self._ask(dialog_context, turn, draft)

    async def _send(self, dialog_context: DialogContext, turn: Turn, id: UUID, seen: int, alike: str | None) -> DialogTurnResult:
        try:
            sent = await self._breaches.confirm(turn.officer, id, seen, None if alike is None else int(alike))
        except AssistantError as refusal:
            return await self._where_it_stands(dialog_context, turn, id, refusal)
        show_done(turn, sent)
        return await dialog_context.end_dialog()

    async def _pause(self, dialog_context: DialogContext, turn: Turn, id: UUID) -> DialogTurnResult:
        try:
            draft = await self._breaches.resume(turn.officer, id)
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return await dialog_context.end_dialog()
        offer = turn.offer()
        turn.show(stopped_card(draft, offer), offer, (draft.id, draft.order_id), step=Step(str(draft.id), "Stopped. It goes on below."))
        return await dialog_context.end_dialog()

    async def _go(self, dialog_context: DialogContext, turn: Turn, id: UUID, step: Awaitable[BreachDraft]) -> DialogTurnResult:
        try:
            draft = await step
        except StillLacking as lacking:
            draft = lacking.draft
        except KeptAsTyped as kept:
            turn.say(kept.advice)
            draft = kept.draft
        except AssistantError as refusal:
            return await self._where_it_stands(dialog_context, turn, id, refusal)
        return await self._ask(dialog_context, turn, draft)

    async def _where_it_stands(self, dialog_context: DialogContext, turn: Turn, id: UUID, refusal: AssistantError) -> DialogTurnResult:
        """Says why, and asks again where there is anything left to ask."""
        turn.say(refusal.advice)
        try:
            draft = await self._breaches.resume(turn.officer, id)
        except AssistantError:
            return await dialog_context.end_dialog()
        return await self._ask(dialog_context, turn, draft)

    async def _ask(self, dialog_context: DialogContext, turn: Turn, draft: BreachDraft) -> DialogTurnResult:
        told = await self._show(turn, draft)
        state = {"draft": str(draft.id), "seen": draft.etag, "alike": str(len(told.alike)), HEARS_CHOICES: takes_choices(draft)}
        dialog_context.active_dialog.state = state
        return Dialog.end_of_turn

    async def _show(self, turn: Turn, draft: BreachDraft) -> Told:
        told = await self._breaches.told(turn.officer, draft.id)
        page, offer = next_page(draft), turn.offer()
        shown = check_card(told, offer) if page is None else page_card(told, page, offer, which(told.order, turn.officer))
        done = "Check and send." if page is None else f"{page.number} of {LAST}. {page.title}"
        done = done if done.endswith((".", "?")) else f"{done}."
        turn.show(shown, offer, (draft.id, draft.order_id), step=Step(str(draft.id), f"{done} It goes on below."))
        return told

    async def _heard(self, turn: Turn, before: BreachDraft, page: Page, text: str, seen: int) -> BreachDraft:
        """What was read from the words is said back, also where something is still lacking."""
        try:
            draft = await self._breaches.record_words(turn.officer, before.id, page.id, text, seen)
        except KeptAsTyped as kept:
            await say_back(self._breaches, turn, before, kept.draft, page)
            raise
        await say_back(self._breaches, turn, before, draft, page)
        return draft
