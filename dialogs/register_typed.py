"""Which typed lines are about the register itself: what happened to an order that is held, and one that is to be registered."""

from typing import Any

from bot.change_words import change_said
from bot.register_words import register_said
from bot.turn import Turn
from dialogs.intake import asks_for_intake
from dialogs.shown import shown
from domain.officers import Permission


def register_typed(turn: Turn) -> tuple[str, dict[str, Any]] | None:
    """The dialog that hears the line and what it is given; None where it is about something else."""
    text = turn.text.strip()
    if asks_for_intake(text) and turn.officer.may(Permission.REVIEW_ORDERS):
        return "intake", {}
    said = change_said(text, turn.now, turn.officer.collar or turn.officer.name)
    if said is not None:
        return "order_changes", {"said": said, "shown": shown(turn)}
    told = register_said(text, turn.now) if turn.officer.may(Permission.REGISTER_ORDER) else None
    if told is not None:
        return "registering", {"told": told}
    return None
