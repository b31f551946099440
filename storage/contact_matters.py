"""Matters of a contact that a supervisor is asked about; what is said of them is sealed."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import BindParameter, Row, and_, bindparam, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contact_matters import ContactMatter, Matter, MatterState, Ruling
from domain.errors import Outdated
from storage.among import among, one_of
from storage.sealing import Sealer
from storage.tables.contact_matters import contact_matter
from storage.tables.contacts import contact_plan

MOVED_ON = "Somebody else dealt with this just now. Open it again to see how it stands."
_PLACE = "contact_matter.words"
_FORCE: BindParameter[str] = bindparam("force")
_STILL = (MatterState.OPEN.value, MatterState.DECIDED.value)
_ADD = insert(contact_matter)
_ONE = select(contact_matter).where(contact_matter.c.force == _FORCE, contact_matter.c.id == bindparam("id")).with_for_update()
_OF_PLAN = (
    select(contact_matter)
    .where(contact_matter.c.force == _FORCE, contact_matter.c.plan == bindparam("plan"))
    .order_by(contact_matter.c.raised_at.desc(), contact_matter.c.id)
    .limit(bindparam("limit"))
)
_BESIDE = (
    select(contact_matter)
    .join(contact_plan, and_(contact_plan.c.force == contact_matter.c.force, contact_plan.c.id == contact_matter.c.plan))
    .where(
        contact_matter.c.force == _FORCE,
        among(contact_matter.c.plan, "plans"),
        or_(
            one_of(contact_matter.c.state, _STILL),
            and_(contact_matter.c.matter == Matter.NO_WINDOW.value, contact_matter.c.round == contact_plan.c.round),
        ),
    )
    .order_by(contact_matter.c.raised_at.desc(), contact_matter.c.id)
)
_OPEN = (
    select(contact_matter)
    .where(contact_matter.c.force == _FORCE, one_of(contact_matter.c.state, _STILL))
    .order_by(contact_matter.c.raised_at, contact_matter.c.id)
    .limit(bindparam("limit"))
)
_CHANGE = (
    update(contact_matter)
    .where(
        contact_matter.c.force == bindparam("of"), contact_matter.c.id == bindparam("which"), contact_matter.c.version == bindparam("was")
    )
    .values(
        round=bindparam("of_round"),
        state=bindparam("now_in"),
        ruling=bindparam("ruled"),
        decided_by=bindparam("who"),
        decided_at=bindparam("at"),
        closed_by=bindparam("closer"),
        closed_at=bindparam("end"),
        version=bindparam("number"),
        words=bindparam("said"),
    )
)


class ContactMatters:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, one: ContactMatter) -> None:
        row = {"force": self._force, "id": one.id, "plan": one.plan, "order_id": one.order_id, "matter": one.matter.value}
        row |= {
            "round": one.round,
            "raised_at": one.raised_at,
            "state": one.state.value,
            "version": one.version,
            "words": self._sealed(one),
        }
        await self._connection.execute(_ADD, row)

    async def hold(self, id: UUID) -> ContactMatter | None:
        """The matter, kept from other writers until this transaction ends."""
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else self._matter_of(row)

    async def of_plan(self, plan: UUID, limit: int = 20) -> list[ContactMatter]:
        """The newest first."""
        rows = await self._connection.execute(_OF_PLAN, {"force": self._force, "plan": plan, "limit": limit})
        return [self._matter_of(row) for row in rows]

    async def beside(self, plans: Sequence[UUID]) -> dict[UUID, list[ContactMatter]]:
        """What is told beside each contact: what is not closed, and what was decided of this very contact where no window opened in time."""
        found: dict[UUID, list[ContactMatter]] = defaultdict(list)
        for row in await self._connection.execute(_BESIDE, {"force": self._force, "plans": plans}):
            found[row.plan].append(self._matter_of(row))
        return found

    async def not_closed(self, limit: int) -> list[ContactMatter]:
        """The oldest first."""
        rows = await self._connection.execute(_OPEN, {"force": self._force, "limit": limit})
        return [self._matter_of(row) for row in rows]

    async def save(self, one: ContactMatter) -> None:
        """Keeps it one version on from what was read; Outdated where somebody else was first."""
        changes: dict[str, Any] = {"now_in": one.state.value, "ruled": None if one.ruling is None else one.ruling.value}
        changes |= {"who": one.decided_by, "at": one.decided_at, "closer": one.closed_by, "end": one.closed_at}
        changes |= {"of_round": one.round, "number": one.version, "said": self._sealed(one)}
        done = await self._connection.execute(_CHANGE, {"of": self._force, "which": one.id, "was": one.version - 1, **changes})
        if not done.rowcount:
            raise Outdated(MOVED_ON)

    def _sealed(self, one: ContactMatter) -> bytes:
        return self._sealer.seal(orjson.dumps([one.way, one.reason, one.came_of_it]), _PLACE, str(one.id))

    def _matter_of(self, row: Row[tuple[object, ...]]) -> ContactMatter:
        way, reason, came_of_it = orjson.loads(self._sealer.open(row.words, _PLACE, str(row.id)))
        return ContactMatter(
            id=row.id,
            force=row.force,
            plan=row.plan,
            order_id=row.order_id,
            matter=Matter(row.matter),
            round=row.round,
            raised_at=row.raised_at,
            state=MatterState(row.state),
            ruling=None if row.ruling is None else Ruling(row.ruling),
            way=way,
            reason=reason,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
            came_of_it=came_of_it,
            closed_by=row.closed_by,
            closed_at=row.closed_at,
            version=row.version,
        )
