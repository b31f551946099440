"""Orders by where their people live: page by page in the sequence in which they end, counted by how long they run, and what stands beside each."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, String, and_, bindparam, case, exists, func, literal_column, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.areas import Area
from domain.beats import BREACHES_IN, NEVER, Beside, Cursor, Ends, Ladder, rung_ends
from domain.london import to_london
from domain.orders import PartyRole
from domain.references import reference_of
from domain.visits import VisitState
from storage.among import among
from storage.exercises import is_real
from storage.metadata import Moment
from storage.tables.breaches import breach
from storage.tables.contacts import contact_plan, plan_order
from storage.tables.orders import nmo
from storage.tables.search import indexed_party as indexed
from storage.tables.visits import visit_plan

_FORCE: BindParameter[str] = bindparam("force")
_POSTCODE = indexed.c.postcode
_DISTRICT = func.substr(_POSTCODE, 1, func.length(_POSTCODE) - literal_column("4"), type_=String())
_SECTOR = func.substr(_POSTCODE, 1, func.length(_POSTCODE) - literal_column("2"), type_=String())
# A party's number is twice its order's, and one more for the applicant.
_LIVING = select(indexed.c.no).where(
    indexed.c.force == _FORCE,
    _POSTCODE.is_not(None),
    or_(among(_DISTRICT, "districts"), among(_SECTOR, "sectors")),
)
_NOW = bindparam("now", type_=Moment())
_ends = func.coalesce(nmo.c.expires_at, bindparam("never", type_=Moment()), type_=Moment())
_LIVE = and_(
    nmo.c.force == _FORCE,
    among(nmo.c.reference, "references"),
    or_(nmo.c.expires_at.is_(None), nmo.c.expires_at > _NOW),
    or_(nmo.c.discharged_at.is_(None), nmo.c.discharged_at > _NOW),
    or_(nmo.c.undertaking_at.is_(None), nmo.c.undertaking_at > _NOW),
    or_(nmo.c.made_on.is_(None), nmo.c.made_on <= bindparam("today")),
    _ends > bindparam("since", type_=Moment()),
    _ends <= bindparam("until", type_=Moment()),
)
_UNMET = ~exists().where(visit_plan.c.force == _FORCE, visit_plan.c.order_id == nmo.c.id, visit_plan.c.met_at.is_not(None))
_AFTER = or_(
    _ends > bindparam("after", type_=Moment()), and_(_ends == bindparam("after", type_=Moment()), nmo.c.id > bindparam("after_id"))
)
_PAGE = select(nmo.c.id).where(_LIVE, _AFTER).order_by(_ends, nmo.c.id).limit(bindparam("limit"))
_PAGE_UNMET = select(nmo.c.id).where(_LIVE, _UNMET, _AFTER).order_by(_ends, nmo.c.id).limit(bindparam("limit"))
_RUNGS = [func.count(case((_ends <= bindparam(f"rung{at}", type_=Moment()), 1))) for at in range(len(Ladder().rungs))]
_COUNTS = (func.count(), func.count(case((nmo.c.expires_at.is_(None), 1))), *_RUNGS)
_LADDER = select(*_COUNTS).where(_LIVE, is_real(nmo.c.id))
_LADDER_UNMET = select(*_COUNTS).where(_LIVE, _UNMET, is_real(nmo.c.id))
_CONTACTED = (
    select(plan_order.c.order_id, func.max(contact_plan.c.last_contact_at, type_=Moment()).label("at"))
    .join(contact_plan, and_(contact_plan.c.force == plan_order.c.force, contact_plan.c.id == plan_order.c.plan))
    .where(plan_order.c.force == _FORCE, contact_plan.c.force == _FORCE, among(plan_order.c.order_id, "ids"))
    .group_by(plan_order.c.order_id)
)
_VISITED = select(visit_plan.c.order_id, visit_plan.c.met_at, visit_plan.c.must_by, visit_plan.c.state).where(
    visit_plan.c.force == _FORCE, among(visit_plan.c.order_id, "ids")
)
_BREACHES = (
    select(breach.c.order_id, func.count().label("number"))
    .where(
        breach.c.force == _FORCE,
        among(breach.c.order_id, "ids"),
        or_(
            breach.c.happened_on >= bindparam("since_day"),
            and_(breach.c.happened_on.is_(None), breach.c.recorded_at >= bindparam("since", type_=Moment())),
        ),
    )
    .group_by(breach.c.order_id)
)


class Beats:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def living(self, areas: Collection[Area], roles: Collection[PartyRole]) -> Mapping[str, PartyRole]:
        """References of the orders of which somebody lives there, by a postcode that is neither withheld nor confidential; where both do, the respondent is named."""
        parts = {"districts": [*set().union(*(one.districts for one in areas))], "sectors": [*set().union(*(one.sectors for one in areas))]}
        found: dict[str, PartyRole] = {}
        numbers = await self._connection.scalars(_LIVING, {"force": self._force, **parts})
        for number in sorted(numbers, reverse=True):
            role = PartyRole.APPLICANT if number % 2 else PartyRole.RESPONDENT
            if role in roles:
                found[reference_of(number >> 1, "NMO")] = role
        return found

    async def page(self, references: Collection[str], ends: Ends, now: datetime, after: Cursor, limit: int) -> list[UUID]:
        """Of these the live ones; the soonest to end first, and those after the cursor."""
        return list(await self._connection.scalars(_PAGE, self._paged(references, ends, now, after, limit)))

    async def page_unmet(self, references: Collection[str], ends: Ends, now: datetime, after: Cursor, limit: int) -> list[UUID]:
        """The same of those whose respondent no visit has met."""
        return list(await self._connection.scalars(_PAGE_UNMET, self._paged(references, ends, now, after, limit)))

    async def ladder(self, references: Collection[str], ends: Ends, now: datetime) -> Ladder:
        return self._ladder_of((await self._connection.execute(_LADDER, self._counted(references, ends, now))).one())

    async def ladder_unmet(self, references: Collection[str], ends: Ends, now: datetime) -> Ladder:
        return self._ladder_of((await self._connection.execute(_LADDER_UNMET, self._counted(references, ends, now))).one())

    async def beside(self, ids: Sequence[UUID], now: datetime) -> dict[UUID, Beside]:
        given = {"force": self._force, "ids": list(ids)}
        since = now - BREACHES_IN
        contacted = {row.order_id: row.at for row in await self._connection.execute(_CONTACTED, given)}
        visited = {row.order_id: row for row in await self._connection.execute(_VISITED, given)}
        lately = {"since": since, "since_day": to_london(since).date()}
        breaches: dict[UUID, int] = defaultdict(int)
        breaches |= {row.order_id: row.number for row in await self._connection.execute(_BREACHES, given | lately)}
        return {id: _beside(contacted.get(id), visited.get(id), breaches[id]) for id in ids}

    def _bound(self, references: Collection[str], ends: Ends, now: datetime) -> dict[str, object]:
        bound = {"force": self._force, "references": sorted(references), "now": now, "today": to_london(now).date(), "never": NEVER}
        return bound | {"since": ends.since, "until": ends.until}

    def _paged(self, references: Collection[str], ends: Ends, now: datetime, after: Cursor, limit: int) -> dict[str, object]:
        return self._bound(references, ends, now) | {"after": after.ends, "after_id": after.id, "limit": limit}

    def _counted(self, references: Collection[str], ends: Ends, now: datetime) -> dict[str, object]:
        return self._bound(references, ends, now) | {f"rung{at}": by for at, by in enumerate(rung_ends(now))}

    def _ladder_of(self, row: Any) -> Ladder:
        total, unknown, *by = row
        rungs = tuple(here - before for here, before in zip(by, [0, *by], strict=False))
        return Ladder(rungs, total - unknown - by[-1], unknown)


def _beside(contacted_at: datetime | None, visit: Any, breaches: int) -> Beside:
    if visit is None:
        return Beside(contacted_at, breaches=breaches)
    return Beside(contacted_at, visit.met_at, visit.must_by if visit.state == VisitState.OPEN else None, breaches)
