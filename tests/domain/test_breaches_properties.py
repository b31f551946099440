"""Whatever is sent or typed, in whatever sequence: every answer is kept, the open page follows from the answers alone, and nothing breaks."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.breaches.drafts import BreachDraft, KeptAsTyped, answered, next_page, page_of, standing
from domain.breaches.flow import LONGEST_ANSWER, TOO_LONG, Step, back, change, leave_out_rest, say, submit, told_at_first
from domain.breaches.points import points_to_prove
from domain.breaches.questions import BY_ID, PAGES, QUESTIONS, Kind, Page, Question
from domain.breaches.spotting import first_told
from domain.errors import Outdated, Unreadable
from tests.breaches import NOW, a_draft
from tests.orders import an_order
from tests.people import RESPONSE

# What must be answered, page by page, written out anew: a question, and the answers after which alone it is asked.
Rule = tuple[str, str, str, tuple[str, ...]]
DECIDED_AGAINST = ("arrest_planned", "arrest_voluntary", "arrest_no")
ALWAYS: tuple[str, tuple[str, ...]] = ("", ())
MUST: tuple[Rule, ...] = (
    ("danger", "danger", *ALWAYS),
    ("safe", "safe", "danger", ("yes",)),
    *(("happened", id, *ALWAYS) for id in ("happened", "when", "where", "manner")),
    *(("conditions", id, *ALWAYS) for id in ("conditions", "third_party", "exception")),
    *(("knowledge", id, *ALWAYS) for id in ("identity", "awareness", "explained")),
    ("knowledge", "explanation", "explained", ("explained",)),
    *(("arrest", id, *ALWAYS) for id in ("offences", "earlier", "arrest")),
    ("arrest", "arrest_why", "arrest", DECIDED_AGAINST),
    ("arrest", "arrest_when", "arrest", ("arrested",)),
    *(("evidence", id, *ALWAYS) for id in ("evidence", "missing", "lost", "contempt")),
    *(("people", id, *ALWAYS) for id in ("children", "risk_before", "risk_after", "safeguarding")),
    *(("next", id, *ALWAYS) for id in ("events", "victim_told")),
    ("times", "interview_when", "events", ("interview",)),
    ("times", "release_when", "events", ("release",)),
    ("times", "bail_when", "events", ("bail",)),
    ("times", "nfa_when", "events", ("not_investigating",)),
)
WORDS = (
    *("no", "yes", "carry on", "He shouted.", "bins", "last night", "C", "not sure", "served", "none", "skip", "skip: later", "ok", "next"),
    *(
        "nicked",
        "not arrested because he had gone",
        "he texted her",
        "where: the gate; when: yday",
        "arrest: no; reason: ill",
        "released",
        "",
    ),
    *(
        "condition_3",
        "arrest_no",
        "arrested",
        "interview,release",
        "event_none",
        "explained",
        "term_2_1",
        "tomorrow",
        "an hour ago",
        "x" * 5_000,
    ),
)
Move = tuple[str, str, Mapping[str, str]]
MOVES: st.SearchStrategy[Move] = st.one_of(
    st.tuples(st.just("say"), st.sampled_from(WORDS), st.just({})),
    st.tuples(st.just("send"), st.just(""), st.dictionaries(st.sampled_from([*BY_ID, "reason"]), st.sampled_from(WORDS), max_size=6)),
    st.tuples(st.just("pick"), st.sampled_from([f"{one.id}={choice.id}" for one in QUESTIONS for choice in one.choices]), st.just({})),
    st.tuples(st.sampled_from(["back", "rest", "first"]), st.just(""), st.just({})),
    st.tuples(st.just("change"), st.sampled_from([page.id for page in PAGES]), st.just({})),
)


def moved(draft: BreachDraft, move: Move, minutes: int) -> BreachDraft:
    """After a move; it may be refused, and in no other way than these."""
    kind, word, sent = move
    now = NOW + timedelta(minutes=minutes)
    step = Step(next_page(draft) or PAGES[-1], RESPONSE.id, now)
    question, _, value = word.partition("=")
    ways = {
        "say": lambda: say(draft, step, word),
        "send": lambda: submit(draft, step, sent),
        "pick": lambda: submit(draft, Step(page_of(question), RESPONSE.id, now), {question: value}),
        "back": lambda: back(draft),
        "rest": lambda: leave_out_rest(draft, step),
        "first": lambda: told_at_first(draft, first_told(PAGES, "he texted her at the school", now), RESPONSE.id, now),
        "change": lambda: change(draft, page_of(word)),
    }
    try:
        return ways[kind]()
    except KeptAsTyped as still:
        return still.draft
    except (Unreadable, Outdated):
        return draft


def assert_consistent(draft: BreachDraft) -> None:
    settled = {one.question: (place, one) for place, one in enumerate(draft.answers) if one.settled}
    values = {id: one.values for id, (_, one) in settled.items()}
    there = {id for id, (_, one) in settled.items() if one.text or one.values or one.skipped}
    helped = settled.get("safe", (-1, None))[0] > settled.get("danger", (-1, None))[0]
    asked = [(page, id) for page, id, parent, after in MUST if not parent or set(values.get(parent, ())) & set(after)]
    missing = [page for page, id in asked if id not in there or (id == "safe" and not helped)]
    again = [draft.revisiting] if draft.revisiting in {page for page, _ in asked} else []
    page = next_page(draft)
    assert ("none" if page is None else page.id) == next(iter([*again, *missing]), "none")


@given(st.lists(MOVES, max_size=40))
def test_any_path_through_the_pages_keeps_every_answer(moves: list[Move]) -> None:
    """The open page is reckoned again from the answers alone; nothing said is ever taken away."""
    draft = a_draft()
    for minutes, move in enumerate(moves):
        before, draft = draft, moved(draft, move, minutes)
        assert draft.answers[: len(before.answers)] == before.answers
        assert_consistent(draft)
        assert len(points_to_prove(an_order(), standing(draft.answers), ())) == 6


@given(st.lists(MOVES, max_size=30))
def test_what_is_told_of_the_answers_is_never_more_than_was_given(moves: list[Move]) -> None:
    draft = a_draft()
    for minutes, move in enumerate(moves):
        draft = moved(draft, move, minutes)
    told = answered(draft.answers)
    assert [one for _, one in told if one not in draft.answers] == []
    assert [question.id for question, _ in told] == [id for id in BY_ID if id in {question.id for question, _ in told}]


NASTY = (
    "x" * 20_000,
    "\N{POLICE CAR}" * 300,
    "\N{FAMILY}\u200d\N{GIRL}",
    "\u202eevil\u202c",
    "שלום, הוא בא לבית",
    "\x00",
    "he\x00texted",
    "\ud800",
    "\u200b",
    "'; drop table breach; --",
    "<b>he</b> & 'she'",
    "9" * 400,
    ":" * 400,
    "where: " * 400,
    "a-" * 1_000,
)


def outcome(question: Question, text: str) -> tuple[BreachDraft, str]:
    try:
        return submit(a_draft(), Step(page_of(question.id), RESPONSE.id, NOW), {question.id: text}), ""
    except KeptAsTyped as still:
        return still.draft, still.advice


def lost(question: Question, text: str) -> bool:
    """Neither kept as typed, nor read for a choice or a time, nor refused with words to show."""
    after, advice = outcome(question, text)
    return not (advice or after.answers) or any(one.text != text.strip() and not one.values for one in after.answers)


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:12]))
def test_whatever_is_sent_for_a_question_is_kept_or_refused_with_words_to_show(text: str) -> None:
    assert [one.id for one in QUESTIONS if lost(one, text)] == []


@pytest.mark.parametrize("text", [text for text in NASTY if len(text) < LONGEST_ANSWER - 9], ids=lambda text: ascii(text[:12]))
def test_words_are_kept_sign_for_sign(text: str) -> None:
    typed = f"he {text} she"
    sent = [(one.id, outcome(one, typed)[0].answers) for one in QUESTIONS if one.kind is Kind.WORDS]
    assert [id for id, answers in sent if [one.text for one in answers] != [typed]] == []


def test_what_is_too_long_for_any_question_is_said_to_be_and_not_kept() -> None:
    sent = [outcome(one, "x" * 20_000) for one in QUESTIONS]
    assert [(draft.answers, advice) for draft, advice in sent if draft.answers or advice != TOO_LONG] == []


@given(st.sampled_from(QUESTIONS), st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text_at_all_is_kept_or_refused(question: Question, text: str) -> None:
    assert not lost(question, text)


@given(st.sampled_from(PAGES), st.text(max_size=200))
def test_any_text_typed_on_any_page_is_kept_or_refused(page: Page, text: str) -> None:
    assert_consistent(moved(moved(a_draft(), ("change", page.id, {}), 0), ("say", text, {}), 1))
