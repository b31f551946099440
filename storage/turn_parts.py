"""What a conversation's turn asks of the database: a savepoint for each of its parts, and a lock of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import blake2b

from sqlalchemy.ext.asyncio import AsyncConnection


@asynccontextmanager
async def part_of_a_turn(connection: AsyncConnection) -> AsyncIterator[None]:
    """A savepoint as the driver knows it: SQLAlchemy's own costs three times as much, and there are several in a turn."""
    await connection.exec_driver_sql("SAVEPOINT part")
    try:
        yield
    except BaseException:
        await connection.exec_driver_sql("ROLLBACK TO SAVEPOINT part")
        await connection.exec_driver_sql("RELEASE SAVEPOINT part")
        raise
    await connection.exec_driver_sql("RELEASE SAVEPOINT part")


def lock_key(force: str, conversation: str) -> int:
    return int.from_bytes(blake2b(f"{force}|{conversation}".encode(), digest_size=8).digest(), signed=True)
