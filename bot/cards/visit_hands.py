"""Whose compliance visit it is, why no further one is made, and the presses that take either back."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from bot.cards.parts import Card, button, button_sets, card, choices, heading, line
from bot.offers import Offer
from domain.lookups import Match
from domain.officers import Officer, Permission
from domain.orders import LIVE
from domain.undoing import WITHIN_WORDS
from domain.visits import NO_FURTHER_WORDS
from services.visit_parts import Briefing

TITLE = "Compliance visit"
WHY = "Why is no further visit made?"
SAY_WHOM = "Choose an officer."
PRESS_ONE = f"Press one: it stands with the order, with your name. It can be undone for {WITHIN_WORDS}, and a visit can be planned again at any time."


def give_card(found: Briefing, people: Sequence[Officer], offer: Offer) -> Card:
    options = [(f"{one.name} ({one.team})" if one.team else one.name, str(one.id)) for one in people]
    body = [heading(f"{TITLE}: {found.order.reference}"), choices("to", "Who makes the visit?", options, required=SAY_WHOM)]
    return card(body, [button("Give it", offer.press("visit:give_to", str(found.order.id)))], speak=f"{TITLE}.")


def no_further_card(found: Briefing, offer: Offer) -> Card:
    """One press a reason."""
    id = str(found.order.id)
    reasons = [button(words, offer.press_once("visit:close", id, why=why.value)) for why, words in NO_FURTHER_WORDS.items()]
    body = [heading(f"{TITLE}: {found.order.reference}"), line(WHY, strong=True), line(PRESS_ONE, quiet=True), *button_sets(reasons)]
    return card(body, [button("Back to the briefing", offer.press("visit:open", id))], speak=f"{TITLE}.")


def hand_buttons(found: Briefing, officer: Officer, offer: Offer) -> Iterator[Card]:
    """What this officer may do with a visit that is owed."""
    id = str(found.order.id)
    if found.may_take:
        yield button("Take it on", offer.press("visit:take", id))
    if found.plan is not None and found.plan.owner == officer.id:
        yield button("Give it back", offer.press("visit:give_back", id))
    if officer.may(Permission.SEE_TEAM_CONTACTS):
        yield button("Give it to ...", offer.press("visit:give", id))
    if found.may_end:
        yield button("No further visit", offer.press("visit:ask_close", id))


def order_visit_buttons(match: Match, officer: Officer, offer: Offer) -> Iterator[Card]:
    """On the card of an order, for whoever visits respondents: to plan one, or to record the one that is owed."""
    if not officer.may(Permission.VISIT_RESPONDENT) or match.glance is None:
        return
    id = str(match.order.id)
    if match.glance.visit_by is not None:
        yield button("Visit briefing", offer.press("visit:open", id))
        yield button("Record the visit", offer.press("visit:ask", id))
    elif match.state in LIVE:
        yield button("Plan a visit", offer.press("visit:plan", id))


def undo_close_button(found: Briefing, offer: Offer) -> Card:
    return button(f"Undo, within {WITHIN_WORDS}", offer.press_once("visit:undo_close", str(found.order.id), version=_version(found)))


def undo_hands_button(found: Briefing, offer: Offer, was: UUID | None, at: str) -> Card:
    """`was` is whose it was before that moment."""
    held = {"was": str(was) if was else "", "at": at, "version": _version(found)}
    return button(f"Undo, within {WITHIN_WORDS}", offer.press_once("visit:undo_hands", str(found.order.id), **held))


def _version(found: Briefing) -> str:
    return str(found.plan.version if found.plan else 0)
