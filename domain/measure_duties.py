"""The clocks of duties: what the table gives a time for, from when the measure was made or somebody was arrested for a breach of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.measure_table import measure_of
from domain.measures import Since, fact_words
from domain.orders import Order


@dataclass(frozen=True)
class Owed:
    """A duty with the instant by which it is to be done; `words` say its source, or that it is not verified."""

    id: str
    words: str
    due_at: datetime


def duties_when_made(order: Order) -> tuple[Owed, ...]:
    """None where the instant is not known: a day alone starts no clock of hours."""
    return () if order.made_at is None else _from(order, Since.MADE, order.made_at)


def duties_on_arrest(order: Order, events: Iterable[tuple[str, datetime]]) -> tuple[Owed, ...]:
    """`events` are what has happened since a breach, and when."""
    arrests = [at for event, at in events if event == "arrest"]
    return _from(order, Since.ARREST, min(arrests)) if arrests else ()


def _from(order: Order, since: Since, at: datetime) -> tuple[Owed, ...]:
    return tuple(Owed(one.id, fact_words(one.words), at + one.within) for one in measure_of(order.kind).duties if one.since is since)
