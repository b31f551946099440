"""Every measure on one person, read together by an officer and put on the trail with all that it shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.measures_beside import Beside, in_sequence
from domain.officers import Officer, Permission
from domain.order_states import standing_at
from domain.orders import Order, PartyRole
from domain.same_person import LINKED, SAME_CASE, PersonLink, Sides, also_in, may_be_told, mutuals, sides_of, walled
from storage.work import UnitOfWork, Work

MOST = 12
CHOSEN = "the one that was opened"
OTHER_SIDE = "each protects one from the other"


@dataclass(frozen=True)
class BesideEachOther:
    """`chosen` is the order that it was asked from; `more` how many are left out."""

    chosen: Order
    measures: tuple[Beside, ...]
    more: int = 0


async def beside_each_other(work: Work, clock: Clock, officer: Officer, order_id: UUID, channel: str = "") -> BesideEachOther:
    """Of the respondent of the order and of its protected person, as far as this officer may be told."""
    officer.must(Permission.LOOK_UP_ORDER)
    now = clock()
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        near = await uow.same_person.beside([order])
        others = [one for one in await uow.same_person.sides(near.references) if may_be_told(one, officer)]
        wanted = _wanted(order, others, near.links)
        orders = {one.id: walled(one, (*others, sides_of(order)), near.links) for one in await uow.orders.many(list(wanted))}
        shown = [await _beside(uow, orders[id], clock, *why) for id, why in wanted.items() if id in orders]
        found = in_sequence(shown)
        ids = ";".join(str(id) for one in found for id in (one.order.id, one.order.respondent.id, one.order.applicant.id))
        entry = AuditEntry(
            now, officer.id, AuditKind.CONSULTATION, "measure:person:listed", ids, channel=channel, recipient=str(officer.id)
        )
        await uow.audit.note(entry)
    return BesideEachOther(order, found[:MOST], max(0, len(found) - MOST))


def _wanted(order: Order, others: Sequence[Sides], links: Sequence[PersonLink]) -> dict[UUID, tuple[PartyRole, str]]:
    """By order, the role in it of this order's respondent (or, as the linked person, its protected person), and why it is shown."""
    wanted = {one.id: (PartyRole.RESPONDENT, SAME_CASE) for one in others if one.case_no == order.case_no}
    wanted |= {one.id: (PartyRole.APPLICANT, OTHER_SIDE) for one in mutuals(order, others, links)}
    told = {one.id for one in others}
    for one in reversed(also_in(order.id, links)):
        if one.record.order in told:
            wanted[one.record.order] = (one.record.role, LINKED)
    return {order.id: (PartyRole.RESPONDENT, CHOSEN)} | wanted


async def _beside(uow: UnitOfWork, order: Order, clock: Clock, role: PartyRole, how: str) -> Beside:
    earlier = await uow.orders.versions(order.id) if order.variation else []
    return Beside(order, standing_at((*earlier, order), clock()), role, how)
