"""Which lines ask for the orders of a beat, of which area and days, and which are something else."""

from datetime import date

import pytest

from domain.beat_words import beat_asked
from domain.beats import BeatAsked, as_details, asked_in
from tests.fakes.clock import NOON

TODAY = NOON.date()
MONTH_END = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("orders on my beat", BeatAsked()),
        ("Show me the live orders on my beat please", BeatAsked()),
        ("show me all live nmos on my patch", BeatAsked()),
        ("my beat list", BeatAsked()),
        ("orders in the Riverside area", BeatAsked("riverside")),
        ("hill top beat", BeatAsked("hill top")),
        ("expiring this month in Riverside", BeatAsked("riverside", TODAY, MONTH_END)),
        ("expiry watch", BeatAsked("", TODAY, date(2026, 12, 18))),
        ("what expires next month on my beat?", BeatAsked("", date(2026, 12, 1), date(2026, 12, 31))),
        ("orders ending in the next fortnight", BeatAsked("", TODAY, date(2026, 12, 4))),
        ("orders expiring next week", BeatAsked("", date(2026, 11, 23), date(2026, 11, 29))),
        ("orders on my beat without a compliance visit", BeatAsked(unvisited=True)),
        ("what orders are about to expire on my beat", BeatAsked("", TODAY, date(2026, 12, 18))),
    ],
)
def test_a_list_of_a_beat_is_asked_for_in_words(line: str, asked: BeatAsked) -> None:
    assert beat_asked(line, TODAY) == asked


@pytest.mark.parametrize(
    "line",
    [
        "any nmo on john smith dob 12/3/85",
        "order on jane marlow",
        "any orders about elmfield primary",
        "when does the order end",
        "it expires tomorrow",
        "who is due today",
        "orders to review",
        "the order on ambermere road has expired",
        "beat her up on my patch",
        "he was beat",
        "she got beat",
        "ends today at the gate",
        "",
        "orders on my beat " * 30,
    ],
)
def test_what_is_something_else_is_left_to_it(line: str) -> None:
    assert beat_asked(line, TODAY) is None


def test_a_press_keeps_what_was_asked() -> None:
    asked = BeatAsked("hill top", TODAY, MONTH_END, unvisited=True)
    assert (asked_in(as_details(asked)), asked_in(as_details(BeatAsked()))) == (asked, BeatAsked())
