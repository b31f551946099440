"""What was filled at one go is settled: nobody is lost, and a server reads keys alone where they hold all that is asked."""

from datetime import date

from domain.matching import Verdict, judge
from domain.particulars import read_particulars
from storage.reindex import fill_index
from storage.settling import settle
from storage.work import Database
from tests.orders import an_order

ASKED = read_particulars("john smith 12/3/85", date(2026, 11, 20))
TABLES = "'lexicon', 'lexicon_key', 'indexed_party', 'party_name'"
SEEN_BY_ALL = f"SELECT relname FROM pg_class WHERE relname IN ({TABLES}) AND relpages > 0 AND relallvisible = relpages"  # noqa: S608 - names of tables
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


async def test_a_server_knows_that_all_may_see_every_row(on_postgres: Database) -> None:
    await filled(on_postgres)
    assert await asked(on_postgres, SEEN_BY_ALL) == []
    await settle(on_postgres.engine)
    assert len(await asked(on_postgres, SEEN_BY_ALL)) == 4


async def test_whoever_asks_next_has_no_more_patience_than_before(on_postgres: Database) -> None:
    before = await asked(on_postgres, SETTINGS)
    await settle(on_postgres.engine)
    assert (before, await asked(on_postgres, SETTINGS)) == ([("30s", "2500ms")], before)
