"""Where the court withheld the address, a condition that may name it leaves the register by its number alone."""

import pytest

from domain.breaches.drafts import Breach, Told, page_of, recorded, standing
from domain.breaches.flow import Step, change, say
from domain.breaches.guarding import AS_TYPED, IN_THE_ORDER, guarded, has_no_address
from domain.breaches.points import points_to_prove
from domain.breaches.summary import summary
from domain.breaches.terms import asked_of
from domain.orders import Order, PartyRole
from domain.papers import Condition
from domain.withholding import CONTACT
from tests.breaches import NOW, SIMPLE, a_draft, account_of, terms_of, told_record
from tests.orders import a_party, an_order
from tests.people import RESPONSE

PESTERING = Condition("4", "The respondent must not harass Jane Marlow at Millrace Lane.")
PLACE = Condition("5", "The respondent must not go to 9 Millrace Lane, Ambermere.")
SCHOOL = Condition("6", "The respondent must not go to Hartley Primary School.")
UNNUMBERED = Condition("", "The respondent must not enter Millrace Lane.")
WHERE_NOT_HELD = {"address1": None, "address2": None, "postcode": None}


def withheld() -> Order:
    return an_order(applicant=a_party(role=PartyRole.APPLICANT, withheld=frozenset({"address1"}), **WHERE_NOT_HELD))


def a_record(said: str, order: Order) -> Breach:
    page = asked_of(page_of("conditions"), order, terms_of(order, PESTERING, PLACE, SCHOOL, UNNUMBERED))
    draft = say(change(a_draft(*SIMPLE, order_id=order.id), page_of("conditions")), Step(page, RESPONSE.id, NOW), f"condition: {said}")
    return recorded(Told(draft, order), "BR-7F3K2D", "0000", NOW)


def test_a_condition_that_may_be_the_protected_address_stands_in_the_text_by_its_number() -> None:
    order = withheld()
    text = summary(a_record("4, 5, 6", order), order)
    assert "Millrace" not in text
    assert text.count(f"condition 5: {IN_THE_ORDER}") == 2
    assert text.count("6. The respondent must not go to Hartley Primary School") == 2


def test_an_order_with_its_address_held_quotes_the_condition_whole() -> None:
    order = an_order()
    assert summary(a_record("5", order), order).count("5. The respondent must not go to 9 Millrace Lane, Ambermere") == 2


def test_harassment_is_still_asked_for_where_its_condition_is_told_by_number() -> None:
    order = withheld()
    act = points_to_prove(order, standing(a_record("4", order).answers), ())[2]
    assert f"condition 4: {IN_THE_ORDER}" in act.held
    assert "oppressive and unreasonable" in act.lacking


@pytest.mark.parametrize("typed", ["5, he stood in millrace lane", "5 at 9 MILLRACE LN", "The respondent must not go to 9 Millrace Lane"])
def test_typed_words_that_name_the_street_are_not_in_the_text_either(typed: str) -> None:
    order = withheld()
    text = summary(a_record(typed, order), order)
    assert "millrace" not in text.casefold()
    assert AS_TYPED in text


def test_other_typed_words_stay() -> None:
    order = withheld()
    assert "by the oboe gate" in summary(a_record("5, he stood by the oboe gate", order), order)


def test_a_condition_without_a_number_is_said_to_have_none() -> None:
    order = withheld()
    given = standing(a_record("the respondent must not enter millrace lane", order).answers)["conditions"]
    assert guarded(order, given).quoted == (f"condition (no number on the paper): {IN_THE_ORDER}",)


def test_an_answer_that_quotes_nothing_stays_as_it_is() -> None:
    given = standing(told_record(*SIMPLE)[0].answers)["where"]
    assert guarded(withheld(), given) is given


@pytest.mark.parametrize(("order", "none"), [(withheld(), True), (an_order(), False)])
def test_whether_an_address_is_held_at_all(order: Order, none: bool) -> None:
    assert has_no_address(order) is none


def test_when_it_is_safe_to_ring_is_not_in_the_text() -> None:
    text = summary(*told_record("no", account_of("Ring her after 6 p.m., not sundays."), *SIMPLE[2:]))
    assert f"Ring her {CONTACT}." in text
