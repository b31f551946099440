"""Cards of a reminder that is put off: until when, why, and which contact is meant."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from bot.cards.contacts import about
from bot.cards.parts import Card, button, card, facts, heading, line, text_input
from bot.offers import Offer
from domain.contact_words import WHY_WORDS
from domain.contacts.putting_off import Way
from domain.london import deadline, long_moment
from services.contacts import OwedContact
from services.held_plans import HeldPlan
from services.putting_off import Choice

MINUTE = timedelta(minutes=1)
NO_MORE = "This contact has been put off as often as is allowed. Make it, give it to somebody else, or tell your supervisor."
IN_WORDS = "Or in words, such as: til 10 tomorrow"
WHY_AGAIN = "Why is it put off again?"
NONE = "There is no contact that you have been reminded of. Ask for your contacts to see what is planned."
WHICH = "Which contact do you mean?"
NONE_CAN = "None of these can be put off so."


def put_off_card(choice: Choice, offer: Offer) -> Card:
    """What can be chosen now, each with its moment; the reason stands beside it where one is asked for."""
    plan, which = choice.held.plan, str(choice.held.plan.id)
    told = facts([("Order", choice.held.order.reference), ("Must be done by", deadline(plan.due.must_by))])
    back = button("Back to the contact", offer.press("contact:open", which))
    if not choice.left:
        return card([heading("Snooze"), told, line(NO_MORE)], [back])
    why = [text_input("reason", WHY_AGAIN, required="Say why.", limit=500)] if choice.asks_why else []
    body = [heading("Snooze until when?"), told, line(_left(choice.left, plan.due.must_by)), *why, text_input("until", IN_WORDS, limit=120)]
    turn = {"round": str(plan.round)}
    ways = [
        button(f"{way.words}: {long_moment(way.until)}", offer.press_once("contact:put_off", which, **turn, **_when(way)))
        for way in choice.ways
    ]
    return card(body, [*ways, button("Until the time in words", offer.press_once("contact:put_off", which, **turn)), back])


def which_card(found: Sequence[HeldPlan], verb: str, offer: Offer, whys: Mapping[UUID, str], **details: str) -> Card:
    """One press for each contact that the words may mean; `whys` say of those that cannot be chosen why not."""
    body = [heading(WHICH if len(whys) < len(found) else NONE_CAN), facts([(one.order.reference, _which(one, whys)) for one in found])]
    presses = [
        button(titled(one), offer.press_once(verb, str(one.plan.id), round=str(one.plan.round), **details))
        for one in found
        if one.plan.id not in whys
    ]
    return card(body, presses)


def titled(one: HeldPlan | OwedContact) -> str:
    return f"{one.order.reference}, {one.order.applicant.name}"


def about_held(one: HeldPlan | OwedContact) -> frozenset[str]:
    return about(one.plan, one.order, *one.others)


def _which(one: HeldPlan, whys: Mapping[UUID, str]) -> str:
    said = f"{one.order.applicant.name}: {WHY_WORDS[one.plan.due.why]}"
    why = whys.get(one.plan.id)
    return f"{said}. Not this one: {why}." if why else f"{said}. Must be done by {deadline(one.plan.due.must_by)}."


def _when(way: Way) -> dict[str, str]:
    return {"until": way.until.isoformat()} if way.after is None else {"minutes": str(way.after // MINUTE)}


def _left(number: int, by: datetime) -> str:
    return f"It can be put off {'once more' if number == 1 else f'{number} times more'}, to {deadline(by)} at the latest."
