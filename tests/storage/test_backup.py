"""A backup holds one moment of the register, encrypted, and counts only once it was read back; a restore overwrites nothing."""

import errno
import multiprocessing
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import AssistantError, StorageFull
from storage import backup as copies
from storage.sqlite import open_file

KEY = bytes(range(32))
OTHER = bytes(32)
WHEN = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / "register.db"
    connection = open_file(path, KEY)
    connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.execute("CREATE TABLE tally (n INTEGER PRIMARY KEY, words TEXT)")
    add(connection, range(500))
    connection.close()
    return path


def add(connection: Any, numbers: range) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO tally VALUES (?, ?)", [(n, f"made-up line {n}") for n in numbers])
    connection.execute("COMMIT")


def held(path: Path, key: bytes = KEY) -> list[int]:
    connection = open_file(path, key)
    found = [n for (n,) in connection.execute("SELECT n FROM tally ORDER BY n")]
    connection.close()
    return found


def beside(path: Path) -> set[str]:
    return {one.name for one in path.parent.iterdir()}


def write_on(path: Path, begun: Event, stop: Event) -> None:
    connection = open_file(path, KEY)
    connection.execute("PRAGMA busy_timeout=5000")
    start = 1_000
    while not stop.is_set():
        add(connection, range(start, start + 10))
        start += 10
        begun.set()
    connection.close()


def test_a_backup_holds_what_the_register_holds(register: Path, tmp_path: Path) -> None:
    report = copies.backup(register, KEY, tmp_path / "copy.backup")
    assert report == copies.CopyReport(
        tmp_path / "copy.backup", (tmp_path / "copy.backup").stat().st_size, "0001", {"alembic_version": 1, "tally": 500}
    )
    assert beside(register) == {"register.db", "copy.backup"}
    assert held(tmp_path / "copy.backup") == list(range(500))


def test_a_backup_is_for_its_owner_alone_and_no_plain_database(register: Path, tmp_path: Path) -> None:
    copy = copies.backup(register, KEY, tmp_path / "copy.backup").path
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert b"made-up line" not in copy.read_bytes()
    assert not copy.read_bytes().startswith(b"SQLite format 3")


def test_what_is_not_committed_is_not_in_the_backup(register: Path, tmp_path: Path) -> None:
    writer = open_file(register, KEY)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO tally VALUES (9999, 'unfinished')")
    assert copies.backup(register, KEY, tmp_path / "copy.backup").rows["tally"] == 500
    writer.execute("COMMIT")
    writer.close()
    assert held(register)[-1] == 9999


def test_a_backup_made_while_another_process_writes_is_one_moment(register: Path, tmp_path: Path) -> None:
    # Many tables make the count of rows take as long as several transactions of the writer.
    slow = open_file(register, KEY)
    slow.executescript("".join(f"CREATE TABLE zz_empty_{number} (n);" for number in range(400)))
    slow.close()
    spawn = multiprocessing.get_context("spawn")
    begun, stop = spawn.Event(), spawn.Event()
    writer = spawn.Process(target=write_on, args=(register, begun, stop), daemon=True)
    writer.start()
    assert begun.wait(30)
    reports = [copies.backup(register, KEY, tmp_path / f"copy{number}.backup") for number in range(8)]
    stop.set()
    writer.join(30)
    assert writer.exitcode == 0
    written = held(register)
    counts = [report.rows["tally"] for report in reports]
    assert counts == sorted(counts)
    assert len(written) > counts[0] > 500
    # Each transaction wrote ten rows, so a moment between two of them holds whole tens, and all that came before.
    assert [held(report.path) for report in reports] == [written[:count] for count in counts]
    assert {count % 10 for count in counts} == {0}


def test_a_backup_never_overwrites(register: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.backup").write_text("last week's")
    with pytest.raises(copies.BackupTrouble, match="exists already"):
        copies.backup(register, KEY, tmp_path / "copy.backup")
    assert (tmp_path / "copy.backup").read_text() == "last week's"


@pytest.mark.parametrize("target", ["nowhere/copy.backup", "register.db/copy.backup"])
def test_a_place_that_cannot_be_written_is_one_line(register: Path, tmp_path: Path, target: str) -> None:
    with pytest.raises(copies.BackupTrouble, match=r"cannot be written \(") as refused:
        copies.backup(register, KEY, tmp_path / target)
    assert "\n" not in refused.value.advice
    assert beside(register) == {"register.db"}


def test_a_register_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(copies.BackupTrouble, match="no database at"):
        copies.backup(tmp_path / "none.db", KEY, tmp_path / "copy.backup")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_with_no_room_leaves_no_half_copy(register: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    source, target = str(register), str(tmp_path / "full" / "copy.backup")
    tried = subprocess.run(
        [sys.executable, "-c", _BACKUP, source, target], cwd=ROOT, preexec_fn=_small_files, capture_output=True, text=True, check=False
    )
    assert (tried.returncode, tried.stderr) == (0, "")
    assert "Nothing was changed" in tried.stdout
    assert list((tmp_path / "full").iterdir()) == []
    assert held(register) == list(range(500))


_BACKUP = """
import sys
from pathlib import Path
from domain.errors import AssistantError
from storage.backup import backup
try:
    backup(Path(sys.argv[1]), bytes(range(32)), Path(sys.argv[2]))
except AssistantError as refused:
    print(refused.advice)
"""


def _small_files() -> None:
    """A file may not grow beyond 8 KB: the nearest to a full disk that needs no rights."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, 8_192))


def test_no_room_is_said_in_one_line_whoever_noticed_it(tmp_path: Path) -> None:
    with pytest.raises(StorageFull, match="no room"), copies._plainly(tmp_path, tmp_path):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert isinstance(copies._in_words("database or disk is full", tmp_path, tmp_path), StorageFull)


def test_a_restored_register_is_the_one_that_was_backed_up(register: Path, tmp_path: Path) -> None:
    copy = copies.backup(register, KEY, tmp_path / "copy.backup")
    register.unlink()
    report = copies.restore(copy.path, KEY, register)
    assert (report.schema, report.rows) == (copy.schema, copy.rows)
    assert stat.S_IMODE(register.stat().st_mode) == 0o600
    assert held(register) == list(range(500))
    assert held(copy.path) == list(range(500))


def test_a_restore_does_not_touch_a_register_that_is_there(register: Path, tmp_path: Path) -> None:
    copy = copies.backup(register, KEY, tmp_path / "copy.backup")
    before = register.read_bytes()
    with pytest.raises(copies.BackupTrouble, match="exists already"):
        copies.restore(copy.path, KEY, register)
    assert register.read_bytes() == before


def test_a_left_over_log_of_another_register_is_not_taken_for_the_restored_ones(register: Path, tmp_path: Path) -> None:
    copy = copies.backup(register, KEY, tmp_path / "copy.backup")
    (tmp_path / "new.db-wal").write_bytes(b"somebody else's")
    with pytest.raises(copies.BackupTrouble, match=r"new\.db-wal exists already"):
        copies.restore(copy.path, KEY, tmp_path / "new.db")


def test_a_replaced_register_is_kept_beside_the_restored_one(register: Path, tmp_path: Path) -> None:
    copy = copies.backup(register, KEY, tmp_path / "copy.backup")
    later = open_file(register, KEY)
    add(later, range(500, 510))
    later.close()
    report, aside = copies.replace(copy.path, KEY, register, WHEN)
    assert aside.name == "register.db.before-restore-20261120T120000Z"
    assert report.rows["tally"] == 500
    assert held(register) == list(range(500))
    assert held(aside) == list(range(510))


def test_a_register_in_use_is_not_replaced(register: Path, tmp_path: Path) -> None:
    copy = copies.backup(register, KEY, tmp_path / "copy.backup")
    bot = open_file(register, KEY)
    bot.execute("SELECT count(*) FROM tally").fetchone()
    with pytest.raises(copies.BackupTrouble, match="in use: stop the bot"):
        copies.replace(copy.path, KEY, register, WHEN)
    add(bot, range(500, 501))
    bot.close()
    assert held(register) == list(range(501))
    assert beside(register) == {"register.db", "copy.backup"}


def test_a_register_that_does_not_open_is_left_for_a_person_to_move(register: Path, tmp_path: Path) -> None:
    copy = copies.backup(register, KEY, tmp_path / "copy.backup")
    register.write_bytes(b"torn " * 4_096)
    with pytest.raises(copies.BackupTrouble, match="move it away by hand"):
        copies.replace(copy.path, KEY, register, WHEN)
    assert register.read_bytes() == b"torn " * 4_096


@pytest.mark.parametrize("use", [copies.backup, copies.restore])
def test_the_wrong_key_is_one_line(register: Path, tmp_path: Path, use: Any, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(copies.BackupTrouble, match="does not open with this key") as refused:
        use(register, OTHER, tmp_path / "copy")
    assert "\n" not in refused.value.advice
    assert capfd.readouterr().err == ""
    assert beside(register) == {"register.db"}


@settings(max_examples=12)
@given(data=st.data())
def test_a_backup_with_any_page_damaged_is_not_put_in_place(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    register, copy = folder / "register.db", folder / "copy.backup"
    connection = open_file(register, KEY)
    connection.execute("CREATE TABLE tally (n INTEGER PRIMARY KEY, words TEXT)")
    add(connection, range(200))
    connection.close()
    copies.backup(register, KEY, copy)
    damaged = bytearray(copy.read_bytes())
    where = data.draw(st.integers(0, len(damaged) - 1))
    damaged[where] ^= 1
    copy.write_bytes(damaged)
    with pytest.raises(AssistantError, match=r"damaged|does not open|could not be copied"):
        copies.restore(copy, KEY, folder / "new.db")
    assert beside(register) == {"register.db", "copy.backup"}


def test_a_register_whose_pages_are_whole_and_wrong_is_not_backed_up(register: Path, tmp_path: Path) -> None:
    """Nothing but the check of the copy notices: every page opens, and a row breaks the table's own rule."""
    spoilt = open_file(register, KEY)
    spoilt.execute("INSERT INTO tally VALUES (9999, NULL)")
    spoilt.execute("PRAGMA writable_schema=ON")
    spoilt.execute("UPDATE sqlite_master SET sql = replace(sql, 'words TEXT', 'words TEXT NOT NULL')")
    spoilt.close()
    with pytest.raises(copies.BackupTrouble, match="damaged and was thrown away"):
        copies.backup(register, KEY, tmp_path / "copy.backup")
    assert beside(register) == {"register.db"}


def test_a_copy_of_the_file_alone_is_not_a_backup(register: Path, tmp_path: Path) -> None:
    """Why the online backup is needed: rows still in the write-ahead log are not in the file."""
    bot = open_file(register, KEY)
    add(bot, range(500, 510))
    shutil.copy(register, tmp_path / "bare.db")
    assert len(held(tmp_path / "bare.db")) < copies.backup(register, KEY, tmp_path / "copy.backup").rows["tally"]
    bot.close()


def test_a_server_is_backed_up_by_its_own_tools() -> None:
    assert copies.file_of("sqlite:///data/nmo.db") == Path("data/nmo.db")
    with pytest.raises(copies.BackupTrouble, match="pg_dump or pg_basebackup"):
        copies.file_of("postgresql://db.force.example/nmo")
