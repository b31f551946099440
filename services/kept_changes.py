"""A change that somebody recorded of an order, kept beside the version that it made, and told of to whoever asked."""

from domain.clock import Clock
from domain.officers import Actor, Permission
from domain.order_changes import Recorded
from domain.orders import Order
from services.watches import tell_of_changes
from storage.work import UnitOfWork


async def keep_change(uow: UnitOfWork, clock: Clock, actor: Actor, saved: Order, change: Recorded) -> None:
    """In the transaction that saved this version."""
    actor.must(Permission.SEND_REMINDERS)
    await uow.order_changes.add(change)
    await tell_of_changes(uow, clock, actor, [saved])
