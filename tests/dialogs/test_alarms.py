"""A supervisor asks how reminders stand and who cannot be reached, in words or by the alarm's button."""

from datetime import timedelta

import pytest

from dialogs.alarms import AlarmsDialog
from domain.officers import Officer
from domain.outbox import NoConversation, Unreachable
from services.alarms import look
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON
from tests.fakes.talk import Talk
from tests.people import SUPERVISOR, VLO
from tests.reminding import JOB, Register

MINUTE = timedelta(minutes=1)
WELL = "Reminders are going out: nothing that is due waits to be sent."


@pytest.fixture
async def register(embedded: Database) -> Register:
    found = Register(embedded)
    await found.open()
    return found


def talk_of(register: Register, officer: Officer = SUPERVISOR) -> Talk:
    return Talk(AlarmsDialog(register.database.work, register.clock), officer, register.database, register.clock, f"talk-{officer.id}")


async def test_when_all_is_well_that_is_what_is_said(register: Register) -> None:
    await register.dispatched()
    assert await talk_of(register).say("who cannot be reached") == [
        "OFFICIAL-SENSITIVE",
        "How reminders stand",
        WELL,
        "Every officer who is owed a reminder can be reached.",
    ]


async def test_what_stands_is_said_with_what_to_do_until_it_is_over(register: Register) -> None:
    register.clock.advance(7 * MINUTE)
    await look(register.database.work, register.database.reading, register.clock, JOB, {}, NOON)
    talk = talk_of(register)
    said = await talk.say("are reminders going out?")
    assert "Reminders are not going out as they should" in said
    assert [words for words in said if words.startswith("1 reminder is due and unsent: nothing has tried to send. The oldest")]
    await register.dispatched()
    await look(register.database.work, register.database.reading, lambda: register.clock.now + MINUTE, JOB, {}, NOON)
    assert WELL in await talk.press("Look again")


async def test_an_officer_without_a_chat_is_named_with_what_waits(register: Register) -> None:
    register.messenger.trouble[VLO.id] = [NoConversation()]
    await register.dispatched()
    said = await talk_of(register).say("who cannot be reached")
    assert said[said.index("Vic Liaison 0000") + 1].startswith("has not opened a chat with NMO Bot; 1 reminder waits, the oldest since ")
    assert said[-1].startswith("Ask them to open NMO Bot in Teams and say hello")


async def test_whoever_may_not_is_refused(register: Register) -> None:
    assert await talk_of(register, VLO).say("who cannot be reached") == [
        "Your role does not include this. If it should, ask your supervisor or the force's administrator."
    ]


async def test_the_alarm_shows_nothing_of_a_person_and_leads_on(register: Register) -> None:
    register.messenger.trouble[VLO.id] = [Unreachable("MessageWritesBlocked", gone=True)]
    register.clock.advance(7 * MINUTE)
    await look(register.database.work, register.database.reading, register.clock, JOB, {}, NOON)
    await register.dispatched()
    alarm = next(one for one in register.messenger.arrived if one.recipient == SUPERVISOR.id)
    assert [action.verb for action in alarm.drawn.actions] == ["alarm:show", "contact:list"]
    assert [name for name in ("Marlow", "Smith", "Liaison") if name in str(alarm.drawn.activity)] == []


async def test_the_words_are_heard_among_all_others(register: Register) -> None:
    await register.dispatched()
    talk = Chat(register.database, SUPERVISOR, [AlarmsDialog(register.database.work, register.clock)], clock=register.clock)
    assert WELL in await talk.say("Who can't be reached?")
    assert WELL in await talk.press("Look again")
