"""What came of a contact, and what follows: the reason outside the safe times, a concern, a wrong number, a welfare check, the next day, "I have it"."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from domain.contact_matters import Matter, MatterState
from domain.contact_undo import kept
from domain.contacts import HowMade, Outcome, Why
from domain.days_in_words import DayAhead
from domain.errors import NotAllowed, Outdated, Unreadable
from domain.officers import Officer
from domain.outbox import REMIND, STILL_OPEN
from services import contact_words, contacts
from services.acknowledging import acknowledge
from services.contact_choosing import choose_next
from services.contact_follow_ups import NotAsAgreed
from services.contact_life import seen
from services.contact_undo import undo_contact
from services.contacts import Recorded
from storage.contacts import ContactMade
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register
from tests.safe_contacts import NUMBER, is_known, matters_of, told_of
from tests.trail import trail_of

HOUR = timedelta(hours=1)


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    return register


async def recorded(register: Register, outcome: Outcome, made: HowMade | None = None, by: Officer = VLO) -> Recorded:
    plan = await register.plan()
    return await contacts.record_contact(
        register.database.work, register.clock, by, plan.id, outcome, "", plan.round, made=made or HowMade()
    )


async def made(register: Register) -> list[ContactMade]:
    plan = await register.plan()
    async with register.database.reading() as uow:
        return await uow.contacts.made(plan.id)


async def test_outside_the_safe_times_nothing_is_recorded_before_it_is_said_why(register: Register) -> None:
    await is_known(register, "every day 6pm to 8pm")
    with pytest.raises(NotAsAgreed):
        await recorded(register, Outcome.SPOKE_SAFE)
    assert await made(register) == []
    await recorded(register, Outcome.SPOKE_SAFE, HowMade(because="the person rang us"))
    assert [one.because for one in await made(register)] == ["the person rang us"]


async def test_the_time_of_the_contact_counts_and_not_that_of_the_typing(register: Register) -> None:
    await is_known(register, "every day 9am to 11am")
    await recorded(register, Outcome.SPOKE_SAFE, HowMade(NOON - 2 * HOUR))
    assert [one.happened_at for one in await made(register)] == [NOON - 2 * HOUR]
    assert (await register.plan()).last_contact_at == NOON - 2 * HOUR


async def test_a_concern_goes_to_a_supervisor_at_once_and_to_another_where_nobody_takes_it(register: Register) -> None:
    await recorded(register, Outcome.CONCERN)
    (matter,) = await matters_of(register)
    assert matter.matter is Matter.CONCERN
    assert [(row.recipient, row.next_at - NOON) for row in await told_of(register, matter.id)] == [
        (SUPERVISOR.id, timedelta()),
        (SUPERVISOR.id, HOUR / 2),
    ]
    assert Why.AFTER_CONCERN in [due.why for due in (await register.plan()).ahead]


async def test_three_silences_propose_a_welfare_check_once(register: Register) -> None:
    for _ in range(4):
        await recorded(register, Outcome.NO_ANSWER)
    assert [one.matter for one in await matters_of(register)] == [Matter.WELFARE_CHECK]


async def test_three_silences_told_in_one_line_are_three_tries(register: Register) -> None:
    await recorded(register, Outcome.NO_ANSWER, HowMade(tries=3))
    assert len(await made(register)) == 3
    assert [one.matter for one in await matters_of(register)] == [Matter.WELFARE_CHECK]


async def test_a_wrong_number_is_marked_and_the_right_one_is_owed(register: Register) -> None:
    await recorded(register, Outcome.WRONG_NUMBER)
    async with register.database.reading() as uow:
        ways = await uow.safe_contacts.current((await register.plan()).id)
    assert ways is not None
    assert ways.wrong_number == register.order.applicant.phone
    assert (await register.plan()).due.why is Why.GET_SAFE_CONTACT


async def test_not_safe_to_talk_with_no_other_window_in_time_is_for_a_supervisor(register: Register) -> None:
    await register.breach()
    await is_known(register, "every day noon to 1pm")
    await recorded(register, Outcome.NOT_SAFE_TO_TALK)
    assert [one.matter for one in await matters_of(register)] == [Matter.NO_WINDOW]


@pytest.mark.parametrize("outcome", [Outcome.CONCERN, Outcome.WRONG_NUMBER])
async def test_a_slip_is_taken_back_with_all_that_followed_from_it(register: Register, outcome: Outcome) -> None:
    await is_known(register, "every day 9am to 5pm")
    before = await register.plan()
    register.clock.advance(timedelta(minutes=1))
    done = await recorded(register, outcome)
    assert done.undo is not None
    await undo_contact(register.database.work, register.clock, VLO, before.id, kept(done.undo.before), done.undo.at)
    assert [one.state for one in await matters_of(register) if one.state is not MatterState.CLOSED] == []
    assert [row for one in await matters_of(register) for row in await told_of(register, one.id)] == []
    async with register.database.reading() as uow:
        ways = await uow.safe_contacts.current(before.id)
    assert ways is not None
    assert (ways.number, ways.wrong_number) == (NUMBER, "")
    assert await made(register) == []


async def test_a_reminder_is_seen_by_whoever_it_was_sent_to_and_done_when_something_came_of_it(register: Register) -> None:
    work, clock, plan = register.database.work, register.clock, await register.plan()
    await seen(work, clock, VLO, plan.id)
    async with register.database.reading() as uow:
        assert (await uow.contact_life.of_plans([plan]))[plan.id].seen_at is None
    await register.dispatched()
    await seen(work, clock, SUPERVISOR, plan.id)
    clock.advance(HOUR)
    await seen(work, clock, VLO, plan.id)
    async with register.database.reading() as uow:
        life = (await uow.contact_life.of_plans([plan]))[plan.id]
    assert (life.planned_at, life.sent_at, life.seen_at, life.done_at) == (NOON, NOON, NOON + HOUR, None)
    await recorded(register, Outcome.SPOKE_SAFE)
    after = await register.plan()
    async with register.database.reading() as uow:
        life = (await uow.contact_life.of_plans([after]))[after.id]
    assert (life.planned_at, life.sent_at, life.seen_at, life.done_at) == (NOON + HOUR, None, None, None)


async def test_whoever_has_it_is_not_reminded_again_and_it_is_still_owed(register: Register) -> None:
    await register.breach()
    plan = await register.plan()
    done = await acknowledge(register.database.work, register.clock, VLO, plan.id, plan.round)
    assert (done.already, done.plan.due, done.plan.round) == (False, plan.due, plan.round)
    assert [(row.stage, row.recipient, row.next_at) for row in await register.live()] == [(STILL_OPEN, VLO.id, NOON + HOUR)]
    async with register.database.reading() as uow:
        assert (await uow.contact_life.of_plans([plan]))[plan.id].acknowledged_at == NOON
    assert (await acknowledge(register.database.work, register.clock, SUPERVISOR, plan.id, plan.round)).already
    assert not (await recorded(register, Outcome.SPOKE_SAFE)).already


async def test_the_next_contact_is_put_on_another_day_and_its_reason_is_sealed_in_the_trail(register: Register) -> None:
    await recorded(register, Outcome.SPOKE_SAFE)
    plan = await register.plan()
    day = DayAhead(date(2026, 11, 21), time(15))
    done = await choose_next(register.database.work, register.clock, VLO, plan.id, day, plan.round, "agreed with the person")
    assert done.plan.remind_at.hour == 15
    assert (await choose_next(register.database.work, register.clock, VLO, plan.id, day, plan.round)).already
    assert [(one.event, one.outcome, one.typed) for one in (await trail_of(register.database))[-2:]] == [
        ("contact:plan:next_chosen", "done", "agreed with the person"),
        ("contact:plan:next_chosen", "already_dealt_with", None),
    ]
    assert [(row.stage, row.next_at) for row in await register.live()] == [(REMIND, done.plan.remind_at)]


async def test_a_day_that_cannot_be_changes_nothing(register: Register) -> None:
    plan = await register.plan()
    with pytest.raises(Unreadable):
        await choose_next(register.database.work, register.clock, VLO, plan.id, DayAhead(date(2027, 6, 1)), plan.round, "later")
    assert await register.plan() == plan


async def test_words_are_kept_sealed_until_they_are_confirmed_and_then_recorded_with_their_day(register: Register) -> None:
    work, clock = register.database.work, register.clock
    line = f"{register.order.reference} spoke to her at 11am, safe, next one tomorrow 10am"
    heard = await contact_words.hear_contact(work, clock, VLO, line)
    assert heard is not None
    assert await made(register) == []
    assert [one.typed for one in await trail_of(register.database) if one.typed] == [line]
    clock.advance(HOUR / 6)
    plan = await register.plan()
    told = await contact_words.record_told(work, clock, VLO, plan.id, heard.line, heard.at, plan.round)
    assert (told.trouble, told.recorded.plan.remind_at) == ("", NOON + 22 * HOUR)
    assert [(one.note, one.happened_at) for one in await made(register)] == [(line, NOON - HOUR)]
    undo = told.recorded.undo
    assert undo is not None
    back = await undo_contact(work, clock, VLO, plan.id, kept(undo.before), undo.at)
    assert back.plan.ahead == plan.ahead


async def test_words_of_somebody_else_cannot_be_recorded(register: Register) -> None:
    work, clock, plan = register.database.work, register.clock, await register.plan()
    heard = await contact_words.hear_contact(work, clock, VLO, "spoke to her, safe", register.order.id)
    assert heard is not None
    with pytest.raises(Outdated):
        await contact_words.record_told(work, clock, SUPERVISOR, plan.id, heard.line, heard.at, plan.round)
    with pytest.raises(Outdated):
        await contact_words.of_plan(work, clock, VLO, UUID(int=1), heard.at, plan.id)


@pytest.mark.parametrize(
    ("line", "found"),
    [("spoke to Jane Marlow, safe", 1), ("spoke to Zara Nobody, safe", 0), (f"{an_order().reference} no answer", 0), ("no answer", 1)],
)
async def test_a_line_is_about_whom_it_names_else_about_what_is_due(register: Register, line: str, found: int) -> None:
    heard = await contact_words.hear_contact(register.database.work, register.clock, VLO, line)
    assert heard is not None
    assert len(heard.whose) == found


async def test_who_makes_no_contacts_records_none_in_words_either(register: Register) -> None:
    with pytest.raises(NotAllowed):
        await contact_words.hear_contact(register.database.work, register.clock, RESPONSE, "no answer")
    plan = await register.plan()
    with pytest.raises(NotAllowed):
        await acknowledge(register.database.work, register.clock, RESPONSE, plan.id, plan.round)
