"""The cards of a breach are read by eye, by ear and by thumb."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import orjson
import pytest

from bot.cards.breaches import aloud, check_card, done_card, question_card, stopped_card
from bot.offers import Offer
from domain.breaches.drafts import BreachDraft, Told, answer, change, next_question, question_of, recorded, standing, states_then, when_of
from domain.breaches.questions import QUESTIONS, SAFE, Question
from domain.conversations import WEB
from domain.orders import Order
from domain.withholding import ADDRESS, CONTACT
from services.breaches import Sent
from tests.breaches import NOW, SIMPLE, a_draft
from tests.fakes.talk import buttons, words
from tests.orders import an_order
from tests.people import RESPONSE

Card = dict[str, Any]
LARGEST = 28_000
WHOSE = "NMO-7F3K2D, John Smith"


def an_offer() -> Offer:
    return Offer(RESPONSE.id, "talk", NOW)


def titles(card: Card) -> list[str]:
    return [title for title, _ in buttons(card)]


def inputs(part: Any) -> Iterator[Card]:
    yield from (one for one in part["body"] if one["type"].startswith("Input."))


def told(draft: BreachDraft, order: Order | None = None, alike: tuple[str, ...] = ()) -> Told:
    order = order or an_order()
    return Told(draft, order, states_then(order, when_of(standing(draft.answers))), alike)


def sent(draft: BreachDraft, *, already: bool = False) -> Sent:
    order = an_order()
    return Sent(recorded(told(draft, order), "BR-7F3K2D", "0000", NOW), order, already)


def open_card(draft: BreachDraft) -> Card:
    question = next_question(draft)
    assert question is not None
    return question_card(draft, question, an_offer(), WHOSE)


def test_the_first_question_is_two_buttons_and_cannot_be_left_out() -> None:
    card = open_card(a_draft())
    assert {"1 of 6", "Is anyone in danger now?"} <= set(words(card))
    assert titles(card) == ["Yes", "No", "Stop"]


def test_danger_is_answered_with_where_help_is() -> None:
    card = open_card(a_draft("yes"))
    assert any("Press your emergency button or use radio control now; 999 if you are off air." in text for text in words(card))
    assert titles(card) == ["Help is coming: carry on", "Back", "Stop"]


@pytest.mark.parametrize("question", QUESTIONS[2:])
def test_every_other_question_has_a_way_back_and_a_way_out(question: Question) -> None:
    card = question_card(a_draft("yes"), question, an_offer(), WHOSE)
    assert titles(card) == ["Next", "Back", "Skip", "Stop"]
    assert card["speak"] == f"Question {question.number} of 6. {question.words}"


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_input_has_a_label_and_none_is_ticked_in_advance(question: Question) -> None:
    fields = inputs(question_card(a_draft(), question, an_offer(), WHOSE))
    assert [field for field in fields if not field["label"] or "value" in field] == []


@pytest.mark.parametrize("said", [(), ("no",), ("no", "skip")])
def test_each_question_names_its_order_in_the_card_and_not_in_what_is_spoken(said: tuple[str, ...]) -> None:
    card = open_card(a_draft(*said))
    assert list(words(card))[2] == WHOSE
    assert "Smith" not in card["speak"]


def test_leaving_out_asks_why_with_a_field_that_must_be_filled() -> None:
    card = open_card(a_draft("no", "skip"))
    assert "Why is this left out?" in list(words(card))
    assert [field["isRequired"] for field in inputs(card)] == [True]
    assert titles(card) == ["Leave it out", "Back", "Stop"]


def test_a_changed_answer_is_shown_in_its_inputs() -> None:
    whole = a_draft(*SIMPLE)
    shown = {
        id: {one["id"]: one.get("value") for one in inputs(open_card(change(whole, question_of(id))))}
        for id in ("when", "conditions", "evidence")
    }
    assert shown["when"] == {"when": "last night about ten"}
    assert shown["conditions"] == {"conditions": "condition_3", "how": "contact"}
    assert shown["evidence"] == {"evidence": "Screenshots", "lost": "lost_phone", "arrest": "no, not found yet"}


def test_a_press_carries_only_an_opaque_id() -> None:
    offer = an_offer()
    draft = replace(a_draft("no"), etag=4)
    card = question_card(draft, question_of("awareness"), offer, WHOSE)
    assert [action["data"].keys() for action in card["actions"]] == [{"action"}] * 4
    assert {action.details["seen"] for action in offer.actions} == {"4"}
    assert {action.object for action in offer.actions} == {str(draft.id)}


def test_the_last_look_shows_all_and_changes_each() -> None:
    offer = an_offer()
    card = check_card(told(a_draft(*SIMPLE)), offer)
    shown = list(words(card))
    assert "He texted her three times." in shown
    assert 'Sat 21 November 2026 at about 22:00 (as typed: "last night about ten")' in shown
    assert "State of the order then: In force on what the court last told us." in shown
    assert [title for title in titles(card) if title.startswith("Change: ")] == [
        "Change: Danger now",
        "Change: What happened",
        "Change: When",
        "Change: Condition broken, and how",
        "Change: How the respondent knew of the order",
        "Change: Evidence",
    ]
    assert titles(card)[-3:] == ["Send", "Back", "Stop"]
    assert [action.once for action in offer.actions if action.verb == "breach:confirm"] == [True]


def test_the_last_look_shows_already_what_is_kept_out_of_the_crime_report() -> None:
    order = an_order()
    said = f"He came to {order.applicant.address1} and rang {order.applicant.phone}."
    shown = list(words(check_card(told(a_draft("no", said, *SIMPLE[2:]), order), an_offer())))
    assert f"He came to {ADDRESS} and rang {CONTACT}." in shown
    assert [text for text in shown if "Cobbler" in text or "900456" in text] == []


def test_the_last_look_warns_of_what_a_sergeant_would_send_back() -> None:
    untimed = a_draft(*SIMPLE[:2], "skip: x", *SIMPLE[3:5], "Screenshots")
    raw = replace(
        untimed, answers=tuple(replace(one, skipped=None, text="bin day") if one.question == "when" else one for one in untimed.answers)
    )
    shown = " ".join(words(check_card(told(raw, alike=("BR-222222", "BR-333333")), an_offer())))
    assert "same order and day already: BR-222222, BR-333333" in shown
    assert "The time is kept as typed and could not be read" in shown
    assert "The arrest decision is not recorded" in shown
    quiet = " ".join(words(check_card(told(a_draft(*SIMPLE)), an_offer())))
    assert [part for part in ("already:", "could not be read", "not recorded") if part in quiet] == []
    assert "could not be read" not in " ".join(words(check_card(told(untimed), an_offer())))


@pytest.mark.parametrize(("decision", "warned"), [("no", True), ("not arrested", True), ("no, not found yet", False), ("yes", False)])
def test_the_last_look_warns_where_nobody_was_arrested_and_it_is_not_said_why(decision: str, warned: bool) -> None:
    shown = " ".join(words(check_card(told(a_draft(*SIMPLE[:5], f"arrest: {decision}")), an_offer())))
    assert ("the reason is missing" in shown) is warned
    assert "The arrest decision is not recorded" not in shown


def test_nobody_is_said_to_decide_who_is_not_told() -> None:
    shown = " ".join(words(check_card(told(a_draft(*SIMPLE[:3], "not sure", *SIMPLE[4:])), an_offer())))
    assert "Not sure: ask your sergeant" in shown
    assert "to decide" not in shown


def test_a_letter_alone_is_shown_once() -> None:
    shown = list(words(check_card(told(a_draft(*SIMPLE[:3], "C", "not known", SIMPLE[5])), an_offer())))
    assert "C. Telephone, text, email or other contact with the protected person" in shown
    assert "Not known yet" in shown


def test_what_was_read_and_what_was_said_do_not_run_into_each_other() -> None:
    shown = list(words(check_card(told(a_draft(*SIMPLE[:4], "pc told him by phone, told by telephone", SIMPLE[5])), an_offer())))
    at = next(at for at, text in enumerate(shown) if text.endswith("Told by telephone."))
    assert shown[at + 1].startswith("Said: ")


def test_evidence_stands_row_by_row_on_the_last_look_as_in_the_text_for_the_crime_report() -> None:
    draft = a_draft(*SIMPLE[:5], "doorbell clip; neighbour saw\nlost: cctv\narrest: no, gone on arrival")
    shown = list(words(check_card(told(draft), an_offer())))
    rows = ["doorbell clip; neighbour saw", "Arrest: no, gone on arrival", "Will be lost soon: CCTV or doorbell footage"]
    assert shown[shown.index(rows[0]) :][:3] == rows


def test_an_answer_of_very_many_rows_is_cut_on_the_last_look_and_says_so() -> None:
    shown = list(words(check_card(told(a_draft("no", "rang\n" * 40, *SIMPLE[2:])), an_offer())))
    assert (shown.count("rang"), "(cut short here; the record holds all of it)" in shown) == (10, True)


def test_the_reference_is_read_aloud_sign_by_sign() -> None:
    assert aloud("BR-7F3K2D") == "B R, 7 F 3 K 2 D"
    card = done_card(sent(a_draft(*SIMPLE)), an_offer(), WEB)
    shown = list(words(card))
    assert "Recorded as BR-7F3K2D" in shown
    assert "Read aloud: B R, 7 F 3 K 2 D" in shown
    assert "Breach of a non-molestation order: BR-7F3K2D" in shown
    assert any("contact task has been made" in text for text in shown)
    assert "Already recorded as BR-7F3K2D" in list(words(done_card(sent(a_draft(*SIMPLE), already=True), an_offer(), WEB)))


def test_stopping_says_that_nothing_is_lost() -> None:
    card = stopped_card(a_draft("no"), an_offer())
    assert titles(card) == ["Resume", "Hand over", "Discard these answers"]
    assert any("answers are kept" in text for text in words(card))


@pytest.mark.parametrize("said", ["x" * 4000, "*\n" * 2000, "\N{PILE OF POO}" * 4000, "<b>\u202e" * 1000, "*" * 4000])
def test_no_answer_makes_a_card_too_large_to_send(said: str) -> None:
    draft = a_draft("no", said, "yday", "C " + said[:3000], said, said)
    cards = [check_card(told(draft), an_offer()), done_card(sent(draft), an_offer(), WEB)]
    cards += [question_card(change(draft, question), question, an_offer(), WHOSE) for question in QUESTIONS if question is not SAFE]
    assert [size for size in (len(orjson.dumps(card)) for card in cards) if size > LARGEST] == []


def test_a_long_account_is_shortened_before_the_points_to_prove_are() -> None:
    shown = list(words(done_card(sent(a_draft("no", "\N{PILE OF POO}" * 4000, "yday", "C", "é" * 4000, "Screenshots")), an_offer(), WEB)))
    assert [text for text in shown if text.endswith("(cut short here; the record holds all of it)")] != []
    assert any(text.startswith("6. Not already punished as contempt") for text in shown)


def test_a_cut_text_says_that_it_is_cut() -> None:
    draft = answer(a_draft("no"), question_of("happened"), "x" * 4000, RESPONSE.id, NOW)
    shown = " ".join(words(question_card(change(draft, question_of("happened")), question_of("happened"), an_offer(), WHOSE)))
    assert "cut short here; the record holds all of it" in shown
