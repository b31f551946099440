"""Which of the orders that are shown came from another force, or whose protected person is another force's to contact now."""

from collections.abc import Sequence
from dataclasses import replace

from domain.lookups import Match
from domain.officers import Actor, Permission
from storage.work import UnitOfWork


async def marked(uow: UnitOfWork, actor: Actor, matches: Sequence[Match]) -> tuple[Match, ...]:
    actor.must(Permission.LOOK_UP_ORDER)
    if not matches:
        return ()
    found = await uow.transfers.of_orders([one.order.id for one in matches])
    return tuple(replace(one, transfers=tuple(found[one.order.id])) if one.order.id in found else one for one in matches)
