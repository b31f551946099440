"""In whose hands a compliance visit is, in the chat: taken on, given, given back, and ended with a reason; each can be undone for some minutes."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.parts import Card
from bot.cards.visit_hands import SAY_WHOM, give_card, no_further_card, undo_close_button, undo_hands_button
from bot.offers import Offer
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import Reasons
from dialogs.visits import about, show_briefing, step_of
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import Unreadable
from domain.officers import Permission
from domain.visits import NoFurther
from services.timetables import PolicyNow
from services.visit_hands import Handed, VisitHands
from services.visits import Visits, visitors
from storage.work import Work

ENDED = "No further visit is planned."
YOURS = "It is yours now."
GIVEN = "Given. The officer is told in time."
GIVEN_BACK = "Given back. Whose it is now stands below; what is nobody's is told to a supervisor in time."
AS_BEFORE = "Undone: the visit stands as it did before."
OF_SUPERVISORS = frozenset({"visit:give", "visit:give_to"})
BEGINS = frozenset({"visit:take", "visit:give", "visit:give_back", "visit:ask_close"})
Press = Callable[[Turn, Action], Awaitable[None]]


class VisitHandsDialog(Capability):
    """Keeps no state: every press is whole by itself."""

    verbs = (
        "visit:take",
        "visit:give",
        "visit:give_to",
        "visit:give_back",
        "visit:ask_close",
        "visit:close",
        "visit:undo_close",
        "visit:undo_hands",
    )

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        super().__init__("visit_hands")
        self._work = work
        self._reasons = Reasons(work, clock, policy)
        self._visits = Visits(work, clock, policy)
        self._hands = VisitHands(work, clock, policy)
        self._presses: Mapping[str, Press] = {
            "visit:take": self._take,
            "visit:give": self._ask_whom,
            "visit:give_to": self._give,
            "visit:give_back": self._give_back,
            "visit:ask_close": self._ask_why,
            "visit:close": self._close,
            "visit:undo_close": self._undo_close,
            "visit:undo_hands": self._undo_hands,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """With the press that a reason was asked for."""
        await self.pressed(dialog_context, turn_of(dialog_context), entities_of(options)["action"])
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        """A card may be older than the reason for which it was shown."""
        turn.officer.must(Permission.SEE_TEAM_CONTACTS if action.verb in OF_SUPERVISORS else Permission.VISIT_RESPONDENT)
        if action.verb in BEGINS and self._reasons.access(turn) is None:
            self._reasons.ask_for_press(turn, action)
        else:
            await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _take(self, turn: Turn, action: Action) -> None:
        _show(turn, await self._hands.take(turn.officer, UUID(action.object)), YOURS)

    async def _ask_whom(self, turn: Turn, action: Action) -> None:
        found = await self._visits.briefing(turn.officer, UUID(action.object))
        people, offer = await visitors(self._work, turn.officer), turn.offer()
        turn.show(give_card(found, people, offer), offer, about(found), Permission.VISIT_RESPONDENT, step=step_of(found))

    async def _give(self, turn: Turn, action: Action) -> None:
        to = turn.values.get("to", "")
        if not to:
            raise Unreadable(SAY_WHOM)
        _show(turn, await self._hands.give(turn.officer, UUID(action.object), UUID(to)), GIVEN)

    async def _give_back(self, turn: Turn, action: Action) -> None:
        _show(turn, await self._hands.give_back(turn.officer, UUID(action.object)), GIVEN_BACK)

    async def _ask_why(self, turn: Turn, action: Action) -> None:
        found = await self._visits.briefing(turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(no_further_card(found, offer), offer, about(found), Permission.VISIT_RESPONDENT, step=step_of(found))

    async def _close(self, turn: Turn, action: Action) -> None:
        why = action.details.get("why", "")
        if not why:
            # A card of before reasons were asked for.
            await self._ask_why(turn, action)
            return
        found = await self._hands.close(turn.officer, UUID(action.object), NoFurther(why))
        show_briefing(turn, found, ENDED, lambda offer: undo_close_button(found, offer))

    async def _undo_close(self, turn: Turn, action: Action) -> None:
        found = await self._hands.undo_close(turn.officer, UUID(action.object), int(action.details["version"]))
        show_briefing(turn, found, AS_BEFORE)

    async def _undo_hands(self, turn: Turn, action: Action) -> None:
        was, at = action.details.get("was"), datetime.fromisoformat(action.details["at"])
        seen, order_id = int(action.details["version"]), UUID(action.object)
        found = await self._hands.undo_hands(turn.officer, order_id, UUID(was) if was else None, seen, at)
        show_briefing(turn, found, AS_BEFORE)


def _show(turn: Turn, handed: Handed, said: str) -> None:
    def undo(offer: Offer) -> Card:
        return undo_hands_button(handed.found, offer, handed.was, turn.now.isoformat())

    show_briefing(turn, handed.found, said, undo)
