"""The changes to orders that are held: rows are only added, and what was said stays sealed. A paper that one of them added goes when it is taken back."""

from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import BindParameter, ColumnElement, bindparam, delete, exists, insert, not_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.order_changes import ChangeKind, Recorded
from domain.provenance import Provenance
from storage.sealing import Sealer
from storage.tables.order_changes import order_change
from storage.tables.orders import document

_PLACE = "order_change.said"
_FORCE: BindParameter[str] = bindparam("force")
_OF_ORDER = (
    select(order_change)
    .where(order_change.c.force == _FORCE, order_change.c.order_id == bindparam("order_id"))
    .order_by(order_change.c.version)
)
_ONE = select(order_change).where(order_change.c.force == _FORCE, order_change.c.id == bindparam("id"))
_DROP_PAPER = delete(document).where(document.c.force == _FORCE, document.c.id == bindparam("id"))
_UNDOING = order_change.alias("undoing_order_change")


def not_taken_back(force: ColumnElement[str], id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Of a row that a change made, or of any that none made: no later change takes it back."""
    return not_(exists().where(_UNDOING.c.force == force, _UNDOING.c.undoes == id))


class OrderChanges:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, change: Recorded) -> None:
        said = self._sealer.seal(orjson.dumps([change.lines, change.words, change.plans]), _PLACE, str(change.id))
        row = {"force": self._force, "kind": change.kind.value, "learned": change.learned.value, "said": said}
        row |= {name: getattr(change, name) for name in ("id", "order_id", "version", "officer", "at", "undoes")}
        await self._connection.execute(insert(order_change), row)

    async def get(self, id: UUID) -> Recorded | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else self._recorded(row)

    async def of_order(self, order_id: UUID) -> list[Recorded]:
        """In the sequence of the order's versions."""
        rows = await self._connection.execute(_OF_ORDER, {"force": self._force, "order_id": order_id})
        return [self._recorded(row) for row in rows]

    async def drop_paper(self, change: UUID) -> None:
        """The paper that a change added goes with it, so that the same paper is taken again when it comes for good."""
        await self._connection.execute(_DROP_PAPER, {"force": self._force, "id": change})

    def _recorded(self, row: Any) -> Recorded:
        lines, words, *plans = orjson.loads(self._sealer.open(row.said, _PLACE, str(row.id)))
        return Recorded(
            id=row.id,
            order_id=row.order_id,
            version=row.version,
            kind=ChangeKind(row.kind),
            officer=row.officer,
            at=row.at,
            learned=Provenance(row.learned),
            lines=tuple((one[0], one[1], one[2]) for one in lines),
            words=words,
            undoes=row.undoes,
            plans=tuple((UUID(id), before) for id, before in (plans[0] if plans else ())),
        )
