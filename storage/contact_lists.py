"""Lists of contact plans by the time they must be made, page by page, and how many stand how."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, bindparam, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contact_lists import Cursor, Window
from domain.contacts import NO_ANSWERS_TO_TELL, PlanState, Risk
from domain.officers import Role
from storage.among import among
from storage.exercises import is_real
from storage.tables.contacts import contact_plan as plan

_WHOSE = and_(
    plan.c.force == bindparam("force"),
    plan.c.state == PlanState.OPEN.value,
    or_(among(plan.c.owner, "owners"), and_(plan.c.owner.is_(None), among(plan.c.role, "roles"))),
)
_IN_WINDOW = and_(
    plan.c.must_by > bindparam("since"), or_(plan.c.must_by <= bindparam("must_by"), plan.c.remind_at < bindparam("brought_up"))
)
_WANTED = and_(_WHOSE, among(plan.c.risk, "risks"), _IN_WINDOW)
_AFTER = or_(plan.c.must_by > bindparam("after"), and_(plan.c.must_by == bindparam("after"), plan.c.id > bindparam("after_id")))
_PAGE = select(plan.c.id).where(_WANTED, _AFTER).order_by(plan.c.must_by, plan.c.id).limit(bindparam("limit"))
_COUNT = select(func.count()).select_from(plan).where(_WANTED)
_NEXT = (
    select(plan.c.id)
    .where(_WHOSE, among(plan.c.risk, "risks"), plan.c.must_by > bindparam("must_by"))
    .order_by(plan.c.must_by, plan.c.id)
    .limit(bindparam("limit"))
)
_OVERDUE = plan.c.must_by < bindparam("now")
_TODAY = and_(~_OVERDUE, or_(plan.c.must_by <= bindparam("tonight"), plan.c.remind_at < bindparam("tonight")))
_STANDING = (
    select(
        plan.c.risk,
        func.count(case((_OVERDUE, 1))).label("overdue"),
        func.count(case((_TODAY, 1))).label("today"),
        func.count().label("all"),
        func.count(case((plan.c.no_answers >= NO_ANSWERS_TO_TELL, 1))).label("unanswered"),
    )
    .where(_WHOSE, is_real(plan.c.order_id))
    .group_by(plan.c.risk)
)


@dataclass(frozen=True)
class Standing:
    """How many contacts of one risk are overdue, due by tonight and owed later, and of how many nobody answered twice or more."""

    overdue: int = 0
    today: int = 0
    later: int = 0
    unanswered: int = 0


@dataclass(frozen=True)
class Whose:
    """Plans of these owners, or that one of these roles owns and nobody in person."""

    owners: Collection[UUID]
    roles: Collection[Role]


class ContactLists:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def page(self, whose: Whose, risks: Collection[Risk], window: Window, after: Cursor, limit: int) -> list[UUID]:
        """The most pressing first; those after the cursor."""
        bound = self._bound(whose, risks, window) | {"after": after.must_by, "after_id": after.id, "limit": limit}
        return list(await self._connection.scalars(_PAGE, bound))

    async def count(self, whose: Whose, risks: Collection[Risk], window: Window) -> int:
        return int(await self._connection.scalar(_COUNT, self._bound(whose, risks, window)) or 0)

    async def next_after(self, whose: Whose, risks: Collection[Risk], window: Window) -> UUID | None:
        """The first that must be made after the window's end."""
        bound = self._of(whose) | {"risks": [risk.value for risk in risks], "must_by": window.must_by, "limit": 1}
        found: UUID | None = await self._connection.scalar(_NEXT, bound)
        return found

    async def standing(self, whose: Whose, now: datetime, tonight: datetime) -> Mapping[Risk, Standing]:
        rows = await self._connection.execute(_STANDING, self._of(whose) | {"now": now, "tonight": tonight})
        return {Risk(row.risk): Standing(row.overdue, row.today, row.all - row.overdue - row.today, row.unanswered) for row in rows}

    def _bound(self, whose: Whose, risks: Collection[Risk], window: Window) -> dict[str, object]:
        listed = [risk.value for risk in risks]
        return self._of(whose) | {"risks": listed, "since": window.since, "must_by": window.must_by, "brought_up": window.brought_up}

    def _of(self, whose: Whose) -> dict[str, object]:
        return {"force": self._force, "owners": list(whose.owners), "roles": [role.value for role in whose.roles]}
