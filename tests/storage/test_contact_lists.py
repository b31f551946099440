"""The database finds for a list what the rule says is in it, in order, page by page, and counts how contacts stand; on both databases."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest

from domain.contact_lists import Cursor, Listing, Span, window_of
from domain.contacts import ContactPlan, Due, PlanState, Risk, Why, end_of_day, plan_for
from domain.london import to_london
from domain.officers import Role
from storage.contact_lists import Standing, Whose
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import SUPERVISOR, VLO

TODAY = to_london(NOON).date()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
EVERY = list(Risk)
OURS = Whose((VLO.id, SUPERVISOR.id), (Role.ORDERS_DESK,))
LISTINGS = [
    Listing(),
    Listing(Span.OVERDUE),
    Listing(Span.OPEN),
    Listing(Span.DAYS, TODAY, TODAY + 3 * DAY),
    Listing(Span.DAYS, TODAY + DAY, TODAY + 4 * DAY),
]


def some_plans(random: Random, number: int = 40) -> list[ContactPlan]:
    made = []
    for _ in range(number):
        remind_at = NOON + random.randint(-80, 160) * HOUR
        due = Due(random.choice(list(Why)), remind_at, remind_at + random.choice([0, 6, 24, 72]) * HOUR)
        plan = replace(plan_for(an_order(), NOON), ahead=(due,), remind_at=remind_at, risk=random.choice(EVERY))
        owner, role = random.choice([(VLO.id, Role.VLO), (SUPERVISOR.id, Role.VLO), (None, Role.ORDERS_DESK), (UUID(int=9), Role.VLO)])
        made.append(replace(plan, owner=owner, role=role, no_answers=random.randint(0, 3)))
    return [*made, replace(made[0], id=UUID(int=1), party_id=UUID(int=1), order_id=UUID(int=2), state=PlanState.CLOSED)]


def of_ours(plan: ContactPlan) -> bool:
    return plan.state is PlanState.OPEN and (plan.owner in OURS.owners or (plan.owner is None and plan.role in OURS.roles))


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda one: one.span)
async def test_a_walk_through_the_pages_meets_each_contact_once_in_order(database: Database, listing: Listing) -> None:
    plans = some_plans(Random(8))
    async with database.work() as uow:
        await uow.contacts.add(plans)
    window, risks = window_of(listing, NOON), [Risk.HIGH, Risk.MEDIUM, Risk.UNASSESSED]
    found: list[UUID] = []
    after = Cursor()
    async with database.reading() as uow:
        while ids := await uow.contact_lists.page(OURS, risks, window, after, 3):
            last = (await uow.contacts.some(ids))[ids[-1]]
            found, after = [*found, *ids], Cursor(last.due.must_by, last.id)
        total = await uow.contact_lists.count(OURS, risks, window)
        later = await uow.contact_lists.next_after(OURS, risks, window)
    wanted = [plan for plan in plans if of_ours(plan) and plan.risk in risks]
    assert found == [one.id for one in sorted(filter(window.holds, wanted), key=lambda one: (one.due.must_by, str(one.id)))]
    assert total == len(found)
    beyond = sorted((one.due.must_by, str(one.id)) for one in wanted if one.due.must_by > window.must_by)
    assert [str(later)] == [id for _, id in beyond][:1] or (later is None and not beyond)


async def test_how_contacts_stand_is_counted_by_risk(database: Database) -> None:
    plans = some_plans(Random(5))
    async with database.work() as uow:
        await uow.contacts.add(plans)
        standing = await uow.contact_lists.standing(OURS, NOON, end_of_day(NOON))
    today = window_of(Listing(), NOON)
    ours = [one for one in plans if of_ours(one)]
    for risk in EVERY:
        of = [one for one in ours if one.risk is risk]
        overdue = sum(one.due.must_by < NOON for one in of)
        due = sum(today.holds(one) and one.due.must_by >= NOON for one in of)
        assert standing.get(risk, Standing()) == Standing(overdue, due, len(of) - overdue - due, sum(one.no_answers > 1 for one in of))


async def test_another_force_in_the_same_database_lists_nothing_of_ours(database: Database) -> None:
    async with database.work() as uow:
        await uow.contacts.add(some_plans(Random(3)))
    async with beside(database, "another") as other, other.reading() as uow:
        everything = window_of(Listing(Span.OPEN), NOON)
        assert await uow.contact_lists.page(OURS, EVERY, everything, Cursor(), 9) == []
        assert await uow.contact_lists.standing(OURS, NOON, end_of_day(NOON)) == {}
