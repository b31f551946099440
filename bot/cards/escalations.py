"""Cards of what was escalated: the list, and one contact with the ways of whoever was told of it."""

from collections.abc import Sequence
from datetime import datetime

from bot.cards.contacts import plan_card, why_words
from bot.cards.duty import ways_above
from bot.cards.parts import Card, button, card, facts, heading, line
from bot.offers import Offer
from domain.breaches.drafts import Breach
from domain.contact_words import RISK_WORDS
from domain.london import deadline
from services.contacts import OwedContact, Recorded

NOTHING = "Nothing that was escalated to you is open: whatever you were told of has been dealt with, or taken by somebody."


def escalated_card(found: Sequence[OwedContact], offer: Offer, now: datetime) -> Card:
    if not found:
        return card([heading("Escalated to you"), line(NOTHING)])
    body = [heading("Escalated to you"), *(part for one in found for part in _entry(one, now))]
    return card(body, [button(f"Open {one.order.reference}", offer.press("duty:look", str(one.plan.id))) for one in found])


def look_card(one: Recorded, breach: Breach | None, offer: Offer, now: datetime, owner: str | None) -> Card:
    ways = ways_above(one.plan, offer)
    return plan_card(one.plan, one.order, offer, now, owner=owner, others=one.others, breach=breach, ways=ways, beside=one.beside)


def _entry(one: OwedContact, now: datetime) -> list[Card]:
    details = [
        ("Protected person", one.order.applicant.name),
        ("Owner", one.owner or "nobody"),
        ("Why now", why_words(one.plan, now)),
        ("Risk", RISK_WORDS[one.plan.risk]),
        ("Must be done by", f"{deadline(one.plan.due.must_by)}{' (overdue)' if now > one.plan.due.must_by else ''}"),
    ]
    return [line(one.order.reference, strong=True), facts(details)]
