"""The respondent's date of birth is read where the paper plainly gives it as theirs, and nowhere else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.london import long_date
from domain.paper_reading import read_paper
from domain.papers import Term

ORDER = (
    "In the Family Court at Ambermere",
    "Applicant: Jane Marlow",
    "IT IS ORDERED THAT",
    "1. The respondent must not use or threaten violence against the applicant.",
)


def born(*lines: str) -> str | None:
    return read_paper([[*ORDER[:2], *lines, *ORDER[2:]]]).value(Term.RESPONDENT_DOB)


@pytest.mark.parametrize(
    "line",
    [
        "Respondent: John Smith    Date of birth: 12/03/1985",
        "Respondent: John Smith (born 12 March 1985)",
        "The respondent is John Smith, DOB 12.3.1985",
        "John Smith   (Respondent)\nRespondent's date of birth: 12th March 1985",
    ],
)
def test_it_stands_beside_the_name_or_in_a_row_of_its_own(line: str) -> None:
    assert born(*line.splitlines()) == "1985-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "Respondent: John Smith    Date of birth: not known",
        "Respondent: John Smith    Date of birth: 31/02/1985",
        "Respondent: John Smith    Date of birth: 12/03/85",
        "Respondent: John Smith\nThe child: Made Up, date of birth 12/03/2015",
        "Respondent: John Smith, date of birth 12/03/1985\nRespondent's date of birth: 13/03/1985",
    ],
)
def test_what_is_no_day_or_nobody_s_or_told_in_two_ways_is_not_read(line: str) -> None:
    assert born(*line.splitlines()) is None


@given(st.dates(date(1920, 1, 1), date(2012, 12, 31)))
def test_every_day_of_the_calendar_is_read_as_it_was_written(day: date) -> None:
    assert born(f"Respondent: John Smith    Date of birth: {day:%d/%m/%Y}") == day.isoformat()
    assert born(f"Respondent: John Smith (born {long_date(day)})") == day.isoformat()
