"""What `feed import` prints: the counts, and what needs a person."""

from datetime import date
from pathlib import Path

import pytest

from bot.commands.taking_in import feed_words, take_in_people
from domain.errors import AssistantError
from domain.feed_report import FeedReport
from storage.work import Database
from tests.fakes.clock import FrozenClock


def test_days_without_a_file_are_named_so_that_they_can_be_asked_for() -> None:
    said = feed_words(FeedReport(imported=3, days_without=(date(2026, 11, 3), date(2026, 11, 4))), dry_run=False)
    assert said.splitlines()[-1] == "No file for 2 of the last 28 days: 3 November 2026, 4 November 2026. Ask the court for them."


def test_a_feed_without_a_gap_says_nothing_of_days() -> None:
    assert "No file" not in feed_words(FeedReport(imported=3), dry_run=False)


@pytest.mark.parametrize(
    ("name", "words"),
    [("none.csv", "There is no file "), ("", "cannot be opened: Is a directory"), ("latin.csv", "cannot be read as UTF-8")],
)
async def test_a_file_of_people_that_cannot_be_taken_in_says_what_is_wrong_with_it(
    embedded: Database, tmp_path: Path, name: str, words: str
) -> None:
    (tmp_path / "latin.csv").write_bytes("Zo\u00eb".encode("latin-1"))
    with pytest.raises(AssistantError, match=words):
        await take_in_people(embedded, FrozenClock(), None, tmp_path / name, print, as_json=False)
