"""Contacts that are handed on, whose each was, and which have no owner who may make them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Row, bindparam, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contacts import ContactPlan, PlanState
from domain.duty_offers import DutyOffer, OfferState
from domain.errors import Outdated
from storage.among import among
from storage.contacts import plan_of
from storage.sealing import Sealer
from storage.tables.contacts import contact_plan
from storage.tables.duty import contact_owner, duty_offer, duty_offer_plan

_PLACE = "duty_offer.reason"
_ADD = insert(duty_offer)
_ADD_PLANS = insert(duty_offer_plan)
_HELD = select(duty_offer).where(duty_offer.c.force == bindparam("force"), duty_offer.c.id == bindparam("id")).with_for_update()
_PLANS = (
    select(duty_offer_plan.c.plan)
    .where(duty_offer_plan.c.force == bindparam("force"), duty_offer_plan.c.offer == bindparam("offer"))
    .order_by(duty_offer_plan.c.plan)
)
_OF_PLANS = select(duty_offer_plan.c.offer).where(duty_offer_plan.c.force == bindparam("force"), among(duty_offer_plan.c.plan, "plans"))
_OPEN = select(duty_offer.c.id).where(
    duty_offer.c.force == bindparam("force"),
    duty_offer.c.state == OfferState.OPEN.value,
    duty_offer.c.until > bindparam("now"),
    duty_offer.c.id.in_(_OF_PLANS),
)
_ANSWER = (
    update(duty_offer)
    .where(duty_offer.c.force == bindparam("of"), duty_offer.c.id == bindparam("which"), duty_offer.c.state == bindparam("was"))
    .values(state=bindparam("now_in"), answered_at=bindparam("when"), reason=bindparam("why"))
)
_ADD_OWNER = insert(contact_owner)
_BATCH = (
    select(contact_owner)
    .where(contact_owner.c.force == bindparam("force"), contact_owner.c.batch == bindparam("batch"))
    .order_by(contact_owner.c.at, contact_owner.c.id)
)
_OWNED = (
    select(contact_plan)
    .where(
        contact_plan.c.force == bindparam("force"),
        contact_plan.c.state == PlanState.OPEN.value,
        or_(among(contact_plan.c.owner, "owners"), bindparam("nobody") & contact_plan.c.owner.is_(None)),
    )
    .order_by(contact_plan.c.must_by, contact_plan.c.id)
)
_OWNED_HELD = _OWNED.with_for_update()
_BY_OWNER = (
    select(contact_plan.c.owner, func.count().label("number"))
    .where(contact_plan.c.force == bindparam("force"), contact_plan.c.state == PlanState.OPEN.value)
    .group_by(contact_plan.c.owner)
)


@dataclass(frozen=True)
class Ownership:
    """From then on the contact was this owner's. `how`: taken, assigned, returned, taken_over or left."""

    plan: UUID
    at: datetime
    owner: UUID
    former: UUID | None
    by: UUID
    how: str
    batch: UUID


class DutyOffers:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def add(self, offer: DutyOffer) -> None:
        row = {
            "force": self._force,
            "id": offer.id,
            "giver": offer.giver,
            "to_officer": offer.to,
            "entered_by": offer.by,
            "at": offer.at,
            "until": offer.until,
            "state": offer.state.value,
            "answered_at": offer.answered_at,
            "reason": None,
        }
        await self._connection.execute(_ADD, row)
        await self._connection.execute(_ADD_PLANS, [{"force": self._force, "offer": offer.id, "plan": plan} for plan in offer.plans])

    async def hold(self, id: UUID) -> DutyOffer | None:
        """Kept from other writers until this transaction ends."""
        row = (await self._connection.execute(_HELD, {"force": self._force, "id": id})).first()
        if row is None:
            return None
        plans = tuple(await self._connection.scalars(_PLANS, {"force": self._force, "offer": id}))
        reason = "" if row.reason is None else self._sealer.open(row.reason, _PLACE, str(id)).decode()
        state = OfferState(row.state)
        return DutyOffer(id, row.giver, row.to_officer, row.entered_by, row.at, row.until, plans, state, row.answered_at, reason)

    async def open_of(self, plans: Collection[UUID], now: datetime) -> list[UUID]:
        """The offers that stand for any of these."""
        return list(await self._connection.scalars(_OPEN, {"force": self._force, "plans": list(plans), "now": now}))

    async def answer(self, offer: DutyOffer, was: OfferState) -> None:
        """Raises Outdated where somebody else was first."""
        sealed = self._sealer.seal(offer.reason.encode(), _PLACE, str(offer.id)) if offer.reason else None
        values = {
            "of": self._force,
            "which": offer.id,
            "was": was.value,
            "now_in": offer.state.value,
            "when": offer.answered_at,
            "why": sealed,
        }
        if not (await self._connection.execute(_ANSWER, values)).rowcount:
            raise Outdated("That has been answered already; nothing was done twice.")

    async def note_owners(self, moves: Sequence[Ownership]) -> None:
        rows = [
            {
                "force": self._force,
                "id": uuid4(),
                "plan": one.plan,
                "at": one.at,
                "owner": one.owner,
                "former": one.former,
                "moved_by": one.by,
                "how": one.how,
                "batch": one.batch,
            }
            for one in moves
        ]
        if rows:
            await self._connection.execute(_ADD_OWNER, rows)

    async def moved_in(self, batch: UUID) -> list[Ownership]:
        """Oldest first."""
        return [_ownership(row) for row in await self._connection.execute(_BATCH, {"force": self._force, "batch": batch})]

    async def owned_by(self, owners: Collection[UUID]) -> list[ContactPlan]:
        """Their open plans, most pressing first."""
        wanted = {"force": self._force, "owners": list(owners), "nobody": False}
        return [plan_of(row) for row in await self._connection.execute(_OWNED, wanted)]

    async def hold_owned_by(self, owners: Collection[UUID], *, or_nobody: bool = False) -> list[ContactPlan]:
        """The same, kept from other writers until this transaction ends; `or_nobody` adds those that have no owner."""
        wanted = {"force": self._force, "owners": list(owners), "nobody": or_nobody}
        return [plan_of(row) for row in await self._connection.execute(_OWNED_HELD, wanted)]

    async def count_by_owner(self) -> dict[UUID | None, int]:
        return {row.owner: row.number for row in await self._connection.execute(_BY_OWNER, {"force": self._force})}


def _ownership(row: Row[tuple[object, ...]]) -> Ownership:
    return Ownership(row.plan, row.at, row.owner, row.former, row.moved_by, row.how, row.batch)
