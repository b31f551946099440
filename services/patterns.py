"""Whether the respondent of an order breaks orders again and again: reckoned at each showing, also from the orders that a person linked."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from domain.breaches.patterns import Pattern, pattern_of, seen
from domain.glances import Glance
from domain.officers import Officer, Permission
from domain.orders import Order, PartyRole
from domain.same_person import also_in, may_be_told
from storage.work import UnitOfWork


async def with_pattern(uow: UnitOfWork, officer: Officer, order: Order, glance: Glance, now: datetime) -> Glance:
    """The glance with the pattern, in the transaction that shows the order. Of other orders only those count of which this officer may be told."""
    officer.must(Permission.LOOK_UP_ORDER)
    orders = [order.id, *linked_orders(glance)]
    if len(orders) == 1 and not glance.breaches:
        return glance
    records = [record for id in orders for record in await uow.breaches.of_order(id)]
    return replace(glance, pattern=pattern_of(order.id, [seen(one) for one in records], now))


async def pattern_beside(uow: UnitOfWork, officer: Officer, order: Order, now: datetime) -> Pattern | None:
    """The same beside a record, in the transaction that shows it."""
    officer.must(Permission.LOOK_UP_ORDER)
    near = await uow.same_person.beside([order])
    told = {one.id for one in await uow.same_person.sides(near.references) if may_be_told(one, officer)}
    glance = Glance(also_in=tuple(one for one in also_in(order.id, near.links) if one.record.order in told))
    records = [record for id in (order.id, *linked_orders(glance)) for record in await uow.breaches.of_order(id)]
    return pattern_of(order.id, [seen(one) for one in records], now)


def linked_orders(glance: Glance) -> list[UUID]:
    """Other orders in which a person said that the respondent is the respondent here."""
    both = (PartyRole.RESPONDENT, PartyRole.RESPONDENT)
    return list(dict.fromkeys(one.record.order for one in glance.also_in if (one.whose, one.record.role) == both))
