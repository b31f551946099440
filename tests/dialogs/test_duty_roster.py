"""Leave, sickness, cover and working hours are said in the chat, said back, and taken back."""

from dataclasses import replace

import pytest

from bot.cards.duty_roster import NO_COVER, NO_SHIFTS, NOBODY_AWAY, WAITS
from dialogs.duty_roster import NO_COVER_NAMED, NOT_AWAY, WHICH_OFFICER
from domain.duty_shift_words import HINT
from domain.officers import Role
from storage.work import Database
from tests.duty import arrived, chat_with
from tests.people import SUPERVISOR, VLO, officer
from tests.reminding import Register

OTHER = replace(officer("Val Second", Role.VLO), collar="4201")
THIRD = replace(officer("Kit Second", Role.VLO), collar="4202")
BACK = "Wrong? Take it back"


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    async with database.work() as uow:
        await uow.officers.save([OTHER, THIRD])
    return register


async def test_leave_with_its_cover_is_said_back_and_reminders_go_there(register: Register) -> None:
    chat, cover = chat_with(register, VLO), chat_with(register, OTHER)
    said = await chat.say("I'm off today, cover Val Second")
    assert "You are on leave on Fri 20 November 2026." in said
    assert "Cover: Val Second, 4201, north. Reminders of those days go there; the contacts stay with their owner." in said
    assert "1 of the reminders on their way goes elsewhere because of it." in said
    assert "Jane Marlow" in await arrived(register, cover, OTHER)
    assert (await register.plan()).owner == VLO.id


async def test_leave_from_a_day_to_a_day_says_when_one_is_back(register: Register) -> None:
    said = await chat_with(register, VLO).say("I'm off from Monday til 14 Dec, cover 4201")
    assert "You are on leave from Mon 23 November 2026 to Mon 14 December 2026, both days included." in said
    assert "Back on Tue 15 December 2026." in said


async def test_without_a_cover_it_says_who_has_them_and_a_cover_is_named_with_one_press(register: Register) -> None:
    chat = chat_with(register, VLO)
    said = await chat.say("im off sick")
    assert {"You are off sick from Fri 20 November 2026, with no last day yet.", NO_COVER} <= set(said)
    assert await chat.press("Name the cover") == [NO_COVER_NAMED]
    assert await chat.press("Name the cover", cover="second") == [WHICH_OFFICER]
    named = await chat.press("Name the cover", cover="4202")
    assert "Cover: Kit Second, 4202, north. Reminders of those days go there; the contacts stay with their owner." in named
    assert "no longer entered as away" in (await chat.say("i'm back"))[0]
    assert await chat.say("i'm back") == [NOT_AWAY]


async def test_of_two_covers_of_one_name_it_is_asked_which(register: Register) -> None:
    chat = chat_with(register, VLO)
    assert "Which officer covers?" in await chat.say("I'm on leave tomorrow, cover second")
    assert any("Cover: Val Second" in line for line in await chat.press("Val Second, 4201, north"))


async def test_a_slip_is_taken_back_and_the_reminder_comes_home(register: Register) -> None:
    chat = chat_with(register, VLO)
    await chat.say("I'm off today, cover 4201")
    (said,) = await chat.press(BACK)
    assert said == "You are no longer entered as away. Reminders go as before."
    assert "Jane Marlow" in await arrived(register, chat, VLO)
    assert await chat.press(BACK) == []


async def test_a_supervisor_enters_it_for_somebody_and_sees_the_team(register: Register) -> None:
    chief = chat_with(register, SUPERVISOR)
    assert NOBODY_AWAY in await chief.say("who is away?")
    assert "Vic Liaison is off sick from Fri 20 November 2026, with no last day yet." in await chief.say("Vic Liaison is off sick")
    listed = await chief.say("who is away?")
    assert "off sick from Fri 20 November 2026, with no last day yet. Cover: none named" in listed
    assert await chief.press("Back: Vic Liaison") == ["Vic Liaison is no longer entered as away. Reminders go as before."]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("I'm off from tomorrow til today", "ends before it begins"),
        ("I'm off today, cover Vic Liaison", "Nobody of this force"),
        ("I'm off today, cover Robin Response", "Nobody of this force"),
    ],
)
async def test_what_cannot_be_is_refused_with_its_reason(register: Register, typed: str, why: str) -> None:
    chat = chat_with(register, VLO)
    assert why in " ".join(await chat.say(typed))
    assert NOBODY_AWAY in await chat.say("my leave")


async def test_working_hours_are_set_said_back_and_cleared(register: Register) -> None:
    chat = chat_with(register, VLO)
    said = await chat.say("my shifts are mon-tue 8-16")
    assert {"Your working hours: Monday 08:00 to 16:00; Tuesday 08:00 to 16:00.", WAITS} <= set(said)
    assert NO_SHIFTS in await chat.say("clear my shifts")
    assert await chat.say("my shifts are now and then") == [HINT]


async def test_a_reminder_that_can_wait_comes_when_the_shift_begins(register: Register) -> None:
    chat = chat_with(register, VLO)
    await chat.say("my shifts are mon-sun 14-22")
    assert "Jane Marlow" not in " ".join(await chat.say("my leave"))
    (row,) = await register.live()
    assert (row.recipient, f"{row.next_at:%H:%M}") == (VLO.id, "14:00")
