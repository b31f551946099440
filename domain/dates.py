"""Dates of birth as officers type them: day first, two-digit years, or the year alone."""

import re
from dataclasses import dataclass
from datetime import date

from domain.months import MONTH, month_number

YOUNGEST = 10
OLDEST = 110
_YEAR = r"(?:19|20)\d\d"
_SHAPES = (
    re.compile(rf"(?<!\d)(?P<y>{_YEAR})\s?[-/.]\s?(?P<m>\d{{1,2}})\s?[-/.]\s?(?P<d>\d{{1,2}})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s?[-/.\\]\s?(?P<m>\d{{1,2}})\s?[-/.\\]\s?(?P<y>{_YEAR}|\d\d)(?!\d)"),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}}) (?P<m>\d{{1,2}}) (?P<y>{_YEAR}|\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})\s?(?:st|nd|rd|th)?\s?(?:of\s)?[-/. ]?(?P<m>{MONTH})(?![a-z])[-/., ]{{0,2}}'?(?P<y>{_YEAR}|\d\d)(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<m>{MONTH})\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>{_YEAR})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\d)(?P<d>\d\d)(?P<m>\d\d)(?P<y>{_YEAR})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d\d)(?P<m>\d\d)(?P<y>\d\d)(?!\d)"),
)
_CUE = re.compile(r"\b(?:d\.?o\.?b|y\.?o\.?b|born|birth)\b", re.IGNORECASE)
_YEAR_ALONE = re.compile(rf"(?<![\d/.-])(?P<y>{_YEAR})(?![\d/-])")


@dataclass(frozen=True)
class DobGiven:
    """`day` is the day-first reading and `swapped` the month-first one where both are days; else only the `year` is known."""

    year: int
    day: date | None = None
    swapped: date | None = None


@dataclass(frozen=True)
class Found:
    """A date of birth and where it stood in the text."""

    dob: DobGiven
    start: int
    end: int


def find_dob(text: str, today: date) -> Found | None:
    """What can be somebody's date of birth, best where it is called one; nobody is under 10 or over 110."""
    seen = [found for shape in _SHAPES for found in shape.finditer(text)]
    read = [Found(dob, *found.span()) for found in seen if (dob := _whole(found, today)) is not None]
    if not read:
        alone = (Found(DobGiven(int(found["y"])), *found.span()) for found in _YEAR_ALONE.finditer(text))
        read = [found for found in alone if _credible(found.dob.year, today)]
    return min(read, key=lambda found: (not _is_called_one(text, found.start), found.dob.day is None), default=None)


def _is_called_one(text: str, start: int) -> bool:
    return _CUE.search(text[max(0, start - 16) : start]) is not None


def full_year(short: int, today: date) -> int | None:
    """Two digits read as the latest year that makes somebody at least ten."""
    for century in (today.year // 100 * 100, today.year // 100 * 100 - 100):
        if _credible(century + short, today):
            return century + short
    return None


def _whole(seen: re.Match[str], today: date) -> DobGiven | None:
    digits = seen["y"]
    year = int(digits) if len(digits) == 4 else full_year(int(digits), today)
    if year is None or not _credible(year, today):
        return None
    first, second = int(seen["d"]), month_number(seen["m"])
    day, other = _day(year, second, first), _day(year, first, second)
    if day is None and other is None:
        return None if seen[0].isdigit() else DobGiven(year)
    written_out = seen["m"].isalpha() or seen.start("y") == seen.start()
    return DobGiven(year, day or other, None if day is None or written_out or other == day else other)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _credible(year: int, today: date) -> bool:
    return YOUNGEST <= today.year - year <= OLDEST
