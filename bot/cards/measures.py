"""Cards of measures: what was saved, a change, an end, and all on one person beside each other."""

from collections.abc import Iterator
from datetime import datetime

from bot.cards.measure_parts import power_lines, waits_of
from bot.cards.order_changes import before_and_after
from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.london import deadline, long_date, long_moment
from domain.lookups import safe_particulars
from domain.measure_changes import LONGEST_REASON, changes_of
from domain.measure_entry import LONGEST_FIELD, LONGEST_TERMS
from domain.measure_table import measure_of
from domain.measure_words import kind_words, power_words
from domain.measures import Field, Measure, fact_words
from domain.measures_beside import Beside, live_words
from domain.officers import Officer, Permission
from domain.order_states import last_confirmed, standing_at, standing_words
from domain.orders import Order
from services.measures import Entered
from services.measures_beside import BesideEachOther

UNDO = "Wrong? Undo"
NOT_ALL = (
    "Listed are the same case and the records that somebody has said are of the same person. Others of that name may be in this register: "
    "look up the name with the date of birth, and press Same person on what is theirs. Look also in PND and PNC, and ask custody and the court."
)
_LABELS = {
    Field.MADE: "When it was made or given: day and time (12 March 2026 14:30)",
    Field.ENDS: "When it ends: day and time, empty where none is given",
    Field.HEARING: "Day of the hearing, if there is one",
    Field.MADE_BY: "Court, or who gave it",
    Field.NUMBER: "Its case, notice or custody number",
    Field.NOTICE: "Made without notice to the respondent?",
    Field.POWER_CLAUSES: "Clauses with a power of arrest attached (2, 3), or none; empty where not known",
    Field.POWER_UNTIL: "When the power of arrest ends, if sooner",
    Field.CONDITIONS: "Its terms word for word, one a line, with their numbers",
}
_WHAT = {"corrected": "Corrected: the paper says another thing than was entered", "varied": "Varied", "extended": "Extended"}


def entered_card(made: Entered, officer: Officer, now: datetime, offer: Offer) -> Card:
    """How it stands, what a breach of it is, the power, what is owed by when, and what of it is not as its kind has it."""
    order = made.order
    body = [
        heading(f"Saved: {kind_words(order.kind)}, {order.reference}"),
        line(standing_words(standing_at([order], now)), strong=True),
        *map(warning, made.cautions),
        *power_lines(order, now),
        *(warning(f"{one.words}: by {deadline(one.due_at)}.") for one in made.owed),
        *_changed(made),
        *waits_of(order),
        line(f"Version {order.version}. The earlier ones are kept: press History on its card.", quiet=True),
    ]
    return card(body, list(_ways(made, officer, offer)), speak="The measure is saved.")


def change_card(order: Order, offer: Offer) -> Card:
    row = measure_of(order.kind)
    options = [(_WHAT[one], one) for one in changes_of(order.kind)]
    body = [
        heading(f"Change: {kind_words(order.kind)}, {order.reference}"),
        line("What you leave empty stays as it is. The version before this one is kept."),
        choices("what", "What was done", options, required="Say what was done."),
        text_input("changed", "Since when the change holds (empty: now)", limit=LONGEST_FIELD),
        *_fields(row),
        text_input("reason", "By whom, or why", limit=LONGEST_REASON),
    ]
    return card(body, [button("Save the change", offer.press("measure:change", str(order.id), seen=str(order.version)))], speak="Change.")


def end_card(order: Order, offer: Offer) -> Card:
    options = [(one.title, one.what) for one in measure_of(order.kind).endings]
    body = [
        heading(f"End: {kind_words(order.kind)}, {order.reference}"),
        choices("how", "How it ended", options, required="Say how it ended."),
        text_input("ended", "When (empty: now)", limit=LONGEST_FIELD),
        text_input("reason", "By whom, and why", required="Say why: it is kept with the end.", limit=LONGEST_REASON),
        line("It stays findable as history. Breaches before its end can still be recorded.", quiet=True),
    ]
    return card(body, [button("End it", offer.press("measure:end", str(order.id), seen=str(order.version)))], speak="End.")


def beside_card(found: BesideEachOther, officer: Officer, now: datetime, offer: Offer) -> Card:
    """One block a measure, with the same rows in the same sequence: on a telephone they stand below each other."""
    respondent = safe_particulars(found.chosen, officer).respondent
    body = [
        heading("Measures beside each other"),
        line(f"{respondent.name}, date of birth {respondent.dob}. {live_words(found.measures)}", strong=True),
        *(_block(one, officer, now, offer) for one in found.measures),
        *([line(f"{found.more} more are not shown here.", quiet=True)] if found.more else []),
        line(NOT_ALL, quiet=True),
    ]
    add = button("Add a measure", offer.press("measure:ask", str(found.chosen.id)))
    return card(body, [add], speak=f"{len(found.measures)} measures on one person.")


def _block(one: Beside, officer: Officer, now: datetime, offer: Offer) -> Card:
    order, row = one.order, measure_of(one.order.kind)
    people = safe_particulars(order, officer)
    made = long_moment(order.made_at) if order.made_at else long_date(order.made_on) if order.made_on else None
    rows = [
        ("State", f"{standing_words(one.standing)}. {last_confirmed(order)}"),
        ("Breach", fact_words(row.breach)),
        ("Power", power_words(order, now)),
        ("Made", made),
        ("Ends", long_moment(order.expires_at) if order.expires_at else "no end entered"),
        ("Respondent", people.respondent.name),
        ("Protected person", people.applicant.name),
        ("Shown because", one.how),
    ]
    items = [
        line(f"{kind_words(order.kind)}, {order.reference}", strong=True),
        facts(rows),
        {"type": "ActionSet", "actions": [button(f"Open {order.reference}", offer.press("order:open", str(order.id)))]},
    ]
    return {"type": "Container", "separator": True, "style": "emphasis" if not one.is_live else "default", "items": items}


def _ways(made: Entered, officer: Officer, offer: Offer) -> Iterator[Card]:
    id = str(made.order.id)
    yield button("Open it", offer.press("order:open", id))
    yield button("Measures beside each other", offer.press("measure:beside", id))
    if made.owed:
        yield button("Its duties", offer.press("task:breach", id))
    if made.change is not None:
        yield button(UNDO, offer.press_once("change:undo", str(made.change.id)))
    if officer.may(Permission.CHANGE_ORDER):
        yield button("Change the measure", offer.press("measure:ask_change", id))


def _changed(made: Entered) -> Iterator[Card]:
    for title, before, after in made.change.lines if made.change else ():
        yield from before_and_after(title, before, after)


def _fields(row: Measure) -> Iterator[Card]:
    for one in row.fields:
        if one is Field.NOTICE:
            yield choices(one.value, _LABELS[one], [("Without notice", "without"), ("On notice", "on"), ("Not known", "unknown")])
        else:
            is_long = one is Field.CONDITIONS
            yield text_input(one.value, _LABELS[one], multiline=is_long, limit=LONGEST_TERMS if is_long else LONGEST_FIELD)
