"""What stands beside one order, in one statement."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Row, String, and_, bindparam, func, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.evidence import Evidence, EvidenceKind, How, Source
from domain.glances import SINCE, Glance, OnCase
from domain.london import to_london
from domain.orders import Order
from domain.visits import VisitState
from storage.beside import columns
from storage.metadata import Id, Moment
from storage.order_changes import not_taken_back
from storage.same_person import OF_ONE, neighbours_of, respondent_of
from storage.tables.breaches import breach
from storage.tables.contacts import contact_plan, plan_order
from storage.tables.evidence import evidence, order_watch
from storage.tables.orders import nmo
from storage.tables.visits import visit_plan

_FORCE = bindparam("force", type_=String())
_ORDER = bindparam("order_id", type_=Id())
_EVIDENCE = select(
    *columns(
        "evidence",
        id=evidence.c.id,
        first=evidence.c.kind,
        second=evidence.c.how,
        third=evidence.c.source,
        day=evidence.c.happened_on,
        at=evidence.c.happened_at,
        recorded_at=evidence.c.recorded_at,
        by=evidence.c.recorded_by,
    )
).where(evidence.c.force == _FORCE, evidence.c.order_id == _ORDER, not_taken_back(_FORCE, evidence.c.id))
_ON_CASE = select(*columns("case", id=nmo.c.id, third=nmo.c.reference, second=nmo.c.order_name)).where(
    nmo.c.force == _FORCE, nmo.c.case_no == bindparam("case_no", type_=String()), nmo.c.id != _ORDER
)
_CONTACT = (
    select(*columns("contact", at=contact_plan.c.last_contact_at))
    .join(plan_order, and_(plan_order.c.force == contact_plan.c.force, plan_order.c.plan == contact_plan.c.id))
    .where(contact_plan.c.force == _FORCE, plan_order.c.force == _FORCE, plan_order.c.order_id == _ORDER)
)
_LATELY = or_(
    breach.c.happened_on >= bindparam("since_day", type_=Date()),
    and_(breach.c.happened_on.is_(None), breach.c.recorded_at >= bindparam("since", type_=Moment())),
)
_BREACHES = select(*columns("breaches", number=func.count(), day=func.max(breach.c.happened_on))).where(
    breach.c.force == _FORCE, breach.c.order_id == _ORDER, _LATELY
)
# An order has one plan of visits: its state, when the respondent was last met, and by when the next is owed.
_VISITS = select(*columns("visits", first=visit_plan.c.state, at=visit_plan.c.met_at, recorded_at=visit_plan.c.must_by)).where(
    visit_plan.c.force == _FORCE, visit_plan.c.order_id == _ORDER
)
_WATCHED = select(*columns("watched")).where(
    order_watch.c.force == _FORCE, order_watch.c.order_id == _ORDER, order_watch.c.officer == bindparam("officer", type_=Id())
)
_BESIDE = union_all(_EVIDENCE, _ON_CASE, _CONTACT, _BREACHES, _VISITS, _WATCHED, *OF_ONE)


class Glances:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def of(self, order: Order, officer: UUID, now: datetime) -> Glance:
        """As it stands at this moment for this officer."""
        since = now - SINCE
        given = {"order_id": order.id, "case_no": order.case_no, "officer": officer, "since": since, "since_day": to_london(since).date()}
        rows = (await self._connection.execute(_BESIDE, {"force": self._force, "respondent": respondent_of(order), **given})).all()
        held = sorted((_evidence_of(row, order.id) for row in rows if row.what == "evidence"), key=lambda one: (one.recorded_at, one.id))
        breaches = next(row for row in rows if row.what == "breaches")
        visits = [row for row in rows if row.what == "visits"]
        contacted = [row.at for row in rows if row.what == "contact" and row.at is not None]
        return Glance(
            evidence=tuple(held),
            on_case=tuple(sorted((OnCase(row.id, row.third, row.second) for row in rows if row.what == "case"), key=_reference)),
            contacted_on=to_london(max(contacted)).date() if contacted else None,
            visited_on=next((to_london(row.at).date() for row in visits if row.at is not None), None),
            visit_by=next((row.recorded_at for row in visits if row.first == VisitState.OPEN), None),
            breaches=breaches.number,
            newest_breach=breaches.day,
            watched=any(row.what == "watched" for row in rows),
            neighbours=neighbours_of(rows, [order]),
        )


def _reference(one: OnCase) -> str:
    return one.reference


def _evidence_of(row: Row[Any], order_id: UUID) -> Evidence:
    """The outline; what was said stays sealed."""
    return Evidence(row.id, order_id, EvidenceKind(row.first), How(row.second), Source(row.third), row.by, row.recorded_at, row.day, row.at)
