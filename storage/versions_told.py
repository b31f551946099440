"""Versions of an order that came from another force: whole, as this register's own earlier ones, and as that force tells of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

import orjson
from sqlalchemy import BindParameter, bindparam, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.orders import Order
from domain.versions_told import VersionTold
from storage.dialects import insert_new
from storage.order_rows import sealed_version
from storage.sealing import Sealer
from storage.tables.orders import order_version
from storage.tables.versions_told import version_told

_PLACE = "version_told.said"
_SAID = ("version", "what", "who", "learned", "lines", "force", "held_by")
_FORCE: BindParameter[str] = bindparam("force")
_OF_ORDER = (
    select(version_told)
    .where(version_told.c.force == _FORCE, version_told.c.order_id == bindparam("order_id"))
    .order_by(version_told.c.held_at, version_told.c.id)
)


class VersionsTold:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def keep_earlier(self, earlier: Sequence[tuple[Order, datetime]]) -> None:
        """Of an order that was just taken up, with when each version was replaced."""
        rows = [
            {
                "force": self._force,
                "order_id": one.id,
                "version": one.version,
                "replaced_at": at,
                "snapshot": sealed_version(one, self._sealer),
            }
            for one, at in earlier
        ]
        if rows:
            await self._connection.execute(insert(order_version), rows)

    async def add(self, order_id: UUID, told: Sequence[VersionTold]) -> None:
        """One that is told again is left as it is."""
        rows = [self._row(order_id, one) for one in told]
        if rows:
            await self._connection.execute(insert_new(self._connection, version_told, ("force", "id")), rows)

    async def of_order(self, order_id: UUID) -> list[VersionTold]:
        """Oldest first."""
        rows = await self._connection.execute(_OF_ORDER, {"force": self._force, "order_id": order_id})
        return [self._told(row) for row in rows]

    def _row(self, order_id: UUID, one: VersionTold) -> dict[str, object]:
        id = uuid5(order_id, f"{one.force}|{one.version}|{one.at.isoformat()}")
        said = self._sealer.seal(orjson.dumps({name: getattr(one, name) for name in _SAID}), _PLACE, str(id))
        row = {"force": self._force, "id": id, "order_id": order_id}
        return row | {"held_at": one.at, "taken_as": one.taken_as, "said": said}

    def _told(self, row: Any) -> VersionTold:
        said = orjson.loads(self._sealer.open(row.said, _PLACE, str(row.id)))
        lines = tuple((one[0], one[1], one[2]) for one in said.pop("lines"))
        return VersionTold(at=row.held_at, taken_as=row.taken_as, lines=lines, **said)
