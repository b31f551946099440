"""What came of a contact in the chat, beyond the two plain outcomes: other outcomes, the next day, and a contact told in words."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.contact_outcomes import NOBODY, chosen_card, next_card, outcome_card, told_card, whose_card
from bot.cards.contacts import about
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.contact_recorded import ALREADY, ask_why, tell, tell_recorded
from domain.clock import Clock
from domain.contacts import HowMade, Outcome
from domain.conversations import Action
from domain.days_in_words import day_in_words
from domain.errors import Unreadable
from domain.moments import read_moment
from services import contact_words, contacts
from services.contact_choosing import choose_next
from services.contact_follow_ups import NotAsAgreed
from services.contact_life import seen
from services.contact_words import ToldContact
from services.contacts import Recorded
from services.timetables import PolicyNow
from storage.work import Work

SAY_WHAT_CAME = "Say what came of it: press one of the outcomes."
KEPT_BUT = "The contact is recorded. The next day is not as you said: {}"


class ContactOutcomesDialog(Capability):
    """Keeps no state: every press and every line is whole by itself."""

    verbs = (
        "contact:outcome",
        "contact:told",
        "contact:ask_next",
        "contact:choose",
        "contact:whose",
        "contact:record_words",
    )

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        super().__init__("contact_outcomes")
        self._work = work
        self._clock = clock
        self._policy = policy
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "contact:outcome": self._ask,
            "contact:told": self._told,
            "contact:ask_next": self._ask_next,
            "contact:choose": self._choose,
            "contact:whose": self._whose,
            "contact:record_words": self._record_words,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """A contact told in a line: what was read is shown, and recorded when it is confirmed."""
        turn, given = turn_of(dialog_context), entities_of(options)
        shown = UUID(given["shown"]) if given.get("shown") else None
        heard = await contact_words.hear_contact(self._work, self._clock, turn.officer, str(given["text"]), shown)
        if heard is None or not heard.whose:
            turn.say(NOBODY)
        elif len(heard.whose) == 1:
            _confirm(turn, heard)
        else:
            offer = turn.offer()
            turn.show(whose_card(heard, offer), offer, [id for one in heard.whose for id in about(one.plan, one.order)])
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await seen(self._work, self._clock, turn.officer, UUID(action.object))
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _ask(self, turn: Turn, action: Action) -> None:
        one = await contacts.show_plan(self._work, self._clock, turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(outcome_card(one.plan, one.order, offer), offer, _about(one))

    async def _told(self, turn: Turn, action: Action) -> None:
        given = action.details.get("outcome") or turn.values.get("outcome", "")
        if given not in list(Outcome):
            raise Unreadable(SAY_WHAT_CAME)
        outcome, values = Outcome(given), turn.values
        span = read_moment(values["when"], turn.now) if values.get("when", "").strip() else None
        made = HowMade(None if span is None else min(span.end, turn.now), values.get("because", ""))
        note, of_round = values.get("note", "").strip(), int(action.details["round"])
        try:
            done = await contacts.record_contact(
                self._work, self._clock, turn.officer, UUID(action.object), outcome, note, of_round, self._policy, made
            )
        except NotAsAgreed as refusal:
            ask_why(turn, action, outcome, refusal)
            return
        trouble = await self._next_as_said(turn, done, values)
        tell_recorded(turn, trouble[0], outcome, trouble[1])

    async def _next_as_said(self, turn: Turn, done: Recorded, values: Mapping[str, str]) -> tuple[Recorded, str]:
        """The contact is recorded whatever is said of the next one: a day that cannot be is told, and the rule's stands."""
        if done.already or not values.get("next", "").strip():
            return done, ""
        try:
            day = day_in_words(values["next"], turn.now)
            return await contact_words.with_next(self._work, self._clock, turn.officer, done, day, values.get("later", "")), ""
        except Unreadable as refusal:
            return done, KEPT_BUT.format(refusal.advice)

    async def _ask_next(self, turn: Turn, action: Action) -> None:
        one = await contacts.show_plan(self._work, self._clock, turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(next_card(one.plan, one.order, offer), offer, _about(one))

    async def _choose(self, turn: Turn, action: Action) -> None:
        day = day_in_words(turn.values.get("next", ""), turn.now)
        of_round, reason = int(action.details["round"]), turn.values.get("later", "")
        done = await choose_next(self._work, self._clock, turn.officer, UUID(action.object), day, of_round, reason)
        if done.undo is None:
            tell(turn, done, ALREADY)
            return
        offer = turn.offer()
        turn.show(chosen_card(done.plan, done.order.reference, done.undo, offer), offer, _about(done))

    async def _whose(self, turn: Turn, action: Action) -> None:
        line, at = UUID(action.details["line"]), datetime.fromisoformat(action.details["at"])
        _confirm(turn, await contact_words.of_plan(self._work, self._clock, turn.officer, line, at, UUID(action.object)))

    async def _record_words(self, turn: Turn, action: Action) -> None:
        kept = action.details
        outcome, line, at = Outcome(kept["outcome"]), UUID(kept["line"]), datetime.fromisoformat(kept["at"])
        plan_id, of_round, because = UUID(action.object), int(kept["round"]), turn.values.get("because", "")
        try:
            told = await contact_words.record_told(
                self._work, self._clock, turn.officer, plan_id, line, at, of_round, self._policy, outcome, because
            )
        except NotAsAgreed as refusal:
            ask_why(turn, action, outcome, refusal)
            return
        tell_recorded(turn, told.recorded, outcome, KEPT_BUT.format(told.trouble) if told.trouble else "")


def _confirm(turn: Turn, heard: ToldContact) -> None:
    offer = turn.offer()
    (one,) = heard.whose
    turn.show(told_card(heard, offer), offer, about(one.plan, one.order, *one.others))


def _about(one: Recorded) -> frozenset[str]:
    return about(one.plan, one.order, *one.others)
