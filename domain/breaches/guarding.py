"""Keeps out of what leaves the register a condition that may be where the protected person lives: by its number, never by its words."""

from collections.abc import Sequence
from dataclasses import replace

from domain.breaches.drafts import Answer
from domain.breaches.terms import number_of
from domain.orders import Order
from domain.places import PlaceKind, names_hidden, names_of, pieces_of, places_in

IN_THE_ORDER = "names a place that may be the protected address, read it in the sealed order"
AS_TYPED = "(typed words that name such a place are left out here: the record holds them)"
NOT_HELD = "The protected address is not held here, so it cannot be taken out of your words: give the crime report the facts, not the protected address."


def guarded_conditions(order: Order, quoted: Sequence[str]) -> tuple[str, ...]:
    """The conditions that an answer quotes, as far as they may be told of an order with an address that is withheld or confidential."""
    return tuple(f"{number_of(one)}: {IN_THE_ORDER}" if names_hidden(order, one) else one for one in quoted)


def has_no_address(order: Order) -> bool:
    """Nothing is held by which the protected address could be known in a text."""
    return not (order.applicant.address1 or order.applicant.address2 or order.applicant.postcode)


def guarded(order: Order, given: Answer) -> Answer:
    """The answer with such conditions by number alone, and without typed words that name the same street."""
    if not given.quoted:
        return given
    streets = _streets([one for one in given.quoted if names_hidden(order, one)])
    rows = [AS_TYPED if any(street <= _names(row) for street in streets) else row for row in given.text.splitlines()]
    return replace(given, quoted=guarded_conditions(order, given.quoted), text="\n".join(rows))


def _streets(wordings: Sequence[str]) -> list[frozenset[str]]:
    return [frozenset(place.names) for one in wordings for place in places_in(one) if place.kind is PlaceKind.STREET]


def _names(row: str) -> frozenset[str]:
    return frozenset(name for piece in pieces_of(row) for name in names_of([piece]))
