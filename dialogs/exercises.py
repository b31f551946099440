"""Exercise mode in the chat: shown, begun and ended."""

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.exercises import exercise_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.officers import Permission
from services.exercises import Exercise, begin_exercise, end_exercise, show_exercise
from services.timetables import PolicyNow
from storage.work import Work

BEGUN = "The exercise has begun. Look one of its orders up by its name, or open it here."
ENDED = "The exercise has ended."


class ExercisesDialog(Capability):
    verbs = ("exercise:begin", "exercise:end")

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        super().__init__("exercises")
        self._work = work
        self._clock = clock
        self._policy = policy

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn = turn_of(dialog_context)
        self._show(turn, await show_exercise(self._work, self._clock, turn.officer))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        turn.officer.must(Permission.KEEP_QUALITY)
        if action.verb == "exercise:begin":
            self._show(turn, await begin_exercise(self._work, self._clock, turn.officer, self._policy), BEGUN)
        else:
            self._show(turn, await end_exercise(self._work, self._clock, turn.officer), ENDED)
        return DialogTurnResult(DialogTurnStatus.Complete)

    def _show(self, turn: Turn, found: Exercise, said: str = "") -> None:
        offer = turn.offer()
        turn.show(exercise_card(found, offer, said), offer, {one.id for one in found.orders}, Permission.KEEP_QUALITY)
