"""A reminder of a breach says whether there was danger, and what is not known of the arrest: whoever makes the contact has to know it first."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.cards.contacts import plan_card, reminder_card
from domain.breaches.drafts import Answer, page_of
from domain.breaches.flow import change
from tests.bot.cards.test_contacts import ORDER, PLAN, a_breach, a_reminder, an_offer
from tests.breaches import NOW, SIMPLE, a_draft, stepped
from tests.fakes.talk import words
from tests.people import VLO


@pytest.mark.parametrize(
    ("first", "later", "shown"),
    [
        (["no"], [], []),
        (["no"], ["no"], []),
        (["yes", "carry on"], [], ["yes"]),
        (["no"], ["yes"], ["yes"]),
        (["yes", "carry on"], ["no"], ["yes at first, then answered no"]),
    ],
)
def test_danger_that_a_breach_told_of_is_on_the_reminder(first: list[str], later: list[str], shown: list[str]) -> None:
    draft = a_draft(*first, *SIMPLE[1:], order_id=ORDER.id)
    for said in later:
        draft = stepped(change(draft, page_of("danger")), said, VLO.id)
    breach = replace(a_breach(ORDER), answers=draft.answers)
    rows = list(words(plan_card(PLAN, ORDER, an_offer(), NOW, breach=breach)))
    assert [value for title, value in pairwise(rows) if title == "Danger at the time"] == shown


def test_a_reminder_says_that_the_arrest_decision_was_left_out_or_is_not_recorded() -> None:
    breach = a_breach(ORDER)
    rest = tuple(one for one in breach.answers if not one.question.startswith("arrest"))
    left = replace(breach, answers=(*rest, Answer("arrest", "", VLO.id, NOW, skipped="not asked")))
    said = [list(words(reminder_card(replace(a_reminder(), breach=one), an_offer(), NOW))) for one in (left, replace(breach, answers=rest))]
    assert [shown[shown.index("Arrest decision") + 1] for shown in said] == [
        "left out: not asked",
        "not recorded yet; record it, with the reason if there was no arrest",
    ]
