"""How reminders stand and who cannot be reached, for whoever hears alarms."""

from botbuilder.dialogs import DialogContext, DialogTurnResult

from bot.cards.alarms import standing_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.clock import Clock
from domain.conversations import Action
from services import alarms
from storage.work import Work


class AlarmsDialog(Capability):
    verbs = ("alarm:show",)

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("alarms")
        self._work = work
        self._clock = clock

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        await self._show(turn_of(dialog_context))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._show(turn)
        return DialogTurnResult(None)

    async def _show(self, turn: Turn) -> None:
        found = await alarms.how_it_stands(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(standing_card(found, offer), offer)
