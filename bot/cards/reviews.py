"""Cards of the orders desk: cases whose orders wait for a person, and the question how two of them stand to each other."""

from collections.abc import Iterator
from datetime import date

from bot.cards.orders import link_words
from bot.cards.parts import Card, button, card, facts, heading, line
from bot.offers import Offer
from domain.feed_report import WINDOW_DAYS
from domain.london import long_date, long_moment, to_london
from domain.lookups import safe_particulars
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.reviews import Case, Relation
from services.reviews import Queue, Unchecked

SHOWN_AT_MOST = 10
PAPERS_STAY = "Your answer is kept with your name and the time and shown with both orders. It changes nothing of what their papers say."
WHY_LISTED = "Listed because the case has more than one order and nobody has said how they stand to each other."
NOT_CHECKED = "{} not yet checked against the paper: until then officers are told no conditions."
ANSWERS = ((Relation.REPLACES, "Replaces"), (Relation.EXTENDS, "Extends"), (Relation.SEPARATE, "Separate"))


def queue_card(queue: Queue, officer: Officer, offer: Offer) -> Card:
    shown = queue.cases[:SHOWN_AT_MOST]
    body = [heading("Orders to review")]
    if not shown:
        body.append(line("No case has orders that wait for a review."))
    for case in shown:
        body += [
            line(f"Case {case.orders[0].case_no}", strong=True),
            line(", ".join(one.reference for one in case.orders)),
            line(WHY_LISTED, quiet=True),
        ]
    if len(queue.cases) > len(shown):
        body.append(line("There are more: these have waited longest. Deal with them and ask again."))
    feed = facts([("Court feed", _as_of(queue)), ("Days without a file", missing_words(queue.days_without))])
    opened = [button(f"Open {case.orders[0].reference}", offer.press("review:open", str(case.orders[0].id))) for case in shown]
    if queue.unchecked:
        body.append(line(NOT_CHECKED.format(_orders(queue.unchecked)), strong=True))
        opened += [button("Orders to check", offer.press("review:unchecked"))] if officer.may(Permission.CHECK_CONDITIONS) else []
    return card([*body, feed], opened)


def unchecked_card(found: Unchecked, offer: Offer) -> Card:
    """Each with the press that begins its check."""
    if not found.orders:
        return card([heading("Orders to check"), line("Every order in force whose paper is held has been checked against it.")])
    body = [heading("Orders to check"), line(NOT_CHECKED.format(_orders(found.total)))]
    body.append(
        facts(
            [(one.reference, f"{one.respondent.name}, known since {long_date(to_london(one.received_at).date())}") for one in found.orders]
        )
    )
    if found.total > len(found.orders):
        body.append(line(f"{found.total - len(found.orders)} more: these have waited longest. Check them and ask again."))
    return card(body, [button(f"Check {one.reference}", offer.press("paper:check", str(one.id))) for one in found.orders])


def case_card(case: Case, officer: Officer, offer: Offer, pair: tuple[Order, Order] | None) -> Card:
    """Every order of the case; then the question about the pair, or, where none is asked, a way to change each answer."""
    body = [heading("Orders on one case"), *(part for one in case.orders for part in _order(one, case, officer))]
    if pair is None:
        return card([*body, line("Every question about this case is answered.")], list(_changes(case, offer)))
    earlier, later = pair
    standing = case.link_of({earlier.id, later.id})
    seen = standing.relation.value if standing else ""
    about = {"earlier": str(earlier.id), "seen": seen}
    asked = heading(f"How does {later.reference} stand to {earlier.reference}?")
    presses = [
        button(title, offer.press_once("review:decide", str(later.id), relation=relation.value, **about)) for relation, title in ANSWERS
    ]
    return card([*body, asked, line(PAPERS_STAY, quiet=True)], presses)


def missing_words(days: tuple[date, ...]) -> str:
    """Never a bare count: which days, so that the file can be asked for."""
    if not days:
        return f"none of the last {WINDOW_DAYS}"
    return f"{len(days)} of the last {WINDOW_DAYS}: {', '.join(map(long_date, days))}"


def _orders(number: int) -> str:
    return "1 order is" if number == 1 else f"{number} orders are"


def _as_of(queue: Queue) -> str:
    return "nothing taken in yet" if queue.feed_as_of is None else f"last taken in on {long_moment(queue.feed_as_of)}"


def _order(order: Order, case: Case, officer: Officer) -> Iterator[Card]:
    safe = safe_particulars(order, officer)
    yield line(order.reference, strong=True)
    yield facts(
        [
            ("Respondent", safe.respondent.name),
            ("Applicant", safe.applicant.name),
            ("Made on", long_date(order.made_on) if order.made_on else "not known until the order is read"),
            ("Ends", long_moment(order.expires_at) if order.expires_at else "no end date given"),
            ("Document", order.file_name if order.has_document else "the PDF is not held here"),
        ]
    )
    yield from (line(link_words(link, order.id)) for link in case.links if order.id in link.pair)


def _changes(case: Case, offer: Offer) -> Iterator[Card]:
    for link in case.links:
        press = offer.press("review:open", str(link.later), earlier=str(link.earlier))
        yield button(f"Change: {link.later_reference} and {link.earlier_reference}", press)
