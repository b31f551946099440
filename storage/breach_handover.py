"""To whom a draft of a breach is offered, and its going over to that officer."""

from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.breaches.drafts import BreachDraft
from domain.breaches.handover import Handover
from domain.errors import Outdated
from storage.breaches import Breaches
from storage.dialects import upsert
from storage.sealing import Sealer
from storage.tables.breach_signing import breach_handover

ONE_ALREADY = (
    "You have an unfinished record of a breach of the same order yourself. Send it or discard it first, then press Take it on again: "
    "the offer stands and nothing was changed."
)
_OF = select(breach_handover).where(breach_handover.c.force == bindparam("force"), breach_handover.c.draft_id == bindparam("draft"))


class BreachHandover:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._breaches = Breaches(connection, force, sealer)

    async def of(self, draft: UUID) -> Handover | None:
        row = (await self._connection.execute(_OF, {"force": self._force, "draft": draft})).first()
        return None if row is None else Handover(row.draft_id, row.number, row.by, row.at, row.to_officer)

    async def put(self, offer: Handover) -> None:
        """In the place of the offer before it; whoever calls holds the draft."""
        row = {
            "force": self._force,
            "draft_id": offer.draft,
            "number": offer.number,
            "by": offer.by,
            "at": offer.at,
            "to_officer": offer.to,
        }
        await self._connection.execute(upsert(self._connection, breach_handover, ("force", "draft_id")), row)

    async def move(self, draft: BreachDraft) -> BreachDraft:
        """The draft under the officer it names now. Raises Outdated as `save` does, and where that officer has a draft of the same order."""
        try:
            return await self._breaches.save(draft)
        except IntegrityError as taken:
            raise Outdated(ONE_ALREADY) from taken
