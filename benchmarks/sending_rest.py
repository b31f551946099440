"""A worker that has nothing to do, beside 100,000 contacts of the days to come; and how soon another goes on when one was killed."""

import asyncio
import os
import signal
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import aiohttp
import orjson

from benchmarks.figures import Figure
from benchmarks.machine import exact_cpu_seconds
from benchmarks.processes import running_channel, started
from benchmarks.product import made_register, serving
from benchmarks.reminding.force import fill, made
from benchmarks.sending import all_taken, asked_of, channel, closed, created, server
from domain.clock import utc_now

AHEAD, OFFICERS = 100_000, 1_000
DAYS_AHEAD = timedelta(days=3)
STARTING_SECONDS, IDLE_SECONDS = 15.0, 60.0
HELD, KILLED_AT = 3_000, 300


async def measure() -> list[Figure]:
    with server() as base, TemporaryDirectory() as folder:
        return [
            await _idle_figure("SQLite", f"sqlite:///{folder}/idle.db"),
            await _idle_figure("PostgreSQL", await created(base, "idle")),
            await _reclaimed_figure("SQLite", f"sqlite:///{folder}/held.db"),
            await _reclaimed_figure("PostgreSQL", await created(base, "held")),
            await _serving_figure(),
        ]


async def _idle_figure(name: str, address: str) -> Figure:
    """The first minute of a worker that has started, every job of it among what is counted."""
    due = utc_now() + DAYS_AHEAD
    async with closed(await made(address, "bench")) as database:
        await fill(database, AHEAD, OFFICERS, due, "http://127.0.0.1:9/")
    async with started("benchmarks.reminding.worker", _asked(address)) as (process, _):
        await asyncio.sleep(STARTING_SECONDS)
        before = exact_cpu_seconds(process.pid)
        await asyncio.sleep(IDLE_SECONDS)
        spent = exact_cpu_seconds(process.pid) - before
    return Figure(f"idle with {AHEAD:,} contacts to come, {name}", "CPU-s a minute", (spent,), most=0.5)


async def _reclaimed_figure(name: str, address: str) -> Figure:
    """From the kill in the middle of a burst to the last of what the channel had not had, by a worker that ran beside the first."""
    due = utc_now() - timedelta(seconds=1)
    async with AsyncExitStack() as stack:
        url = await stack.enter_async_context(channel())
        session = await stack.enter_async_context(aiohttp.ClientSession())
        async with closed(await made(address, "bench")) as database:
            await fill(database, HELD, OFFICERS, due, url)
        first, _ = await stack.enter_async_context(started("benchmarks.reminding.worker", _asked(address)))
        await all_taken(session, url, KILLED_AT)
        first.kill()
        begun = perf_counter()
        await stack.enter_async_context(started("benchmarks.reminding.worker", _asked(address)))
        arrived = 0
        while arrived < HELD:
            await asyncio.sleep(0.2)
            arrived = len({reference for reference, _ in (await asked_of(session, f"{url}/all"))["taken"]})
        return Figure(f"kill -9 of a worker in a burst until all is sent, {name}", "s", (perf_counter() - begun,), most=40.0)


async def _serving_figure() -> Figure:
    with TemporaryDirectory() as folder:
        async with running_channel() as teams, aiohttp.ClientSession() as session:
            register = await made_register(Path(folder), teams)
            async with serving(register, session) as killed:
                os.kill(killed.pid, signal.SIGKILL)
            begun = perf_counter()
            async with serving(register, session):
                return Figure("start after kill -9 to /readyz 200", "s", (perf_counter() - begun,), most=5.0)


def _asked(address: str) -> str:
    asked: dict[str, Any] = {"address": address, "forces": ["bench"], "pace": "unpaced", "ahead": 0}
    return orjson.dumps(asked).decode()
