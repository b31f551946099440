"""Many rows of one table past SQLAlchemy's reckoning for each of them, which costs more than the database does.

PostgreSQL takes them as one list for each column: to run a statement anew for each row costs it twice as much.
"""

from collections.abc import Callable, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, Table
from sqlalchemy.ext.asyncio import AsyncConnection

# Whose row it is, the same for all that one unit of work writes; and which row of theirs.
_FORCE, _ID = "force", "id"
_Names = tuple[str, ...]


async def put(connection: AsyncConnection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Each row holds a value for every column, in the table's order, as the driver takes it: no column may have a type of our own."""
    if rows:
        names = tuple(table.columns.keys())
        await connection.exec_driver_sql(_insert(connection.dialect, table, names, ()), list(rows))


async def put_typed(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]], key: _Names = ()) -> None:
    """Each row is of the same force and names the same columns; a value becomes what its column's type makes of it.

    Where a `key` is given, a row whose key is there already is left as it is.
    """
    if rows:
        await _run(connection, table, rows, (_insert, _insert_lists), key)


async def change_typed(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Each row names the same force, its id, and the same columns to be changed; what is not there is not made."""
    if rows:
        await _run(connection, table, rows, (_update, _update_lists), (_FORCE, _ID))


_Written = Callable[[Dialect, Table, _Names, _Names], str]


async def _run(
    connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]], written: tuple[_Written, _Written], key: _Names
) -> None:
    dialect, names, (row_by_row, as_lists) = connection.dialect, tuple(rows[0]), written
    columns = _columns(dialect, table, names, rows)
    if dialect.name == "postgresql" and len(rows) > 1:
        lists = [column[0] if name == _FORCE else column for name, column in zip(names, columns, strict=True)]
        await connection.exec_driver_sql(as_lists(dialect, table, names, key), tuple(lists))
        return
    await connection.exec_driver_sql(row_by_row(dialect, table, names, key), list(zip(*columns, strict=True)))


def _columns(dialect: Dialect, table: Table, names: _Names, rows: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
    columns = list(zip(*map(itemgetter(*names), rows), strict=True))
    for at, process in _processors(dialect, table, names):
        columns[at] = tuple([None if value is None else process(value) for value in columns[at]])
    return columns


@cache
def _insert(dialect: Dialect, table: Table, names: _Names, key: _Names) -> str:
    into, marks = _listed(dialect, names), ", ".join(_marks(dialect, names))
    return f"INSERT INTO {table.name} ({into}) VALUES ({marks}){_unless(dialect, key)}"  # noqa: S608 - names and marks alone


@cache
def _insert_lists(dialect: Dialect, table: Table, names: _Names, key: _Names) -> str:
    into, values = _listed(dialect, names), ", ".join(_values(dialect, names))
    return f"INSERT INTO {table.name} ({into}) SELECT {values} FROM {_given(dialect, table, names)}{_unless(dialect, key)}"  # noqa: S608 - names and marks alone


@cache
def _update(dialect: Dialect, table: Table, names: _Names, key: _Names) -> str:
    return f"UPDATE {table.name} {_becoming(dialect, table, names, key, _marks(dialect, names))}"


@cache
def _update_lists(dialect: Dialect, table: Table, names: _Names, key: _Names) -> str:
    return f"UPDATE {table.name} {_becoming(dialect, table, names, key, _values(dialect, names), _given(dialect, table, names))}"


def _becoming(dialect: Dialect, table: Table, names: _Names, key: _Names, values: Sequence[str], given: str = "") -> str:
    pairs = list(zip(names, values, strict=True))
    become = ", ".join(f"{_listed(dialect, [name])} = {value}" for name, value in pairs if name not in key)
    where = " AND ".join(f"{table.name}.{_listed(dialect, [name])} = {value}" for name, value in pairs if name in key)
    return f"SET {become} {f'FROM {given} ' if given else ''}WHERE {where}"


def _given(dialect: Dialect, table: Table, names: _Names) -> str:
    """The lists side by side as rows, in their order."""
    lists = [(name, f"{mark}::{_kind(dialect, table, name)}[]") for name, mark in zip(names, _marks(dialect, names), strict=True)]
    own = [(name, one) for name, one in lists if name != _FORCE]
    return f"unnest({', '.join(one for _, one in own)}) AS given ({_listed(dialect, [name for name, _ in own])})"


def _kind(dialect: Dialect, table: Table, name: str) -> str:
    """Text without its length: turned into one of that length it would be cut off, where the column refuses it."""
    kind = str(table.columns[name].type.compile(dialect))
    return "TEXT" if kind.startswith("VARCHAR") else kind


def _values(dialect: Dialect, names: _Names) -> list[str]:
    marked = zip(names, _marks(dialect, names), strict=True)
    return [f"{mark}::TEXT" if name == _FORCE else f"given.{_listed(dialect, [name])}" for name, mark in marked]


def _marks(dialect: Dialect, names: _Names) -> list[str]:
    sign = "$" if dialect.name == "postgresql" else "?"
    return [f"{sign}{number}" for number in range(1, len(names) + 1)]


def _listed(dialect: Dialect, names: Sequence[str]) -> str:
    return ", ".join(map(dialect.identifier_preparer.quote, names))


def _unless(dialect: Dialect, key: _Names) -> str:
    return f" ON CONFLICT ({_listed(dialect, key)}) DO NOTHING" if key else ""


@cache
def _processors(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """By the place of its value; most values are taken as they are."""
    found = ((at, table.columns[name].type.dialect_impl(dialect).bind_processor(dialect)) for at, name in enumerate(names))
    return tuple((at, process) for at, process in found if process is not None)
