"""The bot's worker process: the product's dispatcher over the simulated channel, which can die at any step and is started anew."""

import asyncio
from collections.abc import Coroutine
from functools import partial
from itertools import count

from benchmarks.year.clock import YearClock
from benchmarks.year.connector import YearConnector
from benchmarks.year.doom import Doom, DoomedDatabase
from bot.cards.notices import draw_outgoing
from bot.messenger import ChannelMessenger
from domain.outbox import reminders_job
from domain.pacing import UNPACED
from scheduler.dispatcher import Dispatcher
from services.exchanging import Post
from storage.work import Database


class Bot:
    """`tick` and `sweep` tell whether the process lived through them."""

    def __init__(self, database: Database, clock: YearClock, connector: YearConnector, doom: Doom) -> None:
        self._database = DoomedDatabase(database, doom)
        self._clock, self._connector, self._doom = clock, connector, doom
        self._numbers = count(1)
        self.start()

    def start(self) -> None:
        """A process that knows nothing but what the database holds."""
        base, clock = self._database, self._clock
        messenger = ChannelMessenger(clock, self._connector, None)
        # Pace is kept by the machine's own seconds, of which a simulated year has few; the channel's word is heeded by the simulated clock.
        post = Post(messenger, partial(draw_outgoing, clock=clock), f"worker-{next(self._numbers)}", pace=UNPACED)
        self._dispatcher = Dispatcher(base.work, base.reading, clock, reminders_job(base.force), post, gather=0)

    async def tick(self) -> bool:
        return await self._lives(self._ticked())

    async def sweep(self) -> bool:
        return await self._lives(self._dispatcher.sweep())

    async def _ticked(self) -> None:
        await self._dispatcher.tick()
        await self._dispatcher.settled()

    async def _lives(self, step: Coroutine[None, None, None]) -> bool:
        others = asyncio.all_tasks()
        running, dying = asyncio.create_task(step), asyncio.create_task(self._doom.reached.wait())
        await asyncio.wait({running, dying}, return_when=asyncio.FIRST_COMPLETED)
        died = self._doom.reached.is_set()
        while its_own := asyncio.all_tasks() - others:
            for task in its_own:
                task.cancel()
            await asyncio.gather(*its_own, return_exceptions=True)
        if not died:
            running.result()
        return not died
