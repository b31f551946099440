"""Whether the orders of one case protect the same person, and which of a person's orders to speak of first."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from domain.folding import tokens
from domain.orders import ENDED, Order, Party, state_at


def plan_among(person: Party, held: Mapping[UUID, Sequence[Party]]) -> UUID | None:
    """The plan on this case that is this person's already; none where nobody bears the name, or more than one could be meant.

    A date of birth that the court left out speaks neither for nor against: since June 2026 the applicant's is blank.
    """
    theirs = [plan for plan, people in held.items() if _bears_a_name_of(person, people) and not _contradicts(person, people)]
    return theirs[0] if len(theirs) == 1 else None


def most_telling_first(orders: Iterable[Order], now: datetime) -> tuple[Order, ...]:
    """The orders of one plan: what has not ended before what has, the newest first."""
    return tuple(sorted(orders, key=lambda one: (state_at(one, now) not in ENDED, _age(one)), reverse=True))


def is_over(orders: Sequence[Order], now: datetime) -> bool:
    """Whether every order has ended: by its end date, by discharge, or by an undertaking in its place."""
    return bool(orders) and all(state_at(one, now) in ENDED for one in orders)


def _age(order: Order) -> tuple[datetime, date, str]:
    return order.received_at, order.made_on or date.min, order.file_name


def _bears_a_name_of(person: Party, people: Sequence[Party]) -> bool:
    name = _folded(person)
    return bool(name) and any(_folded(one) == name for one in people)


def _contradicts(person: Party, people: Sequence[Party]) -> bool:
    return any(None not in (one.dob, person.dob) and one.dob != person.dob for one in people)


def _folded(person: Party) -> tuple[str, ...]:
    return tokens(person.name) if person.surname or person.forenames else ()
