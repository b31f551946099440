"""One force for a year in simulated time: what was lost, said twice, late and without an owner."""

import logging
import os
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from benchmarks.figures import Figure, percentile
from benchmarks.year.course import Course
from benchmarks.year.world import FORCE, MONTH, QUARTER_YEAR, SMALL_YEAR, YEAR, Size
from bot.commands.serving import spare_the_collector
from bot.logs import set_up_logs
from storage.database import open_database
from storage.keys import Keys
from storage.migrate import migrate

LONGEST = 20 * 60
TOLD = ("contacts recorded", "snoozes", "breaches", "events", "absences", "officers who left", "crashes", "plans without a row")


async def measure() -> list[Figure]:
    return await simulated(YEAR)


async def measure_a_quarter() -> list[Figure]:
    return await simulated(QUARTER_YEAR)


async def measure_a_small_force() -> list[Figure]:
    return await simulated(SMALL_YEAR)


async def measure_a_month() -> list[Figure]:
    return await simulated(MONTH)


async def simulated(size: Size) -> list[Figure]:
    _quieten()
    with TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'year.db'}", Keys(os.urandom(32)), FORCE)
        await migrate(database.engine)
        course, began = Course(database, size), monotonic()
        spare_the_collector()
        ledger = await course.run()
        took = monotonic() - began
        await database.close()
    late = [by.total_seconds() / 60 for _, by in ledger.late]
    return [
        Figure("days simulated", "", (size.days,)),
        Figure("orders", "", (len(course.office.plans),)),
        *(Figure(name, "", (ledger.counts[name],)) for name in TOLD),
        *(Figure(name, "", (number,)) for name, number in sorted(ledger.counts.items()) if name not in TOLD),
        Figure("cards in officers' chats", "", (ledger.cards,)),
        Figure("answers of the channel that it was full", "", (course.connector.full,)),
        Figure("answers cut off", "", (course.connector.cut_off,)),
        Figure("promises kept", "", (ledger.kept,)),
        Figure("promises that a change overtook in time", "", (ledger.moved_on,)),
        Figure("promise kept after, median", "s", (percentile(ledger.waits, 0.5),)),
        Figure("lost", "", (len(ledger.lost),), most=0),
        Figure("repeated without a label", "", (len(ledger.unlabelled),), most=0),
        Figure("repeated with a label", "", (ledger.labelled,), most=course.connector.cut_off + ledger.counts["crashes"] * 16),
        Figure("late by more than ten minutes", "", (len(late),)),
        Figure("the latest of them", "min", (max(late, default=0),)),
        Figure("late after a breach", "", (len(ledger.urgent_late),), most=0),
        Figure("contacts proposed outside a safe window", "", (ledger.outside,), most=0),
        Figure("without an owner for more than a day", "", (len(ledger.unowned),), most=0),
        Figure("the year took", "s", (took,), most=LONGEST),
    ]


def _quieten() -> None:
    """The product's warnings are among the figures; and a process that is killed closes no connection, whatever the pool says of it."""
    set_up_logs("error")
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", message="The garbage collector is trying to clean up")
