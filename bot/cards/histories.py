"""The timeline of an order or of a person, so many events a page, the newest page first and each page oldest first."""

from bot.cards.parts import Card, button, card, heading, line
from bot.offers import Offer
from domain.histories import event_words
from domain.order_states import last_confirmed
from domain.orders import PartyRole
from services.histories import History

SHOWN_AT_MOST = 15
_WHOSE = {PartyRole.RESPONDENT: "respondent", PartyRole.APPLICANT: "protected person"}


def history_card(history: History, offer: Offer, page: int = 0) -> Card:
    """`page` 0 holds the newest events; the times are London's."""
    pages = max(1, -(-len(history.events) // SHOWN_AT_MOST))
    page = min(max(page, 0), pages - 1)
    end = len(history.events) - page * SHOWN_AT_MOST
    shown = history.events[max(0, end - SHOWN_AT_MOST) : end]
    lines = [{**line(event_words(one)), "separator": True} for one in shown]
    of = [line(f"Page {pages - page} of {pages}.", quiet=True)] if pages > 1 else []
    body = [heading(_title(history)), *_standing(history), *of, *lines]
    return card(body, [*_pages(history, page, pages, offer), *_people(history, offer)], speak="A timeline.")


def _title(history: History) -> str:
    if history.role is None:
        return f"History of {history.order.reference}"
    return f"Timeline of the {_WHOSE[history.role]} {history.name}"


def _standing(history: History) -> list[Card]:
    if history.role is None:
        return [line(last_confirmed(history.order), strong=True)]
    if not history.others:
        return [line(f"Of {history.order.reference} alone: nobody has said that another record is of the same person.", strong=True)]
    return [line(f"Of {history.order.reference} and, by an officer's word, {', '.join(history.others)}.", strong=True)]


def _pages(history: History, page: int, pages: int, offer: Offer) -> list[Card]:
    whose = {} if history.role is None else {"role": history.role.value}
    id, verb = str(history.order.id), "timeline:page" if history.role is None else "timeline:person"
    earlier = [button("Earlier", offer.press(verb, id, number=str(page + 1), **whose))] if page + 1 < pages else []
    later = [button("Later", offer.press(verb, id, number=str(page - 1), **whose))] if page else []
    return [*earlier, *later]


def _people(history: History, offer: Offer) -> list[Card]:
    if history.role is not None:
        return []
    id = str(history.order.id)
    return [
        button(f"Timeline of the {words}", offer.press("timeline:person", id, role=role.value, number="0"))
        for role, words in _WHOSE.items()
    ]
