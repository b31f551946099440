"""A register with one protected person of a made-up officer, and its outbox, for the tests of reminders."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.cards.notices import draw_outgoing
from domain.clock import Clock
from domain.contacts import ContactPlan, Outcome, plan_for
from domain.officers import Officer
from domain.orders import Order
from domain.outbox import LEASE, LIVE_STATES, Delivered, NotSent, Outgoing, State, reminders_job
from domain.pacing import UNPACED, Pace
from scheduler.dispatcher import Dispatcher
from services import contacts
from services.exchanging import Going, Post, exchange
from services.results import Result
from services.sending import Sending, claim
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.fakes.messenger import FakeMessenger
from tests.orders import an_order
from tests.people import ADMIN, EVERYONE, RESPONSE, VLO

JOB = reminders_job("demo")
GONE = -timedelta(seconds=1)


async def about_to_go(database: Database, clock: Clock) -> list[Sending]:
    """What is due, as it stands once its intent is committed."""
    post = Post(FakeMessenger(), lambda one: draw_outgoing(one, clock), "one")
    found = (await claim(database.work, clock, JOB, "one", 10)).rows
    going = (await exchange(database.work, clock, JOB, post, [], [one.id for one in found])).going
    return [one.sending for one in going]


class Register:
    """Everything around a dispatcher; a dispatcher made with `lease=GONE` stands for a worker whose leases have run out."""

    def __init__(self, database: Database, people: Sequence[Officer] = EVERYONE) -> None:
        self.database = database
        self.people = people
        self.clock = FrozenClock()
        self.messenger = FakeMessenger()
        self.order = an_order()

    async def open(self, *more: Order) -> ContactPlan:
        orders = [self.order, *more]
        async with self.database.work() as uow:
            await uow.officers.save(self.people)
            await uow.orders.save_many(orders)
            await contacts.open_plans(uow, self.clock, ADMIN, orders)
        return await self.plan()

    async def plan(self, order: Order | None = None) -> ContactPlan:
        async with self.database.reading() as uow:
            found = await uow.contacts.get(plan_for(order or self.order, NOON).id)
        assert found is not None
        return found

    async def breach(self) -> None:
        async with self.database.work() as uow:
            await contacts.breach_reported(uow, self.clock, RESPONSE, self.order, VLO.id)

    async def contact(self, outcome: Outcome = Outcome.SPOKE_SAFE) -> ContactPlan:
        return (await contacts.record_contact(self.database.work, self.clock, VLO, (await self.plan()).id, outcome)).plan

    async def leave(self, *officers: Officer) -> None:
        async with self.database.work() as uow:
            await uow.officers.save([replace(one, active=False) for one in officers])

    async def rows(self) -> list[Outgoing]:
        async with self.database.reading() as uow:
            return await uow.outbox.of_plan((await self.plan()).id)

    async def live(self) -> list[Outgoing]:
        return [row for row in await self.rows() if row.state in LIVE_STATES]

    async def in_state(self, state: State) -> list[Outgoing]:
        return [row for row in await self.rows() if row.state is state]

    def post(self, worker: str = "one", lease: timedelta = LEASE, pace: Pace = UNPACED) -> Post:
        return Post(self.messenger, lambda one: draw_outgoing(one, self.clock), worker, lease, pace)

    def dispatcher(self, worker: str = "one", at_once: int = 16, lease: timedelta = LEASE, lanes: int = 1) -> Dispatcher:
        post = self.post(worker, lease)
        return Dispatcher(self.database.work, self.database.reading, self.clock, JOB, post, at_once=at_once, lanes=lanes)

    async def claimed(self, worker: str = "one", lease: timedelta = LEASE, limit: int = 10) -> list[Outgoing]:
        return (await claim(self.database.work, self.clock, JOB, worker, limit, lease)).rows

    async def going(self, worker: str = "one", lease: timedelta = LEASE) -> list[Going]:
        """What is due, claimed, its intent committed with leases of that length."""
        ids = [row.id for row in await self.claimed(worker)]
        return (await exchange(self.database.work, self.clock, JOB, self.post(worker, lease), [], ids)).going

    async def ended(self, going: Going, outcome: Delivered | NotSent) -> None:
        await exchange(self.database.work, self.clock, JOB, self.post(), [Result(going.sending, going.parcel, outcome)], [])

    async def dispatched(self, lease: timedelta = LEASE) -> None:
        """One tick, and all that follows from it."""
        dispatcher = self.dispatcher(lease=lease)
        await dispatcher.tick()
        await dispatcher.settled()
