"""Compliance visits: one plan an order, and each visit as it was recorded; what was said is sealed."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy import Row, and_, bindparam, exists, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import Outdated
from domain.outbox import LIVE_STATES, VISIT_STAGES
from domain.visits import CHANGED_SINCE, NoFurther, VisitMade, VisitOutcome, VisitPlan, VisitState
from storage.among import among, one_of
from storage.dialects import insert_new
from storage.metadata import Moment
from storage.sealing import Sealer
from storage.tables.orders import nmo
from storage.tables.outbox import outbox
from storage.tables.visits import visit_made, visit_plan

_PLACE = "visit_made.words"
_OPEN = and_(visit_plan.c.force == bindparam("force"), visit_plan.c.state == VisitState.OPEN.value)
_ONE = select(visit_plan).where(visit_plan.c.force == bindparam("force"), visit_plan.c.id == bindparam("id"))
_HELD = _ONE.with_for_update()
_IN_SEQUENCE = (visit_plan.c.must_by, visit_plan.c.id)
_NOW = bindparam("now", type_=Moment())
# Of orders that run at this moment: nobody visits for one that has ended.
_LIVE = and_(
    nmo.c.force == bindparam("force"),
    or_(nmo.c.expires_at.is_(None), nmo.c.expires_at > _NOW),
    or_(nmo.c.discharged_at.is_(None), nmo.c.discharged_at > _NOW),
    or_(nmo.c.undertaking_at.is_(None), nmo.c.undertaking_at > _NOW),
)
_OF_LIVE = select(visit_plan).join(nmo, and_(nmo.c.force == visit_plan.c.force, nmo.c.id == visit_plan.c.order_id)).where(_OPEN, _LIVE)
_DUE_OF = (
    _OF_LIVE.where(visit_plan.c.owner == bindparam("owner"), visit_plan.c.must_by <= bindparam("by", type_=Moment()))
    .order_by(*_IN_SEQUENCE)
    .limit(bindparam("limit"))
)
_DUE_AMONG = (
    _OF_LIVE.where(among(nmo.c.reference, "references"), visit_plan.c.must_by <= bindparam("by", type_=Moment()))
    .order_by(*_IN_SEQUENCE)
    .limit(bindparam("limit"))
)
_UNTOLD = ~exists().where(
    outbox.c.force == bindparam("force"),
    outbox.c.plan == visit_plan.c.id,
    one_of(outbox.c.stage, VISIT_STAGES),
    one_of(outbox.c.state, [state.value for state in LIVE_STATES]),
)
_FORGOTTEN = _OF_LIVE.where(_UNTOLD).order_by(*_IN_SEQUENCE).limit(bindparam("limit"))
_NEVER_PLANNED = ~exists().where(visit_plan.c.force == bindparam("force"), visit_plan.c.order_id == nmo.c.id)
_UNPLANNED = (
    select(nmo.c.id).where(_LIVE, among(nmo.c.reference, "references"), _NEVER_PLANNED).order_by(nmo.c.id).limit(bindparam("limit"))
)
_CHANGE = (
    update(visit_plan)
    .where(visit_plan.c.force == bindparam("of"), visit_plan.c.id == bindparam("which"), visit_plan.c.version == bindparam("was"))
    .values(
        owner=bindparam("now_owner"),
        must_by=bindparam("now_by", type_=Moment()),
        state=bindparam("now_in"),
        met_at=bindparam("now_met", type_=Moment()),
        last_outcome=bindparam("now_outcome"),
        tries=bindparam("now_tries"),
        version=bindparam("number"),
        ended_why=bindparam("now_why"),
        ended_by=bindparam("now_ended_by"),
        ended_at=bindparam("now_ended", type_=Moment()),
    )
)
_MADE = (
    select(visit_made)
    .where(visit_made.c.force == bindparam("force"), visit_made.c.plan == bindparam("plan"))
    .order_by(visit_made.c.at.desc(), visit_made.c.id)
    .limit(bindparam("limit"))
)


class VisitRows:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, plan: VisitPlan) -> bool:
        """False where the order has its plan already."""
        done = await self._connection.execute(insert_new(self._connection, visit_plan, ("force", "id")), self._row(plan))
        return bool(done.rowcount)

    async def get(self, id: UUID) -> VisitPlan | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else _plan_of(row)

    async def hold(self, id: UUID) -> VisitPlan | None:
        """Kept from other writers until this transaction ends."""
        row = (await self._connection.execute(_HELD, {"force": self._force, "id": id})).first()
        return None if row is None else _plan_of(row)

    async def save(self, plan: VisitPlan) -> None:
        """One version on from what was read; Outdated where somebody else was first."""
        changes: dict[str, object] = {"now_owner": plan.owner, "now_by": plan.must_by, "now_in": plan.state.value, "now_met": plan.met_at}
        changes |= {"now_outcome": plan.last_outcome, "now_tries": plan.tries, "number": plan.version}
        changes |= {"now_why": plan.ended_why and plan.ended_why.value, "now_ended_by": plan.ended_by, "now_ended": plan.ended_at}
        done = await self._connection.execute(_CHANGE, {"of": self._force, "which": plan.id, "was": plan.version - 1, **changes})
        if not done.rowcount:
            raise Outdated(CHANGED_SINCE)

    async def due_of(self, owner: UUID, by: datetime, now: datetime, limit: int) -> list[VisitPlan]:
        """One officer's own, most pressing first, of orders that run."""
        rows = await self._connection.execute(_DUE_OF, {"force": self._force, "owner": owner, "by": by, "now": now, "limit": limit})
        return [_plan_of(row) for row in rows]

    async def due_among(self, references: Collection[str], by: datetime, now: datetime, limit: int) -> list[VisitPlan]:
        """Those of these orders, whosever they are."""
        bound = {"force": self._force, "references": sorted(references), "by": by, "now": now, "limit": limit}
        return [_plan_of(row) for row in await self._connection.execute(_DUE_AMONG, bound)]

    async def forgotten(self, now: datetime, limit: int) -> list[VisitPlan]:
        """Open plans of orders that run, of which nothing is on its way to anybody."""
        return [_plan_of(row) for row in await self._connection.execute(_FORGOTTEN, {"force": self._force, "now": now, "limit": limit})]

    async def unplanned(self, references: Collection[str], now: datetime, limit: int) -> list[UUID]:
        """Of these orders the ids of those that run and were never planned for."""
        bound = {"force": self._force, "references": sorted(references), "now": now, "limit": limit}
        return list(await self._connection.scalars(_UNPLANNED, bound))

    async def note(self, made: VisitMade) -> None:
        words = self._sealer.seal(orjson.dumps([made.said, made.support]), _PLACE, str(made.id))
        row = {"id": made.id, "plan": made.plan, "order_id": made.order_id, "at": made.at, "officer": made.officer}
        await self._connection.execute(insert(visit_made), {"force": self._force, **row, "outcome": made.outcome.value, "words": words})

    async def made(self, plan: UUID, limit: int) -> Sequence[VisitMade]:
        """The newest first."""
        rows = await self._connection.execute(_MADE, {"force": self._force, "plan": plan, "limit": limit})
        return [self._made_of(row) for row in rows]

    def _row(self, plan: VisitPlan) -> dict[str, object]:
        return {
            "force": self._force,
            "id": plan.id,
            "order_id": plan.order_id,
            "respondent": plan.respondent,
            "owner": plan.owner,
            "must_by": plan.must_by,
            "made_by": plan.made_by,
            "made_at": plan.made_at,
            "state": plan.state.value,
            "met_at": plan.met_at,
            "last_outcome": plan.last_outcome,
            "tries": plan.tries,
            "version": plan.version,
            "ended_why": plan.ended_why and plan.ended_why.value,
            "ended_by": plan.ended_by,
            "ended_at": plan.ended_at,
        }

    def _made_of(self, row: Row[tuple[object, ...]]) -> VisitMade:
        said, support = orjson.loads(self._sealer.open(row.words, _PLACE, str(row.id)))
        return VisitMade(row.id, row.plan, row.order_id, row.at, row.officer, VisitOutcome(row.outcome), said, support)


def _plan_of(row: Row[tuple[object, ...]]) -> VisitPlan:
    return VisitPlan(
        id=row.id,
        force=row.force,
        order_id=row.order_id,
        respondent=row.respondent,
        owner=row.owner,
        must_by=row.must_by,
        made_by=row.made_by,
        made_at=row.made_at,
        state=VisitState(row.state),
        met_at=row.met_at,
        last_outcome=None if row.last_outcome is None else VisitOutcome(row.last_outcome),
        tries=row.tries,
        version=row.version,
        ended_why=None if row.ended_why is None else NoFurther(row.ended_why),
        ended_by=row.ended_by,
        ended_at=row.ended_at,
    )
