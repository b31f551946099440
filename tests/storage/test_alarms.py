"""What the auditor of sending finds in the rows, on both databases."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

from domain.alarms import Alarm, Finding, Kind
from domain.conversations import TEAMS, Conversation
from domain.outbox import NOBODY, REMIND, Outgoing, State
from storage.alarms import Waiting
from storage.outbox import Failed
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import DESK, SUPERVISOR, VLO

MINUTE = timedelta(minutes=1)


def owed(**changes: Any) -> Outgoing:
    one = Outgoing(uuid4(), "demo", uuid4(), 1, REMIND, VLO.id, due_at=NOON, next_at=NOON)
    return replace(one, **changes)


async def planned(database: Database, *rows: Outgoing) -> None:
    async with database.work() as uow:
        await uow.outbox.plan(rows)


async def failed(database: Database, row: Outgoing, code: str) -> None:
    """Tried, and to be tried again in an hour."""
    await planned(database, row)
    async with database.work() as uow:
        await uow.outbox.failed([Failed(row, State.PENDING, code, NOON + 60 * MINUTE, repeat=False)])


async def late(database: Database, minutes: int) -> dict[Kind, Finding]:
    before = NOON + minutes * MINUTE
    async with database.reading() as uow:
        return {one.kind: one for one in await uow.alarms.late(before, before)}


async def test_what_was_left_behind_is_counted_from_the_oldest(database: Database) -> None:
    await planned(database, owed(due_at=NOON - MINUTE, next_at=NOON - MINUTE), owed(), owed(due_at=NOON + MINUTE, next_at=NOON + MINUTE))
    await planned(database, owed(state=State.SENT), owed(state=State.CANCELLED))
    assert await late(database, -2) == {}
    assert (await late(database, 1))[Kind.UNSENT] == Finding(Kind.UNSENT, 2, NOON - MINUTE)


async def test_what_waits_for_its_time_is_not_late(database: Database) -> None:
    await planned(database, owed(next_at=NOON + 30 * MINUTE))
    assert await late(database, 10) == {}


async def test_what_a_lost_worker_held_is_late_once_its_lease_is_long_over(database: Database) -> None:
    row = owed(next_at=NOON + 60 * MINUTE)
    await planned(database, row)
    async with database.work() as uow:
        await uow.outbox.lease([row.id], "lost", NOON + MINUTE)
    assert await late(database, 1) == {}
    assert (await late(database, 2))[Kind.UNSENT].number == 1


async def test_what_the_channel_does_not_take_and_what_is_for_nobody_are_told_apart(database: Database) -> None:
    await failed(database, owed(), "throttled")
    await failed(database, owed(), "status_503")
    await planned(database, owed(recipient=NOBODY, next_at=NOON + 60 * MINUTE))
    found = await late(database, 10)
    assert {kind: one.number for kind, one in found.items()} == {Kind.NOT_TAKEN: 2, Kind.NOBODY: 1}


async def test_what_waits_for_a_chat_is_no_fault_and_is_listed_by_officer(database: Database) -> None:
    await failed(database, owed(), "no_conversation")
    await failed(database, owed(due_at=NOON - MINUTE), "no_conversation")
    await failed(database, owed(recipient=DESK.id), "throttled")
    assert Kind.UNSENT not in await late(database, 10)
    async with database.reading() as uow:
        assert await uow.alarms.waiting() == [Waiting(VLO.id, 2, NOON - MINUTE)]


async def test_whoever_has_lost_a_chat_is_found(database: Database) -> None:
    async with database.work() as uow:
        await uow.conversations.save(Conversation("a:sandy", TEAMS, SUPERVISOR.id, "https://smba.example/"), NOON)
        await uow.conversations.lost(await uow.conversations.save(Conversation("a:vic", TEAMS, VLO.id, "https://smba.example/"), NOON))
    async with database.reading() as uow:
        assert await uow.alarms.lost_chats() == {VLO.id}


async def test_an_alarm_is_kept_as_it_stands_and_taken_away(database: Database) -> None:
    alarm = Alarm(uuid4(), NOON, (Finding(Kind.UNSENT, 3, NOON - MINUTE), Finding(Kind.FORGOTTEN, 1)), NOON, 2)
    async with database.work() as uow:
        assert await uow.alarms.standing() is None
        await uow.alarms.keep(alarm)
        assert await uow.alarms.standing() == alarm
        await uow.alarms.keep(None)
        assert await uow.alarms.standing() is None
