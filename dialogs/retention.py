"""Reviewing the keeping of records in the chat: what is due, retain or dispose, holds, and the export on one person."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.retention import dispose_card, due_card, erased_words, record_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.conversations import Action
from domain.officers import Permission
from domain.retention import KeptRecord
from services.retention import Retention

NO_FILE_HERE = "The export is saved at the chat page on a force computer, and nowhere else: a file sent through Teams would stay there beyond an erasure."


class RetentionDialog(Capability):
    verbs = (
        "retention:list",
        "retention:open",
        "retention:retain",
        "retention:hold",
        "retention:lift",
        "retention:regroup",
        "retention:ask_dispose",
        "retention:propose",
        "retention:dispose",
        "retention:export",
    )

    def __init__(self, retention: Retention) -> None:
        super().__init__("retention")
        self._retention = retention
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "retention:list": self._list,
            "retention:open": self._open,
            "retention:retain": self._retain,
            "retention:hold": self._hold,
            "retention:lift": self._lift,
            "retention:regroup": self._regroup,
            "retention:ask_dispose": self._ask_dispose,
            "retention:propose": self._propose,
            "retention:dispose": self._dispose,
            "retention:export": self._export,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        await self._list(turn_of(dialog_context))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _list(self, turn: Turn, _: Action | None = None) -> None:
        due = await self._retention.due(turn.officer)
        offer = turn.offer()
        turn.show(due_card(due, turn.now, offer), offer, [one.order.id for one in due.records], Permission.REVIEW_RETENTION)

    async def _open(self, turn: Turn, action: Action) -> None:
        self._show(turn, await self._retention.find(turn.officer, UUID(action.object)))

    async def _retain(self, turn: Turn, action: Action) -> None:
        self._show(turn, await self._retention.retain(turn.officer, UUID(action.object), _seen(action), turn.values.get("reason", "")))

    async def _hold(self, turn: Turn, action: Action) -> None:
        self._show(turn, await self._retention.hold(turn.officer, UUID(action.object), _seen(action), turn.values.get("reason", "")))

    async def _lift(self, turn: Turn, action: Action) -> None:
        self._show(turn, await self._retention.lift(turn.officer, UUID(action.object), _seen(action), turn.values.get("reason", "")))

    async def _regroup(self, turn: Turn, action: Action) -> None:
        reason, group = turn.values.get("reason", ""), turn.values.get("group", "")
        self._show(turn, await self._retention.regroup(turn.officer, UUID(action.object), _seen(action), reason, group))

    async def _ask_dispose(self, turn: Turn, action: Action) -> None:
        kept = await self._retention.find(turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(dispose_card(kept, turn.officer, offer), offer, [kept.order.id], Permission.REVIEW_RETENTION)

    async def _propose(self, turn: Turn, action: Action) -> None:
        ground = turn.values.get("ground", "")
        self._show(turn, await self._retention.propose(turn.officer, UUID(action.object), _seen(action), ground))

    async def _dispose(self, turn: Turn, action: Action) -> None:
        turn.say(erased_words(await self._retention.dispose(turn.officer, UUID(action.object), _seen(action))))

    async def _export(self, turn: Turn, _: Action) -> None:
        """At the chat page the press is changed for the file itself and does not come here."""
        turn.officer.must(Permission.REVIEW_RETENTION)
        turn.say(NO_FILE_HERE)

    def _show(self, turn: Turn, kept: KeptRecord) -> None:
        offer = turn.offer()
        shown = record_card(kept, self._retention.rules, turn.now, offer, turn.conversation.channel)
        turn.show(shown, offer, [kept.order.id], Permission.REVIEW_RETENTION)


def _seen(action: Action) -> int:
    return int(action.details["seen"])
