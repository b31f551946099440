"""Many rows of plain values into one table, past SQLAlchemy's reckoning for each of them, which costs more than the database does."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Dialect, Table, insert
from sqlalchemy.ext.asyncio import AsyncConnection


async def put(connection: AsyncConnection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Each row holds a value for every column, in the table's order, as the driver takes it: no column may have a type of our own."""
    if rows:
        await connection.exec_driver_sql(_statement(connection.dialect, table), list(rows))


@cache
def _statement(dialect: Dialect, table: Table) -> str:
    return str(insert(table).compile(dialect=dialect))
