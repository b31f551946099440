"""What was said of two orders is kept whole; the newest said of a pair counts."""

from uuid import uuid4

from domain.feed import SECOND_ORDER
from domain.reviews import Link, Relation
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import DESK


async def test_the_newest_said_of_a_pair_counts_and_names_both_orders(database: Database) -> None:
    first, second, third = an_order(), an_order(), an_order()
    said = Link(second.id, first.id, Relation.EXTENDS, DESK.id, NOON, 1, second.reference, first.reference)
    changed = Link(first.id, second.id, Relation.REPLACES, DESK.id, NOON, 2, first.reference, second.reference)
    other = Link(third.id, first.id, Relation.SEPARATE, DESK.id, NOON, 1, third.reference, first.reference)
    async with database.work() as uow:
        await uow.orders.save_many([first, second, third])
        assert [await uow.reviews.note(link) for link in (said, other, said)] == [True, True, False]
        assert set(await uow.reviews.of([first.id])) == {said, other}
        await uow.reviews.note(changed)
        assert await uow.reviews.of([second.id]) == (changed,)
        assert await uow.reviews.of([uuid4()]) == await uow.reviews.of([]) == ()
    async with beside(database, "next-door") as neighbour, neighbour.work() as uow:
        assert await uow.reviews.of([first.id]) == ()


async def test_the_queue_holds_what_shares_its_case_and_nothing_else(database: Database) -> None:
    waiting = an_order(needs_review=f"{SECOND_ORDER}; the end date could not be read")
    late = an_order(needs_review=SECOND_ORDER, received_at=NOON)
    async with database.work() as uow:
        await uow.orders.save_many([late, an_order(), an_order(needs_review="the end date could not be read"), waiting])
        assert await uow.orders.in_review(10) == [waiting, late]
        assert await uow.orders.in_review(1) == [waiting]
