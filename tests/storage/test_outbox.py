"""The steps of an outgoing reminder: claimed by one, intended before the wire, fenced, swept, never lost."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

from domain.contacts import plan_for
from domain.outbox import LEASE, NO_ANSWER, REMIND, Delivered, Outgoing, State, outgoing
from storage.outbox import Failed
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import SUPERVISOR, VLO

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
TAKEN = Delivered("m-1", "webchat")


def a_row(recipient: UUID = VLO.id, minutes: int = 0) -> Outgoing:
    return outgoing(plan_for(an_order(), NOON), REMIND, recipient, NOON + timedelta(minutes=minutes))


async def planned(database: Database, *rows: Outgoing) -> None:
    async with database.work() as uow:
        await uow.outbox.plan(rows)


async def claimed(database: Database, worker: str, limit: int = 10, lease: timedelta = LEASE) -> list[Outgoing]:
    async with database.work() as uow:
        rows = await uow.outbox.claimable(NOON, limit)
        await uow.outbox.lease([row.id for row in rows], worker, await uow.outbox.lease_clock(NOON) + lease)
    return rows


async def intended(database: Database, row: Outgoing, worker: str, lease: timedelta = LEASE) -> Outgoing | None:
    async with database.work() as uow:
        rows = await uow.outbox.intend([row.id], worker, await uow.outbox.lease_clock(NOON) + lease)
    return next(iter(rows), None)


async def swept(database: Database) -> tuple[int, int]:
    async with database.work() as uow:
        return await uow.outbox.sweep(await uow.outbox.lease_clock(NOON + SECOND))


async def kept(database: Database, row: Outgoing) -> Outgoing:
    async with database.reading() as uow:
        found = await uow.outbox.get(row.id)
    assert found is not None
    return found


async def test_a_row_comes_back_as_it_was_planned(database: Database) -> None:
    row = a_row()
    await planned(database, row)
    assert await kept(database, row) == row


async def test_the_same_reminder_is_planned_once(database: Database) -> None:
    row = a_row()
    await planned(database, row, replace(row, id=uuid4()), replace(row, id=uuid4(), stage=NO_ANSWER))
    await planned(database, replace(row, id=uuid4()))
    async with database.reading() as uow:
        assert {one.stage: one.id == row.id for one in await uow.outbox.of_plan(row.plan)} == {REMIND: True, NO_ANSWER: False}


async def test_what_is_due_is_claimed_urgent_first_and_the_rest_waits(database: Database) -> None:
    early, late, urgent, future = a_row(minutes=-9), a_row(minutes=-1), replace(a_row(), urgency=0), a_row(minutes=1)
    await planned(database, late, future, early, urgent)
    assert [row.id for row in await claimed(database, "one", 2)] == [urgent.id, early.id]
    assert [row.id for row in await claimed(database, "one")] == [late.id]
    assert await claimed(database, "one") == []


async def test_two_claimers_never_get_the_same_row(database: Database) -> None:
    await planned(database, *(a_row() for _ in range(60)))
    batches = await asyncio.gather(*(claimed(database, f"worker-{number}", 10) for number in range(6)))
    taken = [row.id for batch in batches for row in batch]
    assert len(taken) == len(set(taken)) == 60


async def test_rows_that_one_claimer_holds_are_passed_over_by_the_next(on_postgres: Database) -> None:
    await planned(on_postgres, *(a_row() for _ in range(4)))
    async with on_postgres.work() as uow:
        held = await uow.outbox.claimable(NOON, 3)
        others = await asyncio.create_task(claimed(on_postgres, "two"))
    assert (len(held), len(others)) == (3, 1)
    assert {row.id for row in held}.isdisjoint(row.id for row in others)


async def test_an_intent_is_only_for_whoever_claimed_and_only_once(database: Database) -> None:
    row = a_row()
    await planned(database, row)
    await claimed(database, "one")
    assert await intended(database, row, "two") is None
    mine = await intended(database, row, "one")
    assert mine is not None
    assert (mine.state, mine.attempts) == (State.SENDING, 1)
    assert await intended(database, row, "one") is None


async def test_a_claim_that_was_swept_can_no_longer_become_an_intent(database: Database) -> None:
    row = a_row()
    await planned(database, row)
    await claimed(database, "slow", lease=-SECOND)
    assert await swept(database) == (1, 0)
    await claimed(database, "quick")
    assert await intended(database, row, "slow") is None
    assert (await kept(database, row)).repeat is False


async def test_an_intent_that_was_never_recorded_becomes_a_repeat(database: Database) -> None:
    row = a_row()
    await planned(database, row)
    await claimed(database, "killed")
    await intended(database, row, "killed", -SECOND)
    assert await swept(database) == (0, 1)
    again = await kept(database, row)
    assert (again.state, again.repeat, again.worker) == (State.PENDING, True, None)


async def test_what_is_within_its_lease_is_left_alone(database: Database) -> None:
    claimed_only, on_the_wire = a_row(minutes=-1), a_row()
    await planned(database, claimed_only, on_the_wire)
    await claimed(database, "busy")
    await intended(database, on_the_wire, "busy")
    assert await swept(database) == (0, 0)


async def test_only_the_last_attempt_may_record_its_result(database: Database) -> None:
    row = a_row()
    await planned(database, row)
    await claimed(database, "slow")
    first = await intended(database, row, "slow", -SECOND)
    await swept(database)
    await claimed(database, "quick")
    second = await intended(database, row, "quick")
    assert first is not None
    assert second is not None
    async with database.work() as uow:
        assert await uow.outbox.last_tries([first]) == frozenset()
        assert await uow.outbox.last_tries([second]) == {row.id}
        await uow.outbox.sent([(row.id, TAKEN)], NOON)
        assert await uow.outbox.last_tries([second]) == frozenset()


async def test_a_late_success_is_believed_while_nobody_has_tried_again(database: Database) -> None:
    row = a_row()
    await planned(database, row)
    await claimed(database, "slow")
    first = await intended(database, row, "slow", -SECOND)
    await swept(database)
    assert first is not None
    async with database.work() as uow:
        assert await uow.outbox.last_tries([first]) == {row.id}
        await uow.outbox.sent([(row.id, TAKEN)], NOON)
    assert await claimed(database, "quick") == []


async def test_what_is_given_back_can_be_claimed_by_another(database: Database) -> None:
    row = a_row()
    await planned(database, row)
    await claimed(database, "stopping")
    async with database.work() as uow:
        await uow.outbox.give_back([row.id], "somebody else")
        await uow.outbox.give_back([row.id], "stopping")
    assert [one.id for one in await claimed(database, "next")] == [row.id]


async def test_a_newer_version_cancels_what_is_not_on_the_wire_but_not_the_word_to_a_supervisor(database: Database) -> None:
    old = a_row()
    rows = [
        old,
        replace(old, id=uuid4(), stage="overdue-1"),
        replace(old, id=uuid4(), stage=NO_ANSWER),
        replace(old, id=uuid4(), occurrence=2),
    ]
    await planned(database, *rows)
    async with database.work() as uow:
        await uow.outbox.lease([old.id], "one", NOON + LEASE)
        await uow.outbox.cancel_older(old.plan, 2)
    states = [(await kept(database, row)).state for row in rows]
    assert states == [State.CANCELLED, State.CANCELLED, State.PENDING, State.PENDING]


async def test_the_oldest_unsent_is_told_by_its_planned_time_however_often_it_was_tried(database: Database) -> None:
    row = a_row(minutes=-30)
    await planned(database, row, a_row(minutes=-5))
    (tried, *_) = await claimed(database, "one", 1)
    intent = await intended(database, tried, "one")
    assert intent is not None
    async with database.work() as uow:
        await uow.outbox.failed([Failed(intent, State.PENDING, "timeout", NOON + timedelta(hours=1), repeat=True)])
        assert await uow.outbox.oldest() == row.due_at
        assert await uow.outbox.next_at() == NOON - timedelta(minutes=5)
        await uow.outbox.cancel([row.id])
        assert await uow.outbox.oldest() == NOON - timedelta(minutes=5)


async def test_how_much_is_to_be_sent_soon_is_counted_without_what_is_urgent_or_comes_later(database: Database) -> None:
    await planned(database, a_row(), a_row(minutes=4), a_row(minutes=6), replace(a_row(), urgency=0))
    async with database.reading() as uow:
        assert await uow.outbox.soon(NOON + 5 * MINUTE) == 2


async def test_only_what_waited_for_a_chat_is_brought_when_one_opens(database: Database) -> None:
    waiting, other, failing = a_row(), a_row(SUPERVISOR.id), a_row()
    await planned(database, waiting, other, failing)
    for row, code in ((waiting, "no_conversation"), (other, "no_conversation"), (failing, "timeout")):
        async with database.work() as uow:
            await uow.outbox.failed([Failed(row, State.PENDING, code, NOON + timedelta(hours=1), repeat=False)])
    async with database.work() as uow:
        assert await uow.outbox.bring_to(VLO.id, NOON) == 1
    assert [row.id for row in await claimed(database, "one")] == [waiting.id]


async def test_leases_go_by_the_servers_clock_where_there_is_a_server(embedded: Database, on_postgres: Database) -> None:
    async with embedded.reading() as uow:
        assert await uow.outbox.lease_clock(NOON) == NOON
    async with on_postgres.reading() as uow:
        first, second = await uow.outbox.lease_clock(NOON), await uow.outbox.lease_clock(NOON)
    assert NOON != first < second


async def test_many_rows_are_cancelled_at_once(database: Database) -> None:
    rows = [outgoing(plan_for(an_order(), NOON), REMIND, VLO.id, NOON) for _ in range(3)]
    async with database.work() as uow:
        await uow.outbox.plan(rows)
        await uow.outbox.cancel([row.id for row in rows])
        assert await uow.outbox.claimable(NOON, 9) == []
