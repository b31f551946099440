"""An order's PDF, read in a process of its own that may take only so much time and memory: the file is not ours."""

import asyncio
import contextlib
import io
import sys
from pathlib import Path

import orjson
from pypdf import PdfReader
from pypdf.errors import LimitReachedError, PdfReadError, PyPdfError

from domain.paper_reading import read_paper
from domain.papers import Draft, NotRead
from storage.drafts import draft_bytes, draft_of

LARGEST = 5 * 1024 * 1024
MOST_PAGES = 40
MOST_SIGNS = 400_000
SECONDS = 15.0
MEMORY = 1024 * 1024 * 1024
_ROOT = Path(__file__).parents[1]

Pages = list[list[str]]


async def read_draft(content: bytes, seconds: float = SECONDS) -> Draft:
    """What the paper says, or why nothing could be read."""
    if len(content) > LARGEST:
        return Draft(not_read=NotRead.TOO_LARGE)
    reader = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "storage.paper_text",
        cwd=_ROOT,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(seconds):
            said, _ = await reader.communicate(content)
    except TimeoutError:
        return Draft(not_read=NotRead.TOO_SLOW)
    finally:
        if reader.returncode is None:
            reader.kill()
            await reader.wait()
    return _understood(said)


def text_of(content: bytes) -> Pages | NotRead:
    """The lines of each page as they stand on it, or why there are none; without any limit on the time it takes."""
    try:
        return _pages(PdfReader(io.BytesIO(content)))
    except (LimitReachedError, MemoryError):
        return NotRead.TOO_LARGE
    except (PdfReadError, PyPdfError, ArithmeticError, LookupError, OSError, RecursionError, TypeError, ValueError, AttributeError):
        return NotRead.BROKEN


def _pages(reader: PdfReader) -> Pages | NotRead:
    if reader.is_encrypted and not reader.decrypt(""):
        return NotRead.ENCRYPTED
    if len(reader.pages) > MOST_PAGES:
        return NotRead.TOO_LONG
    pages: Pages = []
    room = MOST_SIGNS
    for page in reader.pages:
        text = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True, layout_mode_strip_rotated=True)
        room -= len(text)
        if room < 0:
            return NotRead.TOO_LARGE
        pages.append([line.rstrip() for line in text.splitlines()])
    return pages if any(line for lines in pages for line in lines) else NotRead.IMAGES


def _understood(said: bytes) -> Draft:
    """A reader that died said nothing."""
    try:
        return draft_of(said)
    except orjson.JSONDecodeError:
        return Draft(not_read=NotRead.BROKEN)


def _limited() -> None:
    """Where the system knows such limits; the time is watched from outside as well."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (int(SECONDS), int(SECONDS)))


def main() -> None:
    _limited()
    sys.stdout.buffer.write(draft_bytes(read_paper(text_of(sys.stdin.buffer.read(LARGEST + 1)))))


if __name__ == "__main__":
    main()
