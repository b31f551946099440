"""The chat of those who approve a force's own pages of guidance."""

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.guidance_approvals import preview_card, waiting_card
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.conversations import Action
from domain.officers import Permission
from services.guidance_approvals import GuidanceApprovals

APPROVED = "Approved. Officers see it within seconds."


class GuidanceApprovalsDialog(Capability):
    verbs = ("guidance:waiting", "guidance:preview", "guidance:approve")

    def __init__(self, approvals: GuidanceApprovals) -> None:
        super().__init__("guidance_approvals")
        self._approvals = approvals

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, page = turn_of(dialog_context), entities_of(options).get("page", "")
        if page:
            await self._preview(turn, page)
        else:
            await self._waiting(turn)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        match action.verb:
            case "guidance:waiting":
                await self._waiting(turn)
            case "guidance:preview":
                await self._preview(turn, action.object)
            case _:
                await self._approvals.approve(turn.officer, action.object, action.details["digest"], turn.conversation.channel)
                turn.say(APPROVED)
        return DialogTurnResult(None)

    async def _waiting(self, turn: Turn) -> None:
        pages = await self._approvals.waiting(turn.officer, turn.conversation.channel)
        offer = turn.offer()
        turn.show(waiting_card(pages, offer), offer, needs=Permission.APPROVE_GUIDANCE)

    async def _preview(self, turn: Turn, page: str) -> None:
        preview = await self._approvals.preview(turn.officer, page, turn.conversation.channel)
        offer = turn.offer()
        turn.show(preview_card(preview, offer), offer, needs=Permission.APPROVE_GUIDANCE)
