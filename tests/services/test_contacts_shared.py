"""One protected person has one plan, however many orders a case holds, and the plan goes to the officer it belongs to."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from demo.feed import write_feed
from demo.force import demo_orders
from demo.orders import MadeOrder
from domain.audit import AuditKind
from domain.contacts import ContactPlan, Outcome, PlanState, Why
from domain.officers import Officer, Role
from domain.orders import Order, PartyRole
from domain.outbox import HANDED_OVER, LIVE_STATES, REMIND, Outgoing
from services import contacts
from services.feed import import_feed
from storage.feed_source import open_feed
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.orders import a_party, an_order
from tests.people import ADMIN, DESK, EVERYONE, RESPONSE, VLO, officer
from tests.trail import trail_of

DAY = date(2026, 11, 19)
HOUR = timedelta(hours=1)
SECOND = officer("Val Second", Role.VLO)


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def made() -> MadeOrder:
    return replace(demo_orders(DAY, 1)[0], ends=None)


def again(made: MadeOrder, **changes: Any) -> MadeOrder:
    """A second order on the same case, with changes to how it names the applicant."""
    return replace(made, drafted=made.drafted + 9, applicant=replace(made.applicant, **changes))


async def bring_in(database: Database, clock: FrozenClock, folder: Path, *made: MadeOrder, day: date = DAY) -> None:
    async with database.work() as uow:
        await uow.officers.save([*EVERYONE, SECOND])
    write_feed(folder, list(made), 0, day)
    with open_feed(folder) as source:
        await import_feed(database.work, clock, ADMIN, source, contacts.open_plans)


async def plans_of(database: Database, made: MadeOrder) -> list[tuple[ContactPlan, list[Order]]]:
    async with database.reading() as uow:
        orders = await uow.orders.by_case(made.case_no)
        found = {plan.id: plan for order in orders for plan in await uow.contacts.hold_of_order(order.id)}
        held = await uow.orders.of_plans(list(found))
    return [(found[id], orders) for id, orders in held.items()]


async def live_rows(database: Database, plan: ContactPlan) -> list[Outgoing]:
    async with database.reading() as uow:
        return [row for row in await uow.outbox.of_plan(plan.id) if row.state in LIVE_STATES]


@pytest.mark.parametrize("sizes", [(2,), (1, 1)], ids=["in one file", "in two"])
async def test_a_second_order_on_the_case_shares_the_plan_of_the_same_person(
    database: Database, clock: FrozenClock, made: MadeOrder, tmp_path: Path, sizes: tuple[int, ...]
) -> None:
    second = again(made, dob=None, forenames=made.applicant.forenames.upper(), surname=made.applicant.surname.replace("a", "á"))
    orders = iter([made, second])
    for size in sizes:
        await bring_in(database, clock, tmp_path, *islice(orders, size))
    ((plan, held),) = await plans_of(database, made)
    assert len(held) == 2
    assert len({order.applicant.id for order in held}) == 2, "the records themselves are not merged"
    (row,) = await live_rows(database, plan)
    assert (row.stage, row.recipient, row.occurrence) == (REMIND, plan.owner, plan.version)


@pytest.mark.parametrize("changes", [{"forenames": "Jill"}, {"dob": date(1961, 1, 2)}])
async def test_another_applicant_on_the_case_has_a_plan_of_her_own(
    database: Database, clock: FrozenClock, made: MadeOrder, changes: dict[str, Any]
) -> None:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        first = an_order(case_no=made.case_no, applicant=a_party(role=PartyRole.APPLICANT, dob=date(1987, 9, 4)))
        other = an_order(case_no=made.case_no, applicant=replace(first.applicant, id=VLO.id, **changes))
        await uow.orders.save_many([first, other])
        await contacts.open_plans(uow, clock, ADMIN, [first, other])
    assert [len(orders) for _, orders in await plans_of(database, made)] == [1, 1]


async def test_what_was_due_first_stays_due_first_when_another_order_becomes_known(
    database: Database, clock: FrozenClock, made: MadeOrder, tmp_path: Path
) -> None:
    await bring_in(database, clock, tmp_path, made)
    ((before, (order,)),) = await plans_of(database, made)
    async with database.work() as uow:
        (pressing,) = await contacts.breach_reported(uow, clock, RESPONSE, order, order.id)
    clock.advance(HOUR)
    await bring_in(database, clock, tmp_path, again(made))
    ((after, _),) = await plans_of(database, made)
    assert (after.id, after.owner, after.due) == (before.id, before.owner, pressing.due)
    assert set(after.ahead) > set(pressing.ahead)


async def test_a_spelling_put_right_by_the_court_leaves_the_plan_the_same(
    database: Database, clock: FrozenClock, made: MadeOrder, tmp_path: Path
) -> None:
    await bring_in(database, clock, tmp_path, made, again(made))
    ((before, _),) = await plans_of(database, made)
    righted = again(made, surname=f"{made.applicant.surname}e")
    await bring_in(database, clock, tmp_path, made, righted)
    await bring_in(database, clock, tmp_path, replace(righted, drafted=righted.drafted + 9))
    ((after, orders),) = await plans_of(database, made)
    assert (after.id, len(orders)) == (before.id, 3)


async def test_a_breach_of_either_order_brings_the_one_plan_forward(
    database: Database, clock: FrozenClock, made: MadeOrder, tmp_path: Path
) -> None:
    await bring_in(database, clock, tmp_path, made, again(made))
    ((_, orders),) = await plans_of(database, made)
    for order in orders:
        async with database.work() as uow:
            await contacts.breach_reported(uow, clock, RESPONSE, order, order.id)
    ((plan, _),) = await plans_of(database, made)
    assert [due.why for due in plan.ahead].count(Why.BREACH) == 1
    assert plan.version == 4


async def test_the_plan_found_by_a_breach_of_an_order_that_had_ended_is_the_persons_own(database: Database, clock: FrozenClock) -> None:
    ended = an_order(expires_at=clock() - HOUR)
    live = an_order(case_no=ended.case_no, applicant=replace(ended.applicant, id=VLO.id))
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([ended, live])
        await contacts.open_plans(uow, clock, ADMIN, [ended, live])
        (plan,) = await contacts.breach_reported(uow, clock, RESPONSE, ended, ended.id)
        assert await uow.contacts.hold_of_order(live.id) == [plan]


async def test_a_plan_that_was_closed_opens_again_with_a_new_order(
    database: Database, clock: FrozenClock, made: MadeOrder, tmp_path: Path
) -> None:
    await bring_in(database, clock, tmp_path, made)
    ((plan, (order,)),) = await plans_of(database, made)
    async with database.work() as uow:
        await uow.orders.update(replace(order, discharged_at=clock()), clock())
    await contacts.close_plan(database.work, clock, VLO, plan.id, plan.round)
    await bring_in(database, clock, tmp_path, again(made))
    ((after, _),) = await plans_of(database, made)
    assert (after.id, after.state, len(await live_rows(database, after))) == (plan.id, PlanState.OPEN, 1)


async def test_with_the_postcode_the_plan_goes_home_and_its_new_owner_is_told_at_once(
    database: Database, clock: FrozenClock, made: MadeOrder, tmp_path: Path
) -> None:
    nowhere = replace(made, applicant=replace(made.applicant, postcode=""))
    await bring_in(database, clock, tmp_path, nowhere)
    ((desks, _),) = await plans_of(database, made)
    assert (desks.role, desks.owner) == (Role.ORDERS_DESK, DESK.id)
    await contacts.record_contact(database.work, clock, DESK, desks.id, Outcome.SPOKE_SAFE)
    await bring_in(database, clock, tmp_path, made)
    ((plan, _),) = await plans_of(database, made)
    assert (plan.role, plan.owner in {VLO.id, SECOND.id}) == (Role.VLO, True)
    rows = {row.stage: row for row in await live_rows(database, plan)}
    assert {row.recipient for row in rows.values()} == {plan.owner}
    assert (set(rows), rows[HANDED_OVER].due_at) == ({HANDED_OVER, REMIND}, clock())
    assert rows[REMIND].due_at >= plan.remind_at > clock()
    lines = [line for line in await trail_of(database) if line.event == "contact:plan:handed_over"]
    assert [(line.kind, line.subject) for line in lines] == [
        (AuditKind.ALTERATION, f"{plan.id};{plan.order_id};{plan.party_id};{plan.owner}")
    ]


async def test_what_is_due_now_is_told_to_the_new_owner_once(
    database: Database, clock: FrozenClock, made: MadeOrder, tmp_path: Path
) -> None:
    await bring_in(database, clock, tmp_path, replace(made, applicant=replace(made.applicant, postcode="")))
    clock.advance(HOUR)
    await bring_in(database, clock, tmp_path, made)
    ((plan, _),) = await plans_of(database, made)
    assert [(row.stage, row.recipient) for row in await live_rows(database, plan)] == [(HANDED_OVER, plan.owner)]


@pytest.mark.parametrize("people", [(DESK,), (DESK, replace(VLO, active=False))])
async def test_where_there_is_no_liaison_officer_the_orders_desk_keeps_the_plan(
    database: Database, clock: FrozenClock, people: tuple[Officer, ...]
) -> None:
    order = an_order(applicant=a_party(role=PartyRole.APPLICANT, postcode=None))
    async with database.work() as uow:
        await uow.officers.save(people)
        await uow.orders.save_many([order])
        await contacts.open_plans(uow, clock, ADMIN, [order])
        await contacts.open_plans(uow, clock, ADMIN, [replace(order, applicant=replace(order.applicant, postcode="ZZ2 7QD"))])
        (plan,) = await uow.contacts.hold_of_order(order.id)
    assert (plan.role, plan.owner, plan.version) == (Role.ORDERS_DESK, DESK.id, 1)
