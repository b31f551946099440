"""The append-only trail, written in the transaction of what it records."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, String, bindparam, cast, exists, func, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.access import SEARCHED, is_reasoned
from domain.audit import AuditEntry, AuditKind
from domain.policies import MOST_LOOKUPS
from storage.bulk import put_typed
from storage.sealing import Sealer
from storage.tables.core import audit

_PLACE = "audit.typed"
# One capital letter differs from a small one in PostgreSQL only, so that both compare small ones.
_SUBJECTS = func.lower(";" + audit.c.subject + ";")
_AFTER = (
    select(audit)
    .where(audit.c.force == bindparam("force"), audit.c.seq > bindparam("after"))
    .order_by(audit.c.seq)
    .limit(bindparam("at_most"))
)
_TYPED = select(audit.c.typed).where(
    audit.c.force == bindparam("force"),
    audit.c.at == bindparam("at"),
    audit.c.id == bindparam("id"),
    audit.c.actor == bindparam("actor"),
)
# At most so many are counted: more than any force sets. The event stands in the statement itself, as in the index.
_SOME_SEARCHED = (
    select(audit.c.at)
    .where(
        audit.c.force == bindparam("force"),
        audit.c.actor == bindparam("actor"),
        audit.c.at > bindparam("since"),
        audit.c.at <= bindparam("until"),
        audit.c.event == literal_column(f"'{SEARCHED}'"),
    )
    .limit(literal_column(str(MOST_LOOKUPS + 1)))
)
_SEARCHED = select(func.count()).select_from(_SOME_SEARCHED.subquery())


_LAST_AT = select(func.max(audit.c.at)).where(audit.c.force == bindparam("force"), audit.c.event == bindparam("event"))
_STANDS = select(
    exists().where(
        audit.c.force == bindparam("force"),
        audit.c.at >= bindparam("since"),
        audit.c.actor == bindparam("actor"),
        audit.c.event == bindparam("event"),
        audit.c.subject == bindparam("subject"),
        audit.c.outcome == "done",
    )
)


class AuditTrail:
    """`channel` is that of the turn, for the lines that name none themselves; so is `reason`, for those of look-ups."""

    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer, channel: str = "") -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer
        self._channel = channel
        self.reason = ""

    async def note(self, *entries: AuditEntry) -> tuple[UUID, ...]:
        """Under which ids they stand, in order."""
        rows = [(uuid4(), entry) for entry in entries]
        await put_typed(self._connection, audit, [self._row(id, entry) for id, entry in rows])
        return tuple(id for id, _ in rows)

    async def typed(self, id: UUID, at: datetime, actor: UUID) -> str | None:
        """What this person typed at that moment; None where no such line stands in the trail."""
        mine = {"force": self._force, "id": id, "at": at, "actor": actor}
        sealed = await self._connection.scalar(_TYPED, mine)
        return None if sealed is None else self._sealer.open(sealed, _PLACE, str(id)).decode()

    async def searched_by(self, actor: UUID, since: datetime, until: datetime) -> int:
        """How many look-ups this person has made after the one moment, up to the other; of a batch the first alone counts."""
        wanted = {"force": self._force, "actor": actor, "since": since, "until": until}
        return int(await self._connection.scalar(_SEARCHED, wanted) or 0)

    async def stands(self, actor: UUID, event: str, subject: str, since: datetime) -> bool:
        """Whether this person did this to that record, from that moment on."""
        done = {"force": self._force, "actor": actor, "event": event, "subject": subject, "since": since}
        return bool(await self._connection.scalar(_STANDS, done))

    async def last_at(self, event: str) -> datetime | None:
        """When this was done last; None where it never was."""
        found: datetime | None = await self._connection.scalar(_LAST_AT, {"force": self._force, "event": event})
        return found

    async def since(self, seq: int = 0, limit: int = 1_000) -> list[AuditEntry]:
        return [self._entry(row) for row in await self._connection.execute(_AFTER, self._page(seq, limit))]

    async def about(self, ids: Collection[str], after: int, limit: int) -> list[AuditEntry]:
        """In the order of the trail; one of the ids stands in a line's subject whole, alone or among others, or is the actor's."""
        theirs = or_(*(_names(id) for id in ids), cast(audit.c.actor, String).in_(ids))
        return [self._entry(row) for row in await self._connection.execute(_AFTER.where(theirs), self._page(after, limit))]

    def _page(self, after: int, limit: int) -> dict[str, object]:
        return {"force": self._force, "after": after, "at_most": limit}

    def _row(self, id: UUID, entry: AuditEntry) -> dict[str, object]:
        sealed = None if entry.typed is None else self._sealer.seal(entry.typed.encode(), _PLACE, str(id))
        return {
            "force": self._force,
            "id": id,
            "at": entry.at,
            "actor": entry.actor,
            "kind": entry.kind.value,
            "event": entry.event,
            "subject": entry.subject,
            "outcome": entry.outcome,
            "channel": entry.channel or self._channel,
            "recipient": entry.recipient,
            "typed": sealed,
            "reason": entry.reason or (self.reason if is_reasoned(entry.event) else "") or None,
        }

    def _entry(self, row: Any) -> AuditEntry:
        values = row._asdict()
        id: UUID = values["id"]
        typed = values["typed"]
        return AuditEntry(
            at=values["at"],
            actor=values["actor"],
            kind=AuditKind(values["kind"]),
            event=values["event"],
            subject=values["subject"],
            outcome=values["outcome"],
            channel=values["channel"],
            recipient=values["recipient"],
            typed=None if typed is None else self._sealer.open(typed, _PLACE, str(id)).decode(),
            reason=values["reason"] or "",
            seq=values["seq"],
        )


def _names(id: str) -> ColumnElement[bool]:
    return _SUBJECTS.contains(f";{id.lower()};", autoescape=True)
