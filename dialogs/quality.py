"""Data quality in the chat: the figures, the worklists, and the small forms that mend what a record lacks."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.quality import report_card, worklist_card
from bot.cards.quality_mending import mended_card, mending_card
from bot.turn import Turn
from dialogs.capability import Capability, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import Unreadable
from domain.evidence import EvidenceKind, Given, How
from domain.london import to_london
from domain.moments import read_moment
from domain.officers import Permission
from domain.provenance import Provenance
from domain.quality import Flaw
from services import quality_mending
from services.quality import Cursor, report, worklist
from services.quality_mending import Mended
from services.timetables import PolicyNow
from storage.work import Work

SAY_HOW = "Choose how the respondent was served or knew."


class QualityDialog(Capability):
    """Keeps no state: every press and every line is whole by itself."""

    verbs = (
        "quality:report", "quality:list", "quality:mend", "quality:looked", "quality:confirm", "quality:address", "quality:plan",
        "quality:evidence",
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
            "quality:evidence": self._evidence,
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
        lines = [turn.values.get(name, "") for name in ("address1", "address2", "postcode")]
        self._mended(turn, await quality_mending.give_address(self._work, self._clock, turn.officer, UUID(action.object), *lines))

    async def _plan(self, turn: Turn, action: Action) -> None:
        found = await quality_mending.open_contact_plan(self._work, self._clock, turn.officer, UUID(action.object), self._policy)
        self._mended(turn, found)

    async def _evidence(self, turn: Turn, action: Action) -> None:
        given, id = _given(turn), UUID(action.object)
        self._mended(turn, await quality_mending.give_evidence(self._work, self._clock, turn.officer, id, given))

    def _mended(self, turn: Turn, found: Mended) -> None:
        offer = turn.offer()
        turn.show(mended_card(found, offer), offer, [found.order.id], Permission.KEEP_QUALITY)


def _given(turn: Turn) -> Given:
    """A time that was typed is read as anywhere: of a span that is no more than a day the day counts."""
    kind, _, how = turn.values.get("how", "").partition("=")
    if kind not in list(EvidenceKind) or how not in list(How):
        raise Unreadable(SAY_HOW)
    typed, by, words = (turn.values.get(name, "").strip() for name in ("when", "by", "words"))
    on = to_london(read_moment(typed, turn.now).start).date() if typed else None
    return Given(EvidenceKind(kind), How(how), on=on, by_whom=by, words=words)
