"""Cards of changing an order that is held: what can be recorded, the form of one change, before and after, and what was recorded."""

from collections.abc import Iterator

from bot.cards.parts import Card, button, button_sets, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.lookups import safe_particulars
from domain.measure_table import in_its_words
from domain.officers import Officer, Permission
from domain.order_change_forms import LONGEST_SAID, Field, form_of, kinds_offered, title_of
from domain.order_changes import BY_COURT, CHANGE_WORDS, ChangeKind, Recorded
from domain.order_corrections import may_be_corrected
from domain.orders import Order
from domain.provenance import PROVENANCE_WORDS
from services.order_changes import ChangeShown

CHANGE_THIS = "Change this {thing}"
CHECK_FIRST = (
    "Nothing is changed yet. Read both columns, then confirm. It is kept as one more version, with your name; nothing is overwritten."
)
NOTHING_DIFFERS = "The register holds exactly this already: there is nothing to record."
TOLD = "Whoever asked to be told is told."
TELL_VICTIM = "The protected person's next contact is planned from this, and whoever asked to be told is told."


def change_button(order: Order, offer: Offer) -> Card:
    return button(in_its_words(order.kind, CHANGE_THIS), offer.press("change:menu", str(order.id)))


def menu_card(order: Order, officer: Officer, offer: Offer, slip: Recorded | None = None) -> Card:
    """What this officer may record of it, what can happen to its kind, and the last that was recorded, to be taken back."""
    kinds = [kind for kind in kinds_offered(order.kind) if _may(officer, order, kind)]
    presses = [button(title_of(order.kind, kind), offer.press("change:ask", str(order.id), kind=kind.value)) for kind in kinds]
    body = [heading(f"Change {order.reference}"), line("What has happened?", strong=True)]
    undo = (
        []
        if slip is None
        else [button(f"Undo: {in_its_words(order.kind, CHANGE_WORDS[slip.kind])}", offer.press_once("change:undo", str(slip.id)))]
    )
    return card([*body, *button_sets([*presses, *undo])], speak="What has happened to the order?")


def _may(officer: Officer, order: Order, kind: ChangeKind) -> bool:
    if kind is ChangeKind.CORRECTED:
        return officer.may(Permission.CHANGE_ORDER) and may_be_corrected(order)
    return kind not in BY_COURT or officer.may(Permission.CHANGE_ORDER)


def form_card(shown: ChangeShown, officer: Officer, offer: Offer) -> Card:
    """Every question of the change, with what was told already."""
    asked = [part for one in form_of(shown.order.kind, shown.kind) for part in _field(one, shown.draft.values.get(one.id, ""))]
    left = " ".join(one.ask if one.ask.endswith("?") else f"{one.ask}." for one in shown.missing)
    said = [line(f"Still to say: {left}", strong=True)] if left else []
    presses = [
        button("Show before and after", offer.press("change:check", str(shown.draft.id)), style="positive"),
        button("Leave it", offer.press_once("change:drop", str(shown.draft.id))),
    ]
    body = [
        heading(f"{title_of(shown.order.kind, shown.kind)}: {shown.order.reference}"),
        line(_whose(shown.order, officer)),
        *said,
        *asked,
    ]
    return card(body, presses, speak=f"{title_of(shown.order.kind, shown.kind)}.")


def compare_card(shown: ChangeShown, officer: Officer, offer: Offer) -> Card:
    """The last thing seen before the order changes."""
    id, seen = str(shown.draft.id), {"version": str(shown.order.version), "seen": str(shown.draft.seen)}
    body = [
        heading(f"{title_of(shown.order.kind, shown.kind)}: {shown.order.reference}"),
        line(_whose(shown.order, officer)),
        line(CHECK_FIRST, quiet=True),
    ]
    body += [warning(words) for words in shown.cautions]
    body += [part for title, before, after in shown.lines for part in before_and_after(title, before, after)]
    learned = next((words for one, words in PROVENANCE_WORDS.items() if one.value == shown.draft.values.get("learned")), None)
    body.append(facts([("Learned from", learned)]))
    if not shown.lines:
        return card([*body, line(NOTHING_DIFFERS, strong=True)], [button("Change it", offer.press("change:again", id))])
    presses = [
        button("Confirm", offer.press_once("change:confirm", id, **seen), style="positive"),
        button("Change it", offer.press("change:again", id)),
        button("Leave it", offer.press_once("change:drop", id)),
    ]
    follows = TOLD if shown.kind is ChangeKind.CORRECTED else TELL_VICTIM
    return card([*body, line(follows, quiet=True)], presses, speak="Before and after: nothing is changed yet.")


def recorded_card(change: Recorded, order: Order, offer: Offer) -> Card:
    """With the press that takes a slip back."""
    body = [heading(f"Recorded: {title_of(order.kind, change.kind)}"), line(f"{order.reference} is now at version {change.version}.")]
    body += [part for title, before, after in change.lines for part in before_and_after(title, before, after)]
    presses = [
        button("Undo", offer.press_once("change:undo", str(change.id))),
        change_button(order, offer),
    ]
    return card(body, presses, speak="Recorded.")


def before_and_after(title: str, before: str, after: str) -> Iterator[Card]:
    yield line(title, strong=True)
    yield facts([("Before", before), ("After", after)])


def _field(one: Field, value: str) -> Iterator[Card]:
    if one.options:
        held = {"value": value} if value in {option for option, _ in one.options} else {}
        yield choices(one.id, one.ask, [(words, option) for option, words in one.options]) | held
    else:
        yield text_input(one.id, one.ask, multiline=one.long, value=value, limit=LONGEST_SAID)


def _whose(order: Order, officer: Officer) -> str:
    people = safe_particulars(order, officer)
    return f"Respondent: {people.respondent.name}. Protected person (applicant): {people.applicant.name}."
