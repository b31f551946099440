"""The sealed registry of what was sent: delivery queue of the web chat, history after a reload, list for redaction."""

import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Row, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conversations import Message, erased, taken_away
from domain.officers import Permission
from storage.among import ONE, among
from storage.bulk import change_typed, put_typed
from storage.sealing import Sealer
from storage.tables.core import message

_PLACE = "message.activity"
_SINCE = (
    select(message)
    .where(
        message.c.force == bindparam("force"),
        message.c.conversation == bindparam("conversation"),
        message.c.seq > bindparam("seq"),
        message.c.at >= bindparam("not_before"),
    )
    .order_by(message.c.seq)
)
_UNDELIVERED = (
    select(message)
    .where(
        message.c.force == bindparam("force"),
        message.c.conversation == bindparam("conversation"),
        message.c.reply_to == bindparam("reply_to"),
        message.c.delivered_at.is_(None),
    )
    .order_by(message.c.seq)
)
_ARRIVALS = (
    select(message.c.seq, message.c.conversation)
    .where(message.c.force == bindparam("force"), message.c.seq > bindparam("seq"))
    .order_by(message.c.seq)
)
_NEWEST = select(message.c.seq).where(message.c.force == bindparam("force")).order_by(message.c.seq.desc()).limit(ONE)
_ONE = select(message).where(message.c.force == bindparam("force"), message.c.id == bindparam("id"))
_REPLACE = (
    update(message).where(message.c.force == bindparam("of"), message.c.id == bindparam("which")).values(activity=bindparam("sealed"))
)


_FORGET = delete(message).where(message.c.force == bindparam("of"), among(message.c.id, "ids"))


class Messages:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, messages: Iterable[Message]) -> None:
        await put_typed(self._connection, message, [self._row(one) for one in messages])

    async def since(self, conversation: str, seq: int, not_before: datetime) -> list[Message]:
        wanted = {"force": self._force, "conversation": conversation, "seq": seq, "not_before": not_before}
        return [self._message(row) for row in await self._connection.execute(_SINCE, wanted)]

    async def get(self, id: UUID) -> Message | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else self._message(row)

    async def take_away(self, one: Message) -> Message:
        """Leaves nothing of what it showed in the registry."""
        left = replace(one, activity=taken_away(one.activity))
        sealed = self._sealer.seal(_packed(left.activity), _PLACE, str(one.id))
        await self._connection.execute(_REPLACE, {"of": self._force, "which": one.id, "sealed": sealed})
        return left

    async def redact(self, ids: Collection[UUID]) -> list[Message]:
        """Leaves nothing of what they showed but the ids of the records; gives them as they were addressed."""
        found = [one for one in [await self.get(id) for id in ids] if one is not None]
        rows = [
            {"of": self._force, "which": one.id, "sealed": self._sealer.seal(_packed(erased(one.activity)), _PLACE, str(one.id))}
            for one in found
        ]
        if rows:
            await self._connection.execute(_REPLACE, rows)
        return found

    async def forget(self, ids: Collection[UUID]) -> None:
        """What surely never left leaves nothing behind."""
        if ids:
            await self._connection.execute(_FORGET, {"of": self._force, "ids": list(ids)})

    async def undelivered(self, conversation: str, reply_to: str) -> list[Message]:
        """Answers that were committed and, as far as we know, never reached the channel."""
        wanted = {"force": self._force, "conversation": conversation, "reply_to": reply_to}
        return [self._message(row) for row in await self._connection.execute(_UNDELIVERED, wanted)]

    async def newest(self) -> int:
        """The highest sequence number committed, in any conversation; 0 where there is none."""
        return int(await self._connection.scalar(_NEWEST, {"force": self._force}) or 0)

    async def arrivals(self, after: int) -> list[tuple[int, str]]:
        """(seq, conversation) of every line after this one, in any conversation."""
        return [(row.seq, row.conversation) for row in await self._connection.execute(_ARRIVALS, {"force": self._force, "seq": after})]

    async def all_delivered(self, arrivals: Sequence[tuple[UUID, datetime, str | None]]) -> None:
        """(message, when, the channel's id for it) of each."""
        rows = [{"force": self._force, "id": id, "delivered_at": at, "channel_id": channel_id} for id, at, channel_id in arrivals]
        await change_typed(self._connection, message, rows)

    def _row(self, one: Message) -> dict[str, object]:
        return {
            "force": self._force,
            "id": one.id,
            "conversation": one.conversation,
            "reply_to": one.reply_to,
            "activity": self._sealer.seal(_packed(one.activity), _PLACE, str(one.id)),
            "about": ";".join(sorted(one.about)),
            "needs": one.needs.value,
            "at": one.at,
            "delivered_at": one.delivered_at,
            "channel_id": one.channel_id,
            "until": one.until,
        }

    def _message(self, row: Row[tuple[object, ...]]) -> Message:
        return Message(
            id=row.id,
            conversation=row.conversation,
            activity=_unpacked(self._sealer.open(row.activity, _PLACE, str(row.id))),
            at=row.at,
            about=frozenset(part for part in row.about.split(";") if part),
            needs=Permission(row.needs),
            reply_to=row.reply_to,
            delivered_at=row.delivered_at,
            channel_id=row.channel_id,
            seq=row.seq,
            until=row.until,
        )


def _packed(activity: dict[str, Any]) -> bytes:
    """A card is mostly the same words over and over: a quarter of it is fewer pages to encrypt and to keep."""
    return zlib.compress(orjson.dumps(activity), 1)


def _unpacked(packed: bytes) -> dict[str, Any]:
    """Earlier versions kept it as plain JSON."""
    unpacked: dict[str, Any] = orjson.loads(packed if packed.startswith(b"{") else zlib.decompress(packed))
    return unpacked
