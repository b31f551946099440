"""Cards of registering an order or another measure by hand: all fields at once, one question at a time, and the whole of it before it is saved."""

from collections.abc import Iterator

from bot.cards.measure_parts import before_saving, waits_of
from bot.cards.order_parts import state_line
from bot.cards.papers import check_button, paper_button
from bot.cards.parts import Card, button, button_sets, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.london import long_date, to_london
from domain.lookups import Match, safe_particulars
from domain.measure_entry import LONGEST_TERMS
from domain.measure_questions import KIND, is_measure, is_needless, row_of
from domain.measure_words import kind_words
from domain.officers import Officer, Permission
from domain.order_change_forms import Field
from domain.orders import Order
from domain.registered_orders import PAPER_NOTE
from domain.registration import LONGEST_NAME, Problem, questions_of, shown
from domain.terms import OrderTerms
from services.attached_papers import Attached
from services.registering import Registration

FROM_THE_PAPER = "Type what the paper says, word for word. It is kept as a draft of yours until you save or drop it."
READ_BY_MACHINE = "Read from the PDF by machine. Hold every field against the paper before you save: nothing is saved unseen."
PICTURES = "No text could be read from this PDF: {why}. Type it in from the paper."
MAY_BE = "The register may hold this {thing} already. Open each and compare before you save."
SEE_THE_PAPER = (
    "Enter it from the paper itself: which Act, which court, which clauses. Never go by the word injunction or court order alone."
)
SAVED_MEASURE = "Saved, it can be found at once. Its terms are told as you typed them, and that nobody has checked them."
ONE_AT_A_TIME = 'Answer in your own words. "not known" leaves out what the paper does not say, "back" goes one back, "change" with a word of a question goes back to that, "stop" keeps it for later.'
WAITS_FOR_CHECK = "Kept aside for somebody who may check its wording. Until then the order and its conditions stay as they are."
SAVE_WORDS = "Saved, it can be found at once, and the protected person's first contact is planned from that minute. Its conditions are told to nobody until somebody has held them against the sealed order."


def kinds_card(stands: Registration, offer: Offer) -> Card:
    """Which kind of measure it is; the answer says what else is asked."""
    id, (asked,) = str(stands.draft.id), questions_of(stands.draft.values)[:1]
    whom = [line(f"On the people of {stands.beside.reference}.")] if stands.beside else []
    listed = choices(asked.id, "Kind", [(words, value) for value, words in asked.options], required="Choose the kind.")
    presses = [
        button("Next", offer.press("register:kind", id), style="positive"),
        button("Ask me one at a time", offer.press("register:ask", id)),
        button("Drop the draft", offer.press_once("register:drop", id)),
    ]
    return card([heading(asked.ask), *whom, line(SEE_THE_PAPER), listed], presses, speak=asked.ask)


def form_card(stands: Registration, officer: Officer, offer: Offer) -> Card:
    """Every field in one form, with what was read of a paper where one was sent."""
    id, row = str(stands.draft.id), row_of(stands.draft.values)
    other = [button("It is another kind", offer.press("register:kinds", id))] if row else []
    presses = [
        button("Next: check and save", offer.press("register:check", id), style="positive"),
        button("Ask me one at a time", offer.press("register:ask", id)),
        *other,
        button("Drop the draft", offer.press_once("register:drop", id)),
    ]
    fields = [_field(one, stands.draft.values.get(one.id, "")) for one in questions_of(stands.draft.values) if one.id != KIND]
    title = f"Enter: {kind_words(row.kind)}" if row else "Register an order"
    top = [heading(title), line(FROM_THE_PAPER, quiet=True), *_of_paper(stands, offer), *before_saving(stands, officer)]
    return card([*top, *_wrong(stands), *fields], presses, speak="A form to enter a measure." if row else "Register an order.")


def _wrong(stands: Registration) -> Iterator[Card]:
    """All that is missing in one box, and what could not be read each in its own."""
    left = "; ".join(one.field.ask.rstrip("?") for one in stands.problems if one.is_missing and one.field)
    if left:
        yield warning(f"Still missing: {left}.")
    yield from (warning(_of_question(one)) for one in stands.problems if not one.is_missing)


def _of_question(one: Problem) -> str:
    """Told with the question whose answer it is, for there are many on the form."""
    asked = one.field.ask if one.field else ""
    return one.words if one.words.startswith(asked) else f"{asked.rstrip('?')}: {one.words}"


def paper_press(draft_id: str, offer: Offer) -> str:
    """The id of the press by which a paper that was sent is shown: it is made where the file is taken, and pressed for the officer."""
    return offer.press("register:paper", draft_id)["action"]


def attached_card(attached: Attached, offer: Offer) -> Card:
    """With the press that begins the check of its wording; or that the paper waits for somebody who may check it."""
    order, change = attached.order, attached.change
    if change is None:
        return card([heading(f"Paper for {order.reference}"), line(WAITS_FOR_CHECK)])
    told = line("Kept, sealed, with the order. Its conditions are told to nobody until somebody has held them against the paper.")
    undo = button("Undo: it is not this order's", offer.press_once("change:undo", str(change.id)))
    return card([heading(f"Paper of {order.reference}"), told], [paper_button(order, offer), check_button(order, offer), undo])


def _of_paper(stands: Registration, offer: Offer) -> Iterator[Card]:
    """That a machine read it, or could not; and the orders that it may belong to."""
    if not stands.draft.has_paper:
        return
    note, read = stands.draft.values.get(PAPER_NOTE, ""), bool(stands.draft.values.get("case_no") or stands.draft.values.get("made_on"))
    yield warning(READ_BY_MACHINE if read or not note else PICTURES.format(why=note))
    if read and note:
        yield warning(note)
    for match in stands.alike:
        yield line(f"Held already, perhaps: {match.order.reference}, case {match.order.case_no}. {', '.join(match.reasons)}.")
    yield from button_sets(_attaching(stands, offer))


def _attaching(stands: Registration, offer: Offer) -> list[Card]:
    """Of a draft with a paper: whose it may be."""
    titles = [(f"It is the paper of {match.order.reference}", str(match.order.id)) for match in stands.alike if stands.draft.has_paper]
    return [button(title, offer.press_once("register:attach", str(stands.draft.id), order=id)) for title, id in titles]


def question_card(stands: Registration, asked: Field, offer: Offer) -> Card:
    """One question, with its answers as presses where it has a list."""
    id, questions = str(stands.draft.id), questions_of(stands.draft.values)
    place = f"Question {questions.index(asked) + 1} of {len(questions)}." if len(questions) > 1 else "The first question."
    answers = [button(words, offer.press("register:answer", id, question=asked.id, value=value)) for value, words in asked.options]
    others = [] if asked.required else [button("Not known", offer.press("register:answer", id, question=asked.id, value=""))]
    others += [
        button("Back", offer.press("register:back", id)),
        button("The whole form", offer.press("register:form", id)),
        button("Keep and stop", offer.press("register:stop", id)),
    ]
    body = [heading(asked.ask), line(f"{place} {ONE_AT_A_TIME}", quiet=True), *button_sets(answers)]
    return card(body, others, speak=place)


def whole_card(stands: Registration, officer: Officer, offer: Offer) -> Card:
    """The last thing seen before it is saved, with what may be the same."""
    id, seen, row = str(stands.draft.id), {"seen": str(stands.draft.seen)}, row_of(stands.draft.values)
    values = stands.draft.values
    asked = [one for one in questions_of(values) if not one.long and not (is_measure(values) and is_needless(one, values))]
    told = facts([(one.ask.rstrip("?"), shown(one, values.get(one.id, "")) or ("not known" if row else "")) for one in asked])
    lines = [line(words) for words in values.get("conditions", "").splitlines()]
    conditions = [line("Its terms as typed" if row else "Conditions as typed", strong=True), *lines] if lines else []
    thing = row.thing if row else "order"
    same = (
        [warning(MAY_BE.format(thing=thing)), *(part for match in stands.alike for part in _alike(match, officer))] if stands.alike else []
    )
    opened = [button(f"Open {match.order.reference}", offer.press("order:open", str(match.order.id))) for match in stands.alike]
    presses = [
        button(f"Save: it is a new {thing}" if same else "Save", offer.press_once("register:save", id, **seen), style="positive"),
        button("Change it", offer.press("register:form", id)),
        button("Keep for later", offer.press("register:stop", id)),
        button("Drop the draft", offer.press_once("register:drop", id)),
    ]
    head = [heading(f"Save this: {kind_words(row.kind)}?" if row else "Register this order?"), *before_saving(stands, officer)]
    body = [*head, *map(warning, stands.cautions), *same, *button_sets([*opened, *_attaching(stands, offer)]), told, *conditions]
    return card([*body, line(SAVED_MEASURE if row else SAVE_WORDS, quiet=True)], presses, speak="Check before it is saved.")


def saved_card(order: Order, officer: Officer, offer: Offer) -> Card:
    """How it can be found, and what is still to be checked of it."""
    body = [heading(f"Registered: {order.reference}"), line("It can be found now."), *waits_of(order)]
    wording = [check_button(order, offer)] if order.has_document and officer.may(Permission.CHECK_CONDITIONS) else []
    presses = [
        *wording,
        button("Open the order", offer.press("order:open", str(order.id))),
        button("It was served: record that", offer.press("change:ask", str(order.id), kind="served")),
    ]
    return card(body, presses, speak="Registered.")


def typed_terms_card(order: Order, terms: OrderTerms) -> Card:
    """Shown apart from every card of checked terms."""
    told = warning(
        f"Typed in on {long_date(to_london(terms.at).date())} from a paper that is not held here. Nobody has checked it: it is not the order."
    )
    lines = [line(one.words) for one in terms.draft.conditions]
    return card([heading(f"{order.reference}: conditions as typed"), told, *lines])


def _alike(match: Match, officer: Officer) -> Iterator[Card]:
    safe = safe_particulars(match.order, officer)
    yield line(f"{match.order.reference}: {state_line(match)}", strong=True)
    yield facts(
        [
            ("Respondent", f"{safe.respondent.name}, born {safe.respondent.dob}"),
            ("Protected person", safe.applicant.name),
            ("Case number", match.order.case_no),
            ("Why", ", ".join(match.reasons)),
        ]
    )


def _field(one: Field, value: str) -> Card:
    label = f"{one.ask}{' (needed)' if one.required else ''}"
    if one.options:
        stands = value or one.default
        held = {"value": stands} if stands in {option for option, _ in one.options} else {}
        return choices(one.id, label, [(words, option) for option, words in one.options]) | held | {"style": "compact"}
    limit = LONGEST_TERMS if one.long else LONGEST_NAME
    return text_input(one.id, label, multiline=one.long, value=shown(one, value), limit=limit)
