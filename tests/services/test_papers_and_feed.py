"""The feed and the checked paper of one order, one after the other."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from demo.feed import write_feed
from demo.force import demo_orders
from demo.orders import MadeOrder
from domain.feed_merge import ANOTHER_END
from domain.orders import Order
from domain.terms import HELD
from services import papers
from services.contacts import open_plans
from services.feed import import_feed
from storage.feed_source import open_feed
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.papers import at_once
from tests.people import DESK

DAY = date(2026, 11, 19)
CLOCK = FrozenClock()
MADE = replace(demo_orders(DAY, 20)[0], served=True)


async def bring_in(database: Database, folder: Path, made: MadeOrder, pdfs: int) -> Order:
    write_feed(folder, [made], pdfs, DAY)
    with open_feed(folder) as source:
        await import_feed(database.work, CLOCK, DESK, source, open_plans)
    async with database.reading() as uow:
        (order,) = await uow.orders.by_case(made.case_no)
        return order


async def checked(database: Database, order: Order) -> Order:
    read = await papers.read_terms(database.work, CLOCK, DESK, order.id, at_once)
    done = await papers.check_terms(database.work, CLOCK, DESK, order.id, read.terms.version, {HELD: "yes"}, open_plans)
    return done.order


async def test_the_feeds_own_paper_is_read_and_checked_without_typing(embedded: Database, tmp_path: Path) -> None:
    order = await bring_in(embedded, tmp_path, MADE, 1)
    after = await checked(embedded, order)
    assert (after.conditions_checked, after.made_on, after.expires_at) == (True, order.made_on, order.expires_at)
    assert after.without_notice == MADE.without_notice


async def test_a_feed_that_says_less_leaves_the_checked_end(embedded: Database, tmp_path: Path) -> None:
    before = await checked(embedded, await bring_in(embedded, tmp_path, MADE, 1))
    (tmp_path / MADE.file_name).unlink()
    after = await bring_in(embedded, tmp_path, replace(MADE, ends=None), 0)
    assert (after.expires_at, after.conditions_checked, after.needs_review) == (before.expires_at, True, before.needs_review)
    assert ANOTHER_END not in (after.needs_review or "")


async def test_another_paper_has_to_be_checked_anew(embedded: Database, tmp_path: Path) -> None:
    await checked(embedded, await bring_in(embedded, tmp_path, MADE, 1))
    after = await bring_in(embedded, tmp_path, replace(MADE, ends=None), 1)
    assert (after.conditions_checked, after.expires_at) == (False, None)
