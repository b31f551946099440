"""Cards of intake: all that waits with its age, an order that was registered by hand, and a row of the feed that could not be taken in."""

from collections import Counter
from collections.abc import Iterator

from bot.cards.order_changes import change_button
from bot.cards.parts import Card, button, button_sets, card, facts, heading, line
from bot.offers import Offer
from domain.feed import SECOND_ORDER
from domain.intake import WAITS_WORDS, Item, Measured, Waits, age_words
from domain.london import long_date, long_moment
from domain.lookups import safe_particulars
from domain.officers import Officer, Permission
from domain.order_changes import ChangeKind, Recorded
from domain.order_states import last_confirmed
from domain.orders import Order
from domain.provenance import PROVENANCE_WORDS
from domain.registered_orders import NOT_CONFIRMED, SECOND_CHECK
from services.intake import SAME_PERSON, Queue
from storage.intake import KeptReject

SHOWN = 10
NOTHING_WAITS = "Nothing waits at intake."
_TITLES = {
    Waits.REJECT: "Show the row",
    Waits.SHOWN_PAPER: "Open",
    Waits.SECOND_CHECK: "Open",
    Waits.SECOND_ORDER: "Open the case",
    Waits.UNCHECKED: "Check the wording",
    Waits.PAPER: "Show what was sent",
}
_NOTICE = {True: "yes", False: "no, on notice", None: "not known"}
_VERBS = {Waits.SECOND_ORDER: "review:open", Waits.UNCHECKED: "paper:check", Waits.PAPER: "register:waiting"}

_OF_WORDING = (Waits.UNCHECKED, Waits.PAPER)


def intake_card(queue: Queue, officer: Officer, offer: Offer, page: int = 0, only: str = "") -> Card:
    """The oldest first, so many a page; of one kind alone where one was pressed."""
    items = [one for one in queue.items if only in ("", one.waits)]
    shown = items[page * SHOWN : (page + 1) * SHOWN]
    rows = [part for at, one in enumerate(shown, start=page * SHOWN + 1) for part in _row(at, one, queue, officer, offer)]
    pages = _pages(len(items), page, only, offer)
    return card([*_top(queue, only, offer), *rows, *_took(queue.took)], pages, speak=f"{len(queue.items)} wait at intake.")


def _top(queue: Queue, only: str, offer: Offer) -> Iterator[Card]:
    """How many wait of each kind, each a press that lists those alone: one old heap hides nothing that came today."""
    yield heading("Intake")
    counts = Counter(one.waits for one in queue.items)
    kinds = [waits for waits in Waits if counts[waits]]
    if not kinds:
        yield line(NOTHING_WAITS)
    elif only or len(kinds) == 1:
        yield facts([(WAITS_WORDS[waits], str(counts[waits])) for waits in kinds if only in ("", waits)])
    else:
        listed = [button(f"{WAITS_WORDS[one]} ({counts[one]})", offer.press("intake:page", number="0", only=one)) for one in kinds]
        yield from button_sets(listed)


def registered_card(order: Order, changes: tuple[Recorded, ...], officer: Officer, offer: Offer) -> Card:
    """What a second person holds against the paper, and what settles it."""
    safe, waits = safe_particulars(order, officer), order.needs_review or ""
    made = next((one for one in changes if one.kind is ChangeKind.REGISTERED), None)
    own = SECOND_CHECK in waits and made is not None and made.officer == officer.id
    body = [
        heading(f"Registered by hand: {order.reference}"),
        line(last_confirmed(order), strong=True),
        facts(
            [
                ("Comes from", PROVENANCE_WORDS[order.provenance]),
                ("Registered", long_moment(made.at) if made else None),
                ("Case number", order.case_no),
                ("Court", order.court_name),
                ("Respondent", f"{safe.respondent.name}, born {safe.respondent.dob}"),
                ("Respondent's area", safe.respondent.area),
                ("Protected person", f"{safe.applicant.name}, born {safe.applicant.dob}"),
                ("Made without notice", _NOTICE[order.without_notice]),
                ("Made on", long_date(order.made_on) if order.made_on else None),
                ("Ends", long_moment(order.expires_at) if order.expires_at else "no end date given"),
                ("Return hearing", long_date(order.return_hearing_on) if order.return_hearing_on else None),
            ]
        ),
        *(line(f"To be checked: {one}.") for one in waits.split("; ") if one),
        *([line(SAME_PERSON)] if own else []),
    ]
    return card(
        body,
        list(_settling(order, waits.replace(SECOND_CHECK, "") if own else waits, officer, offer)),
        speak="An order registered by hand.",
    )


def reject_card(one: KeptReject) -> Card:
    """The row as the court sent it, for whoever asks the court to send a good one."""
    told = line(
        'Ask the court for a good row, or type "register an order" and take it from the paper. A good row takes its place by itself.'
    )
    body = [
        heading("Row that was not taken in"),
        facts([("File", one.manifest), ("Line", str(one.line)), ("Why", one.reason)]),
        line(one.raw),
        told,
    ]
    return card(body, speak="A row of the court feed.")


def _row(at: int, one: Item, queue: Queue, officer: Officer, offer: Offer) -> Iterator[Card]:
    yield {**line(f"{at}. {WAITS_WORDS[one.waits]}", strong=True), "separator": True}
    yield line(f"{one.what}. Waiting {age_words(queue.now - one.since)}.")
    if one.waits in _OF_WORDING and not officer.may(Permission.CHECK_CONDITIONS):
        return
    verb = _VERBS.get(one.waits, "intake:reject" if one.waits is Waits.REJECT else "intake:open")
    yield from button_sets([button(f"{_TITLES[one.waits]} {at}", offer.press(verb, str(one.object)))])


def _took(took: Measured) -> Iterator[Card]:
    yield line("From the court to the register, last 90 days", strong=True)
    if took.median is None or took.longest is None:
        yield line("Nothing to measure: no order whose day of making is known.", quiet=True)
        return
    yield facts([("Median", age_words(took.median)), ("Longest", age_words(took.longest)), ("Orders measured", str(took.orders))])
    unknown = f" {took.unknown} more have no day of making yet." if took.unknown else ""
    yield line(f"Counted from the beginning of the day on which each was made, since its hour is not told.{unknown}", quiet=True)


def _pages(listed: int, page: int, only: str, offer: Offer) -> list[Card]:
    earlier = [button("Earlier", offer.press("intake:page", number=str(page - 1), only=only))] if page else []
    later = [button("More", offer.press("intake:page", number=str(page + 1), only=only))] if listed > (page + 1) * SHOWN else []
    return [*earlier, *later, *([button("All that waits", offer.press("intake:page", number="0", only=""))] if only else [])]


def _settling(order: Order, waits: str, officer: Officer, offer: Offer) -> Iterator[Card]:
    id = str(order.id)
    if SECOND_CHECK in waits:
        yield button("Checked: it is right", offer.press_once_alone("intake:checked", id), style="positive")
    if NOT_CONFIRMED in waits:
        yield button("The court confirms it: e-mail", offer.press_once_alone("intake:confirmed", id, learned="court_email"))
        yield button("The court confirms it: telephone", offer.press_once_alone("intake:confirmed", id, learned="court_phone"))
    if SECOND_ORDER in waits:
        yield button("Orders on this case", offer.press("review:open", id))
    if officer.may(Permission.LOOK_UP_ORDER):
        yield button("Open the order", offer.press("order:open", id))
        yield change_button(order, offer)
