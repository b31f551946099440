"""Places of checked conditions are found by keyed hashes, within one force, and no word of them stands in the database."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from domain.places import Place, PlaceKind
from storage import places
from storage.blinding import Blinder
from storage.tables.places import condition_place
from storage.work import Database
from tests.databases import beside

SCHOOL = Place(PlaceKind.SCHOOL, ("elmfield",), "school")
STREET = Place(PlaceKind.STREET, ("harbour",), "street")
LANE = Place(PlaceKind.STREET, ("mill",), "lane")
FIRST, SECOND = uuid4(), uuid4()


async def naming(database: Database, *marks: str) -> dict[UUID, frozenset[PlaceKind]]:
    async with database.reading() as uow:
        return await uow.places.naming(marks)


@pytest.fixture
async def held(database: Database) -> Database:
    async with database.work() as uow:
        assert await uow.places.is_empty()
        await uow.places.replace(FIRST, {SCHOOL, STREET, LANE})
        await uow.places.replace(SECOND, {STREET})
        assert not await uow.places.is_empty()
    return database


async def test_every_order_that_names_the_place_is_found_with_its_kind(held: Database) -> None:
    assert await naming(held, "harbour|street") == {FIRST: {PlaceKind.STREET}, SECOND: {PlaceKind.STREET}}
    assert await naming(held, "elmfield") == {FIRST: {PlaceKind.SCHOOL}}
    assert await naming(held, "wenfold") == {}


async def test_the_names_must_all_be_of_one_place(held: Database) -> None:
    assert await naming(held, "harbour|lane") == await naming(held, "harbour", "mill") == {}


async def test_a_newer_wording_takes_the_place_of_the_older(held: Database) -> None:
    async with held.work() as uow:
        await uow.places.replace(FIRST, {SCHOOL})
        await uow.places.replace(SECOND, ())
    assert await naming(held, "harbour") == {}
    assert await naming(held, "elmfield") == {FIRST: {PlaceKind.SCHOOL}}


async def test_the_places_of_a_force_are_found_by_their_keys_and_never_gone_through(embedded: Database) -> None:
    compiled = places._NAMING.compile(dialect=embedded.engine.dialect)
    async with embedded.reading() as uow:
        plan: Any = await uow.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", (None,) * len(compiled.positiontup or ()))
        steps = [step[3] for step in plan.all()]
    assert any("condition_place" in step and "(force=? AND key=?)" in step for step in steps)


async def test_another_force_finds_nothing(held: Database) -> None:
    async with beside(held, "next-door") as neighbour:
        assert await naming(neighbour, "harbour|street") == {}


async def test_only_numbers_are_held_and_they_depend_on_the_key_and_the_force(held: Database) -> None:
    async with held.reading() as uow:
        rows = (await uow.connection.execute(select(condition_place).where(condition_place.c.force == held.force))).all()
        mine = uow.blinder.number("condition_place", "harbour")
    assert {row.kind for row in rows} == {"street", "school"}
    assert not [word for word in ("harbour", "elmfield", "mill") if word in str(rows)]
    assert mine in {row.key for row in rows}
    others = {
        Blinder(bytes(32), held.force).number("condition_place", "harbour"),
        Blinder(bytes(32), "next-door").number("condition_place", "harbour"),
    }
    assert len({*others, mine}) == 3
