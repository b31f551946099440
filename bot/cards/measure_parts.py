"""The kind of a measure on a card: what it is, what a breach of it is, and the power of arrest that goes with it; before it is saved too."""

from collections.abc import Iterator
from datetime import datetime

from bot.cards.parts import Card, facts, line, warning
from domain.lookups import safe_particulars
from domain.measure_questions import row_of
from domain.measure_table import measure_of
from domain.measure_words import breach_words, in_brief, kind_words, power_words
from domain.measures import Kind, Power, fact_words
from domain.officers import Officer
from domain.orders import Order
from domain.registered_orders import NOT_CONFIRMED, SECOND_CHECK
from services.registering import Registration

OFFENCE_FIRST = "Entering a measure is no reply to an offence: what was done is dealt with first."


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


def before_saving(stands: Registration, officer: Officer) -> Iterator[Card]:
    """Above the form and the whole of a draft: its kind, how long it may run, and on whose people it is."""
    row = row_of(stands.draft.values)
    if row is None:
        return
    yield line(in_brief(row.kind))
    yield line(f"Length: {fact_words(row.length)}")
    if stands.beside is not None:
        people = safe_particulars(stands.beside, officer)
        yield facts(
            [
                ("From", stands.beside.reference),
                ("Respondent", f"{people.respondent.name}, {people.respondent.dob}"),
                ("Protected person", people.applicant.name),
            ]
        )
        yield line("Fill in a protected person only where this measure protects somebody else.")
    yield line(OFFENCE_FIRST, quiet=True)


def waits_of(order: Order) -> Iterator[Card]:
    """What is still to be checked of what was registered by hand."""
    reasons = (order.needs_review or "").split("; ")
    yield from (line(f"Still to come: {one}.") for one in reasons if one in (SECOND_CHECK, NOT_CONFIRMED))
