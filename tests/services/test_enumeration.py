"""More look-ups in an hour than the force has set are answered, and a supervisor is told once, without a name of anybody looked up."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.cards.notices import MANY_HEADING, WHAT_TO_DO
from bot.commands.finding import found
from domain.access import Access
from domain.audit import AuditEntry
from domain.matching import Verdict
from domain.officers import Officer, Permission
from domain.outbox import LIVE_STATES, MANY, NOBODY, NoConversation, Outgoing, State, Unreachable
from services.lookups import find
from storage.work import Database
from tests.fakes.talk import words
from tests.orders import an_order
from tests.people import ADMIN, EVERYONE, RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register

ASKED = "john smith 12/3/85"
MOST = Access("incident", most=3)
OVERSEEN = replace(RESPONSE, supervisor=SUPERVISOR.id)


@pytest.fixture
async def register(database: Database) -> Register:
    register, order = Register(database), an_order()
    async with database.work() as uow:
        await uow.officers.save([*EVERYONE, OVERSEEN])
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return register


async def look_up(register: Register, times: int, officer: Officer = RESPONSE) -> list[Verdict]:
    return [(await find(register.database.work, register.clock, officer, ASKED, "webchat", MOST)).verdict for _ in range(times)]


async def planned(register: Register, officer: Officer = RESPONSE) -> list[Outgoing]:
    async with register.database.reading() as uow:
        return await uow.outbox.of_plan(officer.id)


async def trail(register: Register, event: str) -> list[AuditEntry]:
    async with register.database.reading() as uow:
        return [one for one in await uow.audit.since() if one.event == event]


async def test_as_many_as_are_set_tell_nobody_and_the_next_is_answered_and_told(register: Register) -> None:
    assert await look_up(register, 3) == [Verdict.MATCH] * 3
    assert await planned(register) == []
    assert await look_up(register, 1) == [Verdict.MATCH]
    (row,) = await planned(register)
    assert (row.stage, row.recipient, row.due_at) == (MANY, SUPERVISOR.id, register.clock())
    (line,) = await trail(register, "lookup:officer:told")
    assert (line.actor, line.subject, line.outcome, line.recipient) == (RESPONSE.id, str(RESPONSE.id), "more than 3", str(SUPERVISOR.id))


async def test_once_an_hour_and_again_in_the_next(register: Register) -> None:
    await look_up(register, 9)
    assert len(await planned(register)) == 1
    register.clock.advance(timedelta(minutes=59))
    await look_up(register, 1)
    assert len(await planned(register)) == 1
    register.clock.advance(timedelta(minutes=1))
    await look_up(register, 2)
    assert len(await planned(register)) == 1
    await look_up(register, 1)
    assert len(await planned(register)) == 2
    assert len(await trail(register, "lookup:officer:told")) == 2


async def test_only_the_officers_own_of_the_last_hour_count(register: Register) -> None:
    await look_up(register, 3, VLO)
    await look_up(register, 3)
    register.clock.advance(timedelta(hours=1))
    await look_up(register, 3)
    assert (await planned(register), await planned(register, VLO)) == ([], [])


async def test_the_notice_names_the_officer_and_nobody_who_was_looked_up(register: Register) -> None:
    await look_up(register, 4)
    register.clock.advance(timedelta(seconds=1))
    await look_up(register, 1)
    await register.dispatched()
    (arrived,) = register.messenger.arrived
    (attachment,) = arrived.drawn.activity["attachments"]
    assert (arrived.recipient, arrived.drawn.needs) == (SUPERVISOR.id, Permission.SEE_LOOK_UPS)
    assert list(words(attachment["content"]))[1:] == [
        MANY_HEADING,
        "Robin Response 0000 has looked up more than 3 people in an hour, up to Fri 20 November 2026 at 12:00.",
        WHAT_TO_DO,
    ]
    assert [word for word in ("smith", "john", "marlow", "robin") if word in str(attachment["content"]["speak"]).casefold()] == []
    assert [word for word in ("smith", "john", "marlow") if word in str(arrived.drawn.activity).casefold()] == []
    assert [(one.subject, one.outcome, one.recipient) for one in await trail(register, "notice:lookups:send")] == [
        (str(RESPONSE.id), outcome, str(SUPERVISOR.id)) for outcome in ("intended", "sent")
    ]


async def test_a_supervisor_who_has_left_since_is_replaced_by_the_administrators(register: Register) -> None:
    await look_up(register, 4)
    await register.leave(SUPERVISOR)
    await register.dispatched()
    await register.dispatched()
    assert [one.recipient for one in register.messenger.arrived] == [ADMIN.id]


@pytest.mark.parametrize("trouble", [Unreachable("blocked"), NoConversation()])
async def test_where_the_supervisor_cannot_be_reached_the_administrators_are_told(register: Register, trouble: Exception) -> None:
    register.messenger.trouble[SUPERVISOR.id] = [trouble]
    await look_up(register, 4)
    await register.dispatched()
    await register.dispatched()
    assert [one.recipient for one in register.messenger.arrived] == [ADMIN.id]


async def test_where_there_is_nobody_to_tell_the_trail_says_so_once(register: Register) -> None:
    await register.leave(SUPERVISOR, ADMIN)
    await look_up(register, 6)
    await register.dispatched()
    assert [one.recipient for one in await trail(register, "lookup:officer:told")] == [str(NOBODY)]
    assert [row.state for row in await planned(register) if row.state in LIVE_STATES] == []
    assert [row.state for row in await planned(register)] == [State.CANCELLED]


async def test_a_batch_counts_once(register: Register) -> None:
    for _ in range(3):
        one = found(register.database.work, register.clock, RESPONSE, MOST)
        assert {(await one({"text": ASKED}))["verdict"] for _ in range(10)} == {"match"}
    assert await planned(register) == []
    assert len(await trail(register, "lookup:batch:searched")) == 27
    assert {line.reason for line in await trail(register, "lookup:batch:searched")} == {"incident"}
    await look_up(register, 1)
    assert len(await planned(register)) == 1


async def test_the_count_reads_the_index_of_look_ups_alone(embedded: Database) -> None:
    counted = """
        EXPLAIN QUERY PLAN SELECT count(*) FROM (SELECT at FROM audit
        WHERE force = 'demo' AND actor = 'a' AND at > '1' AND at <= '2' AND event = 'lookup:orders:searched' LIMIT 1001)
    """
    async with embedded.reading() as uow:
        plan = " ".join(row.detail for row in await uow.connection.execute(text(counted)))
    assert "USING COVERING INDEX ix_audit_searched (force=? AND actor=? AND at>? AND at<?)" in plan
