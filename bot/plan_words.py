"""Reads a line that is about the contact plan of an order, typed: what has happened, or which part of the plan is asked for."""

import re

from bot.typed import line_of
from domain.apostrophes import straight
from domain.references import LOOSE_NMO, canonical

_OF = r"(?:\s+(?:on|for|of|to|in))?\s+"
_PERSON = r"(?:(?:the\s+)?(?:victim|protected\s+person|applicant)\s+(?:has\s+|is\s+)?)?"
_SHE = r"(?:(?:the\s+)?respondent\s+(?:has\s+been\s+|is\s+|was\s+)?)?"
# What is typed, and the press that it stands for; of what has happened the day and time may follow.
_EVENTS = {
    "service_planned": r"(?:service\s+planned|planned\s+service|to\s+be\s+served)",
    "release_planned": r"(?:release\s+planned|planned\s+release|to\s+be\s+released)",
    "hearing": r"(?:(?:return\s+|court\s+)?hearing)",
    "service_failed": r"(?:service\s+failed|failed\s+service|could\s+not\s+be\s+served|not\s+served)",
    "service": rf"{_SHE}(?:served|told\s+of\s+the\s+order)",
    "release": rf"{_SHE}released?",
    "bail_change": r"bail(?:\s+conditions)?\s+(?:changed?|varied)",
    "variation": r"(?:order\s+)?varied",
    "extension": r"(?:order\s+)?extended",
    "discharge": r"(?:order\s+)?discharged",
    "move": rf"{_PERSON}moved",
}
_PARTS = {
    "plan:open": r"(?:show\s+)?(?:the\s+)?(?:contact\s+)?plan",
    "plan:happened": r"something\s+(?:has\s+)?happened",
    "plan:ask_risk": r"(?:assess\s+(?:the\s+)?|change\s+(?:the\s+)?)?risk",
    "plan:ask_often": r"agree\s+how\s+often|how\s+often",
    "plan:ask_pause": r"pause(?:\s+contact)?",
    "plan:resume": r"end\s+(?:the\s+)?pause",
    "plan:ask_decline": r"no\s+contact\s+wanted|declined?(?:\s+contact)?",
    "plan:want": r"contact\s+wanted\s+again",
    "safeguard:show": r"(?:show\s+)?(?:the\s+)?safeguarding(?:\s+plan)?",
}
_SIGNS = [
    *(
        (f"plan:note={event}", re.compile(rf"{words}{_OF}({LOOSE_NMO})(?:[\s,:]+(.{{1,60}}))?", re.IGNORECASE))
        for event, words in _EVENTS.items()
    ),
    *((verb, re.compile(rf"(?:{words}){_OF}({LOOSE_NMO})()", re.IGNORECASE)) for verb, words in _PARTS.items()),
]
_POLICY = re.compile(r"(?:show\s+)?(?:the\s+)?(?:force'?s?\s+)?contacts?\s+policy", re.IGNORECASE)
_READ = 200


def plan_asked(text: str) -> tuple[str, str, str] | None:
    """The press, the order's reference and what followed it; None where the whole line is not that, or asks."""
    said = " ".join(straight(text).split())[:_READ]
    if said.endswith("?"):
        return None
    for what, sign in _SIGNS:
        found = sign.fullmatch(said.rstrip("!. "))
        if found is not None:
            return what, canonical(found[1]), found[2] or ""
    return None


def asks_for_contact_policy(text: str) -> bool:
    return _POLICY.fullmatch(line_of(text)) is not None
