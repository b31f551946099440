"""What an import changes is on the trail with the change itself, by the id of each order and each kept row, and what it left alone is not."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from demo.feed import write_feed
from demo.force import demo_orders
from domain.audit import AuditKind
from domain.clock import Clock
from domain.officers import Actor
from domain.orders import Order
from services.feed import import_feed
from storage.feed_reading import MOST_ROWS
from storage.feed_source import open_feed
from storage.work import Database, UnitOfWork
from tests.fakes.clock import FrozenClock
from tests.people import DESK
from tests.trail import trail_of

DAY = date(2026, 11, 18)
NEXT_DAY = DAY + timedelta(days=1)
CONFIRMED = (AuditKind.ALTERATION, "feed:orders:confirmed")
KEPT = (AuditKind.COLLECTION, "feed:rejects:kept")
MENDED = (AuditKind.ALTERATION, "feed:rejects:mended")


async def no_plans(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    """These tests are about the orders alone."""


async def power_cut(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    raise RuntimeError("the power went")


async def bring_in(database: Database, folder: Path) -> None:
    with open_feed(folder) as source:
        await import_feed(database.work, FrozenClock(), DESK, source, no_plans)


async def subjects(database: Database, wanted: tuple[AuditKind, str]) -> list[set[str]]:
    return [set(line.subject.split(";")) for line in await trail_of(database) if (line.kind, line.event) == wanted]


async def order_ids(database: Database) -> set[str]:
    return {id for line in await subjects(database, (AuditKind.COLLECTION, "feed:order:imported")) for id in line}


async def test_orders_that_the_court_confirms_are_named_once(database: Database, tmp_path: Path) -> None:
    made = demo_orders(DAY, 12)
    write_feed(tmp_path / "first", made, 0, DAY)
    write_feed(tmp_path / "second", [replace(made[0], court="Family Court at Wenfold"), *made[1:]], 0, NEXT_DAY)
    await bring_in(database, tmp_path / "first")
    assert await subjects(database, CONFIRMED) == []
    await bring_in(database, tmp_path / "second")
    await bring_in(database, tmp_path / "second")
    await bring_in(database, tmp_path / "first")
    (changed,) = await subjects(database, (AuditKind.ALTERATION, "feed:order:updated"))
    assert await subjects(database, CONFIRMED) == [await order_ids(database) - changed]


async def test_rows_that_are_kept_and_mended_are_named_once(database: Database, tmp_path: Path) -> None:
    manifest = write_feed(tmp_path, demo_orders(DAY, 5), 0, DAY)
    whole = manifest.read_text(encoding="utf-8")
    lines = whole.splitlines(keepends=True)
    manifest.write_text("".join([*lines[:4], "cut off\r\n", "cut off too\r\n"]), encoding="utf-8", newline="")
    await bring_in(database, tmp_path)
    await bring_in(database, tmp_path)
    async with database.reading() as uow:
        waiting = {str(one.id) for one in await uow.intake.open_rejects()}
    assert (len(waiting), await subjects(database, KEPT), await subjects(database, MENDED)) == (2, [waiting], [])
    manifest.write_text(whole, encoding="utf-8", newline="")
    await bring_in(database, tmp_path)
    await bring_in(database, tmp_path)
    assert (await subjects(database, KEPT), await subjects(database, MENDED)) == ([waiting], [waiting])


async def test_an_import_that_dies_between_two_pieces_has_told_of_the_first(embedded: Database, tmp_path: Path) -> None:
    made = demo_orders(DAY, MOST_ROWS + 1)
    write_feed(tmp_path / "first", made[:-1], 0, DAY)
    write_feed(tmp_path / "second", made, 0, NEXT_DAY)
    await bring_in(embedded, tmp_path / "first")
    with open_feed(tmp_path / "second") as source, pytest.raises(RuntimeError, match="the power went"):
        await import_feed(embedded.work, FrozenClock(), DESK, source, power_cut)
    assert await subjects(embedded, CONFIRMED) == [await order_ids(embedded)]
    assert len(await subjects(embedded, (AuditKind.COLLECTION, "feed:run:done"))) == 1
