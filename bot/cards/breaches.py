"""Cards of a breach: one question at a time, the last look before sending, and the record that was made."""

from collections.abc import Iterator, Sequence

from bot.cards.papers import paper_button
from bot.cards.parts import Card, button, card, choices, facts, heading, line, plain, text_input, warning
from bot.offers import Offer
from domain.breaches.drafts import LONGEST_ANSWER, Answer, BreachDraft, Told, asked, standing, when_of, words_of_states
from domain.breaches.questions import CONDITIONS, EVIDENCE, SAFE, SIX, WHEN, Field, Question
from domain.breaches.reading import arrest_line, evidence_lines, lacks_reason
from domain.breaches.summary import NO_CONDITION_READ, TELL_THE_VICTIM, answer_words, names_no_condition, summary, title_of
from domain.breaches.terms import asked_of, is_older
from domain.london import long_moment
from domain.moments import LONGEST
from domain.orders import Order
from domain.withholding import with_words_instead
from services.breaches import Sent

MOVED_ON = f"This order's conditions were checked or changed after that answer was given: change {CONDITIONS.number} to name them as they stand now."
_SHOWN = 300
_SHOWN_LINES = 60
_ROWS_OF_AN_ANSWER = 10
_SHOWN_BYTES = 17_000
_CUT_TERM = "(cut short here: read it in the sealed order)"
_CUT = "(cut short here; the record holds all of it)"


def question_card(draft: BreachDraft, question: Question, offer: Offer, order: str, also: Sequence[Card] = ()) -> Card:
    """The open question; where it is being left out, the reason for that.

    `order` says which order it is of, in a line of the card alone; `also` are other buttons beside its answers.
    """
    if draft.skipping == question.id:
        return _reason_card(draft, question, offer, order)
    given = standing(draft.answers).get(question.id)
    body = [*_place(question, order), *_asking(question)]
    if given is not None:
        body.append(line(f"Your answer so far: {_short(given)}", quiet=True))
    buttons = [*_answers(draft, question, offer), *also, *_ways_out(draft, question, offer)]
    return card([*body, *_inputs(question, given)], buttons, speak=_spoken(question))


def conditions_card(told: Told, offer: Offer, order: str) -> Card:
    """The question over the order's own conditions where a person has checked them, with the sealed order beside it where its paper is held."""
    question = asked_of(CONDITIONS, told.order, told.terms)
    return question_card(told.draft, question, offer, order, [paper_button(told.order, offer)] if told.order.has_document else [])


def same_order_card(order: Order, offer: Offer) -> Card:
    """Offers the order last shown in this conversation, by its reference; the card itself names nobody."""
    asked = f"Is it {order.reference}, the order last shown here?"
    body = [
        heading(asked),
        line("Say yes, or press. For another order, type the name and date of birth and press Record a breach on its card."),
    ]
    yes = button("Yes, record it for that order", offer.press("breach:start", str(order.id), named="yes"), style="positive")
    again = button("Show that order again", offer.press("order:open", str(order.id)))
    return card(body, [yes, again], speak="Is it the order last shown here?")


def check_card(told: Told, offer: Offer) -> Card:
    """Everything as it will be sent, each answer with its own way to change it."""
    draft = told.draft
    answers = standing(draft.answers)
    body = [heading("Check and send"), facts([("Order", told.order.reference), ("Respondent", told.order.respondent.name)])]
    body.append(line(words_of_states(told.states)))
    body.extend(_cautions(told, answers))
    for question in asked(draft):
        body.extend(_answered(told, question, answers[question.id], offer))
    send = button("Send", offer.press_once("breach:confirm", str(draft.id), seen=str(draft.etag)), style="positive")
    ways = [button("Back", _press(offer, "breach:back", draft)), button("Stop", _press(offer, "breach:stop", draft))]
    return card(body, [send, *ways], speak="Check the record, then send it.")


def done_card(sent: Sent) -> Card:
    """The reference, what comes next, and the text for the crime report."""
    record = sent.breach
    title = f"Already recorded as {record.reference}" if sent.already else f"Recorded as {record.reference}"
    body = [
        heading(title),
        line(f"Read aloud: {aloud(record.reference)}", strong=True),
        line("Next step: the protected person's contact task has been made and its owner is reminded."),
        line(TELL_THE_VICTIM),
        line("For the crime report: select and copy.", strong=True),
        _report(sent),
    ]
    return card(body, speak=f"{title}. Read aloud: {aloud(record.reference)}")


def record_card(sent: Sent) -> Card:
    """A record looked at again, with the text for the crime report as it was."""
    record = sent.breach
    body = [
        heading(f"Breach {record.reference}"),
        line(f"Recorded {long_moment(record.recorded_at)} by {record.recorder}, for order {sent.order.reference}."),
        line("For the crime report: select and copy.", strong=True),
        _report(sent),
    ]
    return card(body, speak="The record of a breach.")


def _report(sent: Sent) -> Card:
    text = summary(sent.breach, sent.order, sent.evidence, sent.earlier)
    return {"type": "Container", "style": "emphasis", "items": list(_copyable(text))}


def stopped_card(draft: BreachDraft, offer: Offer) -> Card:
    """Nothing has been sent; everything answered is kept."""
    body = [
        heading("Stopped"),
        line("Your answers are kept and nothing has been sent. Resume takes you back to where you were."),
        line("Another incident? Discard these answers first: they are then gone for good.", quiet=True),
    ]
    resume = button("Resume", offer.press("breach:resume", str(draft.id)))
    discard = button("Discard these answers", offer.press_once("breach:discard", str(draft.id)), style="destructive")
    return card(body, [resume, discard], speak="Stopped. Your answers are kept.")


def aloud(reference: str) -> str:
    """`B R, 7 F 3 K 2 D`: one sign at a time."""
    prefix, _, rest = reference.partition("-")
    return f"{' '.join(prefix)}, {' '.join(rest)}"


def _place(question: Question, order: str) -> list[Card]:
    return [line(f"{question.number} of {SIX}", quiet=True), line(order, quiet=True)]


def _reason_card(draft: BreachDraft, question: Question, offer: Offer, order: str) -> Card:
    body = [
        *_place(question, order),
        heading("Why is this left out?"),
        line(question.words),
        text_input("reason", "Reason", required="A reason is needed; Back returns to the question.", limit=LONGEST),
    ]
    answer = button("Leave it out", _press(offer, "breach:answer", draft, question=question.id))
    ways = [button("Back", _press(offer, "breach:back", draft)), button("Stop", _press(offer, "breach:stop", draft))]
    return card(body, [answer, *ways], speak="Why is this left out?")


def _asking(question: Question) -> list[Card]:
    words = warning(question.words) if question is SAFE else heading(question.words)
    return [words, line(question.help)] if question.help else [words]


def _spoken(question: Question) -> str:
    return f"Question {question.number} of {SIX}. {question.words}"


def _one_press(question: Question) -> Field | None:
    """The field of a question that one button answers."""
    first = question.fields[0]
    return first if first.choices and not first.many else None


def _inputs(question: Question, given: Answer | None) -> Iterator[Card]:
    if _one_press(question) is not None:
        return
    for field in question.fields:
        if field.choices:
            ticked = [choice.id for choice in field.choices if given is not None and choice.id in given.values]
            picked = choices(field.id, field.label, _options(field), many=True)
            yield picked | ({"value": ",".join(ticked)} if ticked else {})
        else:
            limit = LONGEST if question is WHEN else LONGEST_ANSWER
            yield text_input(field.id, field.label, multiline=field.multiline, value=_typed(question, field, given), limit=limit)


def _options(field: Field) -> list[tuple[str, str]]:
    """Word for word; where they are too many for a card each is shortened, and says so."""
    whole = sum(_size(choice.label) for choice in field.choices) <= _SHOWN_BYTES
    return [
        (choice.label if whole or len(choice.label) <= _SHOWN else f"{choice.label[:_SHOWN]} ... {_CUT_TERM}", choice.id)
        for choice in field.choices
    ]


def _typed(question: Question, field: Field, given: Answer | None) -> str:
    """What an input shows again when an answer is changed."""
    if given is None:
        return ""
    if question is not EVIDENCE:
        return given.text
    return arrest_line(given.text) if field.id == "arrest" else evidence_lines(given.text)


def _answers(draft: BreachDraft, question: Question, offer: Offer) -> list[Card]:
    field = _one_press(question)
    if field is None:
        return [button("Next", _press(offer, "breach:answer", draft, question=question.id), style="positive")]
    return [button(choice.label, _press(offer, "breach:answer", draft, question=question.id, value=choice.id)) for choice in field.choices]


def _ways_out(draft: BreachDraft, question: Question, offer: Offer) -> Iterator[Card]:
    if draft.answers:
        yield button("Back", _press(offer, "breach:back", draft))
    if question.may_skip:
        yield button("Skip", _press(offer, "breach:skip", draft, question=question.id))
    yield button("Stop", _press(offer, "breach:stop", draft))


def _press(offer: Offer, verb: str, draft: BreachDraft, **details: str) -> dict[str, str]:
    return offer.press(verb, str(draft.id), seen=str(draft.etag), **details)


def _cautions(told: Told, answers: dict[str, Answer]) -> Iterator[Card]:
    if told.alike:
        yield warning(
            f"There is a record of the same order and day already: {', '.join(told.alike)}. Send this only if it is another breach."
        )
    when = answers[WHEN.id]
    if when.skipped is None and when_of(answers) is None:
        yield warning("The time is kept as typed and could not be read: fix it, or tell your sergeant.")
    if is_older(answers[CONDITIONS.id].values, told.terms):
        yield warning(MOVED_ON)
    if names_no_condition(answers[CONDITIONS.id]):
        yield warning(f"The condition is kept as typed: {NO_CONDITION_READ}.")
    decision = arrest_line(answers[EVIDENCE.id].text)
    if lacks_reason(decision):
        yield warning("No arrest, and no reason: the reason is missing. Change the evidence and type 'arrest: no, because ...'.")
    if not decision:
        yield line("The arrest decision is not recorded: give it with the reason if there was none, or add it to the crime report.")


def _answered(told: Told, question: Question, given: Answer, offer: Offer) -> Iterator[Card]:
    """As the text for the crime report will have it: whatever is kept out of that is kept out here, with words that say so.

    Each row stands by itself: a client runs the rows of one text together.
    """
    title = title_of(question.id)
    yield line(title, strong=True)
    first, *more = _shortened(with_words_instead(answer_words(given), (told.order.applicant,))).splitlines()
    yield line(first)
    shown = more if len(more) < _ROWS_OF_AN_ANSWER else [*more[: _ROWS_OF_AN_ANSWER - 1], _CUT]
    yield from (line(row or " ") | {"spacing": "None"} for row in shown)
    change = button(f"Change: {title}", _press(offer, "breach:change", told.draft, question=question.id))
    yield {"type": "ActionSet", "actions": [change]}


def _short(given: Answer) -> str:
    return _shortened(answer_words(given))


def _shortened(words: str) -> str:
    said = words or "nothing said"
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]} ... {_CUT}"


def _copyable(text: str) -> Iterator[Card]:
    """As many lines as a card may hold; where they are too many the long answers are shortened first."""
    rows, room = text.splitlines(), _SHOWN_BYTES
    if sum(map(_size, rows)) > room:
        rows = [f"{row[:_SHOWN]} ... {_CUT}" if len(row) > _SHOWN else row for row in rows]
    for number, row in enumerate(rows):
        room -= _size(row)
        if room < 0 or number >= _SHOWN_LINES:
            yield line(_CUT, strong=True)
            return
        yield line(row or " ") | {"fontType": "Monospace", "spacing": "None"}


def _size(row: str) -> int:
    return len(plain(row).encode())
