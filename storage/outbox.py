"""The rows of the outbox and the steps they go through; each step is a small transaction of its caller's."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, Update, bindparam, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.outbox import LIVE_STATES, NO_ANSWER, Delivered, Outgoing, State
from storage.among import one_of
from storage.dialects import insert_new
from storage.tables.outbox import outbox

_KEY = ("force", "plan", "occurrence", "stage", "recipient")
_LIVE = [state.value for state in LIVE_STATES]
_CLAIMABLE = (
    select(outbox)
    .where(
        outbox.c.force == bindparam("force"),
        outbox.c.state == State.PENDING.value,
        outbox.c.urgency == bindparam("urgency"),
        outbox.c.next_at <= bindparam("now"),
    )
    .order_by(outbox.c.next_at, outbox.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_ONE = select(outbox).where(outbox.c.force == bindparam("force"), outbox.c.id == bindparam("id"))
_OF_PLAN = (
    select(outbox).where(outbox.c.force == bindparam("force"), outbox.c.plan == bindparam("plan")).order_by(outbox.c.due_at, outbox.c.id)
)
_DEAD = select(outbox.c.recipient).where(
    outbox.c.force == bindparam("force"), outbox.c.plan == bindparam("plan"), outbox.c.state == State.DEAD.value
)
_WAITING = (
    select(outbox.c.recipient, func.count().label("number"))
    .where(
        outbox.c.force == bindparam("force"),
        outbox.c.state == State.PENDING.value,
        outbox.c.urgency == 1,
        outbox.c.next_at.between(bindparam("now"), bindparam("until")),
    )
    .group_by(outbox.c.recipient)
)
_NEXT = select(func.min(outbox.c.next_at)).where(
    outbox.c.force == bindparam("force"), outbox.c.state == State.PENDING.value, outbox.c.urgency == bindparam("urgency")
)
_OLDEST = select(func.min(outbox.c.due_at)).where(outbox.c.force == bindparam("force"), outbox.c.state == bindparam("state"))
_THIS = (outbox.c.force == bindparam("of"), outbox.c.id == bindparam("which"))
_LEASE = (
    update(outbox)
    .where(*_THIS, outbox.c.state == State.PENDING.value)
    .values(state=State.LEASED.value, worker=bindparam("by"), lease_until=bindparam("until"))
)
_INTEND = (
    update(outbox)
    .where(*_THIS, outbox.c.state == State.LEASED.value, outbox.c.worker == bindparam("by"))
    .values(state=State.SENDING.value, lease_until=bindparam("until"), attempts=outbox.c.attempts + 1)
)
_GIVE_BACK = (
    update(outbox)
    .where(*_THIS, outbox.c.state == State.LEASED.value, outbox.c.worker == bindparam("by"))
    .values(state=State.PENDING.value, worker=None, lease_until=None)
)
_MINE = (*_THIS, outbox.c.attempts == bindparam("tries"), one_of(outbox.c.state, _LIVE))
_SENT = (
    update(outbox)
    .where(*_MINE)
    .values(
        state=State.SENT.value,
        message_id=bindparam("message"),
        channel=bindparam("over"),
        sent_at=bindparam("at"),
        lease_until=None,
        error=None,
    )
)
_FAILED = (
    update(outbox)
    .where(*_MINE)
    .values(
        state=bindparam("now_in"), next_at=bindparam("at"), repeat=bindparam("again"), error=bindparam("why"), worker=None, lease_until=None
    )
)
_POSTPONE = update(outbox).where(*_THIS).values(next_at=bindparam("at"))
_CANCEL = update(outbox).where(*_THIS, one_of(outbox.c.state, _LIVE)).values(state=State.CANCELLED.value, lease_until=None)
_CANCEL_OLDER = (
    update(outbox)
    .where(
        outbox.c.force == bindparam("of"),
        outbox.c.plan == bindparam("which"),
        outbox.c.occurrence < bindparam("version"),
        outbox.c.stage != NO_ANSWER,
        one_of(outbox.c.state, [State.PENDING.value, State.LEASED.value]),
    )
    .values(state=State.CANCELLED.value, lease_until=None)
)
_SWEEP = (
    update(outbox)
    .where(outbox.c.force == bindparam("of"), outbox.c.state == bindparam("was"), outbox.c.lease_until < bindparam("now"))
    .values(state=State.PENDING.value, worker=None, lease_until=None)
)
_SWEEP_SENDING = _SWEEP.values(repeat=True, error="lease_expired")
_BRING = (
    update(outbox)
    .where(outbox.c.force == bindparam("of"), outbox.c.recipient == bindparam("who"), outbox.c.state == State.PENDING.value)
    .where(outbox.c.error == "no_conversation", outbox.c.due_at <= bindparam("now"))
    .values(next_at=bindparam("now"))
)


class Outbox:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def lease_clock(self, now: datetime) -> datetime:
        """Leases are reckoned by one clock: the server's on PostgreSQL, where workers run on several machines; the process's own on SQLite."""
        if self._connection.dialect.name == "sqlite":
            return now
        told: datetime = await self._connection.scalar(text("SELECT clock_timestamp()"))
        return told

    async def plan(self, rows: Sequence[Outgoing]) -> None:
        """Adds what is not there yet; a row with the same key stays as it is."""
        if rows:
            await self._connection.execute(insert_new(self._connection, outbox, _KEY), [_values(one) for one in rows])

    async def claimable(self, now: datetime, limit: int) -> list[Outgoing]:
        """Due rows, urgent ones first, kept from every other claimer until this transaction ends."""
        found: list[Outgoing] = []
        for urgency in (0, 1):
            wanted = {"force": self._force, "urgency": urgency, "now": now, "limit": limit - len(found)}
            found += [outgoing_of(row) for row in await self._connection.execute(_CLAIMABLE, wanted)]
        return found

    async def lease(self, ids: Collection[UUID], worker: str, until: datetime) -> None:
        await self._each(_LEASE, ids, {"by": worker, "until": until})

    async def intend(self, id: UUID, worker: str, until: datetime) -> Outgoing | None:
        """The row as it stands for this attempt; None where it is no longer this worker's."""
        done = await self._connection.execute(_INTEND, {"of": self._force, "which": id, "by": worker, "until": until})
        return await self.get(id) if done.rowcount else None

    async def give_back(self, ids: Collection[UUID], worker: str) -> None:
        await self._each(_GIVE_BACK, ids, {"by": worker})

    async def sent(self, row: Outgoing, delivered: Delivered, at: datetime) -> bool:
        """False where another worker has made an attempt of its own since."""
        values = {
            "of": self._force,
            "which": row.id,
            "tries": row.attempts,
            "message": delivered.message_id,
            "over": delivered.channel,
            "at": at,
        }
        return bool((await self._connection.execute(_SENT, values)).rowcount)

    async def failed(self, row: Outgoing, state: State, code: str, next_at: datetime, *, repeat: bool) -> bool:
        """False where another worker has made an attempt of its own since."""
        values = {
            "of": self._force,
            "which": row.id,
            "tries": row.attempts,
            "now_in": state.value,
            "at": next_at,
            "again": repeat,
            "why": code[:60],
        }
        return bool((await self._connection.execute(_FAILED, values)).rowcount)

    async def postpone(self, id: UUID, next_at: datetime) -> None:
        await self._connection.execute(_POSTPONE, {"of": self._force, "which": id, "at": next_at})

    async def cancel(self, ids: Collection[UUID]) -> None:
        await self._each(_CANCEL, ids, {})

    async def cancel_older(self, plan: UUID, version: int) -> None:
        """What was planned for an earlier version and is not on the wire; that nobody answered twice is still told."""
        await self._connection.execute(_CANCEL_OLDER, {"of": self._force, "which": plan, "version": version})

    async def sweep(self, now: datetime) -> tuple[int, int]:
        """Gives back what a lost worker held: surely unsent in silence, perhaps sent as a repeat. `now` is the lease clock's."""
        leased = await self._connection.execute(_SWEEP, {"of": self._force, "was": State.LEASED.value, "now": now})
        sending = await self._connection.execute(_SWEEP_SENDING, {"of": self._force, "was": State.SENDING.value, "now": now})
        return leased.rowcount, sending.rowcount

    async def bring_to(self, recipient: UUID, now: datetime) -> int:
        return (await self._connection.execute(_BRING, {"of": self._force, "who": recipient, "now": now})).rowcount

    async def get(self, id: UUID) -> Outgoing | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else outgoing_of(row)

    async def of_plan(self, plan: UUID) -> list[Outgoing]:
        return [outgoing_of(row) for row in await self._connection.execute(_OF_PLAN, {"force": self._force, "plan": plan})]

    async def dead_recipients(self, plan: UUID) -> frozenset[UUID]:
        """Officers whom the channel has refused for this plan."""
        return frozenset(await self._connection.scalars(_DEAD, {"force": self._force, "plan": plan}))

    async def waiting(self, now: datetime, until: datetime) -> dict[UUID, int]:
        """How many reminders that are not urgent each officer is to get in this time."""
        rows = await self._connection.execute(_WAITING, {"force": self._force, "now": now, "until": until})
        return {row.recipient: row.number for row in rows}

    async def next_at(self) -> datetime | None:
        """When there is next something to claim; two probes of an index, however many rows wait."""
        found = [await self._connection.scalar(_NEXT, {"force": self._force, "urgency": urgency}) for urgency in (0, 1)]
        return min(filter(None, found), default=None)

    async def oldest(self) -> datetime | None:
        """The planned time of the oldest row not yet sent; in the future when nothing is late."""
        found = [await self._connection.scalar(_OLDEST, {"force": self._force, "state": state}) for state in _LIVE]
        return min(filter(None, found), default=None)

    async def ever_planned(self, plan: UUID, occurrence: int) -> bool:
        """Whether this version of a plan ever had a row, whatever became of it."""
        wanted = {"force": self._force, "plan": plan}
        return any(row.occurrence == occurrence for row in await self._connection.execute(_OF_PLAN, wanted))

    async def _each(self, statement: Update, ids: Collection[UUID], values: dict[str, object]) -> None:
        if ids:
            rows = [{"of": self._force, "which": id, **values} for id in ids]
            await self._connection.execute(statement, rows)


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
