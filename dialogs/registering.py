"""Registering an order or another measure by hand in the chat: by one form or question by question, kept through a restart, and saved after it was seen whole."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from botbuilder.core import TurnContext
from botbuilder.dialogs import DialogContext, DialogInstance, DialogTurnResult, DialogTurnStatus

from bot.cards.measures import entered_card
from bot.cards.registering import attached_card, form_card, kinds_card, question_card, saved_card, whole_card
from bot.cards.waiting_papers import waiting_card
from bot.turn import Turn
from dialogs.capability import HEARS_NUMBERS, Capability, entities_of, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import AssistantError, Unreadable
from domain.measure_questions import KIND
from domain.order_change_forms import Field
from domain.order_drafts import MEASURE
from domain.registration import answer_meant, left_out, next_question, question, questions_of, read_answer
from services import attached_papers, registered, registering
from services.measures_entered import EnteredMeasures
from services.planned import Planned
from services.registering import Registration
from services.timetables import PolicyNow
from storage.work import Work

KEPT = 'Kept as your draft. Say "register an order" to go on with it.'
KEPT_MEASURE = 'Kept as your draft. Say "enter a measure" to go on with it.'
DROPPED = "Dropped: nothing of it is kept but that it was begun and dropped."
LEFT_OUT = "Left out: the order stays as it is, and the PDF is not kept."
GOES_ON = "You have a draft already: here it is. Drop it to begin another."
CHOOSE = "Choose the kind first."
NEEDED = 'This is needed: say what the paper has, or "stop" to keep it for later.'


class RegisteringDialog(Capability):
    """Its state holds the draft's id, and that of a question that is to be answered again."""

    verbs = (
        "register:check",
        "register:ask",
        "register:answer",
        "register:back",
        "register:form",
        "register:kinds",
        "register:kind",
        "register:stop",
        "register:save",
        "register:drop",
        "register:paper",
        "register:attach",
        "register:waiting",
        "register:take",
        "register:leave",
    )

    def __init__(self, work: Work, clock: Clock, planned: Planned, policy: PolicyNow, measures: EnteredMeasures) -> None:
        super().__init__("registering")
        self._work = work
        self._clock = clock
        self._planned = planned
        self._policy = policy
        self._measures = measures

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """By a typed line, with what it tells; showing a draft that stands; or asking one question after the other of the draft that is named."""
        turn, given = turn_of(dialog_context), entities_of(options)
        if "stands" in given:
            _begun(turn, given["stands"])
            return await dialog_context.end_dialog()
        if "draft" in given:
            dialog_context.active_dialog.state["draft"] = str(given["draft"])
            return await self._next(dialog_context, turn, UUID(str(given["draft"])))
        told: Mapping[str, str] = given.get("told", {})
        stands = await registering.begin_registration(self._work, self._clock, turn.officer, told)
        _begun(turn, stands)
        return await dialog_context.end_dialog()

    async def continue_dialog(self, dialog_context: DialogContext) -> DialogTurnResult:
        turn, id = turn_of(dialog_context), UUID(dialog_context.active_dialog.state["draft"])
        said = turn.text.strip()
        try:
            stands = await registering.show_registration(self._work, self._clock, turn.officer, id)
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return await dialog_context.end_dialog()
        state = dialog_context.active_dialog.state
        asked = _asked(state, stands.draft.values)
        word = said.casefold().rstrip(".! ")
        if word == "stop":
            turn.say(_kept(stands))
            return await dialog_context.end_dialog()
        if word == "back" or word.startswith("change "):
            await self._back(turn, stands, state, word)
        elif asked is not None:
            await self._hear(turn, stands, asked.id, "" if left_out(asked, said) else said)
        return await self._next(dialog_context, turn, id)

    async def reprompt_dialog(self, context: TurnContext, instance: DialogInstance) -> None:
        """Shows the open question again, after something else was answered in its midst."""
        turn = Turn.of(context)
        try:
            stands = await registering.show_registration(self._work, self._clock, turn.officer, UUID(instance.state["draft"]))
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return
        _show(turn, stands, _asked(instance.state, stands.draft.values))

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        match action.verb:
            case "register:ask":
                await registering.show_registration(self._work, self._clock, turn.officer, id)
                return await dialog_context.begin_dialog(self.id, {"draft": id})
            case "register:answer":
                stands = await registering.show_registration(self._work, self._clock, turn.officer, id)
                await self._hear(turn, stands, action.details["question"], action.details["value"])
                return await self._asked_on(dialog_context, turn, id)
            case "register:back":
                await registering.go_back(self._work, self._clock, turn.officer, id)
                return await self._asked_on(dialog_context, turn, id)
            case _:
                await self._settle(turn, action, id)
                return await self._closed(dialog_context)

    async def _settle(self, turn: Turn, action: Action, id: UUID) -> None:
        match action.verb:
            case "register:check":
                await registering.fill_registration(self._work, self._clock, turn.officer, id, turn.values)
                stands = await registering.show_registration(self._work, self._clock, turn.officer, id)
                _show(turn, stands, next_question(stands.draft.values))
            case "register:form" | "register:paper":
                _form(turn, await registering.show_registration(self._work, self._clock, turn.officer, id))
            case "register:kinds":
                _kinds(turn, await registering.show_registration(self._work, self._clock, turn.officer, id))
            case "register:kind":
                await self._kind(turn, id)
            case "register:stop":
                turn.say(_kept(await registering.show_registration(self._work, self._clock, turn.officer, id)))
            case "register:drop":
                await registering.drop_registration(self._work, self._clock, turn.officer, id)
                turn.say(DROPPED)
            case "register:save":
                await self._save(turn, id, int(action.details["seen"]))
            case _:
                await self._settle_paper(turn, action, id)

    async def _settle_paper(self, turn: Turn, action: Action, id: UUID) -> None:
        match action.verb:
            case "register:attach" | "register:take":
                await self._attach(turn, action, id)
            case "register:waiting":
                await self._waiting(turn, id)
            case _:
                await attached_papers.leave_aside(self._work, self._clock, turn.officer, id)
                turn.say(LEFT_OUT)

    async def _save(self, turn: Turn, id: UUID, seen: int) -> None:
        stands = await registering.show_registration(self._work, self._clock, turn.officer, id)
        if stands.draft.kind == MEASURE:
            made = await self._measures.save(turn.officer, id, seen)
            offer = turn.offer()
            turn.show(entered_card(made, turn.officer, turn.now, offer), offer, (made.order.id,))
            return
        order = await registered.save_registration(self._work, self._clock, turn.officer, id, seen, self._planned, self._policy)
        offer = turn.offer()
        turn.show(saved_card(order, turn.officer, offer), offer, (order.id,))

    async def _kind(self, turn: Turn, id: UUID) -> None:
        stands = await registering.show_registration(self._work, self._clock, turn.officer, id)
        kind = turn.values.get(KIND, "")
        if not kind:
            raise Unreadable(CHOOSE)
        answered = await registering.answer_registration(self._work, self._clock, turn.officer, id, {KIND: kind})
        _form(turn, replace(answered, beside=stands.beside))

    async def _attach(self, turn: Turn, action: Action, id: UUID) -> None:
        if action.verb == "register:take":
            attached = await attached_papers.take_aside(self._work, self._clock, turn.officer, id)
        else:
            attached = await attached_papers.attach_paper(self._work, self._clock, turn.officer, id, UUID(action.details["order"]))
        offer = turn.offer()
        turn.show(attached_card(attached, offer), offer, (attached.order.id,))

    async def _waiting(self, turn: Turn, order_id: UUID) -> None:
        order, papers = await attached_papers.show_aside(self._work, self._clock, turn.officer, order_id)
        offer = turn.offer()
        turn.show(waiting_card(order, papers, offer), offer, (order_id,))

    async def _back(self, turn: Turn, stands: Registration, state: dict[str, Any], word: str) -> None:
        """The last answer, or the one that is named by words of its question, is asked for again."""
        words, id = word.removeprefix("change ").removeprefix("back"), stands.draft.id
        try:
            meant = answer_meant(stands.draft.values, words).id if words else ""
        except Unreadable as trouble:
            turn.say(trouble.advice)
            return
        state["again"] = meant
        await registering.go_back(self._work, self._clock, turn.officer, id, meant)

    async def _hear(self, turn: Turn, stands: Registration, id: str, said: str) -> None:
        """An answer that cannot be read is asked for again, and one that is needed is not left out."""
        asked = question(stands.draft.values, id)
        if asked is None or (not said and asked.required):
            turn.say(NEEDED)
            return
        try:
            value = read_answer(asked, said, turn.now) if said else ""
        except Unreadable as trouble:
            turn.say(trouble.advice)
            return
        await registering.answer_registration(self._work, self._clock, turn.officer, stands.draft.id, {id: value})

    async def _asked_on(self, dialog_context: DialogContext, turn: Turn, id: UUID) -> DialogTurnResult:
        """A press of a question whose dialog was left opens it again."""
        active = dialog_context.active_dialog
        if active is None or active.id != self.id:
            return await dialog_context.begin_dialog(self.id, {"draft": id})
        return await self._next(dialog_context, turn, id)

    async def _next(self, dialog_context: DialogContext, turn: Turn, id: UUID) -> DialogTurnResult:
        """The next question; where there is none the whole of it, and nothing more is awaited."""
        stands = await registering.show_registration(self._work, self._clock, turn.officer, id)
        asked = _asked(dialog_context.active_dialog.state, stands.draft.values)
        _show(turn, stands, asked)
        if asked is None:
            return await dialog_context.end_dialog()
        dialog_context.active_dialog.state[HEARS_NUMBERS] = asked.id in ("case_no", "number")
        return DialogTurnResult(DialogTurnStatus.Waiting)

    async def _closed(self, dialog_context: DialogContext) -> DialogTurnResult:
        active = dialog_context.active_dialog
        if active is not None and active.id == self.id:
            return await dialog_context.end_dialog()
        return DialogTurnResult(DialogTurnStatus.Complete)


def _kept(stands: Registration) -> str:
    return KEPT_MEASURE if stands.draft.kind == MEASURE else KEPT


def _begun(turn: Turn, stands: Registration) -> None:
    if stands.goes_on:
        turn.say(GOES_ON)
    _form(turn, stands)


def _asked(state: Mapping[str, Any], values: Mapping[str, str]) -> Field | None:
    """The one that is to be answered again, else the next."""
    again = state.get("again", "")
    return question(values, again) if again and again not in values else next_question(values)


def _show(turn: Turn, stands: Registration, asked: Field | None) -> None:
    if asked is not None:
        offer = turn.offer()
        turn.show(question_card(stands, asked, offer), offer, _about(stands))
    elif stands.problems:
        _form(turn, stands)
    else:
        offer = turn.offer()
        turn.show(whole_card(stands, turn.officer, offer), offer, _about(stands))


def _form(turn: Turn, stands: Registration) -> None:
    """Which kind of measure, while nobody has said."""
    if len(questions_of(stands.draft.values)) == 1:
        _kinds(turn, stands)
        return
    offer = turn.offer()
    turn.show(form_card(stands, turn.officer, offer), offer, _about(stands))


def _kinds(turn: Turn, stands: Registration) -> None:
    offer = turn.offer()
    turn.show(kinds_card(stands, offer), offer, _about(stands))


def _about(stands: Registration) -> list[UUID]:
    """The draft, whose id is the order's once it is saved, and the orders that are shown beside it."""
    beside = [] if stands.beside is None else [stands.beside.id]
    return [stands.draft.id, *beside, *(match.order.id for match in stands.alike)]
