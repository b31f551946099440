"""Backup and restore of the embedded database: an encrypted copy under the same key, verified before it counts."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import sqlcipher3
from sqlalchemy.engine import make_url

from domain.errors import AssistantError, Busy, StorageFull
from domain.officers import Role
from storage.metadata import moment_of
from storage.retention import Tombstone

_PATIENCE = 5_000
# What an older database kept of an erasure has no mark of its case.
_ERASED = "SELECT id, reference, ground, officer, at, mark, {of_case} FROM tombstone WHERE force = ?"


class BackupTrouble(AssistantError):
    """The copy could not be made, read or put in place; what was there before is untouched."""


@dataclass(frozen=True)
class CopyReport:
    """A verified copy. `rows` counts each table's rows, `schema` is the revision it is at (empty where it holds none)."""

    path: Path
    size: int
    schema: str
    rows: dict[str, int]


def file_of(url: str) -> Path:
    """The file of an embedded database."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise BackupTrouble("The database is on PostgreSQL: back it up and restore it with the force's own pg_dump or pg_basebackup.")
    return Path(parsed.database)


def backup(source: Path, key: bytes, target: Path) -> CopyReport:
    """Copies a database, in use or not, as it stands at one moment; never over an existing file."""
    _must_be_there(source, "database")
    _must_be_free(target)
    # Whoever leaves a live database last tidies its log away, which a reader that may not write cannot.
    return _copy(source, "rw", key, target, _take_place)


def restore(source: Path, key: bytes, target: Path) -> CopyReport:
    """Puts a backup where no database is."""
    _must_be_there(source, "backup")
    _must_be_free(target)
    return _copy(source, "ro", key, target, _take_place)


def replace(source: Path, key: bytes, target: Path, now: datetime) -> tuple[CopyReport, Path]:
    """Puts a backup in the place of a database that nobody uses; the old one stays beside it as `.before-restore-<time>`."""
    _must_be_there(source, "backup")
    _must_be_there(target, "database")
    aside = target.with_name(f"{target.name}.before-restore-{now:%Y%m%dT%H%M%SZ}")
    _must_be_free(aside)

    def swap(copy: Path, place: Path) -> None:
        with _held_alone(place, key):
            os.link(place, aside)
            copy.replace(place)

    return _copy(source, "ro", key, target, swap), aside


def administrators(source: Path, key: bytes, force: str) -> frozenset[UUID]:
    """Those who are active in the register that a backup holds."""
    _must_be_there(source, "backup")
    with _plainly(source, source), _opened(source, key, "ro") as reading:
        rows = reading.execute("SELECT id, roles FROM officer WHERE force = ? AND active", (force,)).fetchall()
    return frozenset(UUID(id) for id, roles in rows if Role.ADMIN in roles.split(";"))


def erased_in(place: Path, key: bytes, force: str) -> tuple[Tombstone, ...] | None:
    """What a database knows to be erased, whatever its schema; None where it cannot be asked."""
    if not place.is_file():
        return None
    try:
        with _opened(place, key, "rw") as reading:
            of_case = "case_mark" if "case_mark" in {row[1] for row in reading.execute("PRAGMA table_info(tombstone)")} else "NULL"
            rows = reading.execute(_ERASED.format(of_case=of_case), (force,)).fetchall()
    except sqlcipher3.Error:
        return None
    return tuple(Tombstone(UUID(id), name, ground, UUID(by), moment_of(at), *marks) for id, name, ground, by, at, *marks in rows)


def _copy(source: Path, mode: str, key: bytes, target: Path, put: Callable[[Path, Path], None]) -> CopyReport:
    part = target.with_name(f".{target.name}.{uuid4().hex[:8]}.part")
    with _plainly(source, target), _gone_if_unfinished(part):
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        found = _fill(source, mode, key, part)
        _verify(part, key, found)
        _make_durable(part)
        put(part, target)
        _make_durable(target.parent)
        schema, rows = found
        return CopyReport(target, target.stat().st_size, schema, rows)


def _fill(source: Path, mode: str, key: bytes, part: Path) -> tuple[str, dict[str, int]]:
    """Counts and copies inside one read transaction, so that both see the same moment while others go on writing."""
    with _opened(source, key, mode) as reading, _opened(part, key, "rw") as writing:
        reading.execute("BEGIN")
        found = _contents(reading)
        reading.backup(writing)
        reading.execute("ROLLBACK")
        # One file without a write-ahead log beside it; whoever opens it as the register turns that on again.
        writing.execute("PRAGMA journal_mode=DELETE")
    return found


def _verify(part: Path, key: bytes, expected: tuple[str, dict[str, int]]) -> None:
    with _opened(part, key, "ro") as copy:
        for check, healthy in (("integrity_check", [("ok",)]), ("cipher_integrity_check", [])):
            if copy.execute(f"PRAGMA {check}").fetchall() != healthy:
                raise BackupTrouble("The copy is damaged and was thrown away: the source has unreadable pages. Use an earlier backup.")
        if _contents(copy) != expected:
            raise BackupTrouble("The copy does not hold what the source holds and was thrown away. Try again.")


def _contents(connection: Any) -> tuple[str, dict[str, int]]:
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    # Names come from the database's own catalogue.
    rows = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608 - see the line above
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in rows else None
    return (revision[0] if revision else ""), rows


@contextmanager
def _opened(path: Path, key: bytes, mode: str) -> Iterator[Any]:
    """Never makes a file, and leaves its journal mode as it is."""
    connection = sqlcipher3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        yield connection
    finally:
        connection.close()


@contextmanager
def _held_alone(path: Path, key: bytes) -> Iterator[None]:
    """Leaving the write-ahead log takes a lock that no other open connection allows, and folds the log into the file."""
    try:
        with _opened(path, key, "rw") as mine:
            mine.execute("PRAGMA busy_timeout=0")
            mine.execute("PRAGMA journal_mode=DELETE")
            mine.execute("BEGIN EXCLUSIVE")
            yield
    except sqlcipher3.OperationalError as trouble:
        if "locked" not in str(trouble):
            raise
        raise BackupTrouble("The database is in use: stop the bot first, then restore. Nothing was changed.") from trouble
    except sqlcipher3.DatabaseError as trouble:
        raise BackupTrouble(
            "The database that is there now does not open with this key: move it away by hand, then restore into its place."
        ) from trouble


def _take_place(copy: Path, place: Path) -> None:
    _must_be_free(place)
    copy.rename(place)


def _must_be_free(place: Path) -> None:
    beside = [place.with_name(place.name + end) for end in ("", "-wal", "-journal")]
    there = next((one for one in beside if one.exists()), None)
    if there is not None:
        raise BackupTrouble(f"{there} exists already and was left as it is: move it away, or name another file.")


def _must_be_there(path: Path, what: str) -> None:
    if not path.is_file():
        raise BackupTrouble(f"There is no {what} at {path}.")


def _make_durable(path: Path) -> None:
    """A folder too, so that the new name survives a power cut; Windows lets nobody flush a folder."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _gone_if_unfinished(part: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                part.with_name(part.name + end).unlink(missing_ok=True)


@contextmanager
def _plainly(source: Path, target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        if trouble.errno in (errno.ENOSPC, errno.EDQUOT):
            raise _full(target) from trouble
        raise BackupTrouble(f"{target} cannot be written ({trouble.strerror}). Nothing was changed.") from trouble
    except sqlcipher3.Error as trouble:
        raise _in_words(str(trouble), source, target) from trouble


def _in_words(said: str, source: Path, target: Path) -> AssistantError:
    if "full" in said:
        return _full(target)
    if "not a database" in said:
        return BackupTrouble(f"{source} does not open with this key, or is no database of this program. Nothing was changed.")
    if "malformed" in said:
        return BackupTrouble(f"{source} is damaged. Nothing was changed; use an earlier backup.")
    if "locked" in said:
        return Busy("The database is busy: no copy was made. Try again in a moment.")
    return BackupTrouble(f"{source} could not be copied to {target} ({said}). Nothing was changed.")


def _full(target: Path) -> StorageFull:
    return StorageFull(
        f"There is no room in {target.parent}: no copy was left there and nothing was changed. Make room, or name another folder."
    )
