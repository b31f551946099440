"""A day's feed over ten thousand known orders of which five hundred have changed: the time, the versions that came of it, and who was told how often."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from uuid import UUID

from benchmarks.figures import Figure
from demo.feed import made_up_feed, write_feed
from demo.orders import MadeOrder
from demo.people import officers_csv
from domain.clock import utc_now
from domain.feed_report import FeedReport
from domain.london import to_london
from domain.officers import Officer, Permission, Role, SystemJob
from domain.outbox import CHANGED
from services.contacts import open_plans
from services.feed import import_feed
from services.people import import_people
from services.watches import watch
from storage.database import open_database
from storage.feed_source import open_feed
from storage.keys import Keys
from storage.migrate import migrate
from storage.work import Database

ORDERS, CHANGES, WATCHED, ROUNDS = 10_000, 500, 100, 3
FORCE = "bench"
FIRST_END = datetime(2027, 6, 1, 23, 59)  # noqa: DTZ001 - court local time, as the feed has it
JOB = SystemJob("feed-changes", FORCE, frozenset({Permission.IMPORT_PEOPLE, Permission.IMPORT_FEED}))


async def measure() -> list[Figure]:
    """Every tenth of the changed orders, and as many that stay as they are, are watched by two officers."""
    today = to_london(utc_now()).date()
    orders = made_up_feed(7, ORDERS, today)
    took, versions, wrongly_told = list[float](), list[int](), 0
    with TemporaryDirectory() as folder:
        database = await _register(Path(folder))
        await _take_in(database, Path(folder) / "first", orders, today - timedelta(days=ROUNDS))
        watchers = await _watchers(database)
        watched = await _watch(database, watchers, [*orders[: CHANGES : CHANGES // WATCHED], *orders[CHANGES : CHANGES + WATCHED]])
        for n in range(1, ROUNDS + 1):
            before = await _versions(database)
            orders = [_later(one) for one in orders[:CHANGES]] + list(orders[CHANGES:])
            begun = perf_counter()
            report = await _take_in(database, Path(folder) / f"day{n}", orders, today - timedelta(days=ROUNDS - n))
            took.append(perf_counter() - begun)
            versions.append(await _versions(database) - before)
            assert (report.updated, report.imported, len(report.rejected)) == (CHANGES, 0, 0)
        wrongly_told = await _wrongly_told(database, watched, [one.id for one in watchers], {one.stem for one in orders[:CHANGES]})
        await database.close()
    return [
        Figure(f"feed of {ORDERS:,} known orders with {CHANGES} changes", "s", tuple(took), most=20.0),
        Figure("versions that came of it, fewest", "", (min(versions),), least=CHANGES),
        Figure("versions that came of it, most", "", (max(versions),), most=CHANGES),
        Figure("officers who asked and were not told once of each change, or told of none", "", (wrongly_told,), most=0),
    ]


async def _register(folder: Path) -> Database:
    database = open_database(f"sqlite:///{folder / 'nmo.db'}", Keys(bytes(range(32))), FORCE)
    await migrate(database.engine)
    await import_people(database.work, utc_now, JOB, officers_csv())
    return database


async def _take_in(database: Database, folder: Path, orders: Sequence[MadeOrder], day: date) -> FeedReport:
    write_feed(folder, orders, 0, day)
    with open_feed(folder) as source:
        return await import_feed(database.work, utc_now, JOB, source, open_plans)


async def _watchers(database: Database) -> list[Officer]:
    async with database.reading() as uow:
        return [one for one in await uow.officers.all() if one.roles & {Role.RESPONSE, Role.VLO}][:2]


async def _watch(database: Database, officers: Sequence[Officer], orders: Sequence[MadeOrder]) -> dict[UUID, str]:
    watched = {}
    async with database.reading() as uow:
        for one in orders:
            found = [held for held in await uow.orders.by_case(one.case_no) if held.file_name == f"{one.stem}.pdf"]
            watched[found[0].id] = one.stem
    for id in watched:
        for officer in officers:
            await watch(database.work, utc_now, officer, id)
    return watched


async def _versions(database: Database) -> int:
    async with database.reading() as uow:
        return await uow.order_queues.count_versions()


async def _wrongly_told(database: Database, watched: dict[UUID, str], officers: Sequence[UUID], changed: set[str]) -> int:
    """Whoever asked is told once of each version of an order that changed, and of no order that did not."""
    wrong = 0
    async with database.reading() as uow:
        for id, stem in watched.items():
            told = Counter((one.recipient, one.occurrence) for one in await uow.outbox.of_plan(id) if one.stage == CHANGED)
            expected = ROUNDS if stem in changed else 0
            wrong += sum(
                sum(1 for (recipient, _), times in told.items() if recipient == officer and times == 1) != expected for officer in officers
            )
    return wrong


def _later(order: MadeOrder) -> MadeOrder:
    """The court names a later end, or one where it named none."""
    return replace(order, ends=(order.ends or FIRST_END) + timedelta(days=7))
