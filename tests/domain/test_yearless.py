"""A day and month without a year is not dropped in silence, and nothing else is taken for one."""

from datetime import date

import pytest

from domain.particulars import read_particulars

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("john smith 12/3", "12/3"),
        ("12/3 john smith", "12/3"),
        ("smith, john, 31/01", "31/01"),
        ("john smith 3/25", "3/25"),
        ("john smith dob 12/3 m6 3qp", "12/3"),
        ("john smith 14 elm rd, 12/3", "12/3"),
        ("john smith 1/2", "1/2"),
        ("john smith 12 march", "12 march"),
        ("john smith 12th of March, M6 3QP", "12th of March"),
        ("john smith 12/3/85 and jade marlow 4/5", "4/5"),
    ],
)
def test_a_day_and_month_without_a_year_is_said_not_to_have_been_used(typed: str, day: str) -> None:
    assert f"{day} was not used: it has no year." in read_particulars(typed, TODAY).doubts


@pytest.mark.parametrize(
    "typed",
    [
        "john smith 12/3/85",
        "john smith 12 march 1985",
        "12/3 Tower Street",
        "john smith 12/3 Tower Mews",
        "john smith flat 12/3",
        "john smith 40/13",
        "john smith 31/31",
        "john smith 6 1/2",
        "john smith 1/2 brother",
        "john smith rings her 24/7",
        "john smith aged 9/10",
        "john smith 40 march",
        "14 june smith",
        "case number ABC/12/3",
        "john smith",
    ],
)
def test_a_flat_a_fraction_an_age_and_a_whole_date_are_no_day_without_a_year(typed: str) -> None:
    assert [doubt for doubt in read_particulars(typed, TODAY).doubts if "no year" in doubt] == []
