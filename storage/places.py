"""Which checked conditions name a place: found by keyed hashes, so that no wording stands outside the sealed terms."""

from collections import Counter
from collections.abc import Collection, Iterable
from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, bindparam, delete, insert, literal_column, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.places import Place, PlaceKind
from storage.among import ONE, among
from storage.blinding import Blinder
from storage.tables.places import condition_place

_PURPOSE = "condition_place"
_FORCE: BindParameter[str] = bindparam("force")
_MOST: ColumnElement[int] = literal_column("1000")
_FORGET = delete(condition_place).where(condition_place.c.force == _FORCE, condition_place.c.order_id == bindparam("order_id"))
# Grouped here and not there: for the sake of the groups SQLite would go through all that the force holds.
_NAMING = (
    select(condition_place.c.order_id, condition_place.c.place, condition_place.c.kind, condition_place.c.key)
    .where(condition_place.c.force == _FORCE, among(condition_place.c.key, "keys"))
    .limit(_MOST)
)
_ANY = select(condition_place.c.order_id).where(condition_place.c.force == _FORCE).limit(ONE)


class Places:
    def __init__(self, connection: AsyncConnection, force: str, blinder: Blinder) -> None:
        self._connection = connection
        self._force = force
        self._blinder = blinder

    async def replace(self, order: UUID, places: Iterable[Place]) -> None:
        """What the order's conditions name from now on; what an earlier wording named is forgotten."""
        await self._connection.execute(_FORGET, {"force": self._force, "order_id": order})
        told = sorted(places, key=lambda one: (one.kind, one.names, one.sort))
        rows = [
            {"force": self._force, "key": self._key(mark), "order_id": order, "place": at, "kind": place.kind.value}
            for at, place in enumerate(told)
            for mark in sorted(place.marks)
        ]
        if rows:
            await self._connection.execute(insert(condition_place), rows)

    async def naming(self, marks: Collection[str]) -> dict[UUID, frozenset[PlaceKind]]:
        """The orders with a place that has all of these marks, and of what kind it is."""
        keys = sorted({self._key(mark) for mark in marks})
        rows = await self._connection.execute(_NAMING, {"force": self._force, "keys": keys})
        seen = Counter((row.order_id, row.place, row.kind) for row in rows.all())
        found: dict[UUID, frozenset[PlaceKind]] = {}
        for (order, _, kind), marked in seen.items():
            if marked == len(keys):
                found[order] = found.get(order, frozenset()) | {PlaceKind(kind)}
        return found

    async def is_empty(self) -> bool:
        return (await self._connection.execute(_ANY, {"force": self._force})).first() is None

    def _key(self, mark: str) -> int:
        return self._blinder.number(_PURPOSE, mark)
