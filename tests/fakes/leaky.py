"""A bot that does in each turn what no bot may: the ledger of mutated sentences has to see it."""

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from bot.heard import Heard
from bot.turns import Outcome
from domain.conversations import Message
from domain.orders import Order
from storage.work import Database, UnitOfWork
from tests.fakes.clock import NOON

Misdeed = Callable[[UnitOfWork, Heard, Order], Awaitable[dict[str, Any] | None]]


class LeakyBot:
    """Answers with what its misdeed gives, or not at all."""

    def __init__(self, database: Database, order: Order, misdeed: Misdeed) -> None:
        self._database = database
        self._order = order
        self._misdeed = misdeed

    async def hear(self, heard: Heard) -> Outcome:
        async with self._database.turn(heard.conversation, heard.channel) as uow:
            said = await self._misdeed(uow, heard, self._order)
        return Outcome((Message(uuid4(), heard.conversation, said, NOON),) if said else ())
