"""Intake in the chat: everything that waits in one list with its age, settled by the team that owns it, and how long orders take from the court."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.cards.intake import NOTHING_WAITS
from dialogs.intake import SETTLED
from domain.errors import NotAllowed
from domain.feed import SECOND_ORDER
from domain.officers import Officer, Role
from domain.orders import Order
from domain.provenance import Provenance
from domain.registered_orders import NOT_CONFIRMED, SECOND_CHECK
from services.intake import SAME_PERSON, check_second
from storage.intake import new_reject
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import ADMIN, DESK, RESPONSE, officer
from tests.registering import CLOCK, FORM, hold_orders, register_chat

NOT_THEIRS = "Your role does not include this. If it should, ask your supervisor or the force's administrator."
SECOND = officer("Second Desk", Role.ORDERS_DESK)


def waiting(days: int, **changes: Any) -> Order:
    return replace(an_order(received_at=NOON - timedelta(days=days)), **changes)


async def registered(database: Database, by: Officer) -> Order:
    chat = register_chat(database, by)
    await chat.say("register an order")
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save")
    async with database.reading() as uow:
        (order,) = await uow.orders.by_case("1712345678901234")
    return order


async def test_all_that_waits_is_listed_with_its_age_the_oldest_first(database: Database) -> None:
    orders = [
        waiting(3, needs_review=NOT_CONFIRMED, provenance=Provenance.APPLICANT_COPY),
        waiting(2, needs_review=SECOND_ORDER),
        waiting(1, has_document=True),
    ]
    await hold_orders(database, orders)
    async with database.work() as uow:
        await uow.intake.keep([new_reject("manifest-20261116.csv", "a", 7, "line", "no case number", "raw row", NOON - timedelta(days=4))])
    said = await register_chat(database, DESK).say("intake")
    ages = [words for words in said if "Waiting" in words]
    assert ages == [
        "manifest-20261116.csv, line 7: no case number. Waiting 4 days.",
        f"{orders[0].reference}, case {orders[0].case_no}. Waiting 3 days.",
        f"{orders[1].reference}, case {orders[1].case_no}. Waiting 2 days.",
        f"{orders[2].reference}, case {orders[2].case_no}. Waiting 1 day.",
    ]


async def test_the_time_from_the_court_to_the_register_is_measured(database: Database) -> None:
    made = date(2026, 11, 10)
    found = [NOON - timedelta(days=one) for one in (9, 7, 2)]
    await hold_orders(database, [an_order(made_on=made, received_at=one) for one in found] + [an_order(made_on=None, received_at=NOON)])
    said = await register_chat(database, DESK).say("intake")
    assert [said[said.index(title) + 1] for title in ("Median", "Longest", "Orders measured")] == [
        "3 days 12 hours",
        "8 days 12 hours",
        "3",
    ]
    assert any("1 more have no day of making yet" in words for words in said)


async def test_nothing_waits(database: Database) -> None:
    await hold_orders(database, [])
    assert NOTHING_WAITS in await register_chat(database, DESK).say("show intake")


async def test_a_second_person_checks_and_never_whoever_registered_it(database: Database) -> None:
    await hold_orders(database, [])
    async with database.work() as uow:
        await uow.officers.save([SECOND])
    order = await registered(database, DESK)
    first = register_chat(database, DESK, first=50)
    await first.say("intake")
    assert SAME_PERSON in await first.press("Open 1")
    assert "Checked: it is right" not in first.buttons
    with pytest.raises(NotAllowed):
        await check_second(database.work, CLOCK, DESK, order.id)
    second = register_chat(database, SECOND)
    await second.say("intake")
    await second.press("Open 1")
    assert await second.press("Checked: it is right") == [SETTLED]
    async with database.reading() as uow:
        now = await uow.orders.demand(order.id)
    assert (now.needs_review, now.version) == (NOT_CONFIRMED, 2)
    assert SECOND_CHECK in (order.needs_review or "")


async def test_the_courts_word_confirms_what_an_officer_was_shown(database: Database) -> None:
    await hold_orders(database, [])
    await registered(database, RESPONSE)
    chat = register_chat(database, DESK)
    await chat.say("intake")
    await chat.press("Open 1")
    assert await chat.press("The court confirms it: e-mail") == [SETTLED]
    async with database.reading() as uow:
        (now,) = await uow.orders.by_case("1712345678901234")
    assert now.needs_review == SECOND_CHECK


async def test_intake_is_of_the_team_that_owns_it(database: Database) -> None:
    await hold_orders(database, [waiting(1, needs_review=SECOND_ORDER)])
    assert "Intake" not in await register_chat(database, RESPONSE).say("intake")


async def test_a_row_that_was_not_taken_in_is_shown_whole(database: Database) -> None:
    await hold_orders(database, [])
    async with database.work() as uow:
        await uow.intake.keep([new_reject("m.csv", "a", 7, "line", "no case number", "the raw row", NOON)])
    chat = register_chat(database, DESK)
    await chat.say("intake")
    assert "the raw row" in await chat.press("Show the row 1")


async def test_a_long_list_goes_on_page_by_page(database: Database) -> None:
    await hold_orders(database, [waiting(one, has_document=True) for one in range(1, 14)])
    chat = register_chat(database, DESK)
    await chat.say("intake")
    said = await chat.press("More")
    assert [words for words in said if words.startswith(("11.", "12.", "13.", "14."))] == [
        f"{at}. Paper held, wording not checked" for at in (11, 12, 13)
    ]


async def test_what_was_registered_today_is_one_press_away_behind_a_heap_of_older_papers(database: Database) -> None:
    await hold_orders(database, [])
    order = await registered(database, RESPONSE)
    await hold_orders(database, [waiting(one, has_document=True) for one in range(1, 14)])
    chat = register_chat(database, DESK)
    assert not [words for words in await chat.say("intake") if order.reference in words]
    said = await chat.press("Registered by hand, waits for a second person (1)")
    assert [words for words in said if words.startswith(("1.", "2."))] == ["1. Registered by hand, waits for a second person"]
    assert len([words for words in await chat.press("All that waits") if "wording not checked" in words]) > 1


async def test_an_administrator_sees_what_waits_too(database: Database) -> None:
    await hold_orders(database, [waiting(2, needs_review=SECOND_ORDER), waiting(1, has_document=True)])
    chat = register_chat(database, ADMIN)
    assert "1. More than one order on the case" in await chat.say("intake")
    assert ("Open the case 1" in chat.buttons, "Check the wording 2" in chat.buttons) == (True, False)


async def test_who_has_no_part_in_intake_is_told_so(database: Database) -> None:
    await hold_orders(database, [])
    assert await register_chat(database, RESPONSE).say("intake") == [NOT_THEIRS]
