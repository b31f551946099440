"""Sends what is due: claims, commits the intent, hands over to the messenger, records; one hung conversation holds up no other."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import structlog

from domain.clock import Clock
from domain.errors import Busy
from domain.officers import Actor
from domain.outbox import LEASE, Ambiguous, Delivered, Draw, NotSent
from services import sending
from services.messaging import Messenger
from services.notices import Notice
from services.reminders import anything_due
from services.sending import Reminder, Sending, TakingAway
from storage.work import Work

AT_ONCE = 16
WIRE_SECONDS = 10.0
DrawReminder = Callable[[Reminder | Notice], Draw]
log = structlog.get_logger(__name__)


class Dispatcher:
    """One a process. `worker` names it among all that run; the time on the wire must stay shorter than the lease."""

    def __init__(
        self,
        work: Work,
        reading: Work,
        clock: Clock,
        actor: Actor,
        messenger: Messenger,
        draw: DrawReminder,
        worker: str,
        *,
        at_once: int = AT_ONCE,
        lease: timedelta = LEASE,
    ) -> None:
        self._work = work
        self._reading = reading
        self._clock = clock
        self._actor = actor
        self._messenger = messenger
        self._draw = draw
        self._worker = worker
        self._at_once = at_once
        self._lease = lease
        self._sending: set[asyncio.Task[None]] = set()
        self._round: asyncio.Task[None] | None = None
        self._wanted = False
        self._stopping = asyncio.Event()

    def wake(self) -> None:
        """Dispatches soon; to be called after a commit that planned something for now."""
        if self._stopping.is_set():
            return
        self._wanted = True
        if self._round is None or self._round.done():
            self._round = asyncio.create_task(self._rounds())

    async def tick(self) -> None:
        """Looks for what is due and starts sending it; does not wait for the wire."""
        if not self._stopping.is_set() and await anything_due(self._reading, self._clock, self._actor):
            self.wake()

    async def sweep(self) -> None:
        await sending.sweep(self._work, self._clock, self._actor)

    async def settled(self) -> None:
        """Returns when nothing is being claimed or sent."""
        while waiting := [task for task in (self._round, *self._sending) if task is not None and not task.done()]:
            await asyncio.wait(waiting)

    async def stop(self) -> None:
        """Claims nothing more, gives back what has no intent yet, and waits for what is on the wire."""
        self._stopping.set()
        self._wanted = False
        await self.settled()

    async def _rounds(self) -> None:
        try:
            while self._wanted:
                self._wanted = False
                await self._fill()
        except Busy:
            log.info("dispatch_waits_for_the_database")
        except Exception:
            log.exception("dispatch_failed")

    async def _fill(self) -> None:
        """Takes as much as there are free places, until nothing is due or every place is taken."""
        while not self._stopping.is_set() and (free := self._at_once - len(self._sending)) > 0:
            rows = await sending.claim(self._work, self._clock, self._actor, self._worker, free, self._lease)
            if not rows:
                return
            ids = [row.id for row in rows]
            if self._stopping.is_set():
                await sending.give_back(self._work, self._actor, self._worker, ids)
                return
            for reminder in await sending.intend(self._work, self._clock, self._actor, self._worker, ids, self._lease):
                task = asyncio.create_task(self._deliver(reminder))
                self._sending.add(task)
                task.add_done_callback(self._delivered)

    def _delivered(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("reminder_not_recorded", exc_info=task.exception())
        self.wake()

    async def _over_the_wire(self, reminder: Sending) -> Delivered:
        if isinstance(reminder, TakingAway):
            return await self._messenger.take_away(reminder.message)
        return await self._messenger.send(reminder.row.recipient, self._draw(reminder), repeat=reminder.row.repeat)

    async def _deliver(self, reminder: Sending) -> None:
        try:
            async with asyncio.timeout(WIRE_SECONDS):
                delivered = await self._over_the_wire(reminder)
        except NotSent as trouble:
            await sending.record_failure(self._work, self._clock, self._actor, reminder, trouble)
        except TimeoutError:
            await sending.record_failure(self._work, self._clock, self._actor, reminder, Ambiguous("timeout"))
        except Exception:
            log.exception("reminder_failed", reminder=str(reminder.row.id))
            await sending.record_failure(self._work, self._clock, self._actor, reminder, Ambiguous("error"))
        else:
            await sending.record_sent(self._work, self._clock, self._actor, reminder, delivered)
