"""A made-up force whose contacts all fall due in the same minute, each officer in a Teams chat of their own."""

from dataclasses import replace
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from domain.contacts import ContactPlan, plan_for
from domain.conversations import TEAMS, Conversation
from domain.officers import Officer, Role
from domain.orders import Order
from domain.outbox import NOBODY, REMIND, Outgoing, outgoing, paced
from domain.references import reference_of
from storage.database import open_database
from storage.keys import Keys
from storage.metadata import metadata
from storage.work import Database
from tests.orders import an_order

MASTER = b"made-up master key for benches!!"
KEYS = Keys(MASTER)
OFFICERS_A_SUPERVISOR = 20
AT_A_TIME = 1_000


def people(force: str, officers: int) -> list[Officer]:
    chiefs = [_officer(force, f"chief {number}", Role.SUPERVISOR) for number in range(-(-officers // OFFICERS_A_SUPERVISOR))]
    liaison = [_officer(force, f"liaison {number}", Role.VLO) for number in range(officers)]
    return [*chiefs, *(replace(one, supervisor=chiefs[at // OFFICERS_A_SUPERVISOR].id) for at, one in enumerate(liaison))]


def _officer(force: str, name: str, role: Role) -> Officer:
    return Officer(
        uuid5(NAMESPACE_URL, f"{force}:{name}"),
        force,
        f"Made-up {name}",
        "0000",
        f"{name.replace(' ', '.')}@force.example",
        frozenset({role}),
        "north",
    )


async def fill(database: Database, number: int, officers: int, due: datetime, service_url: str, *, spread: bool = False) -> None:
    """`number` reminders due then, or spread from then on as an import spreads its own."""
    await staff(database, officers, due, service_url)
    for first in range(0, number, AT_A_TIME):
        await owe(database, range(first, min(number, first + AT_A_TIME)), officers, due, spread=spread)


async def staff(database: Database, officers: int, now: datetime, service_url: str) -> None:
    everybody = people(database.force, officers)
    async with database.work() as uow:
        await uow.officers.save(everybody)
        for at, one in enumerate(everybody):
            await uow.conversations.save(Conversation(f"a-{database.force}-{at}", TEAMS, one.id, service_url), now)


async def owe(database: Database, ranks: range, officers: int, due: datetime, *, spread: bool = False) -> None:
    """One reminder for each rank, of an order whose reference is that number."""
    liaison = [one for one in people(database.force, officers) if Role.VLO in one.roles]
    owed = [_owed(database.force, liaison[rank % officers].id, due, rank) for rank in ranks]
    moments = [paced(due, rank, rank // officers) if spread else due for rank in ranks]
    async with database.work() as uow:
        await uow.orders.save_many([order for order, _ in owed])
        await uow.contacts.add([plan for _, plan in owed])
        await uow.outbox.plan([_row(plan, at) for (_, plan), at in zip(owed, moments, strict=True)])


def _owed(force: str, owner: UUID, due: datetime, number: int) -> tuple[Order, ContactPlan]:
    order = an_order(force=force, reference=reference_of(number, "NMO"))
    return order, replace(plan_for(order, due), owner=owner)


def _row(plan: ContactPlan, at: datetime) -> Outgoing:
    return replace(outgoing(plan, REMIND, plan.owner or NOBODY, at), urgency=1)


async def made(address: str, force: str) -> Database:
    """With every table; on a server the first force makes them."""
    database = open_database(address, KEYS, force)
    async with database.engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    return database
