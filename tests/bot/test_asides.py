"""In the midst of a record an order to the bot, or a question, is told from an answer."""

import pytest

from bot.asides import Aside, Heard, aside_of, asks, asks_for_contacts, may_be_aside, says_yes, tells_nothing

ACCOUNTS = [
    "He came to the door and hit her.",
    "When he came to the door he hit her",
    "who was there: her mother",
    "He asked who is he? and left",
    "change of address, he found her",
    "change 2 locks he said",
    "back to her house at 2",
    "send me a picture he texted",
    "he broke the conditions",
    "conditions were read to him",
    "record number withheld, rang her",
    "my contacts were on his phone",
    "what he wrote is on her phone",
    "show up at her work again and I will kill you",
    "morning of the 3rd he waited for her",
    "yes he hit her",
    "thanks to the neighbour she got away",
    "Why did you leave?\nHe shouted that.",
    "is it " + "x" * 300 + "?",
]


@pytest.mark.parametrize(
    ("line", "number"),
    [
        *(("change 2", 2), ("Change 4.", 4), ("change question 3", 3), ("change answer 5", 5), ("change my answer to question 2", 2)),
        *(
            ("edit 6", 6),
            ("please change 1", 1),
            ("go back to 3", 3),
            ("change: 4", 4),
            ("change #2", 2),
            ("change no. 2", 2),
            ("change 12", 12),
        ),
    ],
)
def test_change_names_the_question(line: str, number: int) -> None:
    assert aside_of(line) == Heard(Aside.CHANGE, number)


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        *(
            ("what are the conditions", Aside.CONDITIONS),
            ("What are the conditions?", Aside.CONDITIONS),
            ("show me the conditions", Aside.CONDITIONS),
        ),
        *(
            ("conditions", Aside.CONDITIONS),
            ("what\u2019s the terms of the order", Aside.CONDITIONS),
            ("read the conditions again", Aside.CONDITIONS),
        ),
        *(("who is he?", Aside.WHO), ("Who is he", Aside.WHO), ("who's this", Aside.WHO), ("which order is this?", Aside.WHO)),
        *(("what is his name?", Aside.WHO), ("who is the respondent", Aside.WHO), ("whose record is this", Aside.WHO)),
        *(("send", Aside.SEND), ("Send it now", Aside.SEND), ("submit", Aside.SEND)),
        *(("record a breach", Aside.RECORD), ("new breach", Aside.RECORD)),
    ],
)
def test_an_order_or_a_question_about_the_record_is_known(line: str, aside: Aside) -> None:
    assert aside_of(line) == Heard(aside)


@pytest.mark.parametrize(
    "line",
    [
        "morning",
        "Hello",
        "good evening!",
        "thanks",
        "ok",
        "menu",
        "what now?",
        "does that count?",
        "where is she?",
        "find john smith",
        "why",
    ],
)
def test_small_talk_and_questions_may_be_said_to_the_bot(line: str) -> None:
    assert may_be_aside(line)


@pytest.mark.parametrize("line", ACCOUNTS)
def test_an_account_is_an_account(line: str) -> None:
    assert (aside_of(line), may_be_aside(line), asks(line), asks_for_contacts(line)) == (None, False, False, False)


def test_a_yes_or_a_no_tells_nothing_of_what_happened() -> None:
    assert [line for line in ("yes", "No.", "nope", "no he rang", "yes twice") if tells_nothing(line)] == ["yes", "No.", "nope"]


def test_a_question_about_the_record_is_not_one_for_the_guidance() -> None:
    assert [line for line in ("who is he?", "what are the conditions?", "does a text count?") if asks(line)] == ["does a text count?"]


def test_yes_is_said_in_several_ways() -> None:
    assert [line for line in ("yes", "Yes please", "that one", "the same order", "yes he rang", "no") if says_yes(line)] == [
        "yes",
        "Yes please",
        "that one",
        "the same order",
    ]
