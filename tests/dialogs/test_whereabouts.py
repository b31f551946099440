"""The address of a protected person has a press of its own, needs a reason each time, and is shown for a minute."""

import pytest
from sqlalchemy import text

from bot.cards.reasons import EACH_TIME, WHICH, WHY
from bot.cards.whereabouts import FOR_A_MINUTE, HEADING
from dialogs.lookups import LookupDialog
from dialogs.whereabouts import NOT_SHOWN, SHOWN_BELOW, WhereaboutsDialog
from domain.audit import AuditEntry
from domain.officers import Officer
from domain.orders import Order, PartyRole
from domain.outbox import TAKE_AWAY
from domain.policies import Policy
from domain.whereabouts import BY_ITS_BUTTON, NOT_FOR_YOUR_ROLE, SHOWN_FOR
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import a_party, an_order
from tests.people import DESK, EVERYONE, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO

ASKED = "any nmo on john smith dob 12/3/85"
STREET = "3 Cobbler's Yard"


async def chat_of(database: Database, officer: Officer, *orders: Order) -> Chat:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many(orders)
        await uow.search.add(orders)
    clock = FrozenClock()
    lookups, whereabouts = LookupDialog(database.work, clock, Policy), WhereaboutsDialog(database.work, clock, Policy)
    return Chat(database, officer, [lookups, whereabouts])


async def shown(chat: Chat) -> list[str]:
    """The card of the order, with the first look-up's reason given."""
    await chat.say(ASKED)
    return await chat.press("Incident or call")


async def disclosures(database: Database) -> list[AuditEntry]:
    async with database.reading() as uow:
        return [one for one in await uow.audit.since() if one.event == "address:applicant:shown"]


@pytest.mark.parametrize("officer", [VLO, SUPERVISOR, DESK])
async def test_it_is_on_no_card_until_it_is_pressed_for_with_a_reason(database: Database, officer: Officer) -> None:
    order = an_order()
    chat = await chat_of(database, officer, order)
    assert STREET not in " ".join(await shown(chat))
    asked = await chat.press(HEADING)
    assert (asked[:2], await disclosures(database)) == ([WHY, EACH_TIME], [])
    said = await chat.press("Contact with the victim")
    assert said == ["OFFICIAL-SENSITIVE", HEADING, order.reference, STREET, "Ambermere", "ZZ2 7QD", FOR_A_MINUTE, SHOWN_BELOW]
    (line,) = await disclosures(database)
    assert (line.actor, line.reason, line.subject) == (officer.id, "contact", f"{order.id};{order.applicant.id}")


async def test_it_asks_each_time_also_while_a_reason_holds(database: Database) -> None:
    chat = await chat_of(database, VLO, an_order())
    await shown(chat)
    for reason in ("Bail or court", "Proactive check"):
        assert (await chat.press(HEADING))[0] == WHY
        assert STREET in await chat.press(reason)
    assert [line.reason for line in await disclosures(database)] == ["court", "proactive"]


async def test_a_reason_in_words_shows_it_too(database: Database) -> None:
    chat = await chat_of(database, VLO, an_order())
    await shown(chat)
    await chat.press(HEADING)
    assert (await chat.press("Other (say which)"))[0] == WHY
    assert STREET in await chat.press("Go on", **{WHICH: "Panic alarm to be fitted"})
    assert [line.reason for line in await disclosures(database)] == ["other"]


@pytest.mark.parametrize(("officer", "where"), [(VLO, BY_ITS_BUTTON), (RESPONSE, NOT_FOR_YOUR_ROLE)])
async def test_asked_for_in_a_line_it_is_said_where_it_stands(database: Database, officer: Officer, where: str) -> None:
    chat = await chat_of(database, officer, an_order())
    await chat.say("jane marlows address")
    said = await chat.press("Incident or call")
    assert {"1. Jane Marlow (applicant)", "Searched for: Jane Marlow", where} <= {words.replace("\\", "") for words in said}
    assert STREET not in " ".join(said)
    assert await disclosures(database) == []


@pytest.mark.parametrize("officer", [RESPONSE, NEIGHBOUR])
async def test_a_role_that_may_not_see_it_has_no_button(database: Database, officer: Officer) -> None:
    chat = await chat_of(database, officer, an_order())
    await shown(chat)
    assert "Record a breach" in chat.buttons
    assert HEADING not in chat.buttons


@pytest.mark.parametrize("withheld", [frozenset({"address1"}), frozenset({"postcode"})])
async def test_what_the_court_withholds_has_no_button_and_no_answer(database: Database, withheld: frozenset[str]) -> None:
    order = an_order()
    chat = await chat_of(database, VLO, order)
    await shown(chat)
    await chat.press(HEADING)
    async with database.work() as uow:
        hidden = a_party(id=order.applicant.id, role=PartyRole.APPLICANT, withheld=withheld)
        await uow.orders.update(an_order(**{**vars(order), "applicant": hidden}), NOON)
    assert await chat.press("Incident or call") == [NOT_SHOWN]
    chat.buttons.clear()
    await chat.say(ASKED)
    assert HEADING not in chat.buttons


async def test_a_row_in_the_same_commit_plans_that_it_is_taken_away(database: Database) -> None:
    chat = await chat_of(database, VLO, an_order())
    await shown(chat)
    await chat.press(HEADING)
    await chat.press("Contact with the victim")
    async with database.reading() as uow:
        messages = [one for one in await uow.messages.since(f"web-{VLO.id}", 0, NOON) if one.until is not None]
        rows = await uow.outbox.of_plan(messages[0].id)
        planned = await uow.connection.scalar(text("SELECT count(*) FROM outbox"))
    assert [(one.until, STREET in str(one.activity)) for one in messages] == [(NOON + SHOWN_FOR, True)]
    assert [(row.stage, row.recipient, row.next_at, row.urgency) for row in rows] == [(TAKE_AWAY, VLO.id, NOON + SHOWN_FOR, 0)]
    assert planned == 1
