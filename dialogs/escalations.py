"""What was escalated to an officer: the list, one of them, a nudge to its owner, or taking it over."""

from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.contacts import about, about_breach
from bot.cards.escalations import escalated_card, look_card
from bot.cards.handing_on import moved_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.officers import Permission
from services import contacts, escalations, handing_on
from storage.work import Work

NUDGED = "the owner has the reminder again now. Nothing else changes: you are told on if nothing is done."
ALREADY = "That contact has been dealt with already; nothing was sent."


class EscalationsDialog(Capability):
    verbs = ("duty:look", "duty:nudge", "duty:take_over")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("escalations")
        self._work = work
        self._clock = clock

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        await self._list(turn_of(dialog_context))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        match action.verb:
            case "duty:look":
                await self._look(turn, UUID(action.object))
            case "duty:nudge":
                await self._nudge(turn, action)
            case _:
                await self._take_over(turn, UUID(action.object))
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _list(self, turn: Turn) -> None:
        found = await escalations.escalated(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(
            escalated_card(found, offer, turn.now), offer, {part for one in found for part in about(one.plan, one.order, *one.others)}
        )

    async def _look(self, turn: Turn, plan_id: UUID) -> None:
        one = await contacts.show_plan(self._work, self._clock, turn.officer, plan_id)
        owner = None if one.plan.owner is None else (await handing_on.receiver(self._work, turn.officer, one.plan.owner)).name
        offer = turn.offer()
        drawn = look_card(one, one.breach, offer, turn.now, owner)
        turn.show(drawn, offer, about(one.plan, one.order, *one.others) | about_breach(one.breach))

    async def _nudge(self, turn: Turn, action: Action) -> None:
        done = await escalations.nudge(self._work, self._clock, turn.officer, UUID(action.object), int(action.details["round"]))
        turn.say(f"{done.order.reference}: {ALREADY if done.already else NUDGED}", about(done.plan, done.order, *done.others))

    async def _take_over(self, turn: Turn, plan_id: UUID) -> None:
        turn.officer.must(Permission.SEE_TEAM_CONTACTS)
        made = await handing_on.assign(self._work, self._clock, turn.officer, turn.officer.id, plan_id)
        offer = turn.offer()
        turn.show(moved_card(made, offer), offer, [plan_id], Permission.PLAN_CONTACT)
        await self._look(turn, plan_id)
