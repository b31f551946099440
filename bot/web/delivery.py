"""Brings committed lines to the open windows: at once when this process wrote them, within a poll when another one did."""

import asyncio
from collections import defaultdict
from contextlib import suppress
from datetime import timedelta

import structlog

from bot.web.horizon import Horizon, Place
from bot.web.ports import Activity, Line, Transcript
from bot.web.window import Window
from domain.clock import Clock

REMEMBERED = timedelta(hours=24)
# So far behind the newest line one looks, on starting, for lines that are committed late.
DEPTH = 1000
AFTER_A_FAILURE = 2.0

log = structlog.get_logger(__name__)


class Delivery:
    def __init__(self, transcript: Transcript, clock: Clock, poll_seconds: float) -> None:
        self._transcript = transcript
        self._clock = clock
        self._poll_seconds = poll_seconds
        self._windows: defaultdict[str, set[Window]] = defaultdict(set)
        self._horizon: Horizon | None = None
        self._due: set[str] = set()
        self._bell = asyncio.Event()
        self._anyone = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        self._tasks = [asyncio.create_task(self._poll()), asyncio.create_task(self._carry())]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task
        self._tasks = []
        for window in [window for windows in self._windows.values() for window in windows]:
            window.finish()

    def open(self, window: Window) -> None:
        self._windows[window.conversation].add(window)
        self._anyone.set()
        self.wake(window.conversation)

    def shut(self, window: Window) -> None:
        self._windows[window.conversation].discard(window)
        if not self._windows[window.conversation]:
            del self._windows[window.conversation]
        if not self._windows:
            self._anyone.clear()
            self._horizon = None

    def wake(self, conversation: str) -> None:
        self._due.add(conversation)
        self._bell.set()

    def whisper(self, conversation: str, activity: Activity) -> None:
        for window in self._windows.get(conversation, ()):
            window.whisper(activity)

    async def place(self, watermark: str) -> Place:
        """Where a client says it is. One that is ahead of the transcript knew another database, and begins again."""
        place = Place.parse(watermark)
        horizon = await self._look()
        return place if place.floor <= horizon.newest else Place()

    async def read(self, conversation: str, place: Place) -> tuple[list[Line], Place]:
        """The lines of the last day that are not yet at this place, and the place after them."""
        horizon = (await self._look()).floor
        lines = [line for line in await self._since(conversation, place.floor) if not place.has(line.seq)]
        return lines, place.after([line.seq for line in lines], horizon)

    async def _look(self) -> Horizon:
        horizon = self._horizon or Horizon(max(0, await self._transcript.newest() - DEPTH))
        arrivals = await self._transcript.arrivals(horizon.floor)
        fresh = set(horizon.notice([arrival.seq for arrival in arrivals], self._clock()))
        self._due |= {arrival.conversation for arrival in arrivals if arrival.seq in fresh and arrival.conversation in self._windows}
        if self._windows:
            self._horizon = horizon
        return horizon

    async def _poll(self) -> None:
        while True:
            await self._anyone.wait()
            await asyncio.sleep(self._poll_seconds)
            try:
                await self._look()
            except Exception:
                log.exception("web_poll_failed")
                await asyncio.sleep(AFTER_A_FAILURE)
            if self._due:
                self._bell.set()

    async def _carry(self) -> None:
        while True:
            await self._bell.wait()
            self._bell.clear()
            due, self._due = self._due, set()
            await asyncio.gather(*(self._bring(conversation) for conversation in due))

    async def _bring(self, conversation: str) -> None:
        # A window that opens during the read has its own turn: it may need lines from further back.
        windows = list(self._windows.get(conversation, ()))
        if not windows:
            return
        try:
            horizon = (await self._look()).floor
            self._due.discard(conversation)
            lines = await self._since(conversation, min(window.place.floor for window in windows))
        except Exception:
            # Still due: the next poll rings for it.
            self._due.add(conversation)
            log.exception("web_delivery_failed")
            return
        for window in windows:
            window.offer(lines, horizon)

    async def _since(self, conversation: str, floor: int) -> list[Line]:
        return await self._transcript.since(conversation, floor, self._clock() - REMEMBERED)
