"""Many rows written with one statement stand as they would if each had been written by itself."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from domain.audit import AuditEntry, AuditKind
from domain.conversations import Action, Message
from storage.bulk import change_typed, put_typed
from storage.tables.core import action, message
from storage.work import Database
from tests.databases import FORCE
from tests.fakes.clock import NOON
from tests.people import VLO

ACTOR = UUID(int=7)


def an_entry(number: int) -> AuditEntry:
    """Some with each part left out, and with signs that a list of values is written with."""
    said = ['a "quoted" word', "{one,two}", "NULL", "back\\slash", "ünïcode", "", None][number % 7]
    return AuditEntry(NOON + timedelta(microseconds=number), ACTOR, AuditKind.DISCLOSURE, "made:up", f"s{number};{said}", typed=said)


def an_action(card: UUID, number: int) -> Action:
    return Action(
        f"{card.hex[:30]}{number:02}", "v", "o", VLO.id, "a:one", card, NOON + timedelta(days=number), {"it's": "{x}"}, once=number % 2 == 0
    )


@pytest.mark.parametrize("number", [1, 2, 300])
async def test_lines_stand_in_their_order_whether_noted_together_or_one_by_one(database: Database, number: int) -> None:
    entries = [an_entry(at) for at in range(number)]
    async with database.work() as uow:
        await uow.audit.note(*entries)
        for one in entries:
            await uow.audit.note(one)
        lines = await uow.audit.since()
    together, alone = lines[:number], lines[number:]
    assert [(one.at, one.subject, one.typed) for one in together] == [(one.at, one.subject, one.typed) for one in entries]
    assert [(one.at, one.subject, one.typed) for one in alone] == [(one.at, one.subject, one.typed) for one in entries]
    places = [one.seq or 0 for one in lines]
    assert places == sorted(places)


async def test_every_button_of_many_cards_can_be_pressed_as_it_was_offered(database: Database) -> None:
    offered = [an_action(uuid4(), number) for number in range(1, 90)]
    async with database.work() as uow:
        await uow.actions.offer(offered)
        assert [await uow.actions.take(one.id, VLO.id, "a:one", NOON) for one in offered] == offered


@pytest.mark.parametrize("number", [1, 40])
async def test_each_of_many_messages_gets_its_own_id_of_the_channel_and_no_other_is_touched(database: Database, number: int) -> None:
    sent = [Message(uuid4(), "a:one", {"type": "message"}, NOON) for _ in range(number + 1)]
    async with database.work() as uow:
        await uow.messages.add(sent)
        await uow.messages.all_delivered([(one.id, NOON, f"channel-{one.id}") for one in sent[1:]] + [(uuid4(), NOON, "unknown")])
        kept = await uow.messages.since("a:one", 0, NOON - timedelta(days=1))
    assert [(one.delivered_at, one.channel_id) for one in kept] == [(None, None), *((NOON, f"channel-{one.id}") for one in sent[1:])]


async def test_another_forces_row_of_the_same_id_is_left_alone(database: Database) -> None:
    ids = [uuid4() for _ in range(3)]
    async with database.work() as uow:
        await uow.messages.add([Message(id, "a:one", {"type": "message"}, NOON) for id in ids])
        await change_typed(uow.connection, message, [{"force": "another", "id": id, "delivered_at": NOON} for id in ids])
        assert await uow.connection.scalar(select(func.count(message.c.delivered_at))) == 0


@pytest.mark.parametrize("before", [0, 1])
async def test_many_lines_of_a_transaction_that_fails_leave_nothing(database: Database, before: int) -> None:
    """Also where they are the first that it writes, when nothing has told the server yet that it has begun."""
    with pytest.raises(ZeroDivisionError):
        async with database.work() as uow:
            for at in range(before):
                await uow.audit.note(an_entry(at))
            await uow.audit.note(*(an_entry(at) for at in range(300)))
            raise ZeroDivisionError
    async with database.reading() as uow:
        assert await uow.audit.since() == []


@pytest.mark.parametrize("number", [1, 5])
async def test_a_row_whose_key_is_there_stays_as_it_is(database: Database, number: int) -> None:
    rows = [{"force": FORCE, "id": f"id-{at}", "verb": "first"} for at in range(number)]
    rest = {"object": "", "details": "{}", "officer": VLO.id, "conversation": "", "card": uuid4(), "once": False, "expires_at": NOON}
    async with database.work() as uow:
        await put_typed(uow.connection, action, [row | rest for row in rows], ("force", "id"))
        await put_typed(
            uow.connection, action, [row | rest | {"verb": "second"} for row in [*rows, {"force": FORCE, "id": "new"}]], ("force", "id")
        )
        found = await uow.connection.execute(select(action.c.id, action.c.verb))
    assert dict(tuple(row) for row in found) == {**{row["id"]: "first" for row in rows}, "new": "second"}


@pytest.mark.parametrize("number", [1, 5, 50])
async def test_what_is_too_long_for_its_column_is_refused_and_not_cut_off(on_postgres: Database, number: int) -> None:
    offered = [an_action(uuid4(), at) for at in range(number)]
    with pytest.raises(DBAPIError, match="too long"):
        async with on_postgres.work() as uow:
            await uow.audit.note(an_entry(1))
            await uow.actions.offer([Action(**{**vars(one), "verb": "v" * 61}) for one in offered])
