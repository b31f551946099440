"""What an officer is told of contacts that are handed on: offered, answered, come back, or moved without being asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.contacts import ContactPlan, PlanState
from domain.duty_offers import DutyOffer, OfferState
from domain.officers import Actor, Permission
from domain.outbox import DUTY_ANSWERED, DUTY_LAPSED, DUTY_OFFERED, Outgoing
from storage.work import UnitOfWork

SHOWN = 20
_TOLD_WHILE = {
    DUTY_OFFERED: (OfferState.OPEN,),
    DUTY_LAPSED: (OfferState.OPEN,),
    DUTY_ANSWERED: (OfferState.TAKEN, OfferState.REFUSED),
}


@dataclass(frozen=True)
class DutyNews:
    """`offer` is None where the owner left; then `owners` are the new ones by reference. `plans` are those that are still open."""

    giver: str
    to: str
    number: int
    offer: DutyOffer | None = None
    plans: tuple[ContactPlan, ...] = ()
    owners: tuple[tuple[str, str], ...] = ()
    named: tuple[UUID, ...] = ()

    @property
    def must_by(self) -> datetime | None:
        return min((plan.due.must_by for plan in self.plans), default=None)


async def read_news(uow: UnitOfWork, actor: Actor, row: Outgoing) -> DutyNews | None:
    """As it stands now; None where there is nothing left to tell."""
    actor.must(Permission.SEND_REMINDERS)
    offer = await uow.duty.offers.hold(row.plan)
    if offer is None:
        return await _of_leavers(uow, row.plan)
    if offer.state not in _TOLD_WHILE.get(row.stage, (OfferState.ASSIGNED, OfferState.RETURNED)):
        return None
    found = await uow.contacts.some(offer.plans)
    plans = tuple(one for one in found.values() if one.state is PlanState.OPEN)
    return DutyNews(await _name(uow, offer.giver), await _name(uow, offer.to), len(offer.plans), offer, plans, (), _ids(plans))


async def _of_leavers(uow: UnitOfWork, batch: UUID) -> DutyNews | None:
    moved = await uow.duty.offers.moved_in(batch)
    if not moved:
        return None
    orders = await uow.orders.of_plans([one.plan for one in moved[:SHOWN]])
    owners = [(orders[one.plan][0].reference, await _name(uow, one.owner)) for one in moved[:SHOWN] if orders.get(one.plan)]
    former = sorted({await _name(uow, one.former) for one in moved if one.former is not None})
    plans = tuple((await uow.contacts.some([one.plan for one in moved])).values())
    return DutyNews(", ".join(former), "", len(moved), None, plans, tuple(owners), _ids(plans))


def _ids(plans: tuple[ContactPlan, ...]) -> tuple[UUID, ...]:
    return tuple(dict.fromkeys(id for plan in plans for id in (plan.id, plan.order_id, plan.party_id)))


async def _name(uow: UnitOfWork, officer: UUID) -> str:
    found = await uow.officers.get(officer)
    return "an officer who is not on the list" if found is None else found.name
