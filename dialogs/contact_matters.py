"""A supervisor decides about a contact in the chat: opened from the notice or the list, decided with a reason, closed, taken back."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.contact_matters import decided_card, matter_card, matters_card
from bot.cards.contacts import about
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.clock import Clock
from domain.contact_matters import Ruling
from domain.conversations import Action
from domain.officers import Permission
from services import contact_decisions
from services.contact_decisions import MatterHeld
from storage.work import Work

KEPT = "Kept: the matter is closed, and contact goes on as planned."
UNDONE = "Undone: it waits for a decision again."


class ContactMattersDialog(Capability):
    """Keeps no state: every press is whole by itself."""

    verbs = ("matter:open", "matter:decide", "matter:close", "matter:undo")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("contact_matters")
        self._work = work
        self._clock = clock
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "matter:open": self._open,
            "matter:decide": self._decide,
            "matter:close": self._close,
            "matter:undo": self._undo,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """The list of what waits."""
        turn = turn_of(dialog_context)
        found = await contact_decisions.open_matters(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(matters_card(found, offer), offer, [id for one in found for id in _about(one)], Permission.DECIDE_CONTACT)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _open(self, turn: Turn, action: Action) -> None:
        _show(turn, await contact_decisions.show_matter(self._work, self._clock, turn.officer, UUID(action.object)))

    async def _decide(self, turn: Turn, action: Action) -> None:
        given = turn.values
        window = datetime.fromisoformat(given["window"]) if given.get("window") else None
        held = await contact_decisions.decide(
            self._work,
            self._clock,
            turn.officer,
            UUID(action.object),
            Ruling(action.details["ruling"]),
            given.get("reason", ""),
            given.get("way", ""),
            window,
        )
        offer = turn.offer()
        turn.show(decided_card(held, offer), offer, _about(held), Permission.DECIDE_CONTACT)

    async def _close(self, turn: Turn, action: Action) -> None:
        came = turn.values.get("came_of_it", "")
        held = await contact_decisions.close_matter(self._work, self._clock, turn.officer, UUID(action.object), came)
        turn.say(f"{held.order.reference}: {KEPT}", _about(held))

    async def _undo(self, turn: Turn, action: Action) -> None:
        at = datetime.fromisoformat(action.details["at"])
        held = await contact_decisions.undo_decision(
            self._work, self._clock, turn.officer, UUID(action.object), action.details["before"], at
        )
        turn.say(f"{held.order.reference}: {UNDONE}", _about(held))
        _show(turn, held)


def _show(turn: Turn, held: MatterHeld) -> None:
    offer = turn.offer()
    turn.show(matter_card(held, offer), offer, _about(held), Permission.DECIDE_CONTACT)


def _about(held: MatterHeld) -> frozenset[str]:
    return about(held.plan, held.order, *held.others) | {str(held.matter.id)}
