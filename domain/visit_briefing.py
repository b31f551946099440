"""What an officer takes along to a respondent: the terms word for word as a person checked them, and what to say; never where the protected person is."""

from collections.abc import Iterator

from domain.measure_words import typed_words
from domain.orders import Order
from domain.papers import Condition
from domain.places import names_hidden
from domain.terms import OrderTerms
from domain.withholding import WITHHELD, without_whereabouts

LEFT_OUT = "A term stands only in the sealed order: an address in it may be a secret. Read it there, and take no copy of this."
ADDRESS_LEFT_OUT = (
    f"Where {WITHHELD} stands, the sealed order names a place that is left out here. The respondent reads it in the respondent's own copy."
)
UNCHECKED = (
    "The terms are not yet checked against the sealed order: take none along from here. Go by the sealed order, or ask the orders desk."
)
NEVER_SAY = "Never say where the protected person lives, what they have told us, or whether they have been in touch. Do not say who asked for this visit."
_ADDRESS = ("address", "address1", "address2", "postcode")
# From the guidance page on the visit, and no further than it.
TO_SAY = (
    "Go through each term in the order's own words, and say when the order ends.",
    "Contact through anybody else counts too, where a term says so: it must not be instructed, encouraged or suggested.",
    "The protected person cannot agree it away, not even by asking for contact first.",
    "Only the court can vary or discharge the order: the respondent applies to the court{court}.",
)
TO_ASK = (
    "Does the respondent know that the order exists, since when, and from whom? What is said is evidence: record it word for word.",
    "What would help to keep to it: housing, alcohol or drugs, mental health, an interpreter?",
)


def to_say(order: Order) -> list[str]:
    court = f" ({order.court_name})" if order.court_name else ""
    return [one.format(court=court) for one in TO_SAY]


def terms_to_take(order: Order, terms: OrderTerms | None) -> list[str]:
    """Numbered as on the paper; a term that may give a secret address away is left to the sealed order, and what is known of where the protected person is stands in none."""
    if terms is None or not order.conditions_checked:
        return [UNCHECKED]
    conditions = terms.draft.conditions
    lead = [_safe(order, conditions[0].lead)] if conditions and conditions[0].lead else []
    told = [*lead, *(_told(order, at, one) for at, one in enumerate(conditions, start=1))]
    whose = [f"Terms, {typed_words(order.kind)}. Read them beside the paper first."] if terms.is_typed else []
    return [*whose, *told, *_notes(told)]


def home_of(order: Order) -> str:
    """Where the respondent is visited; never where that is a secret of this order or of another."""
    respondent = order.respondent
    if is_home_secret(order):
        return "confidential: ask the orders desk"
    return ", ".join(part for part in (respondent.address1, respondent.address2, respondent.postcode) if part) or "not given: ask the court"


def is_home_secret(order: Order) -> bool:
    return not (order.respondent.withheld | order.respondent.confidential).isdisjoint(_ADDRESS)


def safe_words(order: Order, said: str) -> str:
    """What was typed, without anything by which the protected person could be found."""
    return without_whereabouts(said, order.applicant)


def _told(order: Order, at: int, one: Condition) -> str:
    number = f"{one.number}." if one.number else f"{at}. (no number on the paper)"
    return f"{number} {LEFT_OUT}" if names_hidden(order, one.words) else f"{number} {_safe(order, one.words)}"


def _safe(order: Order, words: str) -> str:
    return LEFT_OUT if names_hidden(order, words) else safe_words(order, words)


def _notes(told: list[str]) -> Iterator[str]:
    if any(WITHHELD in one for one in told):
        yield ADDRESS_LEFT_OUT
