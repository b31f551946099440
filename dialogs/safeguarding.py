"""The safeguarding plan in the chat: shown behind a press or by its order's reference, and written anew."""

from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.contacts import about
from bot.cards.safeguarding import safeguarding_card, write_card
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.contact_plans import SLIP
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import AssistantError, Outdated
from domain.officers import Permission
from domain.references import is_reference
from services.safeguarding import Safeguarding, find_safeguarding, keep_safeguarding, show_safeguarding
from storage.work import Work

KEPT = "Kept as version {} of the safeguarding plan."


class SafeguardingDialog(Capability):
    """Asks nothing that it waits for: an open question stays open beneath it."""

    verbs = ("safeguard:show", "safeguard:ask", "safeguard:keep")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("safeguarding")
        self._work = work
        self._clock = clock

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, reference = turn_of(dialog_context), str(entities_of(options).get("reference", ""))
        try:
            turn.officer.must(Permission.SEE_SAFE_CONTACT)
            if is_reference(reference):
                self._draw(turn, await find_safeguarding(self._work, self._clock, turn.officer, reference))
            else:
                turn.say(SLIP)
        except AssistantError as refusal:
            turn.say(refusal.advice)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        if action.verb == "safeguard:keep":
            await self._keep(turn, id, int(action.details["seen"]))
            return DialogTurnResult(DialogTurnStatus.Complete)
        found = await show_safeguarding(self._work, self._clock, turn.officer, id)
        if action.verb == "safeguard:ask":
            offer = turn.offer()
            turn.show(write_card(found, offer), offer, about(found.plan, found.order), Permission.SEE_SAFE_CONTACT)
        else:
            self._draw(turn, found)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _keep(self, turn: Turn, id: UUID, seen: int) -> None:
        turn.officer.must(Permission.PLAN_CONTACT)
        try:
            found = await keep_safeguarding(self._work, self._clock, turn.officer, id, turn.values, seen)
        except Outdated as refusal:
            turn.say(refusal.advice)
            self._draw(turn, await show_safeguarding(self._work, self._clock, turn.officer, id))
            return
        turn.say(
            f"{found.order.reference}: {KEPT.format(len(found.versions) and found.versions[0].version)}", about(found.plan, found.order)
        )
        self._draw(turn, found)

    def _draw(self, turn: Turn, found: Safeguarding) -> None:
        offer = turn.offer()
        turn.show(safeguarding_card(found, offer, turn.now), offer, about(found.plan, found.order), Permission.SEE_SAFE_CONTACT)
