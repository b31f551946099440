"""Leave, sickness, cover and shifts: what is on its way goes to whoever is there, and comes back with the owner."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from domain.duty import Absence, Kind, Shift
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.officers import Officer, Role
from domain.outbox import OPENING, REMIND, REPEAT
from services import duty_roster
from services.duty_roster import Entered
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import ADMIN, EVERYONE, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import Register
from tests.safe_contacts import is_known
from tests.trail import trail_of

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
TODAY = NOON.date()
COVER = officer("Val Second", Role.VLO, team="south")


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    async with database.work() as uow:
        await uow.officers.save([COVER])
    return register


async def away(
    register: Register, first: date = TODAY, last: date | None = TODAY, cover: Officer | None = COVER, by: Officer = VLO
) -> Entered:
    of_cover = None if cover is None else cover.id
    return await duty_roster.enter_absence(register.database.work, register.clock, by, VLO.id, first, last, Kind.LEAVE, of_cover)


async def going(register: Register) -> list[tuple[str, object, timedelta]]:
    return [(row.stage, row.recipient, row.next_at - NOON) for row in await register.live()]


async def test_what_is_on_its_way_goes_to_the_cover_and_comes_home_with_the_owner(register: Register) -> None:
    before = await register.plan()
    made = await away(register)
    assert (made.moved, await going(register)) == (1, [(REMIND, COVER.id, timedelta())])
    back = await duty_roster.end_absence(register.database.work, register.clock, VLO, made.absence.id)
    after = await register.plan()
    assert (back.moved, await going(register)) == (1, [(REMIND, VLO.id, timedelta())])
    assert (after.owner, after.round, after.ahead) == (before.owner, before.round, before.ahead)
    with pytest.raises(Outdated):
        await duty_roster.end_absence(register.database.work, register.clock, VLO, made.absence.id)


async def test_a_repeat_that_waits_stays_a_repeat(register: Register) -> None:
    await register.dispatched()
    await away(register)
    assert await going(register) == [(REPEAT, COVER.id, HOUR / 2)]


async def test_the_word_of_a_window_that_opens_goes_along_with_the_reminder(register: Register) -> None:
    await register.breach()
    await is_known(register, "every day 1pm to 5pm")
    await away(register)
    assert await going(register) == [(REPEAT, COVER.id, HOUR / 2), (OPENING, COVER.id, HOUR)]


async def test_alone_it_waits_for_its_own_moment_and_what_climbs_beside_it_is_left(register: Register) -> None:
    await register.breach()
    await is_known(register, "every day 1:45pm to 5pm")
    for moment in (timedelta(), HOUR / 2):
        register.clock.now = NOON + moment
        await register.dispatched()
    before = await going(register)
    assert (before[0], (await away(register)).moved) == ((OPENING, VLO.id, 1.75 * HOUR), 0)
    assert (await going(register), len(before)) == (before, 2)
    register.clock.now = NOON + 1.75 * HOUR
    await register.dispatched()
    await register.dispatched()
    assert register.messenger.arrived[-1].recipient == COVER.id


async def test_what_is_due_before_or_after_the_days_away_stays_as_it_was(register: Register) -> None:
    made = await away(register, TODAY + 2 * DAY, TODAY + 9 * DAY)
    assert (made.moved, await going(register)) == (0, [(REMIND, VLO.id, timedelta())])


async def test_what_was_sent_for_already_is_addressed_again_as_it_goes_out(register: Register) -> None:
    """Entered behind the back of a reminder that waits: the last look is the one before it is sent."""
    async with register.database.work() as uow:
        made = Absence(VLO.id, VLO.id, TODAY, TODAY, Kind.SICK, COVER.id, VLO.id, NOON)
        await uow.duty.add(made)
    await register.dispatched()
    await register.dispatched()
    assert [one.recipient for one in register.messenger.arrived] == [COVER.id]


async def test_without_a_cover_a_colleague_on_duty_has_it_else_a_supervisor(register: Register) -> None:
    await away(register, cover=None)
    assert [who for _, who, _ in await going(register)] == [SUPERVISOR.id]
    async with register.database.work() as uow:
        await uow.officers.save([officer("Nor Third", Role.VLO)])
    await away(register, cover=None)
    assert [who for _, who, _ in await going(register)] == [officer("Nor Third", Role.VLO).id]


async def test_a_cover_is_named_afterwards_in_the_place_of_the_one_before(register: Register) -> None:
    first = await away(register, cover=None)
    second = await duty_roster.name_cover(register.database.work, register.clock, VLO, first.absence.id, COVER.id)
    assert (second.absence.first, second.absence.last, second.cover) == (TODAY, TODAY, COVER)
    (shown,) = await duty_roster.who_is_away(register.database.work, register.clock, VLO)
    assert shown.absence == second.absence


async def test_leave_that_has_begun_ends_the_day_before_one_is_back(register: Register) -> None:
    made = await away(register, last=TODAY + 9 * DAY)
    register.clock.advance(2 * DAY)
    back = await duty_roster.end_absence(register.database.work, register.clock, VLO, made.absence.id)
    assert back.absence.last == TODAY + DAY
    assert await duty_roster.who_is_away(register.database.work, register.clock, VLO) == []


async def test_what_can_wait_comes_with_the_shift_and_a_breach_goes_at_once_to_who_is_there(register: Register) -> None:
    late = [Shift(day, time(14), time(22)) for day in range(7)]
    await duty_roster.set_shifts(register.database.work, register.clock, VLO, VLO.id, late)
    assert await going(register) == [(REMIND, VLO.id, 2 * HOUR)]
    await register.breach()
    assert await going(register) == [(REMIND, SUPERVISOR.id, timedelta())]
    await duty_roster.set_shifts(register.database.work, register.clock, SUPERVISOR, VLO.id, [])
    assert await going(register) == [(REMIND, VLO.id, timedelta())]


async def test_one_sees_ones_own_and_what_one_covers_and_a_supervisor_the_team(register: Register) -> None:
    await away(register)
    third = officer("Nor Third", Role.VLO)
    async with register.database.work() as uow:
        await uow.officers.save([third])
    seen = [len(await duty_roster.who_is_away(register.database.work, register.clock, one)) for one in (VLO, COVER, SUPERVISOR, third)]
    assert seen == [1, 1, 1, 0]


async def test_a_supervisor_sees_who_is_away_in_a_team_below(register: Register) -> None:
    south = replace(officer("Sol South", Role.VLO, team="south"), supervisor=SUPERVISOR.id)
    east = officer("Ellis East", Role.SUPERVISOR, team="east")
    work, clock = register.database.work, register.clock
    async with work() as uow:
        await uow.officers.save([south, east])
    await duty_roster.enter_absence(work, clock, south, south.id, TODAY, TODAY, Kind.SICK, None)
    (shown,) = await duty_roster.who_is_away(work, clock, SUPERVISOR)
    assert (shown.officer, shown.absence.kind) == (south, Kind.SICK)
    assert await duty_roster.who_is_away(work, clock, east) == []


async def test_why_somebody_is_away_is_for_them_and_a_supervisor_alone(register: Register) -> None:
    await away(register)
    shown = [await duty_roster.who_is_away(register.database.work, register.clock, one) for one in (VLO, SUPERVISOR, COVER)]
    assert [one.absence.kind for (one,) in shown] == [Kind.LEAVE, Kind.LEAVE, Kind.OTHER]


@pytest.mark.parametrize(("first", "last"), [(1, 0), (-3, -1), (0, 402)])
async def test_days_that_cannot_be_are_refused(register: Register, first: int, last: int) -> None:
    with pytest.raises(Unreadable):
        await away(register, TODAY + first * DAY, TODAY + last * DAY)


async def test_only_an_officer_who_makes_contacts_covers_and_nobody_for_themselves(register: Register) -> None:
    for cover in (RESPONSE, ADMIN, officer("Un Known", Role.VLO)):
        with pytest.raises(NotFound):
            await away(register, cover=cover)
    with pytest.raises(Unreadable):
        await away(register, cover=VLO)


async def test_only_a_supervisor_enters_or_ends_it_for_another(register: Register) -> None:
    with pytest.raises(NotAllowed):
        await away(register, by=COVER)
    made = await away(register, by=SUPERVISOR)
    with pytest.raises(NotAllowed):
        await duty_roster.end_absence(register.database.work, register.clock, COVER, made.absence.id)
    with pytest.raises(NotAllowed):
        await duty_roster.set_shifts(register.database.work, register.clock, COVER, VLO.id, [])
    await duty_roster.end_absence(register.database.work, register.clock, VLO, made.absence.id)


async def test_of_an_officer_whom_nobody_knows_nothing_is_entered(register: Register) -> None:
    work, clock, nobody = register.database.work, register.clock, officer("Un Known", Role.VLO)
    with pytest.raises(NotFound):
        await duty_roster.enter_absence(work, clock, SUPERVISOR, nobody.id, TODAY, TODAY, Kind.SICK, None)
    with pytest.raises(NotFound):
        await duty_roster.set_shifts(work, clock, SUPERVISOR, nobody.id, [])


async def test_each_step_is_on_the_trail_with_both_officers(register: Register) -> None:
    made = await away(register)
    await duty_roster.end_absence(register.database.work, register.clock, VLO, made.absence.id)
    noted = {entry.event: entry.subject.split(";") for entry in await trail_of(register.database)}
    assert noted["duty:absence:entered"] == noted["duty:absence:ended"] == [str(made.absence.id), str(VLO.id), str(COVER.id)]
    assert str((await register.plan()).id) in noted["reminder:plan:addressed_anew"]


@pytest.mark.parametrize("who", [one for one in EVERYONE if one in (RESPONSE, ADMIN)])
async def test_who_makes_no_contacts_has_no_leave_to_enter(register: Register, who: Officer) -> None:
    work, clock = register.database.work, register.clock
    for refused in (
        away(register, by=who),
        duty_roster.who_is_away(work, clock, who),
        duty_roster.end_absence(work, clock, who, VLO.id),
        duty_roster.name_cover(work, clock, who, VLO.id, COVER.id),
        duty_roster.set_shifts(work, clock, who, who.id, []),
    ):
        with pytest.raises(NotAllowed):
            await refused
