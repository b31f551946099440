"""What the end-to-end tests share: the warm process, a register made once and copied for each test, and sessions to speak over."""

import asyncio
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import aiohttp
import pytest

from demo.load import load
from domain.clock import utc_now
from storage.database import open_database
from storage.keys import new_key, read_key
from storage.migrate import migrate
from tests.databases import FORCE
from tests.e2e.register import Register
from tests.e2e.running import ROOT, Warm, surroundings


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    folder = Path(tempfile.mkdtemp(prefix="nmo-e2e-"))
    door = folder / "door"
    command = [sys.executable, "-m", "tests.e2e.warm", str(door)]
    with subprocess.Popen(command, cwd=ROOT, env=surroundings({}), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"warm\n"
        yield Warm(str(door))
        process.terminate()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The made-up force, its people and its orders."""
    register = Register(tmp_path_factory.mktemp("prepared"))

    async def make() -> None:
        new_key(register.key)
        database = open_database(register.url, read_key(register.key), FORCE)
        await migrate(database.engine)
        await load(database.work, utc_now, FORCE)
        await database.close()

    asyncio.run(make())
    return register


@pytest.fixture
def register(prepared: Register, tmp_path: Path) -> Register:
    """A copy of the prepared register, this test's own."""
    shutil.copytree(prepared.folder, tmp_path / "register")
    return Register(tmp_path / "register")


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session
