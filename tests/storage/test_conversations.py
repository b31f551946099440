"""What is kept of a conversation, its inbox, its lines and the trail."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from domain.audit import AuditEntry, AuditKind
from domain.conversations import STATE_LIFE, TEAMS, WEB, Conversation, Message
from domain.officers import Role
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON
from tests.people import EVERYONE, LEFT, RESPONSE, VLO

OPEN = Conversation(
    "c", TEAMS, RESPONSE.id, "https://smba.trafficmanager.net/uk/", "tenant", "28:bot", NOON, state={"stack": [{"id": "x"}]}
)


async def test_a_conversation_comes_back_as_it_was_left(database: Database) -> None:
    async with database.work() as uow:
        saved = await uow.conversations.save(OPEN, NOON)
    async with database.reading() as uow:
        assert await uow.conversations.get("c", NOON) == saved == replace(OPEN, etag=1)
        assert await uow.conversations.of_officer(RESPONSE.id, NOON) == [saved]
        assert await uow.conversations.of_officer(VLO.id, NOON) == []
        assert await uow.conversations.get("another", NOON) is None


async def test_a_question_left_open_for_a_week_is_forgotten_and_the_address_is_not(database: Database) -> None:
    async with database.work() as uow:
        await uow.conversations.save(OPEN, NOON)
    async with database.reading() as uow:
        just = await uow.conversations.get("c", NOON + STATE_LIFE - timedelta(seconds=1))
        late = await uow.conversations.get("c", NOON + STATE_LIFE)
    assert just == replace(OPEN, etag=1)
    assert late == replace(OPEN, etag=1, state={})


async def test_a_chat_found_lost_is_marked_unless_its_officer_has_spoken_since(database: Database) -> None:
    async with database.work() as uow:
        before = await uow.conversations.save(OPEN, NOON)
        since = await uow.conversations.save(before, NOON)
        await uow.conversations.lost(before)
        assert await uow.conversations.get("c", NOON) == since
        await uow.conversations.lost(since)
        assert await uow.conversations.get("c", NOON) == replace(since, reachable=False, etag=since.etag + 1)


async def test_of_an_officers_chats_the_one_used_last_comes_first(database: Database) -> None:
    async with database.work() as uow:
        for id, day in (("b", 2), ("a", 3), ("c", 1)):
            await uow.conversations.save(replace(OPEN, id=id), NOON + timedelta(days=day))
        assert [one.id for one in await uow.conversations.of_officer(RESPONSE.id, NOON)] == ["a", "b", "c"]


async def test_another_force_in_the_same_database_sees_nothing(database: Database) -> None:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.conversations.save(OPEN, NOON)
        await uow.inbox.first_time("c", "1", NOON)
        await uow.messages.add([Message(uuid4(), "c", {"type": "message"}, NOON, reply_to="1")])
        await uow.audit.note(AuditEntry(NOON, RESPONSE.id, AuditKind.CONSULTATION, "a:b:c", ""))
        await uow.marks.put("demo", "yes")
    async with beside(database, "elsewhere") as other, other.work() as uow:
        assert await uow.officers.get(RESPONSE.id) is None
        assert await uow.officers.all() == []
        assert await uow.conversations.get("c", NOON) is None
        assert await uow.messages.since("c", 0, NOON) == await uow.messages.undelivered("c", "1") == []
        assert (await uow.messages.arrivals(0), await uow.messages.newest()) == ([], 0)
        assert await uow.audit.since() == []
        assert await uow.marks.get("demo") is None
        assert await uow.inbox.first_time("c", "1", NOON)
        await uow.conversations.save(OPEN, NOON)


async def test_officers_come_back_whole_and_leavers_are_kept(database: Database) -> None:
    theirs = replace(VLO, supervisor=RESPONSE.id, roles=frozenset({Role.VLO, Role.RESPONSE}))
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.officers.save([theirs])
        assert await uow.officers.get(VLO.id) == theirs
        assert await uow.officers.get(LEFT.id) == LEFT


async def test_an_activity_is_new_once_in_its_conversation_for_a_day(database: Database) -> None:
    async with database.work() as uow:
        first = [await uow.inbox.first_time(*one, NOON) for one in (("c", "1"), ("c", "1"), ("c", "2"), ("d", "1"))]
        assert first == [True, False, True, True]
        assert await uow.inbox.forget_old(NOON + timedelta(hours=24)) == 0
        assert await uow.inbox.forget_old(NOON + timedelta(hours=24, seconds=1)) == 3
        assert await uow.inbox.first_time("c", "1", NOON)


async def test_lines_come_in_order_and_what_arrived_is_not_asked_for_again(database: Database) -> None:
    answers = [Message(uuid4(), "c", {"n": n}, NOON, frozenset({"order-1", "order-2"}), reply_to="1") for n in range(3)]
    async with database.work() as uow:
        await uow.messages.add([*answers, Message(uuid4(), "d", {"n": 9}, NOON - timedelta(days=1), reply_to="1")])
        await uow.messages.all_delivered([(answers[0].id, NOON, "channel-id")])
        lines = await uow.messages.since("c", 0, NOON)
        assert [line.activity["n"] for line in lines] == [0, 1, 2]
        assert lines[0] == replace(answers[0], delivered_at=NOON, channel_id="channel-id", seq=lines[0].seq)
        assert [line.activity["n"] for line in await uow.messages.undelivered("c", "1")] == [1, 2]
        assert [line.activity["n"] for line in await uow.messages.since("c", lines[1].seq, NOON)] == [2]
        assert await uow.messages.since("d", 0, NOON) == []
        assert [conversation for _, conversation in await uow.messages.arrivals(lines[1].seq)] == ["c", "d"]
        assert await uow.messages.newest() == lines[2].seq + 1


async def test_the_trail_is_kept_in_order_with_what_was_typed(database: Database) -> None:
    entries = [
        AuditEntry(NOON, RESPONSE.id, kind, "lookup:order:searched", "order-1", "done", WEB, "", typed)
        for kind, typed in zip(AuditKind, ["john smiht", None, "", "Zoë \N{PILE OF POO}", None, None], strict=True)
    ]
    async with database.work() as uow:
        await uow.audit.note(*entries)
        await uow.audit.note()
    async with database.reading() as uow:
        kept = await uow.audit.since()
        assert [replace(entry, seq=None) for entry in kept] == entries
        assert await uow.audit.since(kept[2].seq or 0, limit=2) == kept[3:5]


async def test_a_moment_without_a_zone_never_reaches_the_database(database: Database) -> None:
    with pytest.raises(Exception, match="naive datetime"):
        async with database.work() as uow:
            await uow.inbox.first_time("c", "1", NOON.replace(tzinfo=None))
