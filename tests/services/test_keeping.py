"""Only the administrator backs up and restores, and the trail tells of both, in the register and in the copy."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from domain.audit import AuditKind
from domain.errors import AssistantError, NotAllowed
from domain.officers import Permission, Role, SystemJob
from services.keeping import By, backup, replace, restore
from storage.database import open_database
from storage.keys import Keys
from storage.migrate import head, migrate
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.fakes.clock import NOON, FrozenClock
from tests.people import ADMIN, EVERYONE, RESPONSE, officer
from tests.trail import trail_of


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
    lines = [(one.kind, one.event, one.outcome) for one in await trail_of(found)]
    await found.close()
    return lines


USER = "made-up-user"
JOB = SystemJob("restore", FORCE, frozenset({Permission.KEEP_DATABASE}))
GONE = officer("Gus Gone", Role.ADMIN, active=False)
MADE = (AuditKind.DISCLOSURE, "keeping:backup:made")
RESTORED = (AuditKind.ALTERATION, "keeping:backup:restored", "done")


async def test_a_backup_of_a_register_in_use_tells_of_itself(register: Database, tmp_path: Path) -> None:
    report = await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup", USER)
    assert (report.schema, report.rows["officer"]) == (head(), len(EVERYONE))
    assert await trail(url_of(tmp_path / "register.db")) == [(*MADE, "begun"), (*MADE, "done")]
    assert await trail(url_of(tmp_path / "copy.backup")) == [(*MADE, "begun")]


async def test_a_backup_is_a_disclosure_to_a_file_by_a_user_of_the_system(register: Database, tmp_path: Path) -> None:
    target = tmp_path / "folder-of-made-up-person" / ("copy" * 40 + ".backup")
    target.parent.mkdir()
    await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, target, USER)
    lines = await trail_of(register)
    assert [(one.actor, one.recipient, one.typed) for one in lines] == [(ADMIN.id, target.name[:100], USER)] * 2


async def test_a_backup_that_failed_is_told_too(register: Database, tmp_path: Path) -> None:
    with pytest.raises(AssistantError, match="cannot be written"):
        await backup(
            register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "nowhere" / "copy.backup", USER
        )
    assert await trail(url_of(tmp_path / "register.db")) == [(*MADE, "begun"), (*MADE, "failed")]


async def test_a_restored_register_tells_of_it(register: Database, tmp_path: Path) -> None:
    await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup", USER)
    place = url_of(tmp_path / "other.db")
    restored = await restore(FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup", USER)
    assert (restored.schema, restored.as_of, restored.aside, restored.report.rows["officer"]) == (head(), NOON, None, len(EVERYONE))
    assert await trail(place) == [(*MADE, "begun"), RESTORED]


async def named_on(url: str) -> tuple[UUID, str | None]:
    found = open_database(url, KEYS, FORCE)
    line = (await trail_of(found))[-1]
    await found.close()
    return line.actor, line.typed


async def test_a_restore_is_told_under_the_administrator_of_the_backup_who_is_named_or_under_its_own(
    register: Database, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.backup"
    await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, copy, USER)
    places = [url_of(tmp_path / name) for name in ("one.db", "two.db")]
    await restore(FrozenClock(), JOB, places[0], KEYS, copy, USER, By(ADMIN.id))
    await restore(FrozenClock(), JOB, places[1], KEYS, copy, USER)
    await replace(FrozenClock(), JOB, places[1], KEYS, copy, USER, By(ADMIN.id))
    assert [await named_on(place) for place in places] == [(ADMIN.id, USER)] * 2
    await restore(FrozenClock(), JOB, url_of(tmp_path / "three.db"), KEYS, copy, USER)
    assert await named_on(url_of(tmp_path / "three.db")) == (JOB.id, USER)


@pytest.mark.parametrize("named", [RESPONSE.id, GONE.id, UUID(int=1)], ids=["no administrator", "left", "nobody"])
async def test_nobody_but_an_administrator_of_the_backup_can_be_named(register: Database, tmp_path: Path, named: UUID) -> None:
    copy, place = tmp_path / "copy.backup", tmp_path / "register.db"
    async with register.work() as uow:
        await uow.officers.save([GONE])
    await backup(register.work, FrozenClock(), ADMIN, url_of(place), KEYS, copy, USER)
    with pytest.raises(AssistantError, match="active administrator in the backup"):
        await restore(FrozenClock(), JOB, url_of(tmp_path / "other.db"), KEYS, copy, USER, By(named))
    await register.close()
    with pytest.raises(AssistantError, match="active administrator in the backup"):
        await replace(FrozenClock(), JOB, url_of(place), KEYS, copy, USER, By(named))
    assert not (tmp_path / "other.db").exists()
    assert await trail(url_of(place)) == [(*MADE, "begun"), (*MADE, "done")]


async def test_a_register_in_use_is_not_replaced_and_one_at_rest_is_kept_beside(register: Database, tmp_path: Path) -> None:
    place = url_of(tmp_path / "register.db")
    await backup(register.work, FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup", USER)
    with pytest.raises(AssistantError, match="stop the bot first"):
        await replace(FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup", USER)
    await register.close()
    replaced = await replace(FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup", USER)
    assert await trail(place) == [(*MADE, "begun"), RESTORED]
    assert await trail(url_of(replaced.aside or tmp_path)) == [(*MADE, "begun"), (*MADE, "done")]


async def test_nobody_else_may_and_nothing_is_made(register: Database, tmp_path: Path) -> None:
    place, target = url_of(tmp_path / "register.db"), tmp_path / "copy.backup"
    with pytest.raises(NotAllowed):
        await backup(register.work, FrozenClock(), RESPONSE, place, KEYS, target, USER)
    for use in (restore, replace):
        with pytest.raises(NotAllowed):
            await use(FrozenClock(), RESPONSE, url_of(tmp_path / "other.db"), KEYS, target, USER)
    assert not target.exists()
    assert await trail(place) == []


async def test_a_backup_does_not_open_with_another_key(register: Database, tmp_path: Path) -> None:
    await backup(register.work, FrozenClock(), ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup", USER)
    with pytest.raises(AssistantError, match="does not open with this key"):
        await restore(FrozenClock(), ADMIN, url_of(tmp_path / "other.db"), Keys(bytes(32)), tmp_path / "copy.backup", USER)
    assert not (tmp_path / "other.db").exists()


async def test_a_register_on_a_server_is_left_to_the_servers_tools(on_postgres: Database, tmp_path: Path) -> None:
    place = on_postgres.engine.url.render_as_string(hide_password=False).replace("+asyncpg", "")
    with pytest.raises(AssistantError, match="pg_dump"):
        await backup(on_postgres.work, FrozenClock(), ADMIN, place, KEYS, tmp_path / "copy.backup", USER)
