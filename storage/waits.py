"""What the channel asked to wait, and what has just left: one mark of the force, for all its workers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.pacing import Gone, Held
from storage.marks import Marks
from storage.turn_parts import lock_key

_MARK = "outbox.held"
_LOCK = text("SELECT pg_advisory_xact_lock(:key)")


class Waits:
    def __init__(self, connection: AsyncConnection, force: str, marks: Marks) -> None:
        self._connection = connection
        self._force = force
        self._marks = marks

    async def look(self, now: datetime) -> Held:
        """As it stands, without what is over."""
        kept = await self._marks.get(_MARK)
        return Held() if kept is None else _held(orjson.loads(kept)).now(now)

    async def hold(self, now: datetime) -> Held:
        """As `look`, kept from the other workers until this transaction ends; a writer of the embedded database is alone anyway."""
        if self._connection.dialect.name != "sqlite":
            await self._connection.execute(_LOCK, {"key": lock_key(self._force, _MARK)})
        return await self.look(now)

    async def keep(self, held: Held) -> None:
        chats = {str(who): until for who, until in held.chats.items()}
        kept = {"force": held.force, "chats": chats, "gone": list(held.gone), "out": list(held.out)}
        await self._marks.put(_MARK, orjson.dumps(kept).decode())


def _held(kept: Mapping[str, Any]) -> Held:
    chats = {UUID(who): datetime.fromisoformat(until) for who, until in kept["chats"].items()}
    force = None if kept["force"] is None else datetime.fromisoformat(kept["force"])
    return Held(force, chats, _moments(kept["gone"]), _moments(kept.get("out", ())))


def _moments(kept: Sequence[tuple[str, int]]) -> list[Gone]:
    return [(datetime.fromisoformat(at), number) for at, number in kept]
