"""The conditions that plain words tell of: the stock kinds, and never one that may be another or another person's."""

import pytest

from domain.breaches.answers import answer_words, condition_kept_words, names_no_condition
from domain.breaches.choices import PROHIBITIONS, Choice
from domain.breaches.conditions import WHICH_DAMAGE, WHICH_PERSON, conditions_told
from domain.breaches.drafts import Answer, standing
from domain.breaches.questions import CONDITIONS
from domain.breaches.reading import read_answer
from domain.errors import Unreadable
from tests.breaches import NOW, SIMPLE, a_draft, kept, needed
from tests.people import RESPONSE


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("text and came to the house", (3, 6)),
        ("he texted", (3,)),
        ("texts, calls", (3,)),
        ("phone", (3,)),
        ("txt n came to hers", (3, 6)),
        ("sent a message through a friend", (3,)),
        ("texted her about the kids", (3,)),
        ("rang her daughter", (9,)),
        ("texted her and hit the child", (3, 7)),
        ("threats to kill", (1,)),
        ("threats to kill the kids", (7,)),
        ("punched her", (1,)),
        ("harassing her", (2,)),
        ("smashed her car window", (4,)),
        ("broke a window", (5,)),
        ("broke into the house", (6,)),
        ("turned up at her work", (6,)),
        ("sat outside her house", (6,)),
        ("attended home address", (6,)),
        ("came round", (6,)),
        ("has been texting her", (3,)),
        ("was harassing her", (2,)),
        ("went to the school", (10,)),
        ("he didn't text but came to her new house", (6,)),
    ],
)
def test_plain_words_tell_of_the_stock_kinds(said: str, numbers: tuple[int, ...]) -> None:
    assert conditions_told(said) == numbers


@pytest.mark.parametrize("choice", PROHIBITIONS)
def test_the_stock_words_without_their_letter_tell_of_themselves(choice: Choice) -> None:
    label = choice.label.partition(". ")[2]
    assert conditions_told(label) == (PROHIBITIONS.index(choice) + 1,)


@pytest.mark.parametrize(
    "said",
    [
        *("he never texted", "did he text?", "he may have texted her", "not the house, not a text"),
        *(
            "called the police",
            "victim rang us",
            "victim has been texting him",
            "applicant was calling first",
            "was hit",
            "she was called by police",
            "called her a slag",
            "texted her mum",
            "threatened her mother",
        ),
        *("punched the wall", "texted her son's school", "smashed the child's tablet"),
        *("went home", "went to work", "was drunk", "took her phone", "facebook", "smashed it"),
    ],
)
def test_words_that_may_tell_of_something_else_tell_of_no_condition(said: str) -> None:
    assert conditions_told(said) == ()


@pytest.mark.parametrize(
    "said", ["hit her and the child", "hit and kicked the child", "kids were there when he hit her", "texted, rang the child"]
)
def test_it_is_asked_to_whom_it_was_done_where_a_child_is_named_beside(said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        conditions_told(said)
    assert refusal.value.advice == WHICH_PERSON


@pytest.mark.parametrize("said", ["damage", "damaged stuff", "texted her and vandalised things"])
def test_it_is_asked_whose_the_damaged_things_are(said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        conditions_told(said)
    assert refusal.value.advice == WHICH_DAMAGE


def test_letters_and_doubts_go_before_words_and_the_words_are_kept() -> None:
    assert read_answer(CONDITIONS, "f he texted", NOW).values == ("condition_6",)
    assert read_answer(CONDITIONS, "he texted, not sure which", NOW).values == ("not_sure",)
    read = read_answer(CONDITIONS, "text and came to the house", NOW)
    assert (read.values, read.text) == (("condition_3", "condition_6"), "text and came to the house")


@pytest.mark.parametrize(
    ("given", "unread"),
    [
        (Answer("conditions", "it", RESPONSE.id, NOW), True),
        (Answer("conditions", "he came round", RESPONSE.id, NOW, ("condition_6",)), False),
        (Answer("conditions", "dunno", RESPONSE.id, NOW, ("not_sure",)), False),
        (Answer("conditions", "3", RESPONSE.id, NOW, ("term_2_1",), quoted=("3. Must not call.",)), False),
        (Answer("conditions", "", RESPONSE.id, NOW, skipped="not asked yet"), False),
    ],
)
def test_that_no_condition_could_be_read_is_said_of_words_kept_as_typed(given: Answer, unread: bool) -> None:
    assert names_no_condition(given) is unread
    assert condition_kept_words(given).startswith("Kept as you typed it (no condition could be read") is unread


def test_only_of_the_conditions_is_it_said_that_none_was_read() -> None:
    assert condition_kept_words(Answer("where", "the gate", RESPONSE.id, NOW)) == ""


@pytest.mark.parametrize(
    ("tries", "text"),
    [
        (("her house, the close", "F, came to the house"), "her house, the close / F, came to the house"),
        (("her house, the close", "F"), "her house, the close"),
        (("her house", "her house, the close"), "her house, the close"),
        (("her house, the close", "skip: the order is not at hand"), "her house, the close"),
    ],
)
def test_what_was_kept_as_typed_is_never_replaced_by_the_answer_after_it(tries: tuple[str, str], text: str) -> None:
    draft, _ = kept(a_draft(*SIMPLE[:2]), tries[0])
    given = standing(kept(draft, tries[1])[0].answers)["conditions"]
    assert (given.text, text in answer_words(given)) == (text, True)


def test_what_was_kept_as_typed_stands_beside_the_ticks_after_it() -> None:
    draft, advice = kept(a_draft(*SIMPLE[:2]), {"conditions": "her house, the close"})
    assert "It is kept as you typed it" in advice
    given = standing(kept(draft, {"conditions": "condition_6"})[0].answers)["conditions"]
    assert (given.values, given.text) == (("condition_6",), "her house, the close")


def test_words_refused_twice_for_one_reason_stand_as_typed() -> None:
    once, advice = kept(a_draft(*SIMPLE[:2]), "her house, the close")
    twice, lacks = kept(once, "the close, I said")
    given = standing(twice.answers)["conditions"]
    assert (given.settled, given.values, given.text) == (True, (), "her house, the close / the close, I said")
    assert ("could not read a condition" in advice, lacks) == (True, needed("third_party", "exception"))
    other, _ = kept(once, "3")
    assert not standing(other.answers)["conditions"].settled


def test_words_of_manner_beside_a_letter_are_kept() -> None:
    assert read_answer(CONDITIONS, "F contact", NOW).text == "F contact"
