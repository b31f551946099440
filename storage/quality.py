"""What the records of orders lack: what stands beside them, the findings as they were last reckoned, and the figures of each day."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import BindParameter, and_, bindparam, delete, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contacts import PlanState
from domain.quality import Beside, Figure, Flaw
from domain.transfers import Direction, TransferState, is_contact_theirs
from storage.among import among
from storage.dialects import insert_new, upsert
from storage.metadata import Moment
from storage.tables.contacts import contact_plan, plan_order
from storage.tables.core import officer
from storage.tables.evidence import evidence
from storage.tables.quality import quality_figure, quality_finding, quality_look
from storage.tables.transfers import transfer, transfer_order

_FORCE: BindParameter[str] = bindparam("force")
_KNOWN = select(evidence.c.order_id).where(evidence.c.force == _FORCE, among(evidence.c.order_id, "ids")).distinct()
_PLANS = (
    select(plan_order.c.order_id, contact_plan.c.id, officer.c.active)
    .join(contact_plan, and_(contact_plan.c.force == plan_order.c.force, contact_plan.c.id == plan_order.c.plan))
    .outerjoin(officer, and_(officer.c.force == contact_plan.c.force, officer.c.id == contact_plan.c.owner))
    .where(
        plan_order.c.force == _FORCE,
        contact_plan.c.force == _FORCE,
        contact_plan.c.state == PlanState.OPEN.value,
        among(plan_order.c.order_id, "ids"),
    )
)
_LOOKED = (
    select(quality_look.c.order_id, quality_look.c.flaw, func.max(quality_look.c.at, type_=Moment()).label("at"))
    .where(quality_look.c.force == _FORCE, among(quality_look.c.order_id, "ids"))
    .group_by(quality_look.c.order_id, quality_look.c.flaw)
)
_TRANSFERS = (
    select(transfer_order.c.order_id, transfer.c.direction, transfer.c.state)
    .join(transfer, and_(transfer.c.force == transfer_order.c.force, transfer.c.id == transfer_order.c.transfer))
    .where(transfer_order.c.force == _FORCE, transfer.c.force == _FORCE, among(transfer_order.c.order_id, "ids"))
    .order_by(transfer.c.at, transfer.c.id)
)
_ALL = select(quality_finding.c.flaw, quality_finding.c.order_id).where(quality_finding.c.force == _FORCE)
_GONE = delete(quality_finding).where(
    quality_finding.c.force == bindparam("of"), quality_finding.c.flaw == bindparam("which"), among(quality_finding.c.order_id, "ids")
)
_after = bindparam("after", type_=Moment())
_PAGE = (
    select(quality_finding.c.order_id, quality_finding.c.since)
    .where(
        quality_finding.c.force == _FORCE,
        quality_finding.c.flaw == bindparam("flaw"),
        or_(quality_finding.c.since > _after, and_(quality_finding.c.since == _after, quality_finding.c.order_id > bindparam("after_id"))),
    )
    .order_by(quality_finding.c.since, quality_finding.c.order_id)
    .limit(bindparam("limit"))
)
_NUMBERS = (
    select(quality_finding.c.flaw, func.count().label("number")).where(quality_finding.c.force == _FORCE).group_by(quality_finding.c.flaw)
)
_FIGURES = select(quality_figure).where(quality_figure.c.force == _FORCE, among(quality_figure.c.day, "days"))
_LAST = select(func.max(quality_figure.c.day)).where(quality_figure.c.force == _FORCE)


class Quality:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def beside(self, ids: Sequence[UUID]) -> dict[UUID, Beside]:
        given = {"force": self._force, "ids": list(ids)}
        known = set(await self._connection.scalars(_KNOWN, given))
        plans = {row.order_id: (row.id, bool(row.active)) for row in await self._connection.execute(_PLANS, given)}
        looked: dict[UUID, dict[Flaw, datetime]] = {}
        for row in await self._connection.execute(_LOOKED, given):
            looked.setdefault(row.order_id, {})[Flaw(row.flaw)] = row.at
        # Of several transfers of one order the newest stands.
        theirs = {
            row.order_id: is_contact_theirs(Direction(row.direction), TransferState(row.state))
            for row in await self._connection.execute(_TRANSFERS, given)
        }
        none = (None, False)
        return {id: Beside(id in known, *plans.get(id, none), looked.get(id, {}), theirs.get(id, False)) for id in ids}

    async def keep(self, found: Mapping[UUID, Collection[Flaw]], at: datetime) -> None:
        """In the place of what was found before; what is found still keeps the moment since when it has been."""
        held = {(Flaw(row.flaw), row.order_id) for row in await self._connection.execute(_ALL, {"force": self._force})}
        now = {(flaw, id) for id, flaws in found.items() for flaw in flaws}
        for flaw in Flaw:
            gone = [id for which, id in held - now if which is flaw]
            await self.mended(flaw, gone)
        rows = [{"force": self._force, "flaw": flaw.value, "order_id": id, "since": at} for flaw, id in sorted(now - held)]
        if rows:
            await self._connection.execute(insert_new(self._connection, quality_finding, ("force", "flaw", "order_id")), rows)

    async def mended(self, flaw: Flaw, ids: Sequence[UUID]) -> None:
        if ids:
            await self._connection.execute(_GONE, {"of": self._force, "which": flaw.value, "ids": list(ids)})

    async def page(self, flaw: Flaw, after: datetime, after_id: UUID, limit: int) -> list[tuple[UUID, datetime]]:
        """The longest found first."""
        bound = {"force": self._force, "flaw": flaw.value, "after": after, "after_id": after_id, "limit": limit}
        return [(row.order_id, row.since) for row in await self._connection.execute(_PAGE, bound)]

    async def numbers(self) -> dict[Flaw, int]:
        rows = await self._connection.execute(_NUMBERS, {"force": self._force})
        found = {Flaw(row.flaw): row.number for row in rows}
        return {flaw: found.get(flaw, 0) for flaw in Flaw}

    async def note_figures(self, figures: Sequence[Figure]) -> None:
        """A day that was reckoned before is reckoned anew."""
        rows = [{"force": self._force, "day": one.day, "flaw": one.flaw.value, "number": one.number, "total": one.total} for one in figures]
        await self._connection.execute(upsert(self._connection, quality_figure, ("force", "day", "flaw")), rows)

    async def figures(self, days: Sequence[date]) -> list[Figure]:
        rows = await self._connection.execute(_FIGURES, {"force": self._force, "days": list(days)})
        return [Figure(row.day, Flaw(row.flaw), row.number, row.total) for row in rows]

    async def reckoned_on(self) -> date | None:
        found: date | None = await self._connection.scalar(_LAST, {"force": self._force})
        return found

    async def looked(self, order_id: UUID, flaw: Flaw, officer_id: UUID, at: datetime) -> None:
        row = {"force": self._force, "id": uuid4(), "order_id": order_id, "flaw": flaw.value, "officer": officer_id, "at": at}
        await self._connection.execute(insert(quality_look), row)
