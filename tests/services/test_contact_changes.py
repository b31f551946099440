"""What a feed, an officer's evidence or a record of a breach tells of a case reaches the contact plan in the same transaction."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from domain.contacts import CADENCE, Event, PlanState, Risk, Why
from domain.errors import NotAllowed
from domain.evidence import EvidenceKind, Given, How
from domain.orders import Change, Order
from domain.outbox import REMIND
from domain.policies import Policy
from services import contacts, evidence
from services.contact_changes import case_event, note_changes, tell_plan
from services.timetables import timetable_of
from services.victim_updates import VictimUpdates
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import ADMIN, AUDITOR, RESPONSE, VLO
from tests.reminding import Register
from tests.trail import trail_of

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LATER = datetime(2027, 7, 31, 23, 59, tzinfo=UTC)


@pytest.fixture
async def register(database: Database) -> Register:
    """At noon, with the first contact made three days before and the second a day after it."""
    register = Register(database)
    register.clock.now = NOON - 4 * DAY
    await register.open()
    await register.contact()
    register.clock.advance(DAY)
    await register.contact()
    register.clock.now = NOON
    return register


async def fed(register: Register, policy: Policy | None = None, **changes: Any) -> Order:
    """As the feed brings a newer version of the order in."""
    async with register.database.work() as uow:
        held = await uow.orders.get(register.order.id)
        assert held is not None
        after = await uow.orders.update(replace(held, **changes), register.clock())
        await contacts.open_plans(uow, register.clock, ADMIN, [after], lambda: policy or Policy())
    return after


async def owed(register: Register) -> tuple[Why, datetime, datetime]:
    plan = await register.plan()
    return plan.due.why, plan.remind_at, plan.due.must_by


async def lines(register: Register) -> list[str]:
    return [entry.event for entry in await trail_of(register.database) if entry.event.startswith("contact:event")]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"variation": 1, "change": Change.VARIED}, Why.VARIATION),
        ({"variation": 1, "change": Change.EXTENDED, "expires_at": LATER}, Why.EXTENSION),
        ({"discharged_at": NOON - HOUR}, Why.DISCHARGE),
        ({"served_file": True}, Why.SERVICE),
    ],
)
async def test_what_a_newer_version_of_an_order_tells_brings_the_contact_forward(
    register: Register, changes: dict[str, Any], why: Why
) -> None:
    before = await register.plan()
    await fed(register, **changes)
    plan = await register.plan()
    assert (plan.due.why, plan.remind_at) == (why, NOON)
    assert min(due.must_by for due in plan.ahead) <= before.due.must_by
    assert [(row.stage, row.recipient, row.occurrence) for row in await register.live()] == [(REMIND, VLO.id, plan.version)]
    assert (await lines(register))[0] == f"contact:event:{why}"


async def test_a_person_who_has_moved_is_contacted_and_the_plan_stays_with_its_owner(register: Register) -> None:
    await fed(register, applicant=replace(register.order.applicant, postcode="ZZ5 5ZZ"))
    assert ((await owed(register))[0], (await register.plan()).owner) == (Why.MOVE, VLO.id)


async def test_new_days_alone_are_planned_and_push_nothing_back(register: Register) -> None:
    before = await register.plan()
    await fed(register, return_hearing_on=date(2026, 11, 27))
    plan = await register.plan()
    assert (plan.due.why, plan.remind_at.date(), plan.round) == (Why.ROUTINE, before.remind_at.date(), before.round)
    assert {Why.RETURN_HEARING, Why.AFTER_HEARING} <= {due.why for due in plan.ahead}
    assert set(before.ahead) <= set(plan.ahead)
    assert await lines(register) == ["contact:event:fitted"]


async def test_a_change_that_tells_nothing_leaves_the_plan_and_its_reminder(register: Register) -> None:
    before, rows = await register.plan(), await register.live()
    await fed(register, court_name="Another made-up court")
    assert (await register.plan(), await register.live(), await lines(register)) == (before, rows, [])


async def test_a_closed_plan_of_an_order_that_was_over_stays_closed(register: Register) -> None:
    await fed(register, discharged_at=NOON - HOUR)
    plan = await register.plan()
    await contacts.close_plan(register.database.work, register.clock, VLO, plan.id, plan.round)
    await fed(register, applicant=replace(register.order.applicant, postcode="ZZ5 5ZZ"))
    assert (await register.plan()).state is PlanState.CLOSED


async def test_the_time_is_that_of_the_forces_own_file(register: Register) -> None:
    own = Policy(
        contacts={**CADENCE, Risk.HIGH: replace(CADENCE[Risk.HIGH], events={**CADENCE[Risk.HIGH].events, Event.MOVE: (3 * HOUR,)})}
    )
    await fed(register, own, applicant=replace(register.order.applicant, postcode="ZZ5 5ZZ"))
    assert await owed(register) == (Why.MOVE, NOON, NOON + 3 * HOUR)


async def test_service_that_an_officer_records_is_told_of_and_awareness_is_not(register: Register) -> None:
    told = Given(EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, at=NOON - HOUR, by_whom="PC Loom", words="made-up words")
    before = await register.plan()
    await evidence.add(register.database.work, register.clock, RESPONSE, register.order.id, told)
    assert await register.plan() == before
    served = replace(told, kind=EvidenceKind.SERVICE, how=How.PERSONAL)
    await evidence.add(register.database.work, register.clock, RESPONSE, register.order.id, served)
    assert await owed(register) == (Why.SERVICE, NOON, NOON + 2 * HOUR)


async def test_service_on_a_day_of_long_ago_is_told_of_now(register: Register) -> None:
    served = Given(EvidenceKind.SERVICE, How.PERSONAL, on=date(2025, 6, 3), by_whom="PC Loom", words="made-up words")
    await evidence.add(register.database.work, register.clock, RESPONSE, register.order.id, served)
    assert await owed(register) == (Why.SERVICE, NOON, NOON + 2 * HOUR)


async def test_a_release_starts_its_clock_and_a_contact_and_its_owner_is_reminded_once(register: Register) -> None:
    updates = VictimUpdates(register.database.work, register.clock, Policy)
    async with register.database.work() as uow:
        await updates.start(uow, register.clock, RESPONSE, register.order, VLO.id, [("release", NOON - HOUR), ("arrest", NOON - 2 * HOUR)])
    plan = await register.plan()
    assert [due.why for due in plan.ahead[:2]] == [Why.RELEASE, Why.VICTIM_UPDATE]
    assert [(row.stage, row.occurrence) for row in await register.live()] == [(REMIND, plan.version)]


async def test_nobody_tells_a_plan_without_the_right_to_record_it(register: Register) -> None:
    plan = await register.plan()
    by = timetable_of(Policy())
    async with register.database.work() as uow:
        for refused in (
            note_changes(uow, register.clock, RESPONSE, [register.order], by),
            case_event(uow, register.clock, AUDITOR, register.order.id, [(Event.MOVE, NOON)], by),
            tell_plan(uow, register.clock, AUDITOR, plan, register.order.id, [(Event.MOVE, NOON)], by),
        ):
            with pytest.raises(NotAllowed):
                await refused
    assert await register.plan() == plan
