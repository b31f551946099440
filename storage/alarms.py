"""What the auditor of sending looks for, and the alarm that stands: counts and times, never anything about a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import bindparam, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.alarms import Alarm, Finding, Kind
from domain.outbox import NOBODY
from storage.marks import Marks
from storage.outbox_statements import LIVE, WITHOUT_CHAT
from storage.tables.core import LOST, conversation
from storage.tables.outbox import outbox

_MARK = "outbox.alarm"
_NO_OFFICER = outbox.c.recipient == NOBODY
_TROUBLED = outbox.c.error.is_not(None) & (outbox.c.error != "no_conversation")
_LEFT_BEHIND = or_(outbox.c.next_at < bindparam("before"), outbox.c.lease_until < bindparam("leased_before"))
_KIND = case(
    (_NO_OFFICER, Kind.NOBODY.value),
    (_LEFT_BEHIND, Kind.UNSENT.value),
    else_=Kind.NOT_TAKEN.value,
)
_LATE = (
    select(_KIND.label("kind"), func.count().label("number"), func.min(outbox.c.due_at).label("since"))
    .where(outbox.c.force == bindparam("force"), LIVE, outbox.c.due_at < bindparam("before"), or_(_NO_OFFICER, _LEFT_BEHIND, _TROUBLED))
    .group_by(_KIND)
)
_WAITING = (
    select(outbox.c.recipient, func.count().label("number"), func.min(outbox.c.due_at).label("since"))
    .where(outbox.c.force == bindparam("force"), *WITHOUT_CHAT)
    .group_by(outbox.c.recipient)
)
_LOST = select(conversation.c.officer).where(conversation.c.force == bindparam("force"), LOST)


@dataclass(frozen=True)
class Waiting:
    """So many reminders wait for an officer who has no chat to be written to."""

    officer: UUID
    number: int
    since: datetime


class Alarms:
    def __init__(self, connection: AsyncConnection, force: str, marks: Marks) -> None:
        self._connection = connection
        self._force = force
        self._marks = marks

    async def standing(self) -> Alarm | None:
        kept = await self._marks.get(_MARK)
        held = None if kept is None else orjson.loads(kept)
        return None if held is None else _alarm(held)

    async def keep(self, alarm: Alarm | None) -> None:
        await self._marks.put(_MARK, orjson.dumps(alarm).decode())

    async def late(self, before: datetime, leased_before: datetime) -> list[Finding]:
        """What was due before then, and was left behind, is not taken by the channel, or is for nobody."""
        wanted = {"force": self._force, "before": before, "leased_before": leased_before}
        return [Finding(Kind(row.kind), row.number, row.since) for row in await self._connection.execute(_LATE, wanted)]

    async def waiting(self) -> list[Waiting]:
        return [Waiting(row.recipient, row.number, row.since) for row in await self._connection.execute(_WAITING, {"force": self._force})]

    async def lost_chats(self) -> frozenset[UUID]:
        """Officers of whom the channel has refused a chat for good; they may have another."""
        return frozenset(one for one in await self._connection.scalars(_LOST, {"force": self._force}) if one is not None)


def _alarm(kept: dict[str, Any]) -> Alarm:
    findings = tuple(Finding(Kind(one["kind"]), one["number"], _moment(one["since"])) for one in kept["findings"])
    return Alarm(UUID(kept["id"]), datetime.fromisoformat(kept["since"]), findings, _moment(kept["told_at"]), kept["round"])


def _moment(kept: str | None) -> datetime | None:
    return None if kept is None else datetime.fromisoformat(kept)
