"""The sheet of visits for a shift: whom to see, the terms as they may be taken along, and room to write. Nothing of a protected person is on it."""

from collections.abc import Iterator
from datetime import datetime

from bot.files.breach import RecordFile
from bot.files.parts import Kind, Part
from bot.files.pdf import as_sealed_pdf
from domain.beats import day_words, end_words
from domain.london import long_date, long_moment, to_london
from domain.order_states import last_confirmed, standing_words
from domain.visit_briefing import NEVER_SAY, TO_ASK, home_of, terms_to_take, to_say
from domain.visits import state_words
from services.visit_lists import OwedVisit, VisitList

ROOM = "_" * 40
SHRED = "Shred this sheet at the end of the shift. Record each visit in the bot: what stands only here is not on the order."


def sheet_of(found: VisitList, at: datetime, opens: str) -> RecordFile:
    """Sealed: what is left of it in a folder of downloads says nothing of anybody, nor do its name and its title."""
    day = to_london(at).date().isoformat()
    return RecordFile(f"visits-{day}.pdf", "application/pdf", as_sealed_pdf(f"visits {day}", parts_of(found, at), at, opens))


def parts_of(found: VisitList, at: datetime) -> Iterator[Part]:
    yield Part(Kind.TITLE, f"Visits to respondents, {long_date(to_london(at).date())}")
    yield Part(Kind.FACT, "List", found.where)
    yield Part(Kind.FACT, "As at", long_moment(at))
    yield Part(Kind.FACT, words=NEVER_SAY)
    yield Part(Kind.HEADING, "At each visit, say")
    for one in ("Go by the order itself; the court that made it stands with each visit.", *_said_at_each(found)):
        yield Part(Kind.WORDS, words=one)
    yield Part(Kind.HEADING, "At each visit, ask")
    for one in TO_ASK:
        yield Part(Kind.WORDS, words=one)
    for number, visit in enumerate(found.rows, start=1):
        yield from _visit(number, visit, at)
    yield Part(Kind.HEADING, "Afterwards")
    yield Part(Kind.WORDS, words=SHRED)


def _said_at_each(found: VisitList) -> list[str]:
    """Without the name of a court: of several visits each may have its own."""
    return [] if not found.rows else [one.split(" (")[0].rstrip(".") + "." for one in to_say(found.rows[0].order)]


def _visit(number: int, one: OwedVisit, at: datetime) -> Iterator[Part]:
    order = one.order
    born = long_date(order.respondent.dob) if order.respondent.dob else "not given"
    yield Part(Kind.HEADING, f"Visit {number}: {order.reference}")
    lines = [
        f"Respondent: {order.respondent.name}, born {born}",
        f"Home: {home_of(order)}",
        f"Order: case {order.case_no}, {order.court_name or 'court not given'}. {standing_words(one.standing)}. {last_confirmed(order)}",
        f"Ends: {end_words(order, at)}",
        f"Visit to be made: {state_words(one.plan, at)}. Last met: {day_words(one.beside.visited_at, 'never')}. Whose: {one.owner or 'nobody yet'}",
        "Terms:",
        *terms_to_take(order, one.terms),
        f"Met / not met / would not talk, at: {ROOM}",
        f"Said, word for word: {ROOM}",
        f"Would help: {ROOM}",
    ]
    yield Part(Kind.WORDS, words="\n".join(lines))
