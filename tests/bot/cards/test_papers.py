"""The card on which a person holds what was read against the order itself."""

from typing import Any

from bot.cards.papers import HAVE_IT, NOT_READ, OCCUPATION_IS, OPEN_FIRST, OPENS_PAPER, checking_card, terms_card
from bot.offers import Offer
from domain.conversations import TEAMS, WEB
from domain.orders import Order
from domain.papers import Condition, Draft, Read, Term
from domain.terms import HELD, OrderTerms, TermsState
from services.papers import Checking
from tests.fakes.clock import NOON
from tests.fakes.talk import words
from tests.orders import an_order
from tests.people import DESK

DRAFT = Draft(
    {
        Term.MADE_ON: Read("2026-06-02", "This order was made on 2 June 2026."),
        Term.NOTICE: Read("without", "without notice to the respondent"),
        Term.OCCUPATION: Read("power", "A power of arrest is attached."),
        Term.RESPONDENT: Read("John Smith", "Respondent: John Smith"),
    },
    (Condition("3", "come to *Hollin* Bank;", "The respondent must not:"), Condition("", "call her.", "The respondent must not:")),
    doubts=("Condition 3 does not end like a sentence.",),
)


def terms_of(order: Order, state: TermsState = TermsState.DRAFT) -> OrderTerms:
    return OrderTerms(order.id, 4, state, "ab" * 32, DESK.id, NOON, DRAFT)


def drawn(order: Order, offer: Offer, state: TermsState = TermsState.DRAFT) -> dict[str, Any]:
    return checking_card(Checking(order, terms_of(order, state), ("Made on: the register has 1 June 2026.",)), offer)


def test_each_field_holds_what_was_read_and_tells_the_words_it_was_read_from() -> None:
    card = drawn(an_order(), Offer(DESK.id, "talk", NOON))
    values = {part["id"]: part.get("value") for part in card["body"] if "id" in part}
    assert (values["made_on"], values["notice"], values["ends_on"]) == ("2 June 2026", "without", None)
    assert (values["condition_1"], values["condition_2"], values["condition_more"]) == ("come to *Hollin* Bank;", "call her.", None)
    said = list(words(card))
    assert "Read from: This order was made on 2 June 2026." in said
    assert f"Ends on: {NOT_READ}" in said
    assert {"Made on: the register has 1 June 2026.", "Condition 3 does not end like a sentence."} <= set(said)


def test_what_is_confirmed_is_the_version_that_was_seen_and_only_once() -> None:
    offer = Offer(DESK.id, "talk", NOON)
    drawn(an_order(), offer)
    assert [(one.verb, one.details.get("seen"), one.once) for one in offer.actions] == [
        ("paper:open", None, False),
        ("paper:save", "4", True),
        ("paper:confirm", "4", True),
    ]


def test_where_no_paper_is_shown_the_card_asks_whether_the_sealed_order_lies_before_them() -> None:
    checking = Checking(an_order(), terms_of(an_order()), ())
    there, here = (checking_card(checking, Offer(DESK.id, "c", NOON), channel) for channel in (TEAMS, WEB))
    assert HAVE_IT in list(words(there["body"][-1]["choices"]))
    assert OPEN_FIRST in list(words(here))
    assert HELD not in str(here)


def test_terms_that_were_checked_say_when() -> None:
    assert "These terms were checked on 20 November 2026." in list(words(drawn(an_order(), Offer(DESK.id, "c", NOON), TermsState.CHECKED)))


def test_conditions_are_shown_word_for_word_under_the_papers_own_numbers() -> None:
    order = an_order()
    card = terms_card(order, terms_of(order, TermsState.CHECKED), Offer(DESK.id, "talk", NOON))
    said = list(words(card))
    assert said[2:5] == ["The respondent must not:", "3. come to *Hollin* Bank;", "2. (no number on the paper) call her."]
    assert f"Occupation order on the same paper: yes, with power of arrest (checked on the order). {OCCUPATION_IS}" in said
    assert card["actions"][0]["verb"] == OPENS_PAPER
