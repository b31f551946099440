"""Sends what is due: claims, commits the intents with the last results, hands over to the messenger; one hung conversation holds up no other."""

import asyncio
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from datetime import timedelta
from time import monotonic
from uuid import UUID

import structlog

from domain.clock import Clock
from domain.contacts import ContactPlan
from domain.errors import Busy
from domain.officers import Actor
from domain.outbox import Ambiguous, Delivered, NotSent, Outgoing
from scheduler.places import Places
from services import sending
from services.exchanging import Exchanged, Going, Post, exchange
from services.reminders import due_in
from services.results import Result
from storage.refusals import BUSY
from storage.work import Work

AT_ONCE = 256
# Of each place so many are claimed: while these are on the wire the next stand ready.
CLAIMED_FOR_A_PLACE = 2
WIRE_SECONDS = 10.0
GATHER_SECONDS = 0.01
TRY_AGAIN_SECONDS = 0.5
MOST_TRIES = 20
log = structlog.get_logger(__name__)


class Dispatcher:
    """One a force in a process. The time on the wire must stay shorter than the lease.

    Results that come within `gather` seconds of each other share a commit, and up to `lanes` transactions are under way beside each other.
    """

    def __init__(
        self,
        work: Work,
        reading: Work,
        clock: Clock,
        actor: Actor,
        post: Post,
        *,
        at_once: int = AT_ONCE,
        gather: float = GATHER_SECONDS,
        lanes: int = 1,
    ) -> None:
        self._work = work
        self._reading = reading
        self._clock = clock
        self._actor = actor
        self._post = post
        self._gather = gather
        self._lanes = lanes
        self._enough = at_once // 4
        # What is urgent and falls due later is claimed within two seconds of the pace, and then leaves first.
        self._claims = CLAIMED_FOR_A_PLACE * at_once if post.pace.is_free else int(post.pace.most)
        self._places = Places(at_once)
        self._full_until = 0.0
        self._results: list[Result] = []
        self._read: dict[UUID, ContactPlan] = {}
        self._flights: set[asyncio.Task[None]] = set()
        self._exchanges: set[asyncio.Task[None]] = set()
        self._claiming: asyncio.Task[None] | None = None
        self._running: asyncio.Task[None] | None = None
        self._rung = asyncio.Event()
        self._more = self._passed_over = False
        self._stopping = False
        self._tries = 0

    def wake(self) -> None:
        """Dispatches soon; to be called after a commit that planned something for now."""
        if self._stopping:
            return
        self._more = True
        self._ring()

    async def tick(self, ahead: timedelta = timedelta()) -> None:
        """Looks for what is due and starts sending it, now or at the moment within `ahead` at which it falls due; does not wait for the wire.

        Where a pace is kept, what comes a little apart is gathered by the look: each by itself would cost a transaction.
        """
        soon = None if self._stopping else await due_in(self._reading, self._clock, self._actor)
        if soon is None or soon > (ahead if self._post.pace.is_free else timedelta()):
            return
        if soon > timedelta():
            asyncio.get_running_loop().call_later(soon.total_seconds(), self.wake)
            return
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
        left = self._places.empty()
        if left:
            await sending.give_back(self._work, self._actor, self._post.worker, left)

    def _ring(self) -> None:
        self._rung.set()
        if self._running is None or self._running.done():
            self._running = asyncio.create_task(self._run())

    def _is_busy(self) -> bool:
        under_way = self._flights or self._exchanges or self._claiming or self._results
        return bool(under_way or (not self._stopping and (self._more or self._places.waiting)))

    def _wants_more(self) -> bool:
        """Not while what it holds waits for places or for the pace."""
        return self._more and not self._stopping and self._claiming is None and len(self._places.waiting) <= self._claims // 2

    def _has_lane(self) -> bool:
        """A claim comes first: with a single lane what is urgent is seen before anything else leaves."""
        return len(self._exchanges) + (self._claiming is not None) < self._lanes

    async def _run(self) -> None:
        while self._is_busy():
            self._rung.clear()
            if self._wants_more() and self._has_lane() and monotonic() >= self._full_until:
                self._claiming = self._under_way(self._tried(self._claim()))
            if self._has_lane():
                self._exchange_what_is_ready()
            await self._rest()
            if self._tries >= MOST_TRIES:
                self._tries = 0
                await asyncio.gather(*self._exchanges, *self._flights)
                return

    def _exchange_what_is_ready(self) -> None:
        now = monotonic()
        ready = [] if self._stopping or now < self._full_until else self._places.take(now)
        results, self._results = self._results, []
        if results or ready:
            self._exchanges.add(self._under_way(self._tried(self._exchange(results, ready))))

    def _under_way(self, step: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(step)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, step: asyncio.Task[None]) -> None:
        self._exchanges.discard(step)
        self._flights.discard(step)
        if step is self._claiming:
            self._claiming = None
        self._rung.set()

    async def _tried(self, step: Coroutine[None, None, None]) -> None:
        try:
            await step
            self._tries = 0
        except Busy:
            log.info("dispatch_waits_for_the_database")
            self._tries += 1
        except Exception:
            log.exception("dispatch_failed")
            self._tries += 1

    async def _rest(self) -> None:
        """Until something has come, or something is to leave; what comes soon after shares the next commit. A database that was busy is given time."""
        if self._tries:
            await asyncio.sleep(TRY_AGAIN_SECONDS)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._until_next()):
                await self._rung.wait()
        if self._flights and len(self._results) < self._enough:
            await asyncio.sleep(self._gather)

    def _until_next(self) -> float | None:
        """None where only what comes back, or a commit that is under way, makes room."""
        if not self._has_lane():
            return None
        claim = [self._full_until] if self._wants_more() else []
        leaves = None if self._stopping else self._places.next()
        moments = claim if leaves is None else [*claim, max(leaves, self._full_until)]
        return max(0.0, min(moments) - monotonic()) if moments else None

    async def _claim(self) -> None:
        passed_over, self._more = self._places.passed_over(monotonic()), False
        try:
            claimed = await sending.claim(
                self._work,
                self._clock,
                self._actor,
                self._post.worker,
                self._claims,
                self._post.lease,
                pace=self._post.pace,
                busy=passed_over,
            )
        except Exception:
            self._more = True
            raise
        self._more |= claimed.more
        self._passed_over |= bool(passed_over)
        self._wait(claimed.room_in)
        self._read |= claimed.plans
        self._places.add(claimed.rows)

    async def _exchange(self, results: Sequence[Result], ready: Sequence[Outgoing]) -> None:
        ids = [row.id for row in ready]
        read = {row.plan: self._read.pop(row.plan) for row in ready if row.plan in self._read}
        try:
            going, dealt_with, room_in = await exchange(self._work, self._clock, self._actor, self._post, results, ids, read)
        except Busy:
            self._results = [*results, *self._results]
            self._places.put_back(ready)
            raise
        except Exception:
            log.exception("exchange_failed")
            going, dealt_with, room_in = Exchanged(await self._one_by_one(results, ready), len(ready))
        if dealt_with < len(ready):
            self._places.put_back(ready[dealt_with:])
            self._wait(room_in)
        leaving = {one.sending.row.recipient for one in going}
        self._places.free(row.recipient for row in ready[:dealt_with] if row.recipient not in leaving)
        for one in going:
            self._flights.add(self._under_way(self._fly(one)))
        # Where something did not arrive somebody else may have to be told now; and what was passed over may be waiting still.
        self._more |= any(isinstance(one.outcome, NotSent) for one in results)
        if not (self._flights or self._places.waiting):
            self._more, self._passed_over = self._more or self._passed_over, False

    async def _one_by_one(self, results: Sequence[Result], ready: Sequence[Outgoing]) -> list[Going]:
        """One that cannot be dealt with is left to its lease; where none can be, it is not their fault."""
        going, failed = list[Going](), 0
        for some in [*(([one], ()) for one in results), *(((), [row.id]) for row in ready)]:
            try:
                going += (await exchange(self._work, self._clock, self._actor, self._post, *some)).going
            except Exception:
                failed += 1
                log.exception("reminder_left_to_its_lease")
        if failed == len(results) + len(ready):
            self._results = [*results, *self._results]
            self._places.put_back(ready)
            raise Busy(BUSY)
        return going

    def _wait(self, room_in: timedelta) -> None:
        self._full_until = monotonic() + room_in.total_seconds()

    async def _fly(self, going: Going) -> None:
        who, rest = going.sending.row.recipient, self._post.pace.rest.total_seconds()
        if rest:
            self._places.rest(who, monotonic() + rest)
        outcome = await self._over_the_wire(going)
        self._results.append(Result(going.sending, going.parcel, outcome, self._clock()))
        self._places.free([who])

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
