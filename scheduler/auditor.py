"""Looks every minute for what is due and unsent, and for jobs that have stopped; the monitor outside hears of us only while neither is found."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from domain.alarms import STANDS_STILL
from domain.clock import Clock
from domain.officers import Actor
from scheduler.dispatcher import Dispatcher
from services import alarms
from storage.work import Work

SETTLING = timedelta(seconds=50)


async def no_monitor() -> None:
    """Where no monitor outside is set."""


class Auditor:
    """`patience` says how long each job may go without a sign of life. `dispatcher` is this process's own: with an alarm it sends what nobody else has."""

    def __init__(
        self,
        work: Work,
        reading: Work,
        clock: Clock,
        actor: Actor,
        dispatcher: Dispatcher,
        patience: Mapping[str, timedelta],
        outside: Callable[[], Awaitable[object]] = no_monitor,
    ) -> None:
        self._work = work
        self._reading = reading
        self._clock = clock
        self._actor = actor
        self._dispatcher = dispatcher
        self._patience = patience
        self._outside = outside
        self._since = clock()

    async def look(self) -> None:
        """What was held up while nothing ran is given a minute to leave before anybody is told of it."""
        if self._clock() - self._since < SETTLING:
            await self._outside()
            return
        alarm = await alarms.look(self._work, self._reading, self._clock, self._actor, self._patience, self._since)
        if alarm is not None:
            self._dispatcher.wake()
        if alarm is None or not STANDS_STILL.intersection(one.kind for one in alarm.findings):
            await self._outside()
