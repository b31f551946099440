"""The bank holidays are those that are published for England and Wales, and the force's policy puts a one-off day right."""

from datetime import date

import pytest

from domain.policies import Policy
from services.closed_days import closed_days

PUBLISHED = {
    2025: "2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26",
    2026: "2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28",
    2027: "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28",
}


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_weekdays_that_are_closed_are_the_published_ones(year: int) -> None:
    known = {day for day in closed_days(Policy(), date(year, 6, 1)) if day.year == year and day.weekday() < 5}
    assert known == set(map(date.fromisoformat, PUBLISHED[year].split()))


def test_a_clock_that_starts_in_december_knows_the_new_year() -> None:
    assert date(2027, 1, 1) in closed_days(Policy(), date(2026, 12, 31))


def test_the_force_adds_a_day_and_takes_one_out() -> None:
    policy = Policy(closed_days=frozenset({date(2027, 5, 10)}), open_days=frozenset({date(2027, 5, 3)}))
    closed = closed_days(policy, date(2027, 4, 1))
    assert (date(2027, 5, 10) in closed, date(2027, 5, 3) in closed, date(2027, 5, 31) in closed) == (True, False, True)
