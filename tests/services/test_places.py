"""An order is found by a place that its checked conditions name: never a wording that nobody has checked, and never as a person."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.audit import AuditKind
from domain.lookups import NAMED_IN_A_CONDITION, NO_PLACE, PLACES_SEARCHED, Found
from domain.matching import Verdict
from domain.officers import Officer
from domain.orders import Order, PartyRole
from domain.terms import HELD
from services import papers
from services.contacts import open_plans
from services.lookups import find
from storage.reindex import fill_places
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import a_party, an_order
from tests.papers import SENTENCES, a_paper, at_once, hold
from tests.people import DESK, RESPONSE

CLOCK = FrozenClock()
NAMES_PLACES = (
    *SENTENCES[:5],
    "2. The respondent must not go to Elmfield Primary School or come within 100 metres of it.",
    "3. The respondent must not enter Harbour Street, Ambermere.",
    "4. The respondent must not contact the child Tom Marlow.",
    *SENTENCES[6:],
)


async def look_up(database: Database, text: str, by: Officer = RESPONSE) -> Found:
    return await find(database.work, CLOCK, by, text)


async def checked(database: Database, order: Order, *sentences: str) -> Order:
    await hold(database, order, a_paper(order, *(sentences or NAMES_PLACES)))
    await papers.read_terms(database.work, CLOCK, DESK, order.id, at_once)
    return (await papers.check_terms(database.work, CLOCK, DESK, order.id, 1, {HELD: "yes"}, open_plans)).order


def ids(found: Found) -> list[UUID]:
    return [match.order.id for match in found.matches]


@pytest.mark.parametrize(
    "typed",
    [
        "any order about Elmfield Primary",
        "nmo mentioning Harbour Street",
        "orders mentioning harbour st",
        "who is banned from elmfield school",
    ],
)
async def test_an_order_is_listed_by_a_place_in_its_checked_conditions_and_is_nobodys_match(database: Database, typed: str) -> None:
    order = await checked(database, an_order(has_document=True))
    await hold(database, an_order())
    found = await look_up(database, typed)
    assert (found.verdict, ids(found), found.by_place, found.ask) == (Verdict.POSSIBLE, [order.id], True, None)
    assert (found.matches[0].reasons, found.searched) == ((NAMED_IN_A_CONDITION,), PLACES_SEARCHED)
    async with database.reading() as uow:
        line = (await uow.audit.since())[-1]
    assert (line.event, line.kind, line.subject, line.typed) == ("lookup:orders:searched", AuditKind.CONSULTATION, str(order.id), typed)


async def test_what_only_a_machine_has_read_is_not_searched(database: Database) -> None:
    order = an_order(has_document=True)
    await hold(database, order, a_paper(order, *NAMES_PLACES))
    await papers.read_terms(database.work, CLOCK, DESK, order.id, at_once)
    await papers.change_terms(database.work, CLOCK, DESK, order.id, 1, {"condition_more": "must not enter Mill Lane"})
    for typed in ("any order about Elmfield Primary", "nmo mentioning mill lane"):
        found = await look_up(database, typed)
        assert (found.verdict, found.why, found.matches) == (Verdict.NONE, NO_PLACE, ())


async def test_a_newer_checked_wording_takes_the_place_of_the_older(database: Database) -> None:
    order = await checked(database, an_order(has_document=True))
    await papers.check_terms(
        database.work,
        CLOCK,
        DESK,
        order.id,
        2,
        {HELD: "yes", "condition_2": "must not go to Wenfold Academy", "condition_3": ""},
        open_plans,
    )
    assert ids(await look_up(database, "any order about wenfold academy")) == [order.id]
    for typed in ("any order about Elmfield Primary", "nmo mentioning Harbour Street"):
        assert (await look_up(database, typed)).verdict is Verdict.NONE


async def test_a_wording_that_a_new_paper_has_overtaken_is_not_searched(database: Database) -> None:
    order = await checked(database, an_order(has_document=True))
    async with database.work() as uow:
        await uow.orders.update(replace(order, conditions_checked=False), NOON)
    assert (await look_up(database, "any order about Elmfield Primary")).verdict is Verdict.NONE


@pytest.mark.parametrize("hidden", ["confidential", "withheld"])
async def test_a_street_leads_nobody_to_a_hidden_address_and_the_school_is_still_found(database: Database, hidden: str) -> None:
    applicant = a_party(role=PartyRole.APPLICANT, address1="9 Harbour Street", **{hidden: frozenset({"address1"})})
    order = await checked(database, an_order(has_document=True, applicant=applicant))
    for officer in (RESPONSE, DESK):
        assert (await look_up(database, "nmo mentioning Harbour Street", officer)).verdict is Verdict.NONE
        assert ids(await look_up(database, "any order about Elmfield Primary", officer)) == [order.id]


async def test_an_address_that_becomes_confidential_later_hides_the_street_at_once(database: Database) -> None:
    order = await checked(database, an_order(has_document=True))
    hidden = replace(order, applicant=replace(order.applicant, confidential=frozenset({"postcode"})))
    async with database.work() as uow:
        await uow.orders.update(hidden, NOON)
    assert (await look_up(database, "nmo mentioning Harbour Street")).verdict is Verdict.NONE


@pytest.mark.parametrize(
    "typed", ["nmo mentioning tom marlow", "nmo mentioning Tom Marlow school", "any order about tom marlow", "conditions naming Tom"]
)
async def test_a_child_in_a_condition_is_found_by_nobody(database: Database, typed: str) -> None:
    await checked(database, an_order(has_document=True, applicant=a_party(role=PartyRole.APPLICANT, forenames="Orla", surname="Vane")))
    assert (await look_up(database, typed)).matches == ()


async def test_a_name_that_sounds_like_a_place_is_looked_up_as_a_person_where_no_condition_names_it(database: Database) -> None:
    order = an_order(respondent=a_party(forenames="Harbour", surname="Street"))
    await hold(database, order)
    found = await look_up(database, "nmo mentioning harbour street")
    assert (found.verdict, ids(found), found.by_place) == (Verdict.POSSIBLE, [order.id], False)
    assert NO_PLACE in found.notes


async def test_live_orders_come_first_then_the_newest_and_how_many_there_are_is_said(database: Database) -> None:
    over = "This order lasts until 16:00 on 1 October 2026."
    ended = await checked(database, an_order(has_document=True), *(over if "lasts until" in one else one for one in NAMES_PLACES))
    orders = [
        await checked(
            database,
            an_order(has_document=True),
            *(f"This order was made on {day} June 2026." if "was made" in one else one for one in NAMES_PLACES),
        )
        for day in range(3, 9)
    ]
    found = await look_up(database, "any order about Elmfield Primary")
    assert ids(found) == [one.id for one in reversed(orders)][:5]
    assert found.why.startswith("7 orders have a checked condition that names this place. The 5 newest are shown")
    assert ended.expires_at == datetime(2026, 10, 1, 15, tzinfo=UTC)


async def test_the_index_of_places_is_drawn_anew_from_the_sealed_terms(database: Database) -> None:
    order = await checked(database, an_order(has_document=True))
    overtaken = await checked(database, an_order(has_document=True))
    async with database.work() as uow:
        await uow.orders.update(replace(overtaken, conditions_checked=False), NOON)
        for one in (order, overtaken):
            await uow.places.replace(one.id, ())
        assert await uow.places.is_empty()
        assert await fill_places(uow) == 1
    assert ids(await look_up(database, "any order about Elmfield Primary")) == [order.id]
