"""The chat of an officer whom no page helped, and of the expert who answers."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.guidance_questions import question_card, report_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.conversations import Action
from domain.london import deadline
from domain.officers import Permission
from services.guidance_questions import GuidanceQuestions, QuestionHeld

THANKS = "Thank you. That is noted."
PUT = "Put to {}. You are told here when there is an answer; one is due {}. It cannot wait? Ask your duty sergeant."
ANSWERED = "Sent. The officer who asked is told."


class GuidanceQuestionsDialog(Capability):
    """Keeps no state: every press is whole by itself."""

    verbs = ("guidance:helpful", "guidance:unhelpful", "guidance:ask_expert", "question:open", "question:answer", "question:again")

    def __init__(self, questions: GuidanceQuestions) -> None:
        super().__init__("guidance_questions")
        self._questions = questions
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "guidance:helpful": self._helpful,
            "guidance:unhelpful": self._unhelpful,
            "guidance:ask_expert": self._ask_expert,
            "question:open": self._open,
            "question:answer": self._answer,
            "question:again": self._again,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """The list of what was asked in vain."""
        turn = turn_of(dialog_context)
        report = await self._questions.report(turn.officer)
        turn.show(report_card(report), about=[one.id for one in report.words], needs=Permission.SEE_QUESTIONS)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(None)

    async def _helpful(self, turn: Turn, action: Action) -> None:
        await self._questions.helped(turn.officer, action.object)
        turn.say(THANKS)

    async def _unhelpful(self, turn: Turn, action: Action) -> None:
        at = datetime.fromisoformat(action.details["at"])
        _say_put(turn, await self._questions.did_not_help(turn.officer, UUID(action.object), at, action.details["near"]))

    async def _ask_expert(self, turn: Turn, action: Action) -> None:
        _say_put(turn, await self._questions.ask_expert(turn.officer, UUID(action.object)))

    async def _open(self, turn: Turn, action: Action) -> None:
        _show(turn, await self._questions.show(turn.officer, UUID(action.object)))

    async def _answer(self, turn: Turn, action: Action) -> None:
        held = await self._questions.answer(turn.officer, UUID(action.object), turn.values.get("answer", ""))
        turn.say(ANSWERED)
        _show(turn, held)

    async def _again(self, turn: Turn, action: Action) -> None:
        _say_put(turn, await self._questions.put_again(turn.officer, UUID(action.object), turn.values.get("again", "")))


def _say_put(turn: Turn, held: QuestionHeld) -> None:
    due = deadline(held.question.due_at) if held.question.due_at else ""
    turn.say(PUT.format(held.expert, due), (held.question.id,))


def _show(turn: Turn, held: QuestionHeld) -> None:
    offer = turn.offer()
    turn.show(question_card(held, offer), offer, (held.question.id,), Permission.READ_GUIDANCE)
