"""Heartbeats of the jobs, and work that is done once a slot however many processes tick."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialects import insert_new, upsert
from storage.tables.jobs import heartbeat, slot

_BEATS = select(heartbeat).where(heartbeat.c.force == bindparam("force")).order_by(heartbeat.c.name)
_OLD = delete(slot).where(slot.c.force == bindparam("of"), slot.c.slot < bindparam("before"))


@dataclass(frozen=True)
class Beat:
    """When a job last ran; `error` is the code of what went wrong then."""

    name: str
    started_at: datetime
    ended_at: datetime
    error: str | None = None


class Jobs:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def beat(self, one: Beat) -> None:
        row = {"force": self._force, "name": one.name, "started_at": one.started_at, "ended_at": one.ended_at, "error": one.error}
        await self._connection.execute(upsert(self._connection, heartbeat, ("force", "name")), row)

    async def beats(self) -> list[Beat]:
        rows = await self._connection.execute(_BEATS, {"force": self._force})
        return [Beat(row.name, row.started_at, row.ended_at, row.error) for row in rows]

    async def take_slot(self, name: str, at: datetime) -> bool:
        """True for the first to ask, in whatever process; the slot is given back if the transaction fails."""
        taken = await self._connection.execute(
            insert_new(self._connection, slot, ("force", "name", "slot")), {"force": self._force, "name": name, "slot": at}
        )
        return bool(taken.rowcount)

    async def forget_slots(self, before: datetime) -> int:
        return (await self._connection.execute(_OLD, {"of": self._force, "before": before})).rowcount
