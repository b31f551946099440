"""Sends what is due: claims, commits the intents with the last results, hands over to the messenger; one hung conversation holds up no other."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress
from time import monotonic
from uuid import UUID

import structlog

from domain.clock import Clock
from domain.errors import Busy
from domain.officers import Actor
from domain.outbox import Ambiguous, Delivered, NotSent, Outgoing
from services import sending
from services.exchanging import Exchanged, Going, Post, exchange
from services.reminders import anything_due
from services.results import Result
from storage.refusals import BUSY
from storage.work import Work

AT_ONCE = 128
# Of each place so many are claimed: while these are on the wire the next stand ready.
CLAIMED_FOR_A_PLACE = 2
WIRE_SECONDS = 10.0
# Results that come within this time of each other share a commit.
GATHER_SECONDS = 0.01
TRY_AGAIN_SECONDS = 0.5
MOST_TRIES = 20
log = structlog.get_logger(__name__)


class Dispatcher:
    """One a force in a process. The time on the wire must stay shorter than the lease."""

    def __init__(self, work: Work, reading: Work, clock: Clock, actor: Actor, post: Post, *, at_once: int = AT_ONCE) -> None:
        self._work = work
        self._reading = reading
        self._clock = clock
        self._actor = actor
        self._post = post
        self._at_once = at_once
        # What is urgent and falls due later is claimed within two seconds of the pace, and then leaves first.
        self._claims = CLAIMED_FOR_A_PLACE * at_once if post.pace.is_free else int(post.pace.most)
        self._queue: list[Outgoing] = []
        self._flying: dict[UUID, asyncio.Task[None]] = {}
        self._resting: dict[UUID, float] = {}
        self._full_until = 0.0
        self._results: list[Result] = []
        self._running: asyncio.Task[None] | None = None
        self._rung = asyncio.Event()
        self._more = False
        self._stopping = False
        self._tries = 0

    def wake(self) -> None:
        """Dispatches soon; to be called after a commit that planned something for now."""
        if self._stopping:
            return
        self._more = True
        self._ring()

    async def tick(self) -> None:
        """Looks for what is due and starts sending it; does not wait for the wire."""
        if not self._stopping and await anything_due(self._reading, self._clock, self._actor):
            self.wake()

    async def sweep(self) -> None:
        await sending.sweep(self._work, self._clock, self._actor)

    async def settled(self) -> None:
        """Returns when nothing is being claimed or sent."""
        while self._running is not None and not self._running.done():
            await asyncio.wait([self._running])

    async def stop(self) -> None:
        """Claims nothing more, gives back what has no intent yet, and waits for what is on the wire."""
        self._stopping, self._more = True, False
        self._rung.set()
        await self.settled()
        if self._queue:
            await sending.give_back(self._work, self._actor, self._post.worker, [row.id for row in self._queue])
            self._queue = []

    def _ring(self) -> None:
        self._rung.set()
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())

    def _is_busy(self) -> bool:
        return bool(self._flying or self._results or (not self._stopping and (self._more or self._queue)))

    def _may_claim(self) -> bool:
        """Not while what it holds waits for places or for the pace."""
        return self._more and not self._stopping and len(self._queue) < min(self._at_once, self._claims)

    async def _run(self) -> None:
        while self._is_busy():
            self._rung.clear()
            try:
                await self._turn()
                self._tries = 0
            except Busy:
                log.info("dispatch_waits_for_the_database")
                self._tries += 1
            except Exception:
                log.exception("dispatch_failed")
                self._tries += 1
            if self._tries >= MOST_TRIES:
                self._tries = 0
                return
            await self._rest()

    async def _rest(self) -> None:
        """Until something has come, or something is to leave; what comes soon after shares the next commit. A database that was busy is given time."""
        if self._tries:
            await asyncio.sleep(TRY_AGAIN_SECONDS)
        if not (self._may_claim() or self._results) and self._is_busy():
            with suppress(TimeoutError):
                async with asyncio.timeout(self._until_next()):
                    await self._rung.wait()
        if self._flying:
            await asyncio.sleep(GATHER_SECONDS)

    def _until_next(self) -> float | None:
        """None where only what comes back makes room."""
        if len(self._flying) >= self._at_once:
            return None
        moments = [max(self._full_until, self._resting.get(who, 0.0)) for who in self._waiting() if who not in self._flying]
        return max(0.0, min(moments) - monotonic()) if moments else None

    async def _turn(self) -> None:
        if self._may_claim():
            await self._claim()
        results, ready = self._results, self._ready()
        if not (results or ready):
            return
        self._results = []
        try:
            going, dealt_with, room_in = await self._exchange(results, ready)
        except Busy:
            self._results = results + self._results
            raise
        except Exception:
            log.exception("exchange_failed")
            going, dealt_with, room_in = Exchanged(await self._one_by_one(results, ready), len(ready))
        # Where something did not arrive somebody else may have to be told now.
        self._more |= any(isinstance(one.outcome, NotSent) for one in results)
        if dealt_with < len(ready):
            self._full_until = monotonic() + room_in.total_seconds()
        left = set(ready[:dealt_with])
        self._queue = [one for one in self._queue if one.id not in left]
        for one in going:
            self._flying[one.sending.row.recipient] = asyncio.create_task(self._fly(one))

    async def _exchange(self, results: Sequence[Result], ids: Sequence[UUID]) -> Exchanged:
        return await exchange(self._work, self._clock, self._actor, self._post, results, ids)

    async def _one_by_one(self, results: Sequence[Result], ids: Sequence[UUID]) -> list[Going]:
        """One that cannot be dealt with is left to its lease; where none can be, it is not their fault."""
        going, failed = list[Going](), 0
        for some in [*(([one], ()) for one in results), *(((), [id]) for id in ids)]:
            try:
                going += (await self._exchange(*some)).going
            except Exception:
                failed += 1
                log.exception("reminder_left_to_its_lease")
        if failed == len(results) + len(ids):
            self._results = [*results, *self._results]
            raise Busy(BUSY)
        return going

    async def _claim(self) -> None:
        pace, busy = self._post.pace, {*self._flying, *self._resting, *self._waiting()}
        claimed, self._more = await sending.claim(
            self._work,
            self._clock,
            self._actor,
            self._post.worker,
            self._claims,
            self._post.lease,
            pace=pace,
            busy=busy,
        )
        self._queue = sorted([*self._queue, *claimed], key=lambda row: row.urgency)

    def _waiting(self) -> Iterator[UUID]:
        return (row.recipient for row in self._queue)

    def _ready(self) -> Sequence[UUID]:
        """What leaves now: one of each conversation at a time, while there are places."""
        now = monotonic()
        self._resting = {who: until for who, until in self._resting.items() if until > now}
        if self._stopping or now < self._full_until:
            return ()
        busy, ready = {*self._flying, *self._resting}, list[UUID]()
        places = self._at_once - len(self._flying)
        for row in self._queue:
            if len(ready) < places and row.recipient not in busy:
                busy.add(row.recipient)
                ready.append(row.id)
        return ready

    async def _fly(self, going: Going) -> None:
        who, rest = going.sending.row.recipient, self._post.pace.rest.total_seconds()
        if rest:
            self._resting[who] = monotonic() + rest
        outcome = await self._over_the_wire(going)
        self._results.append(Result(going.sending, going.parcel, outcome))
        self._flying.pop(who, None)
        self._ring()

    async def _over_the_wire(self, going: Going) -> Delivered | NotSent:
        try:
            async with asyncio.timeout(WIRE_SECONDS):
                return await self._post.messenger.hand_over(going.parcel)
        except NotSent as trouble:
            return trouble
        except TimeoutError:
            return Ambiguous("timeout")
        except Exception:
            log.exception("reminder_failed", reminder=str(going.sending.row.id))
            return Ambiguous("error")
