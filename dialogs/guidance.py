"""Quick guidance in the chat: a question, a page, or the list of pages."""

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.guidance import chapter_card, guidance_card, opinion_buttons, pages_card
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.conversations import Action
from guidance.chapters import chapter_of
from services.guidance import Asked, Guidance


class GuidanceDialog(Capability):
    verbs = ("guidance:page", "guidance:list")

    def __init__(self, guidance: Guidance) -> None:
        super().__init__("guidance")
        self._guidance = guidance

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn = turn_of(dialog_context)
        if entities_of(options).get("list"):
            self._list(turn)
            return await dialog_context.end_dialog()
        question = str(entities_of(options).get("text", turn.text))
        _show(turn, await self._guidance.ask(turn.officer, question, turn.conversation.channel))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        if action.verb == "guidance:list":
            return self._list(turn, action.object)
        answer = await self._guidance.page(turn.officer, action.object, turn.conversation.channel)
        _show(turn, answer or await self._guidance.ask(turn.officer, action.object, turn.conversation.channel))
        return DialogTurnResult(None)

    def _list(self, turn: Turn, chapter_id: str = "") -> DialogTurnResult:
        offer, chapter = turn.offer(), chapter_of(chapter_id)
        shown = pages_card(offer) if chapter is None else chapter_card(chapter, self._guidance.pages_for(turn.officer), offer)
        turn.show(shown, offer)
        return DialogTurnResult(None)


def _show(turn: Turn, answer: Asked) -> None:
    offer = turn.offer()
    turn.show(guidance_card(answer, offer, opinion_buttons(answer, offer)), offer)
