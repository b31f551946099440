"""Serving until told to stop."""

import asyncio
import gc
import os
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import structlog
from aiohttp import web

from bot.settings import Settings
from domain.errors import AssistantError

log = structlog.get_logger(__name__)
SHUTDOWN_SECONDS = 10.0
SERVING = ("serve", "demo")


def level_for(settings: Settings, command: str) -> str:
    """A command that ends answers in words of its own: only what goes wrong is logged beside them, unless a setting asks for more."""
    return settings.log_level if command in SERVING or "log_level" in settings.model_fields_set else "warning"


@asynccontextmanager
async def listening(site: web.Application, host: str, port: int) -> AsyncIterator[None]:
    runner = web.AppRunner(site, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield
    except OSError as trouble:
        why = os.strerror(trouble.errno).lower() if trouble.errno else str(trouble)
        raise AssistantError(
            f"Port {port} on {host} cannot be had: {why}. Stop what uses it, or choose another with --port (make run PORT={port + 1})."
        ) from trouble
    finally:
        await runner.cleanup()


@asynccontextmanager
async def every(seconds: float, call: Callable[[], Awaitable[None]]) -> AsyncIterator[None]:
    """Calls again and again while the block lasts, and once more at its end; a failure is logged and the next call comes."""
    stopping = asyncio.Event()

    async def rounds() -> None:
        while not stopping.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await stopping.wait()
            await _guarded(call)

    task = asyncio.create_task(rounds())
    try:
        yield
    finally:
        # Not cancelled: a call cut off in the middle of a commit would take its connection with it.
        stopping.set()
        await task


async def _guarded(call: Callable[[], Awaitable[None]]) -> None:
    try:
        await call()
    except AssistantError as trouble:
        log.info("upkeep_waits", reason=type(trouble).__name__)
    except Exception:
        log.exception("upkeep_failed")


def no_core_dumps() -> None:
    """A dump of this process would hold what is unsealed only in memory."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has no such module

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def spare_the_collector() -> None:
    """What start-up made stays for good: the garbage collector need not walk it again and again (measured: 5 to 10 % of a turn)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


async def until_told_to_stop() -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGTERM, signal.SIGINT):
        # Windows has no such handlers; there Ctrl-C ends the program by an exception.
        with suppress(NotImplementedError):
            loop.add_signal_handler(sign, told.set)
    await told.wait()
