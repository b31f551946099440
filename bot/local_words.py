"""Reads a line that is about local monitoring or the quality of the register: orders on a beat, areas, compliance visits, what is missing."""

import re
from dataclasses import dataclass
from datetime import date

from bot.typed import line_of
from domain.beat_words import beat_asked

# Which day it is changes which days are meant, and never whether a list is asked for.
_ANY_DAY = date(2026, 1, 1)
_AREAS = re.compile(r"(?:(?:show|list|what are)(?: me)? )?(?:the |our |my )?(?:force'?s? )?(?:areas|beats|beat policy)", re.IGNORECASE)
_QUALITY = re.compile(
    r"(?:(?:show|open|see)(?: me)? )?(?:the |our )?(?:(?:data )?quality(?: (?:report|list|worklist))?|what is missing from the register|feed reconciliation)",
    re.IGNORECASE,
)
_EXERCISE = re.compile(
    r"(?:(?:show|begin|start|end|stop)(?: me)? (?:an |the |a )?(?:training )?exercise(?: mode)?|exercise mode)", re.IGNORECASE
)
_REFERENCE = r"(?P<reference>NMO[-\s]?[A-Z0-9]{6})"
_KIND = r"(?:compliance|respondent|patrol)"
_WHERE = r"(?: (?:on|in|for|at) (?:my beat|my area|my patch|the shift|tonight|today|this shift|(?:the )?(?P<area>[a-z][a-z0-9' -]{1,50}?)(?: (?:beat|area|patch|ward))?))?"
_LIST = re.compile(
    rf"(?:(?:show|list|give|get|print)(?: me)? )?(?:my |the |our )?(?:{_KIND} (?:visits?|list|sheet)|(?:patrol|visit) (?:list|sheet)|visits? to respondents?)(?: (?:due|owed|overdue|today|tonight))?{_WHERE}",
    re.IGNORECASE,
)
# Of whoever makes visits and keeps no contact: to others these words are about reassurance contact.
_OWN = re.compile(
    r"(?:(?:show|list|open|get|any)(?: me)? )?(?:my |the |our )?visits(?: (?:due|owed|overdue))?(?: (?:today|tonight|this week))?|what visits are (?:due|owed|overdue)",
    re.IGNORECASE,
)
_OF_ONE = {
    "visit:plan": re.compile(
        rf"(?:please )?(?:plan|arrange|start) (?:a |the |another )?(?:{_KIND} )?visits?(?: (?:for|on|to|about|of))? {_REFERENCE}",
        re.IGNORECASE,
    ),
    "visit:open": re.compile(
        rf"(?:(?:show|open)(?: me)? )?(?:the )?(?:(?:{_KIND} )?visit(?: briefing)?|briefing)(?: (?:for|on|to|about|of))? {_REFERENCE}",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True)
class LocalAsked:
    """`capability` is the dialog; `verb` and `reference` are of one order's visit, `area` of a list of visits, as it was said."""

    capability: str
    verb: str = ""
    reference: str = ""
    area: str = ""


def local_asked(text: str) -> LocalAsked | None:
    """None where the whole line is not that."""
    said = line_of(text)
    if beat_asked(text, _ANY_DAY) is not None or _AREAS.fullmatch(said):
        return LocalAsked("beats")
    if _EXERCISE.fullmatch(said):
        return LocalAsked("exercises")
    if _QUALITY.fullmatch(said):
        return LocalAsked("quality")
    for verb, sign in _OF_ONE.items():
        found = sign.fullmatch(said)
        if found is not None:
            return LocalAsked("visits", verb, f"NMO-{found['reference'][-6:].upper()}")
    listed = _LIST.fullmatch(said)
    return None if listed is None else LocalAsked("visits", "visit:list", area=listed["area"] or "")


def asks_for_visits(text: str) -> bool:
    """In the words that do not say of whom."""
    return _OWN.fullmatch(line_of(text)) is not None
