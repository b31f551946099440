"""Tasks of evidence in the chat: the officer's own, those of a record, and what becomes of each."""

from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.breach_tasks import my_tasks_card, reason_card, settled_card, tasks_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.conversations import Action
from domain.officers import Permission
from services.breach_tasks import BreachTasks, TasksHeld


class BreachTasksDialog(Capability):
    verbs = ("task:breach", "task:done", "task:why", "task:not_obtainable", "task:undo")

    def __init__(self, tasks: BreachTasks) -> None:
        super().__init__("breach_tasks")
        self._tasks = tasks

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """The words of the list; a refusal ends nothing that is open beneath it."""
        turn = turn_of(dialog_context)
        turn.officer.must(Permission.RECORD_BREACH)
        held = await self._tasks.mine(turn.officer)
        offer = turn.offer()
        turn.show(my_tasks_card(held, offer, turn.now), offer, _about(held))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        match action.verb:
            case "task:done":
                self._settled(turn, await self._tasks.done(turn.officer, id))
            case "task:why":
                await self._ask_why(turn, id)
            case "task:not_obtainable":
                self._settled(turn, await self._tasks.not_obtainable(turn.officer, id, turn.values.get("reason", "")))
            case "task:undo":
                self._settled(turn, await self._tasks.reopen(turn.officer, id))
            case _:
                await self._of_breach(turn, id)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _of_breach(self, turn: Turn, breach_id: UUID) -> None:
        held = await self._tasks.of_breach(turn.officer, breach_id)
        offer = turn.offer()
        turn.show(tasks_card(held, offer, turn.now), offer, [breach_id, *_about(held)])

    async def _ask_why(self, turn: Turn, task_id: UUID) -> None:
        task = await self._tasks.find(turn.officer, task_id)
        offer = turn.offer()
        turn.show(reason_card(task, offer), offer, [task.breach_id, task.order_id])

    def _settled(self, turn: Turn, held: TasksHeld) -> None:
        offer = turn.offer()
        turn.show(settled_card(held, offer), offer, _about(held))


def _about(held: TasksHeld) -> list[UUID]:
    return [id for one in held.tasks for id in (one.breach_id, one.order_id)]
