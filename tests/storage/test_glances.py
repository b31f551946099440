"""What stands beside an order comes in one statement, of that order and that officer alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from domain.breaches.drafts import Breach
from domain.contacts import Outcome, plan_for
from domain.evidence import Evidence, EvidenceKind, How, Source
from domain.glances import Glance, OnCase
from domain.orders import Order
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import RESPONSE, VLO


async def glance(database: Database, order: Order, officer: UUID = RESPONSE.id) -> Glance:
    async with database.work() as uow:
        return await uow.glances.of(order, officer, NOON)


def a_breach(order: Order, reference: str, day: date | None, recorded_at: datetime = NOON) -> Breach:
    return Breach(uuid4(), "demo", reference, order.id, 1, RESPONSE.id, "0000", recorded_at, (), (), day)


async def test_an_order_alone_has_nothing_beside_it(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order, an_order()])
    assert await glance(database, order) == Glance()


async def test_breaches_count_for_ninety_days_by_when_they_happened_or_else_were_recorded(database: Database) -> None:
    order, other = an_order(), an_order()
    first = NOON.date() - timedelta(days=90)
    async with database.work() as uow:
        await uow.breaches.add(a_breach(order, "BR-1", first - timedelta(days=1)))
        await uow.breaches.add(a_breach(order, "BR-2", first))
        await uow.breaches.add(a_breach(order, "BR-3", date(2026, 11, 1)))
        await uow.breaches.add(a_breach(order, "BR-4", None, NOON - timedelta(days=89)))
        await uow.breaches.add(a_breach(order, "BR-5", None, NOON - timedelta(days=91)))
        await uow.breaches.add(a_breach(other, "BR-6", date(2026, 11, 19)))
    found = await glance(database, order)
    assert (found.breaches, found.newest_breach) == (3, date(2026, 11, 1))


async def test_the_day_of_the_last_contact_is_told_and_no_more(database: Database) -> None:
    order = an_order()
    plan = plan_for(order, NOON - timedelta(days=30))
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.contacts.add(
            [replace(plan, last_outcome=Outcome.SPOKE_SAFE, last_contact_at=datetime.fromisoformat("2026-10-24T23:30+00:00"))]
        )
    assert await glance(database, order) == Glance(contacted_on=date(2026, 10, 25))


async def test_evidence_comes_in_outline_oldest_first(database: Database) -> None:
    order, other = an_order(), an_order()
    late = Evidence(
        uuid4(), order.id, EvidenceKind.AWARENESS, How.OWN_WORDS, Source.OFFICER, VLO.id, NOON, None, NOON, "PC Loom", "said so"
    )
    early = replace(
        late, id=uuid4(), kind=EvidenceKind.SERVICE, how=How.PERSONAL, on=date(2026, 6, 3), at=None, recorded_at=NOON - timedelta(days=9)
    )
    async with database.work() as uow:
        await uow.evidence.add([late, early, replace(late, id=uuid4(), order_id=other.id)])
    assert (await glance(database, order)).evidence == tuple(replace(one, by_whom="", words="") for one in (early, late))


async def test_the_other_orders_of_the_case_are_named(database: Database) -> None:
    order = an_order()
    others = [an_order(case_no=order.case_no, reference=reference) for reference in ("NMO-B", "NMO-A")]
    async with database.work() as uow:
        await uow.orders.save_many([order, *others, an_order()])
    assert (await glance(database, order)).on_case == (OnCase(others[1].id, "NMO-A", "FL401"), OnCase(others[0].id, "NMO-B", "FL401"))


async def test_whether_changes_are_told_is_each_officers_own(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.watches.add(order.id, RESPONSE.id, NOON)
        await uow.watches.add(order.id, RESPONSE.id, NOON)
        assert await uow.watches.of_orders([order.id, uuid4()]) == [(order.id, RESPONSE.id)]
    assert ((await glance(database, order)).watched, (await glance(database, order, VLO.id)).watched) == (True, False)
    async with database.work() as uow:
        await uow.watches.drop(order.id, RESPONSE.id)
        assert await uow.watches.of_orders([order.id]) == []


async def test_the_newest_breach_is_of_the_london_day_on_which_it_was_recorded(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.breaches.add(a_breach(order, "BR-1", None, datetime(2026, 6, 10, 23, 30, tzinfo=UTC)))
        found = await uow.retention.breaches([order.id])
    assert found[order.id].newest == date(2026, 6, 11)
