"""One order with what its retention goes by: its breaches and what was decided of it."""

from collections.abc import Sequence

from domain.officers import Actor, Permission
from domain.orders import Order
from domain.retention import KeptRecord
from storage.work import UnitOfWork


async def kept_record(uow: UnitOfWork, actor: Actor, order: Order) -> KeptRecord:
    actor.must(Permission.ERASE_RECORDS)
    return (await kept_records(uow, actor, [order]))[0]


async def kept_records(uow: UnitOfWork, actor: Actor, orders: Sequence[Order]) -> list[KeptRecord]:
    """In their order, with the collar numbers or names of those who decided."""
    actor.must(Permission.ERASE_RECORDS)
    ids = [one.id for one in orders]
    breaches, decisions = await uow.retention.breaches(ids), await uow.retention.decisions(ids)
    people = await uow.officers.some({one.officer for some in decisions.values() for one in some})
    named = {id: one.collar or one.name for id, one in people.items()}
    return [
        KeptRecord(
            one,
            breaches[one.id].number if one.id in breaches else 0,
            breaches[one.id].newest if one.id in breaches else None,
            decisions.get(one.id, ()),
            named,
        )
        for one in orders
    ]
