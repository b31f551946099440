"""A worker holds the plans that it read at the claim; what it sends is what stands at the intent."""

from dataclasses import replace

import pytest

from domain.contacts import PlanState
from domain.outbox import NO_ANSWER, State, outgoing
from services import sending
from services.exchanging import Exchanged, exchange
from services.sending import Reminder
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import SUPERVISOR
from tests.reminding import JOB, Register


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database)


async def test_what_was_dealt_with_after_it_was_read_at_the_claim_never_becomes_an_intent(register: Register) -> None:
    """The plan that the worker holds is of before: what stands is asked for all the same."""
    await register.open()
    claimed = await sending.claim(register.database.work, register.clock, JOB, "one", 10)
    await register.contact()
    ids = [row.id for row in claimed.rows]
    assert await exchange(register.database.work, register.clock, JOB, register.post(), [], ids, claimed.plans) == Exchanged([], 1)
    assert [row.state for row in await register.rows()] == [State.CANCELLED, State.PENDING]


async def test_a_plan_that_was_closed_after_it_was_read_at_the_claim_is_told_of_to_nobody(register: Register) -> None:
    plan = await register.open()
    claimed = await sending.claim(register.database.work, register.clock, JOB, "one", 10)
    async with register.database.work() as uow:
        await uow.contacts.save(replace(plan, state=PlanState.CLOSED, version=plan.version + 1))
    ids = [row.id for row in claimed.rows]
    assert (await exchange(register.database.work, register.clock, JOB, register.post(), [], ids, claimed.plans)).going == []


async def test_a_second_silence_is_told_with_the_plan_as_it_stands_at_the_intent(register: Register) -> None:
    """Its row outlives a change of the plan, and what the worker read at the claim is of before the change."""
    plan = await register.open()
    silent = replace(plan, no_answers=2, version=plan.version + 1)
    async with register.database.work() as uow:
        await uow.contacts.save(silent)
        await uow.outbox.cancel([row.id for row in await uow.outbox.of_plan(plan.id)])
        await uow.outbox.plan([outgoing(silent, NO_ANSWER, SUPERVISOR.id, NOON)])
    claimed = await sending.claim(register.database.work, register.clock, JOB, "one", 10)
    assert list(claimed.plans) == [plan.id]
    async with register.database.work() as uow:
        await uow.contacts.save(replace(silent, no_answers=3, version=silent.version + 1))
    ids = [row.id for row in claimed.rows]
    (going,) = (await exchange(register.database.work, register.clock, JOB, register.post(), [], ids, claimed.plans)).going
    assert isinstance(going.sending, Reminder)
    assert going.sending.plan == await register.plan()
    assert going.sending.plan.no_answers == 3
