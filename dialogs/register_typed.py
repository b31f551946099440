"""Which typed lines are about the register itself: what happened to an order that is held."""

from typing import Any

from bot.change_words import change_said
from bot.turn import Turn
from dialogs.shown import shown


def register_typed(turn: Turn) -> tuple[str, dict[str, Any]] | None:
    """The dialog that hears the line and what it is given; None where it is about something else."""
    text = turn.text.strip()
    said = change_said(text, turn.now, turn.officer.collar or turn.officer.name)
    if said is not None:
        return "order_changes", {"said": said, "shown": shown(turn)}
    return None
