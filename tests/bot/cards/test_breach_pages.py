"""The pages of a breach and the last look at it are read by eye, by ear and by thumb."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import orjson
import pytest

from bot.cards.breach_pages import check_card, page_card
from bot.cards.breach_words import CUT
from bot.offers import Offer
from domain.breaches import flow
from domain.breaches.drafts import BreachDraft, Told, next_page, page_of, standing, when_of
from domain.breaches.event_times import ARREST_BEFORE
from domain.breaches.lacking import FILLED_IN
from domain.breaches.questions import PAGES, Kind, Page
from domain.breaches.reading import Reading
from domain.breaches.then import standings_then, states_of
from domain.breaches.twice import BEGUN_BESIDE
from domain.orders import Order
from domain.withholding import ADDRESS, CONTACT
from tests.breaches import ACCOUNT, BROKEN, DECIDED, HELD, KNOWN, NOW, SIMPLE, Given, a_draft, changed, needed
from tests.fakes.talk import buttons, words
from tests.orders import an_order
from tests.people import RESPONSE
from tests.story_parts import MOST_FIELDS

Card = dict[str, Any]
LARGEST = 28_000
WHOSE = "NMO-7F3K2D, John Smith"
ASKED = [page for page in PAGES if page.id not in ("danger", "safe")]
STRIP = "Points to prove: show or hide"


def an_offer() -> Offer:
    return Offer(RESPONSE.id, "talk", NOW)


def titles(card: Card) -> list[str]:
    return [title for title, _ in buttons(card)]


def inputs(card: Card) -> Iterator[Card]:
    yield from (one for one in card["body"] if one["type"].startswith("Input."))


def told(draft: BreachDraft, order: Order | None = None, alike: tuple[str, ...] = ()) -> Told:
    order = order or an_order()
    return Told(draft, order, states_of(standings_then(order, when_of(standing(draft.answers)))), alike)


def open_card(draft: BreachDraft) -> Card:
    page = next_page(draft)
    assert page is not None
    return page_card(told(draft), page, an_offer(), WHOSE)


def shown_page(page: Page, draft: BreachDraft) -> Card:
    return page_card(told(draft), page, an_offer(), WHOSE)


def last_look(*given: Given) -> list[str]:
    return list(words(check_card(told(a_draft(*given)), an_offer())))


def test_the_first_page_is_two_buttons_and_cannot_be_left_out() -> None:
    card = open_card(a_draft())
    assert {"1 of 8", "Is anyone in danger now?"} <= set(words(card))
    assert titles(card) == ["Yes", "No", "Stop"]


def test_danger_is_answered_with_where_help_is() -> None:
    card = open_card(a_draft("yes"))
    assert any("Press your emergency button or use radio control now; 999 if you are off air." in text for text in words(card))
    assert titles(card) == ["Help is coming: carry on", "Back", "Stop"]


@pytest.mark.parametrize("page", ASKED, ids=lambda page: page.id)
def test_every_other_page_has_a_way_back_and_a_way_out(page: Page) -> None:
    card = shown_page(
        page, a_draft("no", *SIMPLE[1:7], {"events": "interview", "victim_told": "told_yes"}) if page.id == "times" else a_draft("no")
    )
    assert titles(card) == ["Next", "Back", "Skip", "Stop"]
    assert card["speak"] == f"Page {page.number} of 8. {page.title}"


def test_a_page_that_is_answered_has_nothing_to_leave_out() -> None:
    assert titles(shown_page(page_of("happened"), a_draft(*SIMPLE))) == ["Next", "Back", "Stop"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_every_input_has_a_label_and_none_is_ticked_in_advance(page: Page) -> None:
    fields = list(inputs(shown_page(page, a_draft())))
    assert len(fields) <= MOST_FIELDS
    assert [field for field in fields if not field["label"] or field.get("value")] == []


@pytest.mark.parametrize("given", [(), ("no",), ("no", "skip")])
def test_each_page_names_its_order_in_the_card_and_not_in_what_is_spoken(given: tuple[str, ...]) -> None:
    card = open_card(a_draft(*given))
    assert list(words(card))[2] == WHOSE
    assert "Smith" not in card["speak"]


@pytest.mark.parametrize("page", ASKED, ids=lambda page: page.id)
def test_the_points_to_prove_are_one_line_on_each_page_and_in_full_behind_a_press(page: Page) -> None:
    body = shown_page(page, a_draft("no"))["body"]
    (strip,) = [one["text"] for one in body if one["type"] == "TextBlock" and one["text"].startswith("Points to prove: ")]
    assert strip.count("nothing yet") + strip.count("some evidence") == 6
    (toggle,) = [one for each in body if each["type"] == "ActionSet" for one in each["actions"]]
    (behind,) = [one for one in body if one.get("isVisible") is False]
    assert (toggle["type"], toggle["title"], toggle["targetElements"]) == ("Action.ToggleVisibility", STRIP, [behind["id"]])
    assert [one["text"].split(". Held: ")[0] for one in behind["items"]][:2] == [
        "The person is the respondent",
        "The order existed and was in force then",
    ]
    assert len(behind["items"]) == 6


def test_the_line_of_the_points_to_prove_follows_the_answers() -> None:
    before, after = (
        next(text for text in words(open_card(a_draft(*given))) if text.startswith("Points to")) for given in (SIMPLE[:1], SIMPLE[:4])
    )
    assert [before.count("some evidence"), after.count("some evidence")] == [0, 4]


@pytest.mark.parametrize("page", PAGES[:2], ids=lambda page: page.id)
def test_in_danger_no_points_to_prove_stand_in_the_way(page: Page) -> None:
    assert [text for text in words(shown_page(page, a_draft())) if text.startswith("Points to prove")] == []


def test_leaving_out_asks_why_with_a_field_that_must_be_filled() -> None:
    card = open_card(a_draft("no", "skip"))
    assert list(words(card))[3:] == ["Why is this left out?", "What happened"]
    assert [field["isRequired"] for field in inputs(card)] == [True]
    assert titles(card) == ["Leave it out", "Back", "Stop"]


def test_leaving_a_page_out_names_all_that_is_left_out() -> None:
    step = flow.Step(page_of("knowledge"), RESPONSE.id, NOW)
    card = open_card(flow.leave_out_rest(a_draft(*SIMPLE[:3]), step))
    assert "How we know who did it; How the respondent knew of the order; Explained" in list(words(card))


@pytest.mark.parametrize(("page", "given"), [("happened", ACCOUNT), ("conditions", BROKEN), ("knowledge", KNOWN), ("evidence", HELD)])
def test_a_changed_answer_is_shown_in_its_inputs(page: str, given: Mapping[str, str]) -> None:
    shown = open_card(flow.change(a_draft(*SIMPLE), page_of(page)))
    assert {one["id"]: one["value"] for one in inputs(shown) if one.get("value")} == dict(given)


def test_what_is_still_needed_of_a_page_is_said_on_it() -> None:
    card = shown_page(page_of("happened"), replace(a_draft(*SIMPLE), answers=a_draft(*SIMPLE).answers[:3]))
    assert needed("where", "manner") in list(words(card))


def test_what_was_read_from_the_first_words_is_filled_in_and_said_to_be_so() -> None:
    first = {"happened": Reading(text="He texted her."), "manner": Reading(("contact",), "He texted her.")}
    draft = flow.told_at_first(a_draft("no"), first, RESPONSE.id, NOW)
    card = open_card(draft)
    assert FILLED_IN in list(words(card))
    assert {one["id"]: one["value"] for one in inputs(card) if one.get("value")} == {"happened": "He texted her.", "manner": "contact"}
    assert FILLED_IN not in list(words(open_card(a_draft("no"))))


def test_a_press_carries_only_an_opaque_id() -> None:
    offer = an_offer()
    draft = replace(a_draft("no"), etag=4)
    card = page_card(told(draft), page_of("knowledge"), offer, WHOSE)
    assert [action["data"].keys() for action in card["actions"]] == [{"action"}] * 4
    assert {action.details["seen"] for action in offer.actions} == {"4"}
    assert {action.object for action in offer.actions} == {str(draft.id)}


def test_the_last_look_shows_every_answer_and_changes_each_page() -> None:
    offer = an_offer()
    card = check_card(told(a_draft(*SIMPLE)), offer)
    shown = list(words(card))
    assert "What happened: He texted her three times." in shown
    assert 'When: Sat 21 November 2026 at about 22:00 (as typed: "last night about ten")' in shown
    assert "State of the order then: In force on what the court last told us." in shown
    pages = [page for page in PAGES if page.id not in ("safe", "times")]
    assert [title for title in titles(card) if title.startswith("Change: ")] == [f"Change: {page.title}" for page in pages]
    asked = [one.title for page in pages for one in page.questions if one.id in standing(a_draft(*SIMPLE).answers)]
    assert [title for title in asked if not any(text.startswith(f"{title}: ") for text in shown)] == []
    assert titles(card)[-3:] == ["Send", "Back", "Stop"]
    assert [action.once for action in offer.actions if action.verb == "breach:confirm"] == [True]


def test_the_last_look_after_danger_shows_that_help_was_coming() -> None:
    shown = last_look("yes", "carry on", *SIMPLE[1:])
    assert {"Danger now: Yes", "Help", "Help: Help is coming: carry on"} <= set(shown)


def test_the_last_look_shows_already_what_is_kept_out_of_the_crime_report() -> None:
    order = an_order()
    said = f"He came to {order.applicant.address1} and rang {order.applicant.phone}."
    shown = list(words(check_card(told(a_draft(*changed({**ACCOUNT, "happened": said})), order), an_offer())))
    assert f"What happened: He came to {ADDRESS} and rang {CONTACT}." in shown
    assert [text for text in shown if "Cobbler" in text or "900456" in text] == []


def test_the_last_look_warns_of_another_record_and_of_a_time_that_was_not_read() -> None:
    whole = a_draft(*SIMPLE)
    raw = replace(whole, answers=tuple(replace(one, values=()) if one.question == "when" else one for one in whole.answers))
    shown = " ".join(words(check_card(told(raw, alike=("BR-222222", "BR-333333")), an_offer())))
    assert "for the same time, or a day before or after: BR-222222, BR-333333" in shown
    assert "The time is kept as typed and could not be read" in shown
    quiet = " ".join(last_look(*SIMPLE))
    assert [part for part in ("same time", "colleague", "could not be read") if part in quiet] == []


def test_another_record_or_a_colleagues_draft_is_told_of_as_soon_as_the_time_is_known() -> None:
    beside = replace(told(a_draft(*SIMPLE[:2]), alike=("BR-222222",)), begun_beside=True)
    page = next_page(beside.draft)
    assert page is not None
    shown = " ".join(words(page_card(beside, page, an_offer(), "NMO")))
    assert ("BR-222222" in shown, BEGUN_BESIDE in shown) == (True, True)


def test_the_last_look_warns_of_a_clock_that_will_run_from_the_sending_and_of_an_arrest_before_the_act() -> None:
    page = {**DECIDED, "arrest": "arrested", "arrest_when": "20/11 14:30"}
    whole = a_draft(*changed(page, at=4))
    assert ARREST_BEFORE in list(words(check_card(told(whole), an_offer())))
    raw = replace(whole, answers=tuple(replace(one, values=()) if one.question == "arrest_when" else one for one in whole.answers))
    assert any("will run from Send" in text for text in words(check_card(told(raw), an_offer())))


def test_a_time_left_out_is_not_said_to_be_unread() -> None:
    whole = a_draft(*SIMPLE)
    left = tuple(replace(one, values=(), text="", skipped="not asked") if one.question == "when" else one for one in whole.answers)
    shown = " ".join(words(check_card(told(replace(whole, answers=left)), an_offer())))
    assert "When: left out: not asked" in shown
    assert "could not be read" not in shown


def test_nobody_is_said_to_decide_who_is_not_told() -> None:
    shown = " ".join(last_look(*changed({**BROKEN, "conditions": "not_sure"}, at=2)))
    assert "Condition broken: Not sure: ask your sergeant" in shown
    assert "to decide" not in shown


def test_what_was_read_and_what_was_said_do_not_run_into_each_other() -> None:
    shown = last_look(*changed({**KNOWN, "awareness": "pc told him by phone, told by telephone"}, at=3))
    at = next(at for at, text in enumerate(shown) if text.endswith("Told by telephone."))
    assert shown[at + 1].startswith("Said: ")


def test_an_account_of_several_rows_stands_row_by_row() -> None:
    shown = last_look(*changed({**ACCOUNT, "happened": "He rang.\nThen he came.\n\nThen he left."}))
    at = shown.index("What happened: He rang.")
    assert shown[at : at + 4] == ["What happened: He rang.", "Then he came.", " ", "Then he left."]


def test_an_account_of_very_many_rows_is_cut_on_the_last_look_and_says_so() -> None:
    shown = last_look(*changed({**ACCOUNT, "happened": "rang\n" * 40}))
    assert (shown.count("rang"), CUT in shown) == (8, True)


MUCH = ["x" * 4000, "*\n" * 2000, "\N{PILE OF POO}" * 4000, "<b>\u202e" * 1000, "*" * 4000]


def filled(said: str) -> list[Given]:
    """The simple breach with as many words as there is room for, beside its choices and in each of its fields."""
    given: list[Given] = ["no"]
    for page, one in zip(ASKED, SIMPLE[1:], strict=False):
        assert not isinstance(one, str)
        fields = {question.id: said[:4000] for question in page.questions if question.kind is Kind.WORDS}
        named = {question.id: f"{question.choices[0].id} {said}"[:4000] for question in page.questions if question.kind is Kind.MANY}
        given.append({**one, **fields, **{id: words for id, words in named.items() if id not in ("conditions", "events")}})
    return given


@pytest.mark.parametrize("said", MUCH)
def test_no_answer_makes_a_card_too_large_to_send(said: str) -> None:
    draft = a_draft(*filled(said))
    cards = [check_card(told(draft), an_offer())]
    cards += [shown_page(page, draft) for page in PAGES]
    assert [size for size in (len(orjson.dumps(card)) for card in cards) if size > LARGEST] == []


@pytest.mark.parametrize("said", ["\N{PILE OF POO}" * 4000, "x" * 4000])
def test_words_for_which_a_page_has_no_room_are_in_no_field_that_would_send_them_back_cut(said: str) -> None:
    given = {**ACCOUNT, "happened": said, "where": said, "witnesses": said, "reported": said}
    draft = a_draft("no", given)
    card = shown_page(page_of("happened"), draft)
    fields = {one["id"]: one["value"] for one in inputs(card) if one["type"] == "Input.Text"}
    assert fields == {id: words for id, words in given.items() if id in fields}
    left_out = [one for one in page_of("happened").questions if one.kind is Kind.WORDS and one.id not in fields]
    shown = " ".join(words(card))
    assert [one.id for one in left_out if f"{one.title}: {said[:300]} ... {CUT}" not in shown] == []
    assert [one.id for one in left_out if f"for other words type '{one.title.casefold()}: ...'" not in shown] == []
    assert left_out != []
    again = flow.submit(draft, flow.Step(page_of("happened"), RESPONSE.id, NOW), {**fields, "manner": "contact"})
    assert standing(again.answers) == standing(draft.answers)
