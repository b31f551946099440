"""How a person may safely be reached, as an officer sees, fills in, types and confirms it."""

import pytest

from bot.cards.safe_contacts import (
    ASKED_NOW,
    ASSUMED,
    CHANGE,
    CONFIRM,
    COURT_READ,
    COURT_UNREADABLE,
    NONE_IN_TIME,
    NOT_KNOWN_SAFE,
    NOTED,
    SAVE,
    SAVED,
    SKIP,
    STILL,
    TAKE_ON,
    UNDO,
    WAITS,
)
from dialogs import safe_contacts as dialog
from domain.contact_matters import Matter
from domain.london import deadline
from domain.orders import PartyRole
from domain.safe_contacts import FORM
from domain.safe_windows import window_words
from storage.work import Database
from tests.dialogs.contact_chat import at_the_contact, chat_of
from tests.orders import a_party, an_order
from tests.people import RESPONSE, SUPERVISOR
from tests.reminding import Register
from tests.safe_contacts import NUMBER, is_known, matters_of


@pytest.fixture
async def register(embedded: Database) -> Register:
    register = Register(embedded)
    await register.open()
    return register


async def windows(register: Register) -> str:
    async with register.database.reading() as uow:
        ways = await uow.safe_contacts.current((await register.plan()).id)
    return "" if ways is None else window_words(ways.windows)


async def test_the_courts_words_are_read_and_offered_and_count_once_somebody_says_so(register: Register) -> None:
    chat = await at_the_contact(register)
    card = await chat.press("Show safe contact")
    assert {COURT_READ, '"after 6pm, not Sundays"', "Monday to Saturday 18:00 to 21:00"} <= set(card)
    assert await windows(register) == ""
    said = await chat.press(TAKE_ON)
    assert dialog.CONFIRMED in said
    assert "after 6pm, not Sundays" in said
    assert await windows(register) == "Monday to Saturday 18:00 to 21:00"


async def test_the_form_is_filled_in_page_by_page_and_what_is_left_empty_stays(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press("Show safe contact")
    assert FORM[0].title in await chat.press(CHANGE)
    second = await chat.press(SAVE, number=NUMBER, voicemail="no", channel="phone")
    assert {SAVED, FORM[1].title} <= set(second)
    asked = await chat.press(SAVE, said="weekdays after 6pm", code_word="blue door", do_not_visit="yes")
    assert {WAITS, "Monday to Friday 18:00 to 21:00"} <= set(asked)
    whole = await chat.press(CONFIRM)
    for part in (NUMBER, "blue door", "telephone", "Monday to Friday 18:00 to 21:00"):
        assert part in whole
    assert NOT_KNOWN_SAFE not in whole


async def test_a_page_can_be_left_as_it_is_and_the_last_one_ends_at_the_record(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press("Show safe contact")
    await chat.press(CHANGE)
    await chat.press(SKIP)
    assert FORM[2].title in await chat.press(SKIP)
    assert {SAVED, "Sylheti"} <= set(await chat.press(SAVE, language="Sylheti"))


async def test_what_the_line_says_beside_the_times_is_shown_kept_and_stands_at_the_contact(register: Register) -> None:
    chat = await at_the_contact(register)
    asked = await chat.say("safe times: weekdays after 6pm; never call the landline")
    assert {"Monday to Friday 18:00 to 21:00", NOTED.format("never call the landline")} <= set(asked)
    assert "never call the landline" in await chat.press(CONFIRM)
    assert "never call the landline" in await chat.press("Open the contact")


async def test_where_no_safe_time_comes_in_time_it_is_said_before_and_after_and_a_supervisor_is_asked(register: Register) -> None:
    await register.breach()
    chat = await at_the_contact(register)
    by = deadline((await register.plan()).due.must_by)
    assert NONE_IN_TIME.format(by) in await chat.say("safe times: every day 6pm to 8pm")
    assert await matters_of(register) == []
    said = await chat.press(CONFIRM)
    assert (ASKED_NOW.format(by) in said, dialog.CONFIRMED in said) == (True, False)
    assert [one.matter for one in await matters_of(register)] == [Matter.NO_WINDOW]
    assert NONE_IN_TIME.format(by) not in await chat.say("safe times: every day from 12:30 to 8pm")
    assert dialog.CONFIRMED in await chat.press(CONFIRM)


async def test_words_of_the_court_that_tell_no_time_are_nobodys_slip(embedded: Database) -> None:
    register = Register(embedded)
    register.order = an_order(applicant=a_party(role=PartyRole.APPLICANT, phone="07700 900456", safe_time_raw="when he is at work"))
    await register.open()
    chat = await at_the_contact(register)
    card = await chat.press("Show safe contact")
    assert {"when he is at work", COURT_UNREADABLE} <= set(card)
    assert "'style': 'warning'" not in str(chat.cards[-1])
    assert TAKE_ON not in chat.buttons


async def test_days_that_cannot_be_read_are_asked_again_and_count_for_nothing(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press("Show safe contact")
    await chat.press(CHANGE)
    await chat.press(SKIP)
    said = " ".join(await chat.press(SAVE, said="when he is at work"))
    assert '"when he is at work" is kept, but cannot be read as days and times.' in said
    assert await windows(register) == ""


async def test_a_change_can_be_undone(register: Register) -> None:
    await is_known(register, "every day 9am to 5pm")
    chat = await at_the_contact(register)
    await chat.press("Show safe contact")
    await chat.press(CHANGE)
    await chat.press(SKIP)
    await chat.press(SKIP)
    await chat.press(SAVE, language="Sylheti")
    said = await chat.press(UNDO)
    assert dialog.UNDONE in said
    assert "Sylheti" not in said


async def test_still_safe_is_one_press(register: Register) -> None:
    await is_known(register, "every day 9am to 5pm")
    chat = await at_the_contact(register)
    await chat.press("Show safe contact")
    assert await chat.press(STILL) == [f"{register.order.reference}: {dialog.STILL}"]


async def test_an_older_card_changes_nothing(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press("Show safe contact")
    await chat.press(CHANGE)
    await is_known(register, "every day 9am to 5pm")
    (said,) = await chat.press(SAVE, number="07700 900999")
    assert "Somebody has changed this safe contact since" in said


async def test_what_is_safe_can_be_typed_with_the_contact_before_one(register: Register) -> None:
    chat = await at_the_contact(register)
    assert "Monday to Friday 18:00 to 21:00" in await chat.say("safe times: weekdays after 6pm")
    await chat.press(CONFIRM)
    assert await windows(register) == "Monday to Friday 18:00 to 21:00"
    assert "Monday to Friday 18:00 to 20:00" in await chat.say("not safe after 8pm")
    assert "Do not visit" in await chat.say("do not visit")
    assert "blue door" in await chat.say("code word is blue door")
    assert await chat.say("still safe") == [f"{register.order.reference}: {dialog.STILL}"]


async def test_only_what_is_not_safe_is_an_assumption_and_says_so(register: Register) -> None:
    assert ASSUMED in await (await at_the_contact(register)).say("not safe on Sundays")


async def test_with_no_contact_before_one_it_is_asked_whose_it_is(register: Register) -> None:
    assert await chat_of(register).say("safe times: weekdays after 6pm") == [dialog.WHOSE]
    assert await windows(register) == ""


async def test_a_supervisor_may_and_a_response_officer_may_not(register: Register) -> None:
    assert "07700 900456" in await (await at_the_contact(register, SUPERVISOR)).press("Show safe contact")
    assert await windows(register) == ""
    assert dialog.CONFIRMED not in await chat_of(register, RESPONSE).say("safe times: weekdays after 6pm")


async def test_the_conversation_and_what_a_locked_phone_shows_hold_nothing_of_it(register: Register) -> None:
    await is_known(register, "every day 9am to 5pm", code_word="blue door", who_may_answer="a sister")
    chat = await at_the_contact(register)
    await chat.press("Show safe contact")
    state = str(await chat.state())
    shown = [
        str((one.get("text"), one.get("summary"), one.get("speak"), *(card.get("speak") for card in chat.cards))) for one in chat.activities
    ]
    for told in ("900111", "blue", "sister", "09:00", "Marlow"):
        assert told not in state
        assert not [one for one in shown if told in one]
