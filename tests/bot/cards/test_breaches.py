"""The cards around a record are read by eye, by ear and by thumb: whose order it is of, that it was stopped, and what was made."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson
import pytest

from bot.cards.breach_words import CUT
from bot.cards.breaches import aloud, done_card, record_card, same_order_card, stopped_card
from bot.offers import Offer
from domain.breaches.drafts import BreachDraft, recorded
from domain.breaches.signing import Addendum, Signing
from domain.breaches.told_after import NOBODY_SIGNS_OFF, ToldAfter
from domain.lookups import Kept
from domain.officers import Role
from services.breaches import Sent
from tests.bot.cards.test_breach_pages import LARGEST, MUCH, an_offer, filled, titles, told
from tests.breaches import ACCOUNT, KNOWN, NOW, SIMPLE, a_draft, changed
from tests.fakes.talk import words
from tests.orders import an_order
from tests.people import RESPONSE

Card = dict[str, Any]


def sent(draft: BreachDraft, *, already: bool = False) -> Sent:
    order = an_order()
    return Sent(recorded(told(draft, order), "BR-7F3K2D", "0000", NOW), order, already)


def held(offer: Offer, verb: str) -> dict[str, str]:
    (press,) = [one for one in offer.actions if one.verb == verb]
    return press.details


def test_the_reference_is_read_aloud_sign_by_sign() -> None:
    assert aloud("BR-7F3K2D") == "B R, 7 F 3 K 2 D"
    card = done_card(sent(a_draft(*SIMPLE)))
    shown = list(words(card))
    assert "Recorded as BR-7F3K2D" in shown
    assert "Read aloud: B R, 7 F 3 K 2 D" in shown
    assert "Breach of a non-molestation order: BR-7F3K2D" in shown
    assert any("contact task has been made" in text for text in shown)
    assert "Already recorded as BR-7F3K2D" in list(words(done_card(sent(a_draft(*SIMPLE), already=True))))


def test_a_record_looked_at_again_says_when_by_whom_and_for_which_order() -> None:
    looked_at = sent(a_draft(*SIMPLE))
    card = record_card(looked_at)
    shown = list(words(card))
    assert f"Recorded Sun 22 November 2026 at 10:50 by 0000, for order {looked_at.order.reference}." in shown
    assert "Breach of a non-molestation order: BR-7F3K2D" in shown
    assert card["speak"] == "The record of a breach."


@pytest.mark.parametrize(
    ("told", "contact", "signing"),
    [
        (ToldAfter(Role.VLO, 1, own=True), "the victim liaison officer is reminded", "Your supervisor is told"),
        (ToldAfter(Role.ORDERS_DESK, 1), "the orders desk is reminded", "A supervisor is told"),
        (ToldAfter(Role.SUPERVISOR, 3), "the supervisor is reminded", "3 supervisors are told"),
        (ToldAfter(), "nobody is known here to be reminded of it: tell your sergeant", NOBODY_SIGNS_OFF),
    ],
)
def test_who_is_told_of_a_record_is_said_by_role(told: ToldAfter, contact: str, signing: str) -> None:
    shown = list(words(done_card(replace(sent(a_draft(*SIMPLE)), told_after=told))))
    assert (any(contact in text for text in shown), any(text.startswith(signing) for text in shown)) == (True, True)


def test_stopping_says_that_nothing_is_lost() -> None:
    card = stopped_card(a_draft("no"), an_offer())
    assert titles(card) == ["Resume", "Hand over", "This is another breach", "Discard these answers"]
    assert any("answers are kept" in text for text in words(card))


def test_the_order_shown_last_is_offered_by_its_reference_and_nobody_is_named() -> None:
    order, offer = an_order(), an_offer()
    card = same_order_card(order, offer)
    assert f"Is it {order.reference}, the order last shown here?" in list(words(card))
    assert "Smith" not in repr(card)
    assert held(offer, "breach:start") == {"named": "yes"}


def test_the_offer_holds_where_the_first_words_are_kept_and_none_of_them() -> None:
    offer = an_offer()
    same_order_card(an_order(), offer, Kept(UUID(int=7), NOW))
    assert held(offer, "breach:start") == {"named": "yes", "first": str(UUID(int=7)), "first_at": NOW.isoformat()}


@pytest.mark.parametrize("said", MUCH)
def test_no_record_makes_a_card_too_large_to_send(said: str) -> None:
    made = sent(a_draft(*filled(said)))
    cards = [done_card(made), record_card(made)]
    assert [size for size in (len(orjson.dumps(card)) for card in cards) if size > LARGEST] == []


def test_a_long_account_is_shortened_before_the_points_to_prove_are() -> None:
    long = changed({**ACCOUNT, "happened": "\N{PILE OF POO}" * 4000}, SIMPLE[2], {**KNOWN, "awareness_more": "é" * 4000})
    shown = list(words(done_card(sent(a_draft(*long)))))
    assert [text for text in shown if text.endswith(CUT)] != []
    assert any(text.startswith("6. Not already punished as contempt") for text in shown)


def test_the_text_to_copy_holds_what_was_added_since() -> None:
    record = sent(a_draft(*SIMPLE))
    added = Addendum(1, "It was at ten, not nine.", RESPONSE.id, "0000", NOW)
    shown = list(words(record_card(replace(record, signing=Signing((), (added,))))))
    assert {"Sign off: Awaits a supervisor's sign-off.", "Added since it was sent:", "It was at ten, not nine."} <= set(shown)
