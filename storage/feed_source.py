"""Where a court feed lies: a folder or a zip. Names inside are data; nothing is ever unpacked to the disk."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile, ZipFile, ZipInfo, is_zipfile

from domain.errors import AssistantError
from storage.secret_files import read_secret

MOST_FILES = 50_000
LARGEST_MANIFEST = 64 * 1024 * 1024
LARGEST_FEED = 8 * 1024 * 1024 * 1024
STEEPEST_RATIO = 200
_SMALL = 1024 * 1024
_MANIFEST = re.compile(r"manifest-([0-9]{8})\.csv", re.IGNORECASE)


class FeedTrouble(AssistantError):
    """The feed cannot be read as a whole; nothing was taken in."""


class FeedSource(Protocol):
    """Files of one feed by their bare names, found whatever the case of their letters."""

    def names(self) -> list[str]: ...

    def size(self, name: str) -> int | None:
        """In bytes, as far as the source says; None where there is no such file."""

    def read(self, name: str, most: int) -> bytes:
        """At most `most` bytes and one. Raises FeedTrouble where the file cannot be read."""


@contextmanager
def open_feed(path: Path, password_file: Path | None = None) -> Iterator[FeedSource]:
    """A folder, a zip, or one manifest with the papers beside it, while the block lasts. Raises FeedTrouble, in one line."""
    folder = _folder(path)
    if folder is not None:
        yield folder
        return
    if not path.exists():
        raise FeedTrouble(f"{path} does not exist.")
    if not is_zipfile(path):
        raise FeedTrouble(f"{path} is no court feed: give a folder, a zip, or a file named manifest-YYYYMMDD.csv.")
    password = _password(password_file)
    with _opened(path) as archive:
        yield ZipFeed(archive, path.name, password)


def _folder(path: Path) -> "FolderFeed | None":
    try:
        if path.is_dir():
            return FolderFeed(path)
        if _MANIFEST.fullmatch(path.name) and path.is_file():
            return FolderFeed(path.parent, path.name)
    except OSError as trouble:
        raise FeedTrouble(f"{path} cannot be read ({trouble.strerror}).") from trouble
    return None


def _opened(path: Path) -> ZipFile:
    with _zip_troubles(path.name):
        return ZipFile(path)


def manifests(source: FeedSource) -> list[str]:
    """The names of the manifests, oldest day first. Raises FeedTrouble where there is none."""
    found = sorted((name for name in source.names() if _MANIFEST.fullmatch(name)), key=str.casefold)
    if not found:
        raise FeedTrouble("There is no manifest here: a court feed holds a file named manifest-YYYYMMDD.csv.")
    return found


def manifest_day(name: str) -> date | None:
    found = _MANIFEST.fullmatch(name)
    try:
        return datetime.strptime(found[1], "%Y%m%d").date() if found else None  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def read_manifest_text(source: FeedSource, name: str) -> tuple[bytes, str]:
    """The bytes as they came, and as text. Raises FeedTrouble where they are too many or not UTF-8."""
    content = source.read(name, LARGEST_MANIFEST)
    if len(content) > LARGEST_MANIFEST:
        raise FeedTrouble(f"{name} is larger than a manifest can be ({LARGEST_MANIFEST // _SMALL} MB).")
    try:
        return content, content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        raise FeedTrouble(f"{name} is not UTF-8 text (byte {trouble.start}).") from trouble


class FolderFeed:
    """The files that lie directly in one folder; links are left alone, since they may lead anywhere."""

    def __init__(self, folder: Path, only_manifest: str | None = None) -> None:
        files = (one for one in folder.iterdir() if one.is_file() and not one.is_symlink())
        self._files = {one.name.casefold(): one for one in files if _wanted(one.name, only_manifest)}

    def names(self) -> list[str]:
        return [one.name for one in self._files.values()]

    def size(self, name: str) -> int | None:
        file = self._files.get(name.casefold())
        return None if file is None else file.stat().st_size

    def read(self, name: str, most: int) -> bytes:
        try:
            with self._files[name.casefold()].open("rb") as file:
                return file.read(most + 1)
        except OSError as trouble:
            raise FeedTrouble(f"{name} cannot be read ({trouble.strerror}).") from trouble


def _wanted(name: str, only_manifest: str | None) -> bool:
    return only_manifest is None or name == only_manifest or not _MANIFEST.fullmatch(name)


class ZipFeed:
    """A zip, plain or ZipCrypto; refused before anything is read where its directory promises too much."""

    def __init__(self, archive: ZipFile, name: str, password: bytes | None) -> None:
        self._archive = archive
        self._password = password
        self._entries = _checked(name, [one for one in archive.infolist() if not one.is_dir()])

    def names(self) -> list[str]:
        return [_bare(one.filename) for one in self._entries.values()]

    def size(self, name: str) -> int | None:
        entry = self._entries.get(name.casefold())
        return None if entry is None else entry.file_size

    def read(self, name: str, most: int) -> bytes:
        with _zip_troubles(name), self._archive.open(self._entries[name.casefold()], pwd=self._password) as file:
            return file.read(most + 1)


def _checked(name: str, entries: list[ZipInfo]) -> dict[str, ZipInfo]:
    if len(entries) > MOST_FILES:
        raise FeedTrouble(f"{name} holds more than {MOST_FILES} files: it is no court feed.")
    if sum(one.file_size for one in entries) > LARGEST_FEED:
        raise FeedTrouble(f"{name} would unpack to more than {LARGEST_FEED // _SMALL} MB: it is no court feed.")
    if any(one.file_size > max(_SMALL, STEEPEST_RATIO * one.compress_size) for one in entries):
        raise FeedTrouble(f"{name} holds a file packed more than {STEEPEST_RATIO} to one: it is no court feed.")
    found = {_bare(one.filename).casefold(): one for one in entries}
    if len(found) < len(entries):
        raise FeedTrouble(f"{name} holds two files of the same name.")
    return found


def _bare(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]


@contextmanager
def _zip_troubles(name: str) -> Iterator[None]:
    try:
        yield
    # So zipfile tells of a way of packing or encrypting that it does not know.
    except NotImplementedError as trouble:
        raise FeedTrouble(f"{name} is packed or encrypted in a way that cannot be read: ZipCrypto is expected.") from trouble
    except RuntimeError as trouble:
        told = "is wrong" if "Bad password" in str(trouble) else "is missing"
        raise FeedTrouble(f"The password of the zip {told}: check the file that NMO_FEED_ZIP_PASSWORD_FILE names.") from trouble
    except (BadZipFile, EOFError, zlib.error) as trouble:
        raise FeedTrouble(f"{name} is damaged, or the password of the zip is wrong.") from trouble
    except OSError as trouble:
        raise FeedTrouble(f"{name} cannot be read ({trouble.strerror}).") from trouble


def _password(file: Path | None) -> bytes | None:
    if file is None:
        return None
    return read_secret(file, "password", "NMO_FEED_ZIP_PASSWORD_FILE").rstrip(b"\r\n") or None
