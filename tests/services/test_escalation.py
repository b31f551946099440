"""What nobody answers is told to somebody else, in the force's own times, until somebody has it or has dealt with it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from domain.contacts import Outcome
from domain.duty import Absence, Kind
from domain.duty_rules import Ladder
from domain.errors import NotAllowed, NotFound, Outdated
from domain.officers import Officer, Role
from domain.outbox import DEPUTY, INSPECTOR, NO_ANSWER, REMIND, REPEAT, STILL_OPEN, UNREACHABLE, State, Unreachable
from domain.policies import Policy
from services import contacts
from services.acknowledging import acknowledge
from services.contacts import Recorded
from services.escalations import escalated, nudge
from services.handing_on import assign
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import ADMIN, DESK, EVERYONE, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import Register
from tests.trail import trail_of

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
OTHER = officer("Val Second", Role.VLO)
CHIEF = officer("Sid Second", Role.SUPERVISOR)


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database, (*EVERYONE, OTHER, CHIEF))
    await register.open()
    return register


async def climbed(register: Register, until: str) -> list[tuple[str, timedelta]]:
    """Each stage sent at its own time: what, and how long after the first."""
    told: list[tuple[str, timedelta]] = []
    while [stage for stage, _ in told].count(until) == 0:
        (row,) = await register.live()
        register.clock.now = max(row.next_at, register.clock())
        await register.dispatched()
        told.append((row.stage, register.clock() - NOON))
    return told


async def gone(register: Register, officer_id: UUID) -> None:
    """On leave, entered without a look at what is on its way."""
    today = register.clock().date()
    async with register.database.work() as uow:
        await uow.duty.add(Absence(uuid4(), officer_id, today, today, Kind.LEAVE, None, officer_id, register.clock()))


async def had(register: Register, by: Officer = VLO, of_round: int | None = None) -> Recorded:
    plan = await register.plan()
    return await acknowledge(register.database.work, register.clock, by, plan.id, of_round)


async def test_it_climbs_from_the_owner_to_the_duty_inspector_and_then_a_supervisor_is_told_each_day(register: Register) -> None:
    assert await climbed(register, "overdue-3") == [
        (REMIND, timedelta()),
        (REPEAT, HOUR / 2),
        (DEPUTY, 2 * HOUR),
        ("supervisor", 4 * HOUR),
        (INSPECTOR, 8 * HOUR),
        ("overdue-2", 12 * HOUR),
        ("overdue-3", 36 * HOUR),
    ]
    told = [row.recipient for row in await register.rows() if row.state is State.SENT]
    assert told[0] == told[1]
    assert {told[0], told[2]} == {VLO.id, OTHER.id}
    assert {told[3], told[4]} == {SUPERVISOR.id, CHIEF.id}


async def test_the_force_sets_the_times_and_who_the_duty_inspector_is(register: Register) -> None:
    rules = Policy().duty
    quick = replace(
        rules, ladders=dict.fromkeys(rules.ladders, Ladder(MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE)), inspector=(OTHER.email,)
    )
    register.database.policy = lambda: Policy(duty=quick)
    told = await climbed(register, INSPECTOR)
    assert [at for _, at in told] == [timedelta(), MINUTE, 2 * MINUTE, 3 * MINUTE, 4 * MINUTE]
    assert register.messenger.arrived[-1].recipient == OTHER.id


async def test_where_the_team_has_nobody_else_the_supervisor_is_next(database: Database) -> None:
    register = Register(database, (VLO, SUPERVISOR))
    await register.open()
    told = await climbed(register, "supervisor")
    assert told == [(REMIND, timedelta()), (REPEAT, HOUR / 2), ("supervisor", 4 * HOUR)]


async def test_whoever_has_it_is_left_in_peace_until_half_the_time_is_gone_and_then_it_opens_again(register: Register) -> None:
    await register.dispatched()
    register.clock.advance(2 * HOUR)
    plan = (await had(register)).plan
    assert plan.acknowledged_at == register.clock()
    told = await climbed(register, INSPECTOR)
    assert told == [(STILL_OPEN, 7 * HOUR), ("overdue-1", 12 * HOUR), (INSPECTOR, 16 * HOUR)]


async def test_it_is_the_state_at_each_step_that_counts(register: Register) -> None:
    """Dealt with while a word to the deputy is on its way: it is not sent."""
    await climbed(register, REPEAT)
    await register.contact()
    register.clock.advance(3 * HOUR)
    await register.dispatched()
    assert len(register.messenger.arrived) == 2


async def test_a_new_round_has_been_acknowledged_by_nobody(register: Register) -> None:
    await had(register)
    await register.breach()
    assert (await register.plan()).acknowledged_at is None
    await had(register)
    assert (await register.contact(Outcome.NO_ANSWER)).acknowledged_at is None


async def test_to_say_it_twice_or_on_an_old_card_changes_nothing(register: Register) -> None:
    first = await had(register)
    assert (first.already, (await had(register)).already) == (False, True)
    await register.breach()
    again = await had(register, of_round=first.plan.round)
    assert (again.already, again.plan.acknowledged_at) == (True, None)
    said = [(entry.event, entry.outcome) for entry in await trail_of(register.database) if entry.event == "contact:plan:acknowledged"]
    assert [outcome for _, outcome in said] == ["done", "already_dealt_with", "already_dealt_with"]


async def test_what_nobody_was_reminded_of_yet_cannot_be_had(register: Register) -> None:
    await register.contact()
    with pytest.raises(Outdated, match="You have not been reminded"):
        await had(register)


async def test_a_deputy_who_cannot_be_reached_is_no_end_of_it(register: Register) -> None:
    await climbed(register, REPEAT)
    (row,) = await register.live()
    register.messenger.trouble[row.recipient] = [Unreachable("403")]
    register.clock.now = row.next_at
    await register.dispatched()
    told = next(row for row in await register.rows() if row.stage == UNREACHABLE)
    assert (told.recipient in {SUPERVISOR.id, CHIEF.id}, told.due_at, told.state) == (True, register.clock(), State.SENT)


async def test_a_deputy_or_a_supervisor_who_went_on_leave_meanwhile_is_not_the_one_who_is_told(register: Register) -> None:
    await climbed(register, REPEAT)
    (row,) = await register.live()
    await gone(register, row.recipient)
    register.clock.now = row.next_at
    await register.dispatched()
    await register.dispatched()
    (told,) = [one for one in await register.in_state(State.SENT) if one.stage == DEPUTY]
    assert told.recipient in {SUPERVISOR.id, CHIEF.id}
    (row,) = await register.live()
    await gone(register, row.recipient)
    register.clock.now = row.next_at
    await register.dispatched()
    await register.dispatched()
    (told,) = [one for one in await register.in_state(State.SENT) if one.stage == "supervisor"]
    assert {told.recipient, row.recipient} == {SUPERVISOR.id, CHIEF.id}


async def test_the_owners_own_supervisor_is_told_while_here(register: Register) -> None:
    async with register.database.work() as uow:
        await uow.officers.save([replace(one, supervisor=CHIEF.id) for one in (VLO, OTHER)])
    await climbed(register, "supervisor")
    assert register.messenger.arrived[-1].recipient == CHIEF.id


async def test_who_was_told_sees_a_list_until_somebody_does_something(register: Register) -> None:
    await climbed(register, "supervisor")
    chief = next(one for one in (SUPERVISOR, CHIEF) if one.id == register.messenger.arrived[-1].recipient)
    work, clock = register.database.work, register.clock
    (one,) = await escalated(work, clock, chief)
    assert (one.plan, one.order) == (await register.plan(), register.order)
    assert await escalated(work, clock, DESK) == []
    await register.contact()
    assert await escalated(work, clock, chief) == []


async def test_of_two_silences_a_supervisor_sees_on_the_list_too(database: Database) -> None:
    register = Register(database)
    await register.open()
    await register.contact(Outcome.NO_ANSWER)
    await register.contact(Outcome.NO_ANSWER)
    await register.dispatched()
    assert [row.stage for row in await register.rows() if row.state is State.SENT] == [NO_ANSWER]
    (one,) = await escalated(database.work, register.clock, SUPERVISOR)
    assert one.plan.no_answers == 2


async def test_a_nudge_reaches_the_owner_at_once_and_leaves_the_rest_as_it_was(register: Register) -> None:
    await climbed(register, "supervisor")
    before, plan = await register.live(), await register.plan()
    await nudge(register.database.work, register.clock, SUPERVISOR, plan.id, plan.round)
    await register.dispatched()
    assert register.messenger.arrived[-1].recipient == plan.owner
    assert "A supervisor asks you about this contact" in str(register.messenger.arrived[-1].drawn.activity)
    assert await register.live() == before
    with pytest.raises(Outdated, match="less than 10 minutes ago"):
        await nudge(register.database.work, register.clock, SUPERVISOR, plan.id, plan.round)
    register.clock.advance(10 * MINUTE)
    assert not (await nudge(register.database.work, register.clock, SUPERVISOR, plan.id, plan.round)).already
    assert (await nudge(register.database.work, register.clock, SUPERVISOR, plan.id, plan.round - 1)).already


async def test_taking_over_stops_the_climbing_and_begins_it_anew_with_the_new_owner(register: Register) -> None:
    await climbed(register, "supervisor")
    plan = await register.plan()
    await assign(register.database.work, register.clock, SUPERVISOR, SUPERVISOR.id, plan.id)
    after = await register.plan()
    assert (after.owner, after.version, after.round) == (SUPERVISOR.id, plan.version + 1, plan.round)
    (row,) = [one for one in await register.live() if one.occurrence == after.version]
    assert (row.stage, row.recipient, row.due_at) == (REPEAT, SUPERVISOR.id, register.clock() + HOUR / 2)


async def test_only_a_supervisor_nudges_and_only_who_makes_contacts_has_one(register: Register) -> None:
    plan = await register.plan()
    for who in (VLO, RESPONSE, ADMIN):
        with pytest.raises(NotAllowed):
            await nudge(register.database.work, register.clock, who, plan.id, plan.round)
    for who in (RESPONSE, ADMIN):
        with pytest.raises(NotAllowed):
            await had(register, who)
        with pytest.raises(NotAllowed):
            await escalated(register.database.work, register.clock, who)


async def test_a_closed_plan_has_nothing_to_be_had(register: Register) -> None:
    async with register.database.work() as uow:
        await uow.orders.update(replace(register.order, discharged_at=NOON), NOON)
    plan = await register.plan()
    await contacts.close_plan(register.database.work, register.clock, VLO, plan.id, plan.round)
    with pytest.raises(NotFound):
        await had(register)
