"""Evidence that is still to be got, a row for each kind of each breach; its words are sealed."""

from collections.abc import Sequence
from uuid import UUID

import orjson
from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.breaches.tasks import BreachTask, TaskState
from domain.errors import Outdated
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.follow_ups import breach_task

_PLACE = "breach_task.words"
_MOVED_ON = "Somebody else changed this task just now. Ask for your tasks again to see how things stand."
_ONE = select(breach_task).where(breach_task.c.force == bindparam("force"), breach_task.c.id == bindparam("id")).with_for_update()
_IN_SEQUENCE = (breach_task.c.due_at, breach_task.c.kind)
_OF_BREACH = (
    select(breach_task)
    .where(breach_task.c.force == bindparam("force"), breach_task.c.breach_id == bindparam("breach_id"))
    .order_by(*_IN_SEQUENCE)
)
_OPEN_OF_OWNER = (
    select(breach_task)
    .where(
        breach_task.c.force == bindparam("force"),
        breach_task.c.owner == bindparam("owner"),
        breach_task.c.state == TaskState.OPEN.value,
    )
    .order_by(*_IN_SEQUENCE, breach_task.c.breach_id)
)
_CHANGE = (
    update(breach_task)
    .where(breach_task.c.force == bindparam("of"), breach_task.c.id == bindparam("which"), breach_task.c.version == bindparam("was"))
    .values(
        state=bindparam("now_in"),
        due_at=bindparam("due"),
        closed_at=bindparam("at"),
        closed_by=bindparam("by"),
        words=bindparam("said"),
        version=bindparam("number"),
    )
)


class BreachTasks:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, some: Sequence[BreachTask]) -> None:
        """A kind that has its task already keeps it as it is."""
        if some:
            statement = insert_new(self._connection, breach_task, ("force", "id"))
            await self._connection.execute(statement, [self._row(one) for one in some])

    async def hold(self, id: UUID) -> BreachTask | None:
        """The task, kept from other writers until this transaction ends."""
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else self._task_of(row)

    async def of_breach(self, breach_id: UUID) -> list[BreachTask]:
        """Most pressing first."""
        rows = await self._connection.execute(_OF_BREACH, {"force": self._force, "breach_id": breach_id})
        return [self._task_of(row) for row in rows]

    async def open_of(self, owner: UUID) -> list[BreachTask]:
        """Most pressing first."""
        rows = await self._connection.execute(_OPEN_OF_OWNER, {"force": self._force, "owner": owner})
        return [self._task_of(row) for row in rows]

    async def save(self, one: BreachTask) -> None:
        """Keeps a task one version on from what was read; Outdated where somebody else was first."""
        changes = {
            "now_in": one.state.value,
            "due": one.due_at,
            "at": one.closed_at,
            "by": one.closed_by,
            "said": self._words(one),
            "number": one.version,
        }
        done = await self._connection.execute(_CHANGE, {"of": self._force, "which": one.id, "was": one.version - 1, **changes})
        if not done.rowcount:
            raise Outdated(_MOVED_ON)

    def _words(self, one: BreachTask) -> bytes:
        return self._sealer.seal(orjson.dumps([one.label, one.reason]), _PLACE, str(one.id))

    def _row(self, one: BreachTask) -> dict[str, object]:
        return {
            "force": self._force,
            "id": one.id,
            "breach_id": one.breach_id,
            "order_id": one.order_id,
            "reference": one.reference,
            "kind": one.kind,
            "soon_lost": one.soon_lost,
            "owner": one.owner,
            "made_at": one.made_at,
            "due_at": one.due_at,
            "state": one.state.value,
            "closed_at": one.closed_at,
            "closed_by": one.closed_by,
            "version": one.version,
            "words": self._words(one),
        }

    def _task_of(self, row: Row[tuple[object, ...]]) -> BreachTask:
        label, reason = orjson.loads(self._sealer.open(row.words, _PLACE, str(row.id)))
        return BreachTask(
            id=row.id,
            force=row.force,
            breach_id=row.breach_id,
            order_id=row.order_id,
            reference=row.reference,
            kind=row.kind,
            label=label,
            soon_lost=row.soon_lost,
            owner=row.owner,
            made_at=row.made_at,
            due_at=row.due_at,
            state=TaskState(row.state),
            reason=reason,
            closed_at=row.closed_at,
            closed_by=row.closed_by,
            version=row.version,
        )
