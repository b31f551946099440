"""A database is brought to exactly the schema of the tables, once, on both databases; what cannot be brought there is told in one line."""

import asyncio
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from domain.audit import AuditEntry, AuditKind
from domain.errors import AssistantError, Busy
from domain.evidence import EvidenceKind, Source, served_copy
from storage.blinding import Blinder
from storage.database import open_engine
from storage.keys import Keys
from storage.metadata import metadata
from storage.migrate import WrongSchema, configuration, current, head, migrate, require_current
from storage.sealing import Sealer
from storage.sqlite import open_file
from storage.transfer_seal import OwnKeys
from storage.work import Database
from tests.databases import FORCE, KEYS, create
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import RESPONSE
from tests.trail import trail_of

_number = count()
A_PLAN = """
    INSERT INTO contact_plan (force, id, order_id, party_id, role, risk, ahead, remind_at, must_by, no_answers, round, version, state)
    VALUES ('demo', 'p', 'o', 'a', 'vlo', 'unassessed', '[]', '2026-11-20', '2026-11-21', 0, 1, 1, 'open')
"""
SERVED, UNSERVED = str(UUID(int=1)), str(UUID(int=2))
TAKEN_IN = datetime(2026, 6, 2, 6, tzinfo=UTC)
_KEPT = "'FL401', FALSE, FALSE, '2026-06-02 06:00:00+00', '2026-06-02 06:00:00+00', 1"
ORDERS = f"""
    INSERT INTO nmo (force, id, reference, case_no, file_name, served_file, order_name, has_document, conditions_checked, received_at, confirmed_at, version)
    VALUES ('demo', '{SERVED}', 'NMO-1', '1', 'a.pdf', TRUE, {_KEPT}), ('demo', '{UNSERVED}', 'NMO-2', '2', 'b.pdf', FALSE, {_KEPT})
"""  # noqa: S608 - made-up rows


@pytest.fixture
async def empty_file(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    engine = open_engine(f"sqlite:///{tmp_path}/empty.db", KEYS)
    yield engine
    await engine.dispose()


@pytest.fixture
async def empty_server(postgres: str) -> AsyncIterator[AsyncEngine]:
    name = f"empty{os.getpid()}_{next(_number)}"
    await create(postgres, name)
    engine = open_engine(postgres.format(name=name), KEYS)
    yield engine
    await engine.dispose()


@pytest.fixture(params=["empty_file", "empty_server"])
def empty(request: pytest.FixtureRequest) -> AsyncEngine:
    found: AsyncEngine = request.getfixturevalue(request.param)
    return found


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, metadata))


def upgraded(connection: Connection, revision: str) -> None:
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


async def set_schema(engine: AsyncEngine, revision: str) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


async def test_an_empty_database_reaches_exactly_the_schema_of_the_tables(empty: AsyncEngine) -> None:
    assert await migrate(empty) == ("", head())
    async with empty.connect() as connection:
        assert await connection.run_sync(differences) == []
    assert await current(empty) == head()
    await require_current(empty)


async def test_a_second_run_does_nothing(empty: AsyncEngine) -> None:
    await migrate(empty)
    assert await migrate(empty) == (head(), head())


async def test_a_plan_of_the_first_schema_still_knows_its_order(empty: AsyncEngine) -> None:
    async with empty.begin() as connection:
        await connection.run_sync(upgraded, "0001")
        await connection.execute(text(A_PLAN))
    assert await migrate(empty) == ("0001", head())
    async with empty.connect() as connection:
        assert (await connection.execute(text("SELECT force, order_id, plan FROM plan_order"))).all() == [("demo", "o", "p")]


async def test_a_served_copy_that_came_before_is_evidence_of_service(empty: AsyncEngine) -> None:
    async with empty.begin() as connection:
        await connection.run_sync(upgraded, "0004")
        await connection.execute(text(ORDERS))
    assert await migrate(empty) == ("0004", head())
    database = Database(empty, FORCE, Sealer(KEYS.draw("columns"), FORCE), Blinder(KEYS.draw("blinding"), FORCE), OwnKeys(KEYS, FORCE))
    async with database.work() as uow:
        held = await uow.evidence.of_order(UUID(SERVED))
        await uow.evidence.add([served_copy(an_order(id=UUID(SERVED)), RESPONSE.id, NOON)])
        assert await uow.evidence.of_order(UUID(SERVED)) == held
        assert await uow.evidence.of_order(UUID(UNSERVED)) == []
    assert [(one.kind, one.source, one.recorded_at) for one in held] == [(EvidenceKind.SERVICE, Source.COURT_FEED, TAKEN_IN)]
    await database.close()


async def test_two_processes_that_migrate_at_once_do_it_once(empty_server: AsyncEngine) -> None:
    runs = await asyncio.gather(*(migrate(empty_server) for _ in range(3)))
    assert sorted(runs) == [("", head()), (head(), head()), (head(), head())]


async def test_a_migrated_database_keeps_its_audit_trail(empty: AsyncEngine) -> None:
    await migrate(empty)
    database = Database(empty, FORCE, Sealer(KEYS.draw("columns"), FORCE), Blinder(KEYS.draw("blinding"), FORCE), OwnKeys(KEYS, FORCE))
    await _prove_append_only(database)
    await database.close()


async def test_a_database_made_from_the_tables_keeps_its_audit_trail(database: Database) -> None:
    await _prove_append_only(database)


async def _prove_append_only(database: Database) -> None:
    entry = AuditEntry(NOON, RESPONSE.id, AuditKind.CONSULTATION, "lookup:order:shown", "made-up")
    async with database.work() as uow:
        await uow.audit.note(entry)
    for change in ("UPDATE audit SET outcome = 'nothing'", "DELETE FROM audit"):
        with pytest.raises(DBAPIError, match="append-only"):
            async with database.work() as uow:
                await uow.connection.execute(text(change))
    assert [one.outcome for one in await trail_of(database)] == ["done"]


async def test_on_postgresql_the_trail_cannot_be_emptied_either(on_postgres: Database) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        async with on_postgres.work() as uow:
            await uow.connection.execute(text("TRUNCATE audit"))


async def test_a_database_never_migrated_says_what_to_run(empty: AsyncEngine) -> None:
    assert await current(empty) == ""
    with pytest.raises(WrongSchema, match=r"has not been set up\. Run '\.venv/bin/python app\.py migrate'"):
        await require_current(empty)


async def test_a_database_newer_than_the_program_is_left_alone(empty: AsyncEngine) -> None:
    await migrate(empty)
    await set_schema(empty, "9999")
    for attempt in (migrate(empty), require_current(empty)):
        with pytest.raises(WrongSchema, match=r"9999.*run the newer program"):
            await attempt
    assert await current(empty) == "9999"


async def test_tables_of_another_making_are_not_migrated_over(database: Database) -> None:
    with pytest.raises(WrongSchema, match="nothing was changed"):
        await migrate(database.engine)
    assert await current(database.engine) == ""


async def test_the_wrong_key_is_one_clear_line(empty_file: AsyncEngine) -> None:
    await migrate(empty_file)
    other = open_engine(str(empty_file.url).replace("+aiosqlite", ""), Keys(bytes(range(32))))
    with pytest.raises(AssistantError, match="does not open with this key"):
        await require_current(other)
    await other.dispose()


async def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/nowhere/register.db", KEYS)
    with pytest.raises(AssistantError, match="cannot be opened"):
        await migrate(engine)
    await engine.dispose()


async def test_a_database_held_by_another_process_is_left_as_it_was(empty_file: AsyncEngine) -> None:
    other = open_file(Path(str(empty_file.url.database)), KEYS.draw("database"))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy, match="another process"):
        await migrate(empty_file)
    other.execute("ROLLBACK")
    other.close()
    assert await migrate(empty_file) == ("", head())
