"""A breach is asked for in six questions, loses no answer, and stops nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.breaches.drafts import (
    LONGEST_ANSWER,
    BreachDraft,
    KeptAsTyped,
    answer,
    asked,
    back,
    change,
    must_be_whole,
    next_question,
    question_of,
    standing,
    states_then,
    when_of,
    words_of_states,
)
from domain.breaches.questions import AWARENESS, CONDITIONS, DANGER, EVIDENCE, HAPPENED, QUESTIONS, SAFE, SIX, WHEN
from domain.errors import AssistantError, Outdated, Unreadable
from domain.moments import Span, in_words
from domain.orders import OrderState
from tests.orders import an_order

NOW = datetime(2026, 11, 22, 10, 50, tzinfo=UTC)
OFFICER = uuid4()
SIMPLE = ("no", "He texted her three times.", "last night about ten", "C contact", "served", "phone. arrest: yes")


def a_draft(*said: str) -> BreachDraft:
    """A draft after these answers to the questions as they came."""
    draft = BreachDraft(uuid4(), "demo", OFFICER, uuid4(), NOW)
    for text in said:
        draft = say(draft, text)
    return draft


def say(draft: BreachDraft, text: str) -> BreachDraft:
    question = next_question(draft)
    assert question is not None
    return answer(draft, question, text, OFFICER, NOW)


def open_question(draft: BreachDraft) -> str:
    question = next_question(draft)
    return "none" if question is None else question.id


def test_six_questions_make_a_whole_record() -> None:
    assert [question.number for question in asked(a_draft())] == [1, 2, 3, 4, 5, SIX]
    whole = a_draft(*SIMPLE)
    must_be_whole(whole)
    assert [one.question for one in whole.answers] == ["danger", "happened", "when", "conditions", "awareness", "evidence"]
    assert {one.by for one in whole.answers} == {OFFICER}
    assert {one.at for one in whole.answers} == {NOW}


def test_a_record_with_an_open_question_is_not_sent() -> None:
    with pytest.raises(Unreadable, match="still to give"):
        must_be_whole(a_draft(*SIMPLE[:-1]))


@pytest.mark.parametrize("said", ["yes", "Y", "Yes, he is outside the door", "YEAH"])
def test_danger_puts_help_first_and_then_carries_on(said: str) -> None:
    draft = a_draft(said)
    assert open_question(draft) == SAFE.id
    with pytest.raises(Unreadable, match="emergency button"):
        say(draft, "he has a knife")
    assert open_question(say(draft, "carry on")) == HAPPENED.id


@pytest.mark.parametrize("said", ["maybe", "no idea", "not sure", "nope but he was", "?"])
def test_anything_but_a_plain_no_is_asked_again(said: str) -> None:
    with pytest.raises(Unreadable, match="yes or no"):
        a_draft(said)


def test_a_second_yes_to_danger_asks_for_help_again() -> None:
    draft = a_draft("yes", "ok", "He shouted.")
    assert open_question(say(change(draft, DANGER), "yes")) == SAFE.id
    assert open_question(say(change(draft, DANGER), "no")) == WHEN.id
    assert open_question(say(change(a_draft("no", "He shouted."), DANGER), "yes")) == SAFE.id


def test_danger_cannot_be_left_out() -> None:
    with pytest.raises(Unreadable, match="cannot be left out"):
        a_draft("skip")


def test_leaving_one_out_asks_why_and_keeps_the_reason() -> None:
    draft = a_draft("no", "skip")
    assert draft.skipping == HAPPENED.id
    draft = say(draft, "she was too upset")
    assert standing(draft.answers)[HAPPENED.id].skipped == "she was too upset"
    assert open_question(draft) == WHEN.id
    assert standing(say(draft, "skip: not asked yet").answers)[WHEN.id].skipped == "not asked yet"


def test_back_takes_back_the_leaving_out_before_it_goes_back() -> None:
    draft = back(a_draft("no", "skip"))
    assert draft.skipping is None
    assert open_question(draft) == HAPPENED.id
    assert open_question(back(draft)) == DANGER.id
    assert open_question(back(back(draft))) == DANGER.id


def test_back_from_the_last_look_and_on_again() -> None:
    draft = back(a_draft(*SIMPLE))
    assert open_question(draft) == EVIDENCE.id
    assert open_question(back(draft)) == AWARENESS.id
    assert open_question(say(back(draft), "own words")) == "none"


def test_a_changed_answer_stands_and_the_old_one_is_kept() -> None:
    draft = say(change(a_draft(*SIMPLE), HAPPENED), "He rang her.")
    assert standing(draft.answers)[HAPPENED.id].text == "He rang her."
    assert [one.text for one in draft.answers if one.question == HAPPENED.id] == ["He texted her three times.", "He rang her."]
    assert open_question(draft) == "none"


def test_a_question_that_does_not_apply_is_not_changed() -> None:
    with pytest.raises(Outdated, match="no longer applies"):
        change(a_draft(*SIMPLE), SAFE)
    with pytest.raises(Outdated, match="not asked any more"):
        question_of("shoe_size")


def test_a_time_that_cannot_be_read_is_asked_again_once_and_then_kept_as_typed() -> None:
    draft = a_draft("no", "He shouted.")
    with pytest.raises(KeptAsTyped, match="could not read") as kept:
        say(draft, "when the bins went out")
    assert open_question(kept.value.draft) == WHEN.id
    settled = say(kept.value.draft, "bin day, I said")
    assert when_of(standing(settled.answers)) is None
    assert standing(settled.answers)[WHEN.id].text == "bin day, I said"
    assert [one.text for one in settled.answers if one.question == WHEN.id] == ["when the bins went out", "bin day, I said"]
    assert open_question(settled) == CONDITIONS.id


def test_a_time_that_is_read_the_second_time_is_the_time() -> None:
    draft = a_draft("no", "He shouted.")
    with pytest.raises(KeptAsTyped) as kept:
        say(draft, "when the bins went out")
    when = when_of(standing(say(kept.value.draft, "last night about ten").answers))
    assert when is not None
    assert in_words(when) == "Sat 21 November 2026 at about 22:00"


def test_a_good_time_stands_while_its_change_cannot_be_read() -> None:
    draft = change(a_draft(*SIMPLE), WHEN)
    with pytest.raises(KeptAsTyped) as kept:
        say(draft, "when the bins went out")
    assert when_of(standing(kept.value.draft.answers)) == when_of(standing(draft.answers))
    assert open_question(kept.value.draft) == WHEN.id


@pytest.mark.parametrize(("said", "why"), [("   ", "empty"), ("x" * (LONGEST_ANSWER + 1), "longer than 4,000")])
def test_an_answer_has_a_measure(said: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        a_draft("no", said)


def test_the_state_is_that_of_the_time_of_the_act() -> None:
    order = an_order(made_on=date(2026, 6, 1), expires_at=datetime(2026, 11, 21, 22, 0, tzinfo=UTC))
    early, late = datetime(2026, 11, 21, 21, 0, tzinfo=UTC), datetime(2026, 11, 21, 23, 0, tzinfo=UTC)
    assert states_then(order, Span(early, early)) == (OrderState.IN_FORCE,)
    assert states_then(order, Span(late, late)) == (OrderState.EXPIRED,)
    assert states_then(order, Span(early, late)) == (OrderState.IN_FORCE, OrderState.EXPIRED)
    assert states_then(order, None) == ()


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ((), "not reckoned"),
        ((OrderState.IN_FORCE,), "In force on what the court last told us"),
        ((OrderState.EXPIRED,), "was not live then (Expired: history only). Keep recording"),
        ((OrderState.IN_FORCE, OrderState.EXPIRED), "changed state within that time"),
    ],
)
def test_how_the_order_stood_is_said_in_words(states: tuple[OrderState, ...], said: str) -> None:
    assert said in words_of_states(states)


MOVES = st.sampled_from(
    [
        "no",
        "yes",
        "carry on",
        "He shouted.",
        "bins",
        "last night",
        "C",
        "not sure",
        "served",
        "skip",
        "skip: later",
        "",
        "<back>",
        "<change>",
        "<other>",
    ]
)


@given(st.lists(MOVES, max_size=40))
def test_any_path_through_the_questions_keeps_every_answer(moves: list[str]) -> None:
    """The open question is reckoned again from the answers alone; nothing said is ever taken away."""
    draft = a_draft()
    for number, move in enumerate(moves):
        before, draft = draft, moved(draft, move, QUESTIONS[number % len(QUESTIONS)].id)
        assert draft.answers[: len(before.answers)] == before.answers
        assert_consistent(draft)


def moved(draft: BreachDraft, move: str, other: str) -> BreachDraft:
    steps = {
        "<back>": lambda: back(draft),
        "<change>": lambda: change(draft, question_of(other)),
        "<other>": lambda: answer(draft, question_of(other), "yes", OFFICER, NOW),
    }
    question = next_question(draft) or EVIDENCE
    try:
        return steps.get(move, lambda: answer(draft, question, move, OFFICER, NOW))()
    except KeptAsTyped as kept:
        return kept.draft
    except AssistantError:
        return draft


def assert_consistent(draft: BreachDraft) -> None:
    settled = [one for one in draft.answers if one.settled]
    latest = {one.question: place for place, one in enumerate(settled)}
    danger = [one.values for one in settled if one.question == "danger"][-1:]
    order = ["danger", *(["safe"] if danger == [("yes",)] else []), "happened", "when", "conditions", "awareness", "evidence"]
    helped = latest.get("safe", -1) > latest.get("danger", -1)
    missing = [id for id in order if id not in latest or (id == "safe" and not helped)]
    assert open_question(draft) == (draft.revisiting or next(iter(missing), "none"))
    assert draft.skipping in (None, draft.revisiting)


def test_a_draft_is_never_altered_in_place() -> None:
    draft = a_draft("no")
    later = answer(draft, HAPPENED, "He shouted.", OFFICER, NOW + timedelta(minutes=1))
    assert len(draft.answers) == 1
    assert replace(later, answers=later.answers[:1]) == draft
