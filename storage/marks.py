"""Named facts about the database itself, such as that it holds a demonstration."""

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialects import upsert
from storage.tables.core import mark

_ONE = select(mark.c.value).where(mark.c.force == bindparam("force"), mark.c.name == bindparam("name"))


class Marks:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def get(self, name: str) -> str | None:
        found: str | None = await self._connection.scalar(_ONE, {"force": self._force, "name": name})
        return found

    async def put(self, name: str, value: str) -> None:
        await self._connection.execute(
            upsert(self._connection, mark, ("force", "name")), {"force": self._force, "name": name, "value": value}
        )
