"""A contact goes over when it is taken and not before; what nobody takes comes back, and whose each was is kept."""

from datetime import timedelta
from uuid import UUID

import pytest

from domain.duty import Kind
from domain.duty_offers import OfferState
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.officers import Officer, Role
from domain.outbox import DUTY_ANSWERED, DUTY_LAPSED, DUTY_MOVED, DUTY_OFFERED, REMIND, REPEAT, State
from services import handing_on
from services.duty_roster import enter_absence
from services.handing_on import Handed
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import ADMIN, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import Register
from tests.trail import trail_of

HOUR = timedelta(hours=1)
OTHER = officer("Val Second", Role.VLO, team="south")


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open(an_order(), an_order())
    async with database.work() as uow:
        await uow.officers.save([OTHER])
    return register


async def offered(register: Register, plan_id: UUID | None, to: Officer = OTHER, by: Officer = VLO) -> Handed:
    return await handing_on.offer_to(register.database.work, register.clock, by, to.id, plan_id)


async def owners(register: Register) -> list[UUID | None]:
    async with register.database.reading() as uow:
        return sorted((owner for owner, number in (await uow.duty.offers.count_by_owner()).items() for _ in range(number)), key=str)


async def history(register: Register, made: Handed) -> list[tuple[UUID, UUID | None, str]]:
    async with register.database.reading() as uow:
        moves = await uow.duty.offers.moved_in(made.offer.id)
    plan = await register.plan()
    return [(one.owner, one.former, one.how) for one in moves if one.plan == plan.id]


async def told(register: Register, made: Handed) -> list[tuple[str, UUID, State]]:
    async with register.database.reading() as uow:
        return [(row.stage, row.recipient, row.state) for row in await uow.outbox.of_plan(made.offer.id)]


async def test_until_it_is_taken_it_stays_with_the_giver_and_then_it_is_the_receivers(register: Register) -> None:
    plan = await register.plan()
    made = await offered(register, plan.id)
    assert (await register.plan()) == plan
    taken = await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)
    after = await register.plan()
    assert (taken.moved, after.owner, after.ahead, after.round) == (1, OTHER.id, plan.ahead, plan.round)
    assert await history(register, made) == [(OTHER.id, VLO.id, "taken")]
    assert [(row.stage, row.recipient) for row in await register.live()] == [(REPEAT, OTHER.id)]
    assert (DUTY_ANSWERED, VLO.id, State.PENDING) in await told(register, made)
    with pytest.raises(Outdated, match="nothing was done twice"):
        await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)


async def test_the_receiver_and_the_giver_are_told_and_no_name_of_a_protected_person_is_said(register: Register) -> None:
    made = await offered(register, (await register.plan()).id)
    await register.dispatched()
    (asked,) = [one for one in register.messenger.arrived if one.recipient == OTHER.id]
    assert "A contact is offered to you" in str(asked.drawn.activity)
    assert "Marlow" not in str(asked.drawn.activity)
    assert {action.verb for action in asked.drawn.actions} == {"duty:take", "duty:refuse"}
    await handing_on.refuse(register.database.work, register.clock, OTHER, made.offer.id, " away from tomorrow ")
    await register.dispatched()
    answer = str(register.messenger.arrived[-1].drawn.activity)
    assert register.messenger.arrived[-1].recipient == VLO.id
    assert "Your offer was refused" in answer
    assert "away from tomorrow" in answer
    assert (await register.plan()).owner == VLO.id


async def test_what_nobody_takes_in_time_comes_back_and_both_are_told(register: Register) -> None:
    made = await offered(register, (await register.plan()).id)
    register.clock.now = made.offer.until
    assert made.offer.until == NOON + 4 * HOUR
    await register.dispatched()
    lapsed = [one.recipient for one in register.messenger.arrived if "An offer came back" in str(one.drawn.activity)]
    assert sorted(lapsed, key=str) == sorted([VLO.id, OTHER.id], key=str)
    with pytest.raises(Outdated, match="Nobody took it in time"):
        await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)
    assert (await register.plan()).owner == VLO.id


async def test_an_offer_never_outlasts_the_time_the_contact_must_be_made(register: Register) -> None:
    await register.breach()
    plan = await register.plan()
    assert (await offered(register, plan.id)).offer.until == plan.due.must_by == NOON + 2 * HOUR


async def test_what_was_answered_in_time_is_told_as_lapsed_to_nobody(register: Register) -> None:
    made = await offered(register, (await register.plan()).id)
    await register.dispatched()
    await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)
    register.clock.now = made.offer.until
    await register.dispatched()
    assert {(stage, state) for stage, _, state in await told(register, made)} == {
        (DUTY_OFFERED, State.SENT),
        (DUTY_ANSWERED, State.SENT),
        (DUTY_LAPSED, State.CANCELLED),
    }


async def test_a_newer_offer_stands_in_the_place_of_an_older_one(register: Register) -> None:
    plan = await register.plan()
    first, second = await offered(register, plan.id), await offered(register, plan.id, SUPERVISOR)
    with pytest.raises(Outdated, match="taken the offer back"):
        await handing_on.take(register.database.work, register.clock, OTHER, first.offer.id)
    await handing_on.take(register.database.work, register.clock, SUPERVISOR, second.offer.id)
    assert (await register.plan()).owner == SUPERVISOR.id


async def test_the_giver_takes_an_offer_back(register: Register) -> None:
    made = await offered(register, (await register.plan()).id)
    with pytest.raises(NotAllowed):
        await handing_on.withdraw(register.database.work, register.clock, SUPERVISOR, made.offer.id)
    await handing_on.withdraw(register.database.work, register.clock, VLO, made.offer.id)
    with pytest.raises(Outdated, match="taken the offer back"):
        await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)


async def test_all_of_ones_own_go_in_one_offer_and_come_a_little_apart(register: Register) -> None:
    assert await handing_on.how_many(register.database.work, VLO) == 3
    made = await offered(register, None)
    assert len(made.offer.plans) == 3
    await register.dispatched()
    assert "3 contacts are offered to you" in str(
        next(one for one in register.messenger.arrived if one.recipient == OTHER.id).drawn.activity
    )
    taken = await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)
    assert (taken.moved, await owners(register)) == (3, [OTHER.id] * 3)
    async with register.database.reading() as uow:
        rows = [
            row for plan in made.offer.plans for row in await uow.outbox.of_plan(plan) if row.stage == REMIND and row.recipient == OTHER.id
        ]
    assert sorted(row.next_at - NOON for row in rows) == [timedelta(seconds=2 * number) for number in range(3)]


async def test_what_went_elsewhere_meanwhile_stays_there(register: Register) -> None:
    made, plan = await offered(register, None), await register.plan()
    await handing_on.assign(register.database.work, register.clock, SUPERVISOR, SUPERVISOR.id, plan.id)
    with pytest.raises(Outdated, match="taken the offer back"):
        await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)


async def test_a_slip_is_undone_for_ten_minutes_by_whoever_took_them(register: Register) -> None:
    made = await offered(register, None)
    await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)
    with pytest.raises(Outdated):
        await handing_on.give_back(register.database.work, register.clock, VLO, made.offer.id)
    register.clock.advance(timedelta(minutes=9))
    back = await handing_on.give_back(register.database.work, register.clock, OTHER, made.offer.id)
    assert (back.moved, back.offer.state, await owners(register)) == (3, OfferState.RETURNED, [VLO.id] * 3)
    assert await history(register, made) == [(OTHER.id, VLO.id, "taken"), (VLO.id, OTHER.id, "returned")]
    with pytest.raises(Outdated, match="nothing was done twice"):
        await handing_on.give_back(register.database.work, register.clock, OTHER, made.offer.id)


async def test_after_ten_minutes_they_stay(register: Register) -> None:
    made = await offered(register, None)
    await handing_on.take(register.database.work, register.clock, OTHER, made.offer.id)
    register.clock.advance(timedelta(minutes=10))
    with pytest.raises(Outdated, match="More than 10 minutes"):
        await handing_on.give_back(register.database.work, register.clock, OTHER, made.offer.id)


async def test_a_supervisor_assigns_without_asking_both_are_told_and_it_can_be_undone(register: Register) -> None:
    plan = await register.plan()
    made = await handing_on.assign(register.database.work, register.clock, SUPERVISOR, OTHER.id, plan.id)
    assert ((await register.plan()).owner, made.moved) == (OTHER.id, 1)
    assert {(stage, who) for stage, who, _ in await told(register, made)} == {(DUTY_MOVED, OTHER.id), (DUTY_MOVED, VLO.id)}
    await register.dispatched()
    assert "moved by a supervisor" in " ".join(str(one.drawn.activity) for one in register.messenger.arrived)
    register.clock.advance(timedelta(minutes=1))
    await handing_on.give_back(register.database.work, register.clock, SUPERVISOR, made.offer.id)
    assert (await register.plan()).owner == VLO.id
    assert [how for _, _, how in await history(register, made)] == ["assigned", "returned"]


async def test_nobody_gives_what_is_anothers_but_whoever_stands_in_does(register: Register) -> None:
    plan = await register.plan()
    with pytest.raises(NotAllowed, match="another officer's"):
        await offered(register, plan.id, SUPERVISOR, OTHER)
    today = NOON.date()
    await enter_absence(register.database.work, register.clock, VLO, VLO.id, today, today, Kind.SICK, OTHER.id)
    made = await offered(register, plan.id, SUPERVISOR, OTHER)
    assert (made.offer.giver, made.offer.by) == (VLO.id, OTHER.id)
    await handing_on.take(register.database.work, register.clock, SUPERVISOR, made.offer.id)
    assert (await register.plan()).owner == SUPERVISOR.id


async def test_what_cannot_be_given_is_refused_and_says_why(register: Register) -> None:
    work, clock, plan = register.database.work, register.clock, await register.plan()
    made = await offered(register, plan.id)
    with pytest.raises(NotAllowed, match="may not make contacts"):
        await offered(register, plan.id, RESPONSE)
    with pytest.raises(Outdated, match="already"):
        await offered(register, plan.id, VLO)
    with pytest.raises(Outdated, match="nothing to give"):
        await offered(register, None, VLO, OTHER)
    with pytest.raises(Unreadable, match="why not"):
        await handing_on.refuse(work, clock, OTHER, made.offer.id, " ")
    with pytest.raises(Outdated, match="not offered to you"):
        await handing_on.take(work, clock, SUPERVISOR, made.offer.id)
    with pytest.raises(NotFound):
        await handing_on.take(work, clock, OTHER, plan.id)
    with pytest.raises(NotFound):
        await handing_on.offer_to(work, clock, VLO, plan.id, plan.id)


@pytest.mark.parametrize(
    ("words", "found"),
    [("val", {OTHER}), ("VLO Val Second", {OTHER}), ("sandy@force.example", {SUPERVISOR}), ("second", {OTHER})],
)
async def test_words_mean_an_officer_who_may_make_contacts(register: Register, words: str, found: set[Officer]) -> None:
    assert set(await handing_on.whom(register.database.work, VLO, words)) == found


@pytest.mark.parametrize(
    ("words", "said"), [("", "Say whom"), ("robin response", "Nobody of this force"), ("9999 nobody", "Nobody of this force")]
)
async def test_words_that_mean_nobody_are_told_so(register: Register, words: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        await handing_on.whom(register.database.work, VLO, words)


async def test_every_step_is_on_the_trail_with_both_officers(register: Register) -> None:
    made = await offered(register, (await register.plan()).id)
    await handing_on.refuse(register.database.work, register.clock, OTHER, made.offer.id, "no")
    noted = {entry.event: entry for entry in await trail_of(register.database)}
    assert noted["contact:plan:refused"].typed == "no"
    for event in ("contact:plan:offered", "contact:plan:refused"):
        assert {str(made.offer.id), str(VLO.id), str(OTHER.id), str((await register.plan()).party_id)} <= set(
            noted[event].subject.split(";")
        )


async def test_who_makes_no_contacts_has_none_to_give_or_take(register: Register) -> None:
    work, clock, plan = register.database.work, register.clock, await register.plan()
    for who in (RESPONSE, ADMIN):
        for refused in (
            handing_on.offer_to(work, clock, who, OTHER.id, plan.id),
            handing_on.assign(work, clock, who, OTHER.id, plan.id),
            handing_on.take(work, clock, who, plan.id),
            handing_on.refuse(work, clock, who, plan.id, "no"),
            handing_on.withdraw(work, clock, who, plan.id),
            handing_on.give_back(work, clock, who, plan.id),
            handing_on.holders(work, clock, who, plan),
            handing_on.which_to_give(work, clock, who, ""),
            handing_on.how_many(work, who),
        ):
            with pytest.raises(NotAllowed):
                await refused
    with pytest.raises(NotAllowed):
        await handing_on.assign(work, clock, VLO, OTHER.id, plan.id)
