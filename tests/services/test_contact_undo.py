"""A contact recorded by a slip of the finger is taken back, once, by the minute, with both on the trail."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.contact_undo import Undoable, kept
from domain.contacts import ContactPlan, Outcome
from domain.errors import NotAllowed, Outdated
from domain.officers import Officer
from domain.outbox import REMIND, REPEAT
from services import contacts
from services.contact_undo import undo_contact
from services.contacts import Recorded
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register
from tests.storage.test_glances import a_breach

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    await register.breach()
    return register


async def done(register: Register) -> Undoable:
    plan = await register.plan()
    recorded = await contacts.record_contact(register.database.work, register.clock, VLO, plan.id, Outcome.SPOKE_SAFE, "she was calm")
    assert recorded.undo is not None
    return recorded.undo


async def undone(register: Register, what: Undoable, by: Officer = VLO) -> Recorded:
    return await undo_contact(register.database.work, register.clock, by, what.before.id, kept(what.before), what.at)


def owed(plan: ContactPlan) -> ContactPlan:
    """All of the plan but what counts its changes."""
    return replace(plan, version=0, round=0, remind_at=NOON)


async def test_the_plan_is_owed_as_before_and_its_owner_who_sees_the_card_gets_no_second_one(register: Register) -> None:
    before = await register.plan()
    what = await done(register)
    register.clock.advance(9 * MINUTE)
    after = (await undone(register, what)).plan
    assert (owed(after), after.remind_at) == (owed(before), NOON + 9 * MINUTE)
    assert after == await register.plan()
    assert [(row.stage, row.recipient, row.next_at, row.occurrence) for row in await register.live()] == [
        (REPEAT, VLO.id, NOON + 39 * MINUTE, after.version)
    ]


async def test_somebody_else_who_undoes_it_has_the_card_and_the_owner_is_reminded_at_once(register: Register) -> None:
    what = await done(register)
    after = (await undone(register, what, SUPERVISOR)).plan
    assert [(row.stage, row.recipient, row.next_at, row.occurrence) for row in await register.live()] == [
        (REMIND, VLO.id, NOON, after.version)
    ]


async def test_it_is_shown_with_the_breach_that_it_follows(register: Register) -> None:
    what = await done(register)
    async with register.database.work() as uow:
        await uow.breaches.add(a_breach(register.order, "BR-MADEUP", NOON.date()))
    breach = (await undone(register, what)).breach
    assert breach is not None
    assert breach.reference == "BR-MADEUP"


async def test_the_trail_keeps_both_and_the_contact_is_no_longer_among_those_made(register: Register) -> None:
    what = await done(register)
    await undone(register, what)
    async with register.database.reading() as uow:
        assert [one.event for one in await uow.audit.since()][-2:] == ["contact:plan:spoke_safe", "contact:plan:undone"]
        assert await uow.contacts.made(what.before.id) == []


async def test_a_card_of_the_contact_that_was_taken_back_is_history(register: Register) -> None:
    what = await done(register)
    await undone(register, what)
    asked = contacts.record_contact(
        register.database.work, register.clock, VLO, what.before.id, Outcome.SPOKE_SAFE, of_round=what.before.round
    )
    assert (await asked).already


async def test_nothing_is_undone_twice_or_late_or_over_what_came_since(register: Register) -> None:
    what = await done(register)
    register.clock.advance(10 * MINUTE)
    with pytest.raises(Outdated, match="More than 10 minutes"):
        await undone(register, what)
    register.clock.advance(-MINUTE)
    await register.breach()
    with pytest.raises(Outdated, match="Something else has happened"):
        await undone(register, what)


async def test_who_makes_no_contacts_undoes_none(register: Register) -> None:
    what = await done(register)
    with pytest.raises(NotAllowed):
        await undone(register, what, RESPONSE)
