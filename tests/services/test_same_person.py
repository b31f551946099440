"""Two records are linked by an officer's word, taken back by one, and by nothing else; both words are on the trail of either person."""

from uuid import uuid4

import pytest

from domain.audit import AuditEntry, AuditKind
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.glances import Glance
from domain.lookups import NOT_SHOWN, safe_particulars
from domain.matching import Verdict
from domain.officers import Officer
from domain.orders import Order, PartyRole
from domain.same_person import FIRM, LINKED, SAME_CASE, Record
from services import same_person
from services.audits import export
from services.lookups import find, open_order
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import a_party, an_order
from tests.people import ADMIN, AUDITOR, DESK, LEFT, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO
from tests.same_people import bound, her_order, his_order, protected

CLOCK = FrozenClock()
RESPONDENT, APPLICANT = PartyRole.RESPONDENT, PartyRole.APPLICANT


async def hold(database: Database, *orders: Order) -> None:
    async with database.work() as uow:
        await uow.orders.save_many(orders)
        await uow.search.add(orders)


def of(order: Order, role: PartyRole = RESPONDENT) -> Record:
    return Record(order.id, role)


async def link(database: Database, one: Record, other: Record, seen: int = 0, by: Officer = RESPONSE) -> int:
    return (await same_person.link(database.work, CLOCK, by, one, other, seen)).number


async def unlink(database: Database, one: Record, other: Record, seen: int, by: Officer = VLO) -> int:
    return (await same_person.unlink(database.work, CLOCK, by, one, other, seen)).number


async def glance(database: Database, order: Order, by: Officer = RESPONSE) -> Glance:
    found = (await open_order(database.work, CLOCK, by, order.id)).glance
    assert found is not None
    return found


async def trail(database: Database) -> list[AuditEntry]:
    async with database.reading() as uow:
        return [line for line in await uow.audit.since() if line.event.startswith("person:")]


@pytest.mark.parametrize("officer", [RESPONSE, VLO, SUPERVISOR, DESK], ids=lambda one: one.name)
async def test_what_an_officer_said_is_shown_with_both_records_and_told_of_nobody_else(database: Database, officer: Officer) -> None:
    first, second, third = an_order(), an_order(respondent=a_party(surname="Smythe")), an_order()
    await hold(database, first, second, third)
    await link(database, of(first), of(second), by=officer)
    assert [(one.record, one.reference, one.whose, one.at) for one in (await glance(database, first)).also_in] == [
        (of(second), second.reference, RESPONDENT, NOON)
    ]
    assert [one.record for one in (await glance(database, second)).also_in] == [of(first)]
    assert (await glance(database, third)).also_in == ()


async def test_equal_records_are_never_linked_by_themselves(database: Database) -> None:
    orders = [an_order() for _ in range(3)]
    await hold(database, *orders)
    for order in orders:
        assert (await glance(database, order)).also_in == ()
    assert await trail(database) == []


async def test_a_link_is_taken_back_and_said_again_and_every_word_is_on_the_trail_of_all_it_is_about(database: Database) -> None:
    first, second = an_order(), an_order(applicant=protected())
    await hold(database, first, second)
    pair = of(first), of(second, APPLICANT)
    assert [await link(database, *pair), await unlink(database, *pair, 1), await link(database, pair[1], pair[0], 2)] == [1, 2, 3]
    lines = await trail(database)
    assert [(line.event, line.kind, line.actor) for line in lines] == [
        ("person:records:linked", AuditKind.COMBINATION, RESPONSE.id),
        ("person:records:unlinked", AuditKind.COMBINATION, VLO.id),
        ("person:records:linked", AuditKind.COMBINATION, RESPONSE.id),
    ]
    for id in (first.id, second.id, first.respondent.id, second.applicant.id, first.reference):
        told = [line["event"] for line in await export(database.work, CLOCK, AUDITOR, str(id))]
        assert told[:3] == [line.event for line in lines]


async def test_after_a_link_is_taken_back_no_card_tells_of_it(database: Database) -> None:
    first, second = an_order(), an_order()
    await hold(database, first, second)
    await link(database, of(first), of(second))
    await unlink(database, of(second), of(first), 1)
    assert (await glance(database, first)).also_in == (await glance(database, second)).also_in == ()


async def test_who_has_not_seen_the_last_word_says_none(database: Database) -> None:
    first, second = an_order(), an_order()
    await hold(database, first, second)
    with pytest.raises(Outdated):
        await unlink(database, of(first), of(second), 0)
    await link(database, of(first), of(second))
    for seen in (0, 1, 2):
        with pytest.raises(Outdated):
            await link(database, of(second), of(first), seen)
    with pytest.raises(Outdated):
        await unlink(database, of(first), of(second), 0)
    assert [one.number for one in (await glance(database, first)).also_in] == [1]


async def test_the_two_people_of_one_order_and_an_order_that_is_gone_are_not_linked(database: Database) -> None:
    order = an_order()
    await hold(database, order)
    with pytest.raises(Unreadable, match="are not one person"):
        await link(database, of(order), of(order, APPLICANT))
    gone = Record(uuid4(), RESPONDENT)
    for asked in (link(database, of(order), gone), unlink(database, of(order), gone, 1)):
        with pytest.raises(NotFound):
            await asked
    with pytest.raises(NotFound):
        await same_person.compare(database.work, CLOCK, RESPONSE, gone, [of(order)])
    assert await trail(database) == []


async def test_records_are_held_against_each_other_with_the_last_word_on_each_pair(database: Database) -> None:
    orders = [an_order() for _ in range(4)]
    await hold(database, *orders[:3])
    first, second, third, gone = map(of, orders)
    await link(database, first, second)
    await link(database, first, third)
    await unlink(database, first, third, 1)
    asked = [third, second, gone, of(orders[0], APPLICANT), third]
    compared = await same_person.compare(database.work, CLOCK, RESPONSE, first, asked, "webchat")
    assert [(one.record, one.number, one.linked) for one in compared.others] == [(third, 2, False), (second, 1, True)]
    line = (await trail(database))[-1]
    assert (line.event, line.kind, line.channel) == ("person:records:compared", AuditKind.CONSULTATION, "webchat")
    assert {str(one.id) for one in orders[:3]} <= set(line.subject.split(";"))


@pytest.mark.parametrize("officer", [NEIGHBOUR, AUDITOR, ADMIN, LEFT], ids=lambda one: one.name)
async def test_whoever_may_not_link_records_is_refused_before_anything_is_read(database: Database, officer: Officer) -> None:
    one, other = Record(uuid4(), RESPONDENT), Record(uuid4(), RESPONDENT)
    for asked in (
        same_person.compare(database.work, CLOCK, officer, one, [other]),
        same_person.link(database.work, CLOCK, officer, one, other, 0),
        same_person.unlink(database.work, CLOCK, officer, one, other, 1),
    ):
        with pytest.raises(NotAllowed):
            await asked
    assert await trail(database) == []


async def test_mutual_orders_are_told_on_both_cards_of_the_same_people_and_of_no_others(database: Database) -> None:
    his, hers, other = his_order(), her_order(), her_order(respondent=bound(surname="Quill"))
    await hold(database, his, hers, other)
    assert [(one.reference, one.how) for one in (await glance(database, his)).mutual] == [(hers.reference, FIRM)]
    assert [one.reference for one in (await glance(database, hers)).mutual] == [his.reference]
    assert (await glance(database, other)).mutual == ()
    await link(database, of(his, APPLICANT), of(other))
    assert {(one.reference, one.how) for one in (await glance(database, his)).mutual} == {(hers.reference, FIRM), (other.reference, LINKED)}
    assert [one.how for one in (await glance(database, other)).mutual] == [LINKED]


async def test_a_mutual_order_of_the_same_case_is_told_though_the_court_leaves_out_the_applicants_date_of_birth(database: Database) -> None:
    his = his_order(applicant=a_party(role=APPLICANT, dob=None))
    hers = her_order(case_no=his.case_no, applicant=protected(dob=None))
    elsewhere = her_order(applicant=protected(dob=None))
    await hold(database, his, hers, elsewhere)
    assert [(one.reference, one.how) for one in (await glance(database, his)).mutual] == [(hers.reference, SAME_CASE)]


async def test_a_name_that_is_confidential_there_is_told_to_who_may_see_it_alone(database: Database) -> None:
    his = his_order()
    hers = her_order(applicant=protected(confidential=frozenset({"name"})))
    await hold(database, his, hers)
    await link(database, of(his), of(hers, APPLICANT))
    for officer, told in ((RESPONSE, []), (VLO, [hers.reference])):
        seen = await glance(database, his, officer)
        assert ([one.reference for one in seen.mutual], [one.reference for one in seen.also_in]) == (told, told)


@pytest.mark.parametrize("typed", ["john smith 12/3/85", "john smith", "jane marlow", "jane marlow 4/9/87"])
async def test_in_an_answer_and_in_a_list_the_area_of_whoever_is_protected_elsewhere_is_not_shown(database: Database, typed: str) -> None:
    his, hers = his_order(), her_order()
    await hold(database, his, hers)
    found = await find(database.work, CLOCK, RESPONSE, typed)
    areas = {safe_particulars(match.order, RESPONSE).respondent.area for match in found.matches}
    assert (found.verdict, areas) == (Verdict.POSSIBLE, {NOT_SHOWN})
    opened = await open_order(database.work, CLOCK, RESPONSE, his.id)
    assert safe_particulars(opened.order, RESPONSE).respondent.area == NOT_SHOWN
    assert safe_particulars((await open_order(database.work, CLOCK, VLO, his.id)).order, VLO).respondent.area == "Ambermere, ZZ1"


async def test_what_is_walled_is_only_what_is_shown_and_never_what_is_held(database: Database) -> None:
    his, hers = his_order(), her_order()
    await hold(database, his, hers)
    await open_order(database.work, CLOCK, RESPONSE, his.id)
    async with database.reading() as uow:
        assert await uow.orders.many([his.id, hers.id]) == [his, hers]
