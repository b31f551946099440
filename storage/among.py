"""`among(column, "names")`: the column is one of a list bound as a single value, so that the statement stays the same however long it is.

An expanding IN is written anew, and planned anew by the database, for every length of its list.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import orjson
from sqlalchemy import ARRAY, BindParameter, Boolean, ColumnElement, Dialect, String, TypeDecorator, bindparam, literal_column, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

# For a LIMIT: one that is bound makes SQLite plan the statement anew at every run, which costs more than the run.
ONE: ColumnElement[int] = literal_column("1")


class Listed(TypeDecorator[Sequence[Any]]):
    """A list of a column's values: JSON text on SQLite, an array on PostgreSQL."""

    impl = String
    cache_ok = True

    def __init__(self, item: TypeEngine[Any]) -> None:
        super().__init__()
        self.item = item

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(self.item) if dialect.name == "postgresql" else String())

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> Any:
        if value is None or dialect.name == "postgresql":
            return value
        return orjson.dumps(list(value)).decode()


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> "_Among":
        """A condition as it stands: SQLAlchemy would compare it with 1 on SQLite, which no index answers."""
        return self


@compiles(_Among, "sqlite")
def _in_json(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, values = (compiler.process(part, **kw) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - both parts are compiled, and the values are bound


@compiles(_Among)
def _any_of(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    column, values = (compiler.process(part, **kw) for part in element.clauses)
    return f"{column} = ANY({values})"


def one_of(column: ColumnElement[Any], values: Iterable[Any]) -> ColumnElement[bool]:
    """The column is one of these few, which stand in the statement itself."""
    return or_(*(column == value for value in values))


def among(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """`name` is the bind parameter that takes the list; an empty list matches nothing."""
    values: BindParameter[Any] = bindparam(name, type_=Listed(column.type))
    return _Among(column, values)
