"""The timeline of an order and of a person: every event with who and when, page by page, as far as the role goes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.contact_reports import ContactTry
from domain.contacts import Outcome, Risk, Why
from domain.orders import Order, PartyRole
from domain.same_person import Record
from services import same_person
from services.contacts import open_plans
from services.order_changes import changes_job
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import NEIGHBOUR, RESPONSE, VLO
from tests.registering import CLOCK, hold_orders, register_chat

AT = NOON + timedelta(minutes=5)


@pytest.fixture
async def order(database: Database) -> Order:
    order = an_order(received_at=NOON - timedelta(days=3))
    await hold_orders(database, [order])
    return order


async def test_each_change_stands_with_who_when_before_after_and_where_it_was_learned(database: Database, order: Order) -> None:
    chat = register_chat(database, RESPONSE)
    await chat.say(order.reference)
    await chat.say("served on him today by pc 4417")
    await chat.press("Confirm")
    await chat.press("Undo")
    said = await chat.say("timeline")
    assert said[3:] == [
        "Tue 17 November 2026 at 12:00: Version 1 was taken in from the court feed.",
        (
            "Fri 20 November 2026 at 12:00: Version 2: served. Service: Service not confirmed -> in person, on 20 November 2026, by pc 4417. "
            "Learned from: officer, shown the paper or present. By 0000."
        ),
        (
            "Fri 20 November 2026 at 12:00: Version 3: undoes version 2. Service: in person, on 20 November 2026, by pc 4417 -> "
            "Service not confirmed. By 0000."
        ),
    ]


async def test_service_recorded_twice_is_told_without_its_title_twice(database: Database, order: Order) -> None:
    chat = register_chat(database, RESPONSE)
    await chat.say(order.reference)
    for line in ("served on him today by pc 4417", "served on him yesterday by pc 4418"):
        await chat.say(line)
        await chat.press("Confirm")
    (told,) = [one for one in await chat.say("timeline") if "Version 3" in one]
    assert ": served. Service: in person, on 20 November 2026; recorded by an officer, 20 November 2026 -> in person, on 19" in told
    assert ".." not in told


async def test_it_goes_on_page_by_page_the_newest_first(database: Database, order: Order) -> None:
    async with database.work() as uow:
        now = order
        for number in range(1, 32):
            now = await uow.orders.update(replace(now, court_name=f"Court {number}"), NOON - timedelta(hours=40 - number))
    chat = register_chat(database, RESPONSE)
    await chat.say(order.reference)
    said = await chat.press("History")
    assert (said[3], said[-1].partition(": ")[2]) == ("Page 3 of 3.", "Version 32: changed details of the record.")
    said = await chat.press("Earlier")
    assert (said[3], len(said)) == ("Page 2 of 3.", 19)
    said = await chat.press("Earlier")
    assert said[4].endswith("Version 1 was taken in from the court feed.")
    assert (await chat.press("Later"))[3] == "Page 2 of 3."


async def test_contacts_are_told_to_a_role_that_keeps_contact_and_to_no_other(database: Database, order: Order) -> None:
    async with database.work() as uow:
        await open_plans(uow, CLOCK, changes_job("demo"), [order])
        (plan,) = (await uow.contacts.of_orders([order.id])).values()
        await uow.contact_tries.add([ContactTry(plan, AT, VLO.id, Why.ORDER_KNOWN, NOON, Risk.HIGH, Outcome.NO_ANSWER)])
    told = [await register_chat(database, officer).say(f"timeline {order.reference}") for officer in (VLO, RESPONSE)]
    words = "Fri 20 November 2026 at 12:05: Contact with the protected person: no answer. By 0000."
    assert [words in said for said in told] == [True, False]


async def test_the_timeline_of_a_person_joins_the_orders_that_an_officer_joined(database: Database, order: Order) -> None:
    other = an_order(received_at=NOON - timedelta(days=9))
    await hold_orders(database, [other])
    first, second = Record(order.id, PartyRole.RESPONDENT), Record(other.id, PartyRole.RESPONDENT)
    await same_person.link(database.work, CLOCK, RESPONSE, first, second, 0)
    chat = register_chat(database, NEIGHBOUR)
    await chat.say(order.reference)
    await chat.press("History")
    said = await chat.press("Timeline of the respondent")
    assert said[1:3] == ["Timeline of the respondent John Smith", f"Of {order.reference} and, by an officer's word, {other.reference}."]
    assert [words.split(": ")[1] for words in said[3:5]] == [other.reference, order.reference]
    assert any(
        words.endswith(f"The respondent is said to be one person with the respondent of {other.reference}. By 0000.") for words in said
    )


async def test_where_the_protected_person_is_stands_in_no_timeline(database: Database, order: Order) -> None:
    chat = register_chat(database, RESPONSE)
    await chat.say(order.reference)
    await chat.say("told him of the order today")
    await chat.press(
        "Show before and after",
        by_whom="PC 1",
        how="told_by_officer",
        learned="officer",
        words="He asked whether she is at 3 Cobbler's Yard",
    )
    await chat.press("Confirm")
    said = " ".join(await chat.say("history"))
    assert "He asked whether" in said
    assert "Cobbler" not in said


async def test_a_timeline_without_an_order_says_what_is_needed(database: Database, order: Order) -> None:
    assert (await register_chat(database, RESPONSE).say("timeline"))[0].startswith("Whose timeline?")
