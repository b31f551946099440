"""An officer says that they have a contact, or puts its reminder off: by a press or in words."""

from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.contacts import about
from bot.cards.parts import Card
from bot.cards.putting_off import MINUTE, NONE, about_held, put_off_card, which_card
from bot.duty_words import Duty, DutyAsked
from bot.offers import Offer
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.clock import Clock
from domain.contacts.putting_off import TOO_LATE
from domain.conversations import Action
from domain.errors import Outdated, Unreadable
from domain.london import deadline, long_moment
from domain.moments.coming import read_coming
from domain.officers import Permission
from services import putting_off
from services.acknowledging import acknowledge
from services.contact_life import seen
from services.contacts import Recorded
from services.held_plans import MOST_ASKED, HeldPlan
from storage.work import Work

ALREADY = "That contact has been dealt with already; nothing was changed."
HAD_ALREADY = "Somebody has said so already; nothing was changed."
TOO_MANY = "More of your contacts could be meant than fit a list: type its reference beside it, such as NMO-XXXXXX."
NONE_MEANT = "None of the contacts that you have been reminded of is meant by that. Type the protected person's name or the order's reference, or ask for your contacts."
SAY_WHEN = "Choose a time, or type one, such as: til 10 tomorrow. Nothing was changed."


class PuttingOffDialog(Capability):
    verbs = ("contact:acknowledge", "contact:snooze", "contact:put_off")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("putting_off")
        self._work = work
        self._clock = clock

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, asked = turn_of(dialog_context), entities_of(options)["asked"]
        meant = await putting_off.which_to_put_off(self._work, self._clock, turn.officer, asked.what)
        found = meant.found
        if not found:
            turn.say(NONE_MEANT if asked.what else NONE)
        elif len(found) > MOST_ASKED:
            turn.say(TOO_MANY)
        elif len(found) > 1:
            self._ask_which(turn, asked, meant)
        else:
            await self._typed(turn, asked, found[0])
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await seen(self._work, self._clock, turn.officer, UUID(action.object))
        match action.verb:
            case "contact:acknowledge":
                await self._acknowledge(turn, UUID(action.object), _round_of(action))
            case "contact:snooze":
                await self._choose(turn, UUID(action.object), _round_of(action))
            case _:
                await self._put_off(turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _typed(self, turn: Turn, asked: DutyAsked, one: HeldPlan) -> None:
        if asked.asked is Duty.ACKNOWLEDGE:
            await self._acknowledge(turn, one.plan.id, one.plan.round)
        elif not asked.when:
            await self._choose(turn, one.plan.id, one.plan.round)
        else:
            await self._until(turn, one.plan.id, read_coming(asked.when, turn.now), asked.why, one.plan.round)

    def _ask_which(self, turn: Turn, asked: DutyAsked, meant: putting_off.Meant) -> None:
        """Of those that cannot be put off, or not until then, it is said before anybody chooses."""
        offer, shown = turn.offer(), frozenset().union(*map(about_held, meant.found))
        if asked.asked is Duty.ACKNOWLEDGE:
            self._show(turn, which_card(meant.found, "contact:acknowledge", offer, {}), offer, shown)
            return
        until = read_coming(asked.when, turn.now) if asked.when else None
        details = {} if until is None else {"until": until.isoformat(), "reason": asked.why}
        verb = "contact:snooze" if until is None else "contact:put_off"
        self._show(turn, which_card(meant.found, verb, offer, meant.refusals(turn.now, until), **details), offer, shown)

    async def _acknowledge(self, turn: Turn, plan_id: UUID, of_round: int) -> None:
        done = await acknowledge(self._work, self._clock, turn.officer, plan_id, of_round)
        if done.already:
            turn.say(f"{done.order.reference}: {HAD_ALREADY if done.plan.acknowledged_at else ALREADY}", _about(done))
            return
        by = deadline(done.plan.due.must_by)
        words = f"you have it, and nobody else is told for now. Record what comes of it by {by}: after that a supervisor is told."
        turn.say(f"{done.order.reference}: {words}", _about(done))

    async def _choose(self, turn: Turn, plan_id: UUID, of_round: int) -> None:
        choice = await putting_off.may_put_off(self._work, self._clock, turn.officer, plan_id)
        if choice.held.plan.round != of_round:
            turn.say(f"{choice.held.order.reference}: {ALREADY}", about_held(choice.held))
            return
        if turn.now >= choice.held.plan.due.must_by:
            raise Outdated(TOO_LATE)
        offer = turn.offer()
        self._show(turn, put_off_card(choice, offer), offer, about_held(choice.held))

    async def _put_off(self, turn: Turn, action: Action) -> None:
        """So many minutes count from the press; a moment was fixed when it was drawn or read."""
        plan_id, kept = UUID(action.object), action.details
        reason = turn.values.get("reason", "") or kept.get("reason", "")
        if "until" in kept:
            until = datetime.fromisoformat(kept["until"])
        elif "minutes" in kept:
            until = turn.now + int(kept["minutes"]) * MINUTE
        else:
            words = turn.values.get("until", "")
            if not words.strip():
                turn.officer.must(Permission.PLAN_CONTACT)
                raise Unreadable(SAY_WHEN)
            until = read_coming(words, turn.now)
        await self._until(turn, plan_id, until, reason, _round_of(action))

    async def _until(self, turn: Turn, plan_id: UUID, until: datetime, reason: str, of_round: int) -> None:
        done = await putting_off.put_off(self._work, self._clock, turn.officer, plan_id, until, reason, of_round)
        said = ALREADY if done.already else f"you will be reminded again on {long_moment(done.plan.remind_at)}."
        turn.say(f"{done.order.reference}: {said}", _about(done))

    def _show(self, turn: Turn, drawn: Card, offer: Offer, shown: frozenset[str]) -> None:
        turn.show(drawn, offer, shown)


def _round_of(action: Action) -> int:
    return int(action.details["round"])


def _about(done: Recorded) -> frozenset[str]:
    return about(done.plan, done.order, *done.others)
