"""Starts the measured processes and ends them."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import orjson

from benchmarks.machine import cpu_seconds, exact_cpu_seconds
from benchmarks.serving import Channel, told


@dataclass(frozen=True)
class Server:
    name: str
    address: str
    pid: int

    def cpu(self) -> float:
        return cpu_seconds(self.pid)

    def exact_cpu(self) -> float:
        return exact_cpu_seconds(self.pid)


@asynccontextmanager
async def running_channel() -> AsyncIterator[Channel]:
    async with started("benchmarks.channel") as (_, facts):
        yield Channel(**orjson.loads(facts["channel"]))


@asynccontextmanager
async def running(name: str, channel: Channel) -> AsyncIterator[Server]:
    """One of benchmarks/servers."""
    async with started(f"benchmarks.servers.{name}", told(channel)) as (process, facts):
        yield Server(name, facts["address"], process.pid)


@asynccontextmanager
async def started(module: str, *arguments: str) -> AsyncIterator[tuple[Process, dict[str, str]]]:
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", module, *arguments, stdin=PIPE, stdout=PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        line = await asyncio.wait_for(process.stdout.readline(), 60)
        if not line:
            raise SystemExit(f"{module} did not start: what it said stands above.")
        yield process, orjson.loads(line)
    finally:
        process.stdin.close()
        await process.wait()
