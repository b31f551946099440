"""Each morning visits are planned where the force wants one for every order on a beat, and what is still owed is told of again."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.outbox import LIVE_STATES, VISIT_DUE, VISIT_LATE
from domain.policies import Policy
from domain.visit_rules import VisitRules
from domain.visits import VisitPlan, visit_id
from services.visit_planning import plan_visits
from services.visits import Visits
from storage.work import Database
from tests.local import POLICY, Beat
from tests.people import NEIGHBOUR, SUPERVISOR
from tests.reminding import JOB
from tests.trail import trail_of

DAY = timedelta(days=1)
EVERY = replace(POLICY, visits=VisitRules(automatic=True))


@pytest.fixture
def beat(database: Database) -> Beat:
    return Beat(database)


async def ran(beat: Beat, policy: Policy) -> int:
    return await plan_visits(beat.database.work, beat.clock, JOB, lambda: policy)


async def plan_of(beat: Beat) -> VisitPlan | None:
    async with beat.database.reading() as uow:
        return await uow.visits.get(visit_id(beat.order.id))


async def test_every_live_order_on_a_beat_is_planned_once_and_no_other(beat: Beat) -> None:
    ended, elsewhere = beat.an_order(ends_in=-1), beat.an_order("ZZ9 1AA")
    await beat.hold(beat.an_order(), beat.an_order("ZZ7 1AA"), ended, elsewhere)
    assert [await ran(beat, EVERY), await ran(beat, EVERY)] == [2, 0]
    beat.clock.advance(DAY)
    assert await ran(beat, EVERY) == 0
    plan = await plan_of(beat)
    assert plan is not None
    assert plan.owner == NEIGHBOUR.id


async def test_without_the_forces_word_none_is_planned(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    assert (await ran(beat, POLICY), await plan_of(beat)) == (0, None)


async def test_before_six_in_the_morning_nothing_is_done(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    beat.clock.advance(timedelta(hours=-7))
    assert await ran(beat, EVERY) == 0
    beat.clock.advance(timedelta(hours=2))
    assert await ran(beat, EVERY) == 1


async def test_what_was_told_to_the_end_is_told_again_each_day_until_it_is_done(beat: Beat) -> None:
    await beat.hold(beat.an_order())
    await Visits(beat.database.work, beat.clock, lambda: POLICY).plan(NEIGHBOUR, beat.order.id)
    beat.clock.advance(16 * DAY)
    await beat.dispatched()
    first = len([one for one in beat.messenger.arrived if "ompliance visit" in str(one.drawn.activity)])
    await ran(beat, POLICY)
    async with beat.database.reading() as uow:
        live = [row for row in await uow.outbox.of_plan(visit_id(beat.order.id)) if row.state in LIVE_STATES]
    assert (first, sorted((row.stage, row.recipient) for row in live)) == (2, [(VISIT_DUE, NEIGHBOUR.id), (VISIT_LATE, SUPERVISOR.id)])
    assert "visit:plan:told_again" in {line.event for line in await trail_of(beat.database)}


async def test_an_order_that_was_extended_is_told_of_although_its_notice_was_dropped(beat: Beat) -> None:
    await beat.hold(beat.an_order(ends_in=10))
    await Visits(beat.database.work, beat.clock, lambda: POLICY).plan(NEIGHBOUR, beat.order.id)
    beat.clock.advance(16 * DAY)
    await beat.dispatched()
    async with beat.database.work() as uow:
        order = await uow.orders.demand(beat.order.id)
        await uow.orders.update(replace(order, expires_at=beat.clock() + 90 * DAY), beat.clock())
    beat.clock.advance(DAY)
    await ran(beat, POLICY)
    await beat.dispatched()
    assert NEIGHBOUR.id in {one.recipient for one in beat.messenger.arrived if "ompliance visit" in str(one.drawn.activity)}
