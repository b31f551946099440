"""Plans open with their orders, a breach brings contact forward in its own transaction, and a contact is recorded once."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from time import process_time

import pytest

from domain.audit import AuditKind
from domain.contacts import ContactPlan, Outcome, Why, plan_for
from domain.errors import NotAllowed, NotFound, Outdated
from domain.officers import Officer, Role
from domain.orders import Order, PartyRole
from domain.outbox import NO_ANSWER, REMIND, Outgoing, State
from services import contacts
from services.safe_contacts import show_contact
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import a_party, an_order
from tests.people import ADMIN, AUDITOR, DESK, EVERYONE, RESPONSE, SUPERVISOR, VLO, officer
from tests.trail import trail_of

HOUR = timedelta(hours=1)
BREACH = VLO.id


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


async def opened(database: Database, clock: FrozenClock, *orders: Order, people: tuple[Officer, ...] = EVERYONE) -> list[ContactPlan]:
    async with database.work() as uow:
        await uow.officers.save(people)
        await uow.orders.save_many(orders)
        await contacts.open_plans(uow, clock, ADMIN, orders)
    return [await plan_of(database, order) for order in orders]


async def plan_of(database: Database, order: Order) -> ContactPlan:
    async with database.reading() as uow:
        found = await uow.contacts.get(plan_for(order, NOON).id)
    assert found is not None
    return found


async def rows_of(database: Database, plan: ContactPlan) -> list[Outgoing]:
    async with database.reading() as uow:
        return await uow.outbox.of_plan(plan.id)


async def events(database: Database) -> list[str]:
    return [entry.event for entry in await trail_of(database)]


async def breached(database: Database, clock: FrozenClock, order: Order) -> None:
    async with database.work() as uow:
        await contacts.breach_reported(uow, clock, RESPONSE, order, BREACH)


async def test_a_new_order_gives_its_protected_person_an_owner_and_a_reminder_for_now(database: Database, clock: FrozenClock) -> None:
    (plan,) = await opened(database, clock, an_order())
    (row,) = await rows_of(database, plan)
    assert (plan.owner, plan.remind_at) == (VLO.id, NOON)
    assert (row.recipient, row.stage, row.next_at, row.state, row.occurrence) == (VLO.id, REMIND, NOON, State.PENDING, 1)
    assert await events(database) == ["contact:plan:opened"]


async def test_the_same_order_again_changes_nothing(database: Database, clock: FrozenClock) -> None:
    order = an_order()
    (plan,) = await opened(database, clock, order)
    async with database.work() as uow:
        await contacts.open_plans(uow, clock, ADMIN, [order, order])
    assert await plan_of(database, order) == plan
    assert (len(await rows_of(database, plan)), len(await events(database))) == (1, 1)


async def test_an_order_that_is_over_opens_no_plan(database: Database, clock: FrozenClock) -> None:
    async with database.work() as uow:
        await contacts.open_plans(uow, clock, ADMIN, [an_order(expires_at=NOON - HOUR), an_order(discharged_at=NOON - HOUR)])
    assert await events(database) == []


async def test_without_a_postcode_the_orders_desk_is_reminded(database: Database, clock: FrozenClock) -> None:
    (plan,) = await opened(database, clock, an_order(applicant=a_party(role=PartyRole.APPLICANT, postcode=None)))
    assert [row.recipient for row in await rows_of(database, plan)] == [DESK.id]


async def test_where_no_liaison_officer_is_left_it_is_a_supervisors(database: Database, clock: FrozenClock) -> None:
    (plan,) = await opened(database, clock, an_order(), people=(replace(VLO, active=False), SUPERVISOR))
    assert (plan.owner, [row.recipient for row in await rows_of(database, plan)]) == (SUPERVISOR.id, [SUPERVISOR.id])


async def test_many_orders_are_shared_out_and_their_reminders_spread(embedded: Database, clock: FrozenClock) -> None:
    second = officer("Val Second", Role.VLO)
    orders = [an_order() for _ in range(100)]
    plans = await opened(embedded, clock, *orders[:60], people=(*EVERYONE, second))
    async with embedded.work() as uow:
        await uow.orders.save_many(orders[60:])
        await contacts.open_plans(uow, clock, ADMIN, orders[60:])
    plans += [await plan_of(embedded, order) for order in orders[60:]]
    rows = [row for plan in plans for row in await rows_of(embedded, plan)]
    own = sorted(row.next_at for row in rows if row.recipient == VLO.id)
    assert 25 < len(own) < 75
    assert all(later - earlier > timedelta(seconds=1.5) for earlier, later in pairwise(own))
    assert timedelta(seconds=2 * len(own) - 4) < own[-1] - NOON < timedelta(seconds=2 * len(own))
    assert min(row.next_at for row in rows) == NOON


async def test_ten_thousand_orders_are_planned_in_seconds(embedded: Database, clock: FrozenClock) -> None:
    orders = [an_order() for _ in range(10_000)]
    began = process_time()
    async with embedded.work() as uow:
        await uow.officers.save(EVERYONE)
        await contacts.open_plans(uow, clock, ADMIN, orders)
    assert process_time() - began < 6


async def test_a_breach_and_its_reminder_are_there_together_or_not_at_all(database: Database, clock: FrozenClock) -> None:
    order = an_order()
    (before,) = await opened(database, clock, order)
    with pytest.raises(Outdated):
        async with database.work() as uow:
            await contacts.breach_reported(uow, clock, RESPONSE, order, BREACH)
            raise Outdated("the breach itself is refused")
    assert await plan_of(database, order) == before
    await breached(database, clock, order)
    after = await plan_of(database, order)
    assert (after.due.why, after.remind_at) == (Why.BREACH, NOON)
    states = {row.occurrence: (row.state, row.urgency) for row in await rows_of(database, after)}
    assert states == {1: (State.CANCELLED, 1), 2: (State.PENDING, 0)}


async def test_a_breach_of_an_order_without_a_plan_opens_one(database: Database, clock: FrozenClock) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await contacts.breach_reported(uow, clock, RESPONSE, order, BREACH)
    plan = await plan_of(database, order)
    assert (plan.due.why, plan.owner, len(await rows_of(database, plan))) == (Why.BREACH, VLO.id, 1)


async def test_breaches_recorded_at_once_all_count(database: Database, clock: FrozenClock) -> None:
    order = an_order()
    (plan,) = await opened(database, clock, order)
    await asyncio.gather(*(breached(database, clock, order) for _ in range(4)))
    assert (await plan_of(database, order)).version == 5
    assert [row.occurrence for row in await rows_of(database, plan) if row.state is State.PENDING] == [5]


async def test_a_recorded_contact_plans_the_next_and_cancels_the_reminder(database: Database, clock: FrozenClock) -> None:
    order = an_order()
    (plan,) = await opened(database, clock, order)
    await breached(database, clock, order)
    done = await contacts.record_contact(database.work, clock, VLO, plan.id, Outcome.SPOKE_SAFE, "prefers the evening")
    assert (done.already, done.plan.due.why, done.plan.last_contact_at) == (False, Why.AFTER_BREACH, NOON)
    assert await plan_of(database, order) == done.plan
    live = [row for row in await rows_of(database, plan) if row.state is State.PENDING]
    assert [(row.occurrence, row.recipient) for row in live] == [(done.plan.version, VLO.id)]
    assert (await events(database))[-1] == "contact:plan:spoke_safe"
    async with database.reading() as uow:
        (made,) = await uow.contacts.made(plan.id)
    assert (made.officer, made.why, made.note) == (VLO.id, Why.BREACH, "prefers the evening")


async def test_pressing_done_on_a_second_copy_says_how_things_stand(database: Database, clock: FrozenClock) -> None:
    (plan,) = await opened(database, clock, an_order())
    first = await contacts.record_contact(database.work, clock, VLO, plan.id, Outcome.SPOKE_SAFE, of_round=plan.round)
    second = await contacts.record_contact(database.work, clock, SUPERVISOR, plan.id, Outcome.SPOKE_SAFE, of_round=plan.round)
    assert (second.already, second.plan) == (True, first.plan)
    async with database.reading() as uow:
        assert len(await uow.contacts.made(plan.id)) == 1


async def test_two_silences_in_a_row_tell_a_supervisor(database: Database, clock: FrozenClock) -> None:
    (plan,) = await opened(database, clock, an_order())
    await contacts.record_contact(database.work, clock, VLO, plan.id, Outcome.NO_ANSWER)
    assert NO_ANSWER not in {row.stage for row in await rows_of(database, plan)}
    await contacts.record_contact(database.work, clock, VLO, plan.id, Outcome.NO_ANSWER)
    told = [row for row in await rows_of(database, plan) if row.stage == NO_ANSWER]
    assert [(row.recipient, row.next_at, row.urgency) for row in told] == [(SUPERVISOR.id, NOON, 0)]


async def test_the_supervisor_told_is_the_owners_own(database: Database, clock: FrozenClock) -> None:
    chief = officer("Chris Chief", Role.SUPERVISOR, team="south")
    (plan,) = await opened(database, clock, an_order(), people=(replace(VLO, supervisor=chief.id), SUPERVISOR, chief))
    for _ in range(2):
        await contacts.record_contact(database.work, clock, VLO, plan.id, Outcome.NO_ANSWER)
    assert [row.recipient for row in await rows_of(database, plan) if row.stage == NO_ANSWER] == [chief.id]


async def test_an_officer_sees_their_own_and_a_supervisor_the_teams(database: Database, clock: FrozenClock) -> None:
    south = officer("Sam South", Role.VLO, team="south")
    (mine,) = await opened(database, clock, an_order())
    (others,) = await opened(database, clock, an_order(), people=(south, replace(VLO, active=False)))
    later, desks = await opened(
        database, clock, an_order(), an_order(applicant=a_party(role=PartyRole.APPLICANT, postcode=None)), people=EVERYONE
    )
    owners = {plan.id: plan.owner for plan in (mine, others, later, desks)}
    assert owners[others.id] == south.id
    for viewer in (VLO, SUPERVISOR, south, DESK):
        seen = {one.plan.id for one in await contacts.due(database.work, clock, viewer)}
        theirs = {VLO: {VLO.id}, SUPERVISOR: {VLO.id, DESK.id}, south: {south.id}, DESK: {DESK.id}}[viewer]
        assert seen == {id for id, owner in owners.items() if owner in theirs}
    listed = await contacts.due(database.work, clock, SUPERVISOR)
    assert {one.owner for one in listed} == {"Vic Liaison", "Dale Desk"}


async def test_what_is_done_for_today_leaves_the_list(database: Database, clock: FrozenClock) -> None:
    (plan,) = await opened(database, clock, an_order())
    await contacts.record_contact(database.work, clock, VLO, plan.id, Outcome.SPOKE_SAFE)
    assert await contacts.due(database.work, clock, VLO) == []
    clock.advance(timedelta(days=2))
    assert [one.plan.id for one in await contacts.due(database.work, clock, VLO)] == [plan.id]


async def test_the_safe_contact_is_shown_to_those_who_make_contact_and_each_time_audited(database: Database, clock: FrozenClock) -> None:
    (plan,) = await opened(database, clock, an_order())
    safe = await show_contact(database.work, clock, VLO, plan.id)
    assert safe.person.phone == "07700 900456"
    entry = (await trail_of(database))[-1]
    assert (entry.kind, entry.event, entry.subject) == (
        AuditKind.DISCLOSURE,
        "contact:plan:safe_contact_shown",
        f"{plan.id};{plan.order_id};{plan.party_id}",
    )
    assert (entry.actor, entry.recipient) == (VLO.id, str(VLO.id))
    with pytest.raises(NotAllowed):
        await show_contact(database.work, clock, RESPONSE, plan.id)


@pytest.mark.parametrize("who", [RESPONSE, AUDITOR, ADMIN])
async def test_who_makes_no_contacts_may_not_touch_a_plan(database: Database, clock: FrozenClock, who: Officer) -> None:
    (plan,) = await opened(database, clock, an_order())
    with pytest.raises(NotAllowed):
        await contacts.record_contact(database.work, clock, who, plan.id, Outcome.SPOKE_SAFE)
    with pytest.raises(NotAllowed):
        await contacts.due(database.work, clock, who)
    with pytest.raises(NotAllowed):
        await contacts.show_plan(database.work, clock, who, plan.id)
    assert await events(database) == ["contact:plan:opened"]


async def test_opening_plans_and_reporting_breaches_ask_for_permission(database: Database, clock: FrozenClock) -> None:
    async with database.work() as uow:
        with pytest.raises(NotAllowed):
            await contacts.open_plans(uow, clock, VLO, [an_order()])
        with pytest.raises(NotAllowed):
            await contacts.breach_reported(uow, clock, AUDITOR, an_order(), BREACH)


async def test_a_plan_that_is_not_there_is_said_to_be_closed(database: Database, clock: FrozenClock) -> None:
    with pytest.raises(NotFound, match="closed"):
        await contacts.record_contact(database.work, clock, VLO, BREACH, Outcome.SPOKE_SAFE)
    with pytest.raises(NotFound, match="closed"):
        await show_contact(database.work, clock, VLO, BREACH)
