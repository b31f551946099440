"""Under a record just sent stands the way to say of which event the victim was told, where the record says that they were."""

import pytest

from bot.cards.breach_follow_ups import SAID_TOLD, with_follow_ups
from bot.cards.breaches import done_card
from bot.offers import Offer
from tests.breaches import DECIDED, NEXT, NOW, Given, a_record, changed
from tests.fakes.talk import buttons
from tests.people import RESPONSE

ARRESTED = DECIDED | {"arrest": "arrested", "arrest_when": "21/11 14:30"}


def asked(*said: Given) -> list[tuple[str, str]]:
    offer, sent = Offer(RESPONSE.id, "c", NOW), a_record(*said)
    shown = [title for title, _ in buttons(with_follow_ups(done_card(sent), sent, offer, NOW))]
    return [(title, offer.actions[0].verb) for title in shown if title == SAID_TOLD]


def test_an_event_of_which_the_victim_was_told_is_asked_about_once_it_is_sent() -> None:
    assert asked(*changed(ARRESTED, at=4)[:-1], NEXT | {"victim_told": "told_yes"}) == [(SAID_TOLD, "update:show")]


@pytest.mark.parametrize(("arrest", "told"), [(DECIDED, "told_yes"), (ARRESTED, "told_not_yet")])
def test_without_an_event_or_where_nobody_was_told_nothing_is_asked(arrest: Given, told: str) -> None:
    assert asked(*changed(arrest, at=4)[:-1], NEXT | {"victim_told": told}) == []
