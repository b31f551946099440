"""Taking in the court feed: new orders become known, changed ones get a newer version, and no row is lost."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

import structlog

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.documents import Document, DocumentKind
from domain.feed import SECOND_ORDER
from domain.feed_csv import Reject
from domain.feed_merge import is_changed, merged, new_order, queued
from domain.feed_report import ERASED_HERE, OLDER, FeedLine, FeedReport, summed
from domain.london import to_london
from domain.officers import Actor, Permission
from domain.orders import Order
from domain.outbox import reminders_job
from domain.references import fresh_references
from services.evidence import note_served
from services.planned import Planned
from services.watches import tell_of_changes
from storage.feed_reading import Chunk, FeedFile, PapersRow, chunks, read_files, with_papers
from storage.feed_source import FeedSource
from storage.intake import KeptReject, new_reject
from storage.orders import Known
from storage.work import UnitOfWork, Work

log = structlog.get_logger()
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class _Import:
    work: Work
    clock: Clock
    actor: Actor
    planned: Planned


@dataclass(frozen=True)
class _Sorted:
    """The good rows of a chunk by what they do to the register."""

    new: tuple[PapersRow, ...]
    changed: tuple[tuple[PapersRow, Known], ...]
    same: tuple[Known, ...]
    older: tuple[PapersRow, ...]
    erased: tuple[PapersRow, ...] = ()


def _quiet(done: int, total: int) -> None:
    """Nobody waits for the progress."""


async def import_feed(
    work: Work, clock: Clock, actor: Actor, source: FeedSource, planned: Planned, progress: Progress = _quiet
) -> FeedReport:
    """Takes in every manifest, oldest first, a few hundred rows a transaction; the same feed again changes nothing.

    `planned` opens the contact plans of new orders in the transaction that makes them known, and fits those of changed ones to what has come. Raises FeedTrouble before anything is saved.
    """
    actor.must(Permission.IMPORT_FEED)
    files = await asyncio.to_thread(read_files, source, clock())
    run = _Import(work, clock, actor, planned)
    report, done, total = _headers(files), 0, sum(len(file.rows) for file in files)
    for file in files:
        for chunk in chunks(file, source):
            report = summed(report, await _take(run, file, await asyncio.to_thread(with_papers, source, chunk)))
            done += len(chunk)
            progress(done, total)
            await asyncio.sleep(0)
    async with work() as uow:
        for file in files:
            rejected = sum(one.manifest == file.name for one in report.rejected)
            await uow.intake.note_file(file.sha256, file.name, file.day, clock(), len(file.rows), rejected)
        report = replace(report, days_without=await uow.intake.days_without(to_london(clock()).date()))
        await uow.audit.note(_summary(clock(), actor, files, report, "feed:run:done"))
    log.info("feed_imported", imported=report.imported, updated=report.updated, unchanged=report.unchanged, rejected=len(report.rejected))
    return report


async def waiting_rejects(work: Work, clock: Clock, actor: Actor) -> list[KeptReject]:
    """The rows of every import that nobody has mended yet, whole, oldest first."""
    actor.must(Permission.IMPORT_FEED)
    async with work() as uow:
        kept = await uow.intake.open_rejects()
        ids = ";".join(str(one.id) for one in kept)
        await uow.audit.note(AuditEntry(clock(), actor.id, AuditKind.CONSULTATION, "feed:rejects:listed", ids, recipient=str(actor.id)))
    return kept


async def preview_feed(work: Work, clock: Clock, actor: Actor, source: FeedSource) -> FeedReport:
    """What `import_feed` would do, without doing it; only the run itself is put on the trail."""
    actor.must(Permission.IMPORT_FEED)
    files = await asyncio.to_thread(read_files, source, clock())
    report, seen = _headers(files), dict[tuple[str, str], bytes]()
    for file in files:
        for chunk in chunks(file, source):
            ready = await asyncio.to_thread(with_papers, source, chunk)
            async with work() as uow:
                found = await _sort(uow, file, [one for one in ready.rows if one.row.identity not in seen])
            report = summed(report, _counted(file, ready, found), _again(ready, seen))
            seen |= {one.row.identity: one.digest for one in ready.rows}
            await asyncio.sleep(0)
    async with work() as uow:
        coming = {file.day for file in files if file.day is not None}
        report = replace(report, days_without=await uow.intake.days_without(to_london(clock()).date(), coming))
        await uow.audit.note(_summary(clock(), actor, files, report, "feed:run:previewed"))
    return report


async def _take(run: _Import, file: FeedFile, chunk: Chunk) -> FeedReport:
    """One transaction: every row of the chunk, its papers, index entries, contact plans and audit, or none of it."""
    now = run.clock()
    async with run.work() as uow:
        await uow.orders.one_import_at_a_time()
        found = await _sort(uow, file, chunk.rows)
        await _add(uow, run, file, found.new)
        updated = [await _change(uow, run, file, row, known) for row, known in found.changed]
        changed = [order for order in updated if order is not None]
        if changed:
            await run.planned(uow, run.clock, run.actor, changed)
            await tell_of_changes(uow, run.clock, reminders_job(uow.force), changed)
        confirmed = await _confirm(uow, file, found.same)
        kept = await uow.intake.keep(
            [new_reject(file.name, file.sha256, one.line, _key(file, one), one.reason, one.raw, now) for one in chunk.rejects]
        )
        mended = await _mend(uow, file, chunk.rows, now)
        changes = (
            (AuditKind.ALTERATION, "feed:orders:confirmed", confirmed),
            (AuditKind.COLLECTION, "feed:rejects:kept", kept),
            (AuditKind.ALTERATION, "feed:rejects:mended", mended),
        )
        await uow.audit.note(*(AuditEntry(now, run.actor.id, kind, event, ";".join(map(str, ids))) for kind, event, ids in changes if ids))
    counted = _counted(file, chunk, found)
    untouched = updated.count(None)
    return replace(counted, updated=counted.updated - untouched, unchanged=counted.unchanged + untouched, mended=len(mended))


async def _sort(uow: UnitOfWork, file: FeedFile, rows: Sequence[PapersRow]) -> _Sorted:
    known = await uow.orders.known(one.row.case_no for one in rows)
    buried = await uow.retention.buried([one.row.identity for one in rows if one.row.identity not in known])
    new, erased, changed, same, older = list[PapersRow](), list[PapersRow](), [], [], []
    for one in rows:
        held = known.get(one.row.identity)
        if held is None:
            (erased if one.row.identity in buried else new).append(one)
        elif _is_same(one, held):
            same.append(held)
        elif one.digest != held.digest and file.confirmed_at is not None and file.confirmed_at < held.confirmed_at:
            older.append(one)
        else:
            changed.append((one, held))
    return _Sorted(tuple(new), tuple(changed), tuple(same), tuple(older), tuple(erased))


def _is_same(one: PapersRow, held: Known) -> bool:
    return one.digest == held.digest and held.papers.issuperset(paper.sha256 for paper in one.papers)


async def _add(uow: UnitOfWork, run: _Import, file: FeedFile, rows: Sequence[PapersRow]) -> None:
    if not rows:
        return
    now = run.clock()
    held = await uow.orders.known(one.row.case_no for one in rows)
    on_case = Counter([*(case_no for case_no, _ in held), *(one.row.case_no for one in rows)])
    orders = []
    for one, reference in zip(rows, await fresh_references("NMO", len(rows), uow.orders.taken), strict=True):
        order = new_order(one.row, uuid4(), uow.force, reference, now, file.confirmed_at or now)
        order = _with_papers(order, one)
        orders.append(queued(order, SECOND_ORDER) if on_case[order.case_no] > 1 else order)
    await uow.orders.save_many(orders, {order.id: one.digest for order, one in zip(orders, rows, strict=True)})
    await uow.order_origins.note(run.actor.id, now, orders, file.day)
    await uow.orders.add_documents([paper for order, one in zip(orders, rows, strict=True) for paper in _documents(order.id, one, now)])
    await uow.search.add(orders)
    await note_served(uow, run.clock, run.actor, orders)
    await run.planned(uow, run.clock, run.actor, orders)
    await uow.audit.note(*(AuditEntry(now, run.actor.id, AuditKind.COLLECTION, "feed:order:imported", str(order.id)) for order in orders))
    earlier = await _queue_earlier(uow, [one.id for one in held.values()], now)
    await uow.order_origins.note(run.actor.id, now, earlier, file.day)
    await tell_of_changes(uow, run.clock, reminders_job(uow.force), earlier)
    linked = [*earlier, *(order for order in orders if SECOND_ORDER in (order.needs_review or ""))]
    await uow.audit.note(*(AuditEntry(now, run.actor.id, AuditKind.COMBINATION, "feed:order:linked", str(order.id)) for order in linked))


async def _queue_earlier(uow: UnitOfWork, ids: Sequence[UUID], now: datetime) -> list[Order]:
    """What the register held of these cases waits for a person too: only both orders together can be judged."""
    return [
        await uow.orders.update(queued(one, SECOND_ORDER), now) for one in await uow.orders.many(ids) if queued(one, SECOND_ORDER) != one
    ]


async def _change(uow: UnitOfWork, run: _Import, file: FeedFile, one: PapersRow, held: Known) -> Order | None:
    """The order as changed; None where nothing did: the court may send the same particulars in other words."""
    now = run.clock()
    (before,) = await uow.orders.many((held.id,))
    fresh = [paper for paper in _documents(before.id, one, now) if paper.sha256 not in held.papers]
    # Another paper has come: what a person checked was checked against the one before.
    stands = before.conditions_checked and not any(paper.kind is DocumentKind.ORDER for paper in fresh)
    after = _with_papers(merged(replace(before, conditions_checked=stands), one.row, file.confirmed_at or before.confirmed_at), one)
    if not fresh and not is_changed(before, after):
        return None
    saved = await uow.orders.update(after, now, one.digest)
    await uow.order_origins.note(run.actor.id, now, [saved], file.day)
    await uow.orders.add_documents(fresh)
    await uow.search.replace(saved)
    await note_served(uow, run.clock, run.actor, [saved])
    await uow.audit.note(AuditEntry(now, run.actor.id, AuditKind.ALTERATION, "feed:order:updated", str(saved.id)))
    return saved


async def _confirm(uow: UnitOfWork, file: FeedFile, same: Sequence[Known]) -> list[UUID]:
    """The orders whose day of confirmation moved on."""
    at = file.confirmed_at
    if at is None:
        return []
    moved = [one.id for one in same if one.confirmed_at < at]
    await uow.orders.confirm(moved, at)
    return moved


async def _mend(uow: UnitOfWork, file: FeedFile, rows: Sequence[PapersRow], now: datetime) -> list[UUID]:
    open_keys = await uow.intake.open_keys()
    if not open_keys:
        return []
    keys = {key for one in rows for key in _keys(file, one.row.line, one.row.case_no, one.row.file_name)}
    return await uow.intake.mend(file.sha256, [one.row.line for one in rows], sorted(keys & open_keys), now)


def _key(file: FeedFile, reject: Reject) -> str:
    """What a good row must share with a kept one to take its place: the surest thing that could be read."""
    return _keys(file, reject.line, reject.case_no, reject.file_name)[0]


def _keys(file: FeedFile, line: int, case_no: str | None, file_name: str | None) -> list[str]:
    keys = [f"file:{file_name}"] if file_name else []
    keys += [f"case:{file.name}:{case_no}"] if case_no else []
    return [*keys, f"line:{file.name}:{line}"]


def _with_papers(order: Order, one: PapersRow) -> Order:
    has_document = order.has_document or any(paper.kind is DocumentKind.ORDER for paper in one.papers)
    welsh = next((paper.name for paper in one.papers if paper.kind is DocumentKind.WELSH), order.welsh_file_name)
    return replace(order, has_document=has_document, welsh_file_name=welsh)


def _documents(order: UUID, one: PapersRow, at: datetime) -> list[Document]:
    return [Document(uuid4(), order, paper.kind, paper.name, paper.sha256, at, paper.content) for paper in one.papers]


def _counted(file: FeedFile, chunk: Chunk, found: _Sorted) -> FeedReport:
    warnings = [FeedLine(file.name, one.row.line, words) for one in chunk.rows for words in (*one.row.notes, *one.warnings)]
    warnings += [
        FeedLine(file.name, one.row.line, words) for some, words in ((found.older, OLDER), (found.erased, ERASED_HERE)) for one in some
    ]
    return FeedReport(
        imported=len(found.new),
        updated=len(found.changed),
        unchanged=len(found.same) + len(found.older) + len(found.erased),
        rejected=tuple(FeedLine(file.name, one.line, one.reason) for one in chunk.rejects),
        warnings=tuple(warnings),
    )


def _headers(files: Sequence[FeedFile]) -> FeedReport:
    return FeedReport(warnings=tuple(FeedLine(file.name, 1, words) for file in files for words in file.notes))


def _again(chunk: Chunk, seen: dict[tuple[str, str], bytes]) -> FeedReport:
    """Rows of an order that this feed named before."""
    repeated = [one.digest == seen[one.row.identity] for one in chunk.rows if one.row.identity in seen]
    return FeedReport(updated=repeated.count(False), unchanged=repeated.count(True))


def _summary(at: datetime, actor: Actor, files: Sequence[FeedFile], report: FeedReport, event: str) -> AuditEntry:
    subject = ";".join(file.sha256[:16] for file in files)
    outcome = f"{report.imported}/{report.updated}/{report.unchanged}/{len(report.rejected)}"
    return AuditEntry(at, actor.id, AuditKind.COLLECTION, event, subject, outcome)
