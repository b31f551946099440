"""A day for which no file came is a day whose orders are not known here."""

from datetime import date, timedelta

from domain.feed_report import WINDOW_DAYS, days_without_file

TODAY = date(2026, 11, 20)


def back(*days: int) -> list[date]:
    return [TODAY - timedelta(days=one) for one in days]


def test_days_without_a_file_are_counted_from_the_first_that_came_until_yesterday() -> None:
    assert days_without_file(back(6, 5, 2), TODAY - timedelta(days=6), TODAY) == tuple(back(4, 3, 1))


def test_with_a_file_each_day_there_is_none() -> None:
    assert days_without_file(back(*range(1, 40)), TODAY - timedelta(days=40), TODAY) == ()


def test_before_the_first_file_nothing_is_missing() -> None:
    assert days_without_file([], None, TODAY) == ()
    assert days_without_file([TODAY], TODAY, TODAY) == ()


def test_a_feed_that_stopped_long_ago_lacks_every_day_of_the_window() -> None:
    assert len(days_without_file([], TODAY - timedelta(days=300), TODAY)) == WINDOW_DAYS
