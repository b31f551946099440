"""The safeguarding plan on cards: its newest version, who wrote it and when, and the form that makes the next one."""

from collections.abc import Iterator
from datetime import datetime

from bot.cards.parts import Card, button, card, facts, heading, line, text_input, warning
from bot.cards.people import named
from bot.offers import Offer
from domain.london import long_date, long_moment, to_london
from domain.safeguarding import CONSIDER, LONGEST, WRITTEN
from services.safeguarding import Safeguarding

TITLE = "Safeguarding plan"
NONE_YET = "Nobody has written one yet."
OWN_WORDS = "Write what you know, and only what colleagues need to keep the person safe. Every version stays, with who wrote it."
# Which other measure may fit: the pages say what each is for.
MEASURES = (
    ("Never an order instead", "never-an-order-instead"),
    ("Other measures: DAPO", "dapo"),
    ("Other measures: DVPO", "dvpo"),
    ("Stalking: SPO", "spo"),
)


def safeguarding_card(found: Safeguarding, offer: Offer, now: datetime) -> Card:
    newest, id = found.newest, str(found.plan.id)
    earlier = [(f"Version {one.version}", f"{named(found.names, one.officer)}, {long_moment(one.at)}") for one in found.versions]
    said = [line(NONE_YET)] if newest is None else [facts(_said(found, now))]
    versions = [line("Versions", strong=True), facts(earlier)] if earlier else []
    ways = [
        button("Write the next version" if newest else "Write it", offer.press("safeguard:ask", id), style="positive"),
        *(button(title, offer.press("guidance:page", page)) for title, page in MEASURES),
        button("Open the contact", offer.press("contact:open", id)),
    ]
    return card([heading(TITLE), line(found.order.reference, strong=True), *said, warning(CONSIDER), *versions], ways, speak=f"{TITLE}.")


def write_card(found: Safeguarding, offer: Offer) -> Card:
    """Six fields, with what the newest version says."""
    newest = found.newest
    fields = [
        text_input(name, f"{label} (optional)", multiline=name != "idva", value=getattr(newest, name) if newest else "", limit=LONGEST)
        for name, label in WRITTEN
    ]
    marac: Card = {"type": "Input.Date", "id": "marac", "label": "MARAC date (optional)"}
    if newest is not None and newest.marac is not None:
        marac["value"] = newest.marac.isoformat()
    keep = offer.press_once("safeguard:keep", str(found.plan.id), seen=str(newest.version if newest else 0))
    body = [heading(TITLE), line(found.order.reference, strong=True), *fields[:2], marac, *fields[2:], line(OWN_WORDS, quiet=True)]
    return card(body, [button("Keep it", keep, style="positive")], speak=f"{TITLE}.")


def _said(found: Safeguarding, now: datetime) -> Iterator[tuple[str, str | None]]:
    newest = found.newest
    if newest is None:
        return
    yield from ((label, getattr(newest, name) or None) for name, label in WRITTEN)
    past = "" if newest.marac is None or newest.marac >= to_london(now).date() else ": that is past, say what was decided"
    yield "MARAC", f"{long_date(newest.marac)}{past}" if newest.marac else None
