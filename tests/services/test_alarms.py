"""The auditor tells supervisors and administrators in the chat while reminders do not go out, and that they do again; it names nobody whom they are about."""

from datetime import timedelta
from pathlib import Path

import pytest

from domain.alarms import Alarm, Kind
from domain.conversations import TEAMS, Conversation
from domain.errors import NotAllowed
from domain.outbox import ALARM, ALARM_OVER, NoConversation, Outgoing, State, Unreachable
from services.alarms import figures, how_it_stands, look
from services.reminders import mend
from storage.database import open_database
from storage.jobs import Beat
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.fakes.clock import NOON, FrozenClock
from tests.people import ADMIN, SUPERVISOR, VLO
from tests.reminding import JOB, Register

MINUTE = timedelta(minutes=1)
PATIENCE = {"tick": 2 * MINUTE}


@pytest.fixture
async def register(database: Database) -> Register:
    found = Register(database)
    await found.open()
    return found


async def audited(register: Register, after: timedelta = timedelta(), *, runs: bool = True) -> Alarm | None:
    """What the auditor finds that much later, where the dispatcher `runs` or has stopped at noon."""
    now = register.clock.advance(after)
    async with register.database.work() as uow:
        await uow.jobs.beat(Beat("tick", now if runs else NOON, now if runs else NOON))
    return await look(register.database.work, register.database.reading, register.clock, JOB, PATIENCE, NOON)


async def of_alarms(register: Register, alarm: Alarm | None) -> list[Outgoing]:
    assert alarm is not None
    async with register.database.reading() as uow:
        return await uow.outbox.of_plan(alarm.id)


def heard(register: Register) -> list[tuple[str, str]]:
    """Who was sent what heading, in the order of names."""
    cards = [(one.recipient, one.drawn.activity["attachments"][0]["content"]) for one in register.messenger.arrived]
    names = {one.id: one.name for one in register.people}
    return sorted((names[who], card["body"][0]["text"]) for who, card in cards)


async def test_nothing_is_said_while_all_goes_out(register: Register) -> None:
    await register.dispatched()
    assert await audited(register, 6 * MINUTE) is None


async def test_what_is_five_minutes_late_is_told_to_whoever_hears_alarms(register: Register) -> None:
    assert await audited(register, 4 * MINUTE) is None
    alarm = await audited(register, 3 * MINUTE)
    assert alarm is not None
    assert [(one.kind, one.number) for one in alarm.findings] == [(Kind.UNSENT, 1)]
    rows = await of_alarms(register, alarm)
    assert {(row.recipient, row.stage, row.urgency) for row in rows} == {(SUPERVISOR.id, ALARM, 0), (ADMIN.id, ALARM, 0)}


async def test_it_is_sent_before_what_was_held_up_and_says_what_to_do(register: Register) -> None:
    await audited(register, 7 * MINUTE)
    await register.dispatched()
    first = {one.recipient for one in register.messenger.arrived[:2]}
    assert first == {SUPERVISOR.id, ADMIN.id}
    said = str(register.messenger.arrived[0].drawn.activity)
    assert "1 reminder is due and unsent" in said
    assert "go by the list of contacts due" in said


async def test_that_it_is_over_is_told_to_whoever_heard_of_it(register: Register) -> None:
    alarm = await audited(register, 7 * MINUTE)
    await register.dispatched()
    register.messenger.arrived.clear()
    assert await audited(register, MINUTE) is None
    await register.dispatched()
    assert heard(register) == [(ADMIN.name, "Reminders are going out again"), (SUPERVISOR.name, "Reminders are going out again")]
    assert [row.stage for row in await of_alarms(register, alarm)].count(ALARM_OVER) == 2


async def test_an_alarm_that_did_not_go_out_in_its_time_is_not_said_afterwards(register: Register) -> None:
    alarm = await audited(register, 7 * MINUTE)
    rows = await register.live()
    async with register.database.work() as uow:
        await uow.outbox.cancel([row.id for row in rows])
    await audited(register, MINUTE)
    assert {row.state for row in await of_alarms(register, alarm)} == {State.CANCELLED}


async def test_it_is_said_again_each_hour_and_not_each_minute(register: Register) -> None:
    alarm = await audited(register, 7 * MINUTE)
    for _ in range(59):
        await audited(register, MINUTE)
    assert len(await of_alarms(register, alarm)) == 2
    await audited(register, MINUTE)
    assert sorted(row.occurrence for row in await of_alarms(register, alarm)) == [1, 1, 2, 2]


async def test_two_auditors_of_a_minute_raise_one_alarm(register: Register) -> None:
    first, second = await audited(register, 7 * MINUTE), await audited(register)
    assert first == second
    assert len(await of_alarms(register, first)) == 2


async def test_a_job_that_has_stopped_is_told_of(register: Register) -> None:
    await register.dispatched()
    alarm = await audited(register, 3 * MINUTE, runs=False)
    assert alarm is not None
    assert [(one.kind, one.since) for one in alarm.findings] == [(Kind.JOB_LATE, NOON)]


async def test_a_plan_without_a_row_is_found_within_the_hour_and_told_of_until_it_has_one(register: Register) -> None:
    rows = await register.live()
    async with register.database.work() as uow:
        await uow.outbox.cancel([row.id for row in rows])
    assert await audited(register, 29 * MINUTE) is None
    found = [await audited(register, MINUTE), await audited(register, MINUTE)]
    assert [[(each.kind, each.number) for each in one.findings] for one in found if one] == [[(Kind.FORGOTTEN, 1)]] * 2
    await mend(register.database.work, register.database.reading, register.clock, JOB)
    assert await audited(register, MINUTE) is None


async def test_who_has_no_chat_and_who_has_lost_it_are_listed_with_what_waits_and_it_is_on_the_trail(register: Register) -> None:
    register.messenger.trouble[VLO.id] = [NoConversation()]
    await register.dispatched()
    found = await how_it_stands(register.database.work, register.clock, SUPERVISOR)
    assert [(one.officer.name, one.number, one.lost) for one in found.unreached] == [(VLO.name, 1, False)]
    async with register.database.reading() as uow:
        told = await uow.audit.about([str(VLO.id)], 0, 100)
    assert [entry.event for entry in told if entry.event.startswith("alarm")] == ["alarm:officer:listed"]


async def test_a_lost_chat_is_listed_until_another_takes_its_place(register: Register) -> None:
    async with register.database.work() as uow:
        await uow.conversations.lost(await uow.conversations.save(Conversation("a:1", TEAMS, VLO.id, "https://smba.example/"), NOON))
    listed = await how_it_stands(register.database.work, register.clock, SUPERVISOR)
    assert [(one.officer.name, one.number, one.lost) for one in listed.unreached] == [(VLO.name, 0, True)]
    async with register.database.work() as uow:
        await uow.conversations.save(Conversation("a:2", TEAMS, VLO.id, "https://smba.example/"), NOON)
    assert (await how_it_stands(register.database.work, register.clock, SUPERVISOR)).unreached == ()


async def test_a_refusal_is_told_to_the_supervisor_at_once(register: Register) -> None:
    register.messenger.trouble[VLO.id] = [Unreachable("MessageWritesBlocked", gone=True)]
    await register.dispatched()
    assert [one.recipient for one in register.messenger.arrived] == [SUPERVISOR.id]


async def test_an_officer_who_has_left_is_not_listed(register: Register) -> None:
    register.messenger.trouble[VLO.id] = [NoConversation()]
    await register.dispatched()
    await register.leave(VLO)
    assert (await how_it_stands(register.database.work, register.clock, SUPERVISOR)).unreached == ()


async def test_only_whoever_hears_alarms_may_look(register: Register) -> None:
    with pytest.raises(NotAllowed):
        await how_it_stands(register.database.work, register.clock, VLO)
    with pytest.raises(NotAllowed):
        await look(register.database.work, register.database.reading, register.clock, SUPERVISOR, PATIENCE, NOON)


async def test_the_figures_say_how_many_of_each_kind_and_when_each_job_last_ran(register: Register) -> None:
    await audited(register, 7 * MINUTE)
    register.clock.advance(MINUTE)
    told = await figures(register.database.reading, register.clock, JOB)
    assert told is not None
    assert (told.found, told.job_ages["tick"], told.unreached) == ({Kind.UNSENT: 1}, 60.0, 0)


async def test_where_the_database_is_away_nothing_is_claimed(tmp_path: Path) -> None:
    away = open_database(f"postgresql:///register?host={tmp_path}", KEYS, FORCE)
    assert await figures(away.reading, FrozenClock(), JOB) is None
    await away.close()
