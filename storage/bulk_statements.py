"""The text of statements for many rows: one that is run for each, or one for all of them as PostgreSQL takes them, a list for each column."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Dialect, Table

# Whose row it is: the same for all that one unit of work writes.
FORCE = "force"
Names = tuple[str, ...]


@cache
def insert(dialect: Dialect, table: Table, names: Names, key: Names) -> str:
    into, marks = _listed(dialect, names), ", ".join(_marks(dialect, names))
    return f"INSERT INTO {table.name} ({into}) VALUES ({marks}){_unless(dialect, key)}"  # noqa: S608 - names and marks alone


@cache
def insert_lists(dialect: Dialect, table: Table, names: Names, key: Names) -> str:
    into, values = _listed(dialect, names), ", ".join(_values(dialect, names))
    return f"INSERT INTO {table.name} ({into}) SELECT {values} FROM {_given(dialect, table, names)}{_unless(dialect, key)}"  # noqa: S608 - names and marks alone


@cache
def update(dialect: Dialect, table: Table, names: Names, key: Names) -> str:
    return f"UPDATE {table.name} {_becoming(dialect, table, names, key, _marks(dialect, names))}"


@cache
def update_lists(dialect: Dialect, table: Table, names: Names, key: Names) -> str:
    return f"UPDATE {table.name} {_becoming(dialect, table, names, key, _values(dialect, names), _given(dialect, table, names))}"


def _becoming(dialect: Dialect, table: Table, names: Names, key: Names, values: Sequence[str], given: str = "") -> str:
    pairs = list(zip(names, values, strict=True))
    become = ", ".join(f"{_listed(dialect, [name])} = {value}" for name, value in pairs if name not in key)
    where = " AND ".join(f"{table.name}.{_listed(dialect, [name])} = {value}" for name, value in pairs if name in key)
    return f"SET {become} {f'FROM {given} ' if given else ''}WHERE {where}"


def _given(dialect: Dialect, table: Table, names: Names) -> str:
    """The lists side by side as rows, in their order."""
    lists = [(name, f"{mark}::{_kind(dialect, table, name)}[]") for name, mark in zip(names, _marks(dialect, names), strict=True)]
    own = [(name, one) for name, one in lists if name != FORCE]
    return f"unnest({', '.join(one for _, one in own)}) AS given ({_listed(dialect, [name for name, _ in own])})"


def _kind(dialect: Dialect, table: Table, name: str) -> str:
    """Text without its length: turned into one of that length it would be cut off, where the column refuses it."""
    kind = str(table.columns[name].type.compile(dialect))
    return "TEXT" if kind.startswith("VARCHAR") else kind


def _values(dialect: Dialect, names: Names) -> list[str]:
    marked = zip(names, _marks(dialect, names), strict=True)
    return [f"{mark}::TEXT" if name == FORCE else f"given.{_listed(dialect, [name])}" for name, mark in marked]


def _marks(dialect: Dialect, names: Names) -> list[str]:
    sign = "$" if dialect.name == "postgresql" else "?"
    return [f"{sign}{number}" for number in range(1, len(names) + 1)]


def _listed(dialect: Dialect, names: Sequence[str]) -> str:
    return ", ".join(map(dialect.identifier_preparer.quote, names))


def _unless(dialect: Dialect, key: Names) -> str:
    return f" ON CONFLICT ({_listed(dialect, key)}) DO NOTHING" if key else ""
