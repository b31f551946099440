"""`force` comes first in every key, uniqueness rule and index, and stands in every statement, all of which are prepared."""

from collections.abc import Iterator
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules

import pytest
from sqlalchemy import CompoundSelect, Delete, Index, PrimaryKeyConstraint, Select, Table, UniqueConstraint, Update
from sqlalchemy.sql.visitors import iterate

import storage
from storage.metadata import metadata
from tests.house import rules
from tests.house.sources import modules

NUMBERED = {"pk_audit": "the place in the trail, given by the database", "pk_message": "the place in the transcript, given by the database"}
MODULES = [import_module(f"storage.{one.name}") for one in iter_modules(storage.__path__) if one.name != "migrations"]
Statement = Select[tuple[object, ...]] | Update | Delete


def statements(value: object) -> Iterator[Statement]:
    """Itself, or the parts of a union, each of which must keep to its force."""
    if isinstance(value, CompoundSelect):
        yield from chain.from_iterable(map(statements, value.selects))
    if isinstance(value, Select | Update | Delete):
        yield value


STATEMENTS = {
    f"{module.__name__}.{name}.{number}": statement
    for module in MODULES
    for name, value in vars(module).items()
    for number, statement in enumerate(statements(value))
}


def keys(table: Table) -> dict[str, list[str]]:
    ruled = (one for one in table.constraints if isinstance(one, PrimaryKeyConstraint | UniqueConstraint))
    return {str(one.name): names(one) for one in chain(ruled, table.indexes)}


def names(key: PrimaryKeyConstraint | UniqueConstraint | Index) -> list[str]:
    return [column.name for column in key.columns]


def test_every_key_begins_with_the_force() -> None:
    every = {name: columns for table in metadata.sorted_tables for name, columns in keys(table).items()}
    assert {name for name, columns in every.items() if columns[0] != "force"} == set(NUMBERED)


def test_there_are_statements_to_look_at() -> None:
    assert len(STATEMENTS) > 40


def test_every_statement_is_prepared_where_it_can_be_looked_at() -> None:
    storage_modules = {path: content for path, content in modules().items() if path.startswith("storage/")}
    assert [f"{path}:{what}" for path, content in storage_modules.items() for what in rules.inline_statements(content)] == []


@pytest.mark.parametrize("statement", STATEMENTS.values(), ids=STATEMENTS.keys())
def test_every_prepared_statement_is_of_one_force(statement: Statement) -> None:
    tables = {part.name for part in iterate(statement) if isinstance(part, Table)}
    conditions = str(statement).partition("\nFROM ")[2] or str(statement.whereclause)
    assert {name for name in tables if f"{name}.force" not in conditions} == set()
