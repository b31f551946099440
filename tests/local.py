"""A made-up force with two areas, orders whose respondents live there, and the chats of its officers, for the tests of local monitoring."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import uuid4

from dialogs.contacts_joined import contact_dialogs
from dialogs.lookups import LookupDialog
from domain.areas import Area
from domain.breaches.drafts import Breach
from domain.officers import Officer, Role
from domain.orders import Order
from domain.policies import Policy
from domain.references import new_reference
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON
from tests.orders import a_party, an_order
from tests.people import EVERYONE, NEIGHBOUR, RESPONSE, officer
from tests.reminding import Register

HILL_OFFICER = replace(officer("Hester Hill", Role.NEIGHBOURHOOD, team="south"), supervisor=None)
RIVERSIDE = Area("riverside", "Riverside", frozenset({"ZZ1"}), frozenset({"ZZ3 4"}), officers=frozenset({NEIGHBOUR.email}))
HILL = Area("hill", "Hill", frozenset({"ZZ7"}), teams=frozenset({"south"}))
_RANDOM = Random(20261120)
POLICY = Policy(asks_reason=False, areas_worked=(RIVERSIDE, HILL))


class Beat(Register):
    """A register whose orders can be looked up, with the policy that says whose beat is where."""

    policy = POLICY

    async def hold(self, *orders: Order, planned: bool = True) -> None:
        """With their contact plans, or without any."""
        async with self.database.work() as uow:
            await uow.officers.save([*EVERYONE, HILL_OFFICER])
            await uow.search.add(orders)
        self.order, *more = orders
        if planned:
            await self.open(*more)
            return
        async with self.database.work() as uow:
            await uow.orders.save_many(orders)

    def chat(self, officer: Officer, window: str = "web") -> Chat:
        """With the real root, and every dialog of contacts and of local monitoring."""
        capabilities = contact_dialogs(self.database.work, self.clock, lambda: self.policy)
        lookups = LookupDialog(self.database.work, self.clock, lambda: self.policy)
        return Chat(self.database, officer, [*capabilities, lookups], clock=self.clock, window=window)

    def an_order(self, postcode: str = "ZZ1 4AB", ends_in: float | None = 100, **changes: object) -> Order:
        """Against somebody who lives there, which ends in so many days."""
        ends = None if ends_in is None else self.clock() + timedelta(days=ends_in)
        return an_order(**{"respondent": a_party(postcode=postcode), "expires_at": ends, **changes})


def a_breach(order: Order, on: date) -> Breach:
    """As it was recorded at noon of that day."""
    return Breach(uuid4(), "demo", new_reference("BR", _RANDOM), order.id, 1, RESPONSE.id, "0000", NOON, (), happened_on=on)


def references(said: Sequence[str]) -> list[str]:
    """The orders of a card, in its sequence."""
    return [word for word in said if word.startswith("NMO-")]
