"""The way through the pages: danger first, going back, changing, leaving out with a reason, and nobody is stopped."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from domain.breaches.drafts import (
    DANGER_HOLDS,
    REST,
    Answer,
    BreachDraft,
    asked,
    leaving_out,
    must_be_whole,
    next_page,
    page_of,
    standing,
    taken_up,
    when_of,
)
from domain.breaches.flow import LONGEST_ANSWER, Step, back, change, leave_out, leave_out_rest, say, submit
from domain.breaches.questions import LAST, PAGES, Page
from domain.errors import Outdated, Unreadable
from domain.moments import in_words
from tests.breaches import ACCOUNT, NOW, SIMPLE, Given, a_draft, kept, needed, stepped
from tests.people import NEIGHBOUR, RESPONSE

WHOLE = a_draft(*SIMPLE)


def open_page(draft: BreachDraft) -> str:
    page = next_page(draft)
    return "none" if page is None else page.id


def at(page: Page, now: datetime = NOW) -> Step:
    return Step(page, RESPONSE.id, now)


def reading_of(draft: BreachDraft, question: str) -> Answer:
    return standing(draft.answers)[question]


def test_eight_pages_make_a_whole_record() -> None:
    assert [page.number for page in asked(a_draft())] == list(range(1, LAST + 1))
    must_be_whole(WHOLE)
    assert [page.id for page in asked(WHOLE)] == ["danger", "happened", "conditions", "knowledge", "arrest", "evidence", "people", "next"]
    assert {(one.by, one.at) for one in WHOLE.answers} == {(RESPONSE.id, NOW)}


def test_a_record_with_a_page_open_is_not_sent() -> None:
    with pytest.raises(Unreadable, match="still to give"):
        must_be_whole(a_draft(*SIMPLE[:-1]))


@pytest.mark.parametrize("said", ["yes", "Y", "Yes, he is outside the door", "YEAH", {"danger": "yes"}])
def test_danger_puts_help_first_and_then_carries_on(said: Given) -> None:
    draft = a_draft(said)
    assert open_page(draft) == "safe"
    with pytest.raises(Unreadable, match="emergency button"):
        stepped(draft, "he has a knife")
    assert open_page(stepped(draft, "carry on")) == "happened"
    assert open_page(stepped(draft, {"safe": "carry_on"})) == "happened"


@pytest.mark.parametrize(
    "said", ["maybe", "no idea", "not sure", "nope but he was", "?", "no?", "ok", "next", "danger: no", "no; danger: yes"]
)
def test_anything_but_a_plain_no_is_asked_again(said: str) -> None:
    with pytest.raises(Unreadable, match="yes or no"):
        a_draft(said)


def test_a_second_yes_to_danger_asks_for_help_again() -> None:
    draft = a_draft("yes", "ok", ACCOUNT)
    assert open_page(stepped(change(draft, page_of("danger")), "yes")) == "safe"
    assert open_page(stepped(change(draft, page_of("danger")), "no")) == "conditions"
    assert open_page(stepped(change(a_draft("no", ACCOUNT), page_of("danger")), "yes")) == "safe"


@pytest.mark.parametrize("word", ["skip", "skip: busy"])
@pytest.mark.parametrize("before", [(), ("yes",)])
def test_danger_and_help_cannot_be_left_out(before: tuple[str, ...], word: str) -> None:
    with pytest.raises(Unreadable, match="cannot be left out"):
        a_draft(*before, word)
    draft = a_draft(*before)
    with pytest.raises(Unreadable, match="cannot be left out"):
        leave_out_rest(draft, at(page_of(open_page(draft))))


def test_leaving_one_question_out_asks_why_and_keeps_the_reason() -> None:
    draft = a_draft("no", "skip")
    assert [one.id for one in leaving_out(draft, page_of("happened"))] == ["happened"]
    draft, _ = kept(draft, "the victim was too upset")
    assert reading_of(draft, "happened").skipped == "the victim was too upset"
    assert "when" not in standing(draft.answers)
    draft, _ = kept(draft, "skip: not asked yet")
    assert reading_of(draft, "when").skipped == "not asked yet"
    assert (draft.skipping, open_page(draft)) == (None, "happened")


def test_the_question_that_has_the_name_of_its_page_is_left_out_alone() -> None:
    draft, _ = kept(stepped(a_draft(*SIMPLE[:5]), "skip"), "the shop is closed")
    assert {one.question for one in draft.answers if one.skipped} == {"evidence"}
    assert [one.id for one in leaving_out(a_draft(*SIMPLE[:5]), page_of("evidence"))] == []


def test_the_rest_of_a_page_is_left_out_for_one_reason() -> None:
    draft, _ = kept(a_draft("no"), {"happened": "He shouted."})
    draft = leave_out_rest(draft, at(page_of("happened")))
    assert draft.skipping == REST
    draft = stepped(draft, {"reason": " not asked yet "})
    assert {one.question: one.skipped for one in draft.answers[2:]} == dict.fromkeys(["when", "where", "manner"], "not asked yet")
    assert reading_of(draft, "happened").text == "He shouted."
    assert open_page(draft) == "conditions"


@pytest.mark.parametrize(("reason", "why"), [("  ", "empty"), ("x" * (LONGEST_ANSWER + 1), "longer than 4,000")])
def test_a_reason_is_given_and_has_a_measure(reason: str, why: str) -> None:
    draft = leave_out_rest(a_draft("no"), at(page_of("happened")))
    with pytest.raises(Unreadable, match=why):
        stepped(draft, {"reason": reason})


def test_what_is_answered_is_not_left_out_by_the_way() -> None:
    draft = change(WHOLE, page_of("people"))
    with pytest.raises(Unreadable, match="Everything on this page is answered"):
        stepped(draft, "skip: no time")
    with pytest.raises(Unreadable, match="Everything on this page is answered"):
        leave_out_rest(draft, at(page_of("people")))


def test_a_page_with_a_question_left_out_by_name_goes_on_once_the_rest_is_given() -> None:
    draft = leave_out(a_draft("no"), at(page_of("happened")), "")
    draft, advice = kept(draft, "not told yet")
    assert advice == needed("when", "where", "manner")
    assert open_page(stepped(draft, {"when": "yday", "where": "the gate", "manner": "place"})) == "conditions"


def test_back_takes_back_the_leaving_out_before_it_goes_back() -> None:
    draft = back(a_draft("no", "skip"))
    assert (draft.skipping, open_page(draft)) == (None, "happened")
    assert open_page(back(draft)) == "danger"
    assert open_page(back(back(draft))) == "danger"
    assert open_page(back(a_draft())) == "danger"


def test_back_from_the_last_look_and_on_again() -> None:
    draft = back(WHOLE)
    assert open_page(draft) == "next"
    assert open_page(back(draft)) == "people"
    assert open_page(stepped(back(draft), "risk: medium")) == "none"


@pytest.mark.parametrize("word", ["keep", "Next.", "as it is", "no change"])
def test_a_page_gone_back_to_is_kept_as_it_is_by_a_word(word: str) -> None:
    assert stepped(back(WHOLE), word) == WHOLE


@pytest.mark.parametrize("word", ["keep", "next", "same"])
def test_danger_is_always_answered_anew(word: str) -> None:
    with pytest.raises(Unreadable, match="yes or no"):
        stepped(change(WHOLE, page_of("danger")), word)


def test_a_changed_answer_stands_and_the_old_one_is_kept() -> None:
    draft = stepped(change(WHOLE, page_of("happened")), {"happened": "He rang her."})
    assert reading_of(draft, "happened").text == "He rang her."
    assert [one.text for one in draft.answers if one.question == "happened"] == ["He texted her three times.", "He rang her."]
    assert open_page(draft) == "none"


def test_answers_sent_again_unchanged_keep_their_giver_and_their_time() -> None:
    later = Step(page_of("happened"), NEIGHBOUR.id, NOW + timedelta(hours=1))
    draft = submit(change(WHOLE, later.page), later, {**ACCOUNT, "where": "at the gate"})
    assert draft.answers[:-1] == WHOLE.answers
    assert draft.answers[-1] == Answer("where", "at the gate", NEIGHBOUR.id, later.now)


def test_a_time_told_by_the_hour_stays_what_it_was_when_its_page_is_sent_again() -> None:
    draft = a_draft("no", ACCOUNT | {"when": "an hour ago"})
    later = at(page_of("happened"), NOW + timedelta(hours=2))
    assert submit(change(draft, later.page), later, ACCOUNT | {"when": "an hour ago"}).answers == draft.answers
    when = when_of(standing(say(change(draft, later.page), later, "when: an hour ago").answers))
    assert when is not None
    assert in_words(when) == "Sun 22 November 2026 at 11:50"


def test_the_same_answer_to_danger_is_an_answer_of_its_own() -> None:
    again = stepped(change(WHOLE, page_of("danger")), "no")
    assert len(again.answers) == len(WHOLE.answers) + 1


def test_a_page_that_does_not_apply_is_not_changed() -> None:
    with pytest.raises(Outdated, match="no longer applies"):
        change(WHOLE, page_of("safe"))
    with pytest.raises(Outdated, match="no longer applies"):
        say(WHOLE, at(page_of("times")), "yesterday")
    with pytest.raises(Outdated, match="not asked any more"):
        page_of("shoe_size")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_found_by_its_own_name_and_by_each_of_its_questions(page: Page) -> None:
    assert {page_of(name).id for name in (page.id, *(one.id for one in page.questions))} == {page.id}


@pytest.mark.parametrize(
    ("after", "page"), [(timedelta(0), "none"), (DANGER_HOLDS - timedelta(seconds=1), "none"), (DANGER_HOLDS, "danger")]
)
def test_after_a_while_it_is_asked_anew_whether_anyone_is_in_danger(after: timedelta, page: str) -> None:
    assert open_page(taken_up(WHOLE, NOW + after)) == page


def test_a_draft_without_an_answer_about_danger_asks_for_it_anyway() -> None:
    assert open_page(taken_up(a_draft(), NOW + DANGER_HOLDS)) == "danger"


def test_a_draft_is_never_altered_in_place() -> None:
    draft = a_draft("no")
    later = stepped(draft, ACCOUNT)
    assert len(draft.answers) == 1
    assert replace(later, answers=later.answers[:1]) == draft
