"""Each step of sending is a small transaction: wherever a worker dies, the reminder is sent once, or twice and marked, and never lost."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from domain.contacts import Outcome
from domain.errors import NotAllowed
from domain.officers import Role
from domain.outbox import (
    NO_ANSWER,
    NOBODY,
    REMIND,
    REPEAT,
    UNREACHABLE,
    Ambiguous,
    Delivered,
    NoConversation,
    NotSent,
    Outgoing,
    State,
    Throttled,
    Unreachable,
)
from services import contacts, sending
from services.exchanging import Exchanged, exchange
from services.putting_off import put_off
from services.sending import Reminder
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import ADMIN, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import GONE, JOB, Register
from tests.trail import trail_of

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
TAKEN = Delivered("m-1", "webchat")


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database)


async def failed(register: Register, trouble: NotSent) -> Outgoing:
    (going,) = await register.going()
    await register.ended(going, trouble)
    return next(row for row in await register.rows() if row.id == going.sending.row.id)


async def sent(register: Register, worker: str = "one") -> None:
    (going,) = await register.going(worker)
    await register.ended(going, TAKEN)


async def swept(register: Register) -> tuple[int, int]:
    return await sending.sweep(register.database.work, register.clock, JOB)


async def test_a_sent_reminder_leaves_what_follows_it_in_the_same_commit(register: Register) -> None:
    await register.open()
    await sent(register)
    (next_row,) = await register.live()
    assert (next_row.stage, next_row.recipient, next_row.due_at) == (REPEAT, VLO.id, NOON + 30 * MINUTE)
    assert [row.stage for row in await register.in_state(State.SENT)] == [REMIND]


async def test_an_answer_ends_the_climbing_at_once(register: Register) -> None:
    plan = await register.open()
    await sent(register)
    register.clock.now = plan.due.must_by
    await sent(register)
    await register.contact()
    assert [row.stage for row in await register.live()] == [REMIND]


async def test_what_was_dealt_with_before_the_claim_is_cancelled(register: Register) -> None:
    await register.open()
    await register.contact()
    assert await register.claimed() == []


async def test_what_was_dealt_with_after_the_claim_never_becomes_an_intent(register: Register) -> None:
    await register.open()
    rows = await register.claimed()
    await register.contact()
    assert await exchange(register.database.work, register.clock, JOB, register.post(), [], [row.id for row in rows]) == Exchanged([], 1)
    assert [row.state for row in await register.rows()] == [State.CANCELLED, State.PENDING]


async def test_what_was_dealt_with_on_the_wire_leaves_no_further_stage(register: Register) -> None:
    await register.open()
    (going,) = await register.going()
    done = await register.contact()
    await register.ended(going, TAKEN)
    assert [(row.stage, row.occurrence) for row in await register.live()] == [(REMIND, done.version)]


async def test_the_card_is_drawn_from_what_the_intent_read(register: Register) -> None:
    await register.open()
    (going,) = await register.going()
    reminder = going.sending
    assert isinstance(reminder, Reminder)
    assert (reminder.plan, reminder.order, reminder.owner) == (await register.plan(), register.order, VLO)


async def test_the_intent_and_its_result_are_both_in_the_trail(register: Register) -> None:
    plan = await register.open()
    await sent(register)
    told = [entry for entry in await trail_of(register.database) if entry.event == "reminder:plan:send"]
    assert [(entry.outcome, entry.channel, entry.subject) for entry in told] == [
        ("intended", "", f"{plan.id};{plan.order_id};{plan.party_id}"),
        ("sent", "webchat", f"{plan.id};{plan.order_id};{plan.party_id}"),
    ]
    assert {(entry.actor, entry.recipient) for entry in told} == {(JOB.id, str(VLO.id))}


async def test_killed_after_the_claim_it_is_sent_once_and_not_marked(register: Register) -> None:
    await register.open()
    await register.claimed("killed", GONE)
    register.clock.advance(MINUTE)
    assert await swept(register) == (1, 0)
    (going,) = await register.going("next")
    assert going.sending.row.repeat is False


async def test_killed_after_the_intent_it_is_sent_and_marked(register: Register) -> None:
    await register.open()
    await register.going("killed", GONE)
    register.clock.advance(MINUTE)
    assert await swept(register) == (0, 1)
    (going,) = await register.going("next")
    assert (going.sending.row.repeat, going.sending.row.attempts) == (True, 2)


async def test_two_workers_intend_different_reminders(register: Register) -> None:
    await register.open()
    first, second = await register.claimed("one"), await register.claimed("two")
    assert (len(first), second) == (1, [])
    assert await exchange(register.database.work, register.clock, JOB, register.post("two"), [], [row.id for row in first]) == Exchanged(
        [], 1
    )


async def test_a_fenced_worker_records_nothing(register: Register) -> None:
    await register.open()
    (old,) = await register.going("slow", GONE)
    register.clock.advance(MINUTE)
    await swept(register)
    await register.going("quick")
    await register.ended(old, TAKEN)
    await register.ended(old, Unreachable("403"))
    (row,) = await register.rows()
    assert (row.state, row.worker) == (State.SENDING, "quick")


async def test_a_throttled_reminder_waits_as_long_as_it_is_told_and_so_does_what_else_is_for_that_officer(register: Register) -> None:
    await register.open()
    row = await failed(register, Throttled(timedelta(seconds=20)))
    assert (row.state, row.repeat) == (State.PENDING, False)
    assert NOON + timedelta(seconds=20) <= row.next_at < NOON + timedelta(seconds=21)
    await register.breach()
    register.clock.advance(timedelta(seconds=19))
    assert await register.claimed() == []
    register.clock.advance(timedelta(seconds=1))
    assert len(await register.claimed()) == 1


async def test_a_doubtful_send_is_tried_again_as_a_repeat_at_growing_intervals(register: Register) -> None:
    await register.open()
    waits, rows = [], []
    for _ in range(4):
        rows.append(await failed(register, Ambiguous("timeout")))
        waits.append(rows[-1].next_at - register.clock())
        register.clock.now = rows[-1].next_at
    assert waits == [timedelta(seconds=5 * 2**number) for number in range(4)]
    row = rows[-1]
    assert (row.repeat, row.error, row.due_at) == (True, "timeout", NOON)


async def test_where_an_officer_has_no_chat_it_waits_and_what_follows_comes_in_time(register: Register) -> None:
    await register.open()
    row = await failed(register, NoConversation())
    assert (row.state, row.repeat, row.next_at) == (State.PENDING, False, NOON + MINUTE / 2)
    following = next(one for one in await register.live() if one.stage != REMIND)
    assert (following.stage, following.recipient, following.due_at) == (REPEAT, VLO.id, NOON + 30 * MINUTE)


async def test_an_officer_who_cannot_be_reached_is_given_up_and_a_supervisor_told_in_the_same_commit(register: Register) -> None:
    await register.open()
    row = await failed(register, Unreachable("403"))
    (told,) = await register.live()
    assert (row.state, row.error) == (State.DEAD, "403")
    assert (told.stage, told.recipient, told.next_at, told.urgency) == (UNREACHABLE, SUPERVISOR.id, NOON, 0)


async def test_where_the_supervisor_cannot_be_reached_another_is_told_and_at_last_it_waits_in_sight(database: Database) -> None:
    other = officer("Sid Second", Role.SUPERVISOR)
    register = Register(database, (VLO, SUPERVISOR, other))
    await register.open()
    reached = [(await failed(register, Unreachable("403"))).recipient for _ in range(3)]
    assert (reached[0], set(reached[1:])) == (VLO.id, {SUPERVISOR.id, other.id})
    (waiting,) = await register.live()
    assert (waiting.recipient, waiting.stage) == (NOBODY, UNREACHABLE)
    assert await register.claimed() == []
    assert await register.live() == [replace(waiting, next_at=NOON + MINUTE)]


async def test_after_a_supervisor_is_given_up_the_next_word_goes_to_another(database: Database) -> None:
    other = officer("Sid Second", Role.SUPERVISOR)
    register = Register(database, (VLO, SUPERVISOR, other))
    plan = await register.open()
    await sent(register)
    register.clock.now = plan.due.must_by
    await sent(register)
    gone = await failed(register, Unreachable("404"))
    await sent(register)
    assert {row.recipient for row in await register.live()} == {SUPERVISOR.id, other.id} - {gone.recipient}


async def test_when_nobody_answered_twice_the_word_reaches_some_supervisor(database: Database) -> None:
    other = officer("Sid Second", Role.SUPERVISOR)
    register = Register(database, (VLO, SUPERVISOR, other))
    await register.open()
    await register.contact(Outcome.NO_ANSWER)
    await register.contact(Outcome.NO_ANSWER)
    first = await failed(register, Unreachable("403"))
    again = await register.contact(Outcome.NO_ANSWER)
    (going,) = [one for one in await register.going() if one.sending.row.stage == NO_ANSWER and one.sending.row.occurrence < again.version]
    assert {first.recipient, going.sending.row.recipient} == {SUPERVISOR.id, other.id}
    await register.ended(going, TAKEN)
    assert sorted(row.stage for row in await register.live()) == [NO_ANSWER, REMIND]


async def test_the_word_that_nobody_answered_outlives_a_snooze_but_not_an_answer(register: Register) -> None:
    await register.open()
    await register.contact(Outcome.NO_ANSWER)
    plan = await register.contact(Outcome.NO_ANSWER)
    await put_off(register.database.work, register.clock, VLO, plan.id, register.clock() + HOUR / 2)
    assert [row.stage for row in await register.claimed()] == [NO_ANSWER]
    await sending.give_back(register.database.work, JOB, "one", [row.id for row in await register.rows()])
    await register.contact()
    assert await register.claimed() == []


async def test_an_officer_who_left_is_not_written_to_and_whoever_has_the_role_is(register: Register) -> None:
    await register.open()
    successor = officer("Val Second", Role.VLO)
    async with register.database.work() as uow:
        await uow.officers.save([replace(VLO, active=False), successor])
    assert await register.claimed() == []
    assert [row.recipient for row in await register.claimed()] == [successor.id]


async def test_an_officer_who_lost_the_role_is_told_no_name(register: Register) -> None:
    await register.open()
    async with register.database.work() as uow:
        await uow.officers.save([replace(VLO, roles=RESPONSE.roles)])
    await register.claimed()
    assert [row.recipient for row in await register.live()] == [SUPERVISOR.id]


async def test_a_reminder_for_nobody_waits_until_there_is_somebody(database: Database) -> None:
    register = Register(database, (RESPONSE,))
    await register.open()
    assert (await register.claimed(), [row.recipient for row in await register.live()]) == ([], [NOBODY])
    async with database.work() as uow:
        await uow.officers.save([VLO])
    register.clock.advance(MINUTE)
    await register.claimed()
    assert [row.recipient for row in await register.claimed()] == [VLO.id]


async def test_a_plan_whose_order_is_missing_stays_in_sight(register: Register) -> None:
    async with register.database.work() as uow:
        await uow.officers.save(register.people)
        await contacts.open_plans(uow, register.clock, ADMIN, [register.order])
    assert await register.going() == []
    (row,) = await register.live()
    assert (row.state, row.error, row.due_at, row.next_at) == (State.PENDING, "no_order", NOON, NOON + 15 * MINUTE)


@pytest.mark.parametrize("step", ["claim", "exchange", "give_back", "sweep"])
async def test_nobody_but_the_job_sends_reminders(embedded: Database, step: str) -> None:
    register = Register(embedded)
    work, clock = embedded.work, register.clock
    steps: dict[str, Callable[[], Awaitable[object]]] = {
        "claim": partial(sending.claim, work, clock, VLO, "one", 1),
        "exchange": partial(exchange, work, clock, VLO, register.post(), [], []),
        "give_back": partial(sending.give_back, work, VLO, "one", []),
        "sweep": partial(sending.sweep, work, clock, VLO),
    }
    with pytest.raises(NotAllowed):
        await steps[step]()
