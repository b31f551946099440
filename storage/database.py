"""Opening the database a URL names, with its keys."""

from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from domain.errors import AssistantError
from storage.blinding import Blinder
from storage.keys import Keys
from storage.pen import PATIENCE
from storage.sealing import Sealer
from storage.sqlite import sqlite_engine
from storage.transfer_seal import OwnKeys
from storage.turns import Turns
from storage.work import Database

NO_ADDRESS = "NMO_DATABASE_URL must begin with sqlite:/// or postgresql://."
_PG_SETTINGS = {
    "lock_timeout": "2500",
    "statement_timeout": "30000",
    "timezone": "UTC",
    "application_name": "nmo-bot",
    # Every statement is a few look-ups by key: to start workers or compile it takes ten times as long as to run it, and workers find rows in any order.
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
}


def open_engine(url: str, keys: Keys) -> AsyncEngine:
    """`sqlite:///FILE` (always encrypted) or `postgresql://...`; nothing is read or made yet."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        # The address may hold a password, which the library's own words would repeat.
        raise AssistantError(NO_ADDRESS) from None
    if parsed.get_backend_name() == "sqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise AssistantError("NMO_DATABASE_URL names no file: use sqlite:///path/to/nmo.db or a postgresql:// address.")
        return sqlite_engine(Path(parsed.database), keys.draw("database"))
    if parsed.get_backend_name() == "postgresql":
        address = parsed.set(drivername="postgresql+asyncpg")
        return create_async_engine(
            address,
            pool_size=8,
            max_overflow=8,
            pool_timeout=PATIENCE,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"server_settings": _PG_SETTINGS},
        )
    raise AssistantError(NO_ADDRESS)


def open_database(url: str, keys: Keys, force: str) -> Database:
    return _of_force(open_engine(url, keys), keys, force)


def open_beside(database: Database, keys: Keys, force: str) -> Database:
    """Another force's register on the same server, by the connections of the first: a worker for forty forces needs no forty pools."""
    return _of_force(database.engine, keys, force, database.beside)


def _of_force(engine: AsyncEngine, keys: Keys, force: str, queue: Turns | None = None) -> Database:
    return Database(engine, force, Sealer(keys.draw("columns"), force), Blinder(keys.draw("blinding"), force), OwnKeys(keys, force), queue)
