"""A backup that is older than an erasure does not bring the record back unseen: the list that stands outside the database knows it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.errors import NotAllowed
from domain.officers import Officer
from domain.orders import Order
from domain.retention import Ground
from services import keeping
from services.erased_again import erase_again, keep_list, list_job, put_list
from services.erasing import erase_by_reference
from services.keeping import By
from storage.database import open_database
from storage.erased_list import ListTrouble, read_list
from storage.keys import Keys
from storage.migrate import migrate
from storage.sqlite import open_file
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.people import ADMIN, AUDITOR, DESK, RESPONSE
from tests.retention import DUE, Office, an_old_order
from tests.trail import trail_of

USER = "made-up-user"
OTHER_KEYS = Keys(b"another made-up key, of 32 bytes"[:32])


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    """With one record that was erased after last night's backup, and another that stays."""
    database = open_database(url_of(tmp_path / "register.db"), KEYS, FORCE)
    await migrate(database.engine)
    office = Office(database)
    await office.holds(an_old_order(), replace(an_old_order(), court_name="Another court"))
    office.clock.now = DUE
    await keeping.backup(database.work, office.clock, ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup", USER)
    office.clock.advance(timedelta(hours=5))
    yield office
    await database.close()


def url_of(path: Path) -> str:
    return f"sqlite:///{path}"


async def erased(office: Office) -> Order:
    async with office.database.reading() as uow:
        orders = await uow.orders.next_after("", 10)
    gone = next(one for one in orders if one.court_name != "Another court")
    await erase_by_reference(office.database.work, office.clock, ADMIN, gone.reference, Ground.ORDERED.value)
    return gone


async def listed(office: Office, path: Path) -> Path:
    await put_list(office.database.work, office.clock, ADMIN, KEYS, path, USER)
    return path


def change(path: Path, statement: str) -> None:
    connection = open_file(path, KEYS.draw("database"))
    connection.execute(statement)
    connection.close()


async def held_in(path: Path) -> list[str]:
    found = open_database(url_of(path), KEYS, FORCE)
    async with found.reading() as uow:
        courts = [str(one.court_name) for one in await uow.orders.next_after("", 10)]
    await found.close()
    return courts


async def test_a_restore_that_is_given_the_list_erases_again_what_came_back(office: Office, tmp_path: Path) -> None:
    gone = await erased(office)
    known = await listed(office, tmp_path / "elsewhere.list")
    place = tmp_path / "other.db"
    restored = await keeping.restore(office.clock, ADMIN, url_of(place), KEYS, tmp_path / "copy.backup", USER, By(None, [known]))
    assert restored.again is not None
    assert (restored.again.erased, restored.again.knows, restored.again.list.as_of) == (1, 1, office.clock())
    assert await held_in(place) == ["Another court"]
    found = open_database(url_of(place), KEYS, FORCE)
    lines = [(one.event, one.outcome) for one in (await trail_of(found))[-3:]]
    async with found.reading() as uow:
        stone = await uow.retention.tombstone(gone.reference)
        barred = await uow.retention.buried([(gone.case_no, gone.file_name)])
    await found.close()
    assert lines == [("keeping:backup:restored", "done"), ("retention:case:erased_again", "ordered"), ("retention:list:applied", "1/1")]
    assert stone is not None
    assert (stone.officer, stone.ground, stone.at, len(barred)) == (ADMIN.id, "ordered", office.clock(), 1)


async def test_a_database_that_is_replaced_is_asked_what_was_erased_in_it(office: Office, tmp_path: Path) -> None:
    await erased(office)
    await office.database.close()
    restored = await keeping.replace(office.clock, ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup", USER)
    assert restored.again is not None
    assert (restored.again.erased, restored.again.knows) == (1, 1)
    assert await held_in(tmp_path / "register.db") == ["Another court"]


async def test_without_any_list_the_restore_does_not_say_that_anything_was_erased(office: Office, tmp_path: Path) -> None:
    await erased(office)
    place = tmp_path / "other.db"
    by = By(None, [tmp_path / "not-there.list"])
    restored = await keeping.restore(office.clock, ADMIN, url_of(place), KEYS, tmp_path / "copy.backup", USER, by)
    assert restored.again is None
    assert len(await held_in(place)) == 2


async def test_the_list_is_applied_to_a_register_afterwards_and_a_second_time_changes_nothing(office: Office, tmp_path: Path) -> None:
    await erased(office)
    known = read_list(await listed(office, tmp_path / "one.list"), KEYS, FORCE)
    assert known is not None
    place = tmp_path / "other.db"
    await keeping.restore(office.clock, ADMIN, url_of(place), KEYS, tmp_path / "copy.backup", USER)
    found = open_database(url_of(place), KEYS, FORCE)
    done = [(await erase_again(found.work, office.clock, ADMIN, known, USER)).erased for _ in range(2)]
    await found.close()
    assert done == [1, 0]


async def test_what_came_in_and_was_erased_after_the_backup_is_barred_from_the_feed(office: Office, tmp_path: Path) -> None:
    late = an_old_order(court_name="Late court")
    await office.holds(late)
    await erase_by_reference(office.database.work, office.clock, ADMIN, late.reference, Ground.WRONG.value)
    place, by = tmp_path / "other.db", By(None, [await listed(office, tmp_path / "one.list")])
    restored = await keeping.restore(office.clock, ADMIN, url_of(place), KEYS, tmp_path / "copy.backup", USER, by)
    found = open_database(url_of(place), KEYS, FORCE)
    async with found.reading() as uow:
        barred = await uow.retention.buried([(late.case_no, late.file_name)])
    await found.close()
    assert restored.again is not None
    assert (restored.again.erased, restored.again.knows, len(barred)) == (0, 1, 1)


@pytest.mark.parametrize("is_older", [False, True], ids=["of today", "of before the case was kept, with a list"])
async def test_after_a_replacement_another_paper_of_an_erased_case_is_known_as_that(office: Office, tmp_path: Path, is_older: bool) -> None:
    late = an_old_order(court_name="Late court")
    await office.holds(late)
    await erase_by_reference(office.database.work, office.clock, ADMIN, late.reference, Ground.WRONG.value)
    lists = [await listed(office, tmp_path / "one.list")] * is_older
    await office.database.close()
    for statement in ("DROP INDEX ix_tombstone_case_mark", "ALTER TABLE tombstone DROP COLUMN case_mark") * is_older:
        change(tmp_path / "register.db", statement)
    await keeping.replace(office.clock, ADMIN, url_of(tmp_path / "register.db"), KEYS, tmp_path / "copy.backup", USER, By(None, lists))
    found = open_database(url_of(tmp_path / "register.db"), KEYS, FORCE)
    async with found.reading() as uow:
        graves = await uow.retention.graves(late.case_no, "another-paper.pdf")
    await found.close()
    assert [one.id for one in graves] == [late.id]


async def test_the_list_says_nothing_of_what_was_erased_and_opens_with_its_key_alone(office: Office, tmp_path: Path) -> None:
    gone = await erased(office)
    path = await listed(office, tmp_path / "one.list")
    assert gone.reference.encode() not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0
    assert not any(word in str(read_list(path, KEYS, FORCE)) for word in ("Quillfeather", gone.case_no, gone.file_name))
    with pytest.raises(ListTrouble, match="move it away"):
        read_list(path, OTHER_KEYS, FORCE)
    with pytest.raises(ListTrouble, match="move it away"):
        read_list(path, KEYS, "west")


async def test_a_list_that_cannot_be_read_stops_the_restore_before_anything_changes(office: Office, tmp_path: Path) -> None:
    torn = tmp_path / "torn.list"
    torn.write_bytes(b"torn")
    with pytest.raises(ListTrouble):
        await keeping.restore(office.clock, ADMIN, url_of(tmp_path / "other.db"), KEYS, tmp_path / "copy.backup", USER, By(None, [torn]))
    assert not (tmp_path / "other.db").exists()


async def test_the_list_is_put_anew_when_something_was_erased_and_once_an_hour(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "kept.list"

    async def kept() -> bool:
        return await keep_list(office.database.work, office.database.reading, office.clock, list_job(FORCE), KEYS, path)

    assert [await kept(), await kept()] == [True, False]
    await erased(office)
    assert [await kept(), await kept()] == [True, False]
    office.clock.advance(timedelta(hours=1))
    assert await kept() is True


async def test_a_register_that_was_set_back_makes_the_list_no_shorter(office: Office, tmp_path: Path) -> None:
    await erased(office)
    path = await listed(office, tmp_path / "kept.list")
    place = tmp_path / "other.db"
    await keeping.restore(office.clock, ADMIN, url_of(place), KEYS, tmp_path / "copy.backup", USER)
    found: Database = open_database(url_of(place), KEYS, FORCE)
    held = await put_list(found.work, office.clock, ADMIN, KEYS, path)
    await found.close()
    assert len(held.stones) == 1


@pytest.mark.parametrize("officer", [DESK, RESPONSE, AUDITOR], ids=lambda one: one.name)
async def test_only_the_administrator_lists_what_was_erased(office: Office, officer: Officer, tmp_path: Path) -> None:
    with pytest.raises(NotAllowed):
        await put_list(office.database.work, office.clock, officer, KEYS, tmp_path / "one.list")
