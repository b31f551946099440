"""What `find` says beside the matches: the words that an officer would have seen on the card."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.bodies import MAX_TEXT, TOO_LONG
from bot.commands.finding import found, found_line
from domain.access import Access
from domain.lookups import ELSEWHERE, RESTRICTED_LINE, Found
from domain.matching import Verdict
from domain.orders import Change, Order
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import a_party, an_order
from tests.people import RESPONSE


async def hold(database: Database, order: Order) -> None:
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.search.add([order])


def test_nothing_found_says_what_was_searched_and_where_else_to_look() -> None:
    found = Found(Verdict.NONE, "Nothing agrees.", searched="Searched by name.")
    assert found_line(found) == {
        "verdict": "none",
        "why": f"Nothing agrees. Searched by name. {RESTRICTED_LINE} {ELSEWHERE}",
        "matches": [],
    }


def test_what_is_only_possible_asks_for_one_more_particular() -> None:
    found = Found(Verdict.POSSIBLE, "One record may fit.", searched="Searched by name.", ask="date of birth")
    assert found_line(found)["why"] == "One record may fit. Add the date of birth."


def test_a_match_is_only_that() -> None:
    assert found_line(Found(Verdict.MATCH, "All agree.", searched="Searched by name."))["why"] == "All agree."


async def test_a_telephone_and_a_home_find_whoever_is_held_with_them(embedded: Database) -> None:
    one = found(embedded.work, FrozenClock(NOON), RESPONSE, Access())
    await hold(embedded, an_order(respondent=a_party(phone="07700 900123", address1="14 Larkfield Row")))
    phone = await one({"person": {"phone": "+44 7700 900123"}})
    assert (phone["verdict"], phone["matches"][0]["reasons"]) == ("possible", ["telephone number the same"])
    home = await one({"person": {"name": "John Smith", "address": "14 Larkfield Row"}})
    assert (home["verdict"], home["matches"][0]["reasons"][-1]) == ("possible", "same house and street")


@pytest.mark.parametrize(
    ("postcode", "reason"),
    [
        ("zz14ab", "postcode the same"),
        ("ZZ1 4", "same postcode sector"),
        ("zz1", "same postcode district"),
        ("ZZ2 4", "postcode differs"),
        ("nowhere", "forename the same"),
    ],
)
async def test_as_much_of_a_postcode_as_is_given_is_gone_by(embedded: Database, postcode: str, reason: str) -> None:
    one = found(embedded.work, FrozenClock(NOON), RESPONSE, Access())
    await hold(embedded, an_order(respondent=a_party(postcode="ZZ1 4AB")))
    said = await one({"person": {"name": "John Smith", "postcode": postcode}})
    assert said["matches"][0]["reasons"][-1] == reason


@pytest.mark.parametrize(
    ("postcode", "told"),
    [
        ("ZZ1 4", "postcode sector (to put the nearest first)"),
        ("zz1", "postcode district (to put the nearest first)"),
        ("nowhere", "Not searched by postcode (it cannot be read as one)."),
    ],
)
async def test_nothing_found_says_how_much_of_a_postcode_was_read(embedded: Database, postcode: str, told: str) -> None:
    one = found(embedded.work, FrozenClock(NOON), RESPONSE, Access())
    said = await one({"person": {"name": "Nobody Atall", "postcode": postcode}})
    assert said["verdict"] == "none"
    assert told in said["why"]


async def test_an_age_in_the_place_of_a_date_of_birth_confirms_nobody(embedded: Database) -> None:
    one = found(embedded.work, FrozenClock(NOON), RESPONSE, Access())
    await hold(embedded, an_order())
    said = await one({"person": {"name": "John Smith", "dob": "about 40"}})
    assert (said["verdict"], said["matches"][0]["reasons"][-1]) == ("possible", "age fits")


async def test_more_text_than_is_read_is_refused_and_not_cut(embedded: Database) -> None:
    one = found(embedded.work, FrozenClock(NOON), RESPONSE, Access())
    assert await one({"text": "john smith " + "x" * MAX_TEXT}) == {"verdict": "refused", "why": TOO_LONG, "matches": []}


async def test_a_line_says_the_state_that_the_card_says_where_a_variation_begins_tomorrow(embedded: Database) -> None:
    one, order = found(embedded.work, FrozenClock(NOON), RESPONSE, Access()), an_order()
    await hold(embedded, order)
    varied = replace(order, variation=1, change=Change.VARIED, changed_at=NOON + timedelta(days=1), expires_at=None)
    async with embedded.work() as uow:
        await uow.orders.update(varied, NOON)
    lines = [await one({"text": "john smith"}) for _ in range(2)]
    assert [line["matches"][0]["state"] for line in lines] == ["in_force", "in_force"]
