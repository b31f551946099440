"""Registering an order by hand in the chat: by one form or question by question, kept through a restart, and saved after it was seen whole."""

from collections.abc import Mapping
from uuid import UUID

from botbuilder.core import TurnContext
from botbuilder.dialogs import DialogContext, DialogInstance, DialogTurnResult, DialogTurnStatus

from bot.cards.registering import attached_card, form_card, question_card, saved_card, waiting_card, whole_card
from bot.turn import Turn
from dialogs.capability import HEARS_NUMBERS, Capability, entities_of, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import AssistantError, Unreadable
from domain.registration import BY_ID, next_question, read_answer
from services import attached_papers, registering
from services.planned import Planned
from services.registering import Registration
from services.timetables import PolicyNow
from storage.work import Work

KEPT = 'Kept as your draft. Say "register an order" to go on with it.'
DROPPED = "Dropped: nothing of it is kept but that it was begun and dropped."
LEFT_OUT = "Left out: the order stays as it is, and the PDF is not kept."
GOES_ON = "You have a draft already: here it is. Drop it to begin another."
NEEDED = 'This is needed: say what the paper has, or "stop" to keep it for later.'


class RegisteringDialog(Capability):
    """Its state holds the draft's id alone."""

    verbs = (
        "register:check",
        "register:ask",
        "register:answer",
        "register:back",
        "register:form",
        "register:stop",
        "register:save",
        "register:drop",
        "register:paper",
        "register:attach",
        "register:waiting",
        "register:take",
        "register:leave",
    )

    def __init__(self, work: Work, clock: Clock, planned: Planned, policy: PolicyNow) -> None:
        super().__init__("registering")
        self._work = work
        self._clock = clock
        self._planned = planned
        self._policy = policy

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """By a typed line, with what it tells; or asking one question after the other of the draft that is named."""
        turn, given = turn_of(dialog_context), entities_of(options)
        if "draft" in given:
            dialog_context.active_dialog.state["draft"] = str(given["draft"])
            return await self._next(dialog_context, turn, UUID(str(given["draft"])))
        told: Mapping[str, str] = given.get("told", {})
        stands = await registering.begin_registration(self._work, self._clock, turn.officer, told)
        if stands.goes_on:
            turn.say(GOES_ON)
        _form(turn, stands)
        return await dialog_context.end_dialog()

    async def continue_dialog(self, dialog_context: DialogContext) -> DialogTurnResult:
        turn, id = turn_of(dialog_context), UUID(dialog_context.active_dialog.state["draft"])
        said = turn.text.strip()
        try:
            stands = await registering.show_registration(self._work, self._clock, turn.officer, id)
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return await dialog_context.end_dialog()
        asked = next_question(stands.draft.values)
        word = said.casefold().rstrip(".! ")
        if word == "stop":
            turn.say(KEPT)
            return await dialog_context.end_dialog()
        if word == "back":
            await registering.go_back(self._work, self._clock, turn.officer, id)
        elif asked is not None:
            await self._hear(turn, id, asked.id, "" if word in ("skip", "none", "not given") else said)
        return await self._next(dialog_context, turn, id)

    async def reprompt_dialog(self, context: TurnContext, instance: DialogInstance) -> None:
        """Shows the open question again, after something else was answered in its midst."""
        turn = Turn.of(context)
        try:
            stands = await registering.show_registration(self._work, self._clock, turn.officer, UUID(instance.state["draft"]))
        except AssistantError as refusal:
            turn.say(refusal.advice)
            return
        _show(turn, stands)

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        match action.verb:
            case "register:ask":
                await registering.show_registration(self._work, self._clock, turn.officer, id)
                return await dialog_context.begin_dialog(self.id, {"draft": id})
            case "register:answer":
                await registering.show_registration(self._work, self._clock, turn.officer, id)
                await self._hear(turn, id, action.details["question"], action.details["value"])
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
                await registering.answer_registration(self._work, self._clock, turn.officer, id, _all_of(turn.values))
                _show(turn, await registering.show_registration(self._work, self._clock, turn.officer, id))
            case "register:form" | "register:paper":
                _form(turn, await registering.show_registration(self._work, self._clock, turn.officer, id))
            case "register:stop":
                await registering.show_registration(self._work, self._clock, turn.officer, id)
                turn.say(KEPT)
            case "register:drop":
                await registering.drop_registration(self._work, self._clock, turn.officer, id)
                turn.say(DROPPED)
            case "register:attach" | "register:take":
                await self._attach(turn, action, id)
            case "register:waiting":
                await self._waiting(turn, id)
            case "register:leave":
                await attached_papers.leave_aside(self._work, self._clock, turn.officer, id)
                turn.say(LEFT_OUT)
            case _:
                await self._save(turn, id, int(action.details["seen"]))

    async def _save(self, turn: Turn, id: UUID, seen: int) -> None:
        order = await registering.save_registration(self._work, self._clock, turn.officer, id, seen, self._planned, self._policy)
        offer = turn.offer()
        turn.show(saved_card(order, turn.officer, offer), offer, (order.id,))

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

    async def _hear(self, turn: Turn, id: UUID, question: str, said: str) -> None:
        """An answer that cannot be read is asked for again, and one that is needed is not left out."""
        field = BY_ID[question]
        if not said and field.required:
            turn.say(NEEDED)
            return
        try:
            value = read_answer(field, said, turn.now) if said else ""
        except Unreadable as trouble:
            turn.say(trouble.advice)
            return
        await registering.answer_registration(self._work, self._clock, turn.officer, id, {question: value})

    async def _asked_on(self, dialog_context: DialogContext, turn: Turn, id: UUID) -> DialogTurnResult:
        """A press of a question whose dialog was left opens it again."""
        active = dialog_context.active_dialog
        if active is None or active.id != self.id:
            return await dialog_context.begin_dialog(self.id, {"draft": id})
        return await self._next(dialog_context, turn, id)

    async def _next(self, dialog_context: DialogContext, turn: Turn, id: UUID) -> DialogTurnResult:
        """The next question; where there is none the whole of it, and nothing more is awaited."""
        stands = await registering.show_registration(self._work, self._clock, turn.officer, id)
        _show(turn, stands)
        asked = next_question(stands.draft.values)
        if asked is None:
            return await dialog_context.end_dialog()
        dialog_context.active_dialog.state[HEARS_NUMBERS] = asked.id == "case_no"
        return DialogTurnResult(DialogTurnStatus.Waiting)

    async def _closed(self, dialog_context: DialogContext) -> DialogTurnResult:
        active = dialog_context.active_dialog
        if active is not None and active.id == self.id:
            return await dialog_context.end_dialog()
        return DialogTurnResult(DialogTurnStatus.Complete)


def _all_of(values: Mapping[str, str]) -> dict[str, str]:
    """A form answers every question: what it left empty the paper does not say."""
    return {name: values.get(name, "") for name in BY_ID}


def _show(turn: Turn, stands: Registration) -> None:
    asked = next_question(stands.draft.values)
    if asked is not None:
        offer = turn.offer()
        turn.show(question_card(stands, asked, offer), offer, _about(stands))
    elif stands.problems:
        _form(turn, stands)
    else:
        offer = turn.offer()
        turn.show(whole_card(stands, turn.officer, offer), offer, _about(stands))


def _form(turn: Turn, stands: Registration) -> None:
    offer = turn.offer()
    turn.show(form_card(stands, offer), offer, _about(stands))


def _about(stands: Registration) -> list[UUID]:
    """The draft, whose id is the order's once it is saved, and the orders that are shown beside it."""
    return [stands.draft.id, *(match.order.id for match in stands.alike)]
