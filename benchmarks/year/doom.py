"""Where a process dies: at one of the points between taking a reminder up and having it recorded, it stops and does nothing more."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storage.work import Database, UnitOfWork

# Each step of sending is a transaction: killed before the first to the fourth, or straight after, or on either side of the wire.
POINTS = (*((when, number) for number in (1, 2, 3, 4) for when in ("before", "after")), ("wire_before", 0), ("wire_after", 0))


class Doom:
    """Armed, it stops whoever comes to its point next, for good; `reached` tells that somebody has."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self._point: tuple[str, int] | None = None

    def arm(self, point: tuple[str, int]) -> None:
        self._point = point

    @property
    def is_armed(self) -> bool:
        return self._point is not None

    def clear(self) -> None:
        self._point = None
        self.reached.clear()

    async def meet(self, when: str) -> None:
        """Transactions are counted down; the wire is met as it comes."""
        if self._point is None or self._point[0] != when:
            return
        if self._point[1] > 1:
            self._point = (when, self._point[1] - 1)
            return
        self.reached.set()
        await asyncio.Event().wait()


class DoomedDatabase(Database):
    """The database as the process that may die has it."""

    def __init__(self, inner: Database, doom: Doom) -> None:
        self._inner, self._doom = inner, doom
        self.force = inner.force

    @asynccontextmanager
    async def work(self) -> AsyncIterator[UnitOfWork]:
        await self._doom.meet("before")
        async with self._inner.work() as uow:
            yield uow
        await self._doom.meet("after")

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[UnitOfWork]:
        async with self._inner.reading() as uow:
            yield uow
