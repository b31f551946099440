"""What ours is measured beside: SQLite's FTS5 with trigrams over the names, re-ranked by rapidfuzz with the date of birth and the postcode.

As a careful team would build it from what is at hand; its file is not encrypted, which is in its favour.
"""

import sqlite3
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.searching.faults import Query
from benchmarks.searching.people import Person

MOST_BY_NAME, MOST_BY_DAY, SHOWN = 300, 500, 5
_SAME_DAY, _TURNED, _NEARLY, _OTHER_DAY, _SAME_CODE = 40.0, 30.0, 15.0, -15.0, 25.0
_BY_NAME = "SELECT person.* FROM (SELECT rowid AS no FROM name WHERE name MATCH ? ORDER BY rank LIMIT ?) AS near JOIN person ON person.no = near.no"


class Trigrams:
    def __init__(self, file: Path, people: Iterable[Person]) -> None:
        self._database = sqlite3.connect(file, isolation_level=None)
        self._database.executescript(
            "CREATE TABLE person (no INTEGER PRIMARY KEY, names TEXT, dob TEXT, postcode TEXT);"
            "CREATE VIRTUAL TABLE name USING fts5(names, content='person', content_rowid='no', tokenize='trigram', detail='none')"
        )
        self._database.execute("BEGIN")
        rows = ((one.number, f"{one.forenames} {one.surname}".lower(), one.dob.isoformat(), one.postcode) for one in people)
        self._database.executemany("INSERT INTO person VALUES (?, ?, ?, ?)", rows)
        for last in (
            "INSERT INTO name (name) VALUES ('rebuild')",
            "COMMIT",
            "CREATE INDEX by_day ON person (dob)",
            "CREATE INDEX by_code ON person (postcode)",
        ):
            self._database.execute(last)

    def find(self, query: Query) -> list[int]:
        """The numbers of the five nearest, best first."""
        typed = query.name.lower()
        near = {row[0]: row for row in self._near(typed, query)}
        return sorted(near, key=lambda no: (-_worth(typed, query, near[no]), no))[:SHOWN]

    def close(self) -> None:
        self._database.close()

    def _near(self, typed: str, query: Query) -> Iterable[tuple[int, str, str, str]]:
        grams = {word[at : at + 3] for word in typed.replace("'", " ").replace("-", " ").split() for at in range(len(word) - 2)}
        if grams:
            yield from self._database.execute(_BY_NAME, (" OR ".join(f'"{gram}"' for gram in sorted(grams)), MOST_BY_NAME))
        if query.dob is not None:
            days = [day.isoformat() for day in (query.dob, _turned(query.dob)) if day is not None]
            marks = ", ".join("?" * len(days))
            yield from self._database.execute(f"SELECT * FROM person WHERE dob IN ({marks}) LIMIT ?", (*days, MOST_BY_DAY))  # noqa: S608 - marks alone
        if query.postcode:
            yield from self._database.execute("SELECT * FROM person WHERE postcode = ? LIMIT ?", (query.postcode, MOST_BY_DAY))


def _worth(typed: str, query: Query, row: tuple[int, str, str, str]) -> float:
    _, names, dob, postcode = row
    return fuzz.token_sort_ratio(typed, names) + _day_worth(query.dob, date.fromisoformat(dob)) + _SAME_CODE * (query.postcode == postcode)


def _day_worth(asked: date | None, held: date) -> float:
    if asked is None:
        return 0.0
    if asked == held:
        return _SAME_DAY
    if _turned(asked) == held:
        return _TURNED
    same = (asked.year == held.year) + (asked.month == held.month) + (asked.day == held.day)
    return _NEARLY if same == 2 else _OTHER_DAY


def _turned(day: date) -> date | None:
    return date(day.year, day.day, day.month) if day.day <= 12 else None
