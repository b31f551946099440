"""What was sent for an order by officers who may not check its wording: opened, and set beside what the register holds, before anybody takes it."""

from collections.abc import Iterator, Sequence

from bot.cards.papers import OPENS_PAPER
from bot.cards.parts import Card, button, button_sets, card, facts, heading, line, warning
from bot.offers import Offer
from domain.london import long_date, long_moment
from domain.orders import Order
from domain.places import names_hidden
from domain.registered_orders import PAPER_NOTE
from domain.registration import QUESTIONS, shown
from services.attached_papers import Waiting

TAKING = (
    "Once taken, it is the order's newest paper, and its conditions are told to nobody until they are checked against it. It can be undone."
)
AS_READ = "Read from it by machine, as the sender left it. Open it and hold every word against it before you take it."
NOTHING_READ = "No text was read of it. Open it and see what it is before you take it."
IN_THE_PAPER = "This term names a place that is kept secret: read it in the paper."
MOST_WORDING = 4000
_READ = ("case_no", "court", "made_on", "notice", "end", "ends", "hearing", "respondent_dob")
_ASKED = {one.id: one for one in QUESTIONS}
_NAMES = (("respondent", "Respondent"), ("applicant", "Protected person"))


def waiting_card(order: Order, papers: Sequence[Waiting], offer: Offer) -> Card:
    rows = [part for one in papers for part in _waiting(one, order, offer)]
    body = [heading(f"Sent for {order.reference}"), line(f"Case number {order.case_no}."), line(TAKING, quiet=True)]
    return card([*body, *(rows or [line("No paper waits for it.")])])


def _waiting(one: Waiting, order: Order, offer: Offer) -> Iterator[Card]:
    yield {**line(f"{one.name}, sent {long_moment(one.since)}", strong=True), "separator": True}
    read = [(title, _beside(value, held)) for title, value, held in _told(one, order) if value]
    yield warning(AS_READ if read else NOTHING_READ)
    if note := one.values.get(PAPER_NOTE):
        yield line(note)
    yield facts(read)
    yield from _conditions(one, order)
    opened = button(f"Open {one.name}", offer.press("paper:aside", str(one.id))) | {"verb": OPENS_PAPER}
    take = button(f"Take {one.name}", offer.press_once("register:take", str(one.id)), style="positive")
    yield from button_sets([opened, take, button(f"Leave out {one.name}", offer.press_once("register:leave", str(one.id)))])


def _told(one: Waiting, order: Order) -> Iterator[tuple[str, str, str]]:
    """What the paper says, and what is held here where the register can be compared with it."""
    held = {
        "case_no": order.case_no,
        "court": order.court_name or "",
        "made_on": long_date(order.made_on) if order.made_on else "",
        "ends": long_moment(order.expires_at) if order.expires_at else "",
        "hearing": long_date(order.return_hearing_on) if order.return_hearing_on else "",
        "respondent_dob": long_date(order.respondent.dob) if order.respondent.dob else "",
    }
    for role, title in _NAMES:
        said = " ".join(filter(None, (one.values.get(f"{role}_forenames"), one.values.get(f"{role}_surname"))))
        yield title, said, order.respondent.name if role == "respondent" else order.applicant.name
    for id in _READ:
        yield _ASKED[id].ask.rstrip("?"), shown(_ASKED[id], one.values.get(id, "")), held.get(id, "")


def _beside(value: str, held: str) -> str:
    return value if not held or value.casefold() == held.casefold() else f"{value} (held here: {held})"


def _conditions(one: Waiting, order: Order) -> Iterator[Card]:
    wordings = [words for words in one.values.get("conditions", "").split("\n") if words.strip()]
    if sum(map(len, wordings)) > MOST_WORDING:
        yield line(f"{len(wordings)} conditions, too long to show here: read them in the paper.")
        return
    if wordings:
        yield line("Conditions as read, checked by nobody:", strong=True)
    yield from (line(f"{at}. {IN_THE_PAPER if names_hidden(order, words) else words}") for at, words in enumerate(wordings, start=1))
