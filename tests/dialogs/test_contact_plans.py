"""An officer opens the plan behind a contact, changes it by a press or a line, is told what comes next, and can go back."""

from datetime import timedelta
from random import Random

import pytest

from bot.cards.contact_plans import CLOSED, HAPPENED, PLAN, TITLE, UNDO
from bot.cards.contact_policies import NO_FILE
from dialogs.contact_plans import SAY_DAYS, SAY_WHAT, SLIP, UNDONE
from dialogs.contacts_joined import contact_dialogs
from domain.contact_records import CHANGED_SINCE, SAY_WHY
from domain.contact_words import WHY_WORDS
from domain.contacts import Event, PlanState, Risk, Why, closed
from domain.contacts.risks import SAY_RISK
from domain.contacts.wishes import FIRST_IS_OWED
from domain.days_ahead import NO_TIME
from domain.officers import Officer
from domain.policies import Policy
from domain.references import new_reference
from services.contact_plans import NO_PLAN
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.talk import fullest, words
from tests.people import ADMIN, AUDITOR, RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register
from tests.same_people import secrets

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
UNKNOWN = new_reference("NMO", Random(1))
SECRET = "made-up words of Jane Marlow"
NOT_YOURS = "Your role does not include this. If it should, ask your supervisor or the force's administrator."


@pytest.fixture
async def register(embedded: Database) -> Register:
    """At noon on Friday 20 November, with the first contacts made."""
    register = Register(embedded)
    register.clock.advance(-4 * DAY)
    await register.open()
    await register.contact()
    register.clock.advance(DAY)
    await register.contact()
    register.clock.advance(3 * DAY)
    return register


def chat_of(register: Register, officer: Officer = VLO, policy: Policy | None = None) -> Chat:
    dialogs = contact_dialogs(register.database.work, register.clock, lambda: policy or Policy())
    return Chat(register.database, officer, dialogs, clock=register.clock)


async def opened(register: Register, officer: Officer = VLO) -> tuple[Chat, str]:
    chat = chat_of(register, officer)
    await chat.say(f"contact plan {register.order.reference}")
    return chat, register.order.reference


async def test_the_plan_says_what_is_owed_and_what_is_agreed_and_is_readable_on_a_phone(register: Register) -> None:
    chat, reference = await opened(register)
    said = set(words(chat.cards[-1]))
    assert {TITLE, reference, "Jane Marlow", "not assessed: treated as high", "every 7 days", "Routine contact"} <= said
    assert {HAPPENED, "Safeguarding plan", "Assess the risk", "Agree how often", "Pause contact", "No contact wanted"} <= set(chat.buttons)
    assert fullest(chat.cards[-1]) <= 6


async def test_the_card_of_a_contact_leads_to_its_plan(register: Register) -> None:
    register.clock.advance(7 * DAY)
    chat = chat_of(register)
    await chat.say("my contacts")
    await chat.press(f"Open {register.order.reference}")
    assert TITLE in await chat.press(PLAN)


async def test_what_has_happened_is_recorded_on_a_form_and_brings_the_contact_forward(register: Register) -> None:
    chat, reference = await opened(register)
    await chat.press(HAPPENED)
    said = await chat.press("Bring the contact forward", event="move", when="11:30", words=SECRET)
    assert said[1].startswith(f"{reference}: Protected person has moved, Fri 20 November 2026 at 11:30. Next: ")
    assert (await register.plan()).due.why is Why.MOVE
    assert any(SECRET in one for one in await chat.press(PLAN))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("released {} 11:30", Why.RELEASE),
        ("service planned {} tomorrow 10am", Why.SERVICE),
        ("hearing {} tomorrow", Why.RETURN_HEARING),
        ("victim has moved {}", Why.MOVE),
    ],
)
async def test_what_has_happened_may_be_typed_in_one_line(register: Register, line: str, why: Why) -> None:
    chat = chat_of(register)
    (_, said, *_) = await chat.say(line.format(register.order.reference))
    assert "Next: " in said
    assert why in [due.why for due in (await register.plan()).ahead]


@pytest.mark.parametrize(
    ("inputs", "words"),
    [({"event": ""}, SAY_WHAT), ({"event": "breach"}, SAY_WHAT), ({"event": "release_planned", "when": "tomorrow"}, NO_TIME)],
)
async def test_what_cannot_be_read_is_asked_for_again_and_nothing_is_changed(
    register: Register, inputs: dict[str, str], words: str
) -> None:
    chat, _ = await opened(register)
    before = await register.plan()
    await chat.press(HAPPENED)
    assert await chat.press("Bring the contact forward", **inputs) == [words]
    assert await register.plan() == before


async def test_the_risk_is_assessed_with_who_and_when(register: Register) -> None:
    chat, _ = await opened(register)
    await chat.press("Assess the risk")
    assert await chat.press("Keep this risk", risk="") == [SAY_RISK]
    await chat.press("Assess the risk")
    said = await chat.press("Keep this risk", risk="medium")
    assert "Risk assessed as medium" in said[1]
    assert (await register.plan()).risk is Risk.MEDIUM
    assert f"medium, assessed by {VLO.name} on Fri 20 November 2026 at 12:00" in await chat.press(PLAN)


async def test_a_frequency_is_agreed_with_its_reason_and_undone(register: Register) -> None:
    chat, reference = await opened(register)
    before = await register.plan()
    await chat.press("Agree how often")
    assert await chat.press("Keep what was agreed", days="often", words="why") == [SAY_DAYS]
    await chat.press("Agree how often")
    assert await chat.press("Keep what was agreed", days="3", words="") == [SAY_WHY]
    await chat.press("Agree how often")
    assert "Contact agreed every 3 days" in (await chat.press("Keep what was agreed", days="3", words="as they said"))[1]
    assert "every 3 days, as agreed (the force's rhythm: every 7 days)" in await chat.press(PLAN)
    register.clock.advance(9 * MINUTE)
    undone = await chat.press(UNDO)
    assert f"{reference}: {UNDONE}" in undone
    assert ((await register.plan()).ahead, (await register.plan()).agreed_days) == (before.ahead, None)


async def test_the_forces_own_rhythm_comes_back(register: Register) -> None:
    chat, _ = await opened(register)
    await chat.press("Agree how often")
    said = await chat.press("Keep what was agreed", days="", words="as before")
    assert "Contact as often as the force has it" in said[1]


async def test_a_pause_has_a_reason_and_an_end_and_may_end_sooner(register: Register) -> None:
    chat, reference = await opened(register)
    await chat.press("Pause contact")
    said = await chat.press("Pause until that day", until="thursday", words="away")
    assert said[1] == (
        f"{reference}: Contact paused until 26 November 2026. Next: the pause that the protected person asked for is over. "
        "You will be reminded on Thu 26 November 2026 at 09:00; it must be done by the end of Thu 26 November 2026."
    )
    assert "until 26 November 2026; whatever happens ends it" in await chat.press(PLAN)
    register.clock.advance(MINUTE)
    assert "Pause ended" in (await chat.press("End the pause"))[1]
    assert (await register.plan()).paused_until is None


async def test_a_pause_is_ended_by_a_line(register: Register) -> None:
    chat, reference = await opened(register)
    await chat.say(f"pause contact {reference}")
    await chat.press("Pause until that day", until="in 3 days", words="away")
    register.clock.advance(MINUTE)
    assert "Pause ended" in (await chat.say(f"end the pause {reference}"))[1]


async def test_a_refusal_is_recorded_and_looked_at_again_and_contact_may_be_wanted_again(register: Register) -> None:
    chat, _ = await opened(register)
    await chat.press("No contact wanted")
    said = await chat.press("Record that no contact is wanted", words="asked to be left alone")
    assert WHY_WORDS[Why.DECLINE_REVIEW].lower()[:30] in said[1].lower()
    assert any(one.endswith("; a breach ends this") for one in await chat.press(PLAN))
    register.clock.advance(MINUTE)
    assert "Contact wanted again" in (await chat.press("Contact wanted again"))[1]
    assert (await register.plan()).declined_at is None


async def test_while_something_is_owed_for_a_breach_nothing_is_paused_and_it_is_said_why(register: Register) -> None:
    await register.breach()
    chat, _ = await opened(register)
    await chat.press("Pause contact")
    said = await chat.press("Pause until that day", until="thursday", words="away")
    assert FIRST_IS_OWED in said
    assert TITLE in said


async def test_an_older_card_changes_nothing_and_shows_how_the_plan_stands(register: Register) -> None:
    mine, _ = await opened(register)
    await mine.press("Agree how often")
    theirs, _ = await opened(register, SUPERVISOR)
    await theirs.press("Agree how often")
    await theirs.press("Keep what was agreed", days="3", words="first")
    said = await mine.press("Keep what was agreed", days="9", words="second")
    assert {CHANGED_SINCE, TITLE, "every 3 days, as agreed (the force's rhythm: every 7 days)"} <= set(said)
    assert (await register.plan()).agreed_days == 3


async def test_a_closed_plan_says_so_and_offers_what_opens_it(register: Register) -> None:
    async with register.database.work() as uow:
        await uow.contacts.save(closed(await register.plan()))
    chat, reference = await opened(register)
    assert CLOSED in words(chat.cards[-1])
    assert "Pause contact" not in chat.buttons
    await chat.say(f"released {reference}")
    assert (await register.plan()).state is PlanState.OPEN


async def test_a_slip_in_the_reference_and_an_order_without_a_plan_are_said(register: Register) -> None:
    chat = chat_of(register)
    wrong = register.order.reference[:-1] + ("2" if register.order.reference[-1] != "2" else "3")
    assert await chat.say(f"contact plan {wrong}") == [SLIP]
    assert await chat.say(f"contact plan {UNKNOWN}") == [NO_PLAN]


@pytest.mark.parametrize("officer", [RESPONSE, AUDITOR])
async def test_whoever_keeps_no_contact_is_told_no_more_than_that(register: Register, officer: Officer) -> None:
    chat, reference = await opened(register, officer)
    assert await chat.say(f"pause contact {reference}") == [NOT_YOURS]
    assert await chat.say("contact policy") == [NOT_YOURS]
    assert chat.cards == []


@pytest.mark.parametrize("officer", [VLO, ADMIN])
async def test_the_forces_policy_is_shown_as_it_stands(register: Register, officer: Officer) -> None:
    chat = chat_of(register, officer, Policy(version=7))
    said = await chat.say("contact policy")
    assert {
        "Contact policy",
        "Version 7 of your force's file.",
        "high: same day, then 48 hours; medium: 24 hours; standard: 72 hours",
    } <= set(said)


async def test_without_a_file_the_policy_says_that_it_is_the_houses(register: Register) -> None:
    assert NO_FILE in await chat_of(register).say("contact policy")


async def test_nothing_about_a_person_stays_in_the_conversation_or_in_what_a_locked_phone_shows(register: Register) -> None:
    chat, _ = await opened(register)
    await chat.press(HAPPENED)
    await chat.press("Bring the contact forward", event=Event.MOVE.value, words=SECRET)
    kept = repr(await chat.state())
    shown = repr([(one.get("summary"), one.get("speak"), [card.get("speak") for card in chat.cards]) for one in chat.activities])
    assert not [one for one in (*secrets(register.order.applicant), SECRET, "Marlow") if one in kept or one in shown]
