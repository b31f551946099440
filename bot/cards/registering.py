"""Cards of registering an order by hand: all fields at once, one question at a time, and the whole of it before it is saved."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from bot.cards.order_parts import state_line
from bot.cards.papers import check_button, paper_button
from bot.cards.parts import Card, button, button_sets, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.london import long_date, long_moment, to_london
from domain.lookups import Match, safe_particulars
from domain.officers import Officer, Permission
from domain.order_change_forms import Field
from domain.orders import Order
from domain.registered_orders import NOT_CONFIRMED, PAPER_NOTE, SECOND_CHECK
from domain.registration import LONGEST_CONDITIONS, LONGEST_NAME, QUESTIONS, shown
from domain.terms import OrderTerms
from services.attached_papers import Attached
from services.registering import Registration

FROM_THE_PAPER = "Type what the paper says, word for word. It is kept as a draft of yours until you save or drop it."
READ_BY_MACHINE = "Read from the PDF by machine. Hold every field against the paper before you save: nothing is saved unseen."
PICTURES = "No text could be read from this PDF: {why}. Type it in from the paper."
MAY_BE = "The register may hold this order already. Open each and compare before you save."
ONE_AT_A_TIME = 'Answer in your own words. "skip" leaves out what the paper does not say, "back" goes one back, "stop" keeps it for later.'
WAITS_FOR_CHECK = "Kept aside for somebody who may check its wording. Until then the order and its conditions stay as they are."
TAKING = (
    "Once taken, it is the order's newest paper, and its conditions are told to nobody until they are checked against it. It can be undone."
)
SAVE_WORDS = "Saved, it can be found at once, and the protected person's first contact is planned from that minute. Its conditions are told to nobody until somebody has held them against the sealed order."


def form_card(stands: Registration, offer: Offer) -> Card:
    """Every field in one form, with what was read of a paper where one was sent."""
    id = str(stands.draft.id)
    presses = [
        button("Next: check and save", offer.press("register:check", id), style="positive"),
        button("Ask me one at a time", offer.press("register:ask", id)),
        button("Drop the draft", offer.press_once("register:drop", id)),
    ]
    fields = [_field(one, stands.draft.values.get(one.id, "")) for one in QUESTIONS]
    top = [heading("Register an order"), line(FROM_THE_PAPER, quiet=True), *_of_paper(stands, offer)]
    return card([*top, *_wrong(stands), *fields], presses, speak="Register an order.")


def _wrong(stands: Registration) -> Iterator[Card]:
    """All that is missing in one box, and what could not be read each in its own."""
    left = "; ".join(one.field.ask.rstrip("?") for one in stands.problems if one.is_missing)
    if left:
        yield warning(f"Still missing: {left}.")
    yield from (warning(one.words) for one in stands.problems if not one.is_missing)


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


def waiting_card(order: Order, papers: Sequence[tuple[UUID, str, datetime]], offer: Offer) -> Card:
    """What was sent for the order by officers who may not check its wording."""
    rows = [part for id, name, since in papers for part in _waiting(str(id), name, since, offer)]
    body = [heading(f"Sent for {order.reference}"), line(f"Case number {order.case_no}."), line(TAKING, quiet=True)]
    return card([*body, *(rows or [line("No paper waits for it.")])])


def _waiting(id: str, name: str, since: datetime, offer: Offer) -> Iterator[Card]:
    yield line(f"{name}, sent {long_moment(since)}", strong=True)
    take = button(f"Take {name}", offer.press_once("register:take", id), style="positive")
    yield from button_sets([take, button(f"Leave out {name}", offer.press_once("register:leave", id))])


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
    titles = [(f"It is the paper of {match.order.reference}", str(match.order.id)) for match in stands.alike]
    yield from button_sets([button(title, offer.press_once("register:attach", str(stands.draft.id), order=id)) for title, id in titles])


def question_card(stands: Registration, asked: Field, offer: Offer) -> Card:
    """One question, with its answers as presses where it has a list."""
    id, seen = str(stands.draft.id), QUESTIONS.index(asked) + 1
    answers = [button(words, offer.press("register:answer", id, question=asked.id, value=value)) for value, words in asked.options]
    others = [] if asked.required else [button("Skip", offer.press("register:answer", id, question=asked.id, value=""))]
    others += [
        button("Back", offer.press("register:back", id)),
        button("The whole form", offer.press("register:form", id)),
        button("Keep and stop", offer.press("register:stop", id)),
    ]
    body = [heading(asked.ask), line(f"{seen} of {len(QUESTIONS)}. {ONE_AT_A_TIME}", quiet=True), *button_sets(answers)]
    return card(body, others, speak=f"Question {seen} of {len(QUESTIONS)}.")


def whole_card(stands: Registration, officer: Officer, offer: Offer) -> Card:
    """The last thing seen before the order is saved, with what may be the same order."""
    id, seen = str(stands.draft.id), {"seen": str(stands.draft.seen)}
    told = facts([(one.ask.rstrip("?"), shown(one, stands.draft.values.get(one.id, ""))) for one in QUESTIONS if one.id != "conditions"])
    lines = [line(words) for words in stands.draft.values.get("conditions", "").splitlines()]
    conditions = [line("Conditions as typed", strong=True), *lines] if lines else []
    alike = [warning(MAY_BE), *(part for match in stands.alike for part in _alike(match, officer))] if stands.alike else []
    opened = [button(f"Open {match.order.reference}", offer.press("order:open", str(match.order.id))) for match in stands.alike]
    presses = [
        button("Save: it is a new order" if stands.alike else "Save", offer.press_once("register:save", id, **seen), style="positive"),
        button("Change it", offer.press("register:form", id)),
        button("Keep for later", offer.press("register:stop", id)),
        button("Drop the draft", offer.press_once("register:drop", id)),
    ]
    body = [heading("Register this order?"), *alike, *button_sets(opened), told, *conditions, line(SAVE_WORDS, quiet=True)]
    return card(body, presses, speak="Check before it is saved.")


def saved_card(order: Order, officer: Officer, offer: Offer) -> Card:
    """How it can be found, and what is still to be checked of it."""
    reasons = (order.needs_review or "").split("; ")
    waits = [line(f"{one[0].upper()}{one[1:]}.") for one in reasons if one in (SECOND_CHECK, NOT_CONFIRMED)]
    body = [heading(f"Registered: {order.reference}"), line("It can be found now."), *waits]
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
        held = {"value": value} if value in {option for option, _ in one.options} else {}
        return choices(one.id, label, [(words, option) for option, words in one.options]) | held | {"style": "compact"}
    limit = LONGEST_CONDITIONS if one.long else LONGEST_NAME
    return text_input(one.id, label, multiline=one.long, value=shown(one, value), limit=limit)
