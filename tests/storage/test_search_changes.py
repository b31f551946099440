"""A change to the index writes what differs, and leaves it as if everybody had been indexed so from the first."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import ClauseElement, select

from storage import lexicon as by_name
from storage import search
from storage.search import Search
from storage.search_rows import indexed
from storage.tables.search import indexed_party, lexicon, lexicon_key, party_name
from storage.work import Database, UnitOfWork
from tests.orders import a_party, an_order

ONE = an_order(respondent=a_party(forenames="William James", surname="Anderson-Hughes"))
OTHER = an_order(respondent=a_party(forenames="James", surname="Hughes"), applicant=replace(ONE.applicant, forenames=None, surname=None))
VERSIONS = {
    "as it was": ONE,
    "dob": replace(ONE, respondent=replace(ONE.respondent, dob=date(1985, 3, 21))),
    "no dob": replace(ONE, respondent=replace(ONE.respondent, dob=None)),
    "surname of another": replace(ONE, respondent=replace(ONE.respondent, surname="Hughes")),
    "surname of nobody": replace(ONE, applicant=replace(ONE.applicant, surname="Zygmunt")),
    "a forename less": replace(ONE, respondent=replace(ONE.respondent, forenames="William")),
    "forenames turned": replace(ONE, respondent=replace(ONE.respondent, forenames="James William")),
    "moved": replace(ONE, applicant=replace(ONE.applicant, address1="7 Mill Lane", postcode="ZZ9 3QP")),
    "a telephone less": replace(ONE, respondent=replace(ONE.respondent, phone=None)),
    "withheld": replace(ONE, respondent=replace(ONE.respondent, withheld=frozenset({"name", "dob", "postcode"}))),
    "exchanged": replace(
        ONE,
        respondent=replace(ONE.applicant, role=ONE.respondent.role),
        applicant=replace(ONE.respondent, role=ONE.applicant.role),
    ),
}
STATEMENTS = [by_name._NUMBERS, by_name._UNUSED, by_name._FORGET, by_name._FORGET_KEYS, by_name._COUNT]
STATEMENTS += [search._HELD, search._FORGET, search._FORGET_NAME, search._SET_NAMED, search._SET_MOVED, search._SET_REACHED]


async def held(uow: UnitOfWork, force: str) -> set[tuple[object, ...]]:
    """Every row of the index of a force, each name's number written as the name."""
    tokens = {None: None, **{row.no: row.token for row in await rows(uow, lexicon, force)}}
    people = {(*row[1:3], tokens[row.first], tokens[row.last], *row[5:]) for row in await rows(uow, indexed_party, force)}
    names = {
        (row.surname < 0, tokens[abs(row.surname)], tokens[row.forename], row.no, row.dob) for row in await rows(uow, party_name, force)
    }
    counts = {(row.token, row.as_surname, row.as_forename) for row in await rows(uow, lexicon, force)}
    keys = {(row.key, tokens[row.token]) for row in await rows(uow, lexicon_key, force)}
    return people | names | counts | keys


async def rows(uow: UnitOfWork, table: Any, force: str) -> Any:
    return (await uow.connection.execute(select(table).where(table.c.force == force))).all()


async def written(uow: UnitOfWork) -> int:
    """How many rows this connection has written."""
    (told,) = await uow.connection.exec_driver_sql("SELECT total_changes()")
    return int(told[0])


@pytest.mark.parametrize("before", VERSIONS)
@pytest.mark.parametrize("after", VERSIONS)
async def test_a_changed_order_is_held_as_if_it_had_been_so_from_the_first(embedded: Database, before: str, after: str) -> None:
    async with embedded.work() as uow:
        await uow.search.add([VERSIONS[before], OTHER])
        await uow.search.replace(VERSIONS[after])
        await Search(uow.connection, "elsewhere").add([VERSIONS[after], OTHER])
        assert await held(uow, embedded.force) == await held(uow, "elsewhere")


async def test_many_changes_at_once_and_a_removal_leave_nothing_behind(database: Database) -> None:
    async with database.work() as uow:
        for order in VERSIONS.values():
            await uow.search.add([order, replace(OTHER, respondent=replace(order.applicant, role=OTHER.respondent.role))])
        await uow.search.add([ONE, OTHER])
        await uow.search.remove(ONE)
        await Search(uow.connection, "elsewhere").add([OTHER])
        assert await held(uow, database.force) == await held(uow, "elsewhere")


async def test_an_order_indexed_again_as_it_is_writes_nothing(embedded: Database) -> None:
    async with embedded.work() as uow:
        await uow.search.add([ONE, OTHER])
        before = await written(uow)
        await uow.search.add([ONE, OTHER])
        assert await written(uow) == before


@pytest.mark.parametrize(("what", "most"), [("moved", 6), ("a telephone less", 3), ("no dob", 22)])
async def test_what_stays_of_a_changed_order_is_not_written_again(embedded: Database, what: str, most: int) -> None:
    async with embedded.work() as uow:
        await uow.search.add([ONE, OTHER])
        before = await written(uow)
        await uow.search.replace(VERSIONS[what])
        assert 0 < await written(uow) - before <= most


@pytest.mark.parametrize("statement", STATEMENTS)
async def test_a_change_reads_and_writes_by_keys_and_never_goes_through_the_register(embedded: Database, statement: ClauseElement) -> None:
    compiled: Any = statement.compile(dialect=embedded.engine.dialect)
    async with embedded.reading() as uow:
        plan: Any = await uow.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", (None,) * len(compiled.positiontup or ()))
        steps = [step[3] for step in plan.all()]
    assert steps
    assert [step for step in steps if step.endswith("(force=?)") or (step.startswith("SCAN") and "json_each" not in step)] == []


def test_the_versions_differ_as_the_index_sees_them() -> None:
    assert len({indexed(order) for order in VERSIONS.values()}) == len(VERSIONS)
