"""An officer asks for contacts, opens one, and says what came of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards.contacts import UNDO, UNDO_WORDS
from bot.cards.parts import MARKING
from bot.offers import Offer
from dialogs.contacts import UNDONE
from dialogs.contacts_joined import contact_dialogs
from domain.contact_undo import TOO_LATE
from domain.contacts import Outcome, PlanState
from domain.officers import Officer
from domain.policies import Policy
from storage.work import Database
from tests.fakes.clock import NOON
from tests.fakes.talk import Talk
from tests.people import RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    await register.breach()
    return register


def talk_of(register: Register, officer: Officer) -> Talk:
    first, *beside = contact_dialogs(register.database.work, register.clock, Policy)
    return Talk(first, officer, register.database, register.clock, f"talk-{officer.id}", beside)


async def opened(register: Register, officer: Officer = VLO) -> Talk:
    talk = talk_of(register, officer)
    await talk.say("my contacts")
    await talk.press(f"Open {register.order.reference}")
    return talk


async def opened_after_the_discharge(register: Register) -> Talk:
    async with register.database.work() as uow:
        await uow.orders.update(replace(register.order, discharged_at=NOON), NOON)
    return await opened(register)


async def test_my_contacts_lists_what_is_owed_and_opens_it(register: Register) -> None:
    talk = talk_of(register, VLO)
    listed = await talk.say("my contacts")
    assert {"Contacts due", register.order.reference, "Jane Marlow", "State", "due now"} <= set(listed)
    card = await talk.press(f"Open {register.order.reference}")
    assert "A breach was recorded today" in card


async def test_done_says_when_the_next_contact_is(register: Register) -> None:
    talk = await opened(register)
    said = await talk.press("Done: spoke, safe")
    assert said == [
        MARKING,
        (
            f"{register.order.reference}: Recorded: spoke, safe. Next: follow-up after a breach. "
            "You will be reminded on Sat 21 November 2026 at 09:00; it must be done by Sat 21 November 2026 at 12:00."
        ),
        "Reminder: opened and done on Fri 20 November at 12:00.",
        UNDO_WORDS,
    ]
    assert "No contact is due from you by the end of today." in await talk.say("my contacts")


async def test_a_second_press_on_the_same_card_does_nothing_twice(register: Register) -> None:
    talk = await opened(register)
    await talk.press("Done: spoke, safe")
    (said,) = await talk.press("Done: spoke, safe")
    assert "nothing was done twice" in said


async def test_a_done_by_a_slip_of_the_finger_is_taken_back_and_can_be_recorded_right(register: Register) -> None:
    talk = await opened(register)
    await talk.press("Done: spoke, safe")
    register.clock.advance(timedelta(minutes=9))
    said = await talk.press(UNDO)
    assert said[0] == f"{register.order.reference}: {UNDONE}"
    assert "A breach was recorded today" in said
    (again,) = await talk.press("No answer")
    assert "Recorded: no answer." in again


async def test_after_ten_minutes_a_done_stays_on_the_record(register: Register) -> None:
    talk = await opened(register)
    await talk.press("Done: spoke, safe")
    register.clock.advance(timedelta(minutes=10))
    assert await talk.press(UNDO) == [TOO_LATE]
    assert (await register.plan()).last_outcome is Outcome.SPOKE_SAFE


async def test_no_answer_keeps_the_contact_owed_and_offers_no_undo(register: Register) -> None:
    talk, before = await opened(register), await register.plan()
    await talk.press("No answer")
    after = await register.plan()
    assert (after.state, after.ahead, after.last_outcome) == (PlanState.OPEN, before.ahead, Outcome.NO_ANSWER)
    assert UNDO not in [title for title, _ in talk.buttons]
    assert register.order.reference in await talk.say("my contacts")


async def test_another_copy_of_the_card_says_how_things_stand(register: Register) -> None:
    mine, theirs = await opened(register), await opened(register, SUPERVISOR)
    await mine.press("Done: spoke, safe")
    (said,) = await theirs.press("No answer")
    assert "dealt with already; nothing was recorded twice. Next: follow-up after a breach." in said
    assert (await register.plan()).last_outcome is Outcome.SPOKE_SAFE


async def test_no_answer_twice_tells_a_supervisor_and_says_so(register: Register) -> None:
    talk = await opened(register)
    (first,) = await talk.press("No answer")
    await talk.say("my contacts")
    card = await talk.press(f"Open {register.order.reference}")
    assert "supervisor" not in " ".join([first, *card])
    (second,) = await talk.press("No answer")
    assert "a supervisor is told" in second
    await talk.say("my contacts")
    assert "No answer 2 times in a row: a supervisor has been told." in await talk.press(f"Open {register.order.reference}")


async def test_the_safe_contact_is_one_press_away_and_can_be_asked_again(register: Register) -> None:
    talk = await opened(register)
    assert "07700 900456" in await talk.press("Show safe contact")
    assert "07700 900456" in await talk.press("Show safe contact")


async def test_the_conversation_remembers_nothing_about_anybody(register: Register) -> None:
    talk = await opened(register)
    await talk.press("Show safe contact")
    assert await talk.state() == {"stack": []}


async def test_a_note_typed_on_the_card_is_kept(register: Register) -> None:
    talk = await opened(register)
    await talk.press("Done: spoke, safe", note="  prefers the evening ")
    async with register.database.reading() as uow:
        (made,) = await uow.contacts.made((await register.plan()).id)
    assert made.note == "prefers the evening"


async def test_the_list_can_be_asked_for_by_the_button_of_another_card(register: Register) -> None:
    talk = talk_of(register, VLO)
    offer = Offer(VLO.id, f"talk-{VLO.id}", NOON)
    talk.buttons.append(("My contacts", offer.press("contact:list")["action"]))
    async with register.database.work() as uow:
        await uow.actions.offer(offer.actions)
    assert "Contacts due" in await talk.press("My contacts")


async def test_who_makes_no_contacts_is_told_so(register: Register) -> None:
    (said,) = await talk_of(register, RESPONSE).say("my contacts")
    assert "Your role does not include this" in said


async def test_a_plan_whose_order_has_ended_is_closed_after_a_second_look(register: Register) -> None:
    talk = await opened_after_the_discharge(register)
    assert "Close this contact plan?" in await talk.press("Close the plan")
    assert "Close this contact plan?" not in await talk.press("Go on with contact")
    (said,) = await talk.press("Close it")
    assert said.startswith(f"{register.order.reference}: The contact plan is closed")
    assert (await register.plan()).state is PlanState.CLOSED
    (again,) = await talk.press("Done: spoke, safe")
    assert "closed" in again


async def test_a_last_look_at_what_was_dealt_with_meanwhile_closes_nothing(register: Register) -> None:
    talk = await opened_after_the_discharge(register)
    await talk.press("Close the plan")
    await register.contact()
    (said,) = await talk.press("Close it")
    assert "dealt with already" in said
    assert (await register.plan()).state is PlanState.OPEN
