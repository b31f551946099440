"""A breach as an officer tells it: a draft that answers fill one by one, and the record made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import takewhile
from uuid import UUID

from domain.breaches.questions import CONDITIONS, DANGER, QUESTIONS, SAFE, WHEN, Question
from domain.breaches.reading import joined, read_answer, refused_for, unnumbered
from domain.errors import Outdated, Unreadable
from domain.london import to_london
from domain.moments import Span, StillToCome
from domain.order_states import standing_at
from domain.orders import LIVE, STATE_WORDS, Order, OrderState
from domain.terms import OrderTerms

LONGEST_ANSWER = 4_000
OPEN, SENT, DISCARDED = "open", "sent", "discarded"
SKIP_WORDS = ("skip",)
KEEP_WORDS = ("keep", "keep it", "same", "no change", "unchanged", "leave it", "as it is", "next", "continue", "go on")
DANGER_HOLDS = timedelta(minutes=15)
_MISSING = "There is an answer still to give before this can be sent."


@dataclass(frozen=True)
class Answer:
    """One answer, never altered: a later one to the same question stands in its place and both are kept.

    `values` are what was read (choices, or the two ends of a time), `text` the officer's own words, `skipped` the reason for leaving it out.
    An answer that is not `settled` was kept as typed and asked again. `quoted` are the order's own conditions, word for word as they were checked then.
    """

    question: str
    text: str
    by: UUID
    at: datetime
    values: tuple[str, ...] = ()
    skipped: str | None = None
    settled: bool = True
    quoted: tuple[str, ...] = ()


@dataclass(frozen=True)
class BreachDraft:
    """A breach being told. `skipping` is the question whose reason for leaving it out is awaited, `revisiting` one being answered anew."""

    id: UUID
    force: str
    officer: UUID
    order_id: UUID
    started_at: datetime
    answers: tuple[Answer, ...] = ()
    skipping: str | None = None
    revisiting: str | None = None
    status: str = OPEN
    etag: int = 0


@dataclass(frozen=True)
class Breach:
    """A record as it was sent; it is never altered. `states` is what the order was at that time, one or two where the time is not exact."""

    id: UUID
    force: str
    reference: str
    order_id: UUID
    order_version: int
    recorded_by: UUID
    recorder: str
    recorded_at: datetime
    answers: tuple[Answer, ...]
    states: tuple[OrderState, ...] = ()
    happened_on: date | None = None


@dataclass(frozen=True)
class Told:
    """What the last look at a draft shows: the draft, its order, the order's state then, and other records that may be the same breach.

    `terms` are the order's own, where a person has checked them.
    """

    draft: BreachDraft
    order: Order
    states: tuple[OrderState, ...] = ()
    alike: tuple[str, ...] = ()
    terms: OrderTerms | None = None


class KeptAsTyped(Unreadable):
    """Not understood, but kept: `draft` holds the words as typed, to be saved before it is asked again."""

    def __init__(self, advice: str, draft: BreachDraft) -> None:
        super().__init__(advice)
        self.draft = draft


def standing(answers: tuple[Answer, ...]) -> dict[str, Answer]:
    """The answers that stand, by question. After each yes to danger it is asked anew whether help is coming."""
    found: dict[str, Answer] = {}
    for one in answers:
        if one.question == DANGER.id:
            found.pop(SAFE.id, None)
        if one.settled or one.question not in found:
            found[one.question] = one
    return found


def asked(draft: BreachDraft) -> list[Question]:
    """The questions that apply to this draft, in order."""
    danger = standing(draft.answers).get(DANGER.id)
    in_danger = danger is not None and danger.values == ("yes",)
    return [question for question in QUESTIONS if question is not SAFE or in_danger]


def next_question(draft: BreachDraft) -> Question | None:
    """The one being answered anew, else the first without an answer; None when all that apply are answered."""
    questions = asked(draft)
    if draft.revisiting is not None:
        return next(question for question in questions if question.id == draft.revisiting)
    settled = {id for id, one in standing(draft.answers).items() if one.settled}
    return next((question for question in questions if question.id not in settled), None)


def answer(draft: BreachDraft, question: Question, text: str, by: UUID, now: datetime) -> BreachDraft:
    """The draft with this answer. Raises Unreadable with words to show, or KeptAsTyped where the words are worth keeping."""
    typed = text.strip()
    if not typed and stands(draft, question):
        return replace(draft, revisiting=None)
    if not typed:
        raise Unreadable("That was empty. Give an answer, or 'skip' to leave this one out with a reason.")
    if len(typed) > LONGEST_ANSWER:
        raise Unreadable(
            f"That is longer than {LONGEST_ANSWER:,} characters and was not kept. Please send the main facts in a shorter message."
        )
    if draft.skipping == question.id:
        return _add(draft, Answer(question.id, "", by, now, skipped=typed))
    if _keeps(draft, question, typed):
        return replace(draft, revisiting=None)
    word, _, reason = typed.partition(":")
    if word.strip().casefold() in SKIP_WORDS:
        return _skip(draft, question, reason.strip(), by, now)
    return _read(draft, question, typed, by, now)


def stands(draft: BreachDraft, question: Question) -> bool:
    """Whether a form sent with nothing filled in leaves the answer that is being looked at again as it was."""
    given = standing(draft.answers).get(question.id)
    if draft.skipping is not None or question in (DANGER, SAFE) or draft.revisiting != question.id:
        return False
    return given is not None and given.settled


def taken_up(draft: BreachDraft, now: datetime) -> BreachDraft:
    """A draft begun before, gone on with: after a while it is asked anew whether anyone is in danger now."""
    danger = standing(draft.answers).get(DANGER.id)
    if danger is None or now - danger.at < DANGER_HOLDS:
        return draft
    return replace(draft, revisiting=DANGER.id, skipping=None)


def back(draft: BreachDraft) -> BreachDraft:
    """To the question before; at the first one it stays there. Leaving a question out is taken back first."""
    if draft.skipping is not None:
        return replace(draft, skipping=None)
    given = [question.id for question in asked(draft) if question.id in standing(draft.answers)]
    here = next_question(draft)
    before = given if here is None else [id for id in given if _place(id) < _place(here.id)]
    return replace(draft, revisiting=before[-1]) if before else draft


def change(draft: BreachDraft, question: Question) -> BreachDraft:
    """Asks this one again; the answer it has stands until then."""
    if question not in asked(draft):
        raise Outdated("That question no longer applies. Here is where the record stands.")
    return replace(draft, revisiting=question.id, skipping=None)


def question_of(id: str) -> Question:
    found = next((question for question in QUESTIONS if question.id == id), None)
    if found is None:
        raise Outdated("That question is not asked any more. Here is where the record stands.")
    return found


def must_be_whole(draft: BreachDraft) -> None:
    if next_question(draft) is not None:
        raise Unreadable(_MISSING)


def when_of(answers: Mapping[str, Answer]) -> Span | None:
    """When it happened, where that could be read."""
    given = answers.get(WHEN.id)
    if given is None or len(given.values) < 2:
        return None
    start, end, *about = given.values
    return Span(datetime.fromisoformat(start), datetime.fromisoformat(end), bool(about))


def states_then(order: Order, when: Span | None, earlier: Sequence[Order] = ()) -> tuple[OrderState, ...]:
    """The order's state at both ends of the time, once where they agree; nothing where the time is not known.

    `earlier` are the versions before this one: what is done before a variation is judged by the version that it varied.
    """
    if when is None:
        return ()
    return tuple(dict.fromkeys(standing_at((*earlier, order), moment).state for moment in (when.start, when.end)))


def words_of_states(states: tuple[OrderState, ...]) -> str:
    """How the order stood then, said so that it stops nobody from recording."""
    if not states:
        return "State of the order then: not reckoned, because the time is not known."
    said = "; or: ".join(STATE_WORDS[state] for state in states)
    if LIVE.issuperset(states):
        return f"State of the order then: {said}."
    if LIVE.isdisjoint(states):
        return f"On what we hold the order was not live then ({said}). Keep recording: earlier breaches still count. Tell your sergeant."
    return f"The order changed state within that time ({said}). Keep recording, and fix the time as closely as you can."


def day_of(when: Span | None) -> date | None:
    """The London day on which it began."""
    return None if when is None else to_london(when.start).date()


def recorded(told: Told, reference: str, recorder: str, now: datetime) -> Breach:
    draft = told.draft
    must_be_whole(draft)
    return Breach(
        id=draft.id,
        force=draft.force,
        reference=reference,
        order_id=told.order.id,
        order_version=told.order.version,
        recorded_by=draft.officer,
        recorder=recorder,
        recorded_at=now,
        answers=draft.answers,
        states=told.states,
        happened_on=day_of(when_of(standing(draft.answers))),
    )


def _place(id: str) -> int:
    return [question.id for question in QUESTIONS].index(id)


def _add(draft: BreachDraft, given: Answer) -> BreachDraft:
    """Of the condition every try is kept beside the answer, as was promised; a time is put right by the later words."""
    if given.question == CONDITIONS.id:
        given = replace(given, text=joined([*(one.text for one in reversed(_tries(draft, given.question))), given.text]))
    return replace(draft, answers=(*draft.answers, given), skipping=None, revisiting=None)


def _keeps(draft: BreachDraft, question: Question, typed: str) -> bool:
    """A settled answer stands if the officer says so; whether anyone is in danger is always answered anew."""
    return typed.casefold().rstrip(".! ") in KEEP_WORDS and stands(draft, question)


def _skip(draft: BreachDraft, question: Question, reason: str, by: UUID, now: datetime) -> BreachDraft:
    if not question.may_skip:
        raise Unreadable("This one cannot be left out.")
    if not reason:
        return replace(draft, skipping=question.id, revisiting=question.id)
    return _add(draft, Answer(question.id, "", by, now, skipped=reason))


def _read(draft: BreachDraft, question: Question, typed: str, by: UUID, now: datetime) -> BreachDraft:
    try:
        reading = read_answer(question, typed, now)
    except Unreadable as refusal:
        if question.id not in (WHEN.id, CONDITIONS.id):
            raise
        kept = Answer(question.id, typed, by, now, settled=False)
        if not isinstance(refusal, StillToCome) and _refused_before(draft, question, refusal):
            return _add(draft, replace(kept, settled=True))
        raise KeptAsTyped(refusal.advice, replace(draft, answers=(*draft.answers, kept))) from refusal
    return _add(draft, Answer(question.id, reading.text, by, now, reading.values, quoted=reading.quoted))


def _refused_before(draft: BreachDraft, question: Question, refusal: Unreadable) -> bool:
    """Whether the words of an earlier try were refused for the same reason: what is wrong with these is then said for the second time."""
    return any(refused_for(question, one.text, one.at) == unnumbered(refusal.advice) for one in _tries(draft, question.id))


def _tries(draft: BreachDraft, question: str) -> list[Answer]:
    """What was kept as typed since an answer was last settled, the newest first."""
    given = [one for one in draft.answers if one.question == question]
    return list(takewhile(lambda one: not one.settled, reversed(given)))
