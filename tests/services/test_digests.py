"""A digest comes once at the start of a day; what it makes wait still comes, and is lost to no crash between."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.contacts import ContactPlan, Due, Outcome, Risk, Why
from domain.errors import NotAllowed
from domain.outbox import DIGEST, REMIND, Ambiguous, NoConversation, State, Unreachable
from domain.policies import Policy
from services import sending
from services.contacts import record_contact
from services.digests import open_digest, plan_digests
from services.reminders import plan_reminder
from storage.work import Database
from tests.orders import an_order
from tests.people import LEFT, RESPONSE, VLO
from tests.reminding import GONE, JOB, Register

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
FRIDAY = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
NINE, TEN, ONE, THREE = (FRIDAY.replace(hour=hour, minute=0) for hour in (9, 10, 13, 15))
MIDNIGHT = FRIDAY.replace(hour=0, minute=0) + DAY
SPREAD = timedelta(minutes=2)


class Shift(Register):
    """A liaison officer with contacts of this morning."""

    async def owes(self, risk: Risk = Risk.MEDIUM, why: Why = Why.ROUTINE, many: int = 1) -> list[ContactPlan]:
        self.clock.now = FRIDAY - DAY
        orders = [an_order() for _ in range(many)]
        await self.open(*orders)
        plans = [await self.plan(order) for order in orders]
        async with self.database.work() as uow:
            for plan in (await self.plan(), *plans):
                far = Due(Why.ROUTINE, NINE + 9 * DAY, NINE + 10 * DAY)
                due = Due(why, NINE, MIDNIGHT) if plan in plans else far
                owed = replace(plan, risk=risk, ahead=(due,), remind_at=due.remind_at, version=plan.version + 1)
                await uow.contacts.save(owed)
                await plan_reminder(uow, self.clock, JOB, owed)
        self.clock.now = FRIDAY
        return [await self.plan(order) for order in orders]

    async def planned(self) -> int:
        return await plan_digests(self.database.work, self.clock, JOB, Policy)

    async def told(self) -> None:
        await self.planned()
        await self.dispatched()

    async def reminders(self, plan: ContactPlan) -> list[datetime]:
        async with self.database.reading() as uow:
            rows = await uow.outbox.of_plan(plan.id)
        return [row.next_at for row in rows if row.stage == REMIND and row.state is State.PENDING]

    async def opens(self) -> None:
        await open_digest(self.database.work, self.clock, VLO, FRIDAY.date())


@pytest.fixture
def shift(database: Database) -> Shift:
    return Shift(database)


async def test_a_digest_is_one_notice_of_numbers_and_of_nobody(shift: Shift) -> None:
    await shift.owes(Risk.HIGH, many=3)
    assert await shift.planned() == 1
    await shift.dispatched()
    (arrived,) = shift.messenger.arrived
    words = str(arrived.drawn.activity)
    assert arrived.drawn.activity["summary"] == "NMO Bot: 3 due today, none overdue, 3 of high risk or not assessed."
    assert "Marlow" not in words
    assert "NMO-" not in words
    assert [action.verb for action in arrived.drawn.actions] == ["list:digest"]


async def test_it_comes_once_however_often_and_from_however_many_processes_it_is_looked_for(shift: Shift) -> None:
    await shift.owes()
    assert sum(await asyncio.gather(*(shift.planned() for _ in range(4)))) == 1
    for _ in range(3):
        shift.clock.advance(MINUTE)
        assert await shift.planned() == 0


@pytest.mark.parametrize("at", [FRIDAY - MINUTE, FRIDAY + 4 * HOUR])
async def test_it_comes_neither_before_its_time_nor_long_after(shift: Shift, at: datetime) -> None:
    await shift.owes()
    shift.clock.now = at
    assert await shift.planned() == 0


async def test_a_clock_that_jumps_back_brings_no_second_one(shift: Shift) -> None:
    await shift.owes()
    await shift.told()
    shift.clock.advance(-HOUR)
    await shift.told()
    shift.clock.advance(HOUR)
    await shift.told()
    assert len(shift.messenger.arrived) == 1


@pytest.mark.parametrize(("risk", "told"), [(Risk.STANDARD, 0), (Risk.HIGH, 1)])
async def test_on_a_sunday_only_high_risk_is_told_of(shift: Shift, risk: Risk, told: int) -> None:
    await shift.owes(risk)
    shift.clock.advance(2 * DAY)
    assert await shift.planned() == told


async def test_on_a_bank_holiday_of_the_force_too(shift: Shift) -> None:
    await shift.owes(Risk.STANDARD)
    closed = Policy(closed_days=frozenset({date(2026, 11, 20)}))
    assert await plan_digests(shift.database.work, shift.clock, JOB, lambda: closed) == 0


@pytest.mark.parametrize(("risk", "at"), [(Risk.HIGH, TEN), (Risk.STANDARD, ONE)])
async def test_what_the_digest_told_of_is_no_toast_of_its_own_until_later(shift: Shift, risk: Risk, at: datetime) -> None:
    plans = await shift.owes(risk, many=3)
    await shift.told()
    shift.clock.now = NINE + 5 * MINUTE
    await shift.dispatched()
    assert len(shift.messenger.arrived) == 1
    for plan in plans:
        (next_at,) = await shift.reminders(plan)
        assert at <= next_at < at + SPREAD
    shift.clock.now = at + 3 * MINUTE
    await shift.dispatched()
    assert len(shift.messenger.arrived) == 4


async def test_once_the_list_is_opened_what_is_left_comes_in_the_afternoon(shift: Shift) -> None:
    (plan,) = await shift.owes(Risk.HIGH)
    await shift.told()
    shift.clock.advance(MINUTE)
    await shift.opens()
    (next_at,) = await shift.reminders(plan)
    assert THREE <= next_at < THREE + SPREAD
    await shift.opens()
    assert await shift.reminders(plan) == [next_at]


async def test_what_is_dealt_with_from_the_list_is_never_brought_up(shift: Shift) -> None:
    first, second = await shift.owes(many=2)
    await shift.told()
    await shift.opens()
    await record_contact(shift.database.work, shift.clock, VLO, first.id, Outcome.SPOKE_SAFE)
    shift.clock.now = THREE + 3 * MINUTE
    await shift.dispatched()
    shown = [arrived.drawn.about for arrived in shift.messenger.arrived]
    assert len(shown) == 2
    assert str(second.id) in shown[1]


@pytest.mark.parametrize(
    "why", [Why.AFTER_BREACH, Why.AFTER_CONCERN, Why.VICTIM_UPDATE, Why.GET_SAFE_CONTACT, Why.RELEASE, Why.BAIL_CHANGE]
)
async def test_nothing_urgent_waits_for_a_digest(shift: Shift, why: Why) -> None:
    (plan,) = await shift.owes(why=why)
    before = await shift.reminders(plan)
    await shift.told()
    assert await shift.reminders(plan) == before


@pytest.mark.parametrize("trouble", [Ambiguous("cut_off"), NoConversation(), Unreachable("403")], ids=lambda one: one.code)
async def test_while_the_digest_has_not_arrived_every_reminder_comes_at_its_own_time(
    shift: Shift, trouble: Ambiguous | NoConversation | Unreachable
) -> None:
    (plan,) = await shift.owes()
    before = await shift.reminders(plan)
    shift.messenger.trouble[VLO.id] = [trouble]
    await shift.told()
    assert await shift.reminders(plan) == before


async def claimed(shift: Shift) -> None:
    await sending.claim(shift.database.work, shift.clock, JOB, "killed", 9, GONE)


async def intended(shift: Shift) -> None:
    await shift.going("killed", GONE)


@pytest.mark.parametrize("killed", [claimed, intended])
async def test_killed_before_the_digest_was_recorded_it_comes_again_and_no_reminder_is_lost(
    shift: Shift, killed: Callable[[Shift], asyncio.Future[None]]
) -> None:
    (plan,) = await shift.owes()
    await shift.planned()
    await killed(shift)
    (at,) = await shift.reminders(plan)
    assert at < NINE + SPREAD
    shift.clock.advance(MINUTE)
    await shift.dispatcher("sweeper").sweep()
    await shift.dispatched()
    assert len(shift.messenger.arrived) == 1
    (at,) = await shift.reminders(plan)
    assert ONE <= at < ONE + SPREAD


async def test_where_all_is_dealt_with_by_then_nothing_is_told(shift: Shift) -> None:
    (plan,) = await shift.owes()
    await shift.planned()
    await record_contact(shift.database.work, shift.clock, VLO, plan.id, Outcome.SPOKE_SAFE)
    await shift.dispatched()
    assert shift.messenger.arrived == []
    async with shift.database.reading() as uow:
        assert {row.state for row in await uow.outbox.of_plan(VLO.id) if row.stage == DIGEST} == {State.CANCELLED}


async def test_who_makes_no_contacts_has_no_digest(shift: Shift) -> None:
    with pytest.raises(NotAllowed):
        await open_digest(shift.database.work, shift.clock, RESPONSE, FRIDAY.date())


async def test_what_comes_to_an_officer_for_somebody_who_left_is_on_no_list_and_waits_for_none(shift: Shift) -> None:
    own, of_another = await shift.owes(many=2)
    async with shift.database.work() as uow:
        left = replace(of_another, owner=LEFT.id, version=of_another.version + 1)
        await uow.contacts.save(left)
        await plan_reminder(uow, shift.clock, JOB, left)
    await shift.told()
    assert await shift.reminders(own) >= [ONE]
    assert NINE <= (await shift.reminders(of_another))[0] <= NINE + SPREAD
    await shift.opens()
    assert NINE <= (await shift.reminders(of_another))[0] <= NINE + SPREAD
