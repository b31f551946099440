"""Asks why somebody is looked up: once an incident, before the look-up that was typed or the order that was pressed."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.cards.reasons import LIMIT, WHICH, address_reason_card, reason_card, which_card
from bot.turn import Turn
from dialogs import awaited
from domain.access import Access, reason_in, with_reason, without_reason
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import Outdated, Unreadable
from domain.lookups import Kept
from domain.policies import OTHER, Policy
from services import access_reasons
from storage.work import Work

SAY_WHICH = "Say which: write a few words in the box and press that button again, or type them here."
CHANGED = "Your force has no such reason on that list. Press one of the reasons, or look up again."
NOTED = "Noted. Type what you have: a name with a date of birth or a postcode, or a case number."
NOT_ASKED = f"Your force asks for no reason. {NOTED.removeprefix('Noted. ')}"


class Reasons:
    """The conversation holds the code of the reason and until when it lasts; what was typed stays sealed in the trail."""

    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        self._work = work
        self._clock = clock
        self._policy = policy

    def access(self, turn: Turn) -> Access | None:
        """None where the reason is to be asked for first."""
        code = reason_in(turn.conversation.state, turn.now)
        return self.unasked(code) if code or not self._policy().asks_reason else None

    def unasked(self, code: str = "") -> Access:
        return Access(code, self._policy().lookups_an_hour)

    def ask_for_look_up(self, turn: Turn, kept: Kept) -> None:
        held = {"id": str(kept.id), "at": kept.at.isoformat()}
        self._ask(turn, held["id"], {"then": "find", "at": held["at"]}, held)

    def ask_for_press(self, turn: Turn, action: Action) -> None:
        self._ask(turn, action.object, {**action.details, "then": action.verb}, {})

    def ask_for_address(self, turn: Turn, order_id: str) -> None:
        """Each time, whatever was said before and whether or not the force asks otherwise."""
        offer = turn.offer()
        turn.show(address_reason_card(self._policy(), offer, order_id), offer)

    def ask_anew(self, turn: Turn) -> None:
        """Another incident has begun."""
        if not self._policy().asks_reason:
            turn.say(NOT_ASKED)
            return
        self.forget(turn)
        self._ask(turn, "", {}, {})

    def forget(self, turn: Turn) -> None:
        """The next look-up is asked for its reason anew."""
        turn.remember(without_reason(turn.conversation.state))

    async def given(self, turn: Turn, action: Action) -> Access | None:
        """None where the list has none that fits, until it is said which."""
        code, which = action.details["code"], turn.values.get(WHICH, "").strip()
        if code == OTHER and not which and "which" not in action.details:
            offer = turn.offer()
            turn.show(which_card(offer, action.object, action.verb, **action.details), offer, filter(None, [action.object]))
            turn.listed = {awaited.AWAITS: awaited.WHICH, "verb": action.verb, "shown": [one.id for one in offer.actions]}
            return None
        if code == OTHER and not which:
            raise Unreadable(SAY_WHICH)
        await access_reasons.give_reason(self._work, self._clock, turn.officer, code, which, turn.conversation.channel, action.object)
        turn.remember(with_reason(turn.conversation.state, code, turn.now + self._policy().reason_lasts))
        return self.unasked(code)

    async def typed(self, turn: Turn, listed: Mapping[str, Any], words: str) -> Action:
        """The press that the typed words of the reason stand for: that of the card that asks which, or of the list's own "other"."""
        at = 0 if listed[awaited.AWAITS] == awaited.WHICH else self._place_of_other(len(listed["shown"]))
        if not words and listed[awaited.AWAITS] == awaited.WHICH:
            raise Unreadable(SAY_WHICH)
        async with self._work() as uow:
            action = await uow.actions.take(listed["shown"][at], turn.officer.id, turn.conversation.id, turn.now)
        turn.values = {**turn.values, WHICH: words[:LIMIT]}
        return action

    def _place_of_other(self, shown: int) -> int:
        """On the list as it was shown."""
        codes = [one.code for one in self._policy().reasons]
        if OTHER not in codes or len(codes) != shown:
            raise Outdated(CHANGED)
        return codes.index(OTHER)

    def _ask(self, turn: Turn, subject: str, then: dict[str, str], held: dict[str, str]) -> None:
        offer = turn.offer()
        turn.show(reason_card(self._policy(), offer, subject, **then), offer, filter(None, [subject]))
        turn.listed = {**held, awaited.AWAITS: awaited.WHY, "shown": [action.id for action in offer.actions]}
