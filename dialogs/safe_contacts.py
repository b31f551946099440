"""How a protected person may safely be reached, in the chat: shown, changed page by page, typed, confirmed, taken back."""

from collections.abc import Awaitable, Callable, Mapping
from uuid import UUID

from botbuilder.dialogs import DialogContext, DialogTurnResult, DialogTurnStatus

from bot.cards.contacts import about
from bot.cards.safe_contacts import ASKED_NOW, SAVED, page_card, safe_contact_card
from bot.safe_words import SafeSaid
from bot.turn import Turn
from dialogs.capability import Capability, entities_of, turn_of
from domain.clock import Clock
from domain.conversations import Action
from domain.london import deadline
from domain.officers import Permission
from domain.safe_contacts import FORM
from domain.safe_planning import needs_deciding
from services import safe_contacts
from services.contact_life import seen
from services.safe_contacts import SafeContact
from storage.work import Work

WHOSE = "Whose safe contact is that? Open the contact first (type my contacts), then type it again."
CONFIRMED = "Confirmed. Contacts are planned within these times from now on."
STILL = "Confirmed today as still safe."
UNDONE = "Undone: the safe contact is as it was before."


class SafeContactsDialog(Capability):
    """Keeps no state: each page of the form is kept as it is pressed, and nothing typed is asked for again."""

    verbs = ("contact:show", "safe:change", "safe:save", "safe:confirm", "safe:court", "safe:still", "safe:undo")

    def __init__(self, work: Work, clock: Clock) -> None:
        super().__init__("safe_contacts")
        self._work = work
        self._clock = clock
        self._presses: Mapping[str, Callable[[Turn, Action], Awaitable[None]]] = {
            "contact:show": self._show,
            "safe:change": self._change,
            "safe:save": self._save,
            "safe:confirm": self._confirm,
            "safe:court": self._court,
            "safe:still": self._still,
            "safe:undo": self._undo,
        }

    async def begin_dialog(self, dialog_context: DialogContext, options: object = None) -> DialogTurnResult:
        """What is safe, typed in a line, of the contact that the officer has before them."""
        turn, given = turn_of(dialog_context), entities_of(options)
        said: SafeSaid = given["said"]
        turn.officer.must(Permission.SEE_SAFE_CONTACT)
        plan_id = await safe_contacts.plan_of_order(self._work, turn.officer, UUID(given["shown"])) if given.get("shown") else None
        if plan_id is None:
            turn.say(WHOSE)
        elif said.still:
            await self._say_still(turn, plan_id)
        elif said.windows:
            _draw(turn, await safe_contacts.put_words(self._work, self._clock, turn.officer, plan_id, said.windows))
        else:
            now = await safe_contacts.show_contact(self._work, self._clock, turn.officer, plan_id)
            version = now.ways.version if now.ways else 0
            _draw(turn, await safe_contacts.change(self._work, self._clock, turn.officer, plan_id, said.fields, version))
        return await dialog_context.end_dialog()

    async def pressed(self, dialog_context: DialogContext, turn: Turn, action: Action) -> DialogTurnResult:
        if turn.officer.may(Permission.PLAN_CONTACT):
            await seen(self._work, self._clock, turn.officer, UUID(action.object))
        await self._presses[action.verb](turn, action)
        return DialogTurnResult(DialogTurnStatus.Complete)

    async def _show(self, turn: Turn, action: Action) -> None:
        _draw(turn, await safe_contacts.show_contact(self._work, self._clock, turn.officer, UUID(action.object)))

    async def _change(self, turn: Turn, action: Action) -> None:
        safe = await safe_contacts.show_contact(self._work, self._clock, turn.officer, UUID(action.object))
        _page(turn, safe, int(action.details["number"]))

    async def _save(self, turn: Turn, action: Action) -> None:
        """The next page follows; after the last, or where days and times wait to be confirmed, the whole record does."""
        page, version = int(action.details["number"]), int(action.details["version"])
        safe = await safe_contacts.change(self._work, self._clock, turn.officer, UUID(action.object), turn.values, version)
        turn.say(SAVED)
        asks = safe.ways is not None and safe.ways.waits and bool(turn.values.get("said", "").strip())
        if asks or page + 1 >= len(FORM):
            _draw(turn, safe)
        else:
            _page(turn, safe, page + 1)

    async def _confirm(self, turn: Turn, action: Action) -> None:
        version = int(action.details["version"])
        safe = await safe_contacts.confirm_words(self._work, self._clock, turn.officer, UUID(action.object), version)
        _say_confirmed(turn, safe)

    async def _court(self, turn: Turn, action: Action) -> None:
        version = int(action.details["version"])
        safe = await safe_contacts.take_court_words(self._work, self._clock, turn.officer, UUID(action.object), version)
        _say_confirmed(turn, safe)

    async def _still(self, turn: Turn, action: Action) -> None:
        await self._say_still(turn, UUID(action.object))

    async def _say_still(self, turn: Turn, plan_id: UUID) -> None:
        safe = await safe_contacts.still_safe(self._work, self._clock, turn.officer, plan_id)
        turn.say(f"{safe.order.reference}: {STILL}", _about(safe))

    async def _undo(self, turn: Turn, action: Action) -> None:
        version = int(action.details["version"])
        safe = await safe_contacts.put_back(self._work, self._clock, turn.officer, UUID(action.object), version)
        turn.say(UNDONE)
        _draw(turn, safe)


def _say_confirmed(turn: Turn, safe: SafeContact) -> None:
    """With what follows where none of the times comes before the contact must be made."""
    late = safe.ways is not None and needs_deciding(safe.plan, safe.ways.windows, turn.now)
    turn.say(ASKED_NOW.format(deadline(safe.plan.due.must_by)) if late else CONFIRMED)
    _draw(turn, safe)


def _draw(turn: Turn, safe: SafeContact) -> None:
    offer = turn.offer()
    turn.show(safe_contact_card(safe, offer, turn.now), offer, _about(safe), Permission.SEE_SAFE_CONTACT)


def _page(turn: Turn, safe: SafeContact, number: int) -> None:
    offer = turn.offer()
    turn.show(page_card(safe, number, offer), offer, _about(safe), Permission.SEE_SAFE_CONTACT)


def _about(safe: SafeContact) -> frozenset[str]:
    return about(safe.plan, safe.order, *safe.others)
