"""The two statements that SQLite and PostgreSQL spell alike but SQLAlchemy keeps apart."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


@cache
def _insert(name: str, table: Table, keys: tuple[str, ...], *, replace: bool) -> Any:
    statement: Any = sqlite.insert(table) if name == "sqlite" else postgresql.insert(table)
    if not replace:
        return statement.on_conflict_do_nothing(index_elements=keys)
    others = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=others)


def upsert(connection: AsyncConnection, table: Table, keys: Sequence[str]) -> Any:
    """INSERT, and where the key exists overwrite every other column."""
    return _insert(connection.dialect.name, table, tuple(keys), replace=True)


def insert_new(connection: AsyncConnection, table: Table, keys: Sequence[str]) -> Any:
    """INSERT, and where the key exists do nothing (rowcount tells)."""
    return _insert(connection.dialect.name, table, tuple(keys), replace=False)
