"""Rows into one table past SQLAlchemy's reckoning for each of them, which costs more than the database does."""

from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, Table, insert
from sqlalchemy.ext.asyncio import AsyncConnection


async def put(connection: AsyncConnection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Each row holds a value for every column, in the table's order, as the driver takes it: no column may have a type of our own."""
    if rows:
        await connection.exec_driver_sql(_statement(connection.dialect, table, tuple(table.columns.keys())), list(rows))


async def put_typed(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Each row names the same columns; a value becomes what its column's type makes of it."""
    if not rows:
        return
    names = tuple(name for name in (column.name for column in table.columns) if name in rows[0])
    columns = list(zip(*map(itemgetter(*names), rows), strict=True))
    for at, process in _processors(connection.dialect, table, names):
        columns[at] = tuple([None if value is None else process(value) for value in columns[at]])
    await connection.exec_driver_sql(_statement(connection.dialect, table, names), list(zip(*columns, strict=True)))


@cache
def _statement(dialect: Dialect, table: Table, names: tuple[str, ...]) -> str:
    return str(insert(table).inline().compile(dialect=dialect, column_keys=list(names)))


@cache
def _processors(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """By the place of its value; most values are taken as they are."""
    found = ((at, table.columns[name].type.dialect_impl(dialect).bind_processor(dialect)) for at, name in enumerate(names))
    return tuple((at, process) for at, process in found if process is not None)
