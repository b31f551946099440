"""Bringing a database up to date with all that is drawn from its rows: the schema, and the search index where it is empty."""

import asyncio

from sqlalchemy import bindparam, func, select

from storage.migrate import migrate
from storage.tables.search import lexicon
from storage.work import Database, UnitOfWork

_AT_ONCE = 500
_TOKENS = select(func.count()).select_from(lexicon).where(lexicon.c.force == bindparam("force"))


async def bring_up_to_date(database: Database) -> tuple[str, str]:
    """The schema before (empty for an empty database) and after. A second run does nothing."""
    before, after = await migrate(database.engine)
    async with database.work() as uow:
        if not await uow.connection.scalar(_TOKENS, {"force": database.force}):
            await fill_index(uow)
    return before, after


async def fill_index(uow: UnitOfWork) -> int:
    """Makes every order of the force findable, in this transaction; how many there were."""
    done, after = 0, ""
    while orders := await uow.orders.next_after(after, _AT_ONCE):
        await uow.search.add(orders)
        done, after = done + len(orders), orders[-1].reference
        await asyncio.sleep(0)
    return done
