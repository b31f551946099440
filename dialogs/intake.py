"""Intake in the chat, for the team that owns it: what waits and for how long, and what settles it."""

import re
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.intake import intake_card, registered_card, reject_card
from bot.turn import Turn
from bot.typed import line_of
from dialogs.capability import Capability, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.officers import Permission
from domain.provenance import Provenance
from services import intake
from storage.work import Work

SETTLED = "Recorded, with your name and the time."
_INTAKE = re.compile(
    r"(?:(?:show|list|open)(?: me)? )?(?:the |our )?(?:intake|intake (?:queue|list)|(?:unprocessed|waiting) (?:notices|orders|papers))|what (?:is )?wait(?:s|ing) at intake",
    re.IGNORECASE,
)


def asks_for_intake(text: str) -> bool:
    return _INTAKE.fullmatch(line_of(text)) is not None


class IntakeDialog(Capability):
    verbs = ("intake:page", "intake:open", "intake:reject", "intake:checked", "intake:confirmed")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("intake")
        self._work = work
        self._clock = clock

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        await self._list(turn_of(dialog_context), 0)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        match action.verb:
            case "intake:page":
                await self._list(turn, int(action.details["number"]), action.details.get("only", ""))
            case "intake:open":
                await self._open(turn, UUID(action.object))
            case "intake:reject":
                turn.show(
                    reject_card(await intake.show_reject(self._work, self._clock, turn.officer, UUID(action.object))),
                    about=(action.object,),
                    needs=Permission.REVIEW_ORDERS,
                )
            case "intake:checked":
                await intake.check_second(self._work, self._clock, turn.officer, UUID(action.object))
                turn.say(SETTLED, (action.object,), Permission.REVIEW_ORDERS)
            case _:
                learned = Provenance(action.details["learned"])
                await intake.confirm_with_court(self._work, self._clock, turn.officer, UUID(action.object), learned)
                turn.say(SETTLED, (action.object,), Permission.REVIEW_ORDERS)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _list(self, turn: Turn, page: int, only: str = "") -> None:
        queue = await intake.show_intake(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(intake_card(queue, turn.officer, offer, page, only), offer, {one.object for one in queue.items}, Permission.REVIEW_ORDERS)

    async def _open(self, turn: Turn, order_id: UUID) -> None:
        order, changes = await intake.show_registered(self._work, self._clock, turn.officer, order_id)
        offer = turn.offer()
        turn.show(registered_card(order, changes, turn.officer, offer), offer, (order_id,), Permission.REVIEW_ORDERS)
