"""Nothing of a person and nothing of what was told stands open: not in the chat's state, beside a button, in the log, or on a locked phone."""

from dataclasses import replace
from typing import Any

import pytest

from domain.papers import Condition
from storage.work import Database
from tests.breaches import ACCOUNT, BROKEN, DECIDED, HELD, KNOWN, NEXT, NOW, SAFE_NOW, terms_of
from tests.dialogs.breach_chat import Register
from tests.dialogs.breach_scene import is_recorded
from tests.fakes.chat import Chat
from tests.fakes.logbook import LOGBOOK
from tests.orders import a_party, an_order

RESPONDENT: dict[str, Any] = {"forenames": "Zebulon", "surname": "Quagmire", "address1": "4 Heronsgate", "email": "zebulon@mail.example"}
APPLICANT: dict[str, Any] = {"forenames": "Perpetua", "surname": "Larkspur", "address1": "9 Heronsgate", "phone": "07700 900888"}
LOOKED_UP = "any nmo on zebulon quagmire dob 12/3/85 he texted her about the xylophone"
PAGES = (
    {
        **ACCOUNT,
        "happened": "He texted Perpetua about the xylophone at Heronsgate.",
        "where": "from 07700 900888",
        "witnesses": "aunt Marigold",
    },
    {**BROKEN, "conditions": "text and came to the bassoon house"},
    {**KNOWN, "awareness": "pc trombone told him at the door", "identity_more": "his voice, says Marigold"},
    {**DECIDED, "arrest_why": "left by the oboe gate"},
    {**HELD, "evidence": "screenshots of the xylophone"},
    {**SAFE_NOW, "safeguarding_more": "she stays with Marigold"},
    {**NEXT, "crime_no": "XY/998877/26"},
)
CANARIES = (
    "zebulon",
    "quagmire",
    "perpetua",
    "larkspur",
    "heronsgate",
    "900888",
    "xylophone",
    "marigold",
    "trombone",
    "bassoon",
    "oboe",
    "998877",
)
CASE = "1700000000000017"
TABLES = ("conversation", "action", "breach_draft", "breach", "audit")


def sung(where: str) -> list[str]:
    return [word for word in CANARIES if word in where.casefold()]


async def open_words(register: Register, chat: Chat) -> str:
    """What is not sealed: the state, the buttons, the rows of the record and the trail."""
    return f"{await chat.state()} " + " ".join([await register.rows(table) for table in TABLES])


def on_a_locked_phone(chat: Chat) -> str:
    """Plain words, and of a card what is spoken and what sums it up."""
    shown = [(activity.get("text"), activity.get("summary"), activity.get("speak")) for activity in chat.activities]
    return repr([shown, [card["speak"] for card in chat.cards]])


async def own_conditions(register: Register) -> None:
    async with register.database.work() as uow:
        (order,) = await uow.orders.by_case(CASE)
        await uow.orders.update(replace(order, conditions_checked=True), NOW)
        await uow.terms.note(terms_of(order, Condition("5", "The respondent must not go to 9 Heronsgate, the bassoon house.")))


@pytest.fixture
async def register(embedded: Database) -> Register:
    register = Register(embedded)
    applicant = an_order().applicant
    named = a_party(role=applicant.role, **APPLICANT)
    await register.holds(an_order(case_no=CASE, respondent=a_party(**RESPONDENT), applicant=named))
    return register


async def test_a_whole_breach_leaves_nothing_open(register: Register) -> None:
    chat, before = register.chat(), len(LOGBOOK.lines)
    seen = [await chat.say(LOOKED_UP), await chat.press("Record a breach"), await chat.press("No")]
    left_open = [sung(await open_words(register, chat))]
    for page in PAGES:
        seen.append(await chat.press("Next", **page))
        left_open.append(sung(await open_words(register, chat)))
    seen.append(await chat.press("Send"))
    left_open.append(sung(await open_words(register, chat)))
    await chat.press("Send")
    assert is_recorded(seen[-1])
    assert set(sung(repr(seen))) >= {"zebulon", "xylophone", "marigold"}, "the cards themselves tell it"
    assert left_open == [[]] * 9
    logged = "".join(LOGBOOK.lines[before:])
    assert "pressed_twice" in logged
    assert sung(logged) == []


async def test_a_locked_phone_shows_nothing_of_it(register: Register) -> None:
    chat = register.chat()
    await chat.say(LOOKED_UP)
    await chat.press("Record a breach")
    await chat.press("No")
    for page in PAGES:
        await chat.press("Next", **page)
    await chat.press("Back")
    await chat.press("Send")
    spoken = [card["speak"] for card in chat.cards]
    assert len(spoken) >= len(PAGES) + 3
    assert sung(repr(spoken)) == []
    assert sung(on_a_locked_phone(chat)) == []


async def test_what_is_read_of_the_orders_own_conditions_is_said_back_by_number_alone(register: Register) -> None:
    chat = register.chat()
    await own_conditions(register)
    for line in ("any nmo on zebulon quagmire dob 12/3/85", "he texted Perpetua about the xylophone", "yes", "no"):
        await chat.say(line)
    await chat.press("Next", **PAGES[0])
    said = await chat.say("5, he stood outside")
    assert any(text.startswith("I read that as: Condition broken: condition 5. Your words are kept beside it.") for text in said)
    assert "heronsgate" in repr(chat.cards[-1]).casefold(), "the card itself has its words"
    assert sung(on_a_locked_phone(chat)) == []


async def test_whose_record_it_is_stands_in_a_card_alone(register: Register) -> None:
    chat = register.chat()
    for line in ("any nmo on zebulon quagmire dob 12/3/85", "he texted Perpetua about the xylophone"):
        await chat.say(line)
    assert any("The respondent is Zebulon Quagmire, born 12 March 1985." in text for text in await chat.say("yes"))
    assert any("The respondent is Zebulon Quagmire" in text for text in await chat.say("who is the respondent"))
    assert sung(on_a_locked_phone(chat)) == []


async def test_typed_words_leave_nothing_open_either(register: Register) -> None:
    chat, before = register.chat(), len(LOGBOOK.lines)
    for line in ("any nmo on zebulon quagmire dob 12/3/85", "he texted Perpetua about the xylophone", "yes", "no"):
        await chat.say(line)
    await chat.say("when: last night about ten; where: by the oboe gate; how: contact; witnesses: aunt Marigold")
    assert sung(await open_words(register, chat)) == []
    assert sung(on_a_locked_phone(chat)) == []
    assert sung("".join(LOGBOOK.lines[before:])) == []
