"""A line about the contact plan of an order is read as the press it stands for, and nothing else is taken for one."""

import pytest

from bot.follow_up_words import FollowUpAsked, follow_up_asked
from bot.plan_words import asks_for_contact_policy, plan_asked

PLANS = "contact_plans"


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("contact plan NMO-7F3K2D", ("plan:open", "NMO-7F3K2D", "")),
        ("Show the plan for nmo 7f3k2d.", ("plan:open", "NMO-7F3K2D", "")),
        ("something has happened NMO-7F3K2D", ("plan:happened", "NMO-7F3K2D", "")),
        ("assess the risk of NMO7F3K2D", ("plan:ask_risk", "NMO-7F3K2D", "")),
        ("how often NMO-7F3K2D", ("plan:ask_often", "NMO-7F3K2D", "")),
        ("pause contact on NMO-7F3K2D", ("plan:ask_pause", "NMO-7F3K2D", "")),
        ("end the pause NMO-7F3K2D", ("plan:resume", "NMO-7F3K2D", "")),
        ("declined NMO-7F3K2D", ("plan:ask_decline", "NMO-7F3K2D", "")),
        ("contact wanted again NMO-7F3K2D", ("plan:want", "NMO-7F3K2D", "")),
        ("safeguarding plan NMO-7F3K2D", ("safeguard:show", "NMO-7F3K2D", "")),
        ("respondent served NMO-7F3K2D 21:40", ("plan:note=service", "NMO-7F3K2D", "21:40")),
        ("service failed on NMO-7F3K2D", ("plan:note=service_failed", "NMO-7F3K2D", "")),
        ("service planned NMO-7F3K2D tomorrow 10am", ("plan:note=service_planned", "NMO-7F3K2D", "tomorrow 10am")),
        ("to be released NMO-7F3K2D, 24/11/2026 9am", ("plan:note=release_planned", "NMO-7F3K2D", "24/11/2026 9am")),
        ("released NMO-7F3K2D last night", ("plan:note=release", "NMO-7F3K2D", "last night")),
        ("bail conditions changed NMO-7F3K2D", ("plan:note=bail_change", "NMO-7F3K2D", "")),
        ("order varied NMO-7F3K2D", ("plan:note=variation", "NMO-7F3K2D", "")),
        ("extended NMO-7F3K2D", ("plan:note=extension", "NMO-7F3K2D", "")),
        ("discharged NMO-7F3K2D", ("plan:note=discharge", "NMO-7F3K2D", "")),
        ("the victim has moved NMO-7F3K2D yesterday", ("plan:note=move", "NMO-7F3K2D", "yesterday")),
        ("hearing NMO-7F3K2D 24/11/2026", ("plan:note=hearing", "NMO-7F3K2D", "24/11/2026")),
    ],
)
def test_a_line_about_a_contact_plan(line: str, asked: tuple[str, str, str]) -> None:
    assert plan_asked(line) == asked


@pytest.mark.parametrize(
    "line",
    [
        "NMO-7F3K2D",
        "plan",
        "released BR-7F3K2D",
        "is he released on NMO-7F3K2D?",
        "pause",
        "what does the safeguarding plan of NMO-7F3K2D say about schools",
        "any nmo on john smith",
        "",
    ],
)
def test_a_line_that_is_something_else(line: str) -> None:
    assert plan_asked(line) is None


def test_the_line_is_handed_to_the_dialog_that_keeps_it() -> None:
    assert follow_up_asked("safeguarding NMO-7F3K2D") == FollowUpAsked("safeguarding", "NMO-7F3K2D", "safeguard:show")
    assert follow_up_asked("moved NMO-7F3K2D 21:40") == FollowUpAsked(PLANS, "NMO-7F3K2D", "plan:note=move", "21:40")


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("contact policy", True),
        ("Show the force's contact policy?", True),
        ("contacts policy.", True),
        ("policy", False),
        ("my contacts", False),
        ("what is the contact policy on weekends", False),
    ],
)
def test_the_policy_of_contact_is_asked_for_by_its_name(line: str, asked: bool) -> None:
    assert asks_for_contact_policy(line) is asked
