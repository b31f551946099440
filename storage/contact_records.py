"""Changes of contact plans with their reasons, and safeguarding plans by version; every word of an officer is sealed."""

from datetime import date
from uuid import UUID

import orjson
from sqlalchemy import Row, bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contact_records import Changed, PlanChange
from domain.errors import Outdated
from domain.safeguarding import WRITTEN, SafeguardingPlan
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.contact_records import contact_change, safeguarding_plan

_REASON = "contact_change.words"
_PLAN = "safeguarding_plan.words"
_MOVED_ON = "Somebody else kept a version just now. Open the safeguarding plan again to see it; what you typed is still on the card."
_ADD = insert(contact_change)
_OF_PLAN = (
    select(contact_change)
    .where(contact_change.c.force == bindparam("force"), contact_change.c.plan == bindparam("plan"))
    .order_by(contact_change.c.at.desc(), contact_change.c.id)
    .limit(bindparam("limit"))
)
_STRIKE = delete(contact_change).where(
    contact_change.c.force == bindparam("force"),
    contact_change.c.plan == bindparam("plan"),
    contact_change.c.officer == bindparam("officer"),
    contact_change.c.at == bindparam("at"),
)
_VERSIONS = (
    select(safeguarding_plan)
    .where(safeguarding_plan.c.force == bindparam("force"), safeguarding_plan.c.plan == bindparam("plan"))
    .order_by(safeguarding_plan.c.version.desc())
    .limit(bindparam("limit"))
)


class ContactRecords:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def note(self, one: PlanChange) -> None:
        words = self._sealer.seal(one.words.encode(), _REASON, str(one.id)) if one.words else None
        row = {"force": self._force, "id": one.id, "plan": one.plan, "at": one.at, "officer": one.officer, "what": one.what.value}
        await self._connection.execute(_ADD, row | {"value": one.value, "happened_at": one.happened_at, "words": words})

    async def strike(self, one: PlanChange) -> None:
        """Takes out what this officer changed at that moment: it never was so. The audit trail keeps that it was changed."""
        await self._connection.execute(_STRIKE, {"force": self._force, "plan": one.plan, "officer": one.officer, "at": one.at})

    async def changes(self, plan: UUID, limit: int = 10) -> list[PlanChange]:
        """The newest first."""
        rows = await self._connection.execute(_OF_PLAN, {"force": self._force, "plan": plan, "limit": limit})
        return [self._change_of(row) for row in rows]

    async def keep(self, one: SafeguardingPlan) -> None:
        """A new version. Raises Outdated where somebody else was first."""
        said = {"marac": one.marac and one.marac.isoformat(), **{name: getattr(one, name) for name, _ in WRITTEN}}
        words = self._sealer.seal(orjson.dumps(said), _PLAN, f"{one.plan}:{one.version}")
        row = {"force": self._force, "plan": one.plan, "version": one.version, "at": one.at, "officer": one.officer, "words": words}
        made = await self._connection.execute(insert_new(self._connection, safeguarding_plan, ("force", "plan", "version")), row)
        if not made.rowcount:
            raise Outdated(_MOVED_ON)

    async def versions(self, plan: UUID, limit: int = 10) -> list[SafeguardingPlan]:
        """The newest first."""
        rows = await self._connection.execute(_VERSIONS, {"force": self._force, "plan": plan, "limit": limit})
        return [self._plan_of(row) for row in rows]

    def _change_of(self, row: Row[tuple[object, ...]]) -> PlanChange:
        words = "" if row.words is None else self._sealer.open(row.words, _REASON, str(row.id)).decode()
        return PlanChange(row.id, row.plan, row.at, row.officer, Changed(row.what), row.value, words, row.happened_at)

    def _plan_of(self, row: Row[tuple[object, ...]]) -> SafeguardingPlan:
        said = orjson.loads(self._sealer.open(row.words, _PLAN, f"{row.plan}:{row.version}"))
        marac = said.pop("marac")
        return SafeguardingPlan(row.plan, row.version, row.at, row.officer, marac=date.fromisoformat(marac) if marac else None, **said)
