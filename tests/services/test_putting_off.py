"""A reminder is put off by its owner, as often as the force allows, and comes back at the moment that was said."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.contacts import Outcome
from domain.errors import NotAllowed, Outdated, Unreadable
from domain.officers import Officer
from domain.outbox import REMIND
from domain.policies import Policy
from services import contacts
from services.contacts import Recorded
from services.putting_off import may_put_off, put_off, which_to_put_off
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import a_party, an_order
from tests.people import ADMIN, RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register
from tests.trail import trail_of

HOUR = timedelta(hours=1)


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    return register


async def later(register: Register, by: timedelta = HOUR, reason: str = "", of_round: int | None = None, who: Officer = VLO) -> Recorded:
    plan = await register.plan()
    return await put_off(register.database.work, register.clock, who, plan.id, register.clock() + by, reason, of_round)


async def test_it_comes_again_at_the_moment_that_was_said_and_the_climbing_begins_anew(register: Register) -> None:
    await register.dispatched()
    done = await later(register)
    assert [(row.stage, row.recipient, row.next_at) for row in await register.live()] == [(REMIND, VLO.id, NOON + HOUR)]
    assert (done.plan.snoozes, done.plan.round, done.already) == (1, 1, False)
    register.clock.advance(HOUR)
    await register.dispatched()
    assert [row.due_at for row in await register.live()] == [NOON + 1.5 * HOUR]


async def test_the_older_card_still_takes_what_came_of_it_and_then_puts_off_nothing(register: Register) -> None:
    plan = await register.plan()
    await later(register, of_round=plan.round)
    done = await contacts.record_contact(register.database.work, register.clock, VLO, plan.id, Outcome.SPOKE_SAFE, of_round=plan.round)
    assert done.already is False
    assert (await later(register, of_round=plan.round)).already is True


async def test_from_the_second_time_on_the_reason_is_kept_on_the_trail_and_nowhere_else(register: Register) -> None:
    await later(register)
    with pytest.raises(Unreadable, match="Say why"):
        await later(register, 2 * HOUR)
    await later(register, 2 * HOUR, " at court all day ")
    noted = [entry for entry in await trail_of(register.database) if entry.event == "contact:plan:snoozed"]
    assert [(entry.typed, entry.outcome) for entry in noted] == [(None, "done"), ("at court all day", "done")]
    assert str(noted[0].actor) == noted[0].recipient == str(VLO.id)


async def test_the_force_says_how_often(register: Register) -> None:
    register.database.policy = lambda: Policy(duty=replace(Policy().duty, snoozes=1))
    choice = await may_put_off(register.database.work, register.clock, VLO, (await register.plan()).id)
    assert ([way.words for way in choice.ways], choice.left, choice.asks_why) == (
        ["30 minutes", "1 hour", "2 hours", "This evening"],
        1,
        False,
    )
    await later(register)
    with pytest.raises(Outdated, match="put off once already"):
        await later(register, 2 * HOUR, "again")
    choice = await may_put_off(register.database.work, register.clock, VLO, (await register.plan()).id)
    assert (choice.ways, choice.left, choice.asks_why) == ((), 0, True)


async def test_words_mean_what_the_officer_was_reminded_of_by_reference_or_name_or_all_of_it(database: Database) -> None:
    register, second = (
        Register(database),
        an_order(applicant=a_party(role=an_order().applicant.role, surname="Quillfeather", forenames="Una")),
    )
    await register.open(second)
    work, clock = register.database.work, register.clock

    async def meant(words: str, who: Officer = VLO) -> set[str]:
        return {one.order.reference for one in (await which_to_put_off(work, clock, who, words)).found}

    both = {register.order.reference, second.reference}
    assert await meant("") == both
    assert await meant("jane marlow") == {register.order.reference}
    assert await meant(f"the one of {second.reference.lower()}") == {second.reference}
    assert await meant("una's") == {second.reference}
    assert await meant(second.case_no) == {second.reference}
    assert await meant("somebody else") == await meant("NMO-7F3K2D") == set()
    assert await meant("quillfeather til ten") == {second.reference}
    assert await meant("", SUPERVISOR) == set()
    await register.contact()
    assert await meant("") == {second.reference}
    assert await meant("marlow") == set()


@pytest.mark.parametrize("who", [RESPONSE, ADMIN])
async def test_who_makes_no_contacts_puts_none_off(register: Register, who: Officer) -> None:
    work, clock, plan = register.database.work, register.clock, await register.plan()
    for refused in (later(register, who=who), may_put_off(work, clock, who, plan.id), which_to_put_off(work, clock, who, "")):
        with pytest.raises(NotAllowed):
            await refused
