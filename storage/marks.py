"""Named facts about the database itself, such as that it holds a demonstration."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialects import upsert
from storage.tables.core import mark


class Marks:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def get(self, name: str) -> str | None:
        found: str | None = await self._connection.scalar(select(mark.c.value).where(mark.c.force == self._force, mark.c.name == name))
        return found

    async def put(self, name: str, value: str) -> None:
        await self._connection.execute(
            upsert(self._connection, mark, ("force", "name")), {"force": self._force, "name": name, "value": value}
        )
