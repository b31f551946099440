"""Approvals of a force's own pages of guidance; a number is given once and nothing is altered."""

from sqlalchemy import BindParameter, Row, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.errors import Outdated
from domain.guidance_approvals import Approval
from storage.dialects import insert_new
from storage.tables.guidance_approvals import guidance_approval

MOVED_ON = "Somebody else has just approved this page. Preview it again."
_KEY = ("force", "page", "number")
_FORCE: BindParameter[str] = bindparam("force")
_ALL = select(guidance_approval).where(guidance_approval.c.force == _FORCE).order_by(guidance_approval.c.page, guidance_approval.c.number)
_COUNT = select(func.count()).select_from(guidance_approval).where(guidance_approval.c.force == _FORCE)


class GuidanceApprovals:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def all(self) -> list[Approval]:
        """By page, each page's oldest first."""
        rows = await self._connection.execute(_ALL, {"force": self._force})
        return [_approval_of(row) for row in rows]

    async def count(self) -> int:
        """Rows are only added, so this tells whether there is a new one."""
        return int(await self._connection.scalar(_COUNT, {"force": self._force}) or 0)

    async def add(self, one: Approval) -> None:
        """Raises Outdated where another approval of the page has that number."""
        row = {"force": self._force, "page": one.page, "number": one.number, "digest": one.digest, "text": one.text}
        row |= {"by": one.by, "who": one.who, "at": one.at}
        if not (await self._connection.execute(insert_new(self._connection, guidance_approval, _KEY), row)).rowcount:
            raise Outdated(MOVED_ON)


def _approval_of(row: Row[tuple[object, ...]]) -> Approval:
    return Approval(row.page, row.number, row.digest, row.text, row.by, row.who, row.at)
