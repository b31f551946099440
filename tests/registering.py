"""A chat with everything that the register's own dialogs need beside them, over a real database."""

from collections.abc import Sequence
from functools import partial

from dialogs.lookups import LookupDialog
from dialogs.orders import OrderDialog
from dialogs.papers import PapersDialog
from dialogs.register_joined import register_dialogs
from dialogs.reviews import ReviewsDialog
from domain.clock import Clock
from domain.officers import Officer
from domain.orders import Order
from services.contacts import open_plans
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import FrozenClock
from tests.papers import at_once
from tests.people import EVERYONE
from tests.policies import unasked

CLOCK = FrozenClock()


async def hold_orders(database: Database, orders: Sequence[Order]) -> None:
    """In the register and searchable, with the officers of the made-up force and a contact plan each."""
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many(orders)
        await uow.search.add(orders)


def register_chat(database: Database, officer: Officer, clock: Clock = CLOCK, window: str = "web") -> Chat:
    work = database.work
    capabilities = [
        LookupDialog(work, clock, unasked),
        OrderDialog(work, clock, unasked),
        ReviewsDialog(work, clock),
        PapersDialog(work, clock, partial(open_plans, policy=unasked), at_once),
        *register_dialogs(work, clock, unasked),
    ]
    return Chat(database, officer, capabilities, clock=clock, window=window)
