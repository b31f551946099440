"""How a supervisor asks who cannot be reached; what asks for something else is left to that."""

import pytest

from bot.alarm_words import asks_how_reminders_stand


@pytest.mark.parametrize(
    "text",
    [
        "who cannot be reached",
        "Who can't be reached?",
        "who can\N{RIGHT SINGLE QUOTATION MARK}t be reached",
        "show me who is unreachable",
        "unreachable officers",
        "are reminders going out?",
        "how reminders stand",
        "reminder status",
        "unsent reminders",
        "list officers who cannot be reached",
        "alarms",
    ],
)
def test_it_is_heard(text: str) -> None:
    assert asks_how_reminders_stand(text)


@pytest.mark.parametrize(
    "text",
    [
        "contacts due",
        "my reminders",
        "who can reach jane marlow",
        "the respondent cannot be reached",
        "any nmo on john smith",
        "alarm went off at her house",
        "",
    ],
)
def test_what_asks_for_something_else_is_left_to_that(text: str) -> None:
    assert not asks_how_reminders_stand(text)
