"""Whether the respondent of an order breaks orders again and again: reckoned at each showing, also from the orders that a person linked."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from domain.breaches.patterns import Pattern, counted_since, pattern_of
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
    return replace(glance, pattern=pattern_of(order.id, await uow.breaches.seen_of(orders, counted_since(now)), now))


async def pattern_beside(uow: UnitOfWork, officer: Officer, order: Order, now: datetime) -> Pattern | None:
    """The same beside a record, in the transaction that shows it."""
    officer.must(Permission.LOOK_UP_ORDER)
    near = await uow.same_person.beside([order])
    told = {one.id for one in await uow.same_person.sides(near.references) if may_be_told(one, officer)}
    glance = Glance(also_in=tuple(one for one in also_in(order.id, near.links) if one.record.order in told))
    return pattern_of(order.id, await uow.breaches.seen_of((order.id, *linked_orders(glance)), counted_since(now)), now)


def linked_orders(glance: Glance) -> list[UUID]:
    """Other orders in which a person said that the respondent is the respondent here."""
    both = (PartyRole.RESPONDENT, PartyRole.RESPONDENT)
    return list(dict.fromkeys(one.record.order for one in glance.also_in if (one.whose, one.record.role) == both))
