"""When every order of a plan has ended a person decides: the plan never closes by itself, and never reminds for ever unasked."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.audit import AuditKind
from domain.contacts import Outcome, PlanState, Why
from domain.errors import NotAllowed, NotFound, Outdated
from domain.officers import Officer
from domain.orders import Order
from domain.outbox import LIVE_STATES, State
from services import contacts, reminders
from services.sending import Reminder
from storage.work import Database
from tests.orders import an_order
from tests.people import ADMIN, AUDITOR, RESPONSE, SUPERVISOR, VLO
from tests.reminding import JOB, Register, about_to_go
from tests.trail import trail_of

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database)


async def ended(register: Register, *more: Order) -> None:
    """An order that ran out the day after it became known, and others beside it."""
    register.order = replace(register.order, expires_at=register.clock() + HOUR)
    await register.open(*more)
    register.clock.advance(2 * DAY)


async def close(register: Register, officer: Officer = VLO) -> contacts.Recorded:
    plan = await register.plan()
    return await contacts.close_plan(register.database.work, register.clock, officer, plan.id, plan.round)


async def test_a_person_closes_the_plan_and_nobody_is_reminded_any_more(register: Register) -> None:
    await ended(register)
    done = await close(register)
    assert (done.plan, done.plan.state) == (await register.plan(), PlanState.CLOSED)
    assert [row.state for row in await register.rows()] == [State.CANCELLED]
    await register.dispatched()
    assert register.messenger.arrived == []
    assert await contacts.due(register.database.work, register.clock, VLO) == []
    assert await reminders.mend(register.database.work, register.database.reading, register.clock, JOB) == 0
    lines = [line for line in await trail_of(register.database) if line.event == "contact:plan:closed"]
    assert [(line.kind, line.actor, line.outcome) for line in lines] == [(AuditKind.ALTERATION, VLO.id, "done")]


async def test_a_plan_is_not_closed_by_time_alone(register: Register) -> None:
    await ended(register)
    register.clock.advance(400 * DAY)
    await register.dispatched()
    assert ((await register.plan()).state, bool(register.messenger.arrived)) == (PlanState.OPEN, True)


async def test_a_plan_with_an_order_that_has_not_ended_stays_open(register: Register) -> None:
    live = replace(an_order(), case_no=register.order.case_no)
    await ended(register, replace(live, applicant=replace(register.order.applicant, id=live.id)))
    with pytest.raises(Outdated, match="has not ended"):
        await close(register)
    assert (await register.plan()).state is PlanState.OPEN


async def test_closing_what_somebody_dealt_with_meanwhile_changes_nothing(register: Register) -> None:
    await ended(register)
    before = await register.plan()
    await register.contact()
    late = await contacts.close_plan(register.database.work, register.clock, SUPERVISOR, before.id, before.round)
    assert (late.already, (await register.plan()).state) == (True, PlanState.OPEN)


async def test_a_closed_plan_takes_no_contact_and_a_breach_opens_it_again(register: Register) -> None:
    await ended(register)
    await close(register)
    with pytest.raises(NotFound, match="closed"):
        await register.contact(Outcome.NO_ANSWER)
    await register.breach()
    plan = await register.plan()
    assert (plan.state, plan.due.why) == (PlanState.OPEN, Why.BREACH)
    assert [row.occurrence for row in await register.rows() if row.state in LIVE_STATES] == [plan.version]


async def test_the_reminder_carries_every_order_of_the_plan_what_has_not_ended_first(register: Register) -> None:
    second = replace(an_order(), case_no=register.order.case_no)
    second = replace(second, applicant=replace(register.order.applicant, id=second.id))
    await ended(register, second)
    (reminder,) = await about_to_go(register.database, register.clock)
    assert isinstance(reminder, Reminder)
    assert (reminder.order, reminder.others) == (second, (register.order,))


@pytest.mark.parametrize("who", [RESPONSE, AUDITOR, ADMIN], ids=lambda one: one.name)
async def test_who_makes_no_contacts_closes_no_plan(register: Register, who: Officer) -> None:
    await ended(register)
    with pytest.raises(NotAllowed):
        await close(register, who)
