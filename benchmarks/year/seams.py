"""Where the simulation does by itself what no service of the product does for it."""

from dataclasses import replace
from uuid import UUID

from domain.clock import Clock
from domain.contact_lists import Cursor, Listing, Span, window_of
from domain.contacts import Risk
from domain.officers import Officer, Permission, Role
from services.leavers import rehome
from storage.contact_lists import Whose
from storage.work import Database

_ALL = 1_000_000


async def leave_force(database: Database, clock: Clock, admin: Officer, officer: Officer) -> Officer:
    """As the import of the force's people does it."""
    left = replace(officer, active=False)
    async with database.work() as uow:
        await uow.officers.save([left])
        await rehome(uow, clock, admin)
    return left


async def without_owner(database: Database, clock: Clock) -> set[UUID]:
    """Open plans that nobody has, or somebody who has left: as the rows say."""
    async with database.reading() as uow:
        left = [one.id for one in await uow.officers.all() if not one.may(Permission.PLAN_CONTACT)]
        window = window_of(Listing(Span.OPEN), clock())
        return set(await uow.contact_lists.page(Whose(left, tuple(Role)), list(Risk), window, Cursor(), _ALL))
