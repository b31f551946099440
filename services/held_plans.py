"""Plans as a use case takes them up: one by its id, or those that an officer's words may mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.clock import Clock
from domain.contacts import ContactPlan, PlanState
from domain.errors import NotFound
from domain.folding import tokens
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.protected import most_telling_first
from domain.references import LOOSE_NMO, canonical
from storage.work import UnitOfWork

CLOSED = "That contact plan has been closed."
MOST_ASKED = 6
_NUMBER = re.compile(r"\b(?=[A-Z]*\d)[A-Z0-9]{6,20}\b", re.IGNORECASE)
_REFERENCE = re.compile(rf"\b{LOOSE_NMO}\b", re.IGNORECASE)


@dataclass(frozen=True)
class HeldPlan:
    plan: ContactPlan
    orders: tuple[Order, ...]

    @property
    def order(self) -> Order:
        return self.orders[0]

    @property
    def others(self) -> tuple[Order, ...]:
        return self.orders[1:]


async def held(uow: UnitOfWork, clock: Clock, actor: Actor, plan_id: UUID) -> HeldPlan:
    """An open plan and its orders, kept from other writers until this transaction ends."""
    actor.must(Permission.PLAN_CONTACT)
    one = await held_even_closed(uow, clock, actor, plan_id)
    if one is None or one.plan.state is not PlanState.OPEN:
        raise NotFound(CLOSED)
    return one


async def held_even_closed(uow: UnitOfWork, clock: Clock, actor: Actor, plan_id: UUID) -> HeldPlan | None:
    """As `held`, whatever the plan's state; None where it or the last of its orders is gone."""
    actor.must(Permission.PLAN_CONTACT)
    plan = await uow.contacts.hold(plan_id)
    return next(iter(await with_orders(uow, clock, actor, [plan] if plan else [])), None)


async def read(uow: UnitOfWork, clock: Clock, actor: Actor, plan_id: UUID) -> HeldPlan | None:
    """As `held_even_closed`, without keeping anybody from writing."""
    actor.must(Permission.PLAN_CONTACT)
    plan = await uow.contacts.get(plan_id)
    return next(iter(await with_orders(uow, clock, actor, [plan] if plan else [])), None)


async def with_orders(uow: UnitOfWork, clock: Clock, actor: Actor, plans: Sequence[ContactPlan]) -> list[HeldPlan]:
    """In the sequence given, each with its orders, the most telling first; without those whose orders are gone."""
    actor.must(Permission.PLAN_CONTACT)
    orders, now = await uow.orders.of_plans([plan.id for plan in plans]), clock()
    return [HeldPlan(plan, most_telling_first(orders[plan.id], now)) for plan in plans if plan.id in orders]


async def meant_plans(
    uow: UnitOfWork, clock: Clock, officer: Officer, words: str, *, brought_up: bool, beside: Iterable[UUID] = ()
) -> list[HeldPlan]:
    """The officer's own, of whomever they stand in for and of those `beside`: by a reference or a name among the words, else those that were brought up by now.

    `brought_up` leaves out what nobody was reminded of yet, whatever the words. The latest reminder comes first.
    """
    officer.must(Permission.PLAN_CONTACT)
    now = clock()
    roster = await uow.duty.roster(now)
    owners = [one.id for one in await uow.officers.all() if roster.stand_in(one.id, now) == officer.id]
    plans = await uow.duty.offers.owned_by({officer.id, *owners, *beside})
    theirs = await with_orders(uow, clock, officer, plans)
    out = [one for one in theirs if one.plan.remind_at <= now]
    named = _named(theirs if not brought_up else out, words)
    return sorted(out if named is None else named, key=lambda one: one.plan.remind_at, reverse=True)


def _named(plans: Sequence[HeldPlan], words: str) -> list[HeldPlan] | None:
    """None where there are no words; words that fit nobody name nobody, so that no other contact is taken for the one that was meant."""
    if not words.strip():
        return None
    given = {canonical(one) for one in _REFERENCE.findall(words)} | {one.upper() for one in _NUMBER.findall(words)}
    by_number = [one for one in plans if given & {number for order in one.orders for number in _numbers(order)}]
    if by_number or _REFERENCE.search(words):
        return by_number
    said = frozenset(tokens(words))
    whose = said | {one[:-1] for one in said if one.endswith("s")}
    return [one for one in plans if any(_bears(order, whose) for order in one.orders)]


def _numbers(order: Order) -> tuple[str, ...]:
    return order.reference, order.case_no.upper(), (order.familyman_no or "").upper()


def _bears(order: Order, said: frozenset[str]) -> bool:
    """The surname, or the first of the forenames, of the protected person stands among the words."""
    surname, forenames = tokens(order.applicant.surname or ""), tokens(order.applicant.forenames or "")
    return (bool(surname) and frozenset(surname) <= said) or (bool(forenames) and forenames[0] in said)
