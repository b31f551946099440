"""Data quality in the chat: the figures, the worklists, and the small forms that mend what a record lacks."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.handing_on import moved_card
from bot.cards.quality import report_card, worklist_card
from bot.cards.quality_mending import mended_card, mending_card, owners_card, which_owner_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.london import to_london
from domain.officers import Permission
from domain.provenance import Provenance
from domain.quality import Flaw
from services import handing_on, quality_mending
from services.quality import Cursor, report, worklist
from services.quality_mending import Mended
from services.timetables import PolicyNow
from storage.work import Work


class QualityDialog(Capability):
    """Keeps no state: every press and every line is whole by itself."""

    verbs = (
        "quality:report", "quality:list", "quality:mend", "quality:looked", "quality:confirm", "quality:address", "quality:plan",
        "quality:owner", "quality:assign",
    )  # fmt: skip

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        super().__init__("quality")
        self._work = work
        self._clock = clock
        self._policy = policy
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "quality:list": self._list,
            "quality:mend": self._mend,
            "quality:looked": self._looked,
            "quality:confirm": self._confirm,
            "quality:address": self._address,
            "quality:plan": self._plan,
            "quality:owner": self._owner,
            "quality:assign": self._assign,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        await self._report(turn_of(dialog_context))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        turn.officer.must(Permission.KEEP_QUALITY)
        if action.verb == "quality:report":
            await self._report(turn)
        else:
            await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _report(self, turn: Turn) -> None:
        channel = turn.conversation.channel
        found = await report(self._work, self._clock, turn.officer, channel)
        offer = turn.offer()
        turn.show(report_card(found, offer, to_london(turn.now).date(), channel), offer, needs=Permission.KEEP_QUALITY)

    async def _list(self, turn: Turn, action: Action) -> None:
        kept = action.details
        after = Cursor(datetime.fromisoformat(kept["after"]), UUID(kept["after_id"])) if "after" in kept else None
        found = await worklist(self._work, self._clock, turn.officer, Flaw(action.object), after, turn.conversation.channel)
        offer = turn.offer()
        about = {one.order.id for one in found.rows}
        turn.show(worklist_card(found, turn.officer, offer, begun=after is None), offer, about, Permission.KEEP_QUALITY)

    async def _mend(self, turn: Turn, action: Action) -> None:
        flaw = Flaw(action.details["flaw"])
        found = await quality_mending.show_flaw(self._work, self._clock, turn.officer, UUID(action.object), flaw)
        offer = turn.offer()
        turn.show(mending_card(found, offer), offer, [found.order.id], Permission.KEEP_QUALITY)

    async def _looked(self, turn: Turn, action: Action) -> None:
        flaw = Flaw(action.details["flaw"])
        self._mended(turn, await quality_mending.note_looked(self._work, self._clock, turn.officer, UUID(action.object), flaw))

    async def _confirm(self, turn: Turn, action: Action) -> None:
        learned = Provenance(action.details.get("learned", Provenance.COURT_PHONE.value))
        self._mended(turn, await quality_mending.confirm_with_court(self._work, self._clock, turn.officer, UUID(action.object), learned))

    async def _address(self, turn: Turn, action: Action) -> None:
        self._mended(turn, await quality_mending.give_address(self._work, self._clock, turn.officer, UUID(action.object), turn.values))

    async def _plan(self, turn: Turn, action: Action) -> None:
        found = await quality_mending.open_contact_plan(self._work, self._clock, turn.officer, UUID(action.object), self._policy)
        self._mended(turn, found)

    async def _owner(self, turn: Turn, action: Action) -> None:
        found = await handing_on.holders_of_unowned(self._work, self._clock, turn.officer)
        offer = turn.offer()
        turn.show(owners_card(action.object, found, offer), offer, [action.object], Permission.KEEP_QUALITY)

    async def _assign(self, turn: Turn, action: Action) -> None:
        """To the one that was pressed, or whom the words mean."""
        plan, offer = UUID(action.object), turn.offer()
        to = action.details.get("to")
        meant = [] if to else await handing_on.whom(self._work, turn.officer, turn.values.get("to", ""))
        if len(meant) > 1:
            turn.show(which_owner_card(action.object, meant, offer), offer, [action.object], Permission.KEEP_QUALITY)
            return
        made = await handing_on.assign_unowned(self._work, self._clock, turn.officer, UUID(to) if to else meant[0].id, plan)
        turn.show(moved_card(made, offer), offer, [action.object], Permission.PLAN_CONTACT)

    def _mended(self, turn: Turn, found: Mended) -> None:
        offer = turn.offer()
        turn.show(mended_card(found, offer), offer, [found.order.id], Permission.KEEP_QUALITY)
