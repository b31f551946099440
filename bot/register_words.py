"""Reads a line that asks to register an order by hand, and what it tells of it."""

import re
from datetime import datetime

from bot.intents import only_tells
from bot.typed import line_of
from domain.understanding import Understood, is_surely, understand
from domain.understanding.intents import Intent

_ORDER = r"(?:order|nmo|non[- ]?mol\w*(?: order)?|injunction)"
_REGISTER = re.compile(
    rf"(?:please |i (?:need|want) to |can i |new: )*(?:register|enter|input|put on|add|log|record)\s+(?:(?:a|an|the|this|another|new|by hand)\s+)*{_ORDER}\b(?! (?:on|for) file).*",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"(?:my )?(?:registration|order)s? drafts?|(?:go on with|resume) (?:the |my )?(?:registration|order)|new {_ORDER}", re.IGNORECASE
)


def register_said(text: str, now: datetime) -> dict[str, str] | None:
    """What the line tells of the order, as the form takes it; None where it asks for something else."""
    line = line_of(text)
    understood = understand(line, now)
    if not (_REGISTER.fullmatch(line) or _ALONE.fullmatch(line) or (is_surely(Intent.REGISTER_ORDER, line, now) and only_tells(line))):
        return None
    return {name: value for name, value in _told(understood).items() if value}


def _told(understood: Understood) -> dict[str, str]:
    entities = understood.entities
    role, named = entities.get("role"), _text(entities.get("person_name"))
    respondent = named if role != "applicant" else ""
    applicant = _text(entities.get("victim_name")) or (named if role == "applicant" else "")
    whose = "applicant" if role == "applicant" else "respondent"
    end = _text(entities.get("end_at"))
    return {
        **_name("respondent", respondent),
        **_name("applicant", applicant),
        f"{whose}_dob": _text(entities.get("dob")),
        "case_no": _text(entities.get("order_no")),
        "ends": end,
        "end": "fixed" if end else "",
    }


def _name(role: str, name: str) -> dict[str, str]:
    forenames, _, surname = name.rpartition(" ")
    return {f"{role}_forenames": forenames, f"{role}_surname": surname}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
