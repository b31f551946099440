"""The rows of the outbox and the steps they go through, many rows at a time; each step is part of its caller's transaction."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.outbox import Delivered, Outgoing, State
from storage import outbox_statements as sql
from storage.bulk import change_typed, put_typed
from storage.tables.outbox import outbox

_KEY = ("force", "plan", "occurrence", "stage", "recipient")
_NOW = text("SELECT clock_timestamp()")


@dataclass(frozen=True)
class Failed:
    """How a try ended that did not, or may not have, arrived; `repeat` says that it may have."""

    row: Outgoing
    state: State
    code: str
    next_at: datetime
    repeat: bool


class Outbox:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def lease_clock(self, now: datetime) -> datetime:
        """Leases are reckoned by one clock: the server's on PostgreSQL, where workers run on several machines; the process's own on SQLite."""
        if self._connection.dialect.name == "sqlite":
            return now
        told: datetime = await self._connection.scalar(_NOW)
        return told

    async def plan(self, rows: Sequence[Outgoing]) -> None:
        """Adds what is not there yet; a row with the same key stays as it is."""
        await put_typed(self._connection, outbox, [_values(one) for one in rows], _KEY)

    async def claimable(self, now: datetime, limit: int, busy: Collection[UUID] = ()) -> list[Outgoing]:
        """Due rows, urgent ones first, kept from every other claimer until this transaction ends; those for the busy are passed over."""
        found: list[Outgoing] = []
        for urgency in (0, 1):
            wanted = {"force": self._force, "urgency": urgency, "now": now, "limit": limit - len(found), "busy": list(busy)}
            if wanted["limit"]:
                found += [outgoing_of(row) for row in await self._connection.execute(sql.CLAIMABLE, wanted)]
        return found

    async def lease(self, ids: Collection[UUID], worker: str, until: datetime) -> None:
        if ids:
            await self._connection.execute(sql.LEASE, {"of": self._force, "ids": list(ids), "by": worker, "until": until})

    async def intend(self, ids: Collection[UUID], worker: str, until: datetime) -> list[Outgoing]:
        """The rows as they stand for this attempt, in the order asked; one that is no longer this worker's is left out."""
        if not ids:
            return []
        mine, order = {"of": self._force, "ids": list(ids), "by": worker, "until": until}, {id: at for at, id in enumerate(ids)}
        return sorted(map(outgoing_of, await self._connection.execute(sql.INTEND, mine)), key=lambda one: order[one.id])

    async def give_back(self, ids: Collection[UUID], worker: str) -> None:
        if ids:
            await self._connection.execute(sql.GIVE_BACK, {"of": self._force, "ids": list(ids), "by": worker})

    async def last_tries(self, rows: Sequence[Outgoing]) -> frozenset[UUID]:
        """Those of which nobody has made an attempt since, kept from others until this transaction ends: only their results may be recorded."""
        if not rows:
            return frozenset()
        found = await self._connection.execute(sql.TRIED, {"force": self._force, "ids": [one.id for one in rows]})
        stands = {row.id: row.attempts for row in found}
        return frozenset(one.id for one in rows if stands.get(one.id) == one.attempts)

    async def sent(self, arrived: Sequence[tuple[UUID, Delivered]], at: datetime) -> None:
        """Of last tries alone."""
        became = {"state": State.SENT.value, "sent_at": at, "lease_until": None, "error": None}
        rows = [{"force": self._force, "id": id, "message_id": one.message_id, "channel": one.channel, **became} for id, one in arrived]
        await change_typed(self._connection, outbox, rows)

    async def failed(self, failures: Sequence[Failed]) -> None:
        """Of last tries alone."""
        rows = [
            {
                "of": self._force,
                "which": one.row.id,
                "now_in": one.state.value,
                "at": one.next_at,
                "again": one.repeat,
                "why": one.code[:60],
            }
            for one in failures
        ]
        if rows:
            await self._connection.execute(sql.FAILED, rows)

    async def postpone(self, id: UUID, next_at: datetime) -> None:
        await self._connection.execute(sql.POSTPONE, {"of": self._force, "which": id, "at": next_at})

    async def cancel(self, ids: Collection[UUID]) -> None:
        if ids:
            await self._connection.execute(sql.CANCEL, {"of": self._force, "ids": list(ids)})

    async def cancel_older(self, plan: UUID, version: int) -> None:
        """What was planned for an earlier version and is not on the wire; that nobody answered twice is still told."""
        await self._connection.execute(sql.CANCEL_OLDER, {"of": self._force, "which": plan, "version": version})

    async def sweep(self, now: datetime) -> tuple[int, int]:
        """Gives back what a lost worker held: surely unsent in silence, perhaps sent as a repeat. `now` is the lease clock's."""
        leased = await self._connection.execute(sql.SWEEP, {"of": self._force, "now": now})
        sending = await self._connection.execute(sql.SWEEP_SENDING, {"of": self._force, "now": now})
        return leased.rowcount, sending.rowcount

    async def bring_to(self, recipient: UUID, now: datetime) -> int:
        return (await self._connection.execute(sql.BRING, {"of": self._force, "who": recipient, "now": now})).rowcount

    async def get(self, id: UUID) -> Outgoing | None:
        row = (await self._connection.execute(sql.ONE, {"force": self._force, "id": id})).first()
        return None if row is None else outgoing_of(row)

    async def of_plan(self, plan: UUID) -> list[Outgoing]:
        return [outgoing_of(row) for row in await self._connection.execute(sql.OF_PLAN, {"force": self._force, "plan": plan})]

    async def dead_recipients(self, plan: UUID) -> frozenset[UUID]:
        """Officers whom the channel has refused for this plan."""
        return (await self.all_dead_recipients([plan])).get(plan, frozenset())

    async def all_dead_recipients(self, plans: Collection[UUID]) -> dict[UUID, frozenset[UUID]]:
        """By plan, officers whom the channel has refused for it; a plan without any is left out."""
        found: dict[UUID, set[UUID]] = defaultdict(set)
        for row in await self._connection.execute(sql.DEAD_OF, {"force": self._force, "plans": list(plans)}):
            found[row.plan].add(row.recipient)
        return {plan: frozenset(dead) for plan, dead in found.items()}

    async def waiting(self, now: datetime, until: datetime) -> dict[UUID, int]:
        """How many reminders that are not urgent each officer is to get in this time."""
        rows = await self._connection.execute(sql.WAITING, {"force": self._force, "now": now, "until": until})
        return {row.recipient: row.number for row in rows}

    async def next_at(self) -> datetime | None:
        """When there is next something to claim; two probes of an index, however many rows wait."""
        found = [await self._connection.scalar(sql.NEXT, {"force": self._force, "urgency": urgency}) for urgency in (0, 1)]
        return min(filter(None, found), default=None)

    async def soon(self, until: datetime) -> int:
        """How much that is not urgent is to be sent until then; a thousand stands for all that is more."""
        return int(await self._connection.scalar(sql.SOON, {"force": self._force, "urgency": 1, "until": until}) or 0)

    async def oldest(self) -> datetime | None:
        """The planned time of the oldest row not yet sent; in the future when nothing is late."""
        found: datetime | None = await self._connection.scalar(sql.OLDEST, {"force": self._force})
        return found

    async def ever_planned(self, plan: UUID, occurrence: int) -> bool:
        """Whether this version of a plan ever had a row, whatever became of it."""
        wanted = {"force": self._force, "plan": plan}
        return any(row.occurrence == occurrence for row in await self._connection.execute(sql.OF_PLAN, wanted))


def _values(one: Outgoing) -> dict[str, object]:
    return {
        "force": one.force,
        "id": one.id,
        "plan": one.plan,
        "occurrence": one.occurrence,
        "stage": one.stage,
        "recipient": one.recipient,
        "due_at": one.due_at,
        "next_at": one.next_at,
        "urgency": one.urgency,
        "state": one.state.value,
        "attempts": one.attempts,
        "repeat": one.repeat,
    }


def outgoing_of(row: Row[tuple[object, ...]]) -> Outgoing:
    return Outgoing(
        id=row.id,
        force=row.force,
        plan=row.plan,
        occurrence=row.occurrence,
        stage=row.stage,
        recipient=row.recipient,
        due_at=row.due_at,
        next_at=row.next_at,
        urgency=row.urgency,
        state=State(row.state),
        worker=row.worker,
        lease_until=row.lease_until,
        attempts=row.attempts,
        repeat=row.repeat,
        error=row.error,
    )
