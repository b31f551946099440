"""An officer puts a reminder off by a press or in words, or says that they have it, and is told what comes next."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards.duty import GIVE, I_HAVE_IT, SNOOZE
from bot.cards.putting_off import NONE_CAN
from dialogs.putting_off import ALREADY, HAD_ALREADY, NONE_MEANT, SAY_WHEN, TOO_MANY
from domain.contacts.putting_off import ASKS_WHY, PASSED, TOO_LATE
from domain.london import deadline
from domain.officers import Officer
from domain.orders import PartyRole
from domain.policies import Policy
from storage.work import Database
from tests.duty import arrived, chat_with
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON
from tests.orders import a_party, an_order
from tests.people import SUPERVISOR, VLO
from tests.reminding import Register

HOUR = timedelta(hours=1)
IN_WORDS = "Until the time in words"
SECOND = an_order(applicant=a_party(role=PartyRole.APPLICANT, surname="Quillfeather", forenames="Una"))


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    return register


async def reminded(register: Register, officer: Officer = VLO) -> Chat:
    chat = chat_with(register, officer)
    await arrived(register, chat, officer)
    return chat


async def until(register: Register) -> timedelta:
    return (await register.plan()).remind_at - NOON


async def test_a_reminder_is_put_off_from_a_short_list_with_the_moment_on_each_button(register: Register) -> None:
    chat = await reminded(register)
    card = await chat.press(SNOOZE)
    assert "Snooze until when?" in card
    latest = deadline((await register.plan()).due.must_by)
    assert f"It can be put off 3 times more, to {latest} at the latest." in card
    (said,) = await chat.press("1 hour: Fri 20 November 2026 at 13:00")
    assert said == f"{register.order.reference}: you will be reminded again on Fri 20 November 2026 at 13:00."
    assert await until(register) == HOUR


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("snooze til 3", 3 * HOUR),
        ("til 3", 3 * HOUR),
        ("for an hour", HOUR),
        ("remind me about jane marlow in 2 hrs", 2 * HOUR),
        ("put it off til this evening", 6 * HOUR),
        ("nudge me again in 45 mins", 0.75 * HOUR),
    ],
)
async def test_it_is_put_off_in_words_as_they_are_typed(register: Register, typed: str, after: timedelta) -> None:
    chat = await reminded(register)
    (said,) = await chat.say(typed)
    assert said.startswith(f"{register.order.reference}: you will be reminded again on ")
    assert await until(register) == after


async def test_words_beside_the_list_are_read_and_said_back(register: Register) -> None:
    chat = await reminded(register)
    await chat.press(SNOOZE)
    assert await chat.press(IN_WORDS) == [SAY_WHEN]
    assert "I could not read that" in (await chat.press(IN_WORDS, until="when i can"))[0]
    (said,) = await chat.press(IN_WORDS, until="half 4")
    assert said.endswith("you will be reminded again on Fri 20 November 2026 at 16:30.")


async def test_a_second_time_asks_why_and_a_fourth_is_refused_with_what_to_do(register: Register) -> None:
    chat = await reminded(register)
    await chat.say("snooze for an hour")
    register.clock.advance(HOUR)
    await arrived(register, chat, VLO)
    assert await chat.say("snooze for an hour") == [ASKS_WHY]
    await chat.press(SNOOZE)
    await chat.press("1 hour: Fri 20 November 2026 at 14:00", reason="at court")
    register.clock.advance(HOUR)
    await chat.say("snooze for an hour because they asked for it")
    register.clock.advance(HOUR)
    await arrived(register, chat, VLO)
    assert "put off 3 times already" in (await chat.say("snooze for an hour because why not"))[0]
    assert "This contact has been put off as often as is allowed." in " ".join(await chat.press(SNOOZE))


async def test_never_past_the_time_it_must_be_made_by(register: Register) -> None:
    chat = await reminded(register)
    (said,) = await chat.say("snooze til next friday")
    assert "is after the time this contact must be made by" in said
    register.clock.now = (await register.plan()).due.must_by
    assert await chat.press(SNOOZE) == [TOO_LATE]


async def test_a_list_that_was_left_open_too_long_offers_no_time_that_is_gone(register: Register) -> None:
    chat = await reminded(register)
    await chat.press(SNOOZE)
    register.clock.advance(7 * HOUR)
    assert await chat.press("This evening: Fri 20 November 2026 at 18:00") == [PASSED]
    assert await until(register) == timedelta()


async def test_who_says_that_they_have_it_is_told_by_when_and_what_happens_otherwise(register: Register) -> None:
    chat = await reminded(register)
    (said,) = await chat.press(I_HAVE_IT)
    assert "you have it, and nobody else is told for now. Record what comes of it by" in said
    assert await chat.say("i've got it") == [f"{register.order.reference}: {HAD_ALREADY}"]
    await chat.say("my contacts")
    card = await chat.press(f"Open {register.order.reference}")
    assert "since Fri 20 November 2026 at 12:00" in card


async def test_an_older_card_puts_nothing_off_and_says_so(register: Register) -> None:
    chat = await reminded(register)
    await register.breach()
    assert await chat.press(SNOOZE) == [f"{register.order.reference}: {ALREADY}"]
    assert await chat.press(I_HAVE_IT) == [f"{register.order.reference}: {ALREADY}"]


async def test_of_two_contacts_it_is_asked_which_and_the_time_is_kept(database: Database) -> None:
    register = Register(database)
    await register.open(SECOND)
    chat = await reminded(register)
    card = await chat.say("snooze til 3")
    assert {"Which contact do you mean?", register.order.reference, SECOND.reference} <= set(card)
    (said,) = await chat.press(f"{SECOND.reference}, Una Quillfeather")
    assert said == f"{SECOND.reference}: you will be reminded again on Fri 20 November 2026 at 15:00."
    assert (await register.plan(SECOND)).remind_at == NOON + 3 * HOUR
    assert await until(register) == timedelta()
    assert "put off until when?" not in await chat.say("i have it")


async def test_of_two_contacts_the_one_that_cannot_be_put_off_so_long_is_not_offered(database: Database) -> None:
    register = Register(database)
    await register.open(SECOND)
    await register.breach()
    chat = await reminded(register)
    by, long = deadline((await register.plan()).due.must_by), deadline((await register.plan(SECOND)).due.must_by)
    card = await chat.say("snooze til 6pm")
    assert f"Jane Marlow: A breach was recorded. Not this one: it must be done by {by}." in card
    assert any(one.startswith("Una Quillfeather: ") and one.endswith(f"Must be done by {long}.") for one in card)
    assert {one for one in chat.buttons if one.startswith("NMO-")} == {f"{SECOND.reference}, Una Quillfeather"}
    assert NONE_CAN in await chat.say("snooze til next friday")


async def test_a_contact_that_was_put_off_as_often_as_is_allowed_offers_it_no_more(register: Register) -> None:
    register.database.policy = lambda: Policy(duty=replace(Policy().duty, snoozes=1))
    chat = await reminded(register)
    assert SNOOZE in chat.buttons
    await chat.say("snooze for an hour")
    register.clock.advance(HOUR)
    again = chat_with(register, VLO)
    await arrived(register, again, VLO)
    assert SNOOZE not in again.buttons
    assert {I_HAVE_IT, GIVE} <= again.buttons.keys()


async def test_of_more_than_fit_a_list_the_reference_is_asked_for(database: Database) -> None:
    register = Register(database)
    await register.open(*(an_order() for _ in range(6)))
    chat = chat_with(register, VLO)
    assert await chat.say("snooze til 3") == [TOO_MANY]
    (said,) = await chat.say(f"snooze {register.order.reference} til 3")
    assert said.startswith(f"{register.order.reference}: ")


async def test_words_that_fit_no_contact_put_none_off_and_least_of_all_another(register: Register) -> None:
    chat = await reminded(register)
    assert await chat.say("snooze angela ross til 3") == [NONE_MEANT]
    assert await until(register) == timedelta()
    assert (await chat.say("postpone jane's call by an hour"))[0].startswith(f"{register.order.reference}: ")
    assert await until(register) == HOUR


async def test_a_supervisor_who_was_reminded_of_nothing_puts_nothing_off(register: Register) -> None:
    assert "no contact that you have been reminded of" in (await chat_with(register, SUPERVISOR).say("snooze til 3"))[0]


async def test_the_card_of_a_contact_offers_all_three_and_the_chat_keeps_no_name(register: Register) -> None:
    chat = await reminded(register)
    assert {I_HAVE_IT, SNOOZE, GIVE} <= chat.buttons.keys()
    await chat.press(SNOOZE)
    await chat.say("snooze jane marlow til 3")
    assert "marlow" not in str(await chat.state()).casefold()
