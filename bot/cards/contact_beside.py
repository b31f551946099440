"""What stands beside a contact on its card: when it is safe, the life of the reminder, what a supervisor has decided."""

from collections.abc import Iterator
from datetime import datetime

from domain.contact_life import life_words
from domain.contact_matters import MATTER_WORDS, RULING_WORDS, ContactMatter, Matter, Ruling
from domain.london import long_date, long_moment
from domain.safe_windows import is_within, window_words
from services.contact_beside import ContactBeside

DO_NOT_VISIT = "Do not visit: the protected person has ruled it out."
WRONG = "The number that was rung is somebody else's. Get the right one before anybody rings again."
NO_WINDOW = "No safe window opens before this must be done: a supervisor decides how. Do not ring outside the safe times without that."
OPEN_NOW = "open now"


def beside_facts(beside: ContactBeside | None, now: datetime) -> list[tuple[str, str | None]]:
    if beside is None:
        return []
    note = beside.ways.note if beside.ways else ""
    return [("Safe to contact", _when(beside, now)), ("Also said", note or None), ("Reminder", life_words(beside.life, now))]


def beside_warnings(beside: ContactBeside | None) -> Iterator[str]:
    if beside is None:
        return
    if beside.ways is not None and beside.ways.do_not_visit:
        yield DO_NOT_VISIT
    if beside.ways is not None and beside.ways.wrong_number:
        yield WRONG
    yield from (matter_line(one) for one in beside.matters)


def matter_line(one: ContactMatter) -> str:
    if one.ruling is None:
        return NO_WINDOW if one.matter is Matter.NO_WINDOW else f"{MATTER_WORDS[one.matter]}. A supervisor is asked."
    way = f" The way: {one.way}." if one.ruling is Ruling.ANYWAY else ""
    why = f" Why: {one.reason}." if one.reason else ""
    return f"A supervisor has decided: {RULING_WORDS[one.ruling]}.{way}{why}"


def _when(beside: ContactBeside, now: datetime) -> str | None:
    """The windows, and the next that can be used."""
    ways = beside.ways
    if ways is None or not ways.windows:
        return None
    confirmed = f" Last confirmed on {long_date(ways.confirmed_on)}." if ways.confirmed_on else " Not confirmed since."
    if is_within(ways.windows, now):
        return f"{window_words(ways.windows)}. It is {OPEN_NOW}.{confirmed}"
    opens = f" Next: {long_moment(beside.slot.start)}." if beside.slot else ""
    return f"{window_words(ways.windows)}.{opens}{confirmed}"
