"""A reminder of a breach says whether there was danger: whoever makes the contact has to know it first."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.cards.contacts import plan_card
from domain.breaches.drafts import answer, change
from domain.breaches.questions import DANGER
from tests.bot.cards.test_contacts import ORDER, PLAN, a_breach, an_offer
from tests.breaches import NOW, SIMPLE, a_draft
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
        draft = answer(change(draft, DANGER), DANGER, said, VLO.id, NOW)
    breach = replace(a_breach(ORDER, "arrest: yes"), answers=draft.answers)
    rows = list(words(plan_card(PLAN, ORDER, an_offer(), NOW, breach=breach)))
    assert [value for title, value in pairwise(rows) if title == "Danger at the time"] == shown
