"""Only the administrator backs up and restores, and the trail tells of both, in the register and in the copy."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from domain.audit import AuditKind
from domain.errors import AssistantError, NotAllowed
from services.keeping import backup, replace, restore
from storage.database import open_database
from storage.keys import Keys
from storage.migrate import head, migrate
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.fakes.clock import FrozenClock
from tests.people import ADMIN, EVERYONE, RESPONSE


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


@pytest.fixture
async def register(tmp_path: Path) -> AsyncIterator[Database]:
    found = open_database(url_of(tmp_path / "register.db"), KEYS, FORCE)
    await migrate(found.engine)
    async with found.work() as uow:
        await uow.officers.save(EVERYONE)
    yield found
    await found.close()


async def trail(url: str) -> list[tuple[AuditKind, str, str]]:
    found = open_database(url, KEYS, FORCE)
    async with found.reading() as uow:
        lines = [(one.kind, one.event, one.outcome) for one in await uow.audit.since()]
    await found.close()
    return lines


MADE = (AuditKind.DISCLOSURE, "keeping:backup:made")
RESTORED = (AuditKind.ALTERATION, "keeping:backup:restored", "done")


async def test_a_backup_of_a_register_in_use_tells_of_itself(register: Database, tmp_path: Path) -> None:
    report = await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup")
    assert (report.schema, report.rows["officer"]) == (head(), len(EVERYONE))
    assert await trail(url_of(tmp_path / "register.db")) == [(*MADE, "begun"), (*MADE, "done")]
    assert await trail(url_of(tmp_path / "copy.backup")) == [(*MADE, "begun")]


async def test_a_backup_that_failed_is_told_too(register: Database, tmp_path: Path) -> None:
    with pytest.raises(AssistantError, match="cannot be written"):
        await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "nowhere" / "copy.backup")
    assert await trail(url_of(tmp_path / "register.db")) == [(*MADE, "begun"), (*MADE, "failed")]


async def test_a_restored_register_tells_of_it(register: Database, tmp_path: Path) -> None:
    await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup")
    place = url_of(tmp_path / "other.db")
    restored = await restore(FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup")
    assert (restored.schema, restored.aside, restored.report.rows["officer"]) == (head(), None, len(EVERYONE))
    assert await trail(place) == [(*MADE, "begun"), RESTORED]


async def test_a_register_in_use_is_not_replaced_and_one_at_rest_is_kept_beside(register: Database, tmp_path: Path) -> None:
    place = url_of(tmp_path / "register.db")
    await backup(register.work, FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup")
    with pytest.raises(AssistantError, match="stop the bot first"):
        await replace(FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup")
    await register.close()
    replaced = await replace(FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup")
    assert await trail(place) == [(*MADE, "begun"), RESTORED]
    assert await trail(url_of(replaced.aside or tmp_path)) == [(*MADE, "begun"), (*MADE, "done")]


async def test_nobody_else_may_and_nothing_is_made(register: Database, tmp_path: Path) -> None:
    place, target = url_of(tmp_path / "register.db"), tmp_path / "copy.backup"
    with pytest.raises(NotAllowed):
        await backup(register.work, FrozenClock(), RESPONSE, place, KEYS, target)
    for use in (restore, replace):
        with pytest.raises(NotAllowed):
            await use(FrozenClock(), RESPONSE, url_of(tmp_path / "other.db"), KEYS, target)
    assert not target.exists()
    assert await trail(place) == []


async def test_a_backup_does_not_open_with_another_key(register: Database, tmp_path: Path) -> None:
    await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup")
    with pytest.raises(AssistantError, match="does not open with this key"):
        await restore(FrozenClock(), ADMIN, url_of(tmp_path / "other.db"), Keys(bytes(32)), tmp_path / "copy.backup")
    assert not (tmp_path / "other.db").exists()


async def test_a_register_on_a_server_is_left_to_the_servers_tools(on_postgres: Database, tmp_path: Path) -> None:
    place = on_postgres.engine.url.render_as_string(hide_password=False).replace("+asyncpg", "")
    with pytest.raises(AssistantError, match="pg_dump"):
        await backup(on_postgres.work, FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup")
