"""The passage that answers is shown first, and two pages that are as near are both shown."""

from datetime import date

from guidance.library import load
from guidance.passages import answering_first, passages, within

TODAY = date(2026, 11, 22)
LIBRARY = load()
BODY = "**The rule.**\n- Flowers are contact.\n- So is a card.\n\nSay three things:\n- one\n- two"


def speaking_of_flowers(text: str) -> float:
    return 5.0 if "Flowers" in text else 0.0


def test_points_after_a_line_with_a_colon_stay_with_it() -> None:
    assert passages(BODY) == ["**The rule.**", "- Flowers are contact.", "- So is a card.", "Say three things:\n- one\n- two"]


def test_the_passage_that_says_most_on_the_question_comes_first_and_nothing_is_lost() -> None:
    shown = answering_first(BODY, speaking_of_flowers)
    assert shown.startswith("Flowers are contact.\n\n**The rule.**")
    assert sorted(passages(shown)) == sorted(["Flowers are contact.", *(one for one in passages(BODY) if "Flowers" not in one)])


def test_a_page_whose_first_line_says_as_much_stays_as_it_is() -> None:
    assert answering_first(BODY, lambda text: 5.0) == BODY


def test_what_begins_with_so_or_it_is_not_shown_without_what_it_speaks_of() -> None:
    assert within(BODY, lambda text: float("So is" in text), 40) == "**The rule.**\n- Flowers are contact."
    assert within(BODY, speaking_of_flowers, 200) == "\n".join(passages(BODY))


def test_two_pages_as_near_are_both_shown_and_both_offered_whole() -> None:
    answer = LIBRARY.answer("who makes the charging decision, and is it one working day for the victim", TODAY)
    assert answer.shortened
    assert "**See also: Victim updates: one working day**" in answer.text
    assert "Victim updates: one working day" in answer.alternatives
    whole = LIBRARY.answer(answer.title, TODAY)
    assert not whole.shortened
    assert {source.key for source in answer.sources} > {source.key for source in whole.sources}


def test_a_numbered_list_stays_with_the_line_that_brings_it_in() -> None:
    assert passages("Prove each:\n\n1. The order.\n2. The breach.\n\nThen call.") == [
        "Prove each:\n1. The order.\n2. The breach.",
        "Then call.",
    ]


def test_of_a_list_that_comes_first_as_much_is_shown_as_there_is_room_for() -> None:
    assert within("Prove each:\n1. The order.\n2. The breach.", speaking_of_flowers, 25) == "Prove each:\n1. The order."


def test_a_list_further_down_is_shown_as_far_as_it_fits() -> None:
    body = "**The rule.**\n\nPolice supply:\n- views\n- risk\n- terms that are long to write out"
    assert within(body, lambda text: 0.0, 45) == "**The rule.**\nPolice supply:\n- views\n- risk"
    assert within(body, lambda text: 0.0, 30) == "**The rule.**"
