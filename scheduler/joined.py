"""A worker joined to what it stands on: one dispatcher of a force, and the clock that wakes it."""

import os
from collections.abc import Sequence
from uuid import uuid4

from domain.clock import Clock
from domain.outbox import reminders_job
from domain.pacing import STEADY, Pace
from scheduler.dispatcher import Dispatcher
from scheduler.jobs import Job, jobs
from scheduler.ticker import Ticker
from services.exchanging import DrawReminder, Post
from services.messaging import Messenger
from storage.work import Database


def join_worker(
    database: Database, clock: Clock, messenger: Messenger, draw: DrawReminder, more: Sequence[Job] = (), pace: Pace = STEADY
) -> Ticker:
    actor, work, reading = reminders_job(database.force), database.work, database.reading
    dispatcher = Dispatcher(work, reading, clock, actor, Post(messenger, draw, f"{os.getpid()}-{uuid4()}", pace=pace))
    return Ticker(work, clock, actor, dispatcher, [*jobs(work, reading, clock, actor, dispatcher), *more])
