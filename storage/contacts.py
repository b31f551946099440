"""Contact plans, and the trail of contacts made."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID, uuid4

import orjson
from sqlalchemy import Row, and_, bindparam, case, delete, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contacts import ContactPlan, Due, Outcome, PlanState, Risk, Why
from domain.errors import Outdated
from domain.officers import Role
from domain.outbox import LIVE_STATES, NO_ANSWER
from storage.among import among, one_of
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.contacts import contact_made, contact_plan, plan_order
from storage.tables.orders import nmo
from storage.tables.outbox import outbox

_PLACE = "contact_made.note"
_BECAUSE = "contact_made.because"
_ADD = insert(contact_plan)
_ADD_MADE = insert(contact_made)
_ONE = select(contact_plan).where(contact_plan.c.force == bindparam("force"), contact_plan.c.id == bindparam("id"))
_HELD = _ONE.with_for_update()
_OF_ORDER = select(plan_order.c.plan).where(plan_order.c.force == bindparam("force"), plan_order.c.order_id == bindparam("order_id"))
_HELD_OF_ORDER = (
    select(contact_plan)
    .where(contact_plan.c.force == bindparam("force"), contact_plan.c.id.in_(_OF_ORDER))
    .order_by(contact_plan.c.id)
    .with_for_update()
)
_LINKED = select(plan_order.c.order_id, plan_order.c.plan).where(
    plan_order.c.force == bindparam("force"), among(plan_order.c.order_id, "orders")
)
_OF_CASES = select(nmo.c.id).where(nmo.c.force == bindparam("force"), among(nmo.c.case_no, "cases"))
_ON_CASES = select(plan_order.c.order_id, plan_order.c.plan).where(
    plan_order.c.force == bindparam("force"), plan_order.c.order_id.in_(_OF_CASES)
)
_SOME = select(contact_plan).where(contact_plan.c.force == bindparam("force"), among(contact_plan.c.id, "ids"))
# An erasure hands a plan on to another of its orders, and that is no new version of it.
_VERSIONS = select(contact_plan.c.id, contact_plan.c.version, contact_plan.c.state, contact_plan.c.order_id).where(
    contact_plan.c.force == bindparam("force"), among(contact_plan.c.id, "ids")
)
_THEIRS = and_(
    contact_plan.c.force == bindparam("force"),
    contact_plan.c.state == PlanState.OPEN.value,
    or_(among(contact_plan.c.owner, "owners"), contact_plan.c.owner.is_(None) & among(contact_plan.c.role, "roles")),
)
_BY_THEN = or_(contact_plan.c.remind_at < bindparam("until"), contact_plan.c.must_by <= bindparam("until"))
_OWED = select(contact_plan).where(_THEIRS, _BY_THEN).order_by(contact_plan.c.must_by, contact_plan.c.id).limit(bindparam("limit"))
_PLANNED = select(contact_plan).where(_THEIRS, ~_BY_THEN).order_by(contact_plan.c.remind_at, contact_plan.c.id).limit(bindparam("limit"))
_COUNT = select(func.count(case((_BY_THEN, 1))), func.count()).select_from(contact_plan).where(_THEIRS)
_MADE = (
    select(contact_made)
    .where(contact_made.c.force == bindparam("force"), contact_made.c.plan == bindparam("plan"))
    .order_by(contact_made.c.at.desc())
    .limit(bindparam("limit"))
)
_STRIKE = delete(contact_made).where(
    contact_made.c.force == bindparam("force"),
    contact_made.c.plan == bindparam("plan"),
    contact_made.c.officer == bindparam("officer"),
    contact_made.c.at == bindparam("at"),
)
_ALIVE = exists().where(
    outbox.c.force == contact_plan.c.force,
    outbox.c.plan == contact_plan.c.id,
    outbox.c.occurrence == contact_plan.c.version,
    outbox.c.stage != NO_ANSWER,
    one_of(outbox.c.state, [state.value for state in LIVE_STATES]),
)
_FORGOTTEN = select(contact_plan.c.id).where(
    contact_plan.c.force == bindparam("force"),
    contact_plan.c.id.between(bindparam("first"), bindparam("last")),
    contact_plan.c.state == PlanState.OPEN.value,
    ~_ALIVE,
)
_CHANGED = (
    "role",
    "owner",
    "risk",
    "ahead",
    "remind_at",
    "must_by",
    "last_outcome",
    "last_contact_at",
    "no_answers",
    "round",
    "version",
    "state",
    "acknowledged_at",
    "snoozes",
    "agreed_days",
    "paused_until",
    "declined_at",
)
_CHANGE = (
    update(contact_plan)
    .where(contact_plan.c.force == bindparam("of"), contact_plan.c.id == bindparam("which"), contact_plan.c.version == bindparam("was"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)


@dataclass(frozen=True)
class ContactMade:
    """One try to make contact, whatever came of it: recorded `at`, made at `happened_at` where that was not the same. `because` is why it was made outside the safe times."""

    plan: UUID
    at: datetime
    officer: UUID
    why: Why
    outcome: Outcome
    note: str = ""
    happened_at: datetime | None = None
    because: str = ""


class Contacts:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, plans: Sequence[ContactPlan]) -> None:
        """New plans, each with the order it was opened with."""
        if plans:
            await self._connection.execute(_ADD, [self._row(one) for one in plans])
            await self._link([(one.order_id, one.id) for one in plans])

    async def join(self, order_id: UUID, plan: UUID) -> None:
        """One more order whose protected person is the plan's."""
        await self._link([(order_id, plan)])

    async def of_orders(self, orders: Collection[UUID]) -> dict[UUID, UUID]:
        """The plan of each of these orders that has one."""
        rows = await self._connection.execute(_LINKED, {"force": self._force, "orders": list(orders)})
        return {row.order_id: row.plan for row in rows}

    async def on_cases(self, cases: Collection[str]) -> dict[UUID, UUID]:
        """The plan of every order on these cases that has one."""
        rows = await self._connection.execute(_ON_CASES, {"force": self._force, "cases": list(cases)})
        return {row.order_id: row.plan for row in rows}

    async def get(self, id: UUID) -> ContactPlan | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else plan_of(row)

    async def some(self, ids: Collection[UUID]) -> dict[UUID, ContactPlan]:
        rows = await self._connection.execute(_SOME, {"force": self._force, "ids": list(ids)})
        return {row.id: plan_of(row) for row in rows}

    async def as_they_stand(self, read: Iterable[ContactPlan]) -> dict[UUID, ContactPlan]:
        """Plans that were read before, as they are now: only those that have changed since are read whole."""
        before = {one.id: one for one in read}
        rows = await self._connection.execute(_VERSIONS, {"force": self._force, "ids": list(before)})
        stands = {row.id: (row.version, row.state, row.order_id) for row in rows}
        same = {id: one for id, one in before.items() if stands.get(id) == (one.version, one.state, one.order_id)}
        changed = stands.keys() - same.keys()
        return same | await self.some(changed) if changed else same

    async def hold(self, id: UUID) -> ContactPlan | None:
        """The plan, kept from other writers until this transaction ends."""
        row = (await self._connection.execute(_HELD, {"force": self._force, "id": id})).first()
        return None if row is None else plan_of(row)

    async def hold_of_order(self, order_id: UUID) -> list[ContactPlan]:
        rows = await self._connection.execute(_HELD_OF_ORDER, {"force": self._force, "order_id": order_id})
        return [plan_of(row) for row in rows]

    async def forgotten(self, first: UUID, last: UUID) -> list[UUID]:
        """Open plans between these ids that have no live row for their present version."""
        return list(await self._connection.scalars(_FORGOTTEN, {"force": self._force, "first": first, "last": last}))

    async def owed(self, owners: Collection[UUID], roles: Collection[Role], until: datetime, limit: int) -> list[ContactPlan]:
        """Open plans of these owners, or that these roles own and nobody in person, to be brought up before `until`; most pressing first."""
        whose = {"owners": list(owners), "roles": [role.value for role in roles]}
        rows = await self._connection.execute(_OWED, {"force": self._force, **whose, "until": until, "limit": limit})
        return [plan_of(row) for row in rows]

    async def planned(self, owners: Collection[UUID], roles: Collection[Role], until: datetime, limit: int) -> list[ContactPlan]:
        """The other open plans of theirs, those that come up soonest first."""
        whose = {"owners": list(owners), "roles": [role.value for role in roles]}
        rows = await self._connection.execute(_PLANNED, {"force": self._force, **whose, "until": until, "limit": limit})
        return [plan_of(row) for row in rows]

    async def count(self, owners: Collection[UUID], roles: Collection[Role], until: datetime) -> tuple[int, int]:
        """How many of theirs come up before `until`, and how many after it."""
        whose = {"owners": list(owners), "roles": [role.value for role in roles]}
        owed, all_of_them = (await self._connection.execute(_COUNT, {"force": self._force, **whose, "until": until})).one()
        return owed, all_of_them - owed

    async def save(self, one: ContactPlan) -> None:
        """Keeps a plan one version on from what was read; Outdated where somebody else was first."""
        changes = {f"new_{name}": value for name, value in self._row(one).items() if name in _CHANGED}
        done = await self._connection.execute(_CHANGE, {"of": self._force, "which": one.id, "was": one.version - 1, **changes})
        if not done.rowcount:
            raise Outdated("Somebody else changed this contact plan just now. Ask for your contacts again to see how things stand.")

    async def record(self, made: ContactMade) -> None:
        id = uuid4()
        sealed = self._sealer.seal(made.note.encode(), _PLACE, str(id)) if made.note else None
        row = {"force": self._force, "id": id, "plan": made.plan, "at": made.at, "officer": made.officer}
        why = self._sealer.seal(made.because.encode(), _BECAUSE, str(id)) if made.because else None
        row |= {"why": made.why.value, "outcome": made.outcome.value, "note": sealed, "happened_at": made.happened_at, "because": why}
        await self._connection.execute(_ADD_MADE, row)

    async def strike(self, plan: UUID, officer: UUID, at: datetime) -> None:
        """Takes out what this officer recorded at that moment: it never was so. The audit trail keeps that it was recorded."""
        await self._connection.execute(_STRIKE, {"force": self._force, "plan": plan, "officer": officer, "at": at})

    async def made(self, plan: UUID, limit: int = 20) -> list[ContactMade]:
        """The newest first."""
        rows = await self._connection.execute(_MADE, {"force": self._force, "plan": plan, "limit": limit})
        return [self._made_of(row) for row in rows]

    async def _link(self, pairs: Sequence[tuple[UUID, UUID]]) -> None:
        rows = [{"force": self._force, "order_id": order_id, "plan": plan} for order_id, plan in pairs]
        await self._connection.execute(insert_new(self._connection, plan_order, ("force", "order_id")), rows)

    def _made_of(self, row: Row[tuple[object, ...]]) -> ContactMade:
        note = "" if row.note is None else self._sealer.open(row.note, _PLACE, str(row.id)).decode()
        because = "" if row.because is None else self._sealer.open(row.because, _BECAUSE, str(row.id)).decode()
        return ContactMade(row.plan, row.at, row.officer, Why(row.why), Outcome(row.outcome), note, row.happened_at, because)

    def _row(self, one: ContactPlan) -> dict[str, object]:
        return {
            "force": self._force,
            "id": one.id,
            "order_id": one.order_id,
            "party_id": one.party_id,
            "role": one.role.value,
            "owner": one.owner,
            "risk": one.risk.value,
            "ahead": orjson.dumps([[due.why.value, due.remind_at, due.must_by] for due in one.ahead]).decode(),
            "remind_at": one.remind_at,
            "must_by": one.due.must_by,
            "last_outcome": None if one.last_outcome is None else one.last_outcome.value,
            "last_contact_at": one.last_contact_at,
            "no_answers": one.no_answers,
            "round": one.round,
            "version": one.version,
            "state": one.state.value,
            "acknowledged_at": one.acknowledged_at,
            "snoozes": one.snoozes,
            "agreed_days": one.agreed_days,
            "paused_until": one.paused_until,
            "declined_at": one.declined_at,
        }


def plan_of(row: Row[tuple[object, ...]]) -> ContactPlan:
    return ContactPlan(
        id=row.id,
        force=row.force,
        order_id=row.order_id,
        party_id=row.party_id,
        role=Role(row.role),
        owner=row.owner,
        risk=Risk(row.risk),
        ahead=_ahead_of(row.ahead),
        remind_at=row.remind_at,
        last_outcome=None if row.last_outcome is None else Outcome(row.last_outcome),
        last_contact_at=row.last_contact_at,
        no_answers=row.no_answers,
        round=row.round,
        version=row.version,
        state=PlanState(row.state),
        acknowledged_at=row.acknowledged_at,
        snoozes=row.snoozes,
        agreed_days=row.agreed_days,
        paused_until=row.paused_until,
        declined_at=row.declined_at,
    )


@lru_cache(maxsize=4096)
def _ahead_of(kept: str) -> tuple[Due, ...]:
    """A reminder on its way reads its plan at the claim, at the intent and at the result, within seconds."""
    return tuple(_due_of(*parts) for parts in orjson.loads(kept))


def _due_of(why: str, remind_at: str, must_by: str) -> Due:
    return Due(Why(why), datetime.fromisoformat(remind_at), datetime.fromisoformat(must_by))
