"""What came of a contact, pressed or typed: answered with what happened and what comes next, and taken back where it was a slip."""

from datetime import timedelta

import pytest

from bot.cards.contact_outcomes import CHANGE_NEXT, KEEP_NEXT, NOBODY, PLAN, RECORD_A_BREACH, RECORD_IT, STILL_SAFE, THEN, WHAT_CAME
from bot.cards.contacts import OTHER_OUTCOME, UNDO
from bot.cards.duty import I_HAVE_IT
from dialogs.contact_outcomes import SAY_WHAT_CAME
from dialogs.contacts import UNDONE
from dialogs.putting_off import HAD_ALREADY
from dialogs.safe_contacts import STILL
from domain.contacts import Outcome
from domain.orders import PartyRole
from storage.contacts import ContactMade
from storage.work import Database
from tests.dialogs.contact_chat import at_the_contact, chat_of
from tests.orders import a_party, an_order
from tests.people import RESPONSE, SUPERVISOR
from tests.reminding import Register
from tests.safe_contacts import is_known, matters_of

HOUR = timedelta(hours=1)


@pytest.fixture
async def register(embedded: Database) -> Register:
    register = Register(embedded)
    await register.open()
    return register


async def made(register: Register) -> list[ContactMade]:
    plan_id = (await register.plan()).id
    async with register.database.reading() as uow:
        return await uow.contacts.made(plan_id)


@pytest.mark.parametrize("outcome", [Outcome.CONCERN, Outcome.NOT_SAFE_TO_TALK, Outcome.REFUSED, Outcome.WRONG_NUMBER])
async def test_each_other_outcome_says_what_follows_from_it(register: Register, outcome: Outcome) -> None:
    chat = await at_the_contact(register)
    assert WHAT_CAME in await chat.press(OTHER_OUTCOME)
    said = await chat.press(RECORD_IT, outcome=outcome.value, note="told in short")
    assert THEN[outcome] in said
    assert [(one.outcome, one.note) for one in await made(register)] == [(outcome, "told in short")]


async def test_a_concern_offers_the_guide_of_a_breach_and_its_supervisor_knows(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press(OTHER_OUTCOME)
    await chat.press(RECORD_IT, outcome="concern")
    assert RECORD_A_BREACH in chat.buttons
    assert len(await matters_of(register)) == 1
    assert UNDONE in " ".join(await chat.press(UNDO))
    assert [one for one in await matters_of(register) if one.is_open] == []


async def test_a_refusal_leads_to_the_plan_where_that_the_person_wants_no_contact_is_kept(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press(OTHER_OUTCOME)
    await chat.press(RECORD_IT, outcome="refused")
    assert register.order.reference in " ".join(await chat.press(PLAN))


async def test_no_outcome_is_asked_for_again(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press(OTHER_OUTCOME)
    assert await chat.press(RECORD_IT) == [SAY_WHAT_CAME]
    assert await made(register) == []


async def test_done_outside_the_safe_times_asks_why_and_then_records(register: Register) -> None:
    await is_known(register, "every day 6pm to 8pm")
    chat = await at_the_contact(register)
    asked = await chat.press("Done: spoke, safe", note="calm")
    assert "Nothing is recorded yet." in asked
    assert await made(register) == []
    assert any("Recorded: spoke, safe." in text for text in await chat.press(RECORD_IT, because="the person rang us", note="calm"))
    assert [(one.because, one.note) for one in await made(register)] == [("the person rang us", "calm")]


async def test_done_at_an_earlier_safe_time_asks_nothing(register: Register) -> None:
    await is_known(register, "every day 9am to 11am")
    chat = await at_the_contact(register)
    await chat.press(OTHER_OUTCOME)
    assert any("Recorded: spoke, safe." in text for text in await chat.press(RECORD_IT, outcome="spoke_safe", when="10am"))


async def test_a_contact_confirms_the_safe_contact_anew_in_one_press(register: Register) -> None:
    await is_known(register, "every day 9am to 5pm")
    chat = await at_the_contact(register)
    await chat.press("Done: spoke, safe")
    assert await chat.press(STILL_SAFE) == [f"{register.order.reference}: {STILL}"]


async def test_the_next_day_is_said_with_the_outcome_and_one_press_takes_back_both(register: Register) -> None:
    before = await register.plan()
    chat = await at_the_contact(register)
    await chat.press(OTHER_OUTCOME)
    said = " ".join(await chat.press(RECORD_IT, outcome="spoke_safe", next="tomorrow 10am"))
    assert "You will be reminded on Sat 21 November 2026 at 10:00" in said
    await chat.press(UNDO)
    assert (await register.plan()).ahead == before.ahead


async def test_a_next_day_that_cannot_be_leaves_the_contact_recorded_and_is_told(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press(OTHER_OUTCOME)
    said = " ".join(await chat.press(RECORD_IT, outcome="spoke_safe", next="1 june 2027", later="away"))
    assert "The contact is recorded. The next day is not as you said: The next contact must be made by" in said
    assert len(await made(register)) == 1


async def test_the_next_day_is_changed_afterwards_within_its_limits(register: Register) -> None:
    chat = await at_the_contact(register)
    await chat.press("Done: spoke, safe")
    await chat.press(CHANGE_NEXT)
    (refused,) = await chat.press(KEEP_NEXT, next="someday")
    assert "I read no day in that." in refused
    await chat.press(CHANGE_NEXT)
    assert any("Sat 21 November 2026 at 18:00" in text for text in await chat.press(KEEP_NEXT, next="tomorrow 6pm"))
    assert (await register.plan()).remind_at.hour == 18


async def test_i_have_it_keeps_it_owed_and_a_second_one_says_how_things_stand(register: Register) -> None:
    mine, theirs = await at_the_contact(register), await at_the_contact(register, SUPERVISOR)
    (said,) = await mine.press(I_HAVE_IT)
    assert "you have it, and nobody else is told for now. Record what comes of it by" in said
    (again,) = await theirs.press(I_HAVE_IT)
    assert HAD_ALREADY in again
    mine.buttons.clear()
    await mine.say("my contacts")
    await mine.press(f"Open {register.order.reference}")
    assert I_HAVE_IT not in mine.buttons


async def test_the_life_of_the_reminder_stands_on_the_card(register: Register) -> None:
    await register.dispatched()
    register.clock.advance(HOUR)
    chat = await at_the_contact(register)
    assert "sent on Fri 20 November at 12:00, opened at 13:00" in await chat.press("Open " + register.order.reference)
    register.clock.advance(HOUR / 60)
    assert "Reminder: sent on Fri 20 November at 12:00, opened at 13:00, done at 13:01." in await chat.press("Done: spoke, safe")


async def test_a_contact_told_in_a_line_is_read_back_before_it_is_recorded(register: Register) -> None:
    chat = chat_of(register)
    card = await chat.say("spoke to Jane Marlow at 11am all ok, next one tomorrow 10am")
    assert {"Jane Marlow", "spoke, safe", "Fri 20 November 2026 at 11:00", "Saturday 21 November 2026 at 10:00"} <= set(card)
    assert await made(register) == []
    said = " ".join(await chat.press(RECORD_IT))
    assert "Recorded: spoke, safe." in said
    assert "Sat 21 November 2026 at 10:00" in said
    assert len(await made(register)) == 1


async def test_how_the_person_was_is_pressed_where_the_words_did_not_say(register: Register) -> None:
    chat = chat_of(register)
    await chat.say("spoke to Jane Marlow")
    said = await chat.press("Record: spoke, concern raised")
    assert THEN[Outcome.CONCERN] in said


async def test_words_outside_the_safe_times_ask_why_and_are_not_typed_again(register: Register) -> None:
    await is_known(register, "every day 6pm to 8pm")
    chat = chat_of(register)
    await chat.say("spoke to Jane Marlow just now, all ok")
    assert "Nothing is recorded yet." in await chat.press(RECORD_IT)
    await chat.press(RECORD_IT, because="the person rang us")
    assert [one.because for one in await made(register)] == ["the person rang us"]


async def test_where_it_may_be_several_peoples_it_is_chosen(embedded: Database) -> None:
    register, other = Register(embedded), an_order(applicant=a_party(role=PartyRole.APPLICANT, surname="Quill", forenames="Wren"))
    await register.open(other)
    chat = chat_of(register)
    card = await chat.say("no answer x2")
    assert {"Jane Marlow", "Wren Quill"} <= set(card)
    await chat.press(register.order.reference)
    assert any("a supervisor is told" in text for text in await chat.press(RECORD_IT))
    assert len(await made(register)) == 2


async def test_where_it_is_nobodys_it_says_so(register: Register) -> None:
    assert await chat_of(register).say("spoke to Zara Nobody, all ok") == [NOBODY]


async def test_a_role_without_contacts_records_none_by_typing(register: Register) -> None:
    await chat_of(register, RESPONSE).say("spoke to Jane Marlow, all ok")
    assert await made(register) == []
