"""Cards of a breach being told: a page of related questions at a time, and the last look before sending."""

from collections.abc import Iterator

from bot.cards.breach_words import CUT, SHOWN, SHOWN_BYTES, shortened, size
from bot.cards.measure_parts import kind_facts
from bot.cards.papers import paper_button
from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.breaches.answers import NO_CONDITION_READ, answer_words, names_no_condition, title_of
from domain.breaches.drafts import Answer, BreachDraft, Told, answered, asked, leaving_out, pending, standing, when_of
from domain.breaches.event_times import cautions_of_events
from domain.breaches.flow import LONGEST_ANSWER
from domain.breaches.guarding import NOT_HELD, guarded, has_no_address
from domain.breaches.lacking import is_begun, lacking_words
from domain.breaches.points import Point, points_heading, points_to_prove, strip_words
from domain.breaches.questions import BY_ID, CONDITIONS, DANGER, LAST, PAGE_OF, SAFE, WHEN, Kind, Page, Question
from domain.breaches.risk import by_tool
from domain.breaches.terms import asked_of, is_older
from domain.breaches.then import words_of_states, words_of_versions
from domain.breaches.twice import alike_words
from domain.moments import LONGEST, in_words
from domain.withholding import with_words_instead

MOVED_ON = (
    "This order's conditions were checked or changed after that answer was given, or another version governed at that time: "
    f"change {PAGE_OF[CONDITIONS.id].number} to name them as they stand now."
)
_ROWS_OF_AN_ANSWER = 10
# A channel takes 28 KB: what is left of it beside the rest of a page, and beside the rest of the last look.
_FIELD_BYTES, _ANSWER_BYTES = 10_000, 14_000
_ROW_BYTES = 80
_FEWER_SIGNS, _FEWER_ROWS = 60, 2
_CUT_TERM = "(cut short here: read it in the sealed order)"
_STRIP = "points-to-prove"
_FOLLOWS_DANGER = (DANGER, SAFE)


def page_card(told: Told, page: Page, offer: Offer, order: str) -> Card:
    """The open page as it is put for this order; where something on it is being left out, the reason for that.

    `order` says which order it is of, in a line of the card alone.
    """
    draft, over = told.draft, by_tool(asked_of(page, told.order, told.terms, told.versions), told.risk_tool)
    if draft.skipping is not None:
        return _reason_card(draft, over, offer, order)
    given = standing(draft.answers)
    twice = map(warning, alike_words(told)) if CONDITIONS.id in {one.id for one in page.questions} else ()
    body = [*_place(over, order), *_asking(over), *twice, *_time_read(told, over, given), *_where_it_stands(draft, over)]
    body += _inputs(over, given)
    buttons = [*_answers(draft, over, offer), *_beside(told, over, offer), *_ways_out(draft, over, offer)]
    return card([*body, *_strip(told, over)], buttons, speak=f"Page {page.number} of {LAST}. {page.title}")


def check_card(told: Told, offer: Offer) -> Card:
    """Everything as it will be sent, each page with its own way to change it."""
    draft = told.draft
    body = [
        heading("Check and send"),
        facts(
            [("Order", told.order.reference), *kind_facts(told.order, told.draft.started_at), ("Respondent", told.order.respondent.name)]
        ),
    ]
    body.append(line(_stood(told)))
    body.extend(_cautions(told, standing(draft.answers)))
    rows = _all_rows(told)
    for page in asked(draft):
        body.extend(_answered(told, page, rows, offer))
    body.extend(_points(told))
    send = button(
        "Send", offer.press_once("breach:confirm", str(draft.id), seen=str(draft.etag), alike=str(len(told.alike))), style="positive"
    )
    ways = [button("Back", _press(offer, "breach:back", draft)), button("Stop", _press(offer, "breach:stop", draft))]
    return card(body, [send, *ways], speak="Check the record, then send it.")


def _place(page: Page, order: str) -> list[Card]:
    return [line(f"{page.number} of {LAST}", quiet=True), line(order, quiet=True)]


def _reason_card(draft: BreachDraft, page: Page, offer: Offer, order: str) -> Card:
    left = [one.title for one in leaving_out(draft, page)]
    body = [
        *_place(page, order),
        heading("Why is this left out?"),
        line("; ".join(left)),
        text_input("reason", "Reason", required="A reason is needed; Back returns to the page.", limit=LONGEST),
    ]
    answer = button("Leave it out", _press(offer, "breach:answer", draft, page=page.id))
    ways = [button("Back", _press(offer, "breach:back", draft)), button("Stop", _press(offer, "breach:stop", draft))]
    return card(body, [answer, *ways], speak="Why is this left out?")


def _asking(page: Page) -> list[Card]:
    words = warning(page.title) if page.questions[0] is SAFE else heading(page.title)
    return [words, line(page.help)] if page.help else [words]


def _time_read(told: Told, page: Page, given: dict[str, Answer]) -> Iterator[Card]:
    """On the page after it, what was made of the time: sent on a card it is said back nowhere else."""
    if CONDITIONS.id not in {one.id for one in page.questions} or WHEN.id not in given:
        return
    span = when_of(given)
    yield line(f"When: {in_words(span) if span is not None else 'not known'}. {_stood(told)} Wrong? Back.")


def _stood(told: Told) -> str:
    return " ".join(part for part in (words_of_states(told.states, told.order.kind), words_of_versions(told.states, told.versions)) if part)


def _where_it_stands(draft: BreachDraft, page: Page) -> Iterator[Card]:
    """Nothing is said of what is lacking where nothing of the page is answered yet."""
    if is_begun(draft, page):
        yield from (line(words, strong=True) for words in lacking_words(draft, page))


def _by_button(page: Page) -> Question | None:
    """The question of a page that one button answers."""
    return page.questions[0] if page.questions[0] in _FOLLOWS_DANGER else None


def _inputs(page: Page, given: dict[str, Answer]) -> Iterator[Card]:
    """Words for which the card has no room are in no field: cut short there, they would be sent back as the answer."""
    room = _FIELD_BYTES
    for question in page.questions:
        words = given[question.id].text if question.id in given and question.kind in (Kind.WORDS, Kind.MOMENT) else ""
        needed = len(words.encode()) + words.count("\n")
        if needed > room:
            yield line(f"{question.title}: {shortened(words)}")
            yield line(
                f"Too long for a field here. It is kept as it stands; for other words type '{question.title.casefold()}: ...'.", quiet=True
            )
        else:
            room -= needed
            yield from _input(question, given.get(question.id))


def _input(question: Question, given: Answer | None) -> Iterator[Card]:
    """Nothing is ticked in advance but what the officer has said."""
    if question in _FOLLOWS_DANGER:
        return
    if question.kind in (Kind.ONE, Kind.MANY):
        held = [choice.id for choice in question.choices if given is not None and choice.id in given.values]
        picked = choices(question.id, question.words, _options(question), many=question.kind is Kind.MANY)
        yield picked | ({"value": ",".join(held)} if held else {})
        if given is not None and given.text:
            yield line(f"Said: {shortened(given.text)}", quiet=True)
    else:
        limit = LONGEST if question.kind is Kind.MOMENT else LONGEST_ANSWER
        yield text_input(question.id, question.words, multiline=question.multiline, value=given.text if given else "", limit=limit)


def _options(question: Question) -> list[tuple[str, str]]:
    """Word for word; where they are too many for a card each is shortened, and says so."""
    whole = sum(size(choice.label) for choice in question.choices) <= SHOWN_BYTES
    return [
        (choice.label if whole or len(choice.label) <= SHOWN else f"{choice.label[:SHOWN]} ... {_CUT_TERM}", choice.id)
        for choice in question.choices
    ]


def _answers(draft: BreachDraft, page: Page, offer: Offer) -> list[Card]:
    question = _by_button(page)
    if question is None:
        return [button("Next", _press(offer, "breach:answer", draft, page=page.id), style="positive")]
    return [
        button(choice.label, _press(offer, "breach:answer", draft, page=page.id, question=question.id, value=choice.id))
        for choice in question.choices
    ]


def _beside(told: Told, page: Page, offer: Offer) -> list[Card]:
    """The sealed order beside its conditions."""
    is_theirs = any(one.id == CONDITIONS.id for one in page.questions)
    return [paper_button(told.order, offer)] if is_theirs and told.order.has_document else []


def _ways_out(draft: BreachDraft, page: Page, offer: Offer) -> Iterator[Card]:
    if draft.answers:
        yield button("Back", _press(offer, "breach:back", draft))
    if page.may_skip and pending(draft, page):
        yield button("Skip", _press(offer, "breach:skip", draft, page=page.id))
    yield button("Stop", _press(offer, "breach:stop", draft))


def _press(offer: Offer, verb: str, draft: BreachDraft, **details: str) -> dict[str, str]:
    return offer.press(verb, str(draft.id), seen=str(draft.etag), **details)


def _strip(told: Told, page: Page) -> Iterator[Card]:
    """The points to prove as they stand: one line, and behind a press what is held and what is lacking."""
    if page.questions[0] in _FOLLOWS_DANGER:
        return
    points = _told_points(told)
    title = points_heading(told.order.kind)
    yield line(strip_words(points, told.order.kind), quiet=True)
    yield {
        "type": "ActionSet",
        "actions": [{"type": "Action.ToggleVisibility", "title": f"{title}: show or hide", "targetElements": [_STRIP]}],
    }
    yield {"type": "Container", "id": _STRIP, "isVisible": False, "items": [line(_point_words(one), quiet=True) for one in points]}


def _points(told: Told) -> Iterator[Card]:
    yield line(f"{points_heading(told.order.kind)} (they inform; they decide nothing)", strong=True)
    yield from (line(_point_words(one)) | {"spacing": "None"} for one in _told_points(told))


def _told_points(told: Told) -> list[Point]:
    return points_to_prove(told.order, standing(told.draft.answers), told.states, told.registered, told.standings)


def _point_words(point: Point) -> str:
    return shortened(f"{point.title}. Held: {point.shown}. Lacking: {point.lacking}.")


def _cautions(told: Told, answers: dict[str, Answer]) -> Iterator[Card]:
    yield from map(warning, alike_words(told))
    if has_no_address(told.order):
        yield warning(NOT_HELD)
    when, conditions = answers[WHEN.id], answers[CONDITIONS.id]
    if when.skipped is None and when_of(answers) is None:
        yield warning("The time is kept as typed and could not be read: fix it, or tell your sergeant.")
    yield from map(warning, cautions_of_events(told.draft.answers))
    if is_older(conditions.values, told.terms):
        yield warning(MOVED_ON)
    if names_no_condition(conditions):
        yield warning(f"The condition is kept as typed: {NO_CONDITION_READ}.")


def _answered(told: Told, page: Page, rows: dict[str, list[str]], offer: Offer) -> Iterator[Card]:
    """Each row stands by itself: a client runs the rows of one text together."""
    yield line(f"{page.number}. {page.title}" if page.questions[0] is not SAFE else title_of(SAFE.id), strong=True)
    for question in page.questions:
        yield from (line(row or " ") | {"spacing": "None"} for row in rows.get(question.id, ()))
    yield {"type": "ActionSet", "actions": [button(f"Change: {page.title}", _press(offer, "breach:change", told.draft, page=page.id))]}


def _all_rows(told: Told) -> dict[str, list[str]]:
    """Of every answer, by question; where they are too many for a card all of them are shortened."""
    given = [one for _, one in answered(told.draft.answers)]
    whole = {one.question: _rows(told, one, SHOWN, _ROWS_OF_AN_ANSWER) for one in given}
    if sum(size(row) + _ROW_BYTES for rows in whole.values() for row in rows) <= _ANSWER_BYTES:
        return whole
    return {one.question: _rows(told, one, _FEWER_SIGNS, _FEWER_ROWS) for one in given}


def _rows(told: Told, given: Answer, signs: int, most: int) -> list[str]:
    """As the text for the crime report will have it: whatever is kept out of that is kept out here, with words that say so."""
    words = shortened(with_words_instead(answer_words(guarded(told.order, given)), (told.order.applicant,)), signs).splitlines()
    first, *more = words if len(words) < most else [*words[: most - 1], CUT]
    return [f"{BY_ID[given.question].title}: {first}", *more]
