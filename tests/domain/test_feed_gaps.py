"""What is asked of the court about its feed is told in days that are over: today's file may still come."""

from datetime import date

from domain.feed_days import gap_words, reconcile

TODAY = date(2026, 11, 20)


def test_a_feed_that_began_today_is_not_said_to_have_never_come() -> None:
    assert gap_words(reconcile({}, TODAY, TODAY)) == "no file came before today"
