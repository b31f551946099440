"""The question of the conditions asked over the order's own, as a person has checked them: its numbers, its words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from domain.breaches.choices import NOT_SURE, Choice
from domain.breaches.questions import CONDITIONS, Page, Question
from domain.breaches.signs import normal
from domain.denials import words_in
from domain.london import long_date, to_london
from domain.orders import Order
from domain.papers import Condition
from domain.terms import OrderTerms

OWN = "term_"
UNNUMBERED = "(no number on the paper)"
VARIED = "The court has changed this order since it was made: what was done before the change is judged by the wording before it."
_ENOUGH_WORDS = 4


def asked_of(page: Page, order: Order, terms: OrderTerms | None, versions: Sequence[int] = ()) -> Page:
    """The page as it is put for this order; the stock list stands where nobody has checked the conditions of the `versions` that may have governed then."""
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


def _help(order: Order, terms: OrderTerms) -> str:
    checked = long_date(to_london(terms.at).date())
    varied = f" {VARIED}" if order.variation else ""
    return (
        f"This order's own conditions, checked against the sealed order on {checked}. The sealed order is what counts.{varied} "
        "Tick, or type the order's numbers: '3, 5', or 'not sure'."
    )
