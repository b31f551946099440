"""What plans the contact that orders ask for, in the transaction that takes them in or changes them."""

from collections.abc import Awaitable, Callable, Sequence

from domain.clock import Clock
from domain.officers import Actor
from domain.orders import Order
from storage.work import UnitOfWork

Planned = Callable[[UnitOfWork, Clock, Actor, Sequence[Order]], Awaitable[object]]
