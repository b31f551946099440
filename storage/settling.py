"""The search index as PostgreSQL is left with it by a filling at one go: its pages closed up, and its planner told what they hold."""

from sqlalchemy.ext.asyncio import AsyncEngine

from storage.tables.search import indexed_party, lexicon, lexicon_key, party_name

_LARGE = (lexicon_key.name, party_name.name, indexed_party.name)
# The lexicon is small and its counts are written over and over, so it is written out anew; the large tables only grew, and stay readable while their keys are closed up.
# The last one marks the pages whose rows everybody may see: a look-up that finds all it wants in a key then leaves the table alone.
_SETTLING = (
    f"VACUUM FULL {lexicon.name}",
    *(f"REINDEX TABLE CONCURRENTLY {name}" for name in _LARGE),
    f"VACUUM (ANALYZE) {', '.join((lexicon.name, *_LARGE))}",
)
_NO_HURRY = ("lock_timeout", "statement_timeout")


async def settle(engine: AsyncEngine) -> None:
    """Outside any transaction, while others may be reading. The embedded database needs none of it."""
    if engine.dialect.name != "postgresql":
        return
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        try:
            for setting in _NO_HURRY:
                await connection.exec_driver_sql(f"SET {setting} = 0")
            for statement in _SETTLING:
                await connection.exec_driver_sql(statement)
        finally:
            for setting in _NO_HURRY:
                await connection.exec_driver_sql(f"RESET {setting}")
