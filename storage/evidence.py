"""Service and awareness evidence of an order; rows are only added."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Row, Select, String, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.evidence import Evidence, EvidenceKind, How, Source
from storage.dialects import insert_new
from storage.order_changes import not_taken_back
from storage.sealing import Sealer
from storage.tables.evidence import evidence

_PLACE = "evidence.words"
_EVER = (
    select(evidence)
    .where(evidence.c.force == bindparam("force"), evidence.c.order_id == bindparam("order_id"))
    .order_by(evidence.c.recorded_at, evidence.c.id)
)
_OF_ORDER = _EVER.where(not_taken_back(bindparam("force", type_=String()), evidence.c.id))


class EvidenceHeld:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, some: Sequence[Evidence]) -> None:
        """What is held already, by its id, stays as it is."""
        if some:
            await self._connection.execute(insert_new(self._connection, evidence, ("force", "id")), [self._row(one) for one in some])

    async def of_order(self, order_id: UUID) -> list[Evidence]:
        """What stands, in the sequence in which it was recorded."""
        return await self._read(_OF_ORDER, order_id)

    async def ever_of_order(self, order_id: UUID) -> list[Evidence]:
        """With what was taken back as a slip."""
        return await self._read(_EVER, order_id)

    async def _read(self, statement: Select[Any], order_id: UUID) -> list[Evidence]:
        rows = await self._connection.execute(statement, {"force": self._force, "order_id": order_id})
        return [self._evidence_of(row) for row in rows]

    def _row(self, one: Evidence) -> dict[str, object]:
        said = orjson.dumps([one.by_whom, one.words])
        return {
            "force": self._force,
            "id": one.id,
            "order_id": one.order_id,
            "kind": one.kind.value,
            "how": one.how.value,
            "happened_on": one.on,
            "happened_at": one.at,
            "source": one.source.value,
            "recorded_by": one.recorded_by,
            "recorded_at": one.recorded_at,
            "words": self._sealer.seal(said, _PLACE, str(one.id)) if one.by_whom or one.words else None,
        }

    def _evidence_of(self, row: Row[tuple[object, ...]]) -> Evidence:
        by_whom, words = ("", "") if row.words is None else orjson.loads(self._sealer.open(row.words, _PLACE, str(row.id)))
        return Evidence(
            id=row.id,
            order_id=row.order_id,
            kind=EvidenceKind(row.kind),
            how=How(row.how),
            source=Source(row.source),
            recorded_by=row.recorded_by,
            recorded_at=row.recorded_at,
            on=row.happened_on,
            at=row.happened_at,
            by_whom=by_whom,
            words=words,
        )
