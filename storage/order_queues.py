"""Orders listed by what stands in them: what waits at intake beside the feed's rejects, what was made on a day, and how long orders took from the court to the register."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.exercises import is_real
from storage.tables.orders import nmo, order_version

_FORCE: BindParameter[str] = bindparam("force")
_WAITING = (
    select(nmo.c.id)
    .where(nmo.c.force == _FORCE, nmo.c.needs_review.contains(bindparam("reason"), autoescape=False), is_real(nmo.c.id))
    .order_by(nmo.c.received_at, nmo.c.id)
    .limit(bindparam("limit"))
)
_TAKEN = select(nmo.c.made_on, nmo.c.received_at).where(nmo.c.force == _FORCE, nmo.c.received_at >= bindparam("since"), is_real(nmo.c.id))
_OF_DAY = (
    select(nmo.c.id)
    .where(nmo.c.force == _FORCE, nmo.c.kind == bindparam("kind"), nmo.c.made_on == bindparam("day"))
    .order_by(nmo.c.received_at, nmo.c.id)
    .limit(bindparam("limit"))
)
_COUNT = select(func.count()).select_from(order_version).where(order_version.c.force == _FORCE)


class OrderQueues:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def waiting_for(self, reason: str, limit: int) -> list[UUID]:
        """The orders that are being checked for this reason, longest known first; no order to practise on, which no court sent."""
        return list(await self._connection.scalars(_WAITING, {"force": self._force, "reason": reason, "limit": limit}))

    async def taken_in(self, since: datetime) -> list[tuple[date | None, datetime]]:
        """Of each order that became known since: the day it was made, where that is known, and when it could be found."""
        rows = await self._connection.execute(_TAKEN, {"force": self._force, "since": since})
        return [(row.made_on, row.received_at) for row in rows]

    async def made_on(self, kind: str, day: date, limit: int) -> list[UUID]:
        """The measures of this kind that were made or given that day."""
        return list(await self._connection.scalars(_OF_DAY, {"force": self._force, "kind": kind, "day": day, "limit": limit}))

    async def count_versions(self) -> int:
        """Of all orders, those that a later one has replaced."""
        return int(await self._connection.scalar(_COUNT, {"force": self._force}) or 0)
