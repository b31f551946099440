"""Activity ids seen in the last day, so that a re-sent activity is no second turn."""

from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.dialects import insert_new
from storage.tables.core import inbox

REMEMBERED = timedelta(hours=24)
_OLD = delete(inbox).where(inbox.c.force == bindparam("of"), inbox.c.at < bindparam("before"))


class Inbox:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def first_time(self, conversation: str, activity: str, at: datetime) -> bool:
        statement = insert_new(self._connection, inbox, ("force", "conversation", "activity"))
        row = {"force": self._force, "conversation": conversation, "activity": activity, "at": at}
        return bool((await self._connection.execute(statement, row)).rowcount)

    async def forget_old(self, now: datetime) -> int:
        return (await self._connection.execute(_OLD, {"of": self._force, "before": now - REMEMBERED})).rowcount
