"""What follows a record may be typed in a line, and nothing else is taken for it."""

import pytest

from bot.follow_up_words import FollowUpAsked, follow_up_asked

UPDATES, TASKS = "victim_updates", "breach_tasks"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("released BR-7F3K2D 21:40", FollowUpAsked(UPDATES, "BR-7F3K2D", "release", "21:40")),
        ("Released on bail br 7f3k2d at 9pm last night", FollowUpAsked(UPDATES, "BR-7F3K2D", "release", "9pm last night")),
        ("arrested BR-7F3K2D", FollowUpAsked(UPDATES, "BR-7F3K2D", "arrest")),
        ("arrest for BR7F3K2D, 26/11 21:30", FollowUpAsked(UPDATES, "BR-7F3K2D", "arrest", "26/11 21:30")),
        ("interviewed under caution BR-7F3K2D yday 14:00", FollowUpAsked(UPDATES, "BR-7F3K2D", "interview", "yday 14:00")),
        ("bail varied BR-7F3K2D", FollowUpAsked(UPDATES, "BR-7F3K2D", "bail")),
        ("not investigating BR-7F3K2D", FollowUpAsked(UPDATES, "BR-7F3K2D", "not_investigating")),
        ("victim told BR-7F3K2D", FollowUpAsked(UPDATES, "BR-7F3K2D")),
        ("Victim has been told on BR-7F3K2D.", FollowUpAsked(UPDATES, "BR-7F3K2D")),
        ("BR-7F3K2D victim told", FollowUpAsked(UPDATES, "BR-7F3K2D")),
        ("victim told BR-7F3K2D at 23:30", FollowUpAsked(UPDATES, "BR-7F3K2D", when="23:30")),
        ("the victim was told on BR-7F3K2D, yesterday 23:30", FollowUpAsked(UPDATES, "BR-7F3K2D", when="yesterday 23:30")),
        ("BR-7F3K2D victim told last night about ten", FollowUpAsked(UPDATES, "BR-7F3K2D", when="last night about ten")),
        ("my tasks", FollowUpAsked(TASKS)),
        ("Evidence tasks?", FollowUpAsked(TASKS)),
        ("show me my evidence tasks", FollowUpAsked(TASKS)),
    ],
)
def test_a_line_about_what_follows_a_record(line: str, asked: FollowUpAsked) -> None:
    assert follow_up_asked(line) == asked


@pytest.mark.parametrize(
    "line",
    [
        "BR-7F3K2D",
        "he was arrested",
        "arrested last night at ten",
        "victim told me he rang",
        "victim told BR-7F3K2D he rang again",
        "tasks",
        "released without charge",
        "she told me about BR-7F3K2D",
        "any nmo on john smith",
        "tell the victim",
        "evidence",
    ],
)
def test_a_line_that_is_something_else(line: str) -> None:
    assert follow_up_asked(line) is None
