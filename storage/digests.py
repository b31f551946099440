"""Digests by officer and day, and the reminders that wait because of them."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.digests import Digest
from domain.outbox import REMIND, State
from storage.dialects import insert_new
from storage.outbox_statements import PENDING
from storage.tables.digests import digest
from storage.tables.outbox import outbox

_KEY = ("force", "officer", "day")
_ONE = select(digest).where(
    digest.c.force == bindparam("force"), digest.c.officer == bindparam("officer"), digest.c.day == bindparam("day")
)
_HELD = _ONE.with_for_update()
_THIS = (digest.c.force == bindparam("of"), digest.c.officer == bindparam("who"), digest.c.day == bindparam("which"))
_TOLD = update(digest).where(*_THIS, digest.c.told_at.is_(None)).values(told_at=bindparam("now"))
_OPENED = update(digest).where(*_THIS, digest.c.opened_at.is_(None)).values(opened_at=bindparam("now"))
_WAITING = select(outbox.c.id, outbox.c.plan, outbox.c.due_at).where(
    outbox.c.force == bindparam("force"),
    PENDING,
    outbox.c.urgency == 1,
    outbox.c.next_at.between(bindparam("since"), bindparam("until")),
    outbox.c.recipient == bindparam("officer"),
    outbox.c.stage == REMIND,
    outbox.c.attempts == 0,
)
_PUT_OFF = (
    update(outbox)
    .where(
        outbox.c.force == bindparam("of"),
        outbox.c.id == bindparam("which"),
        outbox.c.state == State.PENDING.value,
        outbox.c.due_at == bindparam("was"),
    )
    .values(due_at=bindparam("at"), next_at=bindparam("at"))
)


@dataclass(frozen=True)
class Planned:
    """A reminder that is not on its way yet: of which plan, and planned for when."""

    id: UUID
    plan: UUID
    at: datetime


class Digests:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def add(self, one: Digest) -> bool:
        """False where this officer has one of that day already."""
        added = await self._connection.execute(insert_new(self._connection, digest, _KEY), {"force": self._force, **asdict(one)})
        return bool(added.rowcount)

    async def hold(self, officer: UUID, day: date) -> Digest | None:
        """The digest, kept from other writers until this transaction ends."""
        row = (await self._connection.execute(_HELD, {"force": self._force, "officer": officer, "day": day})).first()
        return None if row is None else Digest(**{name: getattr(row, name) for name in Digest.__dataclass_fields__})

    async def told(self, one: Digest, now: datetime) -> bool:
        """True for the first time."""
        return bool((await self._connection.execute(_TOLD, self._this(one, now))).rowcount)

    async def opened(self, one: Digest, now: datetime) -> bool:
        """True for the first time."""
        return bool((await self._connection.execute(_OPENED, self._this(one, now))).rowcount)

    async def planned(self, officer: UUID, since: datetime, until: datetime) -> list[Planned]:
        """Reminders to this officer between these moments that are not urgent and were not tried yet."""
        bound = {"force": self._force, "officer": officer, "since": since, "until": until}
        return [Planned(row.id, row.plan, row.due_at) for row in await self._connection.execute(_WAITING, bound)]

    async def put_off(self, one: Planned, at: datetime) -> bool:
        """False where it is on its way, or was planned anew."""
        bound = {"of": self._force, "which": one.id, "was": one.at, "at": at}
        return bool((await self._connection.execute(_PUT_OFF, bound)).rowcount)

    def _this(self, one: Digest, now: datetime) -> dict[str, object]:
        return {"of": self._force, "who": one.officer, "which": one.day, "now": now}
