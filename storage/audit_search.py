"""The trail of one person, case or officer: whatever they did, and whatever was done to their record."""

from collections.abc import Collection

from sqlalchemy import String, cast, or_, select

from domain.audit import AuditEntry
from storage.audit import AuditTrail
from storage.tables.core import audit


class AuditSearch(AuditTrail):
    """Opens only the sealed lines that are asked for."""

    async def about(self, ids: Collection[str], after: int, limit: int) -> list[AuditEntry]:
        """In the order of the trail; one of the ids stands in a line's subject whole, alone or among others, or is the actor's."""
        wanted = (
            select(audit)
            .where(audit.c.force == self._force, audit.c.seq > after)
            .where(or_(*(audit.c.subject.contains(id, autoescape=True) for id in ids), cast(audit.c.actor, String).in_(ids)))
            .order_by(audit.c.seq)
            .limit(limit)
        )
        return [self._entry(row) for row in await self._connection.execute(wanted)]
