"""Plans as a use case takes them up: one by its id, or those that an officer's words may mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.clock import Clock
from domain.contacts import ContactPlan, PlanState
from domain.errors import NotFound
from domain.names import tokens
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.protected import most_telling_first
from storage.work import UnitOfWork

CLOSED = "That contact plan has been closed."
MOST_ASKED = 6
_REFERENCE = re.compile(r"\bNMO[-\s]?([A-Z0-9]{6})\b", re.IGNORECASE)


@dataclass(frozen=True)
class HeldPlan:
    plan: ContactPlan
    orders: tuple[Order, ...]

    @property
    def order(self) -> Order:
        return self.orders[0]


async def held(uow: UnitOfWork, clock: Clock, actor: Actor, plan_id: UUID) -> HeldPlan:
    """An open plan and its orders, kept from other writers until this transaction ends."""
    actor.must(Permission.PLAN_CONTACT)
    plan = await uow.contacts.hold(plan_id)
    orders = most_telling_first((await uow.orders.of_plans([plan_id])).get(plan_id, ()), clock())
    if plan is None or not orders or plan.state is not PlanState.OPEN:
        raise NotFound(CLOSED)
    return HeldPlan(plan, orders)


async def meant_plans(uow: UnitOfWork, clock: Clock, officer: Officer, words: str, *, brought_up: bool) -> list[HeldPlan]:
    """The officer's own, and of whomever they stand in for: by a reference or a name among the words, else those that were brought up by now.

    `brought_up` leaves out what nobody was reminded of yet, whatever the words. The latest reminder comes first.
    """
    officer.must(Permission.PLAN_CONTACT)
    now = clock()
    roster = await uow.duty.roster(now)
    owners = [one.id for one in await uow.officers.all() if roster.stand_in(one.id, now) == officer.id]
    plans = await uow.duty.offers.owned_by({officer.id, *owners})
    orders = await uow.orders.of_plans([plan.id for plan in plans])
    theirs = [HeldPlan(plan, most_telling_first(orders[plan.id], now)) for plan in plans if plan.id in orders]
    out = [one for one in theirs if one.plan.remind_at <= now]
    named = _named(theirs if not brought_up else out, words)
    return sorted(out if named is None else named, key=lambda one: one.plan.remind_at, reverse=True)


def _named(plans: Sequence[HeldPlan], words: str) -> list[HeldPlan] | None:
    """None where the words name nobody."""
    given = {f"NMO-{one.upper()}" for one in _REFERENCE.findall(words)}
    if given:
        return [one for one in plans if given & {order.reference for order in one.orders}]
    said = frozenset(tokens(words))
    found = [one for one in plans if any(_bears(order, said) for order in one.orders)]
    return found or None


def _bears(order: Order, said: frozenset[str]) -> bool:
    """The surname, or the whole name, of the protected person stands among the words."""
    surname = frozenset(tokens(order.applicant.surname or ""))
    whole = frozenset(tokens(order.applicant.name))
    return bool(surname) and (surname <= said or whole <= said)
