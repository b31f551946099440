"""A contact told in one line: `spoke at 2pm all ok, next one friday`, `no answer x2`."""

import re
from dataclasses import dataclass
from datetime import datetime

from domain.apostrophes import straight
from domain.contacts import Outcome
from domain.days_in_words import DayAhead, day_in_words
from domain.errors import Unreadable
from domain.moments import find_moment
from domain.understanding import understand
from domain.understanding.intents import Intent

LONGEST = 400
MOST_TRIES = 9
# Lines that are plainly about something else, whatever words of a contact stand in them.
_OF_ANOTHER = (Intent.RECORD_BREACH, Intent.LOOKUP_ORDER)
_NEXT = re.compile(
    r"\b(?:and |then |the )?next (?:one|call|contact|visit|time|due)\b|\bcall(?:ing)? (?:\w+ )?again\b|\bnext\b", re.IGNORECASE
)
_SIGNS: tuple[tuple[Outcome, re.Pattern[str]], ...] = (
    (Outcome.WRONG_NUMBER, re.compile(r"\bwrong (?:number|no|tel|phone)\b|\bnot (?:her|his|their|the right) number\b", re.IGNORECASE)),
    (
        Outcome.NOT_SAFE_TO_TALK,
        re.compile(
            r"\bnot (?:safe|able|a good time|free) to (?:talk|speak|chat)\b|\b(?:couldn'?t|can'?t|could not|cannot) (?:talk|speak)\b|\bnot a good time\b",
            re.IGNORECASE,
        ),
    ),
    (
        Outcome.REFUSED,
        re.compile(
            r"\b(?:refus\w+|declin\w+)(?: \w+){0,2} (?:contact|calls?|to (?:speak|talk|engage))\b"
            r"|\b(?:does|did)(?:n'?t| not) want (?:any |us |me |to be )?(?:more |further |to )?(?:contact\w*|calls?|calling|ring\w*|speak|talk)\b",
            re.IGNORECASE,
        ),
    ),
)
_ASKS = re.compile(
    r"\?|^\s*(?:what|who|when|how|why|which|where|can|could|should|do|does|is|are|may|must|if)\b(?!'t| not\b)", re.IGNORECASE
)
_VISITED = re.compile(r"\b(?:visited|home visit|went to see|saw (?:her|him|them)|popped round|called round|attended)\b", re.IGNORECASE)
_BY_WORDS = {
    "no_answer": Outcome.NO_ANSWER,
    "left_voicemail": Outcome.NO_ANSWER,
    "left_card": Outcome.NO_ANSWER,
    "concerns": Outcome.CONCERN,
    "safe_no_concerns": Outcome.SPOKE_SAFE,
}


@dataclass(frozen=True)
class ContactTold:
    """`outcome` is None where somebody was spoken to and it is not said how they are. `of` is whom or which order it names, as typed."""

    outcome: Outcome | None
    tries: int = 1
    at: datetime | None = None
    following: DayAhead | None = None
    reference: str = ""
    name: str = ""


def read_contact(text: str, now: datetime) -> ContactTold | None:
    """None where the line tells of no contact. Takes time in proportion to the text."""
    text = straight(text)
    if not text.strip() or len(text) > LONGEST or _ASKS.search(text):
        return None
    read = understand(text, now)
    plain = next((outcome for outcome, sign in _SIGNS if sign.search(text)), None)
    if read.intent is not Intent.LOG_CONTACT and (plain is None or read.intent in _OF_ANOTHER):
        return None
    given = read.entities
    told = _BY_WORDS.get(str(given.get("outcome", "")))
    outcome = plain or (Outcome.VISITED if told is Outcome.SPOKE_SAFE and _VISITED.search(text) else told)
    if outcome is None and given.get("outcome") != "spoke":
        return None
    before, after = _parted(text)
    span = find_moment(before, now)
    tries = given.get("attempts", 1)
    return ContactTold(
        outcome,
        min(tries, MOST_TRIES) if outcome is Outcome.NO_ANSWER and isinstance(tries, int) and tries > 0 else 1,
        None if span is None else min(span.span.end, now),
        _following(after, now),
        str(given.get("order_no", "")),
        str(given.get("victim_name") or given.get("person_name") or ""),
    )


def _parted(text: str) -> tuple[str, str]:
    """What was, and what is to come."""
    seen = _NEXT.search(text)
    return (text, "") if seen is None else (text[: seen.start()], text[seen.start() :])


def _following(words: str, now: datetime) -> DayAhead | None:
    try:
        return day_in_words(words, now) if words else None
    except Unreadable:
        return None
