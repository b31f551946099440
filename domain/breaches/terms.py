"""A page as it is put for one measure: over its own conditions, as a person has checked them, and in the words of its kind."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.breaches.choices import NOT_SURE, Choice
from domain.breaches.questions import CONDITIONS, Page, Question
from domain.breaches.signs import normal
from domain.denials import words_in
from domain.london import long_date, to_london
from domain.measure_table import measure_of
from domain.measure_words import power_words, typed_words
from domain.measures import Kind, Power, Proof
from domain.orders import Order
from domain.papers import Condition
from domain.terms import OrderTerms

OWN = "term_"
UNNUMBERED = "(no number on the paper)"
NOT_ITS_WORDS = "These are kinds of act only: name the term from the {paper}."
ARREST_LEADS = {
    Power.PACE: "Breach is an offence.",
    Power.STATUTE: "The power is this measure's own.",
    Power.CLAUSE: "Only a clause with the power attached lets you arrest for its breach.",
    Power.NONE: "No power of arrest goes with it.",
}
VARIED = "The court has changed this order since it was made: what was done before the change is judged by the wording before it."
_ENOUGH_WORDS = 4


def asked_of(page: Page, order: Order, terms: OrderTerms | None, versions: Sequence[int] = ()) -> Page:
    """The page as it is put for this order; the stock list stands where nobody has checked the conditions of the `versions` that may have governed then."""
    return _of_its_kind(_over_its_own(page, order, terms, versions), order)


def _over_its_own(page: Page, order: Order, terms: OrderTerms | None, versions: Sequence[int]) -> Page:
    if CONDITIONS not in page.questions:
        return page
    if versions and set(versions) != {order.version}:
        return replace(page, help=f"{_of_another(versions)} {page.help}")
    if terms is None or not terms.draft.conditions:
        return page
    own = [_choice(terms.version, at, one) for at, one in enumerate(terms.draft.conditions, start=1)]
    over = replace(CONDITIONS, choices=(*own, NOT_SURE))
    return replace(page, questions=tuple(over if one is CONDITIONS else one for one in page.questions), help=_help(order, terms))


def own_choices(question: Question) -> list[Choice]:
    """The order's own conditions where the question is asked over them."""
    return [choice for choice in question.choices if choice.id.startswith(OWN)]


def bearing(own: Iterable[Choice], sign: str) -> list[Choice]:
    """The conditions that have this number on the paper; a list that begins anew may give it twice."""
    return [choice for choice in own if sign in choice.words]


def worded(own: Sequence[Choice], typed: str) -> list[Choice]:
    """The one condition whose own wording, or a telling part of it, was typed."""
    said = words_in(typed)
    found = [choice for choice in own if said in words_in(choice.label)] if len(said.split()) >= _ENOUGH_WORDS else []
    return found if len(found) == 1 else []


def number_of(quoted: str) -> str:
    """Of a condition as an answer quotes it, its number on the paper and none of its words."""
    return f"condition {UNNUMBERED if quoted.startswith(UNNUMBERED) else quoted.partition('. ')[0]}"


def is_older(values: Iterable[str], terms: OrderTerms | None) -> bool:
    """Whether a condition was named on another list than the one that stands now."""
    now = "condition_" if terms is None else f"{OWN}{terms.version}_"
    return any(value.startswith((OWN, "condition_")) and not value.startswith(now) for value in values)


def _of_another(versions: Sequence[int]) -> str:
    *others, last = map(str, versions)
    if others:
        return (
            f"Versions {', '.join(others)} and {last} may have governed then: open the paper of each, for this card opens the newest alone."
        )
    return f"Version {last} governed then: open that paper, for this card opens the newest alone."


def _choice(version: int, at: int, one: Condition) -> Choice:
    number = f"{one.number.rstrip('.')}." if one.number else UNNUMBERED
    words = " ".join(part for part in (number, one.lead, one.words) if part)
    return Choice(f"{OWN}{version}_{at}", words, (normal(one.number),) if one.number else ())


def numbers_of(quoted: Iterable[str]) -> frozenset[str]:
    """The numbers, on the paper, of the conditions that an answer quotes."""
    return frozenset(one.partition(". ")[0].casefold() for one in quoted if not one.startswith(UNNUMBERED))


def _of_its_kind(page: Page, order: Order) -> Page:
    """An NMO's pages stand as they are; of anything else they speak of that, of what a breach of it is, and of its own power."""
    if order.kind is Kind.NMO:
        return page
    row = measure_of(order.kind)
    told = {
        "conditions": f"{page.help} {NOT_ITS_WORDS.format(paper=row.paper)}" if _is_stock(page) else page.help,
        "knowledge": f"Record how the respondent knew of the {row.thing}: {dict(row.proofs)[Proof.AWARENESS].partition('(')[2].rstrip(')')}.",
        "arrest": f"{ARREST_LEADS[row.power]} {power_words(order, None)} Be able to say why.",
    }
    questions = tuple(
        replace(one, words=one.words.replace("the order", f"the {row.thing}").replace("family court", "court")) for one in page.questions
    )
    return replace(page, title=page.title.replace("the order", f"the {row.thing}"), help=told.get(page.id, page.help), questions=questions)


def _is_stock(page: Page) -> bool:
    return not any(own_choices(one) for one in page.questions)


def _help(order: Order, terms: OrderTerms) -> str:
    checked = long_date(to_london(terms.at).date())
    varied = f" {VARIED}" if order.variation else ""
    whose = f"This order's own conditions, checked against the sealed order on {checked}. The sealed order is what counts.{varied}"
    if terms.is_typed:
        row = measure_of(order.kind)
        whose = f"The terms of this {row.thing}, {typed_words(order.kind)}. The {row.paper} is what counts.{varied}"
    return f"{whose} Tick, or type the order's numbers: '3, 5', or 'not sure'."
