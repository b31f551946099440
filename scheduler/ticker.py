"""A stateless clock: APScheduler ticks, every job leaves a heartbeat, and all truth is in rows."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from domain.clock import Clock, utc_now
from domain.errors import AssistantError
from domain.officers import Actor
from scheduler.dispatcher import Dispatcher
from scheduler.jobs import Job
from services.jobs import beat
from storage.work import Work

# A job that runs every second need not write every second.
BEAT_EVERY = timedelta(seconds=15)
PATIENCE_SECONDS = 15.0
log = structlog.get_logger(__name__)


class Ticker:
    """Runs the table of jobs until it is stopped. Interval triggers only, in UTC: a local-time trigger fires twice when the clocks change."""

    def __init__(self, work: Work, clock: Clock, actor: Actor, dispatcher: Dispatcher, jobs: Sequence[Job]) -> None:
        self._work = work
        self._clock = clock
        self._actor = actor
        self._dispatcher = dispatcher
        self._jobs = jobs
        self._running: set[asyncio.Task[None]] = set()
        self._noted: dict[str, tuple[datetime, str | None]] = {}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None})

    def start(self) -> None:
        """Each job runs once at once, then at its interval, which the library reckons by the machine's own clock."""
        for job in self._jobs:
            trigger = IntervalTrigger(seconds=job.seconds, timezone=UTC)
            self._scheduler.add_job(self.run, trigger, args=[job], id=job.name, next_run_time=utc_now())
        self._scheduler.start()

    async def stop(self) -> None:
        """Starts nothing more, lets what runs come to its end, and sends what is on the wire."""
        self._scheduler.remove_all_jobs()
        if self._running:
            await asyncio.wait(self._running, timeout=PATIENCE_SECONDS)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        await self._dispatcher.stop()

    async def run(self, job: Job) -> None:
        """One run; what goes wrong is logged and beaten, and the next run comes all the same."""
        task = asyncio.create_task(self._run(job))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        await asyncio.shield(task)

    async def _run(self, job: Job) -> None:
        started, error = self._clock(), None
        try:
            await job.run()
        except AssistantError as trouble:
            error = type(trouble).__name__
            log.warning("job_waits", job=job.name, code=error)
        except Exception as trouble:
            error = type(trouble).__name__
            log.exception("job_failed", job=job.name)
        await self._beat(job, started, error)

    async def _beat(self, job: Job, started: datetime, error: str | None) -> None:
        at, said = self._noted.get(job.name, (None, None))
        if at is not None and started - at < BEAT_EVERY and said == error:
            return
        try:
            await beat(self._work, self._actor, job.name, started, self._clock(), error)
        except Exception:
            log.exception("heartbeat_not_written", job=job.name)
            return
        self._noted[job.name] = (started, error)
