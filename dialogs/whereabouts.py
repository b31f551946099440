"""The protected person's address in the chat: a press of its own, a reason each time, and a minute."""

from collections.abc import Callable
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.whereabouts import address_card
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import Reasons
from domain.access import Access
from domain.clock import Clock
from domain.conversations import Action
from domain.officers import Permission
from domain.policies import Policy
from domain.whereabouts import SHOWN_FOR
from services.whereabouts import reveal
from storage.work import Work

SHOWN_BELOW = "The address of the protected person is shown below for one minute. It never goes on anything that the respondent may see."
NOT_SHOWN = "There is no address here that may be shown: the court withholds it, or gave none. Ask the orders desk or the court."


class WhereaboutsDialog(Capability):
    verbs = ("address:ask", "address:show")

    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        super().__init__("whereabouts")
        self._work = work
        self._clock = clock
        self._reasons = Reasons(work, clock, policy)

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """With the words of the reason, typed where the card asks for them."""
        turn, given = turn_of(dialog_context), entities_of(options)
        await self.pressed(dialog_context, turn, await self._reasons.typed(turn, given["listed"], given["words"]))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        turn.officer.must(Permission.SEE_SAFE_CONTACT)
        if action.verb == "address:ask":
            self._reasons.ask_for_address(turn, action.object)
        else:
            given = await self._reasons.given(turn, action)
            if given is not None:
                await self._show(turn, UUID(action.object), given)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _show(self, turn: Turn, order_id: UUID, access: Access) -> None:
        """The words come first: they may stand in the place of the card that was pressed, which nothing can take away again."""
        revealed = await reveal(self._work, self._clock, turn.officer, order_id, access, turn.conversation.channel)
        if not revealed.lines:
            turn.say(NOT_SHOWN, about=(order_id,))
            return
        turn.say(SHOWN_BELOW, about=(order_id,))
        until = turn.now + SHOWN_FOR
        turn.show(address_card(revealed), about=(order_id,), needs=Permission.SEE_SAFE_CONTACT, until=until)
