"""The force's file of people, read row by row: an officer, or the reason why the row is none."""

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from domain.errors import Unreadable
from domain.officers import Officer, Role

HEADER = ("id", "name", "collar", "email", "roles", "team", "supervisor", "active")
LONGEST = {"name": 200, "collar": 40, "email": 200, "team": 100}
_YES_OR_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class Line:
    """`number` is the line of the file on which the row begins; the header is line 1."""

    number: int
    officer: Officer


@dataclass(frozen=True)
class Rejected:
    number: int
    reason: str


def read_people(text: str, force: str) -> Iterator[Line | Rejected]:
    """Raises Unreadable where the header is another. Reasons name columns, never what stands in them."""
    rows = _rows(text.removeprefix("\ufeff"))
    _, header = next(rows, (1, []))
    if not isinstance(header, list) or tuple(cell.strip().casefold() for cell in header) != HEADER:
        raise Unreadable(f"The first line must be exactly: {','.join(HEADER)}. Nothing was imported.")
    numbered = list(rows)
    times = Counter(row[0].strip().casefold() for _, row in numbered if isinstance(row, list))
    for number, row in numbered:
        if isinstance(row, str):
            yield Rejected(number, row)
        elif times[row[0].strip().casefold()] > 1 and _UUID.fullmatch(row[0].strip()):
            yield Rejected(number, "the id stands on more than one line of the file; none of them was taken")
        else:
            yield _line(number, row, force)


def _rows(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with the line it begins on; blank lines are passed over; words instead of cells where the rest cannot be read."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error:
            yield number, "from here on the file is not proper CSV (is a quotation mark missing?); nothing after this line was read"
            return
        if row is None:
            return
        if row:
            yield number, row


def _line(number: int, row: list[str], force: str) -> Line | Rejected:
    if len(row) != len(HEADER):
        return Rejected(number, f"{len(row)} cells where {len(HEADER)} are needed")
    cells = dict(zip(HEADER, (unicodedata.normalize("NFC", cell.strip()) for cell in row), strict=True))
    reason = next(_faults(cells), None)
    if reason is not None:
        return Rejected(number, reason)
    officer = Officer(
        id=UUID(cells["id"]),
        force=force,
        name=cells["name"],
        collar=cells["collar"],
        email=cells["email"],
        roles=frozenset(Role(role) for role in _roles(cells["roles"])),
        team=cells["team"],
        supervisor=UUID(cells["supervisor"]) if cells["supervisor"] else None,
        active=_YES_OR_NO[cells["active"].casefold()],
    )
    return Line(number, officer)


def _roles(cell: str) -> list[str]:
    return [role.strip().casefold() for role in cell.split(";") if role.strip()]


def _faults(cells: dict[str, str]) -> Iterator[str]:
    if not _UUID.fullmatch(cells["id"]):
        yield "id is not an Entra object id (8-4-4-4-12 hexadecimal digits)"
    if not cells["name"]:
        yield "name is empty"
    yield from (f"{column} is longer than {most} characters" for column, most in LONGEST.items() if len(cells[column]) > most)
    yield from (
        f"{column} holds a control character" for column, cell in cells.items() if any(unicodedata.category(sign) == "Cc" for sign in cell)
    )
    if not _roles(cells["roles"]):
        yield "roles is empty"
    if set(_roles(cells["roles"])) - set(Role):
        yield f"roles holds an unknown role; the roles are {', '.join(Role)}, separated by ';'"
    if cells["supervisor"] and not _UUID.fullmatch(cells["supervisor"]):
        yield "supervisor is not an Entra object id; leave it empty where there is none"
    if cells["supervisor"].casefold() == cells["id"].casefold():
        yield "supervisor is the officer's own id"
    if cells["active"].casefold() not in _YES_OR_NO:
        yield "active must be yes or no"
