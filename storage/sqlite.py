"""The embedded database: SQLCipher behind SQLAlchemy's aiosqlite dialect."""

import os
import sqlite3
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiosqlite
import sqlcipher3
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
    SQLiteDialect_aiosqlite,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.util import await_only
from sqlalchemy.util.concurrency import in_greenlet

from storage.prepared import Statements, as_it_came

IMMEDIATE = "IMMEDIATE"
# There are some five hundred of them, and one that is planned anew costs more than its run.
STATEMENTS_KEPT = 1_000


class NearConnection(aiosqlite.Connection):
    """Runs statements in the event loop and only what waits for the disk in its thread.

    A hop to the thread and back costs more than a keyed look-up (measured: 2.2 CPU-ms a small transaction with hops, 1.0 without).
    A cursor's close waits for nothing, though it bears the same name as the connection's.
    """

    opening = "BEGIN"

    async def _execute(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        try:
            if getattr(fn, "__self__", None) is self._connection and fn.__name__ in ("commit", "close", "backup"):
                in_its_thread: Callable[..., Awaitable[Any]] = super()._execute
                return await in_its_thread(fn, *args, **kwargs)
            return fn(*args, **kwargs)
        except sqlcipher3.Error as trouble:
            raise _as_standard(trouble) from trouble

    def blocking(self) -> Any:
        """The connection itself. Raises ValueError once it is closed."""
        return self._conn

    def begin(self) -> None:
        self._now(self._conn.execute, self.opening)

    def undo(self) -> None:
        """Rolls back, at once; a connection that was closed meanwhile has nothing left to undo."""
        if self._connection is not None:
            self._now(self._connection.rollback)

    def _now(self, fn: Callable[..., Any], *args: Any) -> None:
        try:
            fn(*args)
        except sqlcipher3.Error as trouble:
            raise _as_standard(trouble) from trouble


class NearCursor(AsyncAdapt_aiosqlite_cursor):
    """The blocking cursor itself. In one of SQLAlchemy's greenlets a statement switches out of it once, as is demanded there."""

    __slots__ = ()
    _awaitable_cursor_close = False

    def _make_new_cursor(self, connection: Any) -> Any:
        return connection.blocking().cursor()

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    def execute(self, operation: Any, parameters: Any = None) -> None:
        self._do(self._cursor.execute, operation, parameters or ())

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        self._do(self._cursor.executemany, operation, seq_of_parameters)

    def _do(self, *statement: Any) -> None:
        if in_greenlet():
            await_only(self._run_later(*statement))
            return
        self._run(*statement)

    async def _run_later(self, *statement: Any) -> None:
        self._run(*statement)

    def _run(self, statement: Callable[..., Any], *args: Any) -> None:
        try:
            statement(*args)
            if self._cursor.description:
                all_at_once: Callable[[], Any] = self._cursor.fetchall
                self._rows = deque(all_at_once())
        except sqlcipher3.Error as trouble:
            raise _as_standard(trouble) from trouble


class NearAdapted(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls = NearCursor

    def rollback(self) -> None:
        self._connection.undo()


class NearDriver(AsyncAdapt_aiosqlite_dbapi):
    """The driver as SQLAlchemy's dialect sees it."""

    def connect(self, *arg: Any, **kw: Any) -> NearAdapted:
        return NearAdapted(self, await_only(kw.pop("async_creator_fn")(*arg, **kw)))


class NearDialect(SQLiteDialect_aiosqlite):
    """Opens every transaction itself, straight at the driver; with isolation level IMMEDIATE it takes the writer's lock as it opens."""

    driver = "near"
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> NearDriver:
        return NearDriver(aiosqlite, sqlite3)

    def do_begin(self, dbapi_connection: Any) -> None:
        dbapi_connection.driver_connection.begin()

    def get_isolation_level_values(self, dbapi_conn: Any) -> Any:
        levels: Callable[[Any], list[str]] = super().get_isolation_level_values
        return [*levels(dbapi_conn), IMMEDIATE]

    def set_isolation_level(self, dbapi_connection: Any, level: Any) -> None:
        dbapi_connection.driver_connection.opening = "BEGIN IMMEDIATE" if level == IMMEDIATE else "BEGIN"


registry.register("sqlite.near", __name__, NearDialect.__name__)
_STATEMENTS = Statements(NearDialect())


class NearStatements(AsyncConnection):
    """Runs a statement at once, since none of them waits for anything: straight at the driver where it has run before, else by SQLAlchemy."""

    __slots__ = ()

    async def execute(self, statement: Any, parameters: Any = None, *, execution_options: Any = None) -> Any:
        many = isinstance(parameters, list)
        prepared = None if execution_options else _STATEMENTS.prepared(statement, parameters[0] if many else parameters or {})
        if prepared is None:
            return self._proxied.execute(statement, parameters, execution_options=execution_options)
        if many:
            return prepared.done(self._run(prepared.sql, [prepared.values(one) for one in parameters]))
        return prepared.done(self._run(prepared.sql, prepared.values(parameters or {})))

    async def exec_driver_sql(self, statement: str, parameters: Any = None, execution_options: Any = None) -> Any:
        if execution_options:
            return self._proxied.exec_driver_sql(statement, parameters, execution_options)
        return as_it_came(self._run(statement, parameters or ()))

    def open_transaction(self) -> None:
        """Raises OperationalError where somebody else holds the lock that its isolation level asks for."""
        self._proxied.begin()

    def _run(self, sql: str, values: Any) -> Any:
        connection = self._proxied
        if not connection.in_transaction():
            connection.begin()
        driver: NearConnection = connection.connection.driver_connection  # type: ignore[assignment]  # the one that this dialect opens
        cursor = driver.blocking().cursor()
        try:
            return (cursor.executemany if isinstance(values, list) else cursor.execute)(sql, values)
        except sqlcipher3.Error as trouble:
            standard = _as_standard(trouble)
            raise DBAPIError.instance(sql, None, standard, sqlite3.Error, hide_parameters=True) from standard


def _as_standard(trouble: Exception) -> sqlite3.Error:
    """SQLAlchemy knows the errors of the standard module, not their namesakes of sqlcipher3."""
    kind: type[sqlite3.Error] = getattr(sqlite3, type(trouble).__name__, sqlite3.DatabaseError)
    return kind(*trouble.args)


def open_file(path: Path, key: bytes) -> Any:
    """A blocking sqlcipher3 connection: raw 256-bit key, WAL, synchronous FULL, deleted content overwritten."""
    _closed_to_others(path)
    connection = sqlcipher3.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=STATEMENTS_KEPT)
    try:
        # SQLCipher would write its own lines about a wrong key to standard error.
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "secure_delete=ON",
            "busy_timeout=0",
            "cache_size=-65536",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlcipher3.Error:
        connection.close()
        raise
    return connection


def _closed_to_others(path: Path) -> None:
    """A new database file is its owner's alone; the files that lie beside it take its mode. Where none can be made, the opening says why."""
    with suppress(OSError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _opener(path: Path, key: bytes) -> Callable[..., Awaitable[aiosqlite.Connection]]:
    async def open_near(*_: Any, **__: Any) -> aiosqlite.Connection:
        connection = NearConnection(lambda: open_file(path, key), iter_chunk_size=64)
        worker = connection._thread  # noqa: SLF001 - the library has no other way to its thread
        # An engine left open must not keep the process alive.
        worker.daemon = True
        try:
            return await connection
        except sqlcipher3.Error as trouble:
            # Its last word goes to this event loop, which may be closed a moment later.
            worker.join()
            raise _as_standard(trouble) from trouble

    return open_near


def sqlite_engine(path: Path, key: bytes) -> AsyncEngine:
    return create_async_engine(
        f"sqlite+near:///{path}",
        connect_args={"async_creator_fn": _opener(path, key)},
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
    )
