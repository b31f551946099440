"""Looking up orders in the chat. What was typed is about a person: after a list only ids are kept, and for one turn."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.orders import WHY_PARTED, answer_card, list_card, no_name_card, nothing_card, read_lines, rows_of
from bot.cards.papers import terms_card
from bot.cards.registering import typed_terms_card
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import NOTED, Reasons
from dialogs.shown import forget_shown
from domain.access import Access
from domain.clock import Clock
from domain.conversations import Action
from domain.london import to_london
from domain.lookups import ELSEWHERE, RESTRICTED_LINE, Found, Kept, Match, too_little
from domain.matching import Verdict
from domain.officers import Permission
from domain.orders import Order, PartyRole
from domain.own_circle import speaks_of_own_circle
from domain.particulars import Particulars, read_particulars
from domain.policies import Policy
from domain.provenance import Provenance
from guidance.danger import IN_DANGER, NOBODY_WATCHES, mentions_danger
from services import lookups, papers
from services.registered import typed_terms
from storage.work import Work

_FIRST = ("first", "first_at")
_OF_OTHERS = {
    **dict.fromkeys(("order:history", "timeline:page", "timeline:person"), "orders"),
    **dict.fromkeys(("measure:beside", "measure:ask"), "measures"),
    **dict.fromkeys(("visit:open", "visit:plan", "visit:list"), "visits"),
    **dict.fromkeys(("visit:take", "visit:give", "visit:give_back", "visit:ask_close"), "visit_hands"),
    "beat:page": "beats",
}
NOT_THIS = f"Understood: not this person. Type the name and the date of birth together to look again. {RESTRICTED_LINE} {ELSEWHERE}"
OWN_CIRCLE = (
    "Look up only for a policing purpose. Never for yourself, a friend or a favour. If you know this person, tell your supervisor and let a colleague look. "
    "What you look up and why is kept."
)


class LookupDialog(Capability):
    verbs = ("order:open", "order:conditions", "order:not_this", "reason:give")

    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        super().__init__("lookups")
        self._work = work
        self._clock = clock
        self._reasons = Reasons(work, clock, policy)

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, given = turn_of(dialog_context), entities_of(options)
        turn.officer.must(Permission.LOOK_UP_ORDER)
        if given.get("new_incident"):
            self._reasons.ask_anew(turn)
        elif "words" in given:
            await self.pressed(dialog_context, turn, await self._reasons.typed(turn, given["listed"], given["words"]))
        elif "choice" in given:
            await self._choose(dialog_context, turn, given["listed"], int(given["choice"]))
        elif "listed" in given:
            await self._find_with(turn, _kept(given["listed"]))
        else:
            await self._find(turn, given.get("asked") or str(given.get("text", turn.text)))
        return await dialog_context.end_dialog()

    async def _find(self, turn: Turn, wanted: str | Particulars) -> None:
        """What cannot be searched is refused without a reason: it shows nothing."""
        asked = wanted if isinstance(wanted, Particulars) else read_particulars(wanted, to_london(turn.now).date())
        if speaks_of_own_circle(asked.raw):
            self._reasons.forget(turn)
            turn.say(OWN_CIRCLE)
        access, channel = self._reasons.access(turn), turn.conversation.channel
        if access is None and too_little(asked) is None:
            self._ask(turn, await lookups.hold(self._work, self._clock, turn.officer, asked.raw, channel))
            return
        _show(turn, await lookups.find(self._work, self._clock, turn.officer, asked, channel, access or self._reasons.unasked()))

    async def _find_with(self, turn: Turn, kept: Kept) -> None:
        added, access, channel = turn.text.strip(), self._reasons.access(turn), turn.conversation.channel
        if access is None:
            self._ask(turn, await lookups.hold_with(self._work, self._clock, turn.officer, kept, added, channel))
            return
        _show(turn, await lookups.find_with(self._work, self._clock, turn.officer, kept, added, channel, access))

    def _ask(self, turn: Turn, kept: Kept) -> None:
        """Words of danger are answered before anything is asked."""
        if mentions_danger(turn.text) and not turn.answers:
            turn.say(f"{IN_DANGER} {NOBODY_WATCHES}")
        self._reasons.ask_for_look_up(turn, kept)

    async def _choose(self, dialog_context: DialogContext, turn: Turn, listed: Mapping[str, Any], number: int) -> None:
        """As if its button had been pressed."""
        shown = listed["shown"]
        if number > len(shown):
            turn.listed = dict(listed)
            turn.say(f"The list ends at {len(shown)}. Type one of its numbers, or look up again.")
            return
        async with self._work() as uow:
            action = await uow.actions.take(shown[number - 1], turn.officer.id, turn.conversation.id, turn.now)
        await self.pressed(dialog_context, turn, action)

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        if action.verb == "order:not_this":
            forget_shown(turn, action.object)
            turn.say(NOT_THIS)
            return DialogTurnResult(DialogTurnStatus.Complete)
        turn.officer.must(Permission.LOOK_UP_ORDER)
        access = self._reasons.access(turn)
        if action.verb == "reason:give":
            given = await self._reasons.given(turn, action)
            if given is not None:
                await self._go_on(dialog_context, turn, action, given)
        elif access is None:
            self._reasons.ask_for_press(turn, action)
        else:
            await self._open(turn, action, access)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _go_on(self, dialog_context: DialogContext, turn: Turn, action: Action, access: Access) -> None:
        """With what was typed or pressed before the reason was asked for."""
        then = action.details.get("then")
        if then == "find":
            kept = _kept({"id": action.object, "at": action.details["at"]})
            _show(turn, await lookups.find_kept(self._work, self._clock, turn.officer, kept, turn.conversation.channel, access))
        elif then in _OF_OTHERS:
            await dialog_context.begin_dialog(_OF_OTHERS[then], {"action": replace(action, verb=then)})
        elif then:
            await self._open(turn, replace(action, verb=then), access)
        else:
            turn.say(NOTED)

    async def _open(self, turn: Turn, action: Action, access: Access) -> None:
        match = await lookups.open_order(self._work, self._clock, turn.officer, UUID(action.object), turn.conversation.channel, access)
        if action.verb == "order:conditions":
            await self._conditions(turn, match.order)
        else:
            _answer(turn, _as_listed(match, action.details), first={key: action.details[key] for key in _FIRST if key in action.details})

    async def _conditions(self, turn: Turn, order: Order) -> None:
        terms = await papers.show_terms(self._work, self._clock, turn.officer, order.id, turn.conversation.channel)
        if terms is None:
            turn.say(conditions_words(order), about=(order.id,))
            if order.provenance is not Provenance.COURT_FEED:
                await self._typed_conditions(turn, order)
            return
        offer = turn.offer()
        turn.show(terms_card(order, terms, offer), offer, (order.id,))

    async def _typed_conditions(self, turn: Turn, order: Order) -> None:
        """What was typed when the order was registered is shown as that, and never as the court's words."""
        typed = await typed_terms(self._work, self._clock, turn.officer, order.id)
        if typed is not None:
            turn.show(typed_terms_card(order, typed), about=(order.id,))


def conditions_words(order: Order) -> str:
    """Where the conditions stand that nobody has checked: nothing that a machine read is told as the court's words."""
    if not order.has_document:
        return (
            "The order's PDF is not held here, so I cannot tell you its conditions. Ask the orders desk or the court for the sealed order."
        )
    return (
        "The conditions have not yet been checked by a person: press Open the order on its card and go by its words. "
        "Or go by the applicant's own copy, or ask the court; never by a summary."
    )


def _as_listed(match: Match, details: Mapping[str, str]) -> Match:
    """The order as it is now, and why it stood in the list."""
    if not details.get("why"):
        return match
    return replace(match, role=PartyRole(details["role"]), reasons=tuple(details["why"].split(WHY_PARTED)), chosen=True)


def _kept(listed: Mapping[str, Any]) -> Kept:
    return Kept(UUID(listed["id"]), datetime.fromisoformat(listed["at"]))


def _show(turn: Turn, found: Found) -> None:
    if found.verdict in {Verdict.REFUSED, Verdict.NONE} and mentions_danger(turn.text):
        turn.say(f"{IN_DANGER} {NOBODY_WATCHES}")
    if found.verdict is Verdict.REFUSED:
        turn.say(found.why)
        turn.listed = {}
    elif found.verdict is Verdict.NONE and not found.matches:
        turn.show(no_name_card(found) if found.names_nobody else nothing_card(found))
    elif found.verdict is Verdict.MATCH and len(found.matches) == 1:
        _answer(turn, found.matches[0], found)
    else:
        _list(turn, found)


def _list(turn: Turn, found: Found) -> None:
    offer, officer = turn.offer(), turn.officer
    nothing = found.verdict is Verdict.NONE
    listed = nothing_card(found, rows_of(found, officer, offer)) if nothing else list_card(found, officer, offer)
    for verb in ("order:open", "breach:start"):
        offer.hold_beside(verb, **_first(found))
    kept = [found.kept.id] if found.kept is not None else []
    turn.show(listed, offer, about=[*(match.order.id for match in found.matches), *kept])
    if found.kept is not None:
        shown = [action.id for action in offer.actions if action.verb == "order:open"]
        turn.listed = {"id": str(found.kept.id), "at": found.kept.at.isoformat(), "shown": shown}


def _answer(turn: Turn, match: Match, found: Found | None = None, first: Mapping[str, str] | None = None) -> None:
    """What was typed may tell of a breach already: then a record begun from this card finds it again."""
    offer = turn.offer()
    also, read = (found.also, read_lines(found)) if found else ((), [])
    about = [match.order.id, *(one.id for one in also)]
    answer = answer_card(match, turn.officer, turn.now, offer, also, read)
    offer.hold_beside("breach:start", **(first or (_first(found) if found else {})))
    turn.show(answer, offer, about)


def _first(found: Found) -> dict[str, str]:
    if found.kept is None or not found.tells_of_breach:
        return {}
    return {"first": str(found.kept.id), "first_at": found.kept.at.isoformat()}
