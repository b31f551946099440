"""Where a person has checked an order's conditions they are asked about by its own numbers, and quoted word for word."""

import pytest

from domain.breaches.answers import answer_words
from domain.breaches.choices import NOT_SURE
from domain.breaches.drafts import Answer, Breach, KeptAsTyped, Told, page_of, recorded, standing
from domain.breaches.flow import Step, change, say, submit
from domain.breaches.points import points_to_prove
from domain.breaches.questions import CONDITIONS, Page, Question
from domain.breaches.reading import NO_OWN_CONDITION, NO_SUCH_CONDITION, OTHER_LIST, WHICH_OF_TWO, read_answer, ticked
from domain.breaches.summary import summary
from domain.breaches.terms import asked_of, is_older
from domain.errors import Outdated, Unreadable
from domain.orders import Order
from domain.papers import Condition
from tests.breaches import NOW, SIMPLE, a_draft, terms_of
from tests.orders import an_order
from tests.people import RESPONSE

VIOLENCE = "3. The respondent must not use or threaten violence against Jane Marlow."
PESTERING = "4. The respondent must not harass or pester Jane Marlow."
PLACE = "5. The respondent must not go to 3 Cobbler's Yard, Ambermere."


PAGE = page_of("conditions")


def page_asked(*conditions: Condition, order: Order | None = None) -> Page:
    order = order or an_order()
    return asked_of(PAGE, order, terms_of(order, *conditions))


def asked(*conditions: Condition) -> Question:
    return page_asked(*conditions).questions[0]


def a_record(said: str) -> tuple[Breach, Order]:
    order = an_order()
    step = Step(page_asked(order=order), RESPONSE.id, NOW)
    draft = say(change(a_draft(*SIMPLE, order_id=order.id), PAGE), step, f"condition: {said}")
    return recorded(Told(draft, order), "BR-7F3K2D", "0000", NOW), order


def test_the_orders_own_conditions_are_asked_with_its_numbers_and_its_words() -> None:
    page, question = page_asked(), asked()
    assert [choice.label for choice in question.choices] == [VIOLENCE, PESTERING, PLACE, NOT_SURE.label]
    assert page.help.startswith("This order's own conditions, checked against the sealed order on 22 November 2026.")
    assert (question.id, question.title, question.words) == (CONDITIONS.id, CONDITIONS.title, CONDITIONS.words)
    assert (page.id, page.number, page.questions[1:]) == (PAGE.id, PAGE.number, PAGE.questions[1:])


def test_where_nobody_has_checked_them_the_stock_list_stands() -> None:
    assert asked_of(PAGE, an_order(), None) is PAGE
    assert asked_of(page_of("happened"), an_order(), terms_of(an_order())) is page_of("happened")


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        ((1,), "Version 1 governed then: open that paper, for this card opens the newest alone. Stock wording"),
        ((1, 2), "Versions 1 and 2 may have governed then: open the paper of each, for this card opens the newest alone. Stock wording"),
    ],
)
def test_where_another_version_may_have_governed_the_stock_list_stands_and_says_which(versions: tuple[int, ...], said: str) -> None:
    order = an_order(version=2, variation=1)
    page = asked_of(PAGE, order, terms_of(order), versions)
    assert page.questions == PAGE.questions
    assert page.help.startswith(said)
    assert asked_of(PAGE, order, terms_of(order), (2,)) == asked_of(PAGE, order, terms_of(order))


def test_an_order_that_was_varied_is_said_to_be() -> None:
    assert "what was done before the change is judged by the wording before it" in page_asked(order=an_order(variation=1)).help
    assert "before the change" not in page_asked().help


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("3 and 4", (VIOLENCE, PESTERING)),
        ("3-5", (VIOLENCE, PESTERING, PLACE)),
        ("condition 5, he went there", (PLACE,)),
        ("paragraph 4 contact", (PESTERING,)),
        ("(3)", (VIOLENCE,)),
        ("term_2_1,term_2_3", (VIOLENCE, PLACE)),
        ("must not harass or pester Jane Marlow", (PESTERING,)),
    ],
)
def test_the_numbers_are_the_sealed_orders(said: str, quoted: tuple[str, ...]) -> None:
    read = read_answer(asked(), said, NOW)
    assert (read.quoted, [value for value in read.values if not value.startswith("term_2_")]) == (quoted, [])


@pytest.mark.parametrize(
    ("said", "advice"),
    [
        ("1", NO_SUCH_CONDITION),
        ("3 and 7", NO_SUCH_CONDITION),
        ("5-3", NO_SUCH_CONDITION),
        ("C", NO_OWN_CONDITION),
        ("text and came to the house", NO_OWN_CONDITION),
        ("3 texts", NO_OWN_CONDITION),
        ("21/11 he came", NO_OWN_CONDITION),
    ],
)
def test_what_names_none_of_its_conditions_is_asked_again(said: str, advice: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_answer(asked(), said, NOW)
    assert refusal.value.advice == advice


def test_a_number_that_stands_twice_has_to_be_ticked() -> None:
    question = asked(
        Condition("a", "He must not call.", "Until May:"), Condition("b", "He must not come."), Condition("a", "He must not write.")
    )
    with pytest.raises(Unreadable) as refusal:
        read_answer(question, "a", NOW)
    assert refusal.value.advice == WHICH_OF_TWO
    assert read_answer(question, "b", NOW).quoted == ("b. He must not come.",)
    assert read_answer(question, "term_2_1", NOW).quoted == ("a. Until May: He must not call.",)


def test_conditions_without_numbers_are_ticked() -> None:
    question = asked(Condition("", "He must not call."), Condition("", "He must not come."))
    assert read_answer(question, "term_2_2", NOW).quoted == ("(no number on the paper) He must not come.",)
    with pytest.raises(Unreadable):
        read_answer(question, "2", NOW)


@pytest.mark.parametrize("said", ["condition_3", "term_1_1", "term_2_1,condition_3"])
def test_a_tick_on_another_list_is_not_taken(said: str) -> None:
    with pytest.raises(Outdated) as refusal:
        ticked(asked(), said, NOW)
    assert refusal.value.advice == OTHER_LIST
    with pytest.raises(Outdated):
        read_answer(asked(), "term_1_1", NOW)
    with pytest.raises(Outdated):
        submit(a_draft(*SIMPLE[:2]), Step(page_asked(), RESPONSE.id, NOW), {"conditions": said, "third_party": "no"})


def test_a_tick_on_the_orders_own_list_is_not_taken_for_a_stock_line() -> None:
    with pytest.raises(Outdated):
        read_answer(CONDITIONS, "term_2_1", NOW)
    with pytest.raises(Outdated):
        ticked(CONDITIONS, "term_2_1", NOW)


def test_ticked_conditions_are_quoted_word_for_word() -> None:
    read = ticked(asked(), "term_2_3,term_2_1", NOW)
    assert (read.values, read.quoted, read.text) == (("term_2_1", "term_2_3"), (VIOLENCE, PLACE), "")
    assert ticked(asked(), "not_sure,term_2_2", NOW).quoted == (PESTERING,)


def test_not_sure_is_an_answer_there_too() -> None:
    assert read_answer(asked(), "not sure", NOW).values == ("not_sure",)


def test_the_summary_quotes_them_and_never_says_that_they_are_stock() -> None:
    breach, order = a_record("4")
    text = summary(breach, order)
    assert f"Condition broken:\n{PESTERING}" in text
    point = points_to_prove(order, standing(breach.answers), breach.states)[2]
    own = f"of the order's own conditions, as checked against the sealed order: {PESTERING.rstrip('.')}"
    assert point.held == f"{own}; the account given; the evidence given"
    assert "oppressive and unreasonable" in point.lacking
    assert "which condition it breaks" not in point.lacking
    assert "tock wording" not in text


def test_a_quoted_condition_that_ends_in_a_stop_is_followed_by_one_stop_alone() -> None:
    text = summary(*a_record("3, 4"))
    assert f"{VIOLENCE.rstrip('.')} / {PESTERING.rstrip('.')}; the account given" in text
    assert ".." not in text


def test_a_condition_of_another_kind_asks_for_no_oppression() -> None:
    breach, order = a_record("5")
    assert "oppressive" not in points_to_prove(order, standing(breach.answers), breach.states)[2].lacking
    assert "Cobbler" not in summary(breach, order)


def test_what_was_typed_beside_them_is_kept() -> None:
    breach, _ = a_record("4, he would not stop calling")
    assert answer_words(standing(breach.answers)["conditions"]) == f'{PESTERING}\nSaid: "4, he would not stop calling"'


@pytest.mark.parametrize(
    ("values", "older"),
    [(("condition_3",), True), (("term_1_2",), True), (("term_2_2",), False), (("not_sure",), False), ((), False)],
)
def test_an_answer_from_an_older_list_is_known(values: tuple[str, ...], older: bool) -> None:
    assert is_older(Answer("conditions", "", RESPONSE.id, NOW, values).values, terms_of(an_order())) is older
    assert is_older(("term_2_2",), None)
    assert not is_older(("condition_3",), None)


def test_words_refused_over_another_list_are_not_counted_against_the_next() -> None:
    draft = a_draft(*SIMPLE[:2])
    with pytest.raises(KeptAsTyped) as own:
        say(draft, Step(page_asked(), RESPONSE.id, NOW), "text and came to the house")
    with pytest.raises(KeptAsTyped) as stock:
        say(own.value.draft, Step(PAGE, RESPONSE.id, NOW), "facebook")
    given = standing(stock.value.draft.answers)["conditions"]
    assert (own.value.advice, given.settled) == (NO_OWN_CONDITION, False)
