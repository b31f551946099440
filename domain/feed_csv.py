"""A manifest's lines as rows; a row that is cut off takes no other row with it."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.feed_values import WITHHELD

LONGEST_ROW = 60_000
_MOST_LINES = 25
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")


@dataclass(frozen=True)
class Row:
    """One record; `line` is the line of the file where it begins, the header's being 1."""

    line: int
    cells: tuple[str, ...]
    raw: str


@dataclass(frozen=True)
class Reject:
    """A row that was not taken in, and why; the identity as far as it could be read."""

    line: int
    reason: str
    raw: str
    case_no: str | None = None
    file_name: str | None = None


def lines_of(text: str) -> list[str]:
    return _LINE.findall(text.removeprefix("\ufeff"))


def first_record(lines: Sequence[str]) -> tuple[list[str], int]:
    """The header's cells and how many lines they take."""
    for taken in _reaches(lines, 0):
        cells = _parsed("".join(lines[:taken]))
        if cells is not None:
            return cells, taken
    return [], 1


def records(lines: Sequence[str], start: int, width: int) -> Iterator[Row | Reject]:
    """Every record after the header; lines of blanks and dashes only (a day without orders) are left out."""
    at = _next_filled(lines, start)
    while at < len(lines):
        taken, cells = _longest_fit(lines, at, width)
        raw = "".join(lines[at : at + taken]).rstrip("\r\n")
        if cells is None or len(cells) != width:
            yield Reject(at + 1, _misfit(cells, width, raw), raw[:LONGEST_ROW])
        elif any(cell.strip() and cell.strip() not in WITHHELD for cell in cells):
            yield Row(at + 1, tuple(cells), raw)
        at = _next_filled(lines, at + taken)


def _next_filled(lines: Sequence[str], at: int) -> int:
    return next((place for place in range(at, len(lines)) if lines[place].strip()), len(lines))


def _longest_fit(lines: Sequence[str], at: int, width: int) -> tuple[int, list[str] | None]:
    """A record over several lines counts only if it has every cell: else its first line stands alone."""
    for taken in _reaches(lines, at):
        cells = _trimmed(_parsed("".join(lines[at : at + taken])), width)
        if cells is not None and len(cells) == width:
            return taken, cells
    return 1, _trimmed(_parsed(lines[at]), width)


def _reaches(lines: Sequence[str], at: int) -> Iterator[int]:
    """How many lines a record that begins here may take: those after which every quotation mark has its partner, else one."""
    open_quote = False
    for taken, line in enumerate(lines[at : at + _MOST_LINES], start=1):
        open_quote ^= line.count('"') % 2 == 1
        if not open_quote:
            yield taken
            return
    yield 1


def _parsed(text: str) -> list[str] | None:
    if len(text) > LONGEST_ROW:
        return None
    try:
        found = list(csv.reader([text], strict=True))
    except csv.Error:
        return None
    return found[0] if len(found) == 1 else None


def _trimmed(cells: list[str] | None, width: int) -> list[str] | None:
    """Blank cells past the header's last are commas at the end of a line."""
    if cells is None or len(cells) <= width or any(cell.strip() for cell in cells[width:]):
        return cells
    return cells[:width]


def _misfit(cells: list[str] | None, width: int, raw: str) -> str:
    if len(raw) > LONGEST_ROW:
        return "the row is too long to be one order"
    if cells is None:
        return "the quotation marks do not pair"
    if len(cells) < width:
        return f"the row is cut off: {len(cells)} values where the header has {width}"
    return f"the row has {len(cells)} values where the header has {width}"
