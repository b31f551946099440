"""Orders that are made up to practise on: which they are, and how figures leave them out."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, exists, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.among import among
from storage.tables.contacts import plan_order
from storage.tables.exercises import exercise_order

_RUNNING = (
    select(exercise_order.c.order_id)
    .where(exercise_order.c.force == bindparam("force"), exercise_order.c.ended_at.is_(None))
    .order_by(exercise_order.c.begun_at, exercise_order.c.order_id)
)
_END = (
    update(exercise_order)
    .where(exercise_order.c.force == bindparam("of"), among(exercise_order.c.order_id, "ids"))
    .values(ended_at=bindparam("at"))
)


def is_real(order_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """No order to practise on; the statement binds `force`."""
    return ~exists().where(exercise_order.c.force == bindparam("force"), exercise_order.c.order_id == order_id)


def is_of_a_real_one(plan: ColumnElement[UUID]) -> ColumnElement[bool]:
    """The same of a contact plan."""
    return ~exists().where(
        plan_order.c.force == bindparam("force"),
        plan_order.c.plan == plan,
        exercise_order.c.force == bindparam("force"),
        exercise_order.c.order_id == plan_order.c.order_id,
    )


class Exercises:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def begin(self, ids: Sequence[UUID], officer: UUID, at: datetime) -> None:
        rows = [{"force": self._force, "order_id": id, "begun_at": at, "officer": officer, "ended_at": None} for id in ids]
        await self._connection.execute(insert(exercise_order), rows)

    async def running(self) -> list[UUID]:
        return list(await self._connection.scalars(_RUNNING, {"force": self._force}))

    async def end(self, ids: Sequence[UUID], at: datetime) -> None:
        await self._connection.execute(_END, {"of": self._force, "ids": list(ids), "at": at})
