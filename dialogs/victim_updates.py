"""The clocks of the victim in the chat: shown, started by an event, closed when somebody has told."""

from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.victim_updates import choose_words, happened_card, owed_card, told_card, updates_card
from bot.turn import Turn
from dialogs.breaches import SLIP
from dialogs.capability import Capability, entities_of, turn_of
from domain.breaches.updates import EVENT_WORDS, UpdateEvent
from domain.conversations import Action
from domain.errors import AssistantError
from domain.moments import in_words, read_moment
from domain.officers import Permission
from domain.references import is_reference
from services.victim_updates import NO_SUCH_EVENT, Clocks, VictimUpdates

NOTHING_OPEN = "Nothing is open of that record, so nothing was changed."
ALREADY = "That was recorded already, and no second clock was started."
STARTED = "The clock is started"
UNDONE = "Undone: it is owed as before. That it was recorded and undone is on the audit trail."


class VictimUpdatesDialog(Capability):
    """Asks nothing that it waits for: an open question stays open beneath it."""

    verbs = ("update:show", "update:plan", "update:told", "update:how", "update:undo", "update:event", "update:note")

    def __init__(self, updates: VictimUpdates) -> None:
        super().__init__("victim_updates")
        self._updates = updates

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        turn, given = turn_of(dialog_context), entities_of(options)
        try:
            await self._typed(turn, str(given["reference"]), str(given.get("event", "")), str(given.get("when", "")))
        except AssistantError as refusal:
            turn.say(refusal.advice)
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        id = UUID(action.object)
        match action.verb:
            case "update:told":
                await self._told(turn, id, when=turn.values.get("when", ""))
            case "update:how":
                await self._told(turn, id, turn.values.get("how", ""), turn.values.get("when", ""))
            case "update:undo":
                await self._undo(turn, id)
            case "update:event":
                await self._ask(turn, id)
            case "update:note":
                await self._note(turn, id, turn.values.get("event", ""), turn.values.get("when", ""))
            case "update:plan":
                await self._of_plan(turn, id)
            case _:
                self._show(turn, await self._updates.of_breach(turn.officer, id))
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _typed(self, turn: Turn, reference: str, event: str, when: str) -> None:
        turn.officer.must(Permission.RECORD_BREACH)
        if not is_reference(reference):
            turn.say(SLIP)
            return
        clocks = await self._updates.find(turn.officer, reference)
        if event:
            await self._note(turn, clocks.breach_id, event, when)
        elif len(clocks.open) == 1:
            await self._told(turn, clocks.open[0].id, when=when)
        else:
            turn.say(choose_words(clocks) if clocks.open else NOTHING_OPEN)
            self._show(turn, clocks, when)

    async def _told(self, turn: Turn, update_id: UUID, how: str = "", when: str = "") -> None:
        """The last moment of a span counts, as far as it is past: the person must not seem to be told earlier than they were."""
        turn.officer.must(Permission.RECORD_BREACH)
        span = read_moment(when, turn.now) if when.strip() else None
        clocks = await self._updates.told(turn.officer, update_id, how, None if span is None else min(span.end, turn.now))
        offer = turn.offer()
        turn.show(told_card(clocks, offer), offer, _about(clocks))

    async def _note(self, turn: Turn, breach_id: UUID, event: str, when: str) -> None:
        """The first moment of a span counts: the clock must not run from later than it happened."""
        turn.officer.must(Permission.RECORD_BREACH)
        if event not in list(UpdateEvent):
            turn.say(NO_SUCH_EVENT)
            return
        span = read_moment(when, turn.now) if when.strip() else None
        at = turn.now if span is None else span.start
        clocks = await self._updates.note_event(turn.officer, breach_id, event, at)
        read = f" I read that as {in_words(span)}." if span else ""
        said = f"{STARTED}: {EVENT_WORDS[UpdateEvent(event)]}.{read}" if clocks.made else ALREADY
        turn.say(f"{clocks.reference}: {said}", _about(clocks))
        self._show(turn, clocks)

    async def _ask(self, turn: Turn, breach_id: UUID) -> None:
        turn.officer.must(Permission.RECORD_BREACH)
        clocks = await self._updates.of_breach(turn.officer, breach_id)
        offer = turn.offer()
        turn.show(happened_card(clocks, offer), offer, _about(clocks))

    async def _undo(self, turn: Turn, update_id: UUID) -> None:
        clocks = await self._updates.take_back(turn.officer, update_id)
        turn.say(f"{clocks.reference}: {UNDONE}", _about(clocks))
        self._show(turn, clocks)

    async def _of_plan(self, turn: Turn, plan_id: UUID) -> None:
        found = await self._updates.of_plan(turn.officer, plan_id)
        offer = turn.offer()
        turn.show(owed_card(found, offer, turn.now), offer, [plan_id, *(id for one in found for id in _about(one))])

    def _show(self, turn: Turn, clocks: Clocks, when: str = "") -> None:
        offer = turn.offer()
        turn.show(updates_card(clocks, offer, turn.now, when), offer, _about(clocks))


def _about(clocks: Clocks) -> tuple[UUID, ...]:
    return clocks.breach_id, clocks.order_id
