"""The feed comes in once, whole or not at all per row, and nothing of it is lost."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from demo.feed import write_feed
from demo.force import demo_orders
from demo.orders import MadeOrder
from domain.audit import AuditKind
from domain.clock import Clock
from domain.documents import DocumentKind
from domain.errors import AssistantError, NotAllowed
from domain.feed import SECOND_ORDER
from domain.feed_report import FeedReport
from domain.officers import Actor
from domain.orders import Order, OrderState, state_at
from domain.particulars import read_particulars
from domain.references import number_of
from services.feed import import_feed, preview_feed, waiting_rejects
from storage.feed_reading import MOST_ROWS, NO_PAPER, NOT_A_PDF
from storage.feed_source import open_feed
from storage.work import Database, UnitOfWork
from tests.fakes.clock import FrozenClock
from tests.people import ADMIN, DESK, RESPONSE
from tests.trail import trail_of

DAY = date(2026, 11, 19)
CLOCK = FrozenClock()


class Plans:
    """Remembers which orders were handed over to have contact plans opened."""

    def __init__(self, fails: bool = False) -> None:
        self.orders: list[Order] = []
        self.fails = fails

    async def open(self, uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
        if self.fails:
            raise RuntimeError("the plans could not be opened")
        held = await uow.orders.many([order.id for order in orders])
        self.orders += held


async def bring_in(database: Database, folder: Path, plans: Plans | None = None) -> FeedReport:
    with open_feed(folder) as source:
        return await import_feed(database.work, CLOCK, DESK, source, (plans or Plans()).open)


async def held(database: Database, made: MadeOrder) -> list[Order]:
    async with database.work() as uow:
        return await uow.orders.by_case(made.case_no)


async def trail(database: Database) -> list[tuple[str, AuditKind]]:
    return [(entry.event, entry.kind) for entry in await trail_of(database)]


def figures(report: FeedReport) -> tuple[int, int, int, int]:
    return report.imported, report.updated, report.unchanged, len(report.rejected)


@pytest.fixture
def made() -> list[MadeOrder]:
    return demo_orders(DAY, 20)


async def test_a_feed_comes_in_with_its_papers_plans_and_audit(database: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made, 5, DAY)
    plans = Plans()
    report = await bring_in(database, tmp_path, plans)
    assert figures(report) == (20, 0, 0, 0)
    assert len(report.warnings) == 15
    assert len(plans.orders) == 20
    (order,) = await held(database, made[0])
    assert (order.respondent.name, order.has_document, order.served_file) == ("John Smith", True, True)
    assert state_at(order, CLOCK()) is OrderState.IN_FORCE
    async with database.work() as uow:
        paper = await uow.orders.document(order.id)
        found = await uow.search.candidates(read_particulars("john smiht dob 12/3/85", DAY))
    assert paper is not None
    assert paper.content == (tmp_path / made[0].file_name).read_bytes()
    assert number_of(order.reference) in {one.order for one in found.candidates}
    events = await trail(database)
    assert events.count(("feed:order:imported", AuditKind.COLLECTION)) == 20
    assert events[-1] == ("feed:run:done", AuditKind.COLLECTION)


async def test_the_same_feed_again_changes_nothing(database: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made, 5, DAY)
    await bring_in(database, tmp_path)
    async with database.work() as uow:
        before = await uow.orders.by_case(made[0].case_no)
    plans = Plans()
    assert figures(await bring_in(database, tmp_path, plans)) == (0, 0, 20, 0)
    assert plans.orders == []
    assert await held(database, made[0]) == before
    assert [event for event, kind in await trail(database) if kind is AuditKind.ALTERATION] == []


async def test_a_changed_row_makes_a_newer_version_and_keeps_the_older(database: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made, 0, DAY)
    await bring_in(database, tmp_path)
    moved = replace(made[0], respondent=replace(made[0].respondent, surname="Smithson"))
    write_feed(tmp_path, [moved, *made[1:]], 0, DAY)
    assert figures(await bring_in(database, tmp_path)) == (0, 1, 19, 0)
    (order,) = await held(database, made[0])
    async with database.work() as uow:
        (earlier,) = await uow.orders.versions(order.id)
    assert (order.version, order.respondent.surname) == (2, "Smithson")
    assert (earlier.version, earlier.respondent.surname) == (1, "Smith")
    assert ("feed:order:updated", AuditKind.ALTERATION) in await trail(database)


async def test_what_a_person_found_out_is_not_undone_by_the_same_row(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made[:1], 1, DAY)
    await bring_in(embedded, tmp_path)
    (order,) = await held(embedded, made[0])
    async with embedded.work() as uow:
        mended = await uow.orders.update(replace(order, court_name="Family Court at Wenfold", return_hearing_on=DAY), CLOCK())
    write_feed(tmp_path, made[:1], 1, DAY + timedelta(days=1))
    assert figures(await bring_in(embedded, tmp_path)) == (0, 0, 2, 0)
    (after,) = await held(embedded, made[0])
    assert replace(after, confirmed_at=mended.confirmed_at) == mended
    assert after.confirmed_at > mended.confirmed_at


async def test_the_courts_newer_word_leaves_what_it_does_not_speak_of(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made[:1], 0, DAY)
    await bring_in(embedded, tmp_path)
    (order,) = await held(embedded, made[0])
    async with embedded.work() as uow:
        await uow.orders.update(replace(order, return_hearing_on=DAY), CLOCK())
    write_feed(tmp_path, [replace(made[0], ends=None)], 0, DAY)
    assert figures(await bring_in(embedded, tmp_path)) == (0, 1, 0, 0)
    (after,) = await held(embedded, made[0])
    assert (after.expires_at, after.return_hearing_on, after.version) == (None, DAY, 3)


async def test_a_row_in_other_words_that_says_nothing_new_makes_no_version(
    embedded: Database, made: list[MadeOrder], tmp_path: Path
) -> None:
    write_feed(tmp_path, made[:1], 0, DAY)
    await bring_in(embedded, tmp_path)
    write_feed(tmp_path, [replace(made[0], served=False)], 0, DAY)
    assert figures(await bring_in(embedded, tmp_path)) == (0, 0, 1, 0)
    (order,) = await held(embedded, made[0])
    assert (order.version, order.served_file) == (1, True)


async def test_an_older_file_that_comes_late_does_not_put_the_clock_back(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    newer, older = tmp_path / "newer", tmp_path / "older"
    write_feed(newer, made[:1], 1, DAY)
    write_feed(older, [replace(made[0], court="Family Court at Wenfold")], 0, DAY - timedelta(days=3))
    await bring_in(embedded, newer)
    report = await bring_in(embedded, older)
    assert figures(report) == (0, 0, 1, 0)
    assert any("older than" in warning.reason for warning in report.warnings)
    (order,) = await held(embedded, made[0])
    assert order.court_name == made[0].court


async def test_two_days_in_one_folder_come_in_in_their_order_and_once(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, [replace(made[0], court="Family Court at Wenfold")], 0, DAY - timedelta(days=1))
    write_feed(tmp_path, made[:2], 0, DAY)
    assert figures(await bring_in(embedded, tmp_path)) == (2, 1, 0, 0)
    assert figures(await bring_in(embedded, tmp_path)) == (0, 0, 3, 0)
    (order,) = await held(embedded, made[0])
    assert (order.version, order.court_name) == (2, made[0].court)


async def test_a_missing_or_a_false_pdf_is_a_warning_and_may_come_later(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made[:2], 0, DAY)
    (tmp_path / made[1].file_name).write_bytes(b"<html>not found</html>")
    report = await bring_in(embedded, tmp_path)
    assert [warning.reason for warning in report.warnings] == [NO_PAPER, NOT_A_PDF]
    assert figures(report) == (2, 0, 0, 0)
    write_feed(tmp_path, made[:2], 1, DAY)
    assert figures(await bring_in(embedded, tmp_path)) == (0, 1, 1, 0)
    (order,) = await held(embedded, made[0])
    assert order.has_document


async def test_the_welsh_paper_is_kept_beside_the_english(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    welsh = replace(made[0], welsh=True)
    write_feed(tmp_path, [welsh], 1, DAY)
    (tmp_path / f"{welsh.stem}-welsh.pdf").rename(tmp_path / f"{welsh.stem}-WELSH.pdf")
    await bring_in(embedded, tmp_path)
    (order,) = await held(embedded, welsh)
    async with embedded.work() as uow:
        paper = await uow.orders.document(order.id, DocumentKind.WELSH)
    assert paper is not None
    assert order.welsh_file_name == paper.name


async def test_a_second_order_on_a_case_waits_for_a_person(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    first = made[0]
    second = replace(first, drafted=first.drafted + 9)
    write_feed(tmp_path, [first], 0, DAY - timedelta(days=1))
    await bring_in(embedded, tmp_path)
    write_feed(tmp_path, [second, replace(first, drafted=first.drafted + 10)], 0, DAY)
    await bring_in(embedded, tmp_path)
    orders = await held(embedded, first)
    assert [order.needs_review for order in orders] == [SECOND_ORDER] * 3
    linked = {line.subject for line in await trail_of(embedded) if line.kind is AuditKind.COMBINATION}
    assert linked == {str(order.id) for order in orders if order.needs_review}


async def test_days_for_which_no_file_came_are_told_with_the_report(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made[:1], 0, DAY - timedelta(days=3))
    assert [day.day for day in (await bring_in(embedded, tmp_path)).days_without] == [17, 18, 19]
    write_feed(tmp_path, made[:2], 0, DAY)
    with open_feed(tmp_path) as source:
        assert [day.day for day in (await preview_feed(embedded.work, CLOCK, DESK, source)).days_without] == [17, 18]
    report = await bring_in(embedded, tmp_path)
    assert report.plain()["days_without_file"] == ["2026-11-17", "2026-11-18"]


async def test_a_rejected_row_is_kept_whole_until_a_good_one_comes(database: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    manifest = write_feed(tmp_path, made[:3], 0, DAY)
    whole = manifest.read_text(encoding="utf-8")
    lines = whole.splitlines(keepends=True)
    cut = ",".join(lines[2].split(",")[:6]) + "\r\n"
    manifest.write_text("".join([lines[0], lines[1], cut, lines[3]]), encoding="utf-8", newline="")
    report = await bring_in(database, tmp_path)
    assert figures(report) == (2, 0, 0, 1)
    assert (report.rejected[0].line, report.rejected[0].reason) == (3, "the row is cut off: 6 values where the header has 31")
    assert figures(await bring_in(database, tmp_path)) == (0, 0, 2, 1)
    (kept,) = await waiting_rejects(database.work, FrozenClock(), DESK)
    assert (kept.line, kept.raw) == (3, cut.rstrip())
    manifest.write_text(whole, encoding="utf-8", newline="")
    mended = await bring_in(database, tmp_path)
    assert (figures(mended), mended.mended) == ((1, 0, 2, 0), 1)
    assert await waiting_rejects(database.work, FrozenClock(), DESK) == []


async def test_rejected_rows_are_shown_to_those_who_take_the_feed_in_only_and_that_is_in_the_trail(embedded: Database) -> None:
    with pytest.raises(NotAllowed):
        await waiting_rejects(embedded.work, FrozenClock(), RESPONSE)
    await waiting_rejects(embedded.work, FrozenClock(), DESK)
    assert [line.event for line in await trail_of(embedded)] == ["feed:rejects:listed"]


async def test_a_chunk_that_fails_leaves_nothing_of_itself(database: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made, 1, DAY)
    with pytest.raises(RuntimeError):
        await bring_in(database, tmp_path, Plans(fails=True))
    assert await held(database, made[0]) == []
    assert await trail(database) == []
    assert figures(await bring_in(database, tmp_path)) == (20, 0, 0, 0)


async def test_many_orders_come_in_pieces_and_tell_how_far_they_are(embedded: Database, tmp_path: Path) -> None:
    write_feed(tmp_path, demo_orders(DAY, MOST_ROWS + 20), 0, DAY)
    told: list[tuple[int, int]] = []
    with open_feed(tmp_path) as source:
        await import_feed(embedded.work, CLOCK, ADMIN, source, Plans().open, lambda done, total: told.append((done, total)))
    assert told == [(MOST_ROWS, MOST_ROWS + 20), (MOST_ROWS + 20, MOST_ROWS + 20)]
    async with embedded.work() as uow:
        assert await uow.intake.days(DAY) == {DAY}


async def test_a_preview_tells_the_same_and_saves_nothing(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made[:5], 0, DAY - timedelta(days=1))
    await bring_in(embedded, tmp_path)
    write_feed(tmp_path, [replace(made[0], court="Family Court at Wenfold"), *made[1:8]], 0, DAY)
    with open_feed(tmp_path) as source:
        told = await preview_feed(embedded.work, CLOCK, DESK, source)
    assert await held(embedded, made[7]) == []
    assert (await trail(embedded))[-1] == ("feed:run:previewed", AuditKind.COLLECTION)
    assert figures(await bring_in(embedded, tmp_path)) == figures(told) == (3, 1, 9, 0)


async def test_a_wrong_manifest_is_refused_before_anything_is_saved(embedded: Database, made: list[MadeOrder], tmp_path: Path) -> None:
    write_feed(tmp_path, made[:1], 0, DAY - timedelta(days=1))
    (tmp_path / "manifest-20261119.csv").write_text("id,name\r\n1,2\r\n")
    with pytest.raises(AssistantError, match=r"^manifest-20261119\.csv: the header has no Case No\..*$"):
        await bring_in(embedded, tmp_path)
    assert await held(embedded, made[0]) == []


async def test_only_those_who_may_bring_in_the_feed(embedded: Database, tmp_path: Path) -> None:
    write_feed(tmp_path, [], 0, DAY)
    with open_feed(tmp_path) as source:
        with pytest.raises(NotAllowed):
            await import_feed(embedded.work, CLOCK, RESPONSE, source, Plans().open)
        with pytest.raises(NotAllowed):
            await preview_feed(embedded.work, CLOCK, RESPONSE, source)
