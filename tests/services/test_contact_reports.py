"""The week's report: what was recorded is reckoned, an undone contact is not, and it is told once on Monday."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.contact_reports import Kept
from domain.contact_undo import kept
from domain.contacts import Due, Outcome, Risk, Why
from domain.errors import NotAllowed
from domain.outbox import WEEKLY_REPORT
from domain.policies import Policy
from services.contact_reports import WeekReport, plan_weekly_reports, report_week
from services.contact_undo import undo_contact
from services.contacts import record_contact
from storage.work import Database
from tests.orders import an_order
from tests.people import EVERYONE, SUPERVISOR, VLO
from tests.reminding import JOB, Register
from tests.trail import trail_of

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WEDNESDAY = datetime(2026, 11, 18, 9, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


class Weeks(Register):
    """Each contact of the week has until noon of its day."""

    async def week(self, many: int) -> list[Due]:
        self.clock.now = WEDNESDAY - DAY
        orders = [an_order() for _ in range(many)]
        await self.open(*orders)
        async with self.database.work() as uow:
            for order in (self.order, *orders):
                plan = await self.plan(order)
                noon = WEDNESDAY + 3 * HOUR
                due = Due(Why.ROUTINE, WEDNESDAY, noon + 300 * DAY * (order is self.order))
                await uow.contacts.save(replace(plan, risk=Risk.MEDIUM, ahead=(due,), remind_at=WEDNESDAY, version=plan.version + 1))
        self.orders = orders
        self.clock.now = WEDNESDAY
        return [(await self.plan(order)).due for order in orders]

    async def records(self, which: int, outcome: Outcome, at: datetime) -> None:
        self.clock.now = at
        plan = await self.plan(self.orders[which])
        self.done = await record_contact(self.database.work, self.clock, VLO, plan.id, outcome)

    async def report(self) -> WeekReport:
        self.clock.now = MONDAY
        return await report_week(self.database.work, self.clock, SUPERVISOR)


@pytest.fixture
def weeks(database: Database) -> Weeks:
    return Weeks(database)


async def test_a_week_is_reckoned_from_what_was_recorded_and_from_what_is_still_owed(weeks: Weeks) -> None:
    await weeks.week(4)
    await weeks.records(0, Outcome.SPOKE_SAFE, WEDNESDAY + HOUR)
    await weeks.records(1, Outcome.NO_ANSWER, WEDNESDAY + 2 * HOUR)
    await weeks.records(2, Outcome.SPOKE_SAFE, WEDNESDAY + 5 * HOUR)
    report = await weeks.report()
    (north,) = report.teams
    assert (north.team, north.kept) == ("north", {Risk.MEDIUM: Kept(4, 2)})
    assert (north.overdue, north.unanswered) == (2, 1)
    assert {one.order.id for one in report.waiting} == {weeks.orders[1].id, weeks.orders[3].id}


async def test_a_contact_that_was_taken_back_was_never_made(weeks: Weeks) -> None:
    await weeks.week(1)
    before = await weeks.plan(weeks.orders[0])
    await weeks.records(0, Outcome.SPOKE_SAFE, WEDNESDAY + HOUR)
    await undo_contact(weeks.database.work, weeks.clock, VLO, before.id, kept(before), WEDNESDAY + HOUR)
    (north,) = (await weeks.report()).teams
    assert north.kept == {Risk.MEDIUM: Kept(1, 0)}


async def test_the_report_is_told_once_on_monday_to_whoever_supervises(weeks: Weeks) -> None:
    await weeks.week(1)
    weeks.clock.now = MONDAY - timedelta(minutes=1)
    assert await told(weeks) == 0
    weeks.clock.now = MONDAY
    assert sum(await asyncio.gather(*(told(weeks) for _ in range(3)))) == 1
    weeks.clock.advance(2 * DAY)
    assert await told(weeks) == 0
    async with weeks.database.reading() as uow:
        (row,) = await uow.outbox.of_plan(SUPERVISOR.id)
    assert (row.stage, row.recipient) == (WEEKLY_REPORT, SUPERVISOR.id)
    weeks.clock.now = MONDAY + HOUR
    await weeks.dispatched()
    (arrived,) = [one for one in weeks.messenger.arrived if "report on contacts" in str(one.drawn.activity)]
    assert [action.verb for action in arrived.drawn.actions] == ["report:week"]


async def told(weeks: Weeks) -> int:
    return await plan_weekly_reports(weeks.database.work, weeks.clock, JOB, Policy)


async def test_the_report_is_for_supervisors_and_its_showing_is_on_the_trail(weeks: Weeks) -> None:
    await weeks.week(1)
    await weeks.report()
    assert (await trail_of(weeks.database))[-1].event == "contact:report:shown"
    with pytest.raises(NotAllowed):
        await report_week(weeks.database.work, weeks.clock, VLO)
    assert VLO in EVERYONE
