"""What was read in the chat makes it needless to send the same again, and ends nothing else."""

from datetime import timedelta

import pytest

from bot.handler import READ_RECEIPT, NmoHandler
from bot.heard import Heard
from bot.turns import Outcome, Turns
from dialogs.contacts_joined import receipts
from domain.contact_life import Life
from domain.conversations import TEAMS
from domain.errors import NotAllowed
from domain.officers import Officer, Role
from domain.outbox import DEPUTY, REMIND, REPEAT, Delivered, State
from services.messaging import Parcel
from services.seen import note_read
from storage.work import Database
from tests.fakes.clock import NOON
from tests.fakes.messenger import FakeMessenger
from tests.fakes.root import PlainRoot
from tests.people import EVERYONE, LEFT, SUPERVISOR, VLO, officer
from tests.reminding import Register
from tests.trail import trail_of

HOUR = timedelta(hours=1)
OTHER = officer("Val Second", Role.VLO)


class Numbered(FakeMessenger):
    """Counts its messages up, as Teams does."""

    async def hand_over(self, parcel: Parcel) -> Delivered:
        await super().hand_over(parcel)
        return Delivered(str(1000 + len(self.arrived)), TEAMS)


@pytest.fixture
async def register(database: Database) -> Register:
    """The reminder has been sent, as message 1001."""
    register = Register(database, (*EVERYONE, OTHER))
    register.messenger = Numbered()
    await register.open()
    await register.dispatched()
    return register


async def read(register: Register, last: str, by: Officer | None = None, channel: str = TEAMS) -> int:
    owner = (await register.plan()).owner
    who = by or {one.id: one for one in (VLO, OTHER)}[owner or VLO.id]
    return await note_read(register.database.work, register.clock, who, channel, last)


async def life(register: Register) -> Life:
    plan = await register.plan()
    async with register.database.reading() as uow:
        return (await uow.contact_life.of_plans([plan]))[plan.id]


async def test_what_was_seen_is_not_repeated_and_the_deputy_is_told_at_the_same_time_as_before(register: Register) -> None:
    assert [(row.stage, row.due_at - NOON) for row in await register.live()] == [(REPEAT, HOUR / 2)]
    assert await read(register, "1001") == 1
    assert [(row.stage, row.due_at - NOON) for row in await register.live()] == [(DEPUTY, 2 * HOUR)]
    assert [row.stage for row in await register.in_state(State.CANCELLED)] == [REPEAT]
    assert await read(register, "1002") == 0
    assert [one.outcome for one in await trail_of(register.database) if one.event == "reminder:row:seen"] == ["done"]


async def test_it_is_a_step_of_the_life_of_the_reminder_that_stands_and_of_no_newer_one(register: Register) -> None:
    register.clock.advance(HOUR / 4)
    await read(register, "1001")
    assert (await life(register)).seen_at == NOON + HOUR / 4
    await register.breach()
    await read(register, "1001")
    assert (await life(register)).seen_at is None


@pytest.mark.parametrize(("last", "channel"), [("1000", TEAMS), ("1001", "webchat"), ("", TEAMS), ("latest", TEAMS), ("1" * 21, TEAMS)])
async def test_what_was_not_reached_or_cannot_be_told_marks_nothing(register: Register, last: str, channel: str) -> None:
    assert await read(register, last, channel=channel) == 0
    assert [row.stage for row in await register.live()] == [REPEAT]


async def test_nobody_reads_for_somebody_else(register: Register) -> None:
    assert await read(register, "1001", SUPERVISOR) == 0


async def test_a_receipt_that_comes_after_the_repeat_changes_nothing_of_what_follows(register: Register) -> None:
    register.clock.advance(HOUR / 2)
    await register.dispatched()
    before = await register.live()
    assert await read(register, "1001") == 1
    assert await register.live() == before
    assert [row.stage for row in before] == [DEPUTY]


async def test_what_moved_on_meanwhile_is_seen_and_nothing_more(register: Register) -> None:
    await register.breach()
    before = await register.live()
    assert await read(register, "1001") == 1
    assert await register.live() == before
    assert [row.stage for row in before] == [REMIND]


async def test_who_has_no_chat_with_the_bot_has_read_nothing(register: Register) -> None:
    with pytest.raises(NotAllowed):
        await read(register, "1001", LEFT)


async def hear(register: Register, value: object, name: str = READ_RECEIPT) -> Outcome:
    who = (await register.rows())[0].recipient
    turns = Turns(
        register.database, register.clock, NmoHandler(PlainRoot(register.database), receipts(register.database.work, register.clock))
    )
    event = {"type": "event", "name": name, "value": value, "conversation": {"id": "c"}}
    return await turns.hear(Heard(TEAMS, "c", "", who, event))


async def test_a_receipt_of_teams_is_taken_in_and_answered_with_nothing(register: Register) -> None:
    for value, name in (({}, READ_RECEIPT), ("1001", READ_RECEIPT), (None, READ_RECEIPT), ({"lastReadMessageId": "1001"}, "other/event")):
        assert (await hear(register, value, name)).answers == ()
        assert [row.stage for row in await register.live()] == [REPEAT]
    assert (await hear(register, {"lastReadMessageId": "1001"})).answers == ()
    assert [row.stage for row in await register.live()] == [DEPUTY]
