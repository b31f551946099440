"""Two made-up forces in a folder, each in an encrypted file of its own: made, or opened as they were left."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

from domain.policies import Policy
from storage.database import open_database
from storage.migrate import migrate
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.reminding import Register
from tests.transferring import WEST, TwoForces, introduced, rules_of

URL = "http://127.0.0.1:1"


async def make(folder: Path) -> None:
    """With a person whom the one force keeps contact with, and everything there is to take along."""
    here, there = _opened(folder, FORCE), _opened(folder, WEST)
    for one in (here, there):
        await migrate(one.engine)
    order = (await introduced(here, there, URL)).here.order
    (folder / "order").write_text(json.dumps(str(order.id)))
    await here.close()
    await there.close()


@asynccontextmanager
async def held(folder: Path) -> AsyncIterator[TwoForces]:
    here, there = _opened(folder, FORCE), _opened(folder, WEST)
    register = Register(here)
    async with here.reading() as uow:
        register.order = await uow.orders.demand(UUID(json.loads((folder / "order").read_text())))
    yield TwoForces(register, there)
    await here.close()
    await there.close()


def _opened(folder: Path, force: str) -> Database:
    database = open_database(f"sqlite:///{folder / force}.db", KEYS, force)
    database.policy = lambda: Policy(asks_reason=False, transfers=rules_of(force, URL))
    return database
