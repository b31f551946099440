"""What stands beside one order, in one statement."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Date, Integer, Row, String, TypeDecorator, and_, bindparam, cast, func, literal, null, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import TypeEngine

from domain.evidence import Evidence, EvidenceKind, How, Source
from domain.glances import SINCE, Glance, OnCase
from domain.london import to_london
from domain.orders import Order
from storage.metadata import Id, Moment
from storage.tables.breaches import breach
from storage.tables.contacts import contact_plan, plan_order
from storage.tables.evidence import evidence, order_watch
from storage.tables.orders import nmo

_FORCE = bindparam("force", type_=String())
_ORDER = bindparam("order_id", type_=Id())
_TYPES: dict[str, TypeEngine[Any] | TypeDecorator[Any]] = {
    "id": Id(),
    "first": String(),
    "second": String(),
    "third": String(),
    "number": Integer(),
    "day": Date(),
    "at": Moment(),
    "recorded_at": Moment(),
    "by": Id(),
}


def _columns(what: str, **given: Any) -> Iterator[Any]:
    """The same columns for every part; what a part does not tell is empty."""
    yield literal(what, String()).label("what")
    yield from (given[name].label(name) if name in given else cast(null(), kind).label(name) for name, kind in _TYPES.items())


_EVIDENCE = select(
    *_columns(
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
).where(evidence.c.force == _FORCE, evidence.c.order_id == _ORDER)
_ON_CASE = select(*_columns("case", id=nmo.c.id, first=nmo.c.reference, second=nmo.c.order_name)).where(
    nmo.c.force == _FORCE, nmo.c.case_no == bindparam("case_no", type_=String()), nmo.c.id != _ORDER
)
_CONTACT = (
    select(*_columns("contact", at=contact_plan.c.last_contact_at))
    .join(plan_order, and_(plan_order.c.force == contact_plan.c.force, plan_order.c.plan == contact_plan.c.id))
    .where(contact_plan.c.force == _FORCE, plan_order.c.force == _FORCE, plan_order.c.order_id == _ORDER)
)
_LATELY = or_(
    breach.c.happened_on >= bindparam("since_day", type_=Date()),
    and_(breach.c.happened_on.is_(None), breach.c.recorded_at >= bindparam("since", type_=Moment())),
)
_BREACHES = select(*_columns("breaches", number=func.count(), day=func.max(breach.c.happened_on))).where(
    breach.c.force == _FORCE, breach.c.order_id == _ORDER, _LATELY
)
_WATCHED = select(*_columns("watched")).where(
    order_watch.c.force == _FORCE, order_watch.c.order_id == _ORDER, order_watch.c.officer == bindparam("officer", type_=Id())
)
_BESIDE = union_all(_EVIDENCE, _ON_CASE, _CONTACT, _BREACHES, _WATCHED)


class Glances:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def of(self, order: Order, officer: UUID, now: datetime) -> Glance:
        """As it stands at this moment for this officer."""
        since = now - SINCE
        given = {"order_id": order.id, "case_no": order.case_no, "officer": officer, "since": since, "since_day": to_london(since).date()}
        rows = (await self._connection.execute(_BESIDE, {"force": self._force, **given})).all()
        held = sorted((_evidence_of(row, order.id) for row in rows if row.what == "evidence"), key=lambda one: (one.recorded_at, one.id))
        breaches = next(row for row in rows if row.what == "breaches")
        contacted = [row.at for row in rows if row.what == "contact" and row.at is not None]
        return Glance(
            evidence=tuple(held),
            on_case=tuple(sorted((OnCase(row.id, row.first, row.second) for row in rows if row.what == "case"), key=_reference)),
            contacted_on=to_london(max(contacted)).date() if contacted else None,
            breaches=breaches.number,
            newest_breach=breaches.day,
            watched=any(row.what == "watched" for row in rows),
        )


def _reference(one: OnCase) -> str:
    return one.reference


def _evidence_of(row: Row[Any], order_id: UUID) -> Evidence:
    """The outline; what was said stays sealed."""
    return Evidence(row.id, order_id, EvidenceKind(row.first), How(row.second), Source(row.third), row.by, row.recorded_at, row.day, row.at)
