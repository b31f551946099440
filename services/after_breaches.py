"""What follows a record of a breach in its own transaction: the victim's contact, the clocks of what must be told, tasks of evidence, a sign-off."""

from collections.abc import Callable

from domain.breaches.drafts import Breach, events_of
from domain.breaches.risk import assessed_in
from domain.breaches.tasks import evidence_to_get
from domain.clock import Clock
from domain.measure_duties import duties_on_arrest
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.policies import Policy
from services.breach_signing import record_sent
from services.breach_tasks import BreachTasks
from services.contacts import breach_reported
from services.victim_updates import VictimUpdates
from storage.work import UnitOfWork


class AfterBreaches:
    def __init__(self, updates: VictimUpdates, tasks: BreachTasks, policy: Callable[[], Policy] = Policy) -> None:
        self._updates = updates
        self._tasks = tasks
        self._policy = policy

    async def __call__(self, uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, record: Breach, /) -> None:
        officer.must(Permission.RECORD_BREACH)
        await breach_reported(uow, clock, officer, order, record.id, assessed_in(record), self._policy)
        await self._updates.start(uow, clock, officer, order, record.id, events_of(record))
        await self._tasks.start(uow, clock, officer, order, record, evidence_to_get(record))
        await self._tasks.owe(uow, clock, officer, order, record, record.recorded_by, duties_on_arrest(order, events_of(record)))
        await record_sent(uow, clock, officer, record)
