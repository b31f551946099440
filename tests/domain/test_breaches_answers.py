"""What is typed and what is ticked come to the same answer, and nothing typed is thrown away."""

import pytest

from domain.breach_answers import from_form, read_answer
from domain.breach_questions import AWARENESS, CONDITIONS, EVIDENCE, WHEN
from domain.errors import Unreadable
from tests.breaches import NOW


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("3", ("condition_3",)),
        ("conditions 3 and 6, he texted then went to the house", ("condition_3", "condition_6", "contact", "place")),
        ("3, he sent 2 texts through his mother", ("condition_3", "third_party")),
        ("10 school", ("condition_10", "place")),
        ("not sure", ("not_sure",)),
        ("don’t know, threats", ("not_sure", "violence")),
        ("condition_1,condition_7,violence", ("condition_1", "condition_7", "violence")),
    ],
)
def test_conditions_are_read_by_their_stock_numbers(said: str, read: tuple[str, ...]) -> None:
    assert read_answer(CONDITIONS, said, NOW).values == read


@pytest.mark.parametrize("said", ["11", "0", "99999999999999999999", "he texted", "two texts 3"])
def test_a_condition_that_is_not_on_the_list_is_asked_again(said: str) -> None:
    with pytest.raises(Unreadable, match="1 to 10"):
        read_answer(CONDITIONS, said, NOW)


@pytest.mark.parametrize(
    ("said", "values", "text"),
    [
        ("served", ("served",), ""),
        ("served,in_court", ("served", "in_court"), ""),
        ("told by an officer at the desk", ("told_by_police",), "told by an officer at the desk"),
        ("she showed him the letter", (), "she showed him the letter"),
        ("Not known yet", ("not_known",), "Not known yet"),
    ],
)
def test_awareness_stops_nobody(said: str, values: tuple[str, ...], text: str) -> None:
    read = read_answer(AWARENESS, said, NOW)
    assert (read.values, read.text) == (values, text)


def test_evidence_takes_apart_what_will_be_lost_and_the_arrest() -> None:
    read = read_answer(
        EVIDENCE, "Screenshots\nbody-worn video\nlost: cctv at the shop, her phone\nlost: bus ticket\nArrest: no, not found yet", NOW
    )
    assert read.values == ("lost_cctv", "lost_phone")
    assert read.text == "Screenshots\nbody-worn video\nWill be lost soon: bus ticket\nArrest: no, not found yet"


def test_a_form_comes_to_what_could_have_been_typed() -> None:
    assert from_form(WHEN, {"when": " yday "}) == "yday"
    assert from_form(CONDITIONS, {"conditions": "condition_3", "how": "contact"}) == "condition_3,contact"
    assert (
        from_form(EVIDENCE, {"evidence": "a\nb", "lost": "", "arrest": "no\nnot found"})
        == "evidence: a\nevidence: b\narrest: no\narrest: not found"
    )
    assert from_form(EVIDENCE, {}) == ""
