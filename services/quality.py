"""What the records of orders lack: reckoned once a day, told as figures with their trend, and listed for whoever mends it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.clock import Clock
from domain.feed_days import USUAL_WEEKS, WINDOW_DAYS, FeedDay, reconcile
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.quality import Beside, Figure, Flaw, counts_of, flaws_of, is_counted, trend_days
from storage.work import UnitOfWork, Work

SLOT = "quality"
AT_ONCE = 500
PAGE = 6
ALWAYS, NOBODYS = datetime(1970, 1, 1, tzinfo=UTC), UUID(int=0)


@dataclass(frozen=True)
class QualityReport:
    """`now` counts what is listed now; `figures` are those of the same weekday of the last weeks. `on` is the day of the last reckoning, none before the first."""

    now: dict[Flaw, int]
    figures: tuple[Figure, ...]
    on: date | None
    feed: tuple[FeedDay, ...]
    rejects: int = 0


@dataclass(frozen=True)
class Cursor:
    since: datetime = ALWAYS
    id: UUID = NOBODYS


@dataclass(frozen=True)
class Listed:
    """One order that has the flaw now, with what stands beside it, and since when that is known."""

    order: Order
    beside: Beside
    since: datetime


@dataclass(frozen=True)
class Worklist:
    flaw: Flaw
    rows: tuple[Listed, ...]
    total: int
    after: Cursor | None = None


async def reckon(work: Work, reading: Work, clock: Clock, actor: Actor) -> int:
    """Once a day, however many processes ask: every order is looked through, a few hundred at a time, and the figures of the day are kept. How many have a flaw."""
    actor.must(Permission.RUN_JOBS)
    now = clock()
    today = to_london(now).date()
    async with reading() as uow:
        if await uow.quality.reckoned_on() == today:
            return 0
    found, total = await _looked_through(reading, now)
    async with work() as uow:
        if not await uow.jobs.take_slot(SLOT, clock_at(today, time())):
            return 0
        await uow.quality.keep(found, now)
        numbers = counts_of(found.values())
        await uow.quality.note_figures([Figure(today, flaw, number, total) for flaw, number in numbers.items()])
        await uow.audit.note(AuditEntry(now, actor.id, AuditKind.CONSULTATION, "quality:run:done", REGISTER, f"{len(found)}/{total}"))
    return len(found)


async def report(work: Work, clock: Clock, officer: Officer, channel: str = "") -> QualityReport:
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        now = clock()
        today = to_london(now).date()
        came = await uow.intake.came(today - timedelta(days=WINDOW_DAYS + 7 * USUAL_WEEKS))
        feed = reconcile(came, await uow.intake.first_day(), today)
        figures = await uow.quality.figures(trend_days(today))
        rejects = len(await uow.intake.open_rejects())
        found = QualityReport(await uow.quality.numbers(), tuple(figures), await uow.quality.reckoned_on(), tuple(feed), rejects)
        await uow.audit.note(AuditEntry(now, officer.id, AuditKind.CONSULTATION, "quality:report:shown", REGISTER, channel=channel))
    return found


async def worklist(work: Work, clock: Clock, officer: Officer, flaw: Flaw, after: Cursor | None = None, channel: str = "") -> Worklist:
    """The longest known first, each looked at anew: what was mended since drops out at once."""
    officer.must(Permission.KEEP_QUALITY)
    start = after or Cursor()
    async with work() as uow:
        now = clock()
        page = await uow.quality.page(flaw, start.since, start.id, PAGE + 1)
        rows = await _still_flawed(uow, flaw, page[:PAGE], now)
        total = (await uow.quality.numbers())[flaw]
        subject = ";".join(str(one.order.id) for one in rows)
        entry = AuditEntry(now, officer.id, AuditKind.CONSULTATION, f"quality:{flaw.value}:listed", subject, channel=channel)
        await uow.audit.note(replace(entry, recipient=str(officer.id)))
    last = page[PAGE - 1] if len(page) > PAGE else None
    return Worklist(flaw, rows, total, None if last is None else Cursor(last[1], last[0]))


async def _still_flawed(uow: UnitOfWork, flaw: Flaw, page: Sequence[tuple[UUID, datetime]], now: datetime) -> tuple[Listed, ...]:
    orders = await uow.orders.many([id for id, _ in page])
    beside, since = await uow.quality.beside([one.id for one in orders]), dict(page)
    left = [one for one in orders if flaw in flaws_of(one, beside[one.id], now)]
    await uow.quality.mended(flaw, [id for id in since if id not in {one.id for one in left}])
    return tuple(Listed(one, beside[one.id], since[one.id]) for one in left)


async def _looked_through(reading: Work, now: datetime) -> tuple[dict[UUID, frozenset[Flaw]], int]:
    found: dict[UUID, frozenset[Flaw]] = {}
    last, total = "", 0
    while True:
        async with reading() as uow:
            orders = await uow.orders.next_after(last, AT_ONCE)
            beside = await uow.quality.beside([one.id for one in orders])
        if not orders:
            return found, total
        last = orders[-1].reference
        flawed = {one.id: flaws_of(one, beside[one.id], now) for one in orders}
        total += sum(is_counted(one, flawed[one.id], now) for one in orders)
        found |= {id: flaws for id, flaws in flawed.items() if flaws}
        await asyncio.sleep(0)
