"""Places for the transactions of several forces of one process: in the order of asking, but every second one goes to whoever has most to do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Turns:
    """A force that takes as long as the channel's pace lets it can never catch up on a turn that it missed; the others can, and lose none by waiting a little."""

    def __init__(self, places: int) -> None:
        self._free = places
        self._waiting: list[tuple[int, asyncio.Future[None]]] = []
        self._by_work = True

    @asynccontextmanager
    async def turn(self, work: int) -> AsyncIterator[None]:
        """`work` is how much there is to do."""
        await self._come_in(work)
        try:
            yield
        finally:
            self._leave()

    async def _come_in(self, work: int) -> None:
        if self._free and not self._waiting:
            self._free -= 1
            return
        called = asyncio.get_running_loop().create_future()
        self._waiting.append((work, called))
        try:
            await called
        except asyncio.CancelledError:
            self._waiting = [one for one in self._waiting if one[1] is not called]
            if called.done() and not called.cancelled():
                self._leave()
            raise

    def _leave(self) -> None:
        waiting = [one for one in self._waiting if not one[1].done()]
        if not waiting:
            self._free += 1
            return
        one = max(waiting, key=lambda one: one[0]) if self._by_work else waiting[0]
        self._by_work = not self._by_work
        self._waiting = [other for other in waiting if other is not one]
        one[1].set_result(None)
