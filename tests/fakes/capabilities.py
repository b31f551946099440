"""Capabilities that write down what reached them: one that answers at once, one that asks question after question."""

from botbuilder.dialogs import Dialog, DialogContext, DialogTurnResult

from bot.cards.parts import button, card, heading
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.root import STOP
from domain.conversations import Action
from domain.errors import NotAllowed

STOPPED = "Stopped."
DRAFT = "5a0c6a52-0000-4000-8000-000000000001"


class Once(Capability):
    """Begins, notes what was said, ends."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.begun: list[str] = []

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        self.begun.append(str(entities_of(options)["text"]))
        turn_of(dialog_context).say(f"{self.id} began.")
        return await dialog_context.end_dialog()


class Asking(Once):
    """Shows a card, stays open, and keeps each answer; its state holds the id of a draft. The verb "ask:refuse" is refused half-way."""

    verbs = ("ask:yes", "ask:refuse")

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.answers: list[str] = []

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        self.begun.append(str(entities_of(options)["text"]))
        turn = turn_of(dialog_context)
        offer = turn.offer()
        turn.show(
            card([heading("What happened?")], [button("Yes", offer.press_once("ask:yes")), button("No", offer.press_once("ask:refuse"))]),
            offer,
        )
        dialog_context.active_dialog.state["draft"] = DRAFT
        return Dialog.end_of_turn

    async def continue_dialog(self, dialog_context: DialogContext) -> DialogTurnResult:
        turn = turn_of(dialog_context)
        if turn.text == STOP:
            turn.say(STOPPED)
            return await dialog_context.end_dialog()
        self.answers.append(turn.text)
        turn.say("Noted. And then?")
        return Dialog.end_of_turn

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        if action.verb == "ask:refuse":
            turn.say("Half done.")
            await dialog_context.cancel_all_dialogs()
            raise NotAllowed("That is for a supervisor.")
        self.answers.append(action.verb)
        turn.say("Noted.")
        return Dialog.end_of_turn
