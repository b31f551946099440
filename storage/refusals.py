"""What the database refuses, in words a person can act on."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from domain.errors import Busy, StorageFull
from storage.keys import KeyTrouble

_IN_EACH_OTHERS_WAY = ("locked", "lock timeout", "deadlock detected")
BUSY = "The register is busy and nothing was saved. Please try again in a moment."


@asynccontextmanager
async def plain_refusals() -> AsyncIterator[None]:
    """Turns what the database refuses into words a person can act on."""
    try:
        yield
    except PoolTimeout as late:
        raise Busy(BUSY) from late
    except DBAPIError as trouble:
        # A full disk undoes the whole transaction at once, and then its savepoint is no longer found.
        first = _first_of(trouble)
        said = str(first.orig)
        if isinstance(first.orig, sqlite3.OperationalError) and "full" in said:
            raise StorageFull(
                "The disk is full: nothing was saved. Tell the administrator; looking things up is not possible until there is room."
            ) from trouble
        if any(word in said for word in _IN_EACH_OTHERS_WAY):
            raise Busy(BUSY) from trouble
        if "not a database" in said:
            raise KeyTrouble(
                "The register's file does not open with this master key: set NMO_MASTER_KEY_FILE to the right one."
            ) from trouble
        raise


def _first_of(trouble: DBAPIError) -> DBAPIError:
    """The database's first complaint, of those that followed from it."""
    first, before = trouble, trouble.__context__
    while before is not None:
        first = before if isinstance(before, DBAPIError) else first
        before = before.__context__
    return first
