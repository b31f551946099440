"""Beats in the event loop, to see whether anything held it up."""

import asyncio
from time import monotonic
from types import TracebackType
from typing import Self

BEAT = 0.01


class Heartbeat:
    """`longest` is the longest gap between two beats, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        self._last = monotonic()
        self._next = self._loop.call_later(BEAT, self._beat)
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._next.cancel()

    def _beat(self) -> None:
        now = monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        self._next = self._loop.call_later(BEAT, self._beat)


async def later(seconds: float) -> None:
    """Comes back when so much time has passed."""
    passed = asyncio.Event()
    asyncio.get_running_loop().call_later(seconds, passed.set)
    await passed.wait()
