"""A list is one bound value: it finds what an expanding IN finds, however long it is, by the same index."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Column, Date, Integer, MetaData, PrimaryKeyConstraint, String, Table, bindparam, insert, select
from sqlalchemy.schema import CreateTable

from storage.among import among
from storage.metadata import Id
from storage.work import Database

THING = Table(
    "thing",
    MetaData(),
    Column("force", String(40)),
    Column("name", String(40)),
    Column("number", Integer),
    Column("day", Date),
    Column("id", Id),
    PrimaryKeyConstraint("force", "name"),
)
NAMES = ["o'neill", 'say "hello"', "zoë", "[1]", ""]
IDS = [UUID(int=n) for n in range(len(NAMES))]
ROWS: list[dict[str, Any]] = [
    {"force": "demo", "name": name, "number": n, "day": date(1985, 3, n + 1), "id": IDS[n]} for n, name in enumerate(NAMES)
]


async def found(database: Database, column: str, wanted: list[Any]) -> set[str]:
    async with database.work() as uow:
        await uow.connection.execute(CreateTable(THING, if_not_exists=True))
        await uow.connection.execute(THING.delete())
        await uow.connection.execute(insert(THING), ROWS)
        statement = select(THING.c.name).where(among(THING.c[column], "wanted"))
        return set(await uow.connection.scalars(statement, {"wanted": wanted}))


@pytest.mark.parametrize("wanted", [[], NAMES[:1], NAMES, ["nobody"], [*NAMES, *(f"name {n}" for n in range(40_000))]], ids=len)
async def test_those_on_the_list_are_found_and_nobody_else(database: Database, wanted: list[str]) -> None:
    assert await found(database, "name", wanted) == set(NAMES) & set(wanted)


async def test_numbers_days_and_ids_are_told_apart_as_the_column_holds_them(database: Database) -> None:
    assert await found(database, "number", [1, 3, 99]) == {NAMES[1], NAMES[3]}
    assert await found(database, "day", [date(1985, 3, 1), date(1985, 1, 3)]) == {NAMES[0]}
    assert await found(database, "id", [IDS[2], uuid4()]) == {NAMES[2]}


async def test_the_embedded_database_goes_by_the_index(embedded: Database) -> None:
    await found(embedded, "name", [])
    one_of = select(THING).where(THING.c.force == bindparam("force"), among(THING.c.name, "wanted"))
    statement = str(one_of.compile(dialect=embedded.engine.dialect))
    async with embedded.reading() as uow:
        plan = await uow.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", ("demo", "[]"))
        assert "(force=? AND name=?)" in list(plan.all()[0])[3]
