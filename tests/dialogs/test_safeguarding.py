"""An officer reads and writes the safeguarding plan in the chat, and is asked to consider another measure."""

from random import Random

import pytest

from bot.cards.safeguarding import MEASURES, NONE_YET, TITLE
from dialogs.contact_plans import SLIP
from dialogs.contacts_joined import contact_dialogs
from dialogs.safeguarding import KEPT
from domain.officers import Officer
from domain.policies import Policy
from domain.references import new_reference
from domain.safeguarding import CONSIDER, NOTHING
from services.contact_plans import NO_PLAN
from services.safeguarding import SEEN_OLDER
from storage.work import Database
from tests.fakes.chat import LIBRARY, Chat
from tests.fakes.talk import fullest
from tests.people import RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register

NOT_YOURS = "Your role does not include this. If it should, ask your supervisor or the force's administrator."
UNKNOWN = new_reference("NMO", Random(1))
SECRET = "two, at the made-up school"


@pytest.fixture
async def register(embedded: Database) -> Register:
    register = Register(embedded)
    await register.open()
    return register


def chat_of(register: Register, officer: Officer = VLO) -> Chat:
    return Chat(register.database, officer, contact_dialogs(register.database.work, register.clock, Policy), clock=register.clock)


async def opened(register: Register, officer: Officer = VLO) -> Chat:
    chat = chat_of(register, officer)
    await chat.say(f"safeguarding {register.order.reference}")
    return chat


async def test_it_is_opened_by_its_order_asks_to_consider_an_order_and_is_written(register: Register) -> None:
    chat = chat_of(register)
    assert {TITLE, NONE_YET, CONSIDER} <= set(await chat.say(f"safeguarding plan {register.order.reference}"))
    assert fullest(chat.cards[-1]) <= 6
    await chat.press("Write it")
    said = await chat.press("Keep it", children=SECRET, marac="2026-11-24", idva="Made-up Advocate")
    assert f"{register.order.reference}: {KEPT.format(1)}" in said
    assert {SECRET, "Made-up Advocate", "Version 1", f"{VLO.name}, Fri 20 November 2026 at 12:00"} <= set(said)
    assert any("24 November 2026" in one for one in said)


async def test_the_next_version_begins_with_what_the_last_one_says(register: Register) -> None:
    chat = await opened(register)
    await chat.press("Write it")
    await chat.press("Keep it", children=SECRET, marac="2026-11-24")
    await chat.press("Write the next version")
    filled = {one["id"]: one.get("value", "") for one in chat.cards[-1]["body"] if one["type"].startswith("Input.")}
    assert (filled["children"], filled["marac"], filled["agencies"]) == (SECRET, "2026-11-24", "")
    assert f"{register.order.reference}: {KEPT.format(2)}" in await chat.press("Keep it", **filled | {"agencies": "school"})


async def test_an_empty_form_and_an_older_card_change_nothing(register: Register) -> None:
    mine = await opened(register)
    await mine.press("Write it")
    assert NOTHING in await mine.press("Keep it")
    await mine.press("Write it")
    theirs = await opened(register, SUPERVISOR)
    await theirs.press("Write it")
    await theirs.press("Keep it", other="first")
    assert {SEEN_OLDER, "first"} <= set(await mine.press("Keep it", other="second"))


async def test_the_plan_of_a_contact_leads_to_it_and_it_leads_back(register: Register) -> None:
    chat = chat_of(register)
    await chat.say(f"contact plan {register.order.reference}")
    assert TITLE in await chat.press("Safeguarding plan")
    assert register.order.reference in " ".join(await chat.press("Open the contact"))


async def test_each_measure_to_consider_has_its_page() -> None:
    assert [page for _, page in MEASURES if page not in {one.name for one in LIBRARY.pages}] == []


async def test_whoever_may_not_see_it_is_told_no_more_than_that(register: Register) -> None:
    chat = chat_of(register, RESPONSE)
    assert await chat.say(f"safeguarding {register.order.reference}") == [NOT_YOURS]


async def test_a_slip_in_the_reference_and_an_order_without_a_plan_are_said(register: Register) -> None:
    chat = chat_of(register)
    wrong = register.order.reference[:-1] + ("2" if register.order.reference[-1] != "2" else "3")
    assert await chat.say(f"safeguarding {wrong}") == [SLIP]
    assert await chat.say(f"safeguarding {UNKNOWN}") == [NO_PLAN]


async def test_nothing_of_it_stays_in_the_conversation(register: Register) -> None:
    chat = await opened(register)
    await chat.press("Write it")
    await chat.press("Keep it", children=SECRET)
    assert SECRET not in repr(await chat.state())
