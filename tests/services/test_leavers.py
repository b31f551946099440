"""Whoever leaves, by the file of the force's people, leaves no contact without an owner, and their supervisor is told once."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contacts import plan_for
from domain.duty import Roster
from domain.duty_people import OnDuty
from domain.officers import Officer, Role
from domain.outbox import DUTY_MOVED, LIVE_STATES, REMIND
from services.people import PeopleReport, import_people
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import ADMIN, DESK, EVERYONE, SUPERVISOR, VLO, officer
from tests.reminding import Register
from tests.trail import trail_of

HEIR = officer("Val Second", Role.VLO)
ELSEWHERE = officer("Nor Third", Role.VLO, team="south")
TOP = "id,name,collar,email,roles,team,supervisor,active"


def row(one: Officer) -> str:
    active = "yes" if one.active else "no"
    return f"{one.id},{one.name},{one.collar},{one.email},{';'.join(sorted(one.roles))},{one.team},{one.supervisor or ''},{active}"


async def take(register: Register, *people: Officer) -> PeopleReport:
    return await import_people(register.database.work, register.clock, ADMIN, "\r\n".join([TOP, *map(row, people), ""]))


@pytest.fixture
async def register(database: Database) -> Register:
    """Three contacts, all of the one liaison officer there is."""
    register = Register(database)
    await register.open(an_order(), an_order())
    return register


async def owners(register: Register) -> dict[UUID | None, int]:
    async with register.database.reading() as uow:
        return await uow.duty.offers.count_by_owner()


async def test_a_leavers_contacts_go_to_the_team_in_the_same_step_and_are_brought_up_again(register: Register) -> None:
    await take(register, HEIR, ELSEWHERE, replace(VLO, active=False))
    assert await owners(register) == {HEIR.id: 3}
    assert [(one.stage, one.recipient) for one in await register.live()] == [(REMIND, HEIR.id)]
    async with register.database.reading() as uow:
        (batch,) = [row.plan for row in await uow.outbox.claimable(register.clock(), 50) if row.stage == DUTY_MOVED]
        moves = await uow.duty.offers.moved_in(batch)
    assert {(one.owner, one.former, one.how) for one in moves} == {(HEIR.id, VLO.id, "left")}
    assert len(moves) == 3


async def test_the_leavers_supervisor_is_told_once_with_a_list_and_no_protected_person_is_named(register: Register) -> None:
    await take(register, HEIR, replace(VLO, active=False, supervisor=SUPERVISOR.id))
    await register.dispatched()
    (told,) = [str(one.drawn.activity) for one in register.messenger.arrived if one.recipient == SUPERVISOR.id]
    for words in ("Contacts of an officer who left have new owners", "3 contacts are with somebody else now", register.order.reference):
        assert words in told
    assert "Marlow" not in told


async def test_whoever_loses_the_role_loses_the_contacts_too(register: Register) -> None:
    await take(register, HEIR, replace(VLO, roles=frozenset({Role.RESPONSE})))
    assert await owners(register) == {HEIR.id: 3}


async def test_who_has_fewest_gets_the_next(register: Register) -> None:
    other = officer("Nor Third", Role.VLO)
    await take(register, HEIR, other, replace(VLO, active=False))
    assert sorted((await owners(register)).values()) == [1, 2]


async def test_without_anybody_of_the_role_a_supervisor_has_them_and_without_anybody_they_wait_for_the_next(register: Register) -> None:
    await take(register, replace(VLO, active=False))
    assert await owners(register) == {SUPERVISOR.id: 3}
    await take(register, replace(SUPERVISOR, active=False))
    assert await owners(register) == {DESK.id: 3}
    await take(register, replace(DESK, active=False))
    assert await owners(register) == {DESK.id: 3}
    await take(register, HEIR)
    assert await owners(register) == {HEIR.id: 3}


async def test_an_import_that_changes_nobody_moves_nothing(register: Register) -> None:
    before = await register.plan()
    await take(register, *(one for one in EVERYONE if one.active))
    assert await register.plan() == before
    assert [one.event for one in await trail_of(register.database) if "rehomed" in one.event] == []


async def test_it_is_on_the_trail_of_each_plan_and_each_officer(register: Register) -> None:
    await take(register, HEIR, replace(VLO, active=False))
    lines = [one for one in await trail_of(register.database) if one.event == "contact:plan:handed_over"]
    assert len(lines) == 3
    assert all({str(VLO.id), str(HEIR.id)} <= set(one.subject.split(";")) for one in lines)
    (batch,) = [one for one in await trail_of(register.database) if one.event == "people:contacts:rehomed"]
    async with register.database.reading() as uow:
        told = await uow.outbox.of_plan(UUID(batch.subject.split(";")[0]))
    assert {(one.stage, one.recipient) for one in told if one.state in LIVE_STATES} == {(DUTY_MOVED, SUPERVISOR.id)}


@given(st.lists(st.tuples(st.sampled_from(Role), st.booleans(), st.sampled_from(["north", "south"])), max_size=8))
def test_where_anybody_may_hold_a_contact_somebody_does(people: list[tuple[Role, bool, str]]) -> None:
    force = [officer(f"O{number} Ne", role, team=team, active=active) for number, (role, active, team) in enumerate(people)]
    heir = OnDuty(force, Roster()).heir(plan_for(an_order(), NOON), "north", {}, NOON)
    able = {one.id for one in force if one.active and one.roles & {Role.VLO, Role.SUPERVISOR, Role.ORDERS_DESK}}
    assert (heir in able) == bool(able)
