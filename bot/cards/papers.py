"""An order's paper: what was read from it, for a person to check beside the paper itself, and the conditions once they are checked."""

from collections.abc import Iterator
from datetime import date

from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.conversations import WEB
from domain.london import long_date, to_london
from domain.measure_table import measure_of
from domain.measure_words import typed_words
from domain.orders import Order
from domain.papers import Condition, Draft, End, Notice, Occupation, Term
from domain.terms import CONDITION, DAYS, HELD, OrderTerms, TermsState
from services.papers import Checking

OPENS_PAPER = "open-paper"
NOT_COUNTED = "Read by machine: nothing here counts until a person has held it against the order. Open the order and compare every word."
OPEN_FIRST = "Checked against the order works only after you have opened the paper since it was read here."
HAVE_IT = "I have the sealed order itself before me, from the court, the orders desk or the chat page on a force computer"
CANNOT_READ = "The paper cannot be read here: {why}. Open the order and type it in from the paper."
NOT_READ = "not read"
KEPT = "Kept as a draft. It counts for nothing until somebody confirms it."
CONFIRMED = "Checked against the sealed order: it counts from now on, and is kept with your name and the time."
ON_SAME_PAPER = "Occupation order on the same paper"
OCCUPATION_IS = (
    "Breach of it is no offence: arrest only for breach of a provision with a power of arrest attached (s.47 Family Law Act 1996)."
)
_NOTICE = {Notice.WITHOUT: "Without notice", Notice.ON: "On notice"}
_END = {
    End.FIXED: "On a day at a time",
    End.NEXT_HEARING: "At the next hearing",
    End.FURTHER_ORDER: "On further order",
    End.NO_FIXED: "No fixed end",
}
_OCCUPATION = {Occupation.POWER: "Yes, with power of arrest", Occupation.NO_POWER: "Yes, without power of arrest"}
_PARTS: tuple[tuple[Term, str], ...] = (
    (Term.MADE_ON, "Made on"),
    (Term.NOTICE, "Notice"),
    (Term.END, "How it ends"),
    (Term.ENDS_ON, "Ends on"),
    (Term.ENDS_AT, "Ends at"),
    (Term.HEARING_ON, "Return hearing on"),
    (Term.HEARING_AT, "Return hearing at"),
    (Term.HEARING_COURT, "Return hearing where"),
    (Term.OCCUPATION, ON_SAME_PAPER),
)
_OPTIONS: dict[Term, dict[str, str]] = {
    Term.NOTICE: {choice.value: words for choice, words in _NOTICE.items()},
    Term.END: {choice.value: words for choice, words in _END.items()},
    Term.OCCUPATION: {choice.value: words for choice, words in _OCCUPATION.items()},
}
_AS_READ = (
    (Term.COURT, "Court on the paper"),
    (Term.CASE_NO, "Case number on the paper"),
    (Term.APPLICANT, "Applicant on the paper"),
    (Term.RESPONDENT, "Respondent on the paper"),
    (Term.RESPONDENT_DOB, "Respondent's date of birth on the paper"),
)
_ALSO = ((Term.PENAL_NOTICE, "Penal notice"), (Term.SERVICE, "Statement of service"))


def paper_button(order: Order, offer: Offer) -> Card:
    """The chat page opens the PDF itself at one press; elsewhere it is an ordinary press."""
    shown = button("Open the order", offer.press("paper:open", str(order.id)))
    return shown | {"verb": OPENS_PAPER}


def check_button(order: Order, offer: Offer) -> Card:
    return button("Check the wording", offer.press("paper:check", str(order.id)))


def checking_card(checking: Checking, offer: Offer, channel: str = WEB) -> Card:
    """Every field as an input that holds what was read, the words it was read from beneath it, the conditions one by one."""
    order, terms = checking.order, checking.terms
    draft = terms.draft
    top = [heading(f"Check the wording of {order.reference}"), *_standing(terms)]
    top += [warning(words) for words in (*checking.differs, *draft.doubts)]
    as_read = facts([(title, _read(draft, term)) for term, title in _AS_READ] + [(title, _said(draft, term)) for term, title in _ALSO])
    fields = [part for term, title in _PARTS for part in _field(draft, term, title)]
    conditions = [_amendable(at, one) for at, one in enumerate(draft.conditions, start=1)]
    more = text_input(f"{CONDITION}more", "Conditions that are missing, one a line, word for word", multiline=True, limit=4000)
    seen = {"seen": str(terms.version)}
    presses = [
        paper_button(order, offer),
        button("Keep the draft", offer.press_once("paper:save", str(order.id), **seen)),
        button("Checked against the order", offer.press_once("paper:confirm", str(order.id), **seen), style="positive"),
    ]
    lead = [line(f"The list begins: {draft.conditions[0].lead}")] if draft.conditions and draft.conditions[0].lead else []
    return card([*top, as_read, *fields, line("Conditions", strong=True), *lead, *conditions, more, _compared(channel)], presses)


def _compared(channel: str) -> Card:
    """The chat page sees that the paper was opened; where no paper is shown the person says that they have it."""
    return line(OPEN_FIRST, quiet=True) if channel == WEB else choices(HELD, "The sealed order", [(HAVE_IT, "yes")], many=True)


def terms_card(order: Order, terms: OrderTerms, offer: Offer) -> Card:
    """The conditions word for word with the paper's own numbers."""
    day, paper = long_date(to_london(terms.at).date()), measure_of(order.kind).paper
    checked = f"Checked against the sealed order on {day}. The sealed order is what counts."
    if terms.is_typed:
        checked = f"Entered on {day}, {typed_words(order.kind)}. The {paper} is what counts."
    body = [heading(f"Conditions of {order.reference}"), *word_for_word(terms), *occupation(terms), line(checked, quiet=True)]
    return card(body, [paper_button(order, offer)])


def occupation(terms: OrderTerms) -> list[Card]:
    """What else the paper holds, which an officer must not take for the conditions of the non-molestation order."""
    value = terms.draft.value(Term.OCCUPATION)
    return [warning(f"{ON_SAME_PAPER}: {_OCCUPATION[Occupation(value)].lower()} (checked on the order). {OCCUPATION_IS}")] if value else []


def word_for_word(terms: OrderTerms) -> list[Card]:
    """The words that open the list, then each condition with the paper's own number."""
    conditions = terms.draft.conditions
    lead = [line(conditions[0].lead)] if conditions and conditions[0].lead else []
    return [*lead, *(line(f"{_number(at, one)} {one.words}") for at, one in enumerate(conditions, start=1))]


def _standing(terms: OrderTerms) -> list[Card]:
    if terms.draft.not_read is not None:
        return [warning(CANNOT_READ.format(why=terms.draft.not_read.value))]
    if terms.state is TermsState.CHECKED:
        return [line(f"These terms were checked on {long_date(to_london(terms.at).date())}.", strong=True)]
    return [warning(NOT_COUNTED)]


def _field(draft: Draft, term: Term, title: str) -> Iterator[Card]:
    value = draft.value(term) or ""
    if term in _OPTIONS:
        options = [(words, choice) for choice, words in _OPTIONS[term].items()]
        yield choices(term.value, title, [*options, ("The paper does not say", "not_said")]) | ({"value": value} if value else {})
    else:
        shown = long_date(date.fromisoformat(value)) if value and term in DAYS else value
        yield text_input(term.value, title, value=shown, limit=200)
    words = draft.terms[term].words if term in draft.terms else ""
    yield line(f"Read from: {words}" if words else f"{title}: {NOT_READ}", quiet=True)


def _amendable(at: int, one: Condition) -> Card:
    return text_input(f"{CONDITION}{at}", f"Condition {_number(at, one)}", multiline=True, value=one.words, limit=4000)


def _number(at: int, one: Condition) -> str:
    return f"{one.number}." if one.number else f"{at}. (no number on the paper)"


def _read(draft: Draft, term: Term) -> str:
    value = draft.value(term)
    return long_date(date.fromisoformat(value)) if value and term is Term.RESPONDENT_DOB else value or NOT_READ


def _said(draft: Draft, term: Term) -> str:
    return "on the paper" if draft.value(term) else NOT_READ
