"""Compliance visits in the chat: the list for a shift, the briefing, and what came of a visit."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID, uuid4

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.parts import Card
from bot.cards.visit_lists import ONLY_AT_THE_PAGE, visit_list_card
from bot.cards.visits import briefing_card, record_card
from bot.offers import Offer
from bot.turn import Step, Turn
from dialogs.breaches import SLIP
from dialogs.capability import Capability, entities_of, turn_of
from dialogs.reasons import Reasons
from domain.clock import Clock
from domain.conversations import Action
from domain.errors import AssistantError, NotAllowed, Unreadable
from domain.officers import Permission
from domain.references import is_reference
from domain.visits import MET, SAY_OUTCOME, VisitOutcome, visit_id
from services.beats import areas_meant
from services.timetables import PolicyNow
from services.visit_lists import list_visits, new_passphrase
from services.visit_parts import Briefing
from services.visits import Visits
from storage.work import Work

KEPT = "Recorded."
IS_EVIDENCE_NOW = "Recorded. What was said stands on the order as evidence of awareness."
PLANNED = "Planned. Whoever makes the visit is told in time."
# Whoever presses one of these is shown who the respondent is, or several of them.
SHOWS = frozenset({"visit:open", "visit:plan", "visit:list"})
Press = Callable[[Turn, Action], Awaitable[None]]
Undo = Callable[[Offer], Card]


class VisitsDialog(Capability):
    """Keeps no state: every press and every line is whole by itself."""

    verbs = ("visit:open", "visit:plan", "visit:ask", "visit:record", "visit:sheet", "visit:list")

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        super().__init__("visits")
        self._work = work
        self._clock = clock
        self._policy = policy
        self._reasons = Reasons(work, clock, policy)
        self._visits = Visits(work, clock, policy)
        self._presses: Mapping[str, Press] = {
            "visit:plan": self._plan,
            "visit:ask": self._ask,
            "visit:record": self._record,
            "visit:sheet": self._sheet,
            "visit:list": self._listed,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """With the press that a reason was asked for, or with what was typed."""
        turn, given = turn_of(dialog_context), entities_of(options)
        try:
            if "action" in given:
                await self.pressed(dialog_context, turn, given["action"])
                return await dialog_context.end_dialog()
            await self._typed(turn, given.get("event", ""), given.get("reference", ""), given.get("when", ""))
        except NotAllowed:
            raise
        except AssistantError as refusal:
            turn.say(refusal.advice)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        await self._shown(turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _typed(self, turn: Turn, verb: str, reference: str, area: str) -> None:
        turn.officer.must(Permission.VISIT_RESPONDENT)
        if not reference:
            named = areas_meant(turn.officer, self._policy().areas_worked, area)[0].code if area else ""
            await self._shown(turn, _press(turn, "visit:list", area=named))
            return
        if not is_reference(reference):
            turn.say(SLIP)
            return
        order_id = await self._visits.find(turn.officer, reference)
        await self._shown(turn, _press(turn, "visit:plan" if verb == "visit:plan" else "visit:open", str(order_id)))

    async def _shown(self, turn: Turn, action: Action) -> None:
        """What names somebody is shown once it is known why, as a look-up is."""
        turn.officer.must(Permission.VISIT_RESPONDENT)
        if action.verb in SHOWS and self._reasons.access(turn) is None:
            self._reasons.ask_for_press(turn, action)
        else:
            await self._presses.get(action.verb, self._open)(turn, action)

    async def _listed(self, turn: Turn, action: Action) -> None:
        area, channel = action.details.get("area", ""), turn.conversation.channel
        found = await list_visits(self._work, self._clock, turn.officer, self._policy, area, channel)
        offer = turn.offer()
        about = {id for one in found.rows for id in (one.plan.id, one.order.id, one.order.respondent.id)}
        turn.show(visit_list_card(found, area, offer, turn.now, channel, new_passphrase()), offer, about, Permission.VISIT_RESPONDENT)

    async def _open(self, turn: Turn, action: Action) -> None:
        show_briefing(turn, await self._visits.briefing(turn.officer, UUID(action.object)))

    async def _plan(self, turn: Turn, action: Action) -> None:
        show_briefing(turn, await self._visits.plan(turn.officer, UUID(action.object)), PLANNED)

    async def _ask(self, turn: Turn, action: Action) -> None:
        found = await self._visits.briefing(turn.officer, UUID(action.object))
        offer = turn.offer()
        turn.show(record_card(found, offer), offer, about(found), Permission.VISIT_RESPONDENT)

    async def _record(self, turn: Turn, action: Action) -> None:
        """What another has recorded since is not recorded twice: the form was of the visit before."""
        turn.officer.must(Permission.VISIT_RESPONDENT)
        outcome, days, said, support = (turn.values.get(name, "").strip() for name in ("outcome", "next", "said", "support"))
        if outcome not in list(VisitOutcome):
            raise Unreadable(SAY_OUTCOME)
        chosen = int(days) if days.isascii() and days.isdecimal() else None
        seen, order_id = int(action.details["version"]), UUID(action.object)
        found = await self._visits.record(turn.officer, order_id, VisitOutcome(outcome), said, support, chosen, seen)
        is_evidence = outcome == VisitOutcome.EXPLAINED or (outcome in MET and bool(said))
        show_briefing(turn, found, IS_EVIDENCE_NOW if is_evidence else KEPT)

    async def _sheet(self, turn: Turn, action: Action) -> None:
        """The chat page takes the file by itself; whoever presses elsewhere is told where it is."""
        turn.officer.must(Permission.VISIT_RESPONDENT)
        turn.say(ONLY_AT_THE_PAGE)


def show_briefing(turn: Turn, found: Briefing, said: str = "", undo: Undo | None = None) -> None:
    """`undo` mints the press that takes back what was just done."""
    offer = turn.offer()
    back = [] if undo is None else [undo(offer)]
    turn.show(
        briefing_card(found, turn.officer, offer, turn.now, said, back),
        offer,
        about(found),
        Permission.VISIT_RESPONDENT,
        step=step_of(found),
    )


def step_of(found: Briefing) -> Step:
    """The cards of one visit follow each other: the page keeps the last of them."""
    return Step(str(visit_id(found.order.id)), f"Compliance visit, {found.order.reference}: it goes on below.")


def about(found: Briefing) -> set[UUID]:
    return {found.order.id, found.order.respondent.id, *([found.plan.id] if found.plan else [])}


def _press(turn: Turn, verb: str, subject: str = "", **details: str) -> Action:
    """The press that a typed line stands for."""
    return Action("", verb, subject, turn.officer.id, turn.conversation.id, uuid4(), turn.now, details)
