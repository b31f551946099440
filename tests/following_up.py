"""A record of a made-up breach with its contact plan, its clocks and its tasks, for the tests of what follows a record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import uuid4

from domain.breaches.drafts import Breach
from domain.contacts import ContactPlan, plan_id
from domain.officers import Officer
from domain.orders import Order
from domain.outbox import LIVE_STATES, Outgoing
from domain.policies import Policy
from domain.references import new_reference
from services.breach_tasks import BreachTasks
from services.contacts import breach_reported
from services.victim_updates import VictimUpdates
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE

# A Thursday evening.
ARREST = datetime(2026, 11, 26, 21, 30, tzinfo=UTC)
BY = datetime(2026, 11, 28, tzinfo=UTC)
KINDS = (("cctv", "CCTV of the shop", True), ("phone", "Phone of Jane Marlow", True), ("statement", "Witness statement", False))
_RANDOM = Random(20261126)


class Scene:
    """One order of the register, and the clock half an hour after an arrest."""

    def __init__(self, database: Database, people: Sequence[Officer] = EVERYONE) -> None:
        self.database = database
        self.people = people
        self.clock = FrozenClock(ARREST + timedelta(minutes=30))
        self.order = an_order()
        self.updates = VictimUpdates(database.work, self.clock, Policy)
        self.tasks = BreachTasks(database.work, self.clock, Policy)

    async def held(self, *orders: Order) -> None:
        async with self.database.work() as uow:
            await uow.officers.save(self.people)
            await uow.orders.save_many(orders or (self.order,))

    def record(self, order: Order | None = None) -> Breach:
        of, now = order or self.order, self.clock()
        return Breach(uuid4(), "demo", new_reference("BR", _RANDOM), of.id, 1, RESPONSE.id, "0000", now, (), happened_on=now.date())

    async def sent(
        self, *events: tuple[str, datetime], kinds: Sequence[tuple[str, str, bool]] = (), order: Order | None = None, fails: bool = False
    ) -> Breach:
        """As the making of a record does it: the record, the contact, the clocks and the tasks in one transaction."""
        record, of = self.record(order), order or self.order
        async with self.database.work() as uow:
            assert await uow.breaches.add(record)
            await breach_reported(uow, self.clock, RESPONSE, of, record.id)
            await self.updates.start(uow, self.clock, RESPONSE, of, record.id, events)
            await self.tasks.start(uow, self.clock, RESPONSE, of, record, kinds)
            assert not fails, "the making of the record was made to fail"
        return record

    async def plan(self) -> ContactPlan:
        async with self.database.reading() as uow:
            found = await uow.contacts.get(plan_id(self.order.applicant))
        assert found is not None
        return found

    async def live(self, about: object = None) -> list[Outgoing]:
        """Rows on their way about the record, or about the contact plan."""
        id = about.id if isinstance(about, Breach) else (await self.plan()).id
        async with self.database.reading() as uow:
            return [row for row in await uow.outbox.of_plan(id) if row.state in LIVE_STATES]

    async def leave(self, *officers: Officer) -> None:
        async with self.database.work() as uow:
            await uow.officers.save([replace(one, active=False) for one in officers])
