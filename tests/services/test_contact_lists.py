"""An officer's contacts as lists: the whole number of what is owed, and what is planned after today."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.contact_words import WHY_WORDS
from domain.contacts import Outcome, Why
from domain.errors import NotAllowed
from domain.officers import Officer, Role
from services.contact_lists import PLANNED_SHOWN, count_due, overview
from services.contact_words import hear_contact
from services.contacts import record_contact
from storage.work import Database
from tests.orders import an_order
from tests.people import AUDITOR, DESK, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import Register


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open(*(an_order() for _ in range(25)))
    return register


async def deal_with(register: Register, many: int) -> None:
    work, clock = register.database.work, register.clock
    for one in (await overview(work, clock, VLO)).owed[:many]:
        await record_contact(work, clock, VLO, one.plan.id, Outcome.SPOKE_SAFE)


@pytest.mark.parametrize("who", [VLO, SUPERVISOR], ids=lambda one: one.name)
async def test_the_whole_number_owed_is_told_beside_the_most_pressing(register: Register, who: Officer) -> None:
    found = await overview(register.database.work, register.clock, who)
    assert (len(found.owed), found.total, found.planned, found.ahead) == (20, 26, [], 0)
    assert await count_due(register.database.work, register.clock, who) == 26
    assert await count_due(register.database.work, register.clock, DESK) == 0


async def test_what_is_dealt_with_is_planned_next_soonest_first_and_says_that_it_is_the_second_contact(register: Register) -> None:
    await deal_with(register, 7)
    found = await overview(register.database.work, register.clock, VLO)
    assert (found.total, len(found.planned), found.ahead) == (19, PLANNED_SHOWN, 7)
    assert {one.plan.due.why for one in found.planned} == {Why.AFTER_KNOWN}
    assert [one.plan.remind_at for one in found.planned] == sorted(one.plan.remind_at for one in found.planned)
    assert WHY_WORDS[Why.AFTER_KNOWN] != WHY_WORDS[Why.ORDER_KNOWN]
    register.clock.advance(timedelta(days=2))
    assert (await overview(register.database.work, register.clock, VLO)).ahead == 0


async def test_what_is_listed_ahead_is_on_the_trail(register: Register) -> None:
    await deal_with(register, 1)
    found = await overview(register.database.work, register.clock, VLO)
    async with register.database.reading() as uow:
        line = (await uow.audit.since())[-1]
    assert (line.event, line.subject.partition(";")[0]) == ("contact:plan:listed_ahead", str(found.planned[0].plan.id))


async def test_the_contacts_of_a_team_below_are_on_every_list_of_its_supervisor_and_on_nobody_elses(database: Database) -> None:
    south = replace(officer("Sol South", Role.VLO, team="south"), supervisor=SUPERVISOR.id)
    east = officer("Ellis East", Role.SUPERVISOR, team="east")
    below = Register(database, [south, SUPERVISOR, east])
    await below.open()
    async with database.work() as uow:
        plan = await below.plan()
        await uow.contacts.save(replace(plan, owner=south.id, version=plan.version + 1))
    assert await told_of_it(below, SUPERVISOR) == (["Sol South"], 1, 1)
    assert await told_of_it(below, east) == ([], 0, 0)


async def told_of_it(register: Register, who: Officer) -> tuple[list[str | None], int, int]:
    """Whose contacts are listed, how many are counted, and how many a line that names the person may mean."""
    work, clock = register.database.work, register.clock
    heard = await hear_contact(work, clock, who, "spoke to Jane Marlow, all ok")
    assert heard is not None
    return [one.owner for one in (await overview(work, clock, who)).owed], await count_due(work, clock, who), len(heard.whose)


async def test_whoever_has_no_team_sees_nothing_of_others_without_one(database: Database) -> None:
    alone, other = officer("Ellis Alone", Role.SUPERVISOR, team=""), officer("Nell Teamless", Role.VLO, team="")
    teamless = Register(database, [alone, other])
    await teamless.open()
    assert (await teamless.plan()).owner == other.id
    assert await told_of_it(teamless, alone) == ([], 0, 0)
    assert await told_of_it(teamless, other) == (["Nell Teamless"], 1, 1)


@pytest.mark.parametrize("who", [RESPONSE, AUDITOR])
async def test_who_makes_no_contacts_is_told_no_number(register: Register, who: Officer) -> None:
    with pytest.raises(NotAllowed):
        await count_due(register.database.work, register.clock, who)
    with pytest.raises(NotAllowed):
        await overview(register.database.work, register.clock, who)
