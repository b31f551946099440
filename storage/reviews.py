"""What officers said of two orders on one case; nothing is overwritten, the newest counts."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import bindparam, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.reviews import Link, Relation
from storage.among import among
from storage.dialects import insert_new
from storage.tables.orders import nmo, order_link

_KEY = ("force", "later", "earlier", "number")
_OF = (
    select(order_link)
    .where(
        order_link.c.force == bindparam("force"),
        or_(among(order_link.c.later, "ids"), among(order_link.c.earlier, "ids")),
    )
    .order_by(order_link.c.number)
)
_REFERENCES = select(nmo.c.id, nmo.c.reference).where(nmo.c.force == bindparam("force"), among(nmo.c.id, "ids"))


class Reviews:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def note(self, link: Link) -> bool:
        """False where somebody else has given this pair the same number."""
        said = {"relation": link.relation.value, "officer": link.officer, "at": link.at}
        row = {"force": self._force, "later": link.later, "earlier": link.earlier, "number": link.number, **said}
        return bool((await self._connection.execute(insert_new(self._connection, order_link, _KEY), row)).rowcount)

    async def of(self, orders: Collection[UUID]) -> tuple[Link, ...]:
        """What counts of each pair that one of these orders is in."""
        rows = (await self._connection.execute(_OF, {"force": self._force, "ids": list(orders)})).all() if orders else []
        if not rows:
            return ()
        ids = {id for row in rows for id in (row.later, row.earlier)}
        found = await self._connection.execute(_REFERENCES, {"force": self._force, "ids": list(ids)})
        named = {row.id: row.reference for row in found}
        links = [
            Link(
                row.later,
                row.earlier,
                Relation(row.relation),
                row.officer,
                row.at,
                row.number,
                named.get(row.later, ""),
                named.get(row.earlier, ""),
            )
            for row in rows
        ]
        return tuple({link.pair: link for link in links}.values())
