"""A process joined to what it stands on: one dispatcher of a force, the clock that wakes it, and the auditor that watches both."""

import os
from collections.abc import Awaitable, Callable, Sequence
from uuid import uuid4

from domain.alarms import late_after
from domain.clock import Clock
from domain.outbox import reminders_job
from domain.pacing import STEADY, Pace
from scheduler.auditor import Auditor, no_monitor
from scheduler.dispatcher import Dispatcher
from scheduler.jobs import Job, audit, jobs
from scheduler.ticker import Ticker
from services.exchanging import DrawReminder, Post
from services.messaging import Messenger
from storage.work import Database

Outside = Callable[[], Awaitable[object]]


def join_worker(
    database: Database,
    clock: Clock,
    messenger: Messenger,
    draw: DrawReminder,
    outside: Outside = no_monitor,
    more: Sequence[Job] = (),
    pace: Pace = STEADY,
) -> Ticker:
    """Sends, and audits what all the workers of the force send."""
    dispatcher = _dispatcher(database, clock, messenger, draw, pace)
    running = [*_jobs(database, clock, dispatcher), *more]
    return _ticker(database, clock, dispatcher, [*running, _audit(database, clock, dispatcher, running, outside)])


def join_auditor(
    database: Database, clock: Clock, messenger: Messenger, draw: DrawReminder, outside: Outside = no_monitor, more: Sequence[Job] = ()
) -> Ticker:
    """Only audits, so that it does not fall with the workers; `more` are the other jobs that they run."""
    dispatcher = _dispatcher(database, clock, messenger, draw, STEADY)
    elsewhere = [*_jobs(database, clock, dispatcher), *more]
    return _ticker(database, clock, dispatcher, [_audit(database, clock, dispatcher, elsewhere, outside)])


def _dispatcher(database: Database, clock: Clock, messenger: Messenger, draw: DrawReminder, pace: Pace) -> Dispatcher:
    post = Post(messenger, draw, f"{os.getpid()}-{uuid4()}", pace=pace)
    # Where a pace is kept each batch waits for the word of the one before.
    lanes = database.lanes if pace.is_free else 1
    return Dispatcher(database.work, database.reading, clock, reminders_job(database.force), post, lanes=lanes)


def _jobs(database: Database, clock: Clock, dispatcher: Dispatcher) -> Sequence[Job]:
    return jobs(database.work, database.reading, clock, reminders_job(database.force), dispatcher)


def _audit(database: Database, clock: Clock, dispatcher: Dispatcher, watched: Sequence[Job], outside: Outside) -> Job:
    patience = {job.name: late_after(job.seconds) for job in watched}
    return audit(Auditor(database.work, database.reading, clock, reminders_job(database.force), dispatcher, patience, outside))


def _ticker(database: Database, clock: Clock, dispatcher: Dispatcher, running: Sequence[Job]) -> Ticker:
    return Ticker(database.work, clock, reminders_job(database.force), dispatcher, running)
