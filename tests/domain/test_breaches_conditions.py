"""The conditions that plain words tell of: the stock kinds, and never one that may be another or another person's."""

import pytest

from domain.breaches.conditions import WHICH_DAMAGE, WHICH_PERSON, conditions_told
from domain.breaches.drafts import Answer, KeptAsTyped, answer, standing
from domain.breaches.questions import CONDITIONS, PROHIBITIONS, Choice
from domain.breaches.reading import read_answer
from domain.breaches.summary import answer_words, conditions_said_back
from domain.errors import Unreadable
from tests.breaches import NOW, SIMPLE, a_draft
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
        *("went home", "went to work", "was drunk", "took her phone", "facebook"),
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
    assert read_answer(CONDITIONS, "f he texted", NOW).values == ("condition_6", "contact")
    assert read_answer(CONDITIONS, "he texted, not sure which", NOW).values == ("not_sure", "contact")
    read = read_answer(CONDITIONS, "text and came to the house", NOW)
    assert (read.values, read.text) == (("condition_3", "condition_6", "contact", "place"), "text and came to the house")


def test_what_was_read_from_words_is_said_back_and_what_was_ticked_is_not() -> None:
    told = Answer("conditions", "he came round", RESPONSE.id, NOW, ("condition_6",))
    assert conditions_said_back(told).startswith("I read that as: F. Going to or entering a named property. Your words are kept")
    assert conditions_said_back(Answer("conditions", "", RESPONSE.id, NOW, ("condition_6", "place"))) == ""
    assert conditions_said_back(Answer("conditions", "", RESPONSE.id, NOW, skipped="not asked yet")) == ""
    assert conditions_said_back(Answer("conditions", "it", RESPONSE.id, NOW)).startswith("Kept as you typed it (no condition could be read")


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
    draft = a_draft(*SIMPLE[:3])
    with pytest.raises(KeptAsTyped) as kept:
        answer(draft, CONDITIONS, tries[0], RESPONSE.id, NOW)
    given = standing(answer(kept.value.draft, CONDITIONS, tries[1], RESPONSE.id, NOW).answers)["conditions"]
    assert (given.text, text in answer_words(given)) == (text, True)
