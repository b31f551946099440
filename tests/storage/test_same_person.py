"""What was said of two records is kept whole; who may be of the same people is found by the index, in one statement."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import CompoundSelect

from domain.orders import Order, PartyRole
from domain.same_person import Neighbours, PersonLink, Record, Word, pair_of
from storage import glances, same_person
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import DESK, RESPONSE
from tests.same_people import HER_SECRET, HIS_SECRET, bound, her_order, his_order, protected

RESPONDENT, APPLICANT = PartyRole.RESPONDENT, PartyRole.APPLICANT


async def hold(database: Database, *orders: Order) -> None:
    async with database.work() as uow:
        await uow.orders.save_many(orders)
        await uow.search.add(orders)


async def near(database: Database, *orders: Order) -> Neighbours:
    async with database.reading() as uow:
        return await uow.same_person.beside(orders)


def said(one: Order, role: PartyRole, other: Order, other_role: PartyRole, word: Word = Word.SAME, number: int = 1) -> PersonLink:
    first, second = pair_of(Record(one.id, role), Record(other.id, other_role))
    names = {one.id: one.reference, other.id: other.reference}
    return PersonLink(first, second, word, DESK.id, NOON, number, names[first.order], names[second.order])


async def test_every_word_on_a_pair_is_kept_and_found_from_both_sides(database: Database) -> None:
    first, second, third = an_order(), an_order(applicant=protected()), an_order()
    await hold(database, first, second, third)
    word = said(first, RESPONDENT, second, APPLICANT)
    back = replace(word, word=Word.TAKEN_BACK, number=2)
    other = said(first, APPLICANT, third, RESPONDENT)
    async with database.work() as uow:
        assert [await uow.same_person.note(one) for one in (word, word, back, other)] == [True, False, True, True]
    assert set((await near(database, first)).links) == {word, back, other}
    assert set((await near(database, second)).links) == {word, back}
    assert set((await near(database, first, second, third)).links) == {word, back, other}
    assert await near(database) == Neighbours()
    async with beside(database, "next-door") as neighbour:
        assert (await near(neighbour, first)).links == ()


async def test_a_pair_is_one_whichever_of_the_two_was_named_first(database: Database) -> None:
    first, second = an_order(), an_order()
    await hold(database, first, second)
    word = said(first, RESPONDENT, second, RESPONDENT)
    async with database.work() as uow:
        assert await uow.same_person.note(word)
        assert not await uow.same_person.note(replace(word, one=word.other, other=word.one))


async def test_an_order_with_the_two_people_turned_round_is_near_from_both_sides(database: Database) -> None:
    his, hers = his_order(), her_order()
    await hold(database, his, hers, an_order(respondent=bound(forenames="Joan")), her_order(respondent=bound(dob=date(1990, 1, 1))))
    assert (await near(database, his)).references == {hers.reference}
    assert (await near(database, hers)).references == {his.reference}


@pytest.mark.parametrize(
    "other",
    [
        her_order(applicant=protected(dob=date(1985, 3, 13))),
        her_order(applicant=protected(forenames="Jon")),
        her_order(respondent=bound(dob=None)),
        her_order(respondent=bound(forenames="Janet")),
    ],
)
async def test_whoever_differs_in_a_forename_or_a_date_is_not_near(database: Database, other: Order) -> None:
    his = his_order()
    await hold(database, his, other)
    assert (await near(database, his)).references == frozenset()


async def test_orders_of_one_case_are_near_and_those_asked_about_are_not_named_again(database: Database) -> None:
    his = his_order()
    case = her_order(case_no=his.case_no, applicant=protected(dob=None))
    await hold(database, his, case)
    assert (await near(database, his)).references == {case.reference}
    assert (await near(database, his, case)).references == frozenset()


async def test_a_glance_brings_the_same_in_its_one_statement(database: Database) -> None:
    his, hers, other = his_order(), her_order(), an_order()
    await hold(database, his, hers, other)
    word = said(his, APPLICANT, other, RESPONDENT)
    async with database.work() as uow:
        await uow.same_person.note(word)
        glance = await uow.glances.of(his, RESPONSE.id, NOON)
    assert glance.neighbours == Neighbours((word,), frozenset({hers.reference, other.reference}))


async def test_of_the_other_order_names_dates_and_flags_are_read_and_nothing_that_tells_where_anybody_is(database: Database) -> None:
    hers = her_order(applicant=protected(**HIS_SECRET, safe_time_raw="before 7am", confidential=frozenset({"phone"})))
    await hold(database, hers)
    async with database.reading() as uow:
        (sides,) = await uow.same_person.sides([hers.reference, "NMO-22222N"])
        assert await uow.same_person.sides(()) == ()
    assert (sides.id, sides.reference, sides.case_no) == (hers.id, hers.reference, hers.case_no)
    assert (sides.applicant.name, sides.applicant.dob, sides.applicant.confidential) == (
        "John Smith",
        date(1985, 3, 12),
        frozenset({"phone"}),
    )
    assert not [secret for secret in (*HIS_SECRET.values(), *HER_SECRET.values(), "before 7am") if secret in repr(sides)]


@pytest.mark.parametrize("statement", [same_person._BESIDE, same_person._SIDES, glances._BESIDE], ids=["beside", "sides", "glance"])
async def test_no_part_of_a_statement_goes_through_all_that_a_force_holds(embedded: Database, statement: CompoundSelect[Any]) -> None:
    compiled = statement.compile(dialect=embedded.engine.dialect)
    async with embedded.reading() as uow:
        plan: Any = await uow.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", (None,) * len(compiled.positiontup or ()))
        steps = [step[3] for step in plan.all()]
    assert len(steps) > 2
    assert [step for step in steps if step.endswith("(force=?)") or (step.startswith("SCAN") and "json_each" not in step)] == []
