"""The cards of the orders desk ask one question at a time, and what was answered stands on both orders."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.cards.orders import answer_card, list_card, nothing_card
from bot.cards.reviews import WHY_LISTED, case_card, queue_card, unchecked_card
from bot.offers import Offer
from domain.conversations import Action
from domain.feed import SECOND_ORDER
from domain.lookups import Found, Match
from domain.matching import Verdict
from domain.orders import Order, PartyRole, state_at
from domain.reviews import Link, Relation, case_of
from services.reviews import Queue, Unchecked
from tests.fakes.clock import NOON
from tests.fakes.talk import buttons, words
from tests.orders import an_order
from tests.people import DESK, RESPONSE

FIRST = an_order(reference="NMO-7F3K2D", case_no="1712345678901234")
SECOND = an_order(reference="NMO-8G4L3F", case_no="1712345678901234", made_on=date(2026, 8, 1))
REPLACED = Link(SECOND.id, FIRST.id, Relation.REPLACES, DESK.id, NOON, 1, SECOND.reference, FIRST.reference)


def an_offer() -> Offer:
    return Offer(DESK.id, "talk", NOON)


def read(card: dict[str, Any]) -> str:
    return "\n".join(words(card))


def pressed(card: dict[str, Any], offer: Offer) -> dict[str, Action]:
    by_id = {action.id: action for action in offer.actions}
    return {title: by_id[id] for title, id in buttons(card)}


def test_the_queue_names_each_case_and_how_the_feed_stands() -> None:
    offer = an_offer()
    card = queue_card(Queue((case_of([FIRST, SECOND]),), NOON, (date(2026, 11, 3), date(2026, 11, 4))), DESK, offer)
    said = read(card)
    assert f"Case 1712345678901234\nNMO-7F3K2D, NMO-8G4L3F\n{WHY_LISTED}" in said
    assert "Days without a file\n2 of the last 28: 3 November 2026, 4 November 2026" in said
    assert [(one.verb, one.object) for one in pressed(card, offer).values()] == [("review:open", str(FIRST.id))]


def test_the_queue_says_how_many_orders_nobody_has_checked_and_leads_to_them() -> None:
    offer = an_offer()
    card = queue_card(Queue((), NOON, (), unchecked=12), DESK, offer)
    assert "12 orders are not yet checked against the paper" in read(card)
    assert [one.verb for one in pressed(card, offer).values()] == ["review:unchecked"]


def test_each_order_to_check_begins_its_check_and_the_rest_are_counted() -> None:
    offer = an_offer()
    card = unchecked_card(Unchecked((FIRST, SECOND), 12), offer)
    assert "10 more: these have waited longest." in read(card)
    assert {title: (one.verb, one.object) for title, one in pressed(card, offer).items()} == {
        "Check NMO-7F3K2D": ("paper:check", str(FIRST.id)),
        "Check NMO-8G4L3F": ("paper:check", str(SECOND.id)),
    }
    assert "Every order in force" in read(unchecked_card(Unchecked((), 0), offer))


def test_an_empty_queue_says_so_and_so_does_a_feed_without_a_gap() -> None:
    said = read(queue_card(Queue((), None, ()), DESK, an_offer()))
    assert "No case has orders that wait for a review." in said
    assert "nothing taken in yet\nDays without a file\nnone of the last 28" in said


def test_a_long_queue_shows_what_waited_longest() -> None:
    offer = an_offer()
    assert "There are more" in read(queue_card(Queue((case_of([FIRST, SECOND]),) * 11, NOON, ()), DESK, offer))
    assert len(offer.actions) == 10


def test_the_question_is_asked_of_one_pair_and_each_answer_uses_up_the_others() -> None:
    offer = an_offer()
    card = case_card(case_of([FIRST, SECOND]), DESK, offer, (FIRST, SECOND))
    assert "How does NMO-8G4L3F stand to NMO-7F3K2D?" in read(card)
    found = pressed(card, offer)
    assert {title: action.details["relation"] for title, action in found.items()} == {
        "Replaces": "replaces",
        "Extends": "extends",
        "Separate": "separate",
    }
    assert {(one.verb, one.once, one.object, one.details["earlier"], one.details["seen"]) for one in found.values()} == {
        ("review:decide", True, str(SECOND.id), str(FIRST.id), "")
    }


def test_an_answered_case_can_be_asked_again_with_what_was_said_before() -> None:
    case, offer = case_of([FIRST, SECOND], [REPLACED]), an_offer()
    found = pressed(case_card(case, DESK, offer, None), offer)
    assert [(title, one.verb, one.details) for title, one in found.items()] == [
        ("Change: NMO-8G4L3F and NMO-7F3K2D", "review:open", {"earlier": str(FIRST.id)})
    ]
    again = an_offer()
    case_card(case, DESK, again, (FIRST, SECOND))
    assert {one.details["seen"] for one in again.actions} == {"replaces"}


def a_match(order: Order, *links: Link) -> Match:
    return Match(order, PartyRole.RESPONDENT, 30.0, (), state_at(order, NOON), links)


def test_both_orders_say_how_they_stand_and_lead_to_each_other() -> None:
    offer = Offer(RESPONSE.id, "talk", NOON)
    first = answer_card(a_match(FIRST, REPLACED), RESPONSE, NOON, offer)
    assert "Replaced by NMO-8G4L3F: so recorded on 20 November 2026." in read(first)
    assert "In force on what the court last told us" in read(first), "the paper's own state still stands"
    assert pressed(first, offer)["Open NMO-8G4L3F"].object == str(SECOND.id)
    assert "Replaces NMO-7F3K2D" in read(answer_card(a_match(SECOND, REPLACED), RESPONSE, NOON, an_offer()))
    apart = replace(REPLACED, relation=Relation.SEPARATE)
    assert "Linked order, separate: NMO-8G4L3F" in read(answer_card(a_match(FIRST, apart), RESPONSE, NOON, an_offer()))
    listed = Found(Verdict.MATCH, "2 orders bear this case number.", (a_match(FIRST, REPLACED), a_match(SECOND, REPLACED)))
    assert "Replaced by NMO-8G4L3F" in read(list_card(listed, RESPONSE, an_offer()))


def test_the_orders_desk_gets_from_the_order_to_its_case() -> None:
    waiting = a_match(replace(FIRST, needs_review=SECOND_ORDER))
    for officer, match, offered in ((DESK, waiting, True), (DESK, a_match(FIRST, REPLACED), True), (DESK, a_match(FIRST), False)):
        card = answer_card(match, officer, NOON, an_offer())
        assert ("Orders on this case" in dict(buttons(card))) is offered
    assert "Orders on this case" not in dict(buttons(answer_card(waiting, RESPONSE, NOON, an_offer())))


def test_a_look_up_that_is_not_sure_says_for_how_many_days_no_file_came() -> None:
    found = Found(Verdict.NONE, "Nothing agrees.", register_as_of=NOON, days_without=2)
    assert "No file came for 2 of the last 28 days: orders made then may be missing here." in read(nothing_card(found))
    assert "No file came" not in read(nothing_card(replace(found, days_without=0)))
