"""Tries at contacts come back as they were kept, by when they had to be made, and one taken back is gone; on both databases."""

from dataclasses import replace
from datetime import timedelta

from domain.contact_reports import ContactTry
from domain.contacts import Outcome, Risk, Why, plan_for
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import DESK, VLO

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PLAN = plan_for(an_order(), NOON)
TRY = ContactTry(PLAN.id, NOON, VLO.id, Why.ROUTINE, NOON + HOUR, Risk.HIGH, Outcome.NO_ANSWER, VLO.id)
LATER = replace(TRY, at=NOON + DAY, outcome=Outcome.SPOKE_SAFE, owner=None)


async def test_tries_come_back_by_the_moment_the_contact_had_to_be_made(database: Database) -> None:
    async with database.work() as uow:
        await uow.contact_tries.add([TRY, LATER, replace(TRY, must_by=NOON + DAY)])
        await uow.contact_tries.add([TRY])
    async with database.reading() as uow:
        assert sorted(await uow.contact_tries.due_within(NOON, NOON + HOUR), key=lambda one: one.at) == [TRY, LATER]
        assert await uow.contact_tries.due_within(NOON + HOUR, NOON + 2 * HOUR) == []
        assert await uow.contact_tries.outcomes(Outcome.NO_ANSWER, NOON, NOON + HOUR) == {VLO.id: 2}
        assert await uow.contact_tries.outcomes(Outcome.SPOKE_SAFE, NOON, NOON + 2 * DAY) == {None: 1}


async def test_what_was_recorded_by_mistake_is_no_try(database: Database) -> None:
    async with database.work() as uow:
        await uow.contact_tries.add([TRY, LATER])
        await uow.contact_tries.strike(TRY.plan, TRY.officer, TRY.at)
        assert await uow.contact_tries.due_within(NOON, NOON + HOUR) == [LATER]


async def test_what_is_still_owed_is_found_longest_waiting_first(database: Database) -> None:
    plans = [
        replace(plan_for(an_order(), NOON - at * DAY), owner=owner) for at, owner in ((1, VLO.id), (3, None), (2, DESK.id), (0, VLO.id))
    ]
    async with database.work() as uow:
        await uow.contacts.add(plans)
        owed = await uow.contact_tries.still_owed([VLO.id], NOON)
    assert owed == [plans[1].id, plans[0].id]


async def test_another_force_reckons_none_of_ours(database: Database) -> None:
    async with database.work() as uow:
        await uow.contact_tries.add([TRY])
    async with beside(database, "another") as other, other.work() as uow:
        assert await uow.contact_tries.due_within(NOON, NOON + HOUR) == []
        await uow.contact_tries.strike(TRY.plan, TRY.officer, TRY.at)
    async with database.reading() as uow:
        assert await uow.contact_tries.due_within(NOON, NOON + HOUR) == [TRY]
