"""What was filled at one go is settled: nobody is lost, and a server plans by what is there."""

from datetime import date

from domain.matching import Verdict, judge
from domain.particulars import read_particulars
from storage.reindex import fill_index
from storage.settling import settle
from storage.work import Database
from tests.orders import an_order

ASKED = read_particulars("john smith 12/3/85", date(2026, 11, 20))
TABLES = "'lexicon', 'lexicon_key', 'indexed_party', 'party_name'"
# A table that nobody has looked through has -1. That all may see every row is known a moment later where somebody is just coming to the server.
COUNTED = f"SELECT relname FROM pg_class WHERE relname IN ({TABLES}) AND relpages > 0 AND reltuples > 0"  # noqa: S608 - names of tables
SETTINGS = "SELECT current_setting('statement_timeout'), current_setting('lock_timeout')"


async def filled(database: Database) -> None:
    async with database.work() as uow:
        await uow.orders.save_many([an_order()])
        await fill_index(uow)


async def asked(database: Database, sql: str) -> list[tuple[object, ...]]:
    async with database.reading() as uow:
        return [tuple(row) for row in (await uow.connection.exec_driver_sql(sql)).all()]


async def test_whoever_was_found_is_found_after_it(database: Database) -> None:
    await filled(database)
    await settle(database.engine)
    async with database.work() as uow:
        assert judge(ASKED, await uow.search.candidates(ASKED)).verdict is Verdict.MATCH


async def test_a_server_knows_how_many_rows_there_are(on_postgres: Database) -> None:
    await filled(on_postgres)
    assert await asked(on_postgres, COUNTED) == []
    await settle(on_postgres.engine)
    assert len(await asked(on_postgres, COUNTED)) == 4


async def test_whoever_asks_next_has_no_more_patience_than_before(on_postgres: Database) -> None:
    before = await asked(on_postgres, SETTINGS)
    await settle(on_postgres.engine)
    assert (before, await asked(on_postgres, SETTINGS)) == ([("30s", "2500ms")], before)
