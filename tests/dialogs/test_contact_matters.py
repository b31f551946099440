"""A supervisor decides about a contact in the chat, from the notice, the list or words; and no card is too full for a phone."""

import pytest

from bot.cards.contact_matters import NONE_OPEN
from bot.cards.contacts import UNDO
from dialogs.contact_matters import KEPT, UNDONE
from domain.contact_matters import HOW, WHAT_CAME, WHY, Matter, MatterState, Ruling
from domain.contacts import Outcome
from domain.officers import Officer
from storage.work import Database
from tests.dialogs.contact_chat import at_the_contact, chat_of
from tests.fakes.chat import Chat
from tests.fakes.talk import DRAWN_AT_MOST, fullest
from tests.people import SUPERVISOR, VLO
from tests.reminding import Register
from tests.safe_contacts import is_known, matters_of

LIST = "contacts to decide"


@pytest.fixture
async def register(embedded: Database) -> Register:
    register = Register(embedded)
    await register.open()
    return register


async def no_window(register: Register, officer: Officer = SUPERVISOR) -> Chat:
    """The matter's card before the supervisor, of a breach with no safe window in time."""
    await register.breach()
    await is_known(register, "every day 6pm to 8pm")
    chat = chat_of(register, officer)
    assert "No safe window opens before a contact must be made, since Fri 20 November 2026 at 12:00" in await chat.say(LIST)
    await chat.press(f"Open {register.order.reference}")
    return chat


async def test_the_card_says_what_is_known_and_what_each_way_means(register: Register) -> None:
    chat = await no_window(register)
    card = str(chat.cards[-1])
    for part in ("Jane Marlow", "Vic Liaison", "every day 18:00 to 20:00", "The bot never contacts the victim"):
        assert part in card
    assert {"Contact anyway, so", "Have a visit considered", "Give more time", "Open the contact"} <= set(chat.buttons)


async def test_nothing_is_decided_without_its_reason_and_its_way(register: Register) -> None:
    chat = await no_window(register)
    assert await chat.press("Contact anyway, so", reason="urgent") == [HOW]
    chat = await again(chat, register)
    assert await chat.press("Have a visit considered") == [WHY]
    assert [one.state for one in await matters_of(register)] == [MatterState.OPEN]


async def again(chat: Chat, register: Register) -> Chat:
    await chat.say(LIST)
    await chat.press(f"Open {register.order.reference}")
    return chat


async def test_more_time_is_given_to_a_window_of_a_list_and_the_owner_reads_it(register: Register) -> None:
    chat = await no_window(register)
    (choices,) = [part["choices"] for part in chat.cards[-1]["body"] if part.get("id") == "window"]
    said = await chat.press("Give more time", reason="works until six", window=choices[0]["value"])
    assert any("Decided: more time, to the next safe window." in text for text in said)
    assert (await register.plan()).due.must_by.hour == 20


async def test_a_slip_is_taken_back_and_waits_again(register: Register) -> None:
    chat = await no_window(register)
    await chat.press("Have a visit considered", reason="nobody answers")
    said = await chat.press(UNDO)
    assert f"{register.order.reference}: {UNDONE}" in said
    assert [(one.state, one.ruling) for one in await matters_of(register)] == [(MatterState.OPEN, None)]


async def test_the_owner_reads_on_the_card_that_a_supervisor_decides_and_then_what_was_decided(register: Register) -> None:
    chat = await no_window(register)
    assert "a supervisor decides how" in str((await at_the_contact(register)).cards[-1])
    await chat.press("Contact anyway, so", reason="urgent", way="by text to the sister")
    await register.dispatched()
    (card,) = [str(one.drawn.activity) for one in register.messenger.arrived if one.recipient == VLO.id]
    assert "by text to the sister" in card


async def test_a_welfare_check_is_arranged_and_its_outcome_kept(register: Register) -> None:
    for _ in range(3):
        await register.contact(Outcome.NO_ANSWER)
    chat = chat_of(register, SUPERVISOR)
    await chat.say("welfare checks")
    await chat.press(f"Open {register.order.reference}")
    await chat.press("Arranged", reason="the day shift at three")
    await chat.press("Open")
    assert await chat.press("Keep what came of it") == [WHAT_CAME]
    await again(chat, register)
    assert await chat.press("Keep what came of it", came_of_it="seen and well") == [f"{register.order.reference}: {KEPT}"]
    assert NONE_OPEN in await chat.say(LIST)


async def test_a_concern_is_taken_in_one_press_from_the_notice(register: Register) -> None:
    await register.contact(Outcome.CONCERN)
    chat = chat_of(register, SUPERVISOR)
    await chat.say(LIST)
    await chat.press(f"Open {register.order.reference}")
    assert any("the supervisor has it" in text for text in await chat.press("I have it"))
    assert [(one.matter, one.ruling) for one in await matters_of(register)] == [(Matter.CONCERN, Ruling.SEEN_TO)]


async def test_who_decides_nothing_is_shown_no_list(register: Register) -> None:
    await register.contact(Outcome.CONCERN)
    assert f"Open {register.order.reference}" in await titles_at(chat_of(register, SUPERVISOR))
    assert f"Open {register.order.reference}" not in await titles_at(chat_of(register))
    assert NONE_OPEN not in await chat_of(register).say(LIST)


async def titles_at(chat: Chat) -> set[str]:
    await chat.say(LIST)
    return set(chat.buttons)


async def test_no_card_holds_more_buttons_than_a_client_draws_nor_a_name_outside_it(register: Register) -> None:
    chat = await no_window(register)
    await chat.press("Have a visit considered", reason="nobody answers")
    owner = await at_the_contact(register)
    for title in ("Other outcome", "Show safe contact", "Change safe contact"):
        await owner.press(title)
    for card in (*chat.cards, *owner.cards):
        assert fullest(card) <= DRAWN_AT_MOST
        assert "Marlow" not in str(card.get("speak"))
    assert [one for one in (*chat.activities, *owner.activities) if "Marlow" in str((one.get("summary"), one.get("text")))] == []
