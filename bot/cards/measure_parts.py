"""The kind of a measure on a card: what it is, what a breach of it is, and the power of arrest that goes with it."""

from collections.abc import Iterator
from datetime import datetime

from bot.cards.parts import Card, line, warning
from domain.measure_table import measure_of
from domain.measure_words import breach_words, kind_words, power_words
from domain.measures import Kind, Power, fact_words
from domain.orders import Order


def kind_facts(order: Order, moment: datetime) -> list[tuple[str, str]]:
    """Of any measure but an NMO, for a table of facts."""
    if order.kind is Kind.NMO:
        return []
    return [("Kind", kind_words(order.kind)), ("Breach", breach_words(order)), ("Power", power_words(order, moment))]


def power_lines(order: Order, moment: datetime) -> Iterator[Card]:
    """What a breach of it is and the power that goes with it, its length, what else is known of the kind, and what is not settled."""
    row = measure_of(order.kind)
    yield line(f"Breach: {breach_words(order)}", strong=True)
    power = f"Power: {power_words(order, moment)}"
    yield warning(power) if row.power in (Power.NONE, Power.CLAUSE) else line(power, strong=True)
    yield from (line(f"{fact_words(one.words)} Clock: {int(one.within.total_seconds() // 3600)} hours.") for one in row.duties)
    yield line(f"Length: {fact_words(row.length)} Made by: {fact_words(row.made_by)}", quiet=True)
    yield from (line(fact_words(one), quiet=True) for one in row.notes)
    yield from (line(one, quiet=True) for one in row.unverified)
