"""A breach as an officer tells it: a draft that answers fill one by one, and the record made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.breaches.questions import DANGER, EVENT_TIMES, PAGES, SAFE, WHEN, Page, Question, is_asked, is_needed
from domain.errors import Outdated, Unreadable
from domain.london import to_london
from domain.moments import Span
from domain.order_states import Standing
from domain.orders import Order, OrderState
from domain.terms import OrderTerms

OPEN, SENT, DISCARDED = "open", "sent", "discarded"
# All that the open page lacks is being left out.
REST = "rest"
DANGER_HOLDS = timedelta(minutes=15)
_MISSING = "There is an answer still to give before this can be sent."


@dataclass(frozen=True)
class Answer:
    """One answer, never altered: a later one to the same question stands in its place and both are kept.

    `values` are what was read (choices, or the two ends of a time), `text` the officer's own words, `skipped` the reason for leaving it out.
    An answer that is not `settled` was kept as typed, or read from the first words, and is asked again. `quoted` are the order's own conditions, word for
    word as they were checked then.
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
    """A breach being told. `skipping` is the question whose reason for leaving it out is awaited, or REST; `revisiting` a page being answered anew.

    One that is `parked` is open beside the officer's other draft of the same order.
    """

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
    parked: bool = False


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
    risk_tool: str = ""


@dataclass(frozen=True)
class Told:
    """What the last look at a draft shows: the draft, its order, the order's state then, and other records that may be the same breach.

    `begun_beside` says that another officer has begun a record of the same order. `terms` are the order's own, where a person has checked them;
    `versions` those that may have governed then; `registered` what is held of service and awareness; `standings` how the order stood at both ends.
    """

    draft: BreachDraft
    order: Order
    states: tuple[OrderState, ...] = ()
    alike: tuple[str, ...] = ()
    terms: OrderTerms | None = None
    versions: tuple[int, ...] = ()
    registered: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    begun_beside: bool = False
    risk_tool: str = ""


class KeptAsTyped(Unreadable):
    """Not all was understood, or something is lacking, but what was given is kept: `draft` holds it, to be saved before it is asked again."""

    def __init__(self, advice: str, draft: BreachDraft) -> None:
        super().__init__(advice)
        self.draft = draft


class StillLacking(KeptAsTyped):
    """All that was given was understood; the page that is shown again says what it still lacks."""


def standing(answers: tuple[Answer, ...]) -> dict[str, Answer]:
    """The answers that stand, by question. After each yes to danger it is asked anew whether help is coming."""
    found: dict[str, Answer] = {}
    for one in answers:
        if one.question == DANGER.id:
            found.pop(SAFE.id, None)
        if one.settled or one.question not in found:
            found[one.question] = one
    return found


def values_of(answers: Mapping[str, Answer]) -> dict[str, tuple[str, ...]]:
    """What the settled ones hold, by question."""
    return {id: one.values for id, one in answers.items() if one.settled}


def answered(answers: tuple[Answer, ...]) -> list[tuple[Question, Answer]]:
    """Every question that is asked and answered, in the sequence of the pages: what followed from an answer since changed is left out."""
    given = standing(answers)
    values = values_of(given)
    return [
        (question, given[question.id])
        for page in PAGES
        if is_asked(page.follows, values)
        for question in page.questions
        if question.id in given and is_asked(question.follows, values) and not is_empty(given[question.id])
    ]


def is_empty(given: Answer) -> bool:
    """Nothing was said, and it was not left out with a reason either."""
    return not given.text and not given.values and given.skipped is None


def asked(draft: BreachDraft) -> list[Page]:
    """The pages that apply to this draft, in order."""
    values = values_of(standing(draft.answers))
    return [page for page in PAGES if is_asked(page.follows, values)]


def pending(draft: BreachDraft, page: Page) -> list[Question]:
    """The questions of the page that must still be answered."""
    given = standing(draft.answers)
    return list(_lacking(page, given, values_of(given)))


def leaving_out(draft: BreachDraft, page: Page) -> list[Question]:
    """What waits for the reason why it is left out."""
    return [one for one in pending(draft, page) if draft.skipping in (one.id, REST)]


def next_page(draft: BreachDraft) -> Page | None:
    """The one being answered anew, else the first with an answer still to give; None when nothing is lacking."""
    given = standing(draft.answers)
    values = values_of(given)
    pages = [page for page in PAGES if is_asked(page.follows, values)]
    revisited = next((page for page in pages if page.id == draft.revisiting), None)
    return revisited or next((page for page in pages if any(_lacking(page, given, values))), None)


def page_of(id: str) -> Page:
    """Of its own id, or of a question's."""
    found = next((page for page in PAGES if id == page.id or any(id == one.id for one in page.questions)), None)
    if found is None:
        raise Outdated("That question is not asked any more. Here is where the record stands.")
    return found


def is_underway(draft: BreachDraft, now: datetime) -> bool:
    """More is answered than whether anyone is in danger, or was filled in a while ago: it is of some incident already."""
    of_it = (one for one in draft.answers if one.question not in (DANGER.id, SAFE.id))
    return any(one.settled or now - one.at >= DANGER_HOLDS for one in of_it)


def denies_danger(draft: BreachDraft) -> bool:
    danger = standing(draft.answers).get(DANGER.id)
    return danger is not None and danger.values == ("no",)


def taken_up(draft: BreachDraft, now: datetime) -> BreachDraft:
    """A draft begun before, gone on with: after a while it is asked anew whether anyone is in danger now."""
    danger = standing(draft.answers).get(DANGER.id)
    if danger is None or now - danger.at < DANGER_HOLDS:
        return draft
    return replace(draft, revisiting=page_of(DANGER.id).id, skipping=None)


def must_be_whole(draft: BreachDraft) -> None:
    if next_page(draft) is not None:
        raise Unreadable(_MISSING)


def span_of(given: Answer | None) -> Span | None:
    """The time that an answer tells of, where it could be read."""
    if given is None or len(given.values) < 2:
        return None
    start, end, *about = given.values
    return Span(datetime.fromisoformat(start), datetime.fromisoformat(end), bool(about))


def when_of(answers: Mapping[str, Answer]) -> Span | None:
    """When it happened, where that could be read."""
    return span_of(answers.get(WHEN.id))


def events_of(breach: "Breach") -> list[tuple[str, datetime]]:
    """What has happened that starts the clock for telling the victim, and when; the time of the record where that could not be read."""
    given = {question.id: answer for question, answer in answered(breach.answers)}
    told = {event: given[question.id] for event, question in EVENT_TIMES.items() if question.id in given}
    spans = {event: span_of(answer) for event, answer in told.items()}
    return [(event, breach.recorded_at if span is None else span.start) for event, span in spans.items()]


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
        order_version=max(told.versions, default=told.order.version),
        recorded_by=draft.officer,
        recorder=recorder,
        recorded_at=now,
        answers=draft.answers,
        states=told.states,
        happened_on=day_of(when_of(standing(draft.answers))),
        risk_tool=told.risk_tool,
    )


def _lacking(page: Page, given: Mapping[str, Answer], values: Mapping[str, tuple[str, ...]]) -> Iterator[Question]:
    return (one for one in page.questions if is_needed(one, values) and not _is_settled(given.get(one.id)))


def _is_settled(given: Answer | None) -> bool:
    return given is not None and given.settled and not is_empty(given)
