"""Cards of lists of contacts: one page of a list, and the board that says at a glance who is waiting."""

from collections.abc import Sequence
from datetime import datetime

from bot.cards.breach_files import TAKES_FILE
from bot.cards.contacts import why_words
from bot.cards.parts import Card, button, card, facts, heading, line
from bot.offers import Offer
from domain.contact_lists import Listing, Span, as_details, standing_told, title_of
from domain.contact_words import RISK_WORDS
from domain.contacts import Risk
from domain.conversations import WEB
from domain.london import deadline
from domain.officers import Officer, Permission
from services.contact_lists import Page, Waiting
from services.contacts import OwedContact
from storage.contact_lists import Standing

NEXT, FROM_THE_START = "Next page", "From the start"
ONLY_AT_THE_PAGE = (
    "The calendar file is saved at the chat page on a force computer: type my calendar there. It holds references and times, and no names."
)
CALENDAR = "Save it, then open it in your calendar. It holds references and times, and no names; it does not change by itself, so save it anew when your contacts have changed."
NOBODY_WAITS = "No contact is overdue or due today."
_PLAIN = (
    ("Due today", Listing()),
    ("Overdue", Listing(Span.OVERDUE)),
    ("High risk", Listing(risks=frozenset({Risk.HIGH}))),
)


def page_card(page: Page, officer: Officer, offer: Offer, now: datetime, *, begun: bool = True) -> Card:
    """`begun` is whether this is the first page."""
    body = [heading(title_of(page.listing, now)), line(_how_many(page, begun=begun), quiet=True)]
    for one in page.rows:
        body += row(one, offer, now)
    ways = []
    if page.after is not None:
        ways.append(button(NEXT, offer.press("list:page", **as_details(page.listing, page.after))))
    if not begun:
        ways.append(button(FROM_THE_START, offer.press("list:page", **as_details(page.listing))))
    return card(body, [*ways, *_others(page.listing, officer, offer)[: 6 - len(ways)]])


def empty_card(page: Page, officer: Officer, offer: Offer, now: datetime) -> Card:
    """That there is nothing, in so many words, and what comes next."""
    body = [heading(title_of(page.listing, now)), line(nothing_words(page.listing, officer))]
    if page.upcoming is not None:
        body += [line("The next is:", strong=True), *row(page.upcoming, offer, now)]
    return card(body, _others(page.listing, officer, offer))


def nothing_words(listing: Listing, officer: Officer) -> str:
    teams = officer.may(Permission.SEE_TEAM_CONTACTS) and not listing.own
    whom = f"for the {listing.team} team" if listing.team else "for you or your teams" if teams else "for you"
    risk = " or ".join(f"{one.value} risk" for one in Risk if one in listing.risks)
    what = f"Nothing of {risk}" if risk else "Nothing"
    if listing.unowned:
        return "No contact is without an owner." if listing.span is Span.OPEN and not risk else f"{what} in this list is without an owner."
    how = {Span.OVERDUE: "is overdue", Span.DUE: "is due today", Span.OPEN: "is owed", Span.DAYS: "is due on these days"}[listing.span]
    return f"{what} {how} {whom}."


def row(one: OwedContact, offer: Offer, now: datetime) -> list[Card]:
    """One contact, with the button that opens its plan."""
    details = [
        ("Protected person", one.order.applicant.name),
        ("Risk", RISK_WORDS[one.plan.risk]),
        ("Why now", why_words(one.plan, now)),
        ("Must be done by", deadline(one.plan.due.must_by)),
        ("Owner", one.owner or "nobody yet"),
        ("State", standing_told(one.plan, now)),
    ]
    press = button(f"Open {one.order.reference}", offer.press("contact:open", str(one.plan.id)))
    return [line(one.order.reference, strong=True), facts(details), {"type": "ActionSet", "actions": [press]}]


def board_card(waiting: Waiting, offer: Offer, now: datetime) -> Card:
    """How many stand how, by risk, and the most pressing; names stand in its rows only."""
    body = [heading("Who is waiting"), line(f"Teams: {', '.join(waiting.teams) or 'none'}.", quiet=True)]
    body.append(facts([(RISK_WORDS[risk].capitalize(), standing_line(waiting.standing.get(risk, Standing()))) for risk in _BY_RISK]))
    if waiting.unowned:
        body.append(line(f"{waiting.unowned} without an owner.", strong=True))
    body.append(line("Most pressing" if waiting.pressing else NOBODY_WAITS, strong=True))
    for one in waiting.pressing:
        body += row(one, offer, now)
    listed = [(title, listing) for title, listing in (*_PLAIN[1:], ("No owner", Listing(Span.OPEN, unowned=True)))]
    ways = [button(title, offer.press("list:page", **as_details(listing))) for title, listing in listed]
    return card(body, [*ways, button("Weekly report", offer.press("report:week"))])


def standing_line(one: Standing) -> str:
    unanswered = f"; no answer twice or more: {one.unanswered}" if one.unanswered else ""
    return f"{one.overdue} overdue, {one.today} due today, {one.later} later{unanswered}"


def calendar_card(offer: Offer, channel: str) -> Card:
    """One press, one file; nothing is offered where the file would go through another's store."""
    if channel != WEB:
        return card([heading("Calendar file"), line(ONLY_AT_THE_PAGE)], marked=False)
    press = {**button("Save calendar file", offer.press_once("list:calendar")), "verb": TAKES_FILE}
    return card([heading("Calendar file"), line(CALENDAR)], [press], marked=False)


_BY_RISK: Sequence[Risk] = (Risk.HIGH, Risk.UNASSESSED, Risk.MEDIUM, Risk.STANDARD)


def _how_many(page: Page, *, begun: bool) -> str:
    shown = len(page.rows)
    if page.total <= shown:
        return "1 contact." if page.total == 1 else f"{page.total} contacts."
    return f"The {shown} most pressing of {page.total} contacts." if begun else f"{shown} more of {page.total} contacts."


def _others(listing: Listing, officer: Officer, offer: Offer) -> list[Card]:
    """Ways to the other lists that are asked for most."""
    ways = [button(title, offer.press("list:page", **as_details(one))) for title, one in _PLAIN if one != listing]
    board = [button("Who is waiting", offer.press("list:board"))] if officer.may(Permission.SEE_TEAM_CONTACTS) else []
    return [*ways, *board]
