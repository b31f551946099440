"""Which typed lines are about a contact: one that was made, what is safe, what waits for a decision."""

import re
from typing import Any

from bot.safe_words import safe_said
from bot.turn import Turn
from bot.typed import line_of
from dialogs.shown import shown
from domain.contact_told import read_contact
from domain.officers import Permission

_MATTERS = re.compile(
    r"(?:(?:show|list)(?: me)? )?(?:the |my )?(?:contacts? )?(?:that )?(?:to decide|decisions?|waiting for (?:a |my )?decision)|welfare checks?",
    re.IGNORECASE,
)


def contact_typed(turn: Turn) -> tuple[str, dict[str, Any]] | None:
    """The dialog that hears the line and what it is given; None where it is about something else."""
    text = turn.text.strip()
    if turn.officer.may(Permission.DECIDE_CONTACT) and _MATTERS.fullmatch(line_of(text)):
        return "contact_matters", {}
    if not turn.officer.may(Permission.PLAN_CONTACT):
        return None
    said = safe_said(text)
    if said is not None:
        return "safe_contacts", {"said": said, "shown": shown(turn)}
    if read_contact(text, turn.now) is not None:
        return "contact_outcomes", {"text": text, "shown": shown(turn)}
    return None
