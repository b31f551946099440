"""Bringing a database up to date with all that is drawn from its rows: the schema, and the search index where it is empty or of an older kind."""

import asyncio
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select

from domain.places import places_of
from storage.among import ONE
from storage.migrate import MIGRATE, WrongSchema, migrate
from storage.settling import settle
from storage.tables.orders import nmo
from storage.tables.search import indexed_party, lexicon, lexicon_key, party_name
from storage.work import Database, UnitOfWork

_AT_ONCE = 500
_TOKENS = select(func.count()).select_from(lexicon).where(lexicon.c.force == bindparam("force"))
# Whoever has two forenames is held by the two, which an index of before did not do.
_BY_FORENAMES = select(party_name.c.no).where(party_name.c.force == bindparam("force"), party_name.c.surname < 0).limit(ONE)
_TWO_FORENAMES = (
    select(indexed_party.c.no).where(indexed_party.c.force == bindparam("force"), indexed_party.c.names.like("%|% %")).limit(ONE)
)
_EMPTY = [delete(table).where(table.c.force == bindparam("force")) for table in (party_name, lexicon_key, lexicon, indexed_party)]
_ANY_ORDER = select(nmo.c.id).where(nmo.c.force == bindparam("force")).limit(ONE)


async def require_index(database: Database) -> None:
    """Raises WrongSchema where the force holds orders and none can be found: its index was emptied by a migration and not filled again."""
    mine = {"force": database.force}
    async with database.reading() as uow:
        held, tokens = await uow.connection.scalar(_ANY_ORDER, mine), await uow.connection.scalar(_TOKENS, mine)
    if held is not None and not tokens:
        raise WrongSchema(f"The search index of {database.force} has not been filled, so nobody would be found. {MIGRATE}")


async def bring_up_to_date(database: Database) -> tuple[str, str]:
    """The schema before (empty for an empty database) and after. A second run does nothing."""
    before, after = await migrate(database.engine)
    filled = 0
    async with database.work() as uow:
        if await _is_of_before(uow, database.force):
            for statement in _EMPTY:
                await uow.connection.execute(statement, {"force": database.force})
        if not await uow.connection.scalar(_TOKENS, {"force": database.force}):
            filled = await fill_index(uow)
        if await uow.places.is_empty():
            await fill_places(uow)
    if filled:
        await settle(database.engine)
    return before, after


async def _is_of_before(uow: UnitOfWork, force: str) -> bool:
    mine = {"force": force}
    if await uow.connection.scalar(_BY_FORENAMES, mine) is not None:
        return False
    return await uow.connection.scalar(_TWO_FORENAMES, mine) is not None


async def fill_index(uow: UnitOfWork) -> int:
    """Makes every order of the force findable, in this transaction; how many there were."""
    done, after = 0, ""
    while orders := await uow.orders.next_after(after, _AT_ONCE):
        await uow.search.add(orders)
        done, after = done + len(orders), orders[-1].reference
        await asyncio.sleep(0)
    return done


async def fill_places(uow: UnitOfWork) -> int:
    """Makes the checked conditions of every order findable by the places they name; how many orders there were."""
    done, checked = 0, await uow.terms.checked_orders()
    for start in range(0, len(checked), _AT_ONCE):
        done += await _fill_places_of(uow, checked[start : start + _AT_ONCE])
        await asyncio.sleep(0)
    return done


async def _fill_places_of(uow: UnitOfWork, ids: list[UUID]) -> int:
    done = 0
    for order in await uow.orders.many(ids):
        terms = await uow.terms.newest_checked(order.id) if order.conditions_checked else None
        if terms is not None:
            await uow.places.replace(order.id, places_of(order, terms.draft))
            done += 1
    return done
