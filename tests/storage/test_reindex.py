"""A register whose index is empty is made findable again when it is brought up to date."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select

from bot.commands.opening import opened, opened_as_it_is
from bot.settings import Settings
from domain.matching import Verdict, judge
from domain.particulars import read_particulars
from domain.references import number_of
from storage.database import open_database
from storage.keys import new_key
from storage.migrate import WrongSchema
from storage.reindex import bring_up_to_date, fill_index
from storage.tables.search import indexed_party, lexicon, lexicon_key, party_name
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.orders import a_party, an_order

ASKED = read_particulars("john smith 12/3/85", date(2026, 11, 20))


async def found(database: Database) -> tuple[Verdict, list[int]]:
    async with database.work() as uow:
        judged = judge(ASKED, await uow.search.candidates(ASKED))
    return judged.verdict, [one.candidate.order for one in judged.shown]


async def test_an_emptied_index_is_filled_from_the_orders(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.search.add([order])
        for table in (indexed_party, party_name, lexicon_key, lexicon):
            await uow.connection.execute(delete(table))
    assert await found(database) == (Verdict.NONE, [])
    async with database.work() as uow:
        assert await fill_index(uow) == 1
    assert await found(database) == (Verdict.MATCH, [number_of(order.reference)])


async def test_a_database_without_an_index_gets_one_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/empty.db", KEYS, FORCE)
    before, after = await bring_up_to_date(database)
    async with database.work() as uow:
        await uow.orders.save_many([an_order()])
    assert (before, await bring_up_to_date(database)) == ("", (after, after))
    assert (await found(database))[0] is Verdict.MATCH
    assert await bring_up_to_date(database) == (after, after)
    assert len((await found(database))[1]) == 1
    await database.close()


async def test_an_index_that_holds_nobody_by_two_forenames_is_filled_anew(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path}/older.db", KEYS, FORCE)
    await bring_up_to_date(database)
    order = an_order(respondent=a_party(forenames="Olivia Joan", surname="Marchbank"))
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.search.add([order])
        await uow.connection.execute(delete(party_name).where(party_name.c.surname < 0))
    await bring_up_to_date(database)
    async with database.reading() as uow:
        rows = (await uow.connection.execute(select(party_name.c.no).where(party_name.c.surname < 0))).all()
        people = await uow.connection.scalar(select(func.count()).select_from(indexed_party))
    assert ([row.no >> 1 for row in rows], people) == ([number_of(order.reference)], 2)
    await database.close()


async def test_no_command_starts_on_orders_that_cannot_be_found(tmp_path: Path) -> None:
    key, file = tmp_path / "master.key", tmp_path / "register.db"
    new_key(key)
    settings = Settings(force=FORCE, database_url=f"sqlite:///{file}", master_key_file=key)
    async with opened_as_it_is(settings) as database:
        await bring_up_to_date(database)
        async with database.work() as uow:
            await uow.orders.save_many([an_order()])
    with pytest.raises(WrongSchema, match="has not been filled, so nobody would be found"):
        async with opened(settings):
            pass
    async with opened_as_it_is(settings) as database:
        await bring_up_to_date(database)
    async with opened(settings) as database:
        assert (await found(database))[0] is Verdict.MATCH
