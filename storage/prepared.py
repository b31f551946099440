"""A statement as the embedded database's driver takes it: compiled once, then run without SQLAlchemy's reckoning for each run.

SQLAlchemy 2.1 spends some 60 microseconds on a small statement, of which the database's part is a fifth, and a look-up runs twenty.
Values pass through the same processors as there, on their way in and out.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Self
from weakref import WeakKeyDictionary

from sqlalchemy import Dialect, Executable, Insert, Update
from sqlalchemy.sql.compiler import SQLCompiler

_Process = Callable[[Any], Any] | None
_Bound = tuple[str, bool, Any, _Process]
_Made = Callable[[Iterable[Any]], Any]
_Names = tuple[str, ...]


class Written:
    """What a statement that gives no rows has done: `rowcount` rows."""

    __slots__ = ("rowcount",)

    def __init__(self, rowcount: int) -> None:
        self.rowcount = rowcount


class Rows(list[Any]):
    """What a statement has found. A row is a named tuple: what SQLAlchemy's rows look up by name at every use is found here by place."""

    __slots__ = ()

    def all(self) -> Self:
        return self

    def first(self) -> Any:
        return self[0] if self else None

    def one(self) -> Any:
        (row,) = self
        return row

    def scalar(self) -> Any:
        return self[0][0] if self else None

    def scalars(self) -> list[Any]:
        return [row[0] for row in self]


def as_it_came(cursor: Any) -> Any:
    """What ran, its rows as the driver gives them."""
    return Written(cursor.rowcount) if cursor.description is None else Rows(cursor.fetchall())


class Prepared:
    """One statement of one dialect, with the values that it wants and those that it gives in their order."""

    __slots__ = ("_bound", "_given", "_made", "sql")

    def __init__(self, statement: Any, compiled: SQLCompiler, dialect: Dialect) -> None:
        self.sql = str(compiled)
        binds = [(name, compiled.binds[name]) for name in compiled.positiontup or ()]
        self._bound: tuple[_Bound, ...] = tuple(
            (name, one.required, one.value, one.type.dialect_impl(dialect).bind_processor(dialect)) for name, one in binds
        )
        columns = tuple(statement.exported_columns if isinstance(statement, Update) else getattr(statement, "selected_columns", ()))
        processors = [one.type.dialect_impl(dialect).result_processor(dialect, None) for one in columns]
        self._given = tuple((at, process) for at, process in enumerate(processors) if process is not None)
        row = _row_type([str(one.key) for one in columns])
        # Its `_make` counts the values of each row anew, of which there are a thousand.
        self._made: _Made | None = partial(tuple.__new__, row) if columns else None

    def values(self, given: Mapping[str, Any]) -> tuple[Any, ...]:
        """Raises KeyError where a value is wanted that is neither given nor stands in the statement."""
        wanted = [(given[name] if needed else given.get(name, stands), process) for name, needed, stands, process in self._bound]
        return tuple([value if process is None or value is None else process(value) for value, process in wanted])

    def done(self, cursor: Any) -> Any:
        """What ran: `Rows`, or `Written` where it gives none."""
        if self._made is None:
            return Written(cursor.rowcount)
        found = cursor.fetchall()
        return Rows(map(self._made, map(self._processed, found) if self._given else found))

    def _processed(self, row: tuple[Any, ...]) -> list[Any]:
        values = list(row)
        for at, process in self._given:
            if values[at] is not None:
                values[at] = process(values[at])
        return values


def _row_type(names: list[str]) -> Any:
    """A column that nobody has named gets its place for a name."""
    return namedtuple("Row", names, rename=True)  # noqa: PYI024 - the names are known at run time only


class Statements:
    """Those of a dialect that are run again and again. One put together for a single run never comes twice, and is left to SQLAlchemy."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._seen: WeakKeyDictionary[Executable, dict[_Names, Prepared | None]] = WeakKeyDictionary()

    def prepared(self, statement: Executable, given: Mapping[str, Any]) -> Prepared | None:
        """None where SQLAlchemy has to run it: the first time, and where a value of it is reckoned in Python or comes back from the database."""
        forms = self._seen.get(statement)
        if forms is None:
            self._seen[statement] = {}
            return None
        names = tuple(given) if isinstance(statement, Insert) else ()
        if names not in forms:
            forms[names] = self._prepare(statement, given)
        return forms[names]

    def _prepare(self, statement: Any, given: Mapping[str, Any]) -> Prepared | None:
        compiled = statement.compile(dialect=self._dialect, column_keys=list(given))
        reckoned = compiled.insert_prefetch or compiled.update_prefetch
        told = compiled.effective_returning and not isinstance(statement, Update)
        if reckoned or told or compiled.post_compile_params or compiled.literal_execute_params:
            return None
        return Prepared(statement, compiled, self._dialect)
