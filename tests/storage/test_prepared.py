"""Statements that run straight at the embedded driver do what SQLAlchemy's own way does."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import BindParameter, Column, Date, Integer, MetaData, String, Table, bindparam, func, insert, literal, select, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.metadata import Id, Moment
from storage.prepared import Rows, Statements, Written
from storage.sqlite import NearDialect
from storage.work import Database

THING = Table(
    "thing_prepared",
    MetaData(),
    Column("id", Id, primary_key=True),
    Column("name", String(20)),
    Column("number", Integer),
    Column("day", Date),
    Column("at", Moment),
)
NAME: BindParameter[str] = bindparam("name")
ONE = select(THING).where(THING.c.name == NAME)
CHANGE = update(THING).where(THING.c.name == bindparam("which")).values(number=bindparam("new_number"))
EMPTIED = update(THING).where(THING.c.name == bindparam("which")).values(day=None, number=THING.c.number + 1)
ADDED = insert(THING)
FIRST, SECOND = UUID(int=1), UUID(int=2)
AT = datetime(2026, 6, 1, 12, 30, 15, 250, tzinfo=UTC)
ROW = {"id": FIRST, "name": "first", "number": 7, "day": date(2026, 6, 1), "at": AT}
EMPTY = {"id": SECOND, "name": "second", "number": None, "day": None, "at": None}


async def filled(connection: AsyncConnection) -> None:
    await connection.run_sync(THING.metadata.create_all)
    await connection.execute(ADDED, ROW)
    await connection.execute(ADDED, [EMPTY])


async def test_every_run_after_the_first_gives_what_the_first_gave(embedded: Database) -> None:
    async with embedded.work() as uow:
        await filled(uow.connection)
        for name, row in (("first", ROW), ("second", EMPTY)):
            by_library = (await embedded_run(uow.connection, name)).one()
            straight = (await uow.connection.execute(ONE, {"name": name})).one()
            assert straight._asdict() == by_library._asdict() == row
            assert tuple(straight) == tuple(by_library) == tuple(row.values())


async def embedded_run(connection: AsyncConnection, name: str) -> Any:
    """By the library: a statement made for this run is never run straight."""
    return await connection.execute(select(THING).where(THING.c.name == name))


async def test_a_statement_runs_straight_from_its_second_run_on(embedded: Database) -> None:
    only = select(THING.c.name).where(THING.c.name == NAME)
    async with embedded.work() as uow:
        await filled(uow.connection)
        kinds = [isinstance(await uow.connection.execute(only, {"name": "first"}), Rows) for _ in range(3)]
    assert kinds == [False, True, True]


async def test_what_is_found_is_read_as_rows_and_as_values(embedded: Database) -> None:
    async with embedded.work() as uow:
        await filled(uow.connection)
        every = select(THING.c.name, func.length(THING.c.name), literal("here")).order_by(THING.c.name)
        for _ in range(2):
            found = await uow.connection.execute(every)
            assert [tuple(row) for row in found.all()] == [("first", 5, "here"), ("second", 6, "here")]
        assert list(await uow.connection.scalars(every)) == ["first", "second"]
        assert await uow.connection.scalar(every) == "first"
        for _ in range(2):
            nobody = await uow.connection.execute(ONE, {"name": "nobody"})
            assert (nobody.first(), await uow.connection.scalar(ONE, {"name": "nobody"})) == (None, None)


async def test_exactly_one_row_is_demanded_where_one_is(embedded: Database) -> None:
    async with embedded.work() as uow:
        await filled(uow.connection)
        await uow.connection.execute(ONE, {"name": "nobody"})
        nobody = await uow.connection.execute(ONE, {"name": "nobody"})
        with pytest.raises(ValueError, match="not enough values"):
            nobody.one()


async def test_a_change_tells_how_many_rows_it_changed(embedded: Database) -> None:
    async with embedded.work() as uow:
        await filled(uow.connection)
        done = [await uow.connection.execute(CHANGE, {"which": "first", "new_number": number}) for number in (1, 2)]
        none = await uow.connection.execute(CHANGE, {"which": "nobody", "new_number": 3})
        assert ([one.rowcount for one in done], none.rowcount, isinstance(none, Written)) == ([1, 1], 0, True)
        await uow.connection.execute(EMPTIED, {"which": "first"})
        await uow.connection.execute(EMPTIED, {"which": "first"})
        left = (await uow.connection.execute(ONE, {"name": "first"})).one()
        assert (left.number, left.day) == (4, None)


async def test_a_change_that_tells_of_its_rows_tells_of_them_each_time(embedded: Database) -> None:
    raised = update(THING).where(THING.c.name == bindparam("which")).values(number=THING.c.number + 1).returning(THING)
    async with embedded.work() as uow:
        await filled(uow.connection)
        told = [list(await uow.connection.execute(raised, {"which": "first"})) for _ in range(3)]
        assert [[tuple(row) for row in rows] for rows in told] == [[tuple({**ROW, "number": number}.values())] for number in (8, 9, 10)]
        assert list(await uow.connection.execute(raised, {"which": "nobody"})) == []
        assert isinstance(await uow.connection.execute(raised, {"which": "first"}), Rows)


async def test_rows_that_name_different_columns_are_different_statements(embedded: Database) -> None:
    async with embedded.work() as uow:
        await uow.connection.run_sync(THING.metadata.create_all)
        for number in range(1, 4):
            await uow.connection.execute(ADDED, {"id": UUID(int=number), "name": "named"})
            await uow.connection.execute(ADDED, {"number": number, "id": UUID(int=number + 10)})
        rows = [(row.name, row.number) for row in await uow.connection.execute(select(THING).order_by(THING.c.id))]
        assert rows == [("named", None)] * 3 + [(None, 1), (None, 2), (None, 3)]


async def test_what_the_database_refuses_is_refused_in_the_librarys_words(embedded: Database) -> None:
    gone = select(Table("thing_that_is_not_there", MetaData(), Column("id", Integer)))
    async with embedded.work() as uow:
        await filled(uow.connection)
        for _ in range(2):
            with pytest.raises(IntegrityError) as refused:
                await uow.connection.execute(ADDED, [ROW])
            assert "first" not in str(refused.value)
            with pytest.raises(OperationalError, match="no such table"):
                await uow.connection.execute(gone)


async def test_a_value_that_is_wanted_and_not_given_is_an_error(embedded: Database) -> None:
    async with embedded.work() as uow:
        await filled(uow.connection)
        await uow.connection.execute(ONE, {"name": "first"})
        with pytest.raises(KeyError, match="name"):
            await uow.connection.execute(ONE, {"else": "first"})


def test_what_the_library_must_reckon_is_left_to_it() -> None:
    counted = Table("thing_counted", MetaData(), Column("id", Integer, primary_key=True), Column("name", String(9), default=lambda: "made"))
    statements = Statements(NearDialect())
    expanding = select(THING).where(THING.c.name.in_(["first"]))
    for statement, given in ((insert(counted), {"id": 1}), (insert(counted).returning(counted.c.id), {"name": "x"}), (expanding, {})):
        assert [statements.prepared(statement, given) for _ in range(3)] == [None, None, None]
