"""Drafts of changes and of orders to register, sealed, each its officer's own."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import BindParameter, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import Outdated
from domain.order_drafts import ASIDE, DraftPaper, OrderDraft
from storage.metadata import Moment
from storage.sealing import Sealer
from storage.tables.order_changes import order_draft

_TYPED, _PAPER = "order_draft.typed", "order_draft.paper"
_FORCE: BindParameter[str] = bindparam("force")
_COLUMNS = [column for column in order_draft.columns if column.name != "paper"]
_HAS_PAPER = order_draft.c.paper.is_not(None).label("has_paper")
_ONE = select(*_COLUMNS, _HAS_PAPER).where(order_draft.c.force == _FORCE, order_draft.c.id == bindparam("id"))
_OF_OFFICER = (
    select(*_COLUMNS, _HAS_PAPER)
    .where(order_draft.c.force == _FORCE, order_draft.c.officer == bindparam("officer"), order_draft.c.kind == bindparam("kind"))
    .order_by(order_draft.c.at.desc(), order_draft.c.id)
)
_OF_ORDER = (
    select(*_COLUMNS, _HAS_PAPER)
    .where(order_draft.c.force == _FORCE, order_draft.c.order_id == bindparam("order_id"), order_draft.c.kind == bindparam("kind"))
    .order_by(order_draft.c.at.desc(), order_draft.c.id)
)
_THE_PAPER = select(order_draft.c.paper).where(order_draft.c.force == _FORCE, order_draft.c.id == bindparam("id"))
_CHANGE = (
    update(order_draft)
    .where(order_draft.c.force == bindparam("of"), order_draft.c.id == bindparam("which"), order_draft.c.seen == bindparam("was"))
    .values(typed=bindparam("typed"), at=bindparam("at"), seen=bindparam("now_seen"))
)
# A paper that waits for an order is no answer that somebody might go on with: it waits until it is taken or left out.
_LEFT = select(order_draft.c.id, order_draft.c.officer).where(
    order_draft.c.force == _FORCE, order_draft.c.at <= bindparam("before", type_=Moment()), order_draft.c.kind != ASIDE
)
_DROP = delete(order_draft).where(order_draft.c.force == _FORCE, order_draft.c.id == bindparam("id"))
_MOVED_ON = "This draft was changed in another window. Ask for it again."


class OrderDrafts:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def begin(self, draft: OrderDraft, paper: DraftPaper | None = None) -> None:
        row = {name: getattr(draft, name) for name in ("id", "officer", "kind", "order_id", "seen", "begun_at", "at")}
        row |= {"force": self._force, "typed": self._sealed(draft.id, draft.values), "paper": self._sealed_paper(draft.id, paper)}
        await self._connection.execute(insert(order_draft), row)

    async def change(self, draft: OrderDraft, seen: int) -> None:
        """`draft.seen` is the version that was read. Raises Outdated where it moved on."""
        row = {"of": self._force, "which": draft.id, "was": draft.seen, "now_seen": seen, "at": draft.at}
        done = await self._connection.execute(_CHANGE, {**row, "typed": self._sealed(draft.id, draft.values)})
        if not done.rowcount:
            raise Outdated(_MOVED_ON)

    async def get(self, id: UUID) -> OrderDraft | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else self._draft(row)

    async def of_officer(self, officer: UUID, kind: str) -> list[OrderDraft]:
        """The newest first."""
        rows = await self._connection.execute(_OF_OFFICER, {"force": self._force, "officer": officer, "kind": kind})
        return [self._draft(row) for row in rows]

    async def of_order(self, order_id: UUID, kind: str) -> list[OrderDraft]:
        """The newest first."""
        rows = await self._connection.execute(_OF_ORDER, {"force": self._force, "order_id": order_id, "kind": kind})
        return [self._draft(row) for row in rows]

    async def paper(self, id: UUID) -> DraftPaper | None:
        sealed = await self._connection.scalar(_THE_PAPER, {"force": self._force, "id": id})
        if sealed is None:
            return None
        head, content = self._sealer.open(sealed, _PAPER, str(id)).split(b"\n", 1)
        name, sha256 = orjson.loads(head)
        return DraftPaper(name, sha256, content)

    async def drop_left(self, before: datetime) -> list[tuple[UUID, UUID]]:
        """Those that nobody has written in since, each with whose it was."""
        left = [(row.id, row.officer) for row in await self._connection.execute(_LEFT, {"force": self._force, "before": before})]
        for id, _ in left:
            await self.drop(id)
        return left

    async def drop(self, id: UUID) -> None:
        await self._connection.execute(_DROP, {"force": self._force, "id": id})

    def _sealed(self, id: UUID, values: Any) -> bytes:
        return self._sealer.seal(orjson.dumps(dict(values)), _TYPED, str(id))

    def _sealed_paper(self, id: UUID, paper: DraftPaper | None) -> bytes | None:
        if paper is None:
            return None
        return self._sealer.seal(orjson.dumps([paper.name, paper.sha256]) + b"\n" + paper.content, _PAPER, str(id))

    def _draft(self, row: Any) -> OrderDraft:
        values = orjson.loads(self._sealer.open(row.typed, _TYPED, str(row.id)))
        return OrderDraft(row.id, row.officer, row.kind, row.at, row.begun_at, row.order_id, row.seen, values, bool(row.has_paper))
