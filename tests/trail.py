"""The audit trail, for a test to look at."""

from domain.audit import AuditEntry
from storage.work import Database


async def trail_of(database: Database) -> list[AuditEntry]:
    """Every line there is, oldest first."""
    async with database.reading() as uow:
        return await uow.audit.since()
