"""The embedded database has one writer: its connection is kept open from one transaction to the next, and one task at a time has it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from time import monotonic

from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.errors import Busy
from storage.refusals import BUSY
from storage.sqlite import IMMEDIATE, NearStatements

PATIENCE = 2.5
_PAUSE = 0.005


class Pen:
    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._free = asyncio.Lock()
        self._kept: NearStatements | None = None

    @asynccontextmanager
    async def begun(self) -> AsyncIterator[NearStatements]:
        """A connection in a transaction that may write; raises Busy where it cannot be had in time."""
        until = monotonic() + PATIENCE
        await self._wait()
        try:
            async with self._in_hand() as connection:
                await self._begin(connection, until)
                yield connection
        finally:
            self._free.release()

    async def close(self) -> None:
        if self._kept is not None:
            await self._kept.close()
        self._kept = None

    @asynccontextmanager
    async def _in_hand(self) -> AsyncIterator[NearStatements]:
        """After any trouble the connection is let go, which rolls back."""
        connection, self._kept = self._kept or await self._connected(), None
        async with AsyncExitStack() as trouble:
            trouble.push_async_exit(connection.__aexit__)
            yield connection
            trouble.pop_all()
            self._kept = connection

    async def _connected(self) -> NearStatements:
        connection = NearStatements(self._engine)
        await connection.start()
        await connection.execution_options(isolation_level=IMMEDIATE)
        return connection

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                await self._free.acquire()
        except TimeoutError as late:
            raise Busy(BUSY) from late

    async def _begin(self, connection: NearStatements, until: float) -> None:
        """Another process may be writing: its transactions are short."""
        while True:
            try:
                connection.open_transaction()
                return
            except OperationalError as trouble:
                if "locked" not in str(trouble.orig) or monotonic() > until:
                    raise
                await asyncio.sleep(_PAUSE)
