"""Which typed lines are about the register itself: what happened to an order that is held, and one that is to be registered."""

import re
from typing import Any

from bot.change_words import change_said
from bot.register_words import register_said
from bot.turn import Turn
from bot.typed import line_of
from dialogs.intake import asks_for_intake
from dialogs.shown import shown
from domain.references import find_reference

_TIMELINE = re.compile(
    r"(?:(?:show|open|read|see)(?: me)? )?(?:the |its |full |whole )*(?:timeline|history)"
    r"(?: (?:of|for|on))?(?: the)?(?: (respondent|applicant|protected person|victim))?(?: (?:of|for|on|in))?(?: (?:this|the) order)?(?: (NMO[- ]?[A-Z0-9]{6}))?",
    re.IGNORECASE,
)

_UNDO = re.compile(r"(?:please )?(?:undo|take (?:it|that|this) back)(?: (?:it|that|this|the last|the change|please))*", re.IGNORECASE)


def timeline_asked(text: str) -> dict[str, Any] | None:
    """The order's reference and whose timeline, each where one is named."""
    found = _TIMELINE.fullmatch(line_of(text))
    if found is None:
        return None
    role = "" if not found[1] else "respondent" if found[1].casefold() == "respondent" else "applicant"
    return {"reference": find_reference(found[2]) or found[2] if found[2] else "", "role": role}


def register_typed(turn: Turn) -> tuple[str, dict[str, Any]] | None:
    """The dialog that hears the line and what it is given; None where it is about something else."""
    text = turn.text.strip()
    if (asked := timeline_asked(text)) is not None:
        return "orders", {**asked, "shown": shown(turn)}
    if asks_for_intake(text):
        return "intake", {}
    if _UNDO.fullmatch(line_of(text)):
        return "order_changes", {"undo": True, "shown": shown(turn)}
    said = change_said(text, turn.now, turn.officer.collar or turn.officer.name)
    if said is not None:
        return "order_changes", {"said": said, "shown": shown(turn)}
    told = register_said(text, turn.now)
    if told is not None:
        return "registering", {"told": told}
    return None
