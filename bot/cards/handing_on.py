"""Cards of contacts that are handed on: to whom, what was offered, and what became of it."""

from collections.abc import Sequence

from bot.cards.parts import Card, button, card, facts, heading, line, text_input
from bot.cards.people import said_of
from bot.cards.putting_off import WHICH, titled
from bot.offers import Offer
from domain.contact_words import RISK_WORDS, WHY_WORDS
from domain.duty_offers import OfferState, assigns
from domain.london import deadline, long_moment
from domain.officers import Officer
from domain.outbox import DUTY_ANSWERED, DUTY_LAPSED, DUTY_OFFERED
from domain.undoing import WITHIN_WORDS
from services.contacts import OwedContact
from services.duty_notices import DutyNews
from services.handing_on import Givable, Handed

STAYS = "Until it is taken it stays with the officer who has it now."
ALL_STAY = "Until they are taken they stay with you."
UNDO_WORDS = f"A slip can be undone for {WITHIN_WORDS}."
ALL = "all"
MORE = "{} more are not shown here. Any other is given by its reference: give NMO-XXXXXX to PC Example."
WHO = "Name, collar number or e-mail address"


def receivers_card(plan_id: str, found: Sequence[Officer], offer: Offer, *, assigns: bool) -> Card:
    """Own team first, and a name may be typed. A supervisor assigns."""
    title = "Assign this contact to whom?" if assigns else "Give this contact to whom?"
    told = "They have it at once, and are told." if assigns else STAYS
    verb = "duty:assign" if assigns else "duty:give_to"
    presses = [button(said_of(one), offer.press_once(verb, plan_id, to=str(one.id))) for one in found]
    typed = button("To the officer named above", offer.press(verb, plan_id))
    return card([heading(title), line(told), text_input("to", WHO, limit=200)], [*presses, typed], marked=False)


def which_contact_card(given: Givable, officer: Officer, offer: Offer, to: Officer | None) -> Card:
    """One press for each contact that may be meant. Whom it goes to is asked next, where it is not known."""
    body = [heading(WHICH), facts([(one.order.reference, _told_of(one)) for one in given.found])]
    body += [line(MORE.format(given.more))] if given.more else []
    presses = []
    for one in given.found:
        id, verb = str(one.plan.id), "duty:assign" if assigns(officer, one.plan) else "duty:give_to"
        presses.append(button(titled(one), offer.press("duty:give", id) if to is None else offer.press_once(verb, id, to=str(to.id))))
    return card(body, presses)


def _told_of(one: OwedContact) -> str:
    whose = f" With {one.owner} now." if one.owner else ""
    return f"{one.order.applicant.name}: {WHY_WORDS[one.plan.due.why]}. Must be done by {deadline(one.plan.due.must_by)}.{whose}"


def which_officer_card(plan_id: str, found: Sequence[Officer], verb: str, offer: Offer) -> Card:
    presses = [button(said_of(one), offer.press_once(verb, plan_id, to=str(one.id))) for one in found]
    return card([heading("Which officer?")], presses, marked=False)


def all_card(number: int, to: Officer, offer: Offer) -> Card:
    """How many, before anything is offered."""
    body = [
        heading("Give all your contacts?"),
        line(f"{number} {'contact' if number == 1 else 'contacts'} of yours would be offered to {said_of(to)}. {ALL_STAY}"),
    ]
    return card(body, [button(f"Offer all {number}", offer.press_once("duty:give_to", ALL, to=str(to.id)))], marked=False)


def offered_card(made: Handed, offer: Offer) -> Card:
    body = [
        heading("Offered"),
        line(f"{_contacts(len(made.offer.plans))} offered to {_name(made.to)}, who is told."),
        line(f"{STAYS} If nobody takes it by {long_moment(made.offer.until)}, it stays, and both of you are told."),
    ]
    return card(body, [button("Take the offer back", offer.press_once("duty:withdraw", str(made.offer.id)))], marked=False)


def moved_card(made: Handed, offer: Offer) -> Card:
    """What went over at once, and for some minutes the way back."""
    words = f"{_contacts(made.moved)} now {'yours' if made.offer.by == made.offer.to else f'with {_name(made.to)}'}. {_name(made.giver)} is told."
    undo = button("Wrong? Undo", offer.press_once("duty:return", str(made.offer.id)))
    return card([heading("Done"), line(words), line(UNDO_WORDS, quiet=True)], [undo], marked=False)


def taken_card(made: Handed, offer: Offer) -> Card:
    words = f"{_contacts(made.moved)} yours now. {_name(made.giver)} is told. What is due comes here by itself."
    ways = [
        button("Wrong? Give back", offer.press_once("duty:return", str(made.offer.id))),
        button("My contacts", offer.press("contact:list")),
    ]
    return card([heading("Taken"), line(words), line(UNDO_WORDS, quiet=True)], ways, marked=False)


def news_card(news: DutyNews, stage: str, recipient: str, repeat: Sequence[Card], offer: Offer) -> Card:
    if news.offer is None:
        return _left_card(news, repeat)
    if stage == DUTY_OFFERED:
        return _asked_card(news, repeat, offer)
    title, words = _news_words(news, stage, recipient)
    why = [line(f"Their reason: {news.offer.reason}")] if news.offer.reason else []
    return card([heading(title), line(words), *why, *repeat], [button("My contacts", offer.press("contact:list"))], speak=f"{title}.")


def _asked_card(news: DutyNews, repeat: Sequence[Card], offer: Offer) -> Card:
    """Take it, or not me and why: the names are seen once it is taken."""
    id = "" if news.offer is None else str(news.offer.id)
    until = None if news.offer is None else long_moment(news.offer.until)
    one = news.plans[0] if len(news.plans) == 1 else None
    told = [
        ("From", news.giver),
        ("Contacts", str(news.number)),
        ("Why now", WHY_WORDS[one.due.why] if one else None),
        ("Risk", RISK_WORDS[one.risk] if one else None),
        ("The first must be done by", deadline(news.must_by) if news.must_by else None),
        ("Answer by", until),
    ]
    title = "A contact is offered to you" if news.number == 1 else f"{news.number} contacts are offered to you"
    body = [heading(title), facts(told), line(STAYS), *repeat, text_input("reason", "If not you: why?", limit=500)]
    take = button("Take it" if news.number == 1 else f"Take all {news.number}", offer.press_once("duty:take", id), style="positive")
    return card(body, [take, button("Not me", offer.press_once("duty:refuse", id))], speak=f"{title}.")


def _left_card(news: DutyNews, repeat: Sequence[Card]) -> Card:
    title = "Contacts of an officer who left have new owners"
    who = f"{news.giver} may make contacts no more." if news.giver else "These contacts had no owner."
    more = news.number - len(news.owners)
    rest = [line(f"{more} more, not listed here.", quiet=True)] if more else []
    return card(
        [heading(title), line(f"{who} {_contacts(news.number)} with somebody else now:"), facts(news.owners), *rest, *repeat],
        speak=f"{title}.",
    )


def _news_words(news: DutyNews, stage: str, recipient: str) -> tuple[str, str]:
    many, offer = _contacts(news.number), news.offer
    if stage == DUTY_LAPSED:
        mine = offer is not None and recipient == str(offer.giver)
        return (
            "An offer came back",
            f"{many} offered and not taken in time. {'They stay with you.' if mine else f'They stay with {news.giver}.'}",
        )
    if stage == DUTY_ANSWERED and offer is not None and offer.state is OfferState.TAKEN:
        return "Your contacts were taken", f"{many} with {news.to} now."
    if stage == DUTY_ANSWERED:
        return "Your offer was refused", f"{news.to} does not take it: {many} with you still."
    if offer is not None and offer.state is OfferState.RETURNED:
        return "Contacts went back", f"{many} with {news.giver} again: they were moved by mistake."
    return "Contacts were moved by a supervisor", f"{many} with {news.to} now, from {news.giver}."


def _contacts(number: int) -> str:
    return "1 contact is" if number == 1 else f"{number} contacts are"


def _name(officer: Officer | None) -> str:
    return "an officer who is not on the list" if officer is None else officer.name
