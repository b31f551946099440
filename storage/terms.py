"""The terms of orders as read and as checked, sealed; nothing is overwritten, the newest version counts."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.terms import OrderTerms, TermsState
from storage.among import ONE
from storage.dialects import insert_new
from storage.drafts import draft_bytes, draft_of
from storage.sealing import Sealer
from storage.tables.orders import order_terms

_PLACE = "order_terms.terms"
_KEY = ("force", "order_id", "version")
_OF = (
    select(order_terms)
    .where(order_terms.c.force == bindparam("force"), order_terms.c.order_id == bindparam("order_id"))
    .order_by(order_terms.c.version)
)
_NEWEST = (
    select(order_terms)
    .where(order_terms.c.force == bindparam("force"), order_terms.c.order_id == bindparam("order_id"))
    .order_by(order_terms.c.version.desc())
    .limit(ONE)
)
_CHECKED = (
    select(order_terms)
    .where(order_terms.c.force == bindparam("force"), order_terms.c.order_id == bindparam("order_id"), order_terms.c.state == "checked")
    .order_by(order_terms.c.version.desc())
    .limit(ONE)
)
_CHECKED_ORDERS = (
    select(order_terms.c.order_id).where(order_terms.c.force == bindparam("force"), order_terms.c.state == "checked").distinct()
)


class Terms:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def note(self, terms: OrderTerms) -> bool:
        """False where somebody else has given this order's terms the same version."""
        sealed = self._sealer.seal(draft_bytes(terms.draft), _PLACE, f"{terms.order}|{terms.version}")
        row = {"force": self._force, "order_id": terms.order, "version": terms.version, "state": terms.state.value, "terms": sealed}
        row |= {"paper": terms.paper, "officer": terms.officer, "at": terms.at}
        return bool((await self._connection.execute(insert_new(self._connection, order_terms, _KEY), row)).rowcount)

    async def newest(self, order: UUID) -> OrderTerms | None:
        row = (await self._connection.execute(_NEWEST, {"force": self._force, "order_id": order})).first()
        return None if row is None else self._opened(row)

    async def newest_checked(self, order: UUID) -> OrderTerms | None:
        row = (await self._connection.execute(_CHECKED, {"force": self._force, "order_id": order})).first()
        return None if row is None else self._opened(row)

    async def checked_orders(self) -> list[UUID]:
        """The orders of which any wording was ever checked."""
        return list(await self._connection.scalars(_CHECKED_ORDERS, {"force": self._force}))

    async def versions(self, order: UUID) -> list[OrderTerms]:
        """Oldest first."""
        rows = await self._connection.execute(_OF, {"force": self._force, "order_id": order})
        return [self._opened(row) for row in rows]

    def _opened(self, row: Row[Any]) -> OrderTerms:
        draft = draft_of(self._sealer.open(row.terms, _PLACE, f"{row.order_id}|{row.version}"))
        return OrderTerms(row.order_id, row.version, TermsState(row.state), row.paper, row.officer, row.at, draft)
