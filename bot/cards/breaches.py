"""Cards around the record of a breach: whose order it is of, that it was stopped, and the record that was made."""

from collections.abc import Iterator

from bot.cards.breach_words import CUT, SHOWN, size
from bot.cards.parts import Card, button, card, heading, line
from bot.offers import Offer
from domain.breaches.drafts import BreachDraft
from domain.breaches.summary import TELL_THE_VICTIM, summary
from domain.london import long_date, long_moment
from domain.lookups import Kept, SafePerson
from domain.orders import Order
from services.breaches import Sent

_SHOWN_LINES = 100
# Beside what a card of so many rows needs for itself: a channel takes 28 KB.
_REPORT_BYTES = 11_000


def same_order_card(order: Order, offer: Offer, first: Kept | None = None) -> Card:
    """Offers the order last shown in this conversation, by its reference; the card itself names nobody."""
    asked = f"Is it {order.reference}, the order last shown here?"
    body = [
        heading(asked),
        line("Say yes, or press. For another order, type the name and date of birth and press Record a breach on its card."),
    ]
    kept = {"first": str(first.id), "first_at": first.at.isoformat()} if first is not None else {}
    yes = button("Yes, record it for that order", offer.press("breach:start", str(order.id), named="yes", **kept), style="positive")
    again = button("Show that order again", offer.press("order:open", str(order.id)))
    return card(body, [yes, again], speak="Is it the order last shown here?")


def whose_card(order: Order, respondent: SafePerson) -> Card:
    """Whose order the record is of, in a card alone: a name is never in what a locked phone shows. `respondent` is as this officer may see them."""
    born = f", born {long_date(order.respondent.dob)}" if respondent.dob and order.respondent.dob else ""
    whose = f"This record is of order {order.reference}. The respondent is {respondent.name}{born}."
    return card([line(whose)], speak="Whose order this record is of.")


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
    text = summary(sent.breach, sent.order, sent.evidence, sent.earlier, sent.signing)
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
    hand_over = button("Hand over", offer.press("breach:hand_over", str(draft.id)))
    return card(body, [resume, hand_over, discard], speak="Stopped. Your answers are kept.")


def aloud(reference: str) -> str:
    """`B R, 7 F 3 K 2 D`: one sign at a time."""
    prefix, _, rest = reference.partition("-")
    return f"{' '.join(prefix)}, {' '.join(rest)}"


def _copyable(text: str) -> Iterator[Card]:
    """As many lines as a card may hold; where they are too many the long answers are shortened first."""
    rows, room = text.splitlines(), _REPORT_BYTES
    if sum(map(size, rows)) > room:
        rows = [f"{row[:SHOWN]} ... {CUT}" if len(row) > SHOWN else row for row in rows]
    for number, row in enumerate(rows):
        room -= size(row)
        if room < 0 or number >= _SHOWN_LINES:
            yield line(CUT, strong=True)
            return
        yield line(row or " ") | {"fontType": "Monospace", "spacing": "None"}
