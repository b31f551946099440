"""Whole turns about one order in the register: the look-up and the record of a breach as an officer has them in the chat."""

from collections.abc import Callable

from sqlalchemy import text

from dialogs.breaches import BreachDialog
from dialogs.guidance import GuidanceDialog
from dialogs.lookups import LookupDialog
from domain.officers import Officer
from domain.orders import Order
from domain.policies import Policy
from services.breaches import Breaches
from services.guidance import Guidance
from storage.work import Database
from tests.breaches import NOW, FollowUpSeen
from tests.fakes.chat import LIBRARY, Chat
from tests.fakes.clock import FrozenClock
from tests.people import EVERYONE, RESPONSE
from tests.policies import unasked


class Register:
    """Each `chat` is another window, with services made anew on the same database."""

    def __init__(self, database: Database, policy: Callable[[], Policy] = unasked) -> None:
        self.database = database
        self.clock = FrozenClock(NOW)
        self.follow_up = FollowUpSeen()
        self._policy = policy

    async def holds(self, *orders: Order) -> None:
        async with self.database.work() as uow:
            await uow.officers.save(EVERYONE)
            await uow.orders.save_many(orders)
            await uow.search.add(orders)

    def chat(self, window: str = "web", officer: Officer = RESPONSE) -> Chat:
        work, clock = self.database.work, self.clock
        lookups = LookupDialog(work, clock, self._policy)
        breaches = BreachDialog(Breaches(work, clock, self.follow_up))
        guidance = GuidanceDialog(Guidance(work, clock, LIBRARY))
        return Chat(self.database, officer, [lookups, breaches, guidance], clock=clock, window=window)

    async def rows(self, table: str) -> str:
        """All that stands open in a table."""
        async with self.database.reading() as uow:
            kept = await uow.connection.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - the tests' own names of tables
            return repr([tuple(row) for row in kept])


def fields(chat: Chat) -> dict[str, str]:
    """What is filled in on the card shown last."""
    return {one["id"]: one["value"] for one in chat.cards[-1]["body"] if one["type"].startswith("Input.") and one.get("value")}
