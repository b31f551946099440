"""Protected people who go over to another force, or come from one; what is said of them is sealed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import BindParameter, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import Outdated
from domain.transfer_pack import Pack
from domain.transfers import ANSWERED, Direction, Transfer, TransferState
from storage.among import among
from storage.dialects import insert_new
from storage.metadata import Moment
from storage.sealing import Sealer
from storage.tables.transfers import transfer, transfer_order
from storage.transfer_seal import pack_bytes, pack_of

_WORDS, _CONTENT = "transfer.words", "transfer.content"
_FORCE: BindParameter[str] = bindparam("force")
_SHOWN = tuple(column for column in transfer.c if column.name not in ("content", "reply"))
_SAID = ("other_name", "acceptor", "note", "answerer", "reason", "by_hand")
_ONE = select(*_SHOWN).where(transfer.c.force == _FORCE, transfer.c.id == bindparam("id"))
_HELD = _ONE.with_for_update()
_FILE = select(transfer.c.content, transfer.c.reply).where(transfer.c.force == _FORCE, transfer.c.id == bindparam("id"))
_OPEN_OF_PLAN = select(*_SHOWN).where(
    transfer.c.force == _FORCE, transfer.c.plan == bindparam("plan"), transfer.c.direction == "out", transfer.c.state == "pending"
)
_WAITING = (
    select(*_SHOWN)
    .where(transfer.c.force == _FORCE, transfer.c.state == "pending")
    .order_by(transfer.c.accept_by, transfer.c.id)
    .limit(bindparam("at_most"))
)
_ANSWERED = (
    select(*_SHOWN)
    .where(transfer.c.force == _FORCE, transfer.c.answered_at >= bindparam("since"))
    .order_by(transfer.c.answered_at.desc(), transfer.c.id)
    .limit(bindparam("at_most"))
)
_BY_REFERENCE = select(*_SHOWN).where(transfer.c.force == _FORCE, transfer.c.reference == bindparam("reference")).order_by(transfer.c.at)
_OF_ORDERS = (
    select(*_SHOWN, transfer_order.c.order_id)
    .join(transfer_order, transfer_order.c.transfer == transfer.c.id)
    .where(transfer.c.force == _FORCE, transfer_order.c.force == _FORCE, among(transfer_order.c.order_id, "orders"))
    .order_by(transfer.c.at, transfer.c.id)
)
_ORDERS = select(transfer_order.c.order_id).where(transfer_order.c.force == _FORCE, transfer_order.c.transfer == bindparam("id"))
_TAKEN = select(transfer.c.reference).where(transfer.c.force == _FORCE, among(transfer.c.reference, "references"))
_GOING = (
    select(transfer.c.id)
    .where(transfer.c.force == _FORCE, transfer.c.next_try_at <= bindparam("now"))
    .order_by(transfer.c.next_try_at)
    .limit(bindparam("at_most"))
)
_CHANGE = (
    update(transfer)
    .where(transfer.c.force == bindparam("of"), transfer.c.id == bindparam("which"), transfer.c.version == bindparam("was"))
    .values({name: bindparam(f"new_{name}") for name in ("state", "plan", "by", "answered_at", "version", "words")})
)
_REPLY = (
    update(transfer)
    .where(transfer.c.force == bindparam("of"), transfer.c.id == bindparam("which"))
    .values(reply=bindparam("file"), next_try_at=bindparam("then"), tries=0)
)
_TRY = (
    update(transfer)
    .where(transfer.c.force == bindparam("of"), transfer.c.id == bindparam("which"))
    .values(next_try_at=bindparam("then"), tries=transfer.c.tries + 1)
)

_PUT_ANEW = (
    update(transfer).where(transfer.c.force == bindparam("of"), transfer.c.id == bindparam("which")).values(content=bindparam("file"))
)
_DECLINED_PACKS = select(transfer.c.id).where(
    transfer.c.force == _FORCE,
    transfer.c.direction == "in",
    transfer.c.state == "declined",
    transfer.c.answered_at <= bindparam("before", type_=Moment()),
)
_DROP = (
    delete(transfer_order).where(transfer_order.c.force == _FORCE, among(transfer_order.c.transfer, "ids")),
    delete(transfer).where(transfer.c.force == _FORCE, among(transfer.c.id, "ids")),
)
_TRIES = select(transfer.c.tries).where(transfer.c.force == _FORCE, transfer.c.id == bindparam("id"))
_BROUGHT = update(transfer).where(transfer.c.force == bindparam("of"), transfer.c.id == bindparam("which")).values(next_try_at=None)


class Transfers:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add_sent(self, one: Transfer, file: bytes, next_try_at: datetime | None) -> None:
        """With the file as it was sealed for the other force, brought there from `next_try_at` on where its bot can be reached."""
        await self._connection.execute(insert(transfer), self._row(one) | {"content": file, "next_try_at": next_try_at})
        await self.join(one.id, one.orders)

    async def add_received(self, one: Transfer, pack: Pack) -> bool:
        """False where it came before."""
        content = self._sealer.seal(pack_bytes(pack), _CONTENT, str(one.id))
        done = await self._connection.execute(
            insert_new(self._connection, transfer, ("force", "id")), self._row(one) | {"content": content}
        )
        return bool(done.rowcount)

    async def join(self, id: UUID, orders: Sequence[UUID]) -> None:
        rows = [{"force": self._force, "order_id": order, "transfer": id} for order in orders]
        if rows:
            await self._connection.execute(insert_new(self._connection, transfer_order, ("force", "order_id", "transfer")), rows)

    async def get(self, id: UUID) -> Transfer | None:
        return await self._one(_ONE, id)

    async def hold(self, id: UUID) -> Transfer | None:
        """Kept from other writers until this transaction ends."""
        return await self._one(_HELD, id)

    async def pack(self, id: UUID) -> Pack:
        """Of one that came in."""
        row = (await self._connection.execute(_FILE, {"force": self._force, "id": id})).one()
        return pack_of(self._sealer.open(row.content, _CONTENT, str(id)))

    async def put_anew(self, id: UUID, pack: Pack) -> None:
        """In the place of the pack that came in."""
        content = self._sealer.seal(pack_bytes(pack), _CONTENT, str(id))
        await self._connection.execute(_PUT_ANEW, {"of": self._force, "which": id, "file": content})

    async def drop_declined(self, before: datetime) -> list[UUID]:
        """What came in and was declined by then, with all that the other force sent."""
        ids = list(await self._connection.scalars(_DECLINED_PACKS, {"force": self._force, "before": before}))
        await self.drop(ids)
        return ids

    async def drop(self, ids: Collection[UUID]) -> None:
        """With all that was sent, and what said of which orders they are."""
        for one in _DROP if ids else ():
            await self._connection.execute(one, {"force": self._force, "ids": list(ids)})

    async def file(self, id: UUID) -> bytes:
        """As it is sealed for the other force: what went out, or the answer to what came in."""
        row = (await self._connection.execute(_FILE, {"force": self._force, "id": id})).one()
        return bytes(row.reply or row.content)

    async def open_of_plan(self, plan: UUID) -> Transfer | None:
        row = (await self._connection.execute(_OPEN_OF_PLAN, {"force": self._force, "plan": plan})).first()
        return None if row is None else self._transfer_of(row)

    async def listed(self, since: datetime, at_most: int) -> list[Transfer]:
        """Those that wait, then those that were answered since."""
        waiting = (await self._connection.execute(_WAITING, {"force": self._force, "at_most": at_most})).all()
        wanted = {"force": self._force, "since": since, "at_most": at_most}
        answered = (await self._connection.execute(_ANSWERED, wanted)).all()
        return [self._transfer_of(row) for row in (*waiting, *answered)][:at_most]

    async def by_reference(self, reference: str) -> Transfer | None:
        rows = (await self._connection.execute(_BY_REFERENCE, {"force": self._force, "reference": reference})).all()
        return self._transfer_of(rows[-1]) if rows else None

    async def of_orders(self, orders: Collection[UUID]) -> dict[UUID, list[Transfer]]:
        """Oldest first."""
        found: dict[UUID, list[Transfer]] = {}
        for row in await self._connection.execute(_OF_ORDERS, {"force": self._force, "orders": list(orders)}):
            found.setdefault(row.order_id, []).append(self._transfer_of(row))
        return found

    async def orders_of(self, id: UUID) -> list[UUID]:
        return list(await self._connection.scalars(_ORDERS, {"force": self._force, "id": id}))

    async def taken(self, references: Collection[str]) -> frozenset[str]:
        return frozenset(await self._connection.scalars(_TAKEN, {"force": self._force, "references": list(references)}))

    async def save(self, one: Transfer) -> None:
        """One version on from what was read. Raises Outdated where somebody else was first."""
        row = self._row(one)
        changes = {f"new_{name}": row[name] for name in ("state", "plan", "by", "answered_at", "version", "words")}
        done = await self._connection.execute(_CHANGE, {"of": self._force, "which": one.id, "was": one.version - 1, **changes})
        if not done.rowcount:
            raise Outdated(ANSWERED)

    async def reply(self, id: UUID, file: bytes, next_try_at: datetime | None) -> None:
        await self._connection.execute(_REPLY, {"of": self._force, "which": id, "file": file, "then": next_try_at})

    async def going(self, now: datetime, at_most: int) -> list[UUID]:
        """What is to be brought to another force's bot by now."""
        return list(await self._connection.scalars(_GOING, {"force": self._force, "now": now, "at_most": at_most}))

    async def tried(self, id: UUID, next_try_at: datetime | None) -> None:
        await self._connection.execute(_TRY, {"of": self._force, "which": id, "then": next_try_at})

    async def tries(self, id: UUID) -> int:
        return int(await self._connection.scalar(_TRIES, {"force": self._force, "id": id}) or 0)

    async def brought(self, id: UUID) -> None:
        """It need not be brought again."""
        await self._connection.execute(_BROUGHT, {"of": self._force, "which": id})

    async def _one(self, statement: Any, id: UUID) -> Transfer | None:
        row = (await self._connection.execute(statement, {"force": self._force, "id": id})).first()
        return None if row is None else self._transfer_of(row)

    def _row(self, one: Transfer) -> dict[str, object]:
        said = orjson.dumps({name: getattr(one, name) for name in _SAID})
        row = {name: getattr(one, name) for name in ("id", "reference", "other", "plan", "at", "accept_by", "by", "answered_at", "version")}
        row |= {"force": self._force, "direction": one.direction.value, "state": one.state.value}
        return row | {"words": self._sealer.seal(said, _WORDS, str(one.id))}

    def _transfer_of(self, row: Any) -> Transfer:
        said = orjson.loads(self._sealer.open(row.words, _WORDS, str(row.id)))
        return Transfer(
            id=row.id,
            force=row.force,
            reference=row.reference,
            direction=Direction(row.direction),
            other=row.other,
            at=row.at,
            accept_by=row.accept_by,
            by=row.by,
            plan=row.plan,
            state=TransferState(row.state),
            answered_at=row.answered_at,
            version=row.version,
            **said,
        )
