"""Two forces between which a person goes over, dying at a point of it: before or after a commit, or on the way to the other bot and back."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from domain.outbox import reminders_job
from services import transfers, transfers_in
from services.transfer_posts import Brought, bring_files
from services.transfers_in import take_in, transfers_job
from storage.work import Database, UnitOfWork
from tests.fakes.clock import NOON
from tests.people import VLO
from tests.transferring import ACCEPTOR, THERE, WEST, TwoForces

# At which a process can die in the whole of it.
POINTS = 20


class Died(Exception):
    """The process is gone at this point."""


def died() -> None:
    raise Died


class Dying:
    """Counts the points at which a process can die: before and after each commit, and on the way to the other bot and back."""

    def __init__(self, nth: int, die: Callable[[], None] = died) -> None:
        self._left = nth
        self._die = die

    def point(self) -> None:
        self._left -= 1
        if self._left == 0:
            self._die()

    def work(self, database: Database) -> "Watched":
        return Watched(database, self)


class Watched:
    def __init__(self, database: Database, dying: Dying) -> None:
        self._database = database
        self._dying = dying

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[UnitOfWork]:
        async with self._database.work() as uow:
            yield uow
            self._dying.point()
        self._dying.point()


async def go_over(forces: TwoForces, dying: Dying) -> None:
    """Each step is done where it has not been done before, as a person or a job would after a restart."""
    here, there, clock = dying.work(forces.here.database), dying.work(forces.there), forces.here.clock
    plan = await forces.here.plan()
    async with forces.here.database.reading() as uow:
        begun = await uow.transfers.listed(NOON, 10)
    sent = begun[0] if begun else await transfers.send(here, clock, VLO, plan.id, WEST, ACCEPTOR)

    async def to_them(_: str, content: bytes) -> Brought:
        dying.point()
        await take_in(there, clock, transfers_job(WEST), content)
        dying.point()
        return Brought.TAKEN

    async def to_us(_: str, content: bytes) -> Brought:
        dying.point()
        await take_in(here, clock, transfers_job("demo"), content)
        dying.point()
        return Brought.TAKEN

    await bring_files(here, forces.here.database.reading, clock, reminders_job("demo"), to_them)
    async with forces.there.reading() as uow:
        came = await uow.transfers.get(sent.id)
    if came is not None and came.is_open:
        await transfers_in.accept(there, clock, THERE, sent.id)
    await bring_files(there, forces.there.reading, clock, reminders_job(WEST), to_us)
