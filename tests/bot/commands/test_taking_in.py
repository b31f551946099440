"""What `feed import` prints: the counts, and what needs a person."""

from datetime import date

from bot.commands.taking_in import feed_words
from domain.feed_report import FeedReport


def test_days_without_a_file_are_named_so_that_they_can_be_asked_for() -> None:
    said = feed_words(FeedReport(imported=3, days_without=(date(2026, 11, 3), date(2026, 11, 4))), dry_run=False)
    assert said.splitlines()[-1] == "No file for 2 of the last 28 days: 3 November 2026, 4 November 2026. Ask the court for them."


def test_a_feed_without_a_gap_says_nothing_of_days() -> None:
    assert "No file" not in feed_words(FeedReport(imported=3), dry_run=False)
