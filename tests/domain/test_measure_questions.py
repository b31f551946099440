"""The questions of a measure come from its row of the table: all of them, once, and no other, whatever is told and taken back on the way."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from domain.measure_questions import BESIDE, OTHER, SAME, measure_questions
from domain.measure_table import ENTERED, NAMED
from domain.measures import Field, Kind, Measure
from domain.registration import answer_meant, last_answered, left_out, next_question, problems, question, read_answer
from tests.breaches import NOW

ROWS = st.sampled_from(ENTERED)
FROM = st.sampled_from(("", "NMO-7F3K2D"))


@given(row=ROWS, beside=FROM, back=st.lists(st.booleans(), max_size=60))
def test_each_question_is_asked_until_it_is_answered_and_then_no_more(row: Measure, beside: str, back: list[bool]) -> None:
    values = {BESIDE: beside, "kind": row.kind.value}
    turns = [*back, *[False] * 30]
    for takes_back in turns:
        asked, last = next_question(values), last_answered(values)
        gone = {last.id} if takes_back and last is not None and last.id != "kind" else set()
        told = {} if takes_back or asked is None else {asked.id: ""}
        values = {name: value for name, value in (values | told).items() if name not in gone}
    assert next_question(values) is None
    answered = set(values) - {BESIDE, "kind"}
    assert answered <= {one.id for one in measure_questions(values)}
    assert {one.value for one in row.fields} <= answered


@given(row=ROWS, beside=FROM)
def test_its_fields_are_those_of_its_row_and_people_that_are_held_are_not_asked_for_again(row: Measure, beside: str) -> None:
    ids = [one.id for one in measure_questions({BESIDE: beside, "kind": row.kind.value})]
    assert Counter(ids).most_common(1)[0][1] == 1
    assert {one for one in ids if one in set(Field)} == {one.value for one in row.fields}
    assert ("respondent_surname" in ids) is (not beside)
    assert ("protects" in ids) is bool(beside)


def test_until_the_kind_is_known_nothing_else_is_asked() -> None:
    assert [one.id for one in measure_questions({BESIDE: ""})] == ["kind"]
    assert [one.id for one in measure_questions({BESIDE: "", "kind": "a piece of paper"})] == ["kind"]


def test_every_name_of_a_kind_answers_which_it_is() -> None:
    asked = question({BESIDE: ""}, "kind")
    assert asked is not None
    assert {name: read_answer(asked, name, NOW) for name in NAMED} == {name: kind.value for name, kind in NAMED.items()}


def test_none_is_an_answer_of_the_power_of_arrest_and_not_known_is_none() -> None:
    values = {BESIDE: "", "kind": Kind.OCCUPATION.value}
    clauses, number = question(values, "power_clauses"), question(values, "number")
    assert clauses is not None
    assert number is not None
    assert [left_out(clauses, said) for said in ("none", "Not known.", "2, 3")] == [False, True, False]
    assert [left_out(number, said) for said in ("none", "don\u2019t know", "T1")] == [True, True, False]


def test_where_no_clause_has_a_power_nobody_is_asked_when_it_ends() -> None:
    values = {BESIDE: "", "kind": Kind.OCCUPATION.value}
    left = {one.id: "" for one in measure_questions(values) if one.id not in ("kind", "power_until")}
    asked = next_question(values | left)
    assert asked is not None
    assert asked.id == "power_until"
    assert next_question(values | left | {"power_clauses": "none"}) is None


def test_another_protected_person_needs_a_name_and_the_same_one_none() -> None:
    values = {BESIDE: "NMO-7F3K2D", "kind": Kind.DVPO.value, "learned": "officer", "made": "2026-11-20"}
    assert problems(values | {"protects": SAME}, NOW) == ()
    assert [one.field and one.field.id for one in problems(values | {"protects": OTHER}, NOW)] == ["applicant_surname"]


def test_an_answer_is_named_by_words_of_its_question() -> None:
    values = {BESIDE: "", "kind": Kind.DVPO.value, "respondent_dob": "1988-05-04", "ends": "2026-12-18", "number": "T1"}
    assert [answer_meant(values, words).id for words in ("the respondent's dob", "end", "number")] == ["respondent_dob", "ends", "number"]
