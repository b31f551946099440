"""How a person may be reached is changed and confirmed on the trail, and what is owed is planned by it from that minute."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.audit import AuditKind
from domain.contact_matters import Matter
from domain.contacts import CADENCE, Risk, Why, plan_for
from domain.errors import NotAllowed, NotFound, Outdated
from domain.officers import Role
from domain.orders import PartyRole
from domain.outbox import OPENING
from domain.policies import Policy
from domain.safe_contacts import SafeWays
from domain.safe_windows import window_words
from services import safe_contacts
from services.acknowledging import acknowledge
from services.handing_on import assign
from services.safe_contacts import NO_COURT_WORDS
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import a_party, an_order
from tests.people import RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import Register
from tests.safe_contacts import NUMBER, is_known, matters_of, told_of
from tests.trail import trail_of

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
OTHER = officer("Val Second", Role.VLO)


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    return register


async def test_each_change_is_on_the_trail_by_its_kind_and_none_of_its_words_are(register: Register) -> None:
    await is_known(register, "every day 1pm to 5pm", code_word="blue door")
    trail = await trail_of(register.database)
    assert [(one.kind, one.event) for one in trail if one.event.startswith("contact:safe:")] == [
        (AuditKind.COLLECTION, "contact:safe:changed"),
        (AuditKind.ALTERATION, "contact:safe:confirmed"),
    ]
    assert "blue door" not in str(trail)
    assert NUMBER not in str(trail)


async def test_a_contact_that_is_due_before_the_window_is_told_again_when_it_opens(register: Register) -> None:
    await register.breach()
    await is_known(register, "every day 1pm to 5pm")
    assert [(row.recipient, row.next_at) for row in await register.live() if row.stage == OPENING] == [(VLO.id, NOON + HOUR)]


async def test_whoever_has_the_contact_or_is_given_it_is_told_when_the_window_opens(register: Register) -> None:
    await register.breach()
    await is_known(register, "every day 1pm to 5pm")
    work, clock, plan = register.database.work, register.clock, await register.plan()
    await acknowledge(work, clock, SUPERVISOR, plan.id, plan.round)
    assert [(row.recipient, row.next_at) for row in await register.live() if row.stage == OPENING] == [(SUPERVISOR.id, NOON + HOUR)]
    async with work() as uow:
        await uow.officers.save([OTHER])
    await assign(work, clock, SUPERVISOR, OTHER.id, plan.id)
    assert [(row.recipient, row.next_at) for row in await register.live() if row.stage == OPENING] == [(OTHER.id, NOON + HOUR)]


async def test_the_word_of_the_opening_goes_out_once_and_not_where_the_contact_was_made_before(register: Register) -> None:
    await register.breach()
    await is_known(register, "every day 1pm to 5pm")
    register.clock.advance(HOUR)
    await register.dispatched()
    assert sum("The safe window is open now" in str(one) for one in register.messenger.arrived) == 1
    await register.contact()
    assert OPENING not in [row.stage for row in await register.live()]


async def test_where_no_window_opens_in_time_a_supervisor_is_asked_at_once_and_only_once(register: Register) -> None:
    await register.breach()
    await is_known(register, "every day 6pm to 8pm")
    await is_known(register, "every day 7pm to 8pm")
    (matter,) = await matters_of(register)
    assert matter.matter is Matter.NO_WINDOW
    assert (SUPERVISOR.id, NOON) in [(row.recipient, row.next_at) for row in await told_of(register, matter.id)]


async def test_a_breach_after_the_safe_times_are_known_asks_too(register: Register) -> None:
    await is_known(register, "every day 6pm to 8pm")
    await register.breach()
    assert [one.matter for one in await matters_of(register)] == [Matter.NO_WINDOW]


async def test_routine_contact_is_planned_inside_the_window(register: Register) -> None:
    await is_known(register, "every day 6pm to 8pm")
    register.clock.advance(7 * HOUR)
    done = await register.contact()
    assert (done.remind_at > register.clock(), done.remind_at.hour) == (True, 18)


@pytest.fixture
async def unreachable(database: Database) -> Register:
    """A register whose protected person no safe contact is known of."""
    register = Register(database)
    register.order = an_order(applicant=a_party(role=PartyRole.APPLICANT, phone=None, email=None, safe_time_raw=None))
    await register.open()
    return register


async def test_a_safe_contact_that_is_found_settles_the_task_to_find_one(unreachable: Register) -> None:
    assert (await unreachable.plan()).due.why is Why.GET_SAFE_CONTACT
    await is_known(unreachable, "every day 1pm to 5pm")
    assert Why.GET_SAFE_CONTACT not in [due.why for due in (await unreachable.plan()).ahead]


async def test_with_the_safe_contact_taken_back_the_task_to_find_one_is_owed_again_and_its_owner_told(unreachable: Register) -> None:
    ways = await is_known(unreachable, "every day 1pm to 5pm")
    work, settled = unreachable.database.work, await unreachable.plan()
    unreachable.clock.advance(MINUTE)
    await safe_contacts.put_back(work, unreachable.clock, VLO, settled.id, ways.version)
    again = await unreachable.plan()
    assert (again.due.why, again.remind_at, again.due.must_by > again.remind_at) == (Why.GET_SAFE_CONTACT, NOON + MINUTE, True)
    assert (again.round, again.last_outcome) == (settled.round + 1, None)
    assert VLO.id in [row.recipient for row in await unreachable.live()]
    async with unreachable.database.reading() as uow:
        assert await uow.contacts.made(again.id) == []


async def test_with_the_task_settled_the_next_contact_is_by_the_rhythm_of_the_force(unreachable: Register) -> None:
    quick = replace(CADENCE[Risk.HIGH], routine_days=3)
    unreachable.database.policy = lambda: Policy(contacts={**CADENCE, Risk.HIGH: quick})
    plan = await unreachable.plan()
    async with unreachable.database.work() as uow:
        await uow.contacts.save(replace(plan, ahead=(plan.due,), version=plan.version + 1))
    await is_known(unreachable, "every day 1pm to 5pm")
    due = (await unreachable.plan()).due
    assert (due.why, due.must_by) == (Why.ROUTINE, datetime(2026, 11, 24, tzinfo=UTC))


async def test_a_later_slip_that_is_taken_back_leaves_the_task_settled(unreachable: Register) -> None:
    ways = await is_known(unreachable, "every day 1pm to 5pm")
    unreachable.clock.advance(MINUTE)
    work, plan = unreachable.database.work, await unreachable.plan()
    changed = await safe_contacts.change(work, unreachable.clock, VLO, plan.id, {"code_word": "blue door"}, ways.version)
    assert changed.ways is not None
    await safe_contacts.put_back(work, unreachable.clock, VLO, plan.id, changed.ways.version)
    assert Why.GET_SAFE_CONTACT not in [due.why for due in (await unreachable.plan()).ahead]


async def test_the_courts_own_words_are_taken_on_in_one_step_and_stay_as_they_were(register: Register) -> None:
    plan = await register.plan()
    taken = await safe_contacts.take_court_words(register.database.work, register.clock, VLO, plan.id, 0)
    assert taken.ways is not None
    assert window_words(taken.ways.windows) == "Monday to Saturday 18:00 to 21:00"
    assert (taken.ways.version, taken.court_words) == (1, "after 6pm, not Sundays")


async def test_without_words_of_the_court_there_is_nothing_to_take_on(database: Database) -> None:
    register = Register(database)
    register.order = an_order(applicant=a_party(role=PartyRole.APPLICANT, safe_time_raw=None))
    plan = await register.open()
    with pytest.raises(Outdated, match=NO_COURT_WORDS):
        await safe_contacts.take_court_words(database.work, register.clock, VLO, plan.id, 0)


async def test_a_page_of_an_older_version_changes_nothing(register: Register) -> None:
    await is_known(register, "every day 1pm to 5pm")
    with pytest.raises(Outdated):
        await safe_contacts.change(register.database.work, register.clock, VLO, (await register.plan()).id, {"number": "1"}, 0)


async def test_a_change_by_a_slip_is_put_back(register: Register) -> None:
    ways = await is_known(register, "every day 1pm to 5pm")
    work, plan = register.database.work, await register.plan()
    changed = await safe_contacts.change(work, register.clock, VLO, plan.id, {"number": "07700 900222"}, ways.version)
    assert changed.ways is not None
    back = await safe_contacts.put_back(work, register.clock, VLO, plan.id, changed.ways.version)
    assert back.ways == replace(ways, version=changed.ways.version + 1)


async def test_a_first_entry_by_a_slip_is_put_back_to_nothing(register: Register) -> None:
    work, plan = register.database.work, await register.plan()
    await safe_contacts.change(work, register.clock, VLO, plan.id, {"number": NUMBER}, 0)
    back = await safe_contacts.put_back(work, register.clock, VLO, plan.id, 1)
    assert back.ways == SafeWays(plan.id, 2, NOON, VLO.id)


async def test_still_safe_dates_it_and_nothing_else(register: Register) -> None:
    ways = await is_known(register, "every day 1pm to 5pm")
    register.clock.advance(timedelta(days=3))
    again = (await safe_contacts.still_safe(register.database.work, register.clock, VLO, (await register.plan()).id)).ways
    assert again is not None
    assert (again.windows, again.confirmed_on) == (ways.windows, register.clock().date())


async def test_who_makes_no_contacts_neither_sees_nor_changes_it(register: Register) -> None:
    work, plan = register.database.work, await register.plan()
    with pytest.raises(NotAllowed):
        await safe_contacts.show_contact(work, register.clock, RESPONSE, plan.id)
    with pytest.raises(NotAllowed):
        await safe_contacts.change(work, register.clock, RESPONSE, plan.id, {"number": NUMBER}, 0)


async def test_of_a_plan_that_is_gone_nothing_is_shown(register: Register) -> None:
    with pytest.raises(NotFound):
        await safe_contacts.show_contact(register.database.work, register.clock, VLO, plan_for(an_order(), NOON).id)
    assert await safe_contacts.plan_of_order(register.database.work, VLO, register.order.id) == (await register.plan()).id
