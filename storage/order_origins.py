"""Who made a version of an order that is no recorded change, and of which day the court's file was that brought it."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.history_kept import Origin
from domain.orders import Order
from storage.tables.order_origins import order_origin

_FORCE: BindParameter[str] = bindparam("force")
_ADD = insert(order_origin)
_OF_ORDER = select(order_origin).where(order_origin.c.force == _FORCE, order_origin.c.order_id == bindparam("order_id"))


class OrderOrigins:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def note(self, by: UUID, at: datetime, orders: Sequence[Order], file_day: date | None = None) -> None:
        """Of these orders as they were just saved."""
        rows = [
            {"force": self._force, "order_id": one.id, "version": one.version, "officer": by, "at": at, "file_day": file_day}
            for one in orders
        ]
        if rows:
            await self._connection.execute(_ADD, rows)

    async def of_order(self, order_id: UUID) -> dict[int, Origin]:
        """By version."""
        rows = await self._connection.execute(_OF_ORDER, {"force": self._force, "order_id": order_id})
        return {row.version: Origin(row.officer, row.file_day) for row in rows}
