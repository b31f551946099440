"""Cards of data quality: the figures with their trend, how the court feed stands, and the worklist with the press that mends each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from bot.cards.parts import Card, button, card, facts, heading, line
from bot.offers import Offer
from bot.quality_charts import Week, chart_path, words_of
from domain.conversations import WEB
from domain.feed_days import day_words, gap_words
from domain.london import long_date, to_london
from domain.lookups import safe_particulars
from domain.measure_endings import can_happen
from domain.officers import Officer
from domain.order_change_forms import title_of
from domain.order_changes import ChangeKind
from domain.order_states import last_confirmed
from domain.quality import FLAW_WORDS, WEEK, Flaw
from services.quality import Listed, QualityReport, Worklist

TITLE = "Data quality"
NEXT, FROM_THE_START = "Next page", "From the start"
NOT_YET = "The register is looked through once a day, and has not been yet: ask again in some minutes."
NOTHING_LEFT = "Nothing of this is left to mend."
LISTED = 7
# The presses that mend each, each opening the dialog that does: their words, where they are not those of the change, their verb and which change of an order. What they are pressed for is the order, or the contact plan.
MENDS = {
    Flaw.NO_SERVICE: (("Record service", "change:ask", ChangeKind.SERVED), ("Record awareness", "change:ask", ChangeKind.TOLD)),
    Flaw.NO_PLAN: (("Open a contact plan", "quality:plan", None),),
    Flaw.NO_OWNER: (("Give it an owner", "quality:owner", None),),
    Flaw.UNCHECKED: (("Check the wording", "paper:check", None),),
    Flaw.ENDED: (
        ("", "change:ask", ChangeKind.EXTENDED),
        ("", "change:ask", ChangeKind.DISCHARGED),
        ("Look at its end", "quality:mend", None),
    ),
    Flaw.NO_ADDRESS: (("Give the address", "quality:mend", None),),
    Flaw.WITHHELD: (("Ask the court", "quality:mend", None),),
    Flaw.NOT_CONFIRMED: (("Confirm with the court", "quality:mend", None),),
}
ONCE = frozenset({"quality:plan"})


def report_card(report: QualityReport, offer: Offer, today: date, channel: str) -> Card:
    body = [heading(TITLE), line(NOT_YET if report.on is None else f"Reckoned on {long_date(report.on)}.", quiet=True)]
    weeks = _weeks(report)
    if weeks and channel == WEB:
        body.append({"type": "Image", "url": chart_path(weeks), "altText": words_of(weeks), "size": "Stretch"})
    body.append(facts([(FLAW_WORDS[flaw], _told(report, flaw, today)) for flaw in Flaw]))
    feed = [("Court feed", gap_words(report.feed)), ("Rows to be mended", str(report.rejects))]
    telling = [one for one in report.feed if one.is_missing or one.is_thin or one.came is None][-LISTED:] or list(report.feed[-1:])
    body += [
        line("Court feed, day by day", strong=True),
        facts([*feed, *((f"{one.day:%a} {long_date(one.day)}", day_words(one)) for one in telling)]),
    ]
    ways = [
        button(f"{FLAW_WORDS[flaw]} ({number})", offer.press("quality:list", flaw.value)) for flaw, number in report.now.items() if number
    ]
    sets = [{"type": "ActionSet", "actions": [one]} for one in ways]
    return card([*body, *sets], speak=f"{TITLE}.", marked=False)


def worklist_card(found: Worklist, officer: Officer, offer: Offer, *, begun: bool) -> Card:
    """`begun` is whether this is the first page."""
    body = [
        heading(FLAW_WORDS[found.flaw]),
        line(f"{found.total} {'order' if found.total == 1 else 'orders'}, the longest known first.", quiet=True),
    ]
    for one in found.rows:
        body += _row(one, found.flaw, officer, offer)
    if not found.rows:
        body.append(line(NOTHING_LEFT if found.after is None else "These are mended already: turn the page."))
    ways = []
    if found.after is not None:
        kept = {"after": found.after.since.isoformat(), "after_id": str(found.after.id)}
        ways.append(button(NEXT, offer.press("quality:list", found.flaw.value, **kept)))
    if not begun:
        ways.append(button(FROM_THE_START, offer.press("quality:list", found.flaw.value)))
    return card(body, [*ways, button("All figures", offer.press("quality:report"))], speak=f"{TITLE}.")


def _row(one: Listed, flaw: Flaw, officer: Officer, offer: Offer) -> list[Card]:
    order, safe = one.order, safe_particulars(one.order, officer)
    details = [
        ("Respondent", safe.respondent.name),
        ("Court", order.court_name),
        ("Known since", long_date(to_london(one.since).date())),
        ("Record", last_confirmed(order)),
    ]
    opens = button(f"Open {order.reference}", offer.press("order:open", str(order.id)))
    return [line(order.reference, strong=True), facts(details), {"type": "ActionSet", "actions": [*_mends(one, flaw, offer), opens]}]


def _mends(one: Listed, flaw: Flaw, offer: Offer) -> Iterator[Card]:
    """Of what can happen to an order of its kind."""
    subject = str(one.beside.plan if flaw is Flaw.NO_OWNER else one.order.id)
    for title, verb, kind in MENDS[flaw]:
        if kind is not None and can_happen(one.order.kind, kind):
            yield button(title or title_of(one.order.kind, kind), offer.press(verb, subject, kind=kind.value))
        elif kind is None:
            yield button(title, offer.press_once_alone(verb, subject) if verb in ONCE else offer.press(verb, subject, flaw=flaw.value))


def _told(report: QualityReport, flaw: Flaw, today: date) -> str:
    """Now, and how it was a week and four weeks ago."""
    then = {one.day: one.number for one in report.figures if one.flaw is flaw}
    parts = [f"{then[day]} {words}" for day, words in ((today - WEEK, "a week ago"), (today - 4 * WEEK, "four weeks ago")) if day in then]
    return ", ".join([f"{report.now[flaw]} now", *parts])


def _weeks(report: QualityReport) -> Sequence[Week]:
    summed: dict[date, int] = defaultdict(int)
    for one in report.figures:
        summed[one.day] += one.number
    return sorted(summed.items()) if len(summed) > 1 else []
