"""Two kinds of order in one question."""

from datetime import date

import pytest

from guidance.library import load

TODAY = date(2026, 11, 22)
LIBRARY = load()


@pytest.mark.parametrize(
    ("question", "page", "beside", "facts"),
    [
        ("dapo or dvpo which is stronger", "dapo", "DVPO: 14 to 28 days from the magistrates", ("s.39", "28 days")),
        ("spo compared with a restraining order", "spo", "Restraining order: breach is a crime", ("chief officer", "s.363")),
        ("difference between an undertaking and an occupation order", "undertaking", "Occupation order", ("contempt", "power of arrest")),
    ],
)
def test_what_both_orders_are_is_said_where_no_page_sets_them_against_each_other(
    question: str, page: str, beside: str, facts: tuple[str, ...]
) -> None:
    answer = LIBRARY.answer(question, TODAY)
    assert answer.page == page
    assert f"**See also: {beside}" in answer.text
    assert [fact for fact in facts if fact not in answer.text] == []


def test_a_page_that_is_about_both_orders_answers_for_both() -> None:
    answer = LIBRARY.answer("is breach of a dvpn or a dvpo a crime", TODAY)
    assert answer.page == "dvpn-dvpo"


def test_an_offence_that_no_page_holds_is_set_beside_none() -> None:
    assert LIBRARY.answer("burglary or robbery", TODAY).page is None
