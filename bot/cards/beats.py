"""Cards of a beat: its orders page by page with how each stands and runs, and the areas of the force's policy."""

from collections.abc import Iterable
from datetime import datetime

from bot.beat_charts import chart_path, facts_of, words_of
from bot.cards.order_parts import exercise
from bot.cards.parts import Card, button, card, facts, heading, line
from bot.offers import Offer
from domain.areas import Area
from domain.beats import BeatAsked, as_details, day_words, end_words, ending_soon, here_words, title_of, visit_words
from domain.conversations import WEB
from domain.lookups import safe_particulars
from domain.officers import Officer, Permission
from domain.order_states import last_confirmed, standing_words
from domain.orders import PartyRole
from domain.visit_rules import VisitRules
from services.beats import BeatPage, BeatRow

NEXT, FROM_THE_START = "Next page", "From the start"
NONE_HERE = "No live order is known here by where its respondent lives. An order without a postcode, or with a confidential one, is in no area's list: look it up by name."
NONE_SO = "No live order here is in this list."
BEFORE_YOU_GO = "A list is no proof: open the order before you act on it."


def beat_card(page: BeatPage, officer: Officer, offer: Offer, now: datetime, channel: str, *, begun: bool = True) -> Card:
    """`begun` is whether this is the first page, which has the picture."""
    asked = page.asked
    body = [heading(title_of(asked, page.where, now)), line(_how_many(page, begun=begun), quiet=True)]
    if begun and page.ladder.all:
        body += _picture(page, channel)
    for one in page.rows:
        body += _row(one, officer, offer, now)
    body.append(line(BEFORE_YOU_GO if page.rows else NONE_SO if asked.first or asked.unvisited else NONE_HERE, quiet=True))
    ways = []
    if page.after is not None:
        ways.append(button(NEXT, offer.press("beat:page", **as_details(asked, page.after))))
    if not begun:
        ways.append(button(FROM_THE_START, offer.press("beat:page", **as_details(asked))))
    return card(body, [*ways, *_others(asked, officer, offer, now)], speak="Orders on a beat.")


def areas_card(areas: Iterable[Area], mine: Iterable[Area], visits: VisitRules, offer: Offer, *, all_of_them: bool) -> Card:
    """What the force's policy says of its areas; a beat that is not one's own has a button where it may be listed."""
    listed, own = list(areas), {one.code for one in mine}
    rows = [(one.name, _area_words(one, own)) for one in listed]
    shown = [one for one in listed if all_of_them or one.code in own][:6]
    ways = [button(f"Orders in {one.name}", offer.press("beat:page", **as_details(BeatAsked(one.code)))) for one in shown]
    none = [] if listed else [line("Your force's policy names no areas yet.")]
    rhythm = [
        ("First visit", f"within {visits.first.days} days"),
        ("After one that met the respondent", f"within {visits.routine.days} days"),
    ]
    rhythm.append(("After one that did not", f"within {visits.again.days} days"))
    planned = "For every live order on a beat, by itself." if visits.automatic else "Where somebody plans one."
    of_visits = [line("Compliance visits", strong=True), line(planned), facts(rhythm)]
    return card([heading("Areas of the force"), *none, facts(rows), *of_visits], ways, speak="Areas of the force.", marked=False)


def _row(one: BeatRow, officer: Officer, offer: Offer, now: datetime) -> list[Card]:
    order, safe = one.order, safe_particulars(one.order, officer)
    details = [
        ("Respondent", f"{safe.respondent.name}, {safe.respondent.dob}"),
        ("State", f"{standing_words(one.standing)}. {last_confirmed(order)}"),
        ("Ends", end_words(order, now)),
        ("Last contact", day_words(one.beside.contacted_at, "none recorded here")),
        ("Compliance visit", visit_words(one.beside, now)),
        ("Breaches in 90 days", str(one.beside.breaches) if one.beside.breaches else "none recorded here"),
        ("Listed because", here_words(one.here) if one.here is PartyRole.APPLICANT else None),
    ]
    presses = [button(f"Open {order.reference}", offer.press("order:open", str(order.id)))]
    if officer.may(Permission.VISIT_RESPONDENT):
        presses.append(button("Compliance visit", offer.press("visit:open", str(order.id))))
    return [*exercise(order), line(order.reference, strong=True), facts(details), {"type": "ActionSet", "actions": presses}]


def _picture(page: BeatPage, channel: str) -> list[Card]:
    if channel == WEB:
        return [{"type": "Image", "url": chart_path(page.ladder), "altText": words_of(page.ladder), "size": "Stretch"}]
    return [facts(facts_of(page.ladder))]


def _how_many(page: BeatPage, *, begun: bool) -> str:
    total, shown = page.ladder.all, len(page.rows)
    whole = "1 live order" if total == 1 else f"{total} live orders"
    if page.after is None and begun:
        return f"{whole}, the soonest to end first."
    return f"The first {shown} of {whole}, the soonest to end first." if begun else f"{shown} more of {whole}."


def _others(asked: BeatAsked, officer: Officer, offer: Offer, now: datetime) -> list[Card]:
    """Ways to the other lists of the same area."""
    listed = []
    if asked.first is None:
        listed.append(("Ending in 28 days", ending_soon(asked, now)))
    if not asked.unvisited and officer.may(Permission.VISIT_RESPONDENT):
        listed.append(("Respondent not met yet", BeatAsked(asked.area, unvisited=True)))
    if asked.first is not None or asked.unvisited:
        listed.append(("All live orders here", BeatAsked(asked.area)))
    ways = [button(title, offer.press("beat:page", **as_details(other))) for title, other in listed]
    patrol = (
        [button("Visits that are owed", offer.press("visit:list", area=asked.area))] if officer.may(Permission.VISIT_RESPONDENT) else []
    )
    return [*ways, *patrol, button("Areas", offer.press("beat:areas"))]


def _area_words(area: Area, own: set[str]) -> str:
    parts = ", ".join(sorted(area.districts | area.sectors))
    teams = f"; teams: {', '.join(sorted(area.teams))}" if area.teams else ""
    officers = f"; officers: {', '.join(sorted(area.officers))}" if area.officers else ""
    return f"{parts}{teams}{officers}{'; yours' if area.code in own else ''}"
