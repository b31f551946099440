"""A digest is one an officer and day, is told and opened once, and puts off only what is not on its way; on both databases."""

from dataclasses import replace
from datetime import date, timedelta

from domain.contacts import plan_for
from domain.digests import DigestTimes, digest_of
from domain.outbox import REMIND, outgoing
from storage.digests import Planned
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import DESK, VLO

HOUR = timedelta(hours=1)
DAY = date(2026, 11, 20)
DIGEST = digest_of(VLO.id, DAY, DigestTimes())


async def test_an_officer_has_one_a_day_and_it_is_told_and_opened_once(database: Database) -> None:
    async with database.work() as uow:
        assert [await uow.digests.add(DIGEST) for _ in range(2)] == [True, False]
        assert [await uow.digests.told(DIGEST, NOON + at * HOUR) for at in (0, 1)] == [True, False]
        assert [await uow.digests.opened(DIGEST, NOON + at * HOUR) for at in (2, 3)] == [True, False]
        assert await uow.digests.hold(VLO.id, DAY) == replace(DIGEST, told_at=NOON, opened_at=NOON + 2 * HOUR)
        assert await uow.digests.hold(VLO.id, DAY + timedelta(days=1)) is None
        assert await uow.digests.hold(DESK.id, DAY) is None


async def test_only_a_reminder_that_waits_for_its_first_try_is_put_off(database: Database) -> None:
    waiting, another, third = (outgoing(plan_for(an_order(), NOON), REMIND, VLO.id, NOON) for _ in range(3))
    tried, urgent = replace(another, attempts=1), replace(third, urgency=0)
    theirs = outgoing(plan_for(an_order(), NOON), REMIND, DESK.id, NOON)
    async with database.work() as uow:
        await uow.outbox.plan([waiting, tried, urgent, theirs])
        found = await uow.digests.planned(VLO.id, NOON - HOUR, NOON + HOUR)
        assert found == [Planned(waiting.id, waiting.plan, NOON)]
        assert await uow.digests.put_off(found[0], NOON + 2 * HOUR)
        row = await uow.outbox.get(waiting.id)
        assert row is not None
        assert (row.due_at, row.next_at) == (NOON + 2 * HOUR, NOON + 2 * HOUR)
        assert not await uow.digests.put_off(found[0], NOON + 3 * HOUR)


async def test_a_reminder_that_is_on_its_way_is_left_alone(database: Database) -> None:
    row = outgoing(plan_for(an_order(), NOON), REMIND, VLO.id, NOON)
    async with database.work() as uow:
        await uow.outbox.plan([row])
        await uow.outbox.lease([row.id], "one", NOON + HOUR)
        assert not await uow.digests.put_off(Planned(row.id, row.plan, NOON), NOON + HOUR)


async def test_another_force_has_digests_of_its_own(database: Database) -> None:
    async with database.work() as uow:
        await uow.digests.add(DIGEST)
    async with beside(database, "another") as other, other.work() as uow:
        assert await uow.digests.hold(VLO.id, DAY) is None
        assert not await uow.digests.told(DIGEST, NOON)
