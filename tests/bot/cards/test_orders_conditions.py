"""The conditions on the card of an order: word for word once a person has checked them, and nothing of them before."""

from dataclasses import replace

import pytest

from bot.cards.order_parts import CHECKED, CHECKED_ELSEWHERE, MOST_WORDING, UNCHECKED, UNCHECKED_NO_PAPER
from bot.cards.orders import NOT_CHECKED, answer_card, list_card
from bot.cards.papers import OCCUPATION_IS, ON_SAME_PAPER
from bot.cards.parts import line
from bot.offers import Offer
from domain.breaches.terms import VARIED
from domain.lookups import Found, Match
from domain.matching import Verdict
from domain.orders import Order, PartyRole, state_at
from domain.papers import Condition, Draft, Occupation, Read, Term
from tests.breaches import terms_of
from tests.fakes.clock import NOON
from tests.fakes.talk import words
from tests.orders import a_party, an_order
from tests.people import RESPONSE

CONDITIONS = (
    Condition("3", "contact Jane Marlow *at all*;", "You must not:"),
    Condition("", "go within 100 metres of 3 Cobbler's Yard.", "You must not:"),
)


def a_match(order: Order) -> Match:
    return Match(order, PartyRole.RESPONDENT, 30.0, (), state_at(order, NOON))


def with_terms(order: Order, *conditions: Condition) -> Match:
    return replace(a_match(order), terms=terms_of(order, *conditions))


def read(match: Match) -> list[str]:
    return list(words(answer_card(match, RESPONSE, NOON, Offer(RESPONSE.id, "talk", NOON))))


def test_conditions_are_not_claimed_before_a_person_has_checked_them() -> None:
    unread = with_terms(an_order(has_document=True), *CONDITIONS)
    assert UNCHECKED in read(a_match(an_order(has_document=True)))
    assert UNCHECKED_NO_PAPER in read(a_match(an_order(has_document=False)))
    text = read(unread)
    assert (UNCHECKED in text, CHECKED in text, f"3. {CONDITIONS[0].words}" in text) == (True, False, False)
    assert CHECKED_ELSEWHERE in read(a_match(an_order(conditions_checked=True)))


def test_checked_conditions_are_shown_word_for_word_with_the_numbers_of_the_paper() -> None:
    text = read(with_terms(an_order(conditions_checked=True), *CONDITIONS))
    at = text.index(CHECKED)
    assert text[at + 1 : at + 4] == ["You must not:", f"3. {CONDITIONS[0].words}", f"2. (no number on the paper) {CONDITIONS[1].words}"]
    assert VARIED not in text


def test_the_wording_of_a_changed_order_is_said_to_be_of_the_change() -> None:
    changed = with_terms(an_order(conditions_checked=True, variation=1), *CONDITIONS)
    assert VARIED in read(changed)


def test_wording_too_long_for_the_card_is_left_to_the_press_and_never_cut() -> None:
    long = with_terms(an_order(conditions_checked=True), *CONDITIONS, Condition("4", "x" * MOST_WORDING))
    text = read(long)
    assert (CHECKED_ELSEWHERE in text, CHECKED in text) == (True, False)


@pytest.mark.parametrize("wording", ["go to Harbour Street.", "go within 100 metres of 3 Cobbler's Yard.", "enter ZZ2 7QD."])
@pytest.mark.parametrize("marked", ["withheld", "confidential"])
def test_wording_that_may_give_a_hidden_address_away_is_left_to_the_press(marked: str, wording: str) -> None:
    order = an_order(
        conditions_checked=True,
        applicant=a_party(role=PartyRole.APPLICANT, address1="3 Cobbler's Yard", postcode="ZZ2 7QD", **{marked: frozenset({"address1"})}),
    )
    text = read(with_terms(order, Condition("3", wording)))
    assert (CHECKED_ELSEWHERE in text, f"3. {wording}" in text) == (True, False)


def test_wording_that_names_no_address_stands_on_the_card_of_a_hidden_one_too() -> None:
    order = an_order(conditions_checked=True)
    hidden = replace(order.applicant, confidential=frozenset({"address1"}))
    assert "3. contact Jane Marlow." in read(with_terms(replace(order, applicant=hidden), Condition("3", "contact Jane Marlow.")))


@pytest.mark.parametrize(
    ("held", "said"), [(Occupation.POWER, "yes, with power of arrest"), (Occupation.NO_POWER, "yes, without power of arrest")]
)
def test_an_occupation_order_on_the_same_paper_is_said_in_one_line_with_its_source(held: Occupation, said: str) -> None:
    match = with_terms(an_order(conditions_checked=True), *CONDITIONS)
    draft = Draft({Term.OCCUPATION: Read(held.value, "as the paper has it")}, CONDITIONS)
    both = replace(match, terms=replace(terms_of(match.order), draft=draft))
    assert f"{ON_SAME_PAPER}: {said} (checked on the order). {OCCUPATION_IS}" in read(both)
    unchecked = replace(both, order=an_order())
    assert [text for one in (match, unchecked) for text in read(one) if text.startswith(ON_SAME_PAPER)] == []


def test_a_row_of_a_list_says_in_a_quiet_line_that_nobody_has_checked_the_conditions() -> None:
    found = Found(Verdict.POSSIBLE, "Two records may fit.", (a_match(an_order()), a_match(an_order(conditions_checked=True))))
    unchecked, checked = list_card(found, RESPONSE, Offer(RESPONSE.id, "talk", NOON))["body"][3:5]
    assert line("Conditions not yet checked: open the order.", quiet=True) in unchecked["items"]
    assert NOT_CHECKED not in list(words(checked))
