"""What stands beside a record of a breach when it is shown: the clocks of the victim, the evidence still to be got, and the pattern."""

from dataclasses import dataclass
from datetime import datetime

from domain.breaches.drafts import Breach
from domain.breaches.patterns import Pattern
from domain.breaches.tasks import BreachTask
from domain.breaches.updates import VictimUpdate
from domain.officers import Officer, Permission
from domain.orders import Order
from services.patterns import pattern_beside
from storage.work import UnitOfWork


@dataclass(frozen=True)
class Beside:
    """`as_of` is the moment at which it was read."""

    as_of: datetime | None = None
    updates: tuple[VictimUpdate, ...] = ()
    tasks: tuple[BreachTask, ...] = ()
    pattern: Pattern | None = None


NOTHING_BESIDE = Beside()


async def beside(uow: UnitOfWork, officer: Officer, record: Breach, order: Order, now: datetime) -> Beside:
    """In the transaction that shows the record."""
    officer.must(Permission.LOOK_UP_ORDER)
    updates, tasks = await uow.victim_updates.of_breach(record.id), await uow.breach_tasks.of_breach(record.id)
    return Beside(now, tuple(updates), tuple(tasks), await pattern_beside(uow, officer, order, now))
