"""A made-up force in which a breach is recorded, what the services do about it afterwards, and chats of its officers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from dialogs.breaches import BreachDialog
from dialogs.capability import Capability
from dialogs.guidance import GuidanceDialog
from domain.audit import AuditEntry
from domain.breaches.drafts import Breach, BreachDraft, KeptAsTyped, next_page
from domain.clock import Clock
from domain.conversations import Action
from domain.officers import Officer, Role
from domain.orders import Order
from domain.outbox import Outgoing
from services.breach_signing import record_sent
from services.breaches import Breaches
from services.guidance import Guidance
from storage.work import Database, UnitOfWork
from tests.breaches import NOW, SIMPLE, FollowUpSeen, Given
from tests.fakes.chat import LIBRARY, Chat
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE, SUPERVISOR, officer
from tests.trail import trail_of

OTHER = replace(officer("Oli Other", Role.SUPERVISOR, team="south"), collar="1302")
OKAFOR = replace(officer("PC Sam Okafor-Lane", Role.RESPONSE), collar="4101")
RECORDER = replace(RESPONSE, supervisor=SUPERVISOR.id)
PEOPLE = (*(one for one in EVERYONE if one != RESPONSE), RECORDER, OTHER, OKAFOR)


class AsksForSignOff(FollowUpSeen):
    """Tells whoever signs off, as the real one does."""

    async def __call__(self, uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, record: Breach, /) -> None:
        await super().__call__(uow, clock, officer, order, record)
        await record_sent(uow, clock, officer, record)


class Station:
    """One order in the register and the officers of a force."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.work = database.work
        self.clock = FrozenClock(NOW)
        self.breaches = Breaches(database.work, self.clock, AsksForSignOff())
        self.order = an_order()

    async def open(self, people: Sequence[Officer] = PEOPLE) -> "Station":
        async with self.work() as uow:
            await uow.officers.save(people)
            await uow.orders.save_many([self.order])
        return self

    async def draft(self, *said: Given, by: Officer = RECORDER, order: Order | None = None) -> BreachDraft:
        draft = await self.breaches.start(by, (order or self.order).id)
        for given in said:
            draft = await self.answered(draft, given, by)
        return draft

    async def answered(self, draft: BreachDraft, given: Given, by: Officer = RECORDER) -> BreachDraft:
        """The draft after a page that was sent or words that were typed, also where something of the page is open still."""
        page = next_page(draft)
        assert page is not None
        inputs = {page.questions[0].id: given} if isinstance(given, str) else given
        try:
            return await self.breaches.record_page(by, draft.id, page.id, inputs, draft.etag)
        except KeptAsTyped as open_still:
            return open_still.draft

    async def record(self, by: Officer = RECORDER) -> Breach:
        draft = await self.draft(*SIMPLE, by=by)
        return (await self.breaches.confirm(by, draft.id, draft.etag)).breach

    async def notices(self, about: UUID) -> list[tuple[str, UUID]]:
        """In the order in which they were planned: the stage and the officer."""
        rows = sorted(await self.rows(about), key=lambda row: (row.due_at, row.stage))
        return [(row.stage, row.recipient) for row in rows]

    async def rows(self, about: UUID) -> list[Outgoing]:
        async with self.database.reading() as uow:
            return await uow.outbox.of_plan(about)

    async def trail(self, of: str) -> list[AuditEntry]:
        """The lines of these events."""
        return [one for one in await trail_of(self.database) if one.event.startswith(of)]


class StationChat(Chat):
    """An officer's chat with the real root, records of breaches and guidance, and whatever else is given."""

    def __init__(self, station: Station, officer: Officer, capability: Capability) -> None:
        guidance = GuidanceDialog(Guidance(station.work, station.clock, LIBRARY))
        super().__init__(station.database, officer, [BreachDialog(station.breaches), capability, guidance])
        self._station = station
        self._who = officer

    async def offer(self, title: str, verb: str, about: UUID) -> None:
        """A button that came here by itself, as a notice brings it."""
        expires = self._station.clock() + timedelta(hours=1)
        action = Action(f"{verb}-{about}", verb, str(about), self._who.id, f"web-{self._who.id}", uuid4(), expires)
        async with self._station.work() as uow:
            await uow.actions.offer([action])
        self.buttons[title] = action.id

    async def open(self, draft: BreachDraft) -> list[str]:
        """Goes on with this draft."""
        await self.offer("Resume this one", "breach:resume", draft.id)
        return await self.press("Resume this one")
