"""How each protected person may be reached: every version is kept, and what it says is sealed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import BindParameter, Row, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import Outdated
from domain.safe_contacts import CHANGED_SINCE, Channel, SafeWays
from domain.safe_windows import Window
from storage.among import among
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.safe_contacts import safe_contact

_PLACE = "safe_contact.ways"
_KEY = ("force", "plan", "version")
_FORCE: BindParameter[str] = bindparam("force")
_OF_PLAN = select(safe_contact).where(safe_contact.c.force == _FORCE, safe_contact.c.plan == bindparam("plan"))
_NEWEST = _OF_PLAN.order_by(safe_contact.c.version.desc()).limit(bindparam("limit"))
_ONE = _OF_PLAN.where(safe_contact.c.version == bindparam("version"))
_LATER = safe_contact.alias()
_CURRENT = select(safe_contact).where(
    safe_contact.c.force == _FORCE,
    among(safe_contact.c.plan, "plans"),
    safe_contact.c.version
    == select(func.max(_LATER.c.version)).where(_LATER.c.force == _FORCE, _LATER.c.plan == safe_contact.c.plan).scalar_subquery(),
)
_PLAIN = (
    "said", "waits", "note", "number", "email", "who_may_answer", "voicemail", "text", "withheld", "code_word", "interpreter", "language", "needs",
    "do_not_visit", "fallback", "wrong_number",
)  # fmt: skip


class SafeContacts:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def current(self, plan: UUID) -> SafeWays | None:
        found = await self.versions(plan, 1)
        return found[0] if found else None

    async def current_of(self, plans: Sequence[UUID]) -> dict[UUID, SafeWays]:
        rows = await self._connection.execute(_CURRENT, {"force": self._force, "plans": plans})
        return {row.plan: self._ways_of(row) for row in rows}

    async def versions(self, plan: UUID, limit: int = 20) -> list[SafeWays]:
        """The newest first."""
        rows = await self._connection.execute(_NEWEST, {"force": self._force, "plan": plan, "limit": limit})
        return [self._ways_of(row) for row in rows]

    async def at_version(self, plan: UUID, version: int) -> SafeWays | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "plan": plan, "version": version})).first()
        return None if row is None else self._ways_of(row)

    async def keep(self, ways: SafeWays) -> None:
        """One version on from what was read. Outdated where somebody else was first."""
        row = {"force": self._force, "plan": ways.plan, "version": ways.version, "at": ways.at, "by": ways.by}
        row |= {"confirmed_on": ways.confirmed_on, "ways": self._sealed(ways)}
        done = await self._connection.execute(insert_new(self._connection, safe_contact, _KEY), row)
        if not done.rowcount:
            raise Outdated(CHANGED_SINCE)

    def _sealed(self, ways: SafeWays) -> bytes:
        values: dict[str, Any] = {name: getattr(ways, name) for name in _PLAIN}
        values["channel"] = None if ways.channel is None else ways.channel.value
        values["windows"] = [[list(one.days), one.start, one.end] for one in ways.windows]
        return self._sealer.seal(orjson.dumps(values), _PLACE, f"{ways.plan}:{ways.version}")

    def _ways_of(self, row: Row[tuple[object, ...]]) -> SafeWays:
        values = orjson.loads(self._sealer.open(row.ways, _PLACE, f"{row.plan}:{row.version}"))
        channel, windows = values.pop("channel"), values.pop("windows")
        return SafeWays(
            plan=row.plan,
            version=row.version,
            at=row.at,
            by=row.by,
            confirmed_on=row.confirmed_on,
            channel=None if channel is None else Channel(channel),
            windows=tuple(Window(tuple(days), start, end) for days, start, end in windows),
            **values,
        )
