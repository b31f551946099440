"""The register as it is printed for when the bot is down: the orders that run, with their terms, and the contacts that are owed soon."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_lists import ALWAYS, Cursor, Window
from domain.contacts import Risk
from domain.evidence import Evidence
from domain.exercises import is_exercise
from domain.officers import Actor, Permission, Role, SystemJob
from domain.order_states import Standing, standing_at
from domain.orders import LIVE, Order
from domain.protected import most_telling_first
from domain.same_person import walled
from domain.terms import OrderTerms
from storage.contact_lists import Whose
from storage.work import UnitOfWork, Work

AT_ONCE = 200
AHEAD = timedelta(hours=48)
MOST_CONTACTS = 5_000


@dataclass(frozen=True)
class PrintedOrder:
    """`order` with whoever another order protects walled off."""

    order: Order
    standing: Standing
    evidence: tuple[Evidence, ...]
    terms: OrderTerms | None


@dataclass(frozen=True)
class PrintedContact:
    """That a contact is owed: of which order, whose it is and by when. Neither who it is with nor how they are reached is printed."""

    reference: str
    owner: str
    must_by: datetime
    risk: Risk


@dataclass(frozen=True)
class DailyPrint:
    force: str
    at: datetime
    orders: tuple[PrintedOrder, ...]
    contacts: tuple[PrintedContact, ...]


def print_job(force: str) -> SystemJob:
    """The system's own actor for the print; it may do nothing else."""
    return SystemJob("daily-print", force, frozenset({Permission.KEEP_DATABASE}))


async def take_print(work: Work, reading: Work, clock: Clock, actor: Actor, operator: str = "") -> DailyPrint:
    """That it was given out is on the trail before it is made. The register is read some orders at a time."""
    actor.must(Permission.KEEP_DATABASE)
    now = clock()
    async with work() as uow:
        force = uow.force
        await uow.audit.note(AuditEntry(now, actor.id, AuditKind.DISCLOSURE, "print:register:made", REGISTER, typed=operator or None))
    orders: list[PrintedOrder] = []
    last: str | None = ""
    while last is not None:
        async with reading() as uow:
            some = await uow.orders.next_after(last, AT_ONCE)
            orders += await _printed(uow, [one for one in some if not is_exercise(one)], now)
        last = some[-1].reference if some else None
        await asyncio.sleep(0)
    async with reading() as uow:
        contacts = await _contacts(uow, now)
    return DailyPrint(force, now, tuple(sorted(orders, key=_by_name)), tuple(contacts))


async def _printed(uow: UnitOfWork, some: Sequence[Order], now: datetime) -> list[PrintedOrder]:
    near = await uow.same_person.beside(some)
    others = await uow.same_person.sides(near.references)
    found = []
    for order in some:
        earlier = await uow.orders.versions(order.id) if order.variation else []
        stands = standing_at((*earlier, order), now)
        if stands.state not in LIVE:
            continue
        terms = await uow.terms.newest_checked(order.id) if order.conditions_checked else None
        held = await uow.evidence.of_order(order.id)
        found.append(PrintedOrder(walled(order, others, near.links), stands, tuple(held), terms))
    return found


async def _contacts(uow: UnitOfWork, now: datetime) -> list[PrintedContact]:
    people = {one.id: one.name for one in await uow.officers.all()}
    by = now + AHEAD
    ids = await uow.contact_lists.page(Whose(list(people), tuple(Role)), list(Risk), Window(ALWAYS, by, ALWAYS), Cursor(), MOST_CONTACTS)
    plans, orders = await uow.contacts.some(ids), await uow.orders.of_plans(ids)
    found = []
    for id in ids:
        if id in plans and id in orders:
            first = most_telling_first(orders[id], now)[0]
            owner = people.get(plans[id].owner or UUID(int=0), "nobody has it")
            found.append((first, PrintedContact(first.reference, owner, plans[id].due.must_by, plans[id].risk)))
    return [one for order, one in found if not is_exercise(order)]


def _by_name(one: PrintedOrder) -> tuple[str, str, str]:
    respondent = one.order.respondent
    return (respondent.surname or "").casefold(), (respondent.forenames or "").casefold(), one.order.reference
