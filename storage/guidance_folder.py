"""A force's own pages of guidance on the disk."""

from collections.abc import Iterator
from pathlib import Path

from domain.errors import Unreadable

LARGEST = 20_000
MOST_PAGES = 200
Stamp = tuple[tuple[str, int, int], ...]


def guidance_folder(folder: Path, force: str) -> Path:
    return folder / force / "guidance"


def stamp_of(folder: Path) -> Stamp:
    """Name, moment of change and size of each page: cheap to ask, and other than before where anything was changed."""
    try:
        return tuple((path.name, status.st_mtime_ns, status.st_size) for path in _pages(folder) for status in (path.stat(),))
    except OSError as trouble:
        raise Unreadable(f"{folder} cannot be read ({trouble.strerror}).") from trouble


def read_guidance_folder(folder: Path) -> dict[str, bytes]:
    """Each page's file by the page's name, none where the force has no folder; of a file that is too large, one byte more than is allowed."""
    try:
        return {path.stem: _content(path) for path in _pages(folder)}
    except OSError as trouble:
        raise Unreadable(f"{folder} cannot be read ({trouble.strerror}).") from trouble


def _pages(folder: Path) -> Iterator[Path]:
    if not folder.exists():
        return
    paths = sorted(path for path in folder.iterdir() if path.suffix == ".md")
    if len(paths) > MOST_PAGES:
        raise Unreadable(f"{folder} holds {len(paths)} pages; {MOST_PAGES} is the most.")
    yield from paths


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
