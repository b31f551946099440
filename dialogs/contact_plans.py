"""The plan behind a contact in the chat: what has happened, the risk, and what the protected person wants, pressed or typed; and the force's policy."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.contact_plans import (
    PLANNED,
    changed_card,
    contact_plan_card,
    decline_card,
    happened_card,
    often_card,
    pause_card,
    risk_card,
)
from bot.cards.contact_policies import contact_policy_card
from bot.cards.contacts import about
from bot.cards.parts import Card
from bot.offers import Offer
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.clock import Clock
from domain.contacts import Event, Risk
from domain.contacts.risks import SAY_RISK
from domain.conversations import Action
from domain.days_ahead import read_day_ahead, read_moment_ahead
from domain.errors import AssistantError, Outdated, Unreadable
from domain.london import to_london
from domain.moments import read_moment
from domain.officers import Permission
from domain.references import is_reference
from services.contact_plans import ContactPlans, PlanShown
from services.contact_policies import show_contact_policy
from services.timetables import PolicyNow
from storage.work import Work

SLIP = "That reference has a slip in it: check it sign by sign. An order is NMO- and six signs."
SAY_WHAT = "Say what has happened: press one of the list."
SAY_DAYS = "Give the number of days in figures, or leave it empty for the force's own rhythm."
UNDONE = "Undone: the plan is as it was. That it was changed and undone is on the audit trail."
_FORMS: dict[str, Callable[[PlanShown, Offer], Card]] = {
    "plan:happened": happened_card,
    "plan:ask_risk": risk_card,
    "plan:ask_often": often_card,
    "plan:ask_pause": pause_card,
    "plan:ask_decline": decline_card,
}


class ContactPlansDialog(Capability):
    """Asks nothing that it waits for: an open question stays open beneath it."""

    verbs = (
        "plan:open",
        *_FORMS,
        "plan:note",
        "plan:risk",
        "plan:often",
        "plan:pause",
        "plan:resume",
        "plan:decline",
        "plan:want",
        "plan:undo",
    )

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        super().__init__("contact_plans")
        self._work = work
        self._clock = clock
        self._policy = policy
        self._plans = ContactPlans(work, clock, policy)
        self._changes: dict[str, Callable[[Turn, UUID, int | None], Awaitable[PlanShown]]] = {
            "plan:note": self._note,
            "plan:risk": self._risk,
            "plan:often": self._often,
            "plan:pause": self._pause,
            "plan:decline": self._decline,
            "plan:resume": lambda turn, id, _: self._plans.resume(turn.officer, id),
            "plan:want": lambda turn, id, _: self._plans.want_again(turn.officer, id),
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, given = turn_of(dialog_context), entities_of(options)
        try:
            await self._typed(turn, str(given.get("reference", "")), str(given.get("event", "")), str(given.get("when", "")))
        except AssistantError as refusal:
            turn.say(refusal.advice)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        if action.verb == "plan:undo":
            shown = await self._plans.undo(turn.officer, id, action.details["before"], datetime.fromisoformat(action.details["at"]))
            turn.say(f"{shown.orders[0].reference}: {UNDONE}", _about(shown))
            self._draw(turn, shown)
        elif action.verb in _FORMS:
            self._form(turn, action.verb, await self._plans.show(turn.officer, id))
        elif action.verb == "plan:open":
            self._draw(turn, await self._plans.show(turn.officer, id))
        else:
            await self._change(turn, action.verb, id, int(action.details["seen"]) if "seen" in action.details else None)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _typed(self, turn: Turn, reference: str, what: str, rest: str) -> None:
        """`what` is a verb with what it needs beside the order: the form where anything is missing."""
        if not reference:
            turn.show(contact_policy_card(await show_contact_policy(self._work, self._clock, turn.officer, self._policy)))
            return
        turn.officer.must(Permission.PLAN_CONTACT)
        if not is_reference(reference):
            turn.say(SLIP)
            return
        shown = await self._plans.find(turn.officer, reference)
        verb, _, value = what.partition("=")
        if verb == "plan:note":
            turn.values = {"event": value, "when": rest}
            await self._change(turn, verb, shown.plan.id, None)
        elif verb in ("plan:resume", "plan:want"):
            await self._change(turn, verb, shown.plan.id, None)
        elif verb in _FORMS:
            self._form(turn, verb, shown)
        else:
            self._draw(turn, shown)

    async def _change(self, turn: Turn, verb: str, id: UUID, seen: int | None) -> None:
        """Of an older card how the plan stands now is shown, and nothing is changed."""
        try:
            shown = await self._changes[verb](turn, id, seen)
        except Outdated as refusal:
            turn.say(refusal.advice)
            self._draw(turn, await self._plans.show(turn.officer, id))
            return
        offer = turn.offer()
        turn.show(changed_card(shown, offer), offer, _about(shown))

    async def _note(self, turn: Turn, id: UUID, _: int | None) -> PlanShown:
        """Of a span that is past the first moment counts: the time must not run from later than it was."""
        turn.officer.must(Permission.PLAN_CONTACT)
        event, when, words = (turn.values.get(name, "").strip() for name in ("event", "when", "words"))
        if event == "hearing":
            return await self._plans.record_hearing(turn.officer, id, read_day_ahead(when, to_london(turn.now).date()), words)
        named = event.removesuffix("_planned")
        if named not in list(Event):
            raise Unreadable(SAY_WHAT)
        if event in PLANNED:
            return await self._plans.record_event(turn.officer, id, Event(named), read_moment_ahead(when, turn.now), words)
        at = read_moment(when, turn.now).start if when else turn.now
        return await self._plans.record_event(turn.officer, id, Event(named), at, words)

    async def _risk(self, turn: Turn, id: UUID, seen: int | None) -> PlanShown:
        turn.officer.must(Permission.PLAN_CONTACT)
        given = turn.values.get("risk", "")
        if given not in list(Risk):
            raise Unreadable(SAY_RISK)
        return await self._plans.assess(turn.officer, id, Risk(given), turn.values.get("words", ""), seen)

    async def _often(self, turn: Turn, id: UUID, seen: int | None) -> PlanShown:
        turn.officer.must(Permission.PLAN_CONTACT)
        given = turn.values.get("days", "").strip()
        if given and not (given.isascii() and given.isdigit()):
            raise Unreadable(SAY_DAYS)
        return await self._plans.agree(turn.officer, id, int(given) if given else None, turn.values.get("words", ""), seen)

    async def _pause(self, turn: Turn, id: UUID, seen: int | None) -> PlanShown:
        turn.officer.must(Permission.PLAN_CONTACT)
        until = read_day_ahead(turn.values.get("until", ""), to_london(turn.now).date())
        return await self._plans.pause(turn.officer, id, until, turn.values.get("words", ""), seen)

    async def _decline(self, turn: Turn, id: UUID, seen: int | None) -> PlanShown:
        return await self._plans.decline(turn.officer, id, turn.values.get("words", ""), seen)

    def _form(self, turn: Turn, verb: str, shown: PlanShown) -> None:
        offer = turn.offer()
        turn.show(_FORMS[verb](shown, offer), offer, _about(shown))

    def _draw(self, turn: Turn, shown: PlanShown) -> None:
        offer = turn.offer()
        turn.show(contact_plan_card(shown, offer, turn.now), offer, _about(shown))


def _about(shown: PlanShown) -> frozenset[str]:
    return about(shown.plan, *shown.orders)
