"""Many rows of one table past SQLAlchemy's reckoning for each of them, which costs more than the database does.

PostgreSQL takes them in one go: to run a statement anew for each row costs it twice as much.
"""

from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from asyncpg import PostgresError
from sqlalchemy import Dialect, Table
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.bulk_statements import FORCE, Names, insert, insert_lists, update, update_lists

_KEY = (FORCE, "id")
# For fewer a copy is not worth being asked for.
_COPIED_FROM = 8
_Written = Callable[[Dialect, Table, Names, Names], str]


async def put(connection: AsyncConnection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Each row holds a value for every column, in the table's order, as the driver takes it: no column may have a type of our own."""
    names = tuple(table.columns.keys())
    if rows and not await _copied(connection, table, names, rows):
        await connection.exec_driver_sql(insert(connection.dialect, table, names, ()), list(rows))


async def put_typed(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]], key: Names = ()) -> None:
    """Each row is of the same force and names the same columns; a value becomes what its column's type makes of it.

    Where a `key` is given, a row whose key is there already is left as it is.
    """
    if not rows:
        return
    names = tuple(rows[0])
    columns = _columns(connection.dialect, table, names, rows)
    if key or not await _copied(connection, table, names, list(zip(*columns, strict=True))):
        await _run(connection, table, names, columns, (insert, insert_lists), key)


async def change_typed(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Each row names the same force, its id, and the same columns to be changed; what is not there is not made."""
    if rows:
        names = tuple(rows[0])
        await _run(connection, table, names, _columns(connection.dialect, table, names, rows), (update, update_lists), _KEY)


async def _copied(connection: AsyncConnection, table: Table, names: Names, rows: Sequence[tuple[Any, ...]]) -> bool:
    """Only within a transaction that is open already: the driver itself would commit at once."""
    if connection.dialect.name != "postgresql" or len(rows) < _COPIED_FROM:
        return False
    driver = (await connection.get_raw_connection()).driver_connection
    if driver is None or not driver.is_in_transaction():
        return False
    try:
        await driver.copy_records_to_table(table.name, records=rows, columns=names)
    except PostgresError as trouble:
        raise DBAPIError(f"COPY {table.name}", None, trouble, hide_parameters=True) from trouble
    return True


async def _run(
    connection: AsyncConnection,
    table: Table,
    names: Names,
    columns: Sequence[tuple[Any, ...]],
    written: tuple[_Written, _Written],
    key: Names,
) -> None:
    dialect, (row_by_row, as_lists) = connection.dialect, written
    if dialect.name == "postgresql" and len(columns[0]) > 1:
        lists = [column[0] if name == FORCE else column for name, column in zip(names, columns, strict=True)]
        await connection.exec_driver_sql(as_lists(dialect, table, names, key), tuple(lists))
        return
    await connection.exec_driver_sql(row_by_row(dialect, table, names, key), list(zip(*columns, strict=True)))


def _columns(dialect: Dialect, table: Table, names: Names, rows: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    columns = list(zip(*map(itemgetter(*names), rows), strict=True))
    for at, process in _processors(dialect, table, names):
        columns[at] = tuple([None if value is None else process(value) for value in columns[at]])
    return columns


@cache
def _processors(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """By the place of its value; most values are taken as they are."""
    found = ((at, table.columns[name].type.dialect_impl(dialect).bind_processor(dialect)) for at, name in enumerate(names))
    return tuple((at, process) for at, process in found if process is not None)
