"""What every measured server shares: a free port on loopback, told on standard output, until standard input ends."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass
from typing import Any

import orjson
from aiohttp import web

from bot.commands.serving import spare_the_collector

Site = Callable[["Channel"], AbstractAsyncContextManager[web.Application]]


@dataclass(frozen=True)
class Channel:
    """Where the stand-in for Teams listens, and the token that it signs its calls with."""

    service_url: str
    metadata_url: str
    token_url: str
    token: str
    app_id: str
    tenant: str


def tell(facts: dict[str, Any]) -> None:
    sys.stdout.buffer.write(orjson.dumps(facts) + b"\n")
    sys.stdout.buffer.flush()


def told(channel: Channel) -> str:
    return orjson.dumps(asdict(channel)).decode()


async def listen(application: web.Application) -> tuple[web.AppRunner, str]:
    """Without an access log, for all alike."""
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    return runner, f"http://127.0.0.1:{runner.addresses[0][1]}"


async def until_told() -> None:
    """Returns when whoever started this process lets go of its standard input."""
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)


def serve(site: Site) -> None:
    """Runs one measured bot: its channel is the first argument."""

    async def run() -> None:
        async with site(Channel(**orjson.loads(sys.argv[1]))) as application:
            runner, address = await listen(application)
            spare_the_collector()
            tell({"address": address})
            await until_told()
            await runner.cleanup()

    asyncio.run(run())
