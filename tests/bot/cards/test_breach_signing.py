"""The card of a record that was sent: what came after it, in order, cut only where it says so, and within what a client can carry."""

from dataclasses import replace
from typing import Any

import orjson
import pytest

from bot.cards.breach_handover import offered_card, taken_card, which_officer_card, whom_card, withdrawn_card
from bot.cards.breach_signing import (
    ANOTHERS,
    CUT,
    SINCE,
    WHAT_IT_MEANS,
    add_card,
    awaiting_card,
    history_card,
    return_card,
    sign_off_card,
    signed_card,
)
from bot.offers import Offer
from domain.breaches.drafts import Breach
from domain.breaches.signing import Addendum, Decision, Signing, Verdict, Waiting
from domain.officers import Officer
from domain.withholding import ADDRESS
from services.breach_handover import Offered
from services.breach_signing import Queue
from services.breaches import Sent
from tests.breaches import ACCOUNT, BROKEN, DECIDED, HELD, KNOWN, NEXT, NOW, SAFE_NOW, SIMPLE, Given, a_draft
from tests.fakes.talk import DRAWN_AT_MOST, buttons, fullest, words
from tests.orders import an_order
from tests.people import AUDITOR, RESPONSE, SUPERVISOR, VLO

LARGEST = 28_000
RETURNED = Decision(1, Verdict.RETURNED, SUPERVISOR.id, "1301", NOW, 1, "Which phone?")
SIGNED = Decision(2, Verdict.SIGNED_OFF, SUPERVISOR.id, "1301", NOW, 2)


def addendum(number: int, text: str, question: str | None = None) -> Addendum:
    return Addendum(number, text, VLO.id, "4201", NOW, question)


FIRST, SECOND = addendum(1, "The neighbour saw it."), addendum(2, "The grey phone.", "evidence")


def sent(*decisions: Decision, addenda: tuple[Addendum, ...] = (), said: tuple[Given, ...] = SIMPLE) -> Sent:
    draft = a_draft(*said)
    record = Breach(draft.id, "demo", "BR-7F3K2D", draft.order_id, 2, RESPONSE.id, "4101", NOW, draft.answers)
    return Sent(record, an_order(), signing=Signing(decisions, addenda))


def an_offer() -> Offer:
    return Offer(SUPERVISOR.id, "talk", NOW)


def shown(record: Sent, officer: Officer = SUPERVISOR) -> tuple[list[str], list[str]]:
    """The words after the record itself, and the buttons."""
    card = signed_card(record, officer, an_offer())
    said = list(words(card))
    return said[said.index(SINCE) + 1 :], [title for title, _ in buttons(card)]


def test_a_record_that_waits_offers_a_supervisor_both_decisions() -> None:
    assert shown(sent()) == (["Awaits a supervisor's sign-off."], ["Sign off", "Return with a note", "Add to this record"])


def test_everybody_else_sees_how_it_stands_and_may_add_if_they_may_record() -> None:
    assert shown(sent(), RESPONSE) == (["Awaits a supervisor's sign-off."], ["Add to this record"])
    assert shown(sent(), AUDITOR)[1] == []


def test_whoever_gave_part_of_it_is_told_that_another_decides() -> None:
    own = replace(sent(), breach=replace(sent().breach, recorded_by=SUPERVISOR.id))
    assert shown(own) == (["Awaits a supervisor's sign-off.", ANOTHERS], ["Add to this record"])


def test_what_came_after_stands_in_order_with_who_and_when() -> None:
    told, offered = shown(sent(RETURNED, SIGNED, addenda=(FIRST, SECOND)))
    when = "on Sun 22 November 2026 at 10:50"
    assert told == [
        "Signed off.",
        f"1. Added by 4201 {when}",
        "The neighbour saw it.",
        f"Returned by 1301 {when}",
        "Which phone?",
        f"2. Added by 4201 {when}, about 'Evidence'",
        "The grey phone.",
        f"Signed off by 1301 {when}",
    ]
    assert offered == ["Add to this record"]


def test_a_returned_record_says_what_to_do() -> None:
    assert shown(sent(RETURNED))[0][0] == "Returned by a supervisor: add to this record what the note asks for."


def test_the_protected_persons_address_is_in_no_addition() -> None:
    told, _ = shown(sent(addenda=(addendum(1, "Seen at 3 Cobbler's Yard again."),)))
    assert told[-1] == f"Seen at {ADDRESS} again."


def test_a_long_addition_is_cut_and_read_whole_behind_a_press() -> None:
    long = sent(addenda=(addendum(1, "x" * 4000),))
    told, offered = shown(long)
    assert CUT in told
    assert told[-1] == "x" * 300 + " ..."
    assert "Read what was added" in offered
    assert "x" * 4000 in list(words(history_card(long, 0, an_offer())))


def test_of_very_many_the_newest_are_shown_and_all_can_be_read_page_by_page() -> None:
    many = sent(addenda=tuple(addendum(number, f"Words {number} {'y' * 900}") for number in range(1, 41)))
    told, _ = shown(many)
    assert any(text.startswith("40. Added") for text in told)
    assert not any(text.startswith("1. Added") for text in told)
    pages = [list(words(history_card(many, page, an_offer()))) for page in range(4)]
    read = [text for page in pages for text in page if text.startswith("Words ")]
    assert [text.split()[1] for text in dict.fromkeys(read)] == [str(number) for number in range(1, 41)]
    assert "Page 1 of" in pages[0][2]
    assert [[title for title, _ in buttons(history_card(many, page, an_offer()))] for page in (0, 99)] == [
        ["More", "Show the record"],
        ["Show the record"],
    ]


def test_nothing_added_is_an_empty_page() -> None:
    assert list(words(history_card(sent(), 0, an_offer())))[1:] == ["Added since BR-7F3K2D was sent"]


def long_pages(said: str) -> tuple[Given, ...]:
    """Every question that takes words, with these."""
    held, people = HELD | {"evidence_more": said}, SAFE_NOW | {"safeguarding_more": said, "children_more": said}
    known = KNOWN | {"awareness_more": said, "identity_more": said}
    return ("no", ACCOUNT | {"happened": said, "where": said}, BROKEN, known, DECIDED | {"arrest_why": said}, held, people, NEXT)


@pytest.mark.parametrize("said", ["x" * 4000, "*\n" * 2000, "\N{PILE OF POO}" * 4000, "<b>\u202e" * 1000, "*" * 4000])
def test_no_addition_makes_a_card_too_large_to_send(said: str) -> None:
    whole = sent(RETURNED, addenda=tuple(addendum(number, said) for number in range(1, 9)), said=long_pages(said))
    cards = [signed_card(whole, SUPERVISOR, an_offer()), *(history_card(whole, page, an_offer()) for page in range(12))]
    assert [size for size in (len(orjson.dumps(card)) for card in cards) if size > LARGEST] == []


def test_signing_off_says_what_it_means_and_asks_once_more() -> None:
    card = sign_off_card(sent(), an_offer())
    assert WHAT_IT_MEANS in list(words(card))
    assert [title for title, _ in buttons(card)] == ["Yes, sign it off", "Show the record"]


@pytest.mark.parametrize(("draw", "ids"), [(return_card, ["note"]), (add_card, ["words", "question"])])
def test_a_note_or_an_addition_is_typed_into_the_card_or_as_a_line(draw: Any, ids: list[str]) -> None:
    card = draw(sent(), an_offer())
    assert [one["id"] for one in card["body"] if one["type"].startswith("Input.")] == ids
    assert any("Or type '" in text for text in words(card))


def test_the_list_leads_to_those_that_wait_beside_it() -> None:
    waiting = tuple(Waiting(one.id, one.order_id, f"BR-00000{at}", "4101", NOW) for at, one in enumerate([sent().breach] * 10))
    card = awaiting_card(Queue(waiting, more=True), an_offer())
    assert "BR-000000, recorded Sun 22 November 2026 at 10:50 by 4101." in list(words(card))
    assert [title for title, _ in buttons(card)][-1] == "More"
    assert len(list(buttons(card))) == 11
    assert fullest(card) <= DRAWN_AT_MOST
    assert "No record of a breach awaits your sign-off." in list(words(awaiting_card(Queue(()), an_offer())))


def test_no_card_says_more_aloud_than_what_it_is_about() -> None:
    draft = a_draft("no")
    offer = an_offer()
    cards = [signed_card(sent(), SUPERVISOR, offer), sign_off_card(sent(), offer), return_card(sent(), offer), add_card(sent(), offer)]
    cards += [history_card(sent(), 0, offer), awaiting_card(Queue(()), offer), whom_card("1", offer), taken_card(draft, offer)]
    cards += [which_officer_card("1", [VLO], offer), offered_card(Offered(draft, VLO), offer), withdrawn_card(draft, offer)]
    assert [card["speak"] for card in cards if "BR-" in card["speak"] or VLO.name in card["speak"] or "Smith" in card["speak"]] == []
