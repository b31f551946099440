"""Contact plans come back as they were saved, and two officers never overwrite each other."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from domain import contacts
from domain.contacts import ContactPlan, Outcome, PlanState, Why, plan_for
from domain.errors import Outdated
from domain.officers import Role
from domain.outbox import NO_ANSWER, REMIND, Delivered, outgoing
from storage.contacts import ContactMade
from storage.tables.contacts import contact_plan
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import SUPERVISOR, VLO

DAY = timedelta(days=1)


def a_plan(owner: UUID | None = VLO.id, role: Role = Role.VLO) -> ContactPlan:
    return replace(plan_for(an_order(), NOON), owner=owner, role=role)


async def test_a_plan_comes_back_as_it_was_saved(database: Database) -> None:
    plan = a_plan()
    async with database.work() as uow:
        await uow.contacts.add([plan])
    later = contacts.contacted(plan, Outcome.SPOKE_SAFE, NOON)
    async with database.work() as uow:
        assert await uow.contacts.get(plan.id) == plan
        await uow.contacts.save(later)
    async with database.reading() as uow:
        assert await uow.contacts.hold(plan.id) == later
        assert await uow.contacts.hold_of_order(plan.order_id) == [later]
        assert await uow.contacts.some([plan.id]) == {plan.id: later}
        assert await uow.contacts.of_orders([plan.order_id, VLO.id]) == {plan.order_id: plan.id}


async def test_plans_read_before_come_back_as_they_stand_now(database: Database) -> None:
    same, changed, closed, gone = (a_plan() for _ in range(4))
    later, over = contacts.contacted(changed, Outcome.SPOKE_SAFE, NOON), replace(closed, version=2, state=PlanState.CLOSED)
    async with database.work() as uow:
        await uow.contacts.add([same, changed, closed])
        await uow.contacts.save(later)
        await uow.contacts.save(over)
    async with database.work() as uow:
        stands = await uow.contacts.as_they_stand([same, changed, closed, gone])
        assert stands == {same.id: same, changed.id: later, closed.id: over}
        assert stands == await uow.contacts.some([same.id, changed.id, closed.id, gone.id])
        assert await uow.contacts.as_they_stand([]) == {}


async def test_a_plan_read_before_that_an_erasure_handed_on_to_another_order_is_read_anew(database: Database) -> None:
    plan, heir = a_plan(), an_order().id
    async with database.work() as uow:
        await uow.contacts.add([plan])
        await uow.connection.execute(update(contact_plan).values(order_id=heir))
        assert await uow.contacts.as_they_stand([plan]) == {plan.id: replace(plan, order_id=heir)}


async def test_a_plan_knows_every_order_of_its_person_and_a_case_every_plan(database: Database) -> None:
    first, second, elsewhere = an_order(), an_order(), an_order()
    second = replace(second, case_no=first.case_no)
    plan, other = plan_for(first, NOON), plan_for(elsewhere, NOON)
    async with database.work() as uow:
        await uow.orders.save_many([first, second, elsewhere])
        await uow.contacts.add([plan, other])
        await uow.contacts.join(second.id, plan.id)
        await uow.contacts.join(second.id, other.id)
    async with database.reading() as uow:
        assert await uow.contacts.hold_of_order(second.id) == [plan]
        assert await uow.contacts.on_cases([first.case_no]) == {first.id: plan.id, second.id: plan.id}
        found = await uow.orders.of_plans([plan.id, other.id])
    assert {id: {one.id for one in orders} for id, orders in found.items()} == {plan.id: {first.id, second.id}, other.id: {elsewhere.id}}


async def test_a_plan_that_moved_on_is_not_overwritten(database: Database) -> None:
    plan = a_plan()
    async with database.work() as uow:
        await uow.contacts.add([plan])
        await uow.contacts.save(contacts.snoozed(plan, NOON, NOON + timedelta(hours=1)))
    with pytest.raises(Outdated):
        async with database.work() as uow:
            await uow.contacts.save(contacts.breached(plan, NOON))


async def test_what_came_of_a_contact_is_kept_newest_first_with_its_note(database: Database) -> None:
    plan = a_plan()
    first = ContactMade(plan.id, NOON, VLO.id, Why.ORDER_KNOWN, Outcome.NO_ANSWER)
    second = ContactMade(plan.id, NOON + DAY, VLO.id, Why.ORDER_KNOWN, Outcome.SPOKE_SAFE, "prefers the evening")
    async with database.work() as uow:
        await uow.contacts.record(first)
        await uow.contacts.record(second)
    async with database.reading() as uow:
        assert await uow.contacts.made(plan.id) == [second, first]


async def test_a_note_is_sealed_in_its_row(embedded: Database) -> None:
    async with embedded.work() as uow:
        await uow.contacts.record(ContactMade(VLO.id, NOON, VLO.id, Why.ROUTINE, Outcome.SPOKE_SAFE, "prefers the evening"))
        (row,) = (await uow.connection.exec_driver_sql("SELECT note FROM contact_made")).all()
    assert b"evening" not in bytes(row[0])


async def test_the_list_holds_ones_own_and_what_the_role_owns_most_pressing_first(database: Database) -> None:
    late = contacts.contacted(a_plan(), Outcome.SPOKE_SAFE, NOON - 8 * DAY)
    mine, roles, others, far, closed = (
        a_plan(),
        a_plan(None),
        a_plan(SUPERVISOR.id),
        contacts.contacted(a_plan(), Outcome.SPOKE_SAFE, NOON),
        a_plan(),
    )
    desks = a_plan(None, Role.ORDERS_DESK)
    async with database.work() as uow:
        await uow.contacts.add([mine, roles, others, replace(far, ahead=far.ahead[-1:], remind_at=far.ahead[-1].remind_at), late, desks])
        await uow.contacts.add([replace(closed, state=PlanState.CLOSED)])
        owed = await uow.contacts.owed([VLO.id], [Role.VLO], NOON + DAY / 2, 20)
    assert owed[0] == late
    assert {plan.id for plan in owed} == {late.id, mine.id, roles.id}


async def test_an_open_plan_without_a_live_reminder_of_its_version_is_found(database: Database) -> None:
    fine, bare, outdated, sent, word_only, closed = (a_plan() for _ in range(6))
    rows = [outgoing(one, REMIND, VLO.id, NOON) for one in (fine, outdated, sent)]
    async with database.work() as uow:
        await uow.contacts.add([fine, bare, replace(outdated, version=2), sent, word_only, replace(closed, state=PlanState.CLOSED)])
        await uow.outbox.plan([*rows, outgoing(word_only, NO_ANSWER, VLO.id, NOON)])
        await uow.outbox.sent([(rows[2].id, Delivered("m", "webchat"))], NOON)
        found = await uow.contacts.forgotten(UUID(int=0), UUID(int=(1 << 128) - 1))
        assert set(found) == {bare.id, outdated.id, sent.id, word_only.id}
        assert await uow.contacts.forgotten(bare.id, bare.id) == [bare.id]
        assert await uow.outbox.ever_planned(sent.id, 1)
        assert not await uow.outbox.ever_planned(outdated.id, 2)
