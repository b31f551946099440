"""What the root asks of every capability's dialog."""

from collections.abc import Mapping
from typing import Any

from botbuilder.dialogs import Dialog, DialogContext, DialogTurnResult

from bot.turn import Turn
from domain.conversations import Action

# In the state of an open dialog: a case number by itself is the answer that it asks for, and no look-up; or choices are, and a name by itself is one.
HEARS_NUMBERS, HEARS_CHOICES = "hears_numbers", "hears_choices"


class Capability(Dialog):
    """A dialog with three ways in: words (`begin_dialog` with entities as options), a press, and the next answer.

    Subclasses override `begin_dialog(dc, options)`, `continue_dialog(dc)` if they ask questions, and `pressed`.
    Instance state (`dc.active_dialog.state`) holds ids only.
    """

    verbs: tuple[str, ...] = ()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        """Handles one of this capability's verbs. The action is already checked and used up."""
        raise LookupError(action.verb)

    async def resume_dialog(self, dialog_context: DialogContext, reason: object, result: object) -> DialogTurnResult:
        """Stays open when another dialog was shown on top of it; the SDK's own would end it."""
        return Dialog.end_of_turn

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        raise LookupError(self.id)


def turn_of(dialog_context: DialogContext) -> Turn:
    return Turn.of(dialog_context.context)


def entities_of(options: object) -> dict[str, Any]:
    return dict(options) if isinstance(options, Mapping) else {}
