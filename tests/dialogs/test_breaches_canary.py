"""Nothing of a person and nothing of what was told stands open: not in the chat's state, beside a button, in the log, or on a locked phone."""

from typing import Any

import pytest

from storage.work import Database
from tests.breaches import ACCOUNT, BROKEN, DECIDED, HELD, KNOWN, NEXT, SAFE_NOW
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
TABLES = ("conversation", "action", "breach_draft", "breach", "audit")


def sung(where: str) -> list[str]:
    return [word for word in CANARIES if word in where.casefold()]


async def open_words(register: Register, chat: Chat) -> str:
    """What is not sealed: the state, the buttons, the rows of the record and the trail."""
    return f"{await chat.state()} " + " ".join([await register.rows(table) for table in TABLES])


@pytest.fixture
async def register(embedded: Database) -> Register:
    register = Register(embedded)
    applicant = an_order().applicant
    named = a_party(role=applicant.role, **APPLICANT)
    await register.holds(an_order(respondent=a_party(**RESPONDENT), applicant=named))
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
    assert sung(repr([activity.get("summary") for activity in chat.activities])) == []


async def test_typed_words_leave_nothing_open_either(register: Register) -> None:
    chat, before = register.chat(), len(LOGBOOK.lines)
    for line in ("any nmo on zebulon quagmire dob 12/3/85", "he texted Perpetua about the xylophone", "yes", "no"):
        await chat.say(line)
    await chat.say("when: last night about ten; where: by the oboe gate; how: contact; witnesses: aunt Marigold")
    assert sung(await open_words(register, chat)) == []
    assert sung(repr([card["speak"] for card in chat.cards])) == []
    assert sung("".join(LOGBOOK.lines[before:])) == []
