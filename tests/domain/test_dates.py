"""Dates of birth are read day first, and nobody is under ten or over a hundred and ten."""

from calendar import month_name, monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import DobGiven, find_dob, full_year

TODAY = date(2026, 11, 20)
DAY = date(1985, 3, 12)
SWAPPED = date(1985, 12, 3)


@pytest.mark.parametrize(
    ("typed", "dob"),
    [
        ("12/3/85", DobGiven(1985, DAY, SWAPPED)),
        ("12.03.1985", DobGiven(1985, DAY, SWAPPED)),
        ("12-3-1985", DobGiven(1985, DAY, SWAPPED)),
        ("12 03 1985", DobGiven(1985, DAY, SWAPPED)),
        ("12031985", DobGiven(1985, DAY, SWAPPED)),
        ("120385", DobGiven(1985, DAY, SWAPPED)),
        ("1985-03-12", DobGiven(1985, DAY)),
        ("1985/03/12", DobGiven(1985, DAY)),
        ("12th March 1985", DobGiven(1985, DAY)),
        ("12 mar 85", DobGiven(1985, DAY)),
        ("12MAR85", DobGiven(1985, DAY)),
        ("March 12, 1985", DobGiven(1985, DAY)),
        ("3/3/85", DobGiven(1985, date(1985, 3, 3))),
        ("25/3/85", DobGiven(1985, date(1985, 3, 25))),
        ("3/25/85", DobGiven(1985, date(1985, 3, 25))),
        ("born 1985", DobGiven(1985)),
        ("31/2/85", DobGiven(1985)),
        ("45/13/1985", DobGiven(1985)),
        ("29/2/2000", DobGiven(2000, date(2000, 2, 29))),
    ],
)
def test_a_date_of_birth_is_read_day_first(typed: str, dob: DobGiven) -> None:
    found = find_dob(typed, TODAY)
    assert found is not None
    assert found.dob == dob


@pytest.mark.parametrize(
    "typed", ["made 12/3/2024", "2024", "12/3/1899", "crime 140023", "1234567890123456", "last night", "1/2", "12/3/2026"]
)
def test_what_can_be_nobodys_date_of_birth_is_left_alone(typed: str) -> None:
    assert find_dob(typed, TODAY) is None


def test_of_two_dates_the_one_that_is_called_a_date_of_birth_is_taken() -> None:
    found = find_dob("seen 3/4/26 by the school, dob 12/3/85", TODAY)
    assert found is not None
    assert found.dob.day == DAY


def test_the_youngest_is_ten_and_the_oldest_a_hundred_and_ten() -> None:
    assert (full_year(16, TODAY), full_year(17, TODAY)) == (2016, 1917)
    assert [find_dob(f"12/3/{year}", TODAY) is not None for year in (1915, 1916, 2016, 2017)] == [False, True, True, False]


@given(st.integers(0, 99), st.dates(date(2020, 1, 1), date(2080, 1, 1)))
def test_two_digits_mean_the_latest_year_that_makes_somebody_ten(short: int, today: date) -> None:
    latest = next(year for year in range(today.year - 10, 0, -1) if str(year).endswith(f"{short:02}"))
    assert full_year(short, today) == latest


@given(st.dates(date(1930, 1, 1), date(2015, 12, 31)), st.sampled_from("/.-"), st.booleans())
def test_every_way_of_writing_a_day_gives_that_day(born: date, mark: str, long: bool) -> None:
    year = str(born.year) if long else str(born.year)[2:]
    found = find_dob(f"smith {born.day}{mark}{born.month}{mark}{year} thanks", TODAY)
    assert found is not None
    assert (found.dob.year % 100, found.dob.day) == (born.year % 100, born.replace(year=found.dob.year))


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1930, 2015))
def test_a_written_month_is_never_swapped_and_no_day_is_made_up(day: int, month: int, year: int) -> None:
    found = find_dob(f"{day} {month_name[month]} {year}", TODAY)
    expected = date(year, month, day) if day <= monthrange(year, month)[1] else None
    assert found is not None
    assert found.dob == DobGiven(year, expected)
