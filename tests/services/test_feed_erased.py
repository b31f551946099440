"""What was erased does not come back with the next file of the court."""

from datetime import timedelta
from pathlib import Path

from demo.feed import write_feed
from demo.force import demo_orders
from domain.feed_report import ERASED_HERE
from services.erasing import erase_by_reference
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import ADMIN
from tests.services.test_feed import CLOCK, DAY, bring_in


async def test_an_erased_order_is_told_of_and_not_taken_in_again(embedded: Database, tmp_path: Path) -> None:
    made = demo_orders(DAY, 3)
    write_feed(tmp_path, made, 0, DAY)
    await bring_in(embedded, tmp_path)
    async with embedded.work() as uow:
        (order, *_) = await uow.orders.by_case(made[0].case_no)
    clock = type(CLOCK)(NOON + timedelta(days=10_000))
    await erase_by_reference(embedded.work, clock, ADMIN, order.reference, "ordered")
    report = await bring_in(embedded, tmp_path)
    assert [one.reason for one in report.warnings if one.reason == ERASED_HERE] == [ERASED_HERE]
    async with embedded.work() as uow:
        assert await uow.orders.by_reference(order.reference) is None
        assert await uow.orders.by_case(order.case_no) == []
