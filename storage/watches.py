"""Who asked to be told when an order changes."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.among import among
from storage.dialects import insert_new
from storage.tables.evidence import order_watch

_KEY = ("force", "order_id", "officer")
_DROP = delete(order_watch).where(
    order_watch.c.force == bindparam("of"), order_watch.c.order_id == bindparam("which"), order_watch.c.officer == bindparam("who")
)
_OF_ORDERS = (
    select(order_watch.c.order_id, order_watch.c.officer)
    .where(order_watch.c.force == bindparam("force"), among(order_watch.c.order_id, "orders"))
    .order_by(order_watch.c.order_id, order_watch.c.officer)
)


class Watches:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def add(self, order_id: UUID, officer: UUID, since: datetime) -> None:
        row = {"force": self._force, "order_id": order_id, "officer": officer, "since": since}
        await self._connection.execute(insert_new(self._connection, order_watch, _KEY), row)

    async def drop(self, order_id: UUID, officer: UUID) -> None:
        await self._connection.execute(_DROP, {"of": self._force, "which": order_id, "who": officer})

    async def of_orders(self, orders: Collection[UUID]) -> list[tuple[UUID, UUID]]:
        """(order, officer) of everybody who is to be told."""
        rows = await self._connection.execute(_OF_ORDERS, {"force": self._force, "orders": list(orders)}) if orders else ()
        return [(row.order_id, row.officer) for row in rows]
