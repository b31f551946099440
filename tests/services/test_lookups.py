"""A look-up says what may be said, leaves one audit row, and asks for permission first."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from domain.audit import AuditEntry, AuditKind
from domain.errors import NotAllowed, NotFound
from domain.glances import Glance
from domain.lookups import Found
from domain.matching import Verdict
from domain.officers import Officer
from domain.order_states import standing_at
from domain.orders import Change, Order, OrderState, PartyRole
from domain.particulars import given_particulars
from domain.places import Place, PlaceKind
from services.lookups import find, find_in_batch, find_with, open_order
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.orders import a_party, an_order
from tests.people import ADMIN, AUDITOR, LEFT, RESPONSE, VLO
from tests.trail import trail_of

CLOCK = FrozenClock()


async def hold(database: Database, *orders: Order) -> None:
    async with database.work() as uow:
        await uow.orders.save_many(orders)
        await uow.search.add(orders)


async def look_up(database: Database, text: str) -> Found:
    return await find(database.work, CLOCK, RESPONSE, text, "webchat")


def ids(found: Found) -> list[object]:
    return [match.order.id for match in found.matches]


async def test_a_misheard_name_with_the_date_of_birth_finds_the_order(database: Database) -> None:
    order = an_order()
    await hold(database, order, an_order(respondent=a_party(forenames="Peter", surname="Wetherby", dob=date(1970, 1, 1))))
    found = await look_up(database, "any nmo on john smiht dob 12/3/85")
    assert (found.verdict, ids(found), found.matches[0].state) == (Verdict.MATCH, [order.id], OrderState.IN_FORCE)
    assert found.matches[0].reasons == ("surname one letter off", "forename the same", "date of birth the same")


async def test_the_applicant_is_found_too(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    found = await look_up(database, "jane marlow 4/9/87")
    assert [(match.order.id, match.role) for match in found.matches] == [(order.id, PartyRole.APPLICANT)]


async def test_a_name_alone_is_listed_and_asks_for_one_particular_more(database: Database) -> None:
    await hold(database, an_order())
    found = await look_up(database, "john smith")
    assert (found.verdict, len(found.matches), found.ask) == (Verdict.POSSIBLE, 1, "date of birth or postcode")


@pytest.mark.parametrize(
    "typed", ["smith", "smith about 40", "aged 40", "has john got a non mol", "s", "12/3/85", "smith born 1985", "%", "", "j s"]
)
async def test_too_little_lists_nobody_and_is_logged_all_the_same(database: Database, typed: str) -> None:
    await hold(database, an_order())
    found = await look_up(database, typed)
    assert (found.verdict, found.matches, bool(found.why)) == (Verdict.REFUSED, (), True)
    assert [(entry.outcome, entry.typed) for entry in await trail_of(database)] == [("refused", typed)]


@pytest.mark.parametrize("typed", ["order no fm24f00123", "1712 3456 7890 1234", "nmo-23456p"])
async def test_a_number_goes_straight_to_the_order(database: Database, typed: str) -> None:
    order = an_order(case_no="1712345678901234", familyman_no="FM24F00123", reference="NMO-23456P")
    await hold(database, order, an_order())
    found = await look_up(database, typed)
    assert (found.verdict, ids(found)) == (Verdict.MATCH, [order.id])


async def test_every_order_of_a_case_is_shown(database: Database) -> None:
    first, second = an_order(case_no="1712345678901234"), an_order(case_no="1712345678901234")
    await hold(database, first, second)
    found = await look_up(database, "1712345678901234")
    assert (found.verdict, set(ids(found))) == (Verdict.MATCH, {first.id, second.id})


async def test_a_number_that_is_not_held_speaks_against_the_name(database: Database) -> None:
    await hold(database, an_order())
    assert (await look_up(database, "FM24F00999")).verdict is Verdict.NONE
    found = await look_up(database, "john smith 12/3/85 case FM24F00999")
    assert (found.verdict, found.why[:44]) == (Verdict.POSSIBLE, "No order in this register has that number. N")


async def test_nothing_found_says_what_was_searched_and_how_old_the_register_is(database: Database) -> None:
    taken_in = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
    async with database.work() as uow:
        await uow.intake.note_file("0" * 64, "manifest-20261119.csv", date(2026, 11, 19), taken_in)
    found = await look_up(database, "peter wetherby 1/2/70 07700 900123")
    assert (found.verdict, found.matches, found.register_as_of) == (Verdict.NONE, (), taken_in)
    assert "date of birth" in found.searched
    assert "telephone number" in found.searched


async def test_a_look_up_without_a_name_says_by_what_it_went_and_what_is_still_to_compare(database: Database) -> None:
    await hold(database, an_order())
    found = await look_up(database, "07700 900456")
    assert (found.verdict, found.asked_for) == (Verdict.POSSIBLE, "telephone 07700900456")
    assert found.why.startswith("One record may fit, found by telephone number alone.")
    assert "A name alone" not in found.why
    beside = await look_up(database, "07700 900456 M14 5QX")
    assert beside.why.startswith("One record may fit, found by telephone number alone. The postcode typed is another.")


async def test_a_miss_counts_the_days_for_which_no_file_came(database: Database) -> None:
    async with database.work() as uow:
        for day in (15, 18):
            await uow.intake.note_file(str(day) * 32, "manifest.csv", date(2026, 11, day), CLOCK())
    assert (await look_up(database, "peter wetherby 1/2/70")).days_without == 3


async def test_a_postcode_alone_lists_but_says_nobody_is_meant(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    found = await look_up(database, "anything live on ZZ1 4AB")
    assert (found.verdict, ids(found)) == (Verdict.POSSIBLE, [order.id])


async def test_an_age_puts_whom_it_fits_first_and_never_makes_a_match(database: Database) -> None:
    son, father = an_order(), an_order(respondent=a_party(dob=date(1958, 7, 1)))
    await hold(database, father, son)
    found = await look_up(database, "any nmo on john smith about 40")
    assert (found.verdict, ids(found), found.asked_for) == (Verdict.POSSIBLE, [son.id, father.id], "John Smith, aged 35 to 45")
    assert [match.reasons[-1] for match in found.matches] == ["age fits", "age does not fit"]
    assert "age (to put the nearest first)" in found.searched
    older = await look_up(database, "john smith in his late sixties")
    assert (older.verdict, ids(older)) == (Verdict.POSSIBLE, [father.id, son.id])


async def test_among_many_of_one_name_the_age_decides_who_is_read_at_all(database: Database) -> None:
    old = [an_order(respondent=a_party(dob=date(1940 + at % 9, 1 + at % 12, 1 + at % 28))) for at in range(60)]
    wanted = an_order()
    await hold(database, *old, wanted)
    assert ids(await look_up(database, "john smith about 40"))[0] == wanted.id


async def test_a_confidential_address_leads_nobody_to_the_applicant(database: Database) -> None:
    hidden = a_party(role=PartyRole.APPLICANT, confidential=frozenset({"address1", "address2", "postcode"}))
    await hold(database, an_order(applicant=hidden))
    assert (await look_up(database, "anything on ZZ2 7QD")).verdict is Verdict.NONE


async def test_the_state_is_that_of_the_moment_of_the_look_up(database: Database) -> None:
    await hold(database, an_order())
    later = FrozenClock(CLOCK() + timedelta(days=90))
    found = await find(database.work, later, RESPONSE, "john smith 12/3/85")
    assert found.matches[0].state is OrderState.EXPIRED


async def test_particulars_that_came_apart_are_looked_up_alike(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    found = await find(database.work, CLOCK, RESPONSE, given_particulars("Smith, John", None, "", "zz14ab", "", "Smith, John; zz14ab"))
    assert (found.verdict, ids(found)) == (Verdict.POSSIBLE, [order.id])


async def test_one_row_of_the_trail_tells_who_saw_which_order_and_what_was_typed(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    await look_up(database, "john smith 12/3/85")
    expected = AuditEntry(
        CLOCK(),
        RESPONSE.id,
        AuditKind.CONSULTATION,
        "lookup:orders:searched",
        str(order.id),
        "match",
        "webchat",
        typed="john smith 12/3/85",
    )
    assert [replace(entry, seq=None) for entry in await trail_of(database)] == [expected]


async def test_one_particular_more_is_read_with_what_was_typed_before(database: Database) -> None:
    order = an_order()
    await hold(database, order, an_order(respondent=a_party(dob=date(1958, 7, 1))))
    listed = await look_up(database, "any nmo on john smith")
    assert (listed.verdict, listed.kept is None) == (Verdict.POSSIBLE, False)
    assert listed.kept is not None
    found = await find_with(database.work, CLOCK, RESPONSE, listed.kept, "12/3/85", "webchat")
    assert (found.verdict, ids(found)) == (Verdict.MATCH, [order.id])
    assert [entry.typed for entry in await trail_of(database)] == ["any nmo on john smith", "12/3/85, any nmo on john smith"]


async def test_nobody_goes_on_with_what_another_officer_typed(database: Database) -> None:
    await hold(database, an_order())
    listed = await look_up(database, "john smith")
    assert listed.kept is not None
    with pytest.raises(NotFound):
        await find_with(database.work, CLOCK, VLO, listed.kept, "12/3/85")
    with pytest.raises(NotAllowed):
        await find_with(database.work, CLOCK, AUDITOR, listed.kept, "12/3/85")


async def test_opening_an_order_reads_it_anew_and_is_logged(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    match = await open_order(database.work, CLOCK, RESPONSE, order.id, "webchat")
    assert (match.order, match.state) == (order, OrderState.IN_FORCE)
    assert [(entry.event, entry.subject) for entry in await trail_of(database)] == [("lookup:order:opened", str(order.id))]


async def test_what_stands_beside_an_order_is_read_for_the_one_that_is_shown_whole(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    (shown,) = (await look_up(database, "john smith 12/3/85")).matches
    (listed,) = (await look_up(database, "john smith")).matches
    opened = await open_order(database.work, CLOCK, RESPONSE, order.id)
    assert (shown.glance, opened.glance, listed.glance) == (Glance(), Glance(), None)
    assert (shown.standing, opened.standing) == 2 * (standing_at([order], CLOCK()),)


async def test_before_a_variation_begins_the_version_before_it_is_what_stands(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    tomorrow = CLOCK() + timedelta(days=1)
    async with database.work() as uow:
        await uow.orders.update(replace(order, variation=1, change=Change.VARIED, changed_at=tomorrow, expires_at=None), CLOCK())
    today = await open_order(database.work, CLOCK, RESPONSE, order.id)
    after = await open_order(database.work, FrozenClock(tomorrow), RESPONSE, order.id)
    assert (today.state, after.state) == (OrderState.IN_FORCE, OrderState.END_UNKNOWN)


async def test_a_list_a_place_and_a_line_of_a_batch_never_contradict_the_card(database: Database) -> None:
    order, other = an_order(case_no="1712345678901234", conditions_checked=True), an_order(case_no="1712345678901234")
    await hold(database, order, other)
    tomorrow = CLOCK() + timedelta(days=1)
    varied = replace(order, variation=1, change=Change.VARIED, changed_at=tomorrow, expires_at=None)
    async with database.work() as uow:
        await uow.orders.update(varied, CLOCK())
        await uow.places.replace(order.id, {Place(PlaceKind.SCHOOL, ("elmfield",), "school")})
    card = await open_order(database.work, CLOCK, RESPONSE, order.id)
    for typed in ("john smith", "1712345678901234", "any order about Elmfield Primary"):
        listed = await look_up(database, typed)
        in_batch = await find_in_batch(database.work, CLOCK, RESPONSE, typed)
        for match in (one for found in (listed, in_batch) for one in found.matches if one.order.id == order.id):
            assert (match.state, match.standing) == (OrderState.IN_FORCE, card.standing)
        assert {order.id} <= set(ids(listed)) & set(ids(in_batch))


async def test_an_order_that_is_gone_is_said_to_be_gone_and_the_attempt_is_kept(database: Database) -> None:
    with pytest.raises(NotFound):
        await open_order(database.work, CLOCK, RESPONSE, uuid4())
    assert [entry.outcome for entry in await trail_of(database)] == ["not_found"]


@pytest.mark.parametrize("officer", [AUDITOR, ADMIN, LEFT])
async def test_whoever_may_not_look_up_is_refused_before_anything_is_read(database: Database, officer: Officer) -> None:
    with pytest.raises(NotAllowed):
        await find(database.work, CLOCK, officer, "john smith 12/3/85")
    with pytest.raises(NotAllowed):
        await open_order(database.work, CLOCK, officer, uuid4())
    assert await trail_of(database) == []


@pytest.mark.parametrize(
    "typed",
    [
        "' OR 1=1 --",
        'NEAR("john" smith)',
        "\u202esmith john",
        "john\x00smith",
        "**john** <b>smith</b>",
        "\U0001f600 \U0001f600",
        "a" * 5_000,
    ],
)
async def test_odd_text_is_only_text(database: Database, typed: str) -> None:
    await hold(database, an_order())
    assert (await look_up(database, typed)).verdict in {Verdict.REFUSED, Verdict.NONE, Verdict.POSSIBLE}


@pytest.mark.parametrize(
    ("typed", "which"),
    [
        ("14 larkfield row ambermere", 0),
        ("3 Larkfield Row, Ambermere, LS8 4MV", 1),
        ("dave wobblethwaite 14 larkfield row", 0),
        ("at 14 larkfield row leeds", 0),
    ],
)
async def test_a_home_is_found_whatever_town_or_name_stands_beside_it(database: Database, typed: str, which: int) -> None:
    orders = [an_order(respondent=a_party(address1=f"{house} Larkfield Row", postcode="LS8 4MV")) for house in (14, 3)]
    await hold(database, *orders)
    found = await look_up(database, typed)
    assert (found.verdict, ids(found)[0]) == (Verdict.POSSIBLE, orders[which].id)
