"""What is typed and what is ticked come to the same answer, and nothing typed is thrown away."""

import pytest

from domain.breaches.questions import (
    ARREST,
    BY_ID,
    CONDITIONS,
    DANGER,
    EVIDENCE,
    EXPLAINED_AT_ALL,
    LOST,
    MANNER,
    RISK_AFTER,
    SAFE,
    THIRD_PARTY,
    Question,
)
from domain.breaches.reading import WHICH_LETTERS, read_answer
from domain.errors import Unreadable
from tests.breaches import NOW


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("C", ("condition_3",)),
        ("conditions C and F, he texted then went to the house", ("condition_3", "condition_6")),
        ("c, he sent 2 texts through his mother", ("condition_3",)),
        ("J school", ("condition_10",)),
        ("c, i contact", ("condition_3", "condition_9")),
        ("A", ("condition_1",)),
        ("a and e", ("condition_1", "condition_5")),
        ("I: rang the child", ("condition_9",)),
        ("2 texts to her", ("condition_3",)),
        ("not sure", ("not_sure",)),
        ("don’t know, threats", ("not_sure",)),
        ("condition_1,condition_7", ("condition_1", "condition_7")),
    ],
)
def test_conditions_are_read_by_their_stock_letters(said: str, read: tuple[str, ...]) -> None:
    assert read_answer(CONDITIONS, said, NOW).values == read


@pytest.mark.parametrize(
    "said", ["k", "k he was drunk", "he was drunk", "facebook", "?", "c-a", "not c", "c-z", "a and e looked at her", "a night out"]
)
def test_a_condition_that_is_not_on_the_list_is_asked_again(said: str) -> None:
    with pytest.raises(Unreadable, match="A to J: 'C, F' or 'A-C'"):
        read_answer(CONDITIONS, said, NOW)


@pytest.mark.parametrize(
    "said",
    ["3", "3 and 4", "3, 4 contact", "condition 3", "no. 3", "1-3", "6 he texted", "11", "99999999999999999999", "3.1", "C, 4", "(3)"],
)
def test_a_number_is_not_taken_for_a_line_of_the_stock_list(said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_answer(CONDITIONS, said, NOW)
    assert refusal.value.advice == WHICH_LETTERS


@pytest.mark.parametrize(
    "said", ["a text to her", "I think he texted her", "e-mailed her", "e mail", "i texted him that she rang, he texted her"]
)
def test_a_word_that_looks_like_a_letter_is_a_word(said: str) -> None:
    assert read_answer(CONDITIONS, said, NOW).values[:1] == ("condition_3",)


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("F he didn't hit her", ("condition_6",)),
        ("f no violence", ("condition_6",)),
        ("f, never threatened her", ("condition_6",)),
        ("C, F no damage but he texted", ("condition_3", "condition_6")),
        ("c, not f", ("condition_3",)),
        ("A-C", ("condition_1", "condition_2", "condition_3")),
        ("a \u2013 c, f", ("condition_1", "condition_2", "condition_3", "condition_6")),
        ("conditions G to I", ("condition_7", "condition_8", "condition_9")),
        ("F - 8pm he came", ("condition_6",)),
        ("c not sure about f", ("condition_3",)),
        ("dunno", ("not_sure",)),
        ("no idea", ("not_sure",)),
    ],
)
def test_a_condition_is_read_where_it_is_affirmed_and_a_range_is_whole(said: str, values: tuple[str, ...]) -> None:
    assert read_answer(CONDITIONS, said, NOW).values == values


@pytest.mark.parametrize("said", ["C", "letter c", "A-C", "not sure", "condition C and F"])
def test_a_bare_letter_is_not_shown_twice(said: str) -> None:
    assert read_answer(CONDITIONS, said, NOW).text == ""


@pytest.mark.parametrize(
    "said",
    [
        *("no danger", "no one", "No-one", "nobody", "nobody in danger now", "there's no danger", "not any more", "no longer", "none"),
        *(
            "no - he left",
            "no, he's gone",
            "no he has already left the scene",
            "no, she is safe now",
            "no, all safe",
            "no he's been arrested",
        ),
    ],
)
def test_a_no_with_words_that_can_only_mean_safety_is_a_no(said: str) -> None:
    assert read_answer(DANGER, said, NOW).values == ("no",)


@pytest.mark.parametrize(
    "said",
    [
        *("in danger", "no?", "no danger?", "no one is safe", "no he is here", "no he has not left", "no, not safe", "nope but he was"),
        *("no he left with a knife", "no she is not ok", "not sure", "danger", "no he left then came back"),
    ],
)
def test_a_no_that_may_mean_danger_is_asked_again(said: str) -> None:
    with pytest.raises(Unreadable, match="yes or no"):
        read_answer(DANGER, said, NOW)


@pytest.mark.parametrize("said", ["help is coming", "Help is coming: carry on", "help's on the way", "backup is coming"])
def test_help_that_is_coming_lets_the_officer_carry_on(said: str) -> None:
    assert read_answer(SAFE, said, NOW).values == ("carry_on",)


@pytest.mark.parametrize("said", ["no help is coming", "help is not coming", "is help coming?"])
def test_help_that_is_not_coming_does_not(said: str) -> None:
    with pytest.raises(Unreadable, match="emergency button"):
        read_answer(SAFE, said, NOW)


@pytest.mark.parametrize(
    ("question", "said", "values", "text"),
    [
        (MANNER, "texted her", ("contact",), "texted her"),
        (MANNER, "rang, then came to the house", ("contact", "place"), "rang, then came to the house"),
        (MANNER, "contact", ("contact",), ""),
        (LOST, "phone and cctv", ("lost_cctv", "lost_phone"), ""),
        (LOST, "the 999 call and the doorbell", ("lost_cctv", "lost_999"), "the 999 call and the doorbell"),
        (LOST, "nothing that I know of", ("lost_none",), ""),
        (EVIDENCE, "bwv, screenshots and no cctv", ("ev_bwv", "ev_messages"), "bwv, screenshots and no cctv"),
        (EVIDENCE, "none yet\nscreenshots", ("ev_messages",), "none yet\nscreenshots"),
        (EVIDENCE, "no evidence yet", ("ev_none",), ""),
        (RISK_AFTER, "it is high", ("risk_high",), "it is high"),
        (THIRD_PARTY, "yes, the brother", ("yes",), "yes, the brother"),
        (THIRD_PARTY, "not sure", ("unknown",), ""),
        (EXPLAINED_AT_ALL, "no comment", ("explained_nothing",), ""),
        (ARREST, "nicked", ("arrested",), ""),
        (ARREST, "no, not found yet", ("arrest_outstanding",), "no, not found yet"),
        (ARREST, "not arrested: he is in hospital", ("arrest_no",), "not arrested: he is in hospital"),
        (ARREST, "was arrested, not voluntary", ("arrested",), "was arrested, not voluntary"),
    ],
)
def test_choices_are_read_from_plain_words_and_the_words_are_kept(
    question: Question, said: str, values: tuple[str, ...], text: str
) -> None:
    read = read_answer(question, said, NOW)
    assert (read.values, read.text) == (values, text)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (LOST, "no cctv, her phone"),
        (LOST, "bus ticket"),
        (EVIDENCE, "CCTV?"),
        (EVIDENCE, "no cctv"),
        (MANNER, "he did not text"),
        (ARREST, "perhaps"),
        (ARREST, "arrested?"),
        (RISK_AFTER, "standard or high"),
        (THIRD_PARTY, "the brother"),
    ],
)
def test_what_names_no_choice_or_two_or_asks_is_asked_again_with_the_words_to_say(question: Question, said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_answer(question, said, NOW)
    assert f' to "{question.asks}" ' in refusal.value.advice
    examples = refusal.value.advice.partition("in words such as: ")[2].rstrip(".").split("; ")
    assert [read_answer(question, one, NOW).values for one in examples] == [(choice.id,) for choice in question.choices[:5]]


@pytest.mark.parametrize("question", [one for one in BY_ID.values() if one.choices], ids=lambda one: one.id)
def test_every_way_of_saying_a_choice_says_that_choice(question: Question) -> None:
    said = [(choice.id, word) for choice in question.choices for word in (choice.label, *choice.words, *choice.alone)]
    assert [(id, word) for id, word in said if read_answer(question, f"{word}.", NOW).values != (id,)] == []
