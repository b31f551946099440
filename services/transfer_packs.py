"""What goes over with a protected person, read together: orders with their versions, papers, proof and checked conditions, and the records of breaches."""

import base64
from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.breaches.summary import pieces
from domain.documents import DocumentKind
from domain.officers import Actor, Permission
from domain.orders import Order
from domain.transfer_pack import PackedBreach, PackedOrder, PackedPaper, PackedVersion
from domain.versions_told import VersionTold, of_force, versions_told
from services.held_plans import HeldPlan
from storage.work import UnitOfWork


async def orders_of(uow: UnitOfWork, actor: Actor, found: HeldPlan) -> list[PackedOrder]:
    actor.must(Permission.TRANSFER)
    return [await _packed(uow, one) for one in found.orders]


async def packed_breaches(uow: UnitOfWork, actor: Actor, orders: Iterable[Order]) -> list[PackedBreach]:
    """Every record of these orders, as its text for the crime report stands now."""
    actor.must(Permission.TRANSFER)
    packed = []
    for order in orders:
        evidence, earlier = await uow.evidence.of_order(order.id), await uow.orders.versions(order.id)
        for one in await uow.breaches.of_order(order.id):
            lines = pieces(one, order, evidence, earlier, await uow.signing.of(one.id))
            packed.append(PackedBreach(one.reference, one.happened_on, tuple(lines), order.reference))
    return packed


async def _packed(uow: UnitOfWork, order: Order) -> PackedOrder:
    checked = await uow.terms.newest_checked(order.id) if order.conditions_checked else None
    conditions = tuple(one.words for one in checked.draft.conditions) if checked else ()
    papers = [await uow.orders.document(order.id, kind) for kind in DocumentKind]
    kept = tuple(
        PackedPaper(one.kind.value, one.name, one.sha256, base64.b64encode(one.content).decode()) for one in papers if one is not None
    )
    evidence, earlier = tuple(await uow.evidence.of_order(order.id)), await uow.orders.past(order.id)
    versions = tuple(PackedVersion(*one) for one in earlier)
    return PackedOrder(order, evidence, conditions, kept, versions, tuple(await _told(uow, order, earlier)))


async def _told(uow: UnitOfWork, order: Order, earlier: Sequence[tuple[Order, datetime]]) -> list[VersionTold]:
    """This force's own versions, and what others told of theirs when the order came from them."""
    received, changes = await uow.versions_told.of_order(order.id), await uow.order_changes.of_order(order.id)
    people = await uow.officers.some({one.officer for one in changes})
    named = {id: ", ".join(part for part in (one.name, one.collar) if part) for id, one in people.items()}
    taken_as = max((one.taken_as for one in received), default=0)
    own = [one for one in versions_told(order, earlier, changes, named) if one.version > taken_as]
    name = uow.policy().transfers.own_name or uow.force
    return [of_force(one, uow.force, name) for one in (*received, *own)]
