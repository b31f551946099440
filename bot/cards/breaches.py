"""Cards around the record of a breach: whose order it is of, that it was stopped, and the record that was made."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.breach_words import CUT, SHOWN
from bot.cards.parts import MOST_BUTTONS, Card, button, card, heading, line, plain, warning
from bot.offers import Offer
from domain.breaches.drafts import BreachDraft, is_underway
from domain.breaches.summary import TELL_THE_VICTIM, summary
from domain.breaches.told_after import TASK_MADE, told_after_words
from domain.london import long_date, long_moment
from domain.lookups import Kept, SafePerson
from domain.orders import Order
from services.breaches import Sent

ANOTHER = "This is another breach"
GOING_ON = (
    "This is not new: it goes on with your record of a breach of this order that was begun on {when} and not sent. "
    f"For a new incident press {ANOTHER}: the unfinished one is kept beside it."
)
KEPT_OUT = "What you typed first is not put into it: it may be of another breach."
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
    yes = button("Yes, record it for that order", offer.press("breach:start", str(order.id), named="yes", **_held(first)), style="positive")
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
        *map(line, told_after_words(sent.told_after) if sent.told_after else [f"{TASK_MADE}."]),
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


def going_on_card(draft: BreachDraft, offer: Offer, first: Kept | None, now: datetime) -> Card:
    """An unfinished record is gone on with; another breach is begun beside it, with the words that were said first."""
    body = [warning(GOING_ON.format(when=long_moment(draft.started_at)))]
    if first is not None and is_underway(draft, now):
        body.append(line(KEPT_OUT))
    return card(body, [_another(draft, offer, first)], speak="This goes on with an unfinished record of this order.")


def parked_card(drafts: Sequence[BreachDraft], offer: Offer) -> Card:
    """Other unfinished records of the same order, each with the press that takes it up."""
    body = [line("Kept beside this one, not sent, of the same order:", strong=True)]
    body += [line(f"A record begun on {long_moment(one.started_at)}.") for one in drafts]
    presses = [button(f"Resume the one of {long_moment(one.started_at)}", _resume(one, offer)) for one in drafts[:MOST_BUTTONS]]
    return card(body, presses, speak="Other unfinished records of this order are kept.")


def stopped_card(draft: BreachDraft, offer: Offer) -> Card:
    """Nothing has been sent; everything answered is kept."""
    body = [
        heading("Stopped"),
        line("Your answers are kept and nothing has been sent. Resume takes you back to where you were."),
        line(
            "Another incident? Press This is another breach: these answers are kept beside it. Discarded they are gone for good.",
            quiet=True,
        ),
    ]
    discard = button("Discard these answers", offer.press_once("breach:discard", str(draft.id)), style="destructive")
    hand_over = button("Hand over", offer.press("breach:hand_over", str(draft.id)))
    ways = [button("Resume", _resume(draft, offer)), hand_over, _another(draft, offer, None), discard]
    return card(body, ways, speak="Stopped. Your answers are kept.")


def _another(draft: BreachDraft, offer: Offer, first: Kept | None) -> Card:
    return button(ANOTHER, offer.press("breach:another", str(draft.id), **_held(first)))


def _resume(draft: BreachDraft, offer: Offer) -> dict[str, str]:
    return offer.press("breach:resume", str(draft.id))


def _held(first: Kept | None) -> dict[str, str]:
    """Where the first words are kept."""
    return {"first": str(first.id), "first_at": first.at.isoformat()} if first is not None else {}


def aloud(reference: str) -> str:
    """`B R, 7 F 3 K 2 D`: one sign at a time."""
    prefix, _, rest = reference.partition("-")
    return f"{' '.join(prefix)}, {' '.join(rest)}"


def _copyable(text: str) -> Iterator[Card]:
    """As many lines as a card may hold; where they are too many the long answers are shortened first."""
    rows, room = text.splitlines(), _REPORT_BYTES
    escaped = _escaped(rows)
    if sum(map(_sent_bytes, escaped)) > room:
        escaped = _escaped([f"{row[:SHOWN]} ... {CUT}" if len(row) > SHOWN else row for row in rows])
    for number, row in enumerate(escaped):
        room -= _sent_bytes(row)
        if room < 0 or number >= _SHOWN_LINES:
            yield line(CUT, strong=True)
            return
        yield {"type": "TextBlock", "text": row or " ", "wrap": True, "fontType": "Monospace", "spacing": "None"}


def _sent_bytes(row: str) -> int:
    """On the way each sign that escapes another is escaped itself."""
    return len(row.encode()) + row.count("\\")


def _escaped(rows: Sequence[str]) -> list[str]:
    """All at once: a row at a time costs a fifth of what the whole card does."""
    return plain("\n".join(rows)).split("\n")
