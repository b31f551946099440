"""Of what the victim must be told, each event a row of its own; how it was told is sealed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.breaches.updates import UpdateEvent, VictimUpdate
from domain.errors import Outdated
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.follow_ups import victim_update

_PLACE = "victim_update.how"
_OPEN, _TOLD = "open", "told"
_MOVED_ON = "Somebody else changed this just now. Open the record again to see how things stand."
_ONE = select(victim_update).where(victim_update.c.force == bindparam("force"), victim_update.c.id == bindparam("id")).with_for_update()
_IN_SEQUENCE = (victim_update.c.happened_at, victim_update.c.id)
_OF_BREACH = (
    select(victim_update)
    .where(victim_update.c.force == bindparam("force"), victim_update.c.breach_id == bindparam("breach_id"))
    .order_by(*_IN_SEQUENCE)
)
_OPEN_OF_PLAN = (
    select(victim_update)
    .where(victim_update.c.force == bindparam("force"), victim_update.c.plan == bindparam("plan"), victim_update.c.state == _OPEN)
    .order_by(victim_update.c.due_by, *_IN_SEQUENCE)
)
_CHANGE = (
    update(victim_update)
    .where(victim_update.c.force == bindparam("of"), victim_update.c.id == bindparam("which"), victim_update.c.state == bindparam("was"))
    .values(
        state=bindparam("now_in"),
        told_at=bindparam("at"),
        told_by=bindparam("by"),
        how=bindparam("words"),
        closed_at=bindparam("closed"),
    )
)


class VictimUpdates:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, one: VictimUpdate) -> bool:
        """False where that event is there already: it stays as it is."""
        row = {
            "force": self._force,
            "id": one.id,
            "breach_id": one.breach_id,
            "order_id": one.order_id,
            "plan": one.plan,
            "event": one.event.value,
            "happened_at": one.happened_at,
            "due_by": one.due_by,
            "noted_by": one.noted_by,
            "noted_at": one.noted_at,
            "state": _OPEN,
        }
        return bool((await self._connection.execute(insert_new(self._connection, victim_update, ("force", "id")), row)).rowcount)

    async def hold(self, id: UUID) -> VictimUpdate | None:
        """The row, kept from other writers until this transaction ends."""
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else self._update_of(row)

    async def of_breach(self, breach_id: UUID) -> list[VictimUpdate]:
        """In the sequence in which they happened."""
        rows = await self._connection.execute(_OF_BREACH, {"force": self._force, "breach_id": breach_id})
        return [self._update_of(row) for row in rows]

    async def open_of_plan(self, plan: UUID) -> list[VictimUpdate]:
        """What the protected person of this plan has not been told yet, most pressing first."""
        rows = await self._connection.execute(_OPEN_OF_PLAN, {"force": self._force, "plan": plan})
        return [self._update_of(row) for row in rows]

    async def owed(self, plan: UUID) -> list[datetime]:
        return [one.due_by for one in await self.open_of_plan(plan)]

    async def save(self, one: VictimUpdate, *, was_open: bool) -> None:
        """Raises Outdated where somebody else was first."""
        done = await self._connection.execute(
            _CHANGE,
            {
                "of": self._force,
                "which": one.id,
                "was": _OPEN if was_open else _TOLD,
                "now_in": _OPEN if one.is_open else _TOLD,
                "at": one.told_at,
                "by": one.told_by,
                "closed": one.closed_at,
                "words": self._sealer.seal(one.how.encode(), _PLACE, str(one.id)) if one.how else None,
            },
        )
        if not done.rowcount:
            raise Outdated(_MOVED_ON)

    def _update_of(self, row: Row[tuple[object, ...]]) -> VictimUpdate:
        return VictimUpdate(
            id=row.id,
            force=row.force,
            breach_id=row.breach_id,
            order_id=row.order_id,
            plan=row.plan,
            event=UpdateEvent(row.event),
            happened_at=row.happened_at,
            due_by=row.due_by,
            noted_by=row.noted_by,
            noted_at=row.noted_at,
            told_at=row.told_at,
            told_by=row.told_by,
            closed_at=row.closed_at,
            how="" if row.how is None else self._sealer.open(row.how, _PLACE, str(row.id)).decode(),
        )
