"""Ready means: the database is there, at this program's schema, and the scheduler is running. Late reminders warn and turn nobody away."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest
from sqlalchemy import text

from domain.errors import NotAllowed
from domain.officers import Permission, SystemJob
from domain.outbox import REMIND, Outgoing, State
from services.health import ready
from storage.database import open_database
from storage.jobs import Beat
from storage.keys import Keys
from storage.migrate import head, migrate
from storage.sqlite import open_file
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.fakes.clock import NOON, FrozenClock
from tests.people import RESPONSE, VLO

JOB = SystemJob("health", FORCE, frozenset({Permission.RUN_JOBS}))


@pytest.fixture
async def register(tmp_path: Path) -> AsyncIterator[Database]:
    found = open_database(f"sqlite:///{tmp_path}/register.db", KEYS, FORCE)
    await migrate(found.engine)
    yield found
    await found.close()


@pytest.fixture
async def migrated(database: Database) -> Database:
    """Both databases, made from the tables and marked as migrated."""
    async with database.engine.begin() as connection:
        await connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        await connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head()})
    return database


async def pulse(database: Database, name: str = "tick", error: str | None = None) -> None:
    async with database.work() as uow:
        await uow.jobs.beat(Beat("audit", NOON, NOON))
        await uow.jobs.beat(Beat(name, NOON, NOON, error))


def reminder(**changes: Any) -> Outgoing:
    one = Outgoing(id=uuid4(), force=FORCE, plan=uuid4(), occurrence=1, stage=REMIND, recipient=VLO.id, due_at=NOON, next_at=NOON)
    return replace(one, **changes)


async def test_a_running_bot_is_ready(migrated: Database) -> None:
    await pulse(migrated)
    found = await ready(migrated, FrozenClock(NOON + timedelta(seconds=20)), JOB)
    assert found.report() == {
        "ok": True,
        "database": "reachable",
        "schema": head(),
        "scheduler_age_seconds": 20.0,
        "oldest_unsent_seconds": 0.0,
        "reasons": (),
        "warnings": (),
    }


async def test_a_late_reminder_is_told_to_the_second_and_turns_nobody_away(migrated: Database) -> None:
    clock = FrozenClock(NOON + timedelta(minutes=10))
    async with migrated.work() as uow:
        await uow.jobs.beat(Beat("tick", clock(), clock()))
        await uow.jobs.beat(Beat("audit", clock(), clock()))
        await uow.outbox.plan(
            [reminder(), reminder(due_at=NOON + timedelta(days=1)), reminder(due_at=NOON - timedelta(days=1), state=State.SENT)]
        )
    found = await ready(migrated, clock, JOB)
    assert (found.ok, found.oldest_unsent_seconds, found.warnings) == (True, 600.0, ("reminders_are_late",))


async def test_a_scheduler_that_stopped_is_not_ready(register: Database) -> None:
    assert (await ready(register, FrozenClock(), JOB)).reasons == ("scheduler_has_not_run",)
    await pulse(register, "sweep")
    assert (await ready(register, FrozenClock(), JOB)).reasons == ("scheduler_has_not_run",)
    await pulse(register)
    assert (await ready(register, FrozenClock(NOON + timedelta(seconds=60)), JOB)).ok
    stopped = await ready(register, FrozenClock(NOON + timedelta(seconds=61)), JOB)
    assert (stopped.ok, stopped.reasons, stopped.scheduler_age_seconds) == (False, ("scheduler_is_late",), 61.0)


async def test_an_auditor_that_has_stopped_is_warned_of(register: Database) -> None:
    await pulse(register)
    async with register.work() as uow:
        await uow.jobs.beat(Beat("tick", NOON + timedelta(minutes=5), NOON + timedelta(minutes=5)))
    found = await ready(register, FrozenClock(NOON + timedelta(minutes=5)), JOB)
    assert (found.ok, found.warnings) == (True, ("nobody_audits",))


async def test_a_failing_job_is_named(register: Database) -> None:
    await pulse(register)
    await pulse(register, "housekeeping", "OperationalError")
    found = await ready(register, FrozenClock(), JOB)
    assert (found.ok, found.warnings) == (True, ("job_failing:housekeeping",))


async def test_a_database_not_migrated_is_not_ready(embedded: Database) -> None:
    found = await ready(embedded, FrozenClock(), JOB)
    assert (found.ok, found.schema, found.reasons) == (False, "none", ("schema_is_not_current",))


async def test_a_database_of_another_key_is_not_ready(register: Database, tmp_path: Path) -> None:
    other = open_database(f"sqlite:///{tmp_path}/register.db", Keys(bytes(32)), FORCE)
    assert (await ready(other, FrozenClock(), JOB)).reasons == ("database_does_not_open",)
    await other.close()


async def test_a_server_that_is_away_is_not_ready(tmp_path: Path) -> None:
    away = open_database(f"postgresql:///register?host={tmp_path}", KEYS, FORCE)
    found = await ready(away, FrozenClock(), JOB)
    assert (found.ok, found.database, found.oldest_unsent_seconds, found.reasons) == (False, "away", None, ("database_is_away",))
    await away.close()


async def test_a_writer_elsewhere_does_not_make_the_bot_unready(register: Database, tmp_path: Path) -> None:
    await pulse(register)
    other = open_file(tmp_path / "register.db", KEYS.draw("database"))
    other.execute("BEGIN IMMEDIATE")
    assert (await ready(register, FrozenClock(), JOB)).ok
    other.execute("ROLLBACK")
    other.close()


async def test_nothing_about_a_person_is_in_the_report(register: Database) -> None:
    await pulse(register)
    async with register.work() as uow:
        await uow.officers.save([RESPONSE, VLO])
        await uow.outbox.plan([reminder(recipient=RESPONSE.id, plan=UUID(int=7))])
    said = orjson.dumps((await ready(register, FrozenClock(NOON + timedelta(hours=1)), JOB)).report()).decode()
    assert [word for word in (RESPONSE.name, VLO.name, str(RESPONSE.id), str(UUID(int=7))) if word in said] == []


async def test_only_the_system_asks(register: Database) -> None:
    with pytest.raises(NotAllowed):
        await ready(register, FrozenClock(), RESPONSE)
