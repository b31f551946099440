"""A whole breach as the chat has it: eleven inputs, each kept though the window is closed, and each with one effect however often it comes."""

from datetime import timedelta
from uuid import UUID

import pytest

from bot.intents import names_somebody
from dialogs.root import STILL_OPEN
from domain.breaches.drafts import Breach, standing
from domain.conversations import NOT_LIVE
from domain.orders import Order
from storage.work import Database
from tests.breaches import ACCOUNT, BROKEN, DECIDED, HELD, KNOWN, NEXT, SAFE_NOW
from tests.dialogs.breach_chat import Register
from tests.dialogs.breach_scene import CONDITIONS, DANGER, HAPPENED, TYPED, is_recorded
from tests.fakes.chat import Chat
from tests.orders import an_order
from tests.people import NEIGHBOUR
from tests.trail import trail_of

LOOKED_UP = "any nmo on john smith dob 12/3/85 he texted her 3 times last night"
PAGES = (ACCOUNT, BROKEN, KNOWN, DECIDED, HELD, SAFE_NOW, NEXT)
MOVED_ON = "This record moved on since that was shown. Here is where it stands."
BY_CARDS = 11
IN_TYPED_WORDS = 12


@pytest.fixture
async def order(embedded: Database) -> Order:
    order = an_order()
    await Register(embedded).holds(order)
    return order


@pytest.fixture
def register(embedded: Database) -> Register:
    return Register(embedded)


async def begun(register: Register, order: Order, pages: int = 0) -> Chat:
    """A chat in which a record was begun and its first pages were answered, after the one about danger."""
    chat = register.chat()
    await chat.say(order.reference)
    await chat.press("Record a breach")
    await chat.press("No")
    for page in PAGES[:pages]:
        await chat.press("Next", **page)
    return chat


async def kept(register: Register) -> dict[str, tuple[str, ...]]:
    """What stands in the one draft there is, by question."""
    async with register.database.reading() as uow:
        started = next(one for one in await uow.audit.since() if one.event == "breach:draft:started")
    id, *_ = started.subject.split(";")
    async with register.database.work() as uow:
        draft = await uow.breaches.draft(UUID(id))
    assert draft is not None
    return {question: (one.text, *one.values) for question, one in standing(draft.answers).items() if one.settled}


async def records(register: Register, order: Order) -> list[Breach]:
    async with register.database.reading() as uow:
        return await uow.breaches.of_order(order.id)


async def test_a_whole_breach_takes_eleven_inputs_by_cards(register: Register, order: Order) -> None:
    chat = register.chat()
    said = [await chat.say(LOOKED_UP), await chat.press("Record a breach"), await chat.press("No")]
    said += [await chat.press("Next", **page) for page in PAGES]
    said += [await chat.press("Send")]
    assert is_recorded(said[-1])
    assert len(said) == BY_CARDS
    assert len(await records(register, order)) == 1
    assert [order_id for _, order_id, _ in register.follow_up.told] == [order.id]


async def test_a_whole_breach_is_told_in_typed_words_alone(register: Register, order: Order) -> None:
    chat = register.chat()
    typed = ("any nmo on john smith dob 12/3/85", "record a breach", "yes", *TYPED, "send")
    said = [await chat.say(line) for line in typed]
    assert is_recorded(said[-1])
    assert len(said) == IN_TYPED_WORDS
    (record,) = await records(register, order)
    assert standing(record.answers)["happened"].text == ACCOUNT["happened"].rstrip(".")


async def test_after_each_page_another_window_goes_on_where_it_was_and_no_answer_is_lost(register: Register, order: Order) -> None:
    headings = (HAPPENED, CONDITIONS)
    chat = register.chat("window-0")
    await chat.say(order.reference)
    assert DANGER in await chat.press("Record a breach")
    await chat.press("No")
    given: dict[str, tuple[str, ...]] = {"danger": ("", "no")}
    for at, page in enumerate(PAGES, start=1):
        assert (await kept(register)).keys() == given.keys()
        chat = register.chat(f"window-{at}")
        await chat.say(order.reference)
        resumed = await chat.press("Record a breach")
        assert {f"{at + 1} of 8", *headings[at - 1 : at]} <= set(resumed)
        await chat.press("Next", **page)
        given |= dict.fromkeys(page, ("",))
    assert is_recorded(await chat.press("Send"))
    (record,) = await records(register, order)
    assert standing(record.answers).keys() == given.keys()
    assert len(record.answers) == len(given)


async def test_a_page_sent_ten_times_at_once_is_taken_once_and_the_others_are_told_so(register: Register, order: Order) -> None:
    chat = await begun(register, order)
    said = await chat.press_at_once("Next", [f"press-{number}" for number in range(10)], **ACCOUNT)
    assert sorted(MOVED_ON in one for one in said) == [False] + [True] * 9
    assert all(CONDITIONS in one for one in said)
    assert (await kept(register)).keys() == {"danger", *ACCOUNT}
    again = await chat.press_at_once("Next", [f"press-{number}" for number in range(10)], **ACCOUNT)
    assert [one for one in again if MOVED_ON in one] == []
    answered = [line for line in await trail_of(register.database) if line.event == "breach:draft:answered"]
    assert len(answered) == 2


async def test_one_press_delivered_ten_times_at_once_is_one_press(register: Register, order: Order) -> None:
    chat = await begun(register, order)
    said = await chat.press_at_once("Next", ["press"] * 10, **ACCOUNT)
    assert [one for one in said if MOVED_ON in one] == []
    assert (await kept(register)).keys() == {"danger", *ACCOUNT}


async def test_send_pressed_ten_times_at_once_and_again_later_makes_one_record(register: Register, order: Order) -> None:
    chat = await begun(register, order, pages=7)
    said = await chat.press_at_once("Send", [f"press-{number}" for number in range(10)])
    assert sum(is_recorded(one) for one in said) == 1
    await chat.press_at_once("Send", [f"later-{number}" for number in range(10)])
    register.clock.advance(timedelta(minutes=1))
    assert any("nothing was done twice" in text for text in await chat.press("Send"))
    assert len(await records(register, order)) == 1
    assert len(register.follow_up.told) == 1


async def test_nobody_else_presses_an_officers_button(register: Register, order: Order) -> None:
    chat = await begun(register, order)
    before = await kept(register)
    other = register.chat("theirs", NEIGHBOUR)
    other.buttons |= chat.buttons
    heard = await other.press("Next", **ACCOUNT)
    assert len(heard) == 1
    assert [text for text in heard if "Smith" in text or order.reference in text] == []
    assert await kept(register) == before
    assert [line.actor for line in await trail_of(register.database) if line.event == "bot:press:not_theirs"] == [NEIGHBOUR.id]
    assert CONDITIONS in await chat.press("Next", **ACCOUNT)


async def test_a_card_of_last_week_says_that_it_is_no_longer_live_and_the_record_is_gone_on_with(register: Register, order: Order) -> None:
    chat = await begun(register, order, pages=1)
    before = await kept(register)
    register.clock.advance(timedelta(days=7, hours=1))
    assert await chat.press("Next", **BROKEN) == [NOT_LIVE]
    assert await kept(register) == before
    await chat.say(order.reference)
    resumed = await chat.press("Record a breach")
    assert any(text.startswith("This is not new: it goes on with your record of a breach of this order") for text in resumed)
    assert DANGER in resumed
    assert CONDITIONS in await chat.press("No")


@pytest.mark.parametrize("line", ["07700 900111", "+44 7700 900111", "pat quill 1/2/80", "Pat Quill, dob 1 Feb 1980"])
async def test_whoever_is_named_alone_where_ticks_are_asked_for_is_looked_up_and_the_record_is_kept(
    register: Register, order: Order, line: str
) -> None:
    chat = await begun(register, order, pages=1)
    before = await kept(register)
    said = await chat.say(line)
    assert STILL_OPEN in said
    assert CONDITIONS in said
    assert "Nothing found in this register" in said
    assert await kept(register) == before


async def test_contact_alone_is_what_was_done_and_asks_for_no_list(register: Register, order: Order) -> None:
    chat = await begun(register, order, pages=1)
    assert STILL_OPEN not in await chat.say("Contact.")


@pytest.mark.parametrize(
    "line", ["told by the court 12/3/26", "he rang from 07700 900111", "F, came on 12/3/26", "the court served 12/3/26"]
)
def test_an_answer_with_a_number_or_a_day_names_nobody_to_look_up(line: str) -> None:
    assert not names_somebody(line)
