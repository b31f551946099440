"""The visits that are owed, on a card for a shift, with the sheet to print where files are given out."""

from datetime import datetime

from bot.cards.breach_files import TAKES_FILE
from bot.cards.parts import Card, button, card, facts, heading, line
from bot.offers import Offer
from domain.beats import day_words, end_words
from domain.conversations import WEB
from domain.order_states import standing_words
from domain.visit_briefing import home_of
from domain.visits import state_words
from services.visit_lists import OwedVisit, VisitList

TITLE = "Visits to respondents"
NONE_OWED = "No visit to a respondent is owed within a week."
ONLY_AT_THE_PAGE = "The sheet to print is saved at the chat page on a force computer: type patrol list there."
SEALED = "The sheet is sealed. It opens with: {opens}"
SHRED = "A sheet names people: keep it on you, and shred it at the end of the shift. It holds nothing of any protected person."


def visit_list_card(found: VisitList, area: str, offer: Offer, now: datetime, channel: str, opens: str = "") -> Card:
    """`opens` is what the sheet will open with: it stands here and not in the file."""
    body = [heading(f"{TITLE}: {found.where}"), line(_how_many(found), quiet=True)]
    for one in found.rows:
        body += _row(one, offer, now)
    if not found.rows:
        return card(body, [button("Respondent not met yet", offer.press("beat:page", area=area, unvisited="yes"))], speak=f"{TITLE}.")
    if channel != WEB:
        return card([*body, line(ONLY_AT_THE_PAGE, quiet=True)], speak=f"{TITLE}.")
    sheet = {**button("Save the sheet (PDF)", offer.press("visit:sheet", area=area, opens=opens)), "verb": TAKES_FILE}
    return card([*body, line(SEALED.format(opens=opens), strong=True), line(SHRED, quiet=True)], [sheet], speak=f"{TITLE}.")


def _row(one: OwedVisit, offer: Offer, now: datetime) -> list[Card]:
    details = [
        ("Respondent", one.order.respondent.name),
        ("Home", home_of(one.order)),
        ("Must be made", state_words(one.plan, now)),
        ("Last met", day_words(one.beside.visited_at, "never")),
        ("State", standing_words(one.standing)),
        ("Ends", end_words(one.order, now)),
        ("Whose visit", one.owner or "nobody's yet"),
    ]
    press = button(f"Briefing {one.order.reference}", offer.press("visit:open", str(one.order.id)))
    return [line(one.order.reference, strong=True), facts(details), {"type": "ActionSet", "actions": [press]}]


def _how_many(found: VisitList) -> str:
    number = len(found.rows)
    if not number:
        return NONE_OWED
    said = "1 visit is" if number == 1 else f"{'The first ' if found.more else ''}{number} visits are"
    return f"{said} owed within a week{', and there are more' if found.more else ''}; the most pressing first."
