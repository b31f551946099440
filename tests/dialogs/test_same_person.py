"""From a list an officer says that two records are of one person, sees it on both cards, and takes it back; mutual orders show both roles and no whereabouts."""

from datetime import date
from typing import Any

import orjson
import pytest

from bot.cards.same_person import DIFFERENT_DATES, LINKED_NOW, LINKING_IS, TAKEN_BACK
from bot.commands.finding import found
from dialogs.lookups import LookupDialog
from dialogs.same_person import SamePersonDialog
from domain.access import Access
from domain.officers import Officer
from domain.orders import Order
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import a_party, an_order
from tests.people import EVERYONE, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO
from tests.policies import unasked
from tests.same_people import her_order, his_order, secrets

SON, SMYTHE = an_order(), an_order(respondent=a_party(surname="Smythe"))
FATHER = an_order(respondent=a_party(dob=date(1958, 7, 1)))
HIS, HERS = his_order(), her_order()
LINK_WORDS = "(respondent), linked by a person on 20 November 2026."


async def chat_of(database: Database, officer: Officer, *orders: Order) -> Chat:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many(orders)
        await uow.search.add(orders)
    clock = FrozenClock()
    lookups, people = LookupDialog(database.work, clock, unasked), SamePersonDialog(database.work, clock)
    return Chat(database, officer, [lookups, people])


async def test_two_records_of_a_list_are_linked_shown_on_both_cards_and_taken_back(database: Database) -> None:
    chat = await chat_of(database, RESPONSE, SON, SMYTHE)
    listed = await chat.say("john smith")
    first, second = sorted((SON, SMYTHE), key=lambda one: " ".join(listed).index(one.reference))
    asked = await chat.press("Same person 1")
    assert LINKING_IS in asked
    assert DIFFERENT_DATES not in asked
    assert LINKED_NOW in await chat.press(f"Same person as {second.reference}")
    assert f"Also in: {second.reference} {LINK_WORDS}" in await chat.press(f"Open {first.reference}")
    assert f"Also in: {first.reference} {LINK_WORDS}" in await chat.press(f"Open {second.reference}")
    assert await chat.press(f"Undo link to {first.reference}") == [TAKEN_BACK]
    chat.buttons.clear()
    assert "Also in" not in " ".join(await chat.say(first.reference))
    assert f"Open {second.reference}" not in chat.buttons


async def test_a_link_is_undone_at_once_where_it_was_a_slip_and_only_once(database: Database) -> None:
    chat = await chat_of(database, VLO, SON, SMYTHE)
    await chat.say("john smith")
    await chat.press("Same person 2")
    await chat.press(next(title for title in chat.buttons if title.startswith("Same person as NMO")))
    assert await chat.press("Undo") == [TAKEN_BACK]
    assert await chat.press("Undo") == []


async def test_dates_of_birth_that_differ_are_pointed_out_and_the_decision_stays_the_officers(database: Database) -> None:
    chat = await chat_of(database, RESPONSE, SON, FATHER)
    await chat.say("john smith")
    assert DIFFERENT_DATES in await chat.press("Same person 1")
    await chat.press(next(title for title in chat.buttons if title.startswith("Same person as NMO")))
    await chat.say("john smith")
    assert "Already linked by a person." in await chat.press("Same person 1")


async def test_choosing_by_number_still_opens_the_record_of_that_number(database: Database) -> None:
    chat = await chat_of(database, RESPONSE, SON, FATHER)
    listed = await chat.say("john smith")
    born = [words for words in listed if words.startswith("Date of birth: ")][1].removeprefix("Date of birth: ").split(".")[0]
    assert born in await chat.say("2")


async def test_whoever_may_not_link_sees_what_others_linked_and_no_button_for_it(database: Database) -> None:
    chat = await chat_of(database, RESPONSE, SON, SMYTHE)
    await chat.say("john smith")
    await chat.press("Same person 1")
    await chat.press(next(title for title in chat.buttons if title.startswith("Same person as NMO")))
    reader = await chat_of(database, NEIGHBOUR)
    await reader.say("john smith")
    assert f"Also in: {SMYTHE.reference} {LINK_WORDS}" in await reader.say(SON.reference)
    assert not [title for title in reader.buttons if title.startswith(("Same person", "Undo"))]


async def test_one_record_alone_offers_no_link(database: Database) -> None:
    chat = await chat_of(database, RESPONSE, SON)
    await chat.say("john smith")
    assert list(chat.buttons) == ["Choose 1"]


async def test_a_mutual_order_shows_both_roles_and_opens_with_one_press(database: Database) -> None:
    chat = await chat_of(database, RESPONSE, HIS, HERS)
    said = await chat.say(HIS.reference)
    assert (
        f"Mutual order: the respondent here is also the protected person in {HERS.reference}, and the protected person here is its respondent "
        "(the same names and dates of birth). Each order binds only its own respondent." in said
    )
    assert HERS.reference in await chat.press(f"Open {HERS.reference}")


@pytest.mark.parametrize("officer", [RESPONSE, NEIGHBOUR], ids=lambda one: one.name)
@pytest.mark.parametrize("typed", ["john smith", "john smith 12/3/85", "jane marlow", "jane marlow 4/9/87", HIS.reference, HERS.reference])
async def test_no_answer_tells_a_role_without_the_permission_where_either_person_of_mutual_orders_is(
    database: Database, officer: Officer, typed: str
) -> None:
    chat = await chat_of(database, officer, HIS, HERS)
    said = [*(await chat.say(typed))]
    for title in [one for one in chat.buttons if one.startswith(("Choose", "Open NMO", "Same person"))]:
        said += await chat.press(title)
    whereabouts = set().union(*(secrets(party) for order in (HIS, HERS) for party in (order.respondent, order.applicant)))
    assert [secret for secret in whereabouts if secret in " ".join(said)] == []
    assert "confidential, not shown to your role" in " ".join(said)


@pytest.mark.parametrize("officer", [RESPONSE, VLO, SUPERVISOR], ids=lambda one: one.name)
async def test_of_a_respondent_nobody_is_told_what_the_other_order_holds_of_them_as_protected(database: Database, officer: Officer) -> None:
    chat = await chat_of(database, officer, HIS, HERS)
    said = " ".join(await chat.say(HIS.reference))
    assert [secret for secret in secrets(HERS.applicant) if secret in said] == []
    assert HERS.reference in said


@pytest.mark.parametrize("typed", ["john smith 12/3/85", "jane marlow 4/9/87"])
async def test_a_batch_tells_no_whereabouts_either(database: Database, typed: str) -> None:
    await chat_of(database, RESPONSE, HIS, HERS)
    line: dict[str, Any] = await found(database.work, FrozenClock(NOON), RESPONSE, Access())({"text": typed})
    told = orjson.dumps(line).decode()
    assert [secret for order in (HIS, HERS) for secret in secrets(order.applicant) | secrets(order.respondent) if secret in told] == []
