"""Besides its orders the made-up force has other measures, and enough people that what needs a second one can be tried alone."""

from datetime import UTC, datetime

import pytest

from demo.load import load
from demo.people import officer_id
from domain.measures import Kind
from domain.officers import Permission
from domain.orders import LIVE, Order, OrderState, state_at
from domain.policies import Policy
from domain.registered_orders import SECOND_CHECK
from domain.retention import Ground
from services.intake import check_second, show_intake
from services.retention import Retention
from storage.work import Database
from tests.fakes.clock import FrozenClock

CLOCK = FrozenClock(datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
KINDS = (Kind.DVPN, Kind.BAIL, Kind.RESTRAINING)


@pytest.fixture(scope="module")
def numbers() -> dict[Kind, str]:
    return {Kind.DVPN: "MADEUPDVPN1", Kind.BAIL: "MADEUPBAIL1", Kind.RESTRAINING: "MADEUPRO1"}


async def held(database: Database, numbers: dict[Kind, str]) -> dict[Kind, list[Order]]:
    async with database.reading() as uow:
        return {kind: await uow.orders.by_case(number) for kind, number in numbers.items()}


async def test_there_are_live_measures_of_three_kinds_once_however_often_it_is_loaded(embedded: Database, numbers: dict[Kind, str]) -> None:
    await load(embedded.work, CLOCK, "demo")
    await load(embedded.work, CLOCK, "demo")
    found = await held(embedded, numbers)
    assert {kind: [one.kind for one in orders] for kind, orders in found.items()} == {kind: [kind] for kind in KINDS}
    assert all(state_at(one, CLOCK()) in LIVE for orders in found.values() for one in orders)
    async with embedded.reading() as uow:
        (bail,) = found[Kind.BAIL]
        assert [one.kind for one in (await uow.breach_tasks.of_breach(found[Kind.DVPN][0].id))]
        assert (await uow.same_person.beside([bail])).links


async def test_a_record_is_due_for_review_and_two_of_the_desk_dispose_of_it(embedded: Database) -> None:
    await load(embedded.work, CLOCK, "demo")
    async with embedded.reading() as uow:
        people = await uow.officers.all()
    first, second = sorted((one for one in people if one.may(Permission.REVIEW_RETENTION)), key=lambda one: one.name)
    retention = Retention(embedded.work, CLOCK, Policy)
    (due,) = (await retention.due(first)).records
    assert (due.order.case_no, state_at(due.order, CLOCK())) == ("MADEUPRO2", OrderState.EXPIRED)
    proposed = await retention.propose(first, due.order.id, due.number, Ground.NOT_NEEDED.value)
    await retention.dispose(second, due.order.id, proposed.number)
    assert (await retention.due(first)).records == ()


async def test_what_needs_a_second_person_can_be_tried_alone(embedded: Database, numbers: dict[Kind, str]) -> None:
    await load(embedded.work, CLOCK, "demo")
    (bail,) = (await held(embedded, numbers))[Kind.BAIL]
    assert bail.needs_review == SECOND_CHECK
    async with embedded.reading() as uow:
        desk = [one for one in await uow.officers.all() if one.may(Permission.REVIEW_ORDERS) and one.may(Permission.REVIEW_RETENTION)]
    (second,) = [one for one in desk if one.id != officer_id("Dale Quill")]
    assert bail.id in {one.object for one in (await show_intake(embedded.work, CLOCK, second)).items}
    assert (await check_second(embedded.work, CLOCK, second, bail.id)).needs_review is None
