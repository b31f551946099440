"""How far a date of birth and a postcode agree with those typed, and what that says in log-odds."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from domain.dates import DobGiven


class DobAgreement(IntEnum):
    NOT_COMPARED = 0
    DIFFERS = 1
    BIRTHDAY = 2
    YEAR = 3
    ONE_PART_WRONG = 4
    SWAPPED = 5
    EXACT = 6


class PostcodeAgreement(IntEnum):
    NOT_COMPARED = 0
    DIFFERS = 1
    DISTRICT = 2
    SECTOR = 3
    SAME = 4


class Says(NamedTuple):
    """Log2 odds for the same person, and for a relative of theirs, against anybody at all."""

    person: float
    relative: float
    words: str


# Years that no slip of the pen spans.
_A_GENERATION = 13
# What a slip in one part says, by how it came about: miscounted by one, two or ten, another figure or two turned round, or just another
# (fitted, benchmarks/search.py).
_MISCOUNTED, _FIGURE, _ANY = 0, 1, 2
_DAY_SAYS, _MONTH_SAYS, _YEAR_SAYS = (6.8, 4.0, 2.5), 5.5, (6.8, 5.0)
DOB_SAYS = {
    DobAgreement.DIFFERS: Says(-7.5, 0.0, "date of birth differs"),
    DobAgreement.BIRTHDAY: Says(2.0, 0.5, "day and month of birth the same, the year another"),
    DobAgreement.YEAR: Says(5.5, 1.5, "year of birth the same"),
    DobAgreement.ONE_PART_WRONG: Says(_MONTH_SAYS, 1.0, "one part of the date of birth differs"),
    DobAgreement.SWAPPED: Says(10.5, 1.5, "date of birth the same with day and month swapped"),
    DobAgreement.EXACT: Says(14.2, 7.5, "date of birth the same"),
}
POSTCODE_SAYS = {
    PostcodeAgreement.DIFFERS: Says(-2.5, -2.5, "postcode differs"),
    PostcodeAgreement.DISTRICT: Says(3.0, 3.0, "same postcode district"),
    PostcodeAgreement.SECTOR: Says(6.0, 6.0, "same postcode sector"),
    PostcodeAgreement.SAME: Says(12.0, 12.0, "postcode the same"),
}


Said = tuple[DobAgreement, Says]
_SAID: dict[DobAgreement, Said] = {level: (level, says) for level, says in DOB_SAYS.items()}


def _slips(*points: float) -> tuple[Said, ...]:
    level = DobAgreement.ONE_PART_WRONG
    return tuple((level, DOB_SAYS[level]._replace(person=one)) for one in points)


_BY_DAY, _BY_YEAR = _slips(*_DAY_SAYS), _slips(*_YEAR_SAYS)


def dob_said(given: DobGiven | None, held: date | None) -> Said | None:
    """How far two dates of birth agree and what that says; of a slip in one part, more where it is easily made. None where nothing can be compared."""
    return None if given is None or held is None else _said(given, held.year, held.month, held.day)


def dob_points(given: DobGiven | None, held: int | None) -> float:
    """The log-odds of `dob_said`, of a day as yyyymmdd: for thousands of rows, before anybody is read whole."""
    return 0.0 if given is None or held is None else _said(given, held // 10_000, held // 100 % 100, held % 100)[1].person


def _said(given: DobGiven, year: int, month: int, day: int) -> Said:
    typed, swapped = given.day, given.swapped
    if typed is None:
        return _SAID[DobAgreement.YEAR if given.year == year else DobAgreement.DIFFERS]
    of_year, of_month, of_day = typed.year == year, typed.month == month, typed.day == day
    if of_year and of_month and of_day:
        return _SAID[DobAgreement.EXACT]
    if swapped is not None and swapped.day == day and swapped.month == month and swapped.year == year:
        return _SAID[DobAgreement.SWAPPED]
    if of_year + of_month + of_day < 2:
        return _SAID[DobAgreement.DIFFERS]
    if not of_year:
        is_slip = _is_slip(typed.year, year)
        return _BY_YEAR[_kind_of_slip(typed.year, year)] if is_slip else _SAID[DobAgreement.BIRTHDAY]
    return _BY_DAY[_kind_of_slip(typed.day, day)] if of_month else _SAID[DobAgreement.ONE_PART_WRONG]


def _is_slip(year: int, other: int) -> bool:
    """A year or a decade miscounted, one figure wrong or two turned round, within a dozen years: a parent and a child may share a birthday."""
    return abs(year - other) < _A_GENERATION and _kind_of_slip(year, other) != _ANY


def _kind_of_slip(one: int, other: int) -> int:
    """Of two different days or years."""
    if abs(one - other) in (1, 2, 10):
        return _MISCOUNTED
    figures, others = f"{one:04}", f"{other:04}"
    wrong = sum(mine != theirs for mine, theirs in zip(figures, others, strict=True))
    return _FIGURE if wrong == 1 or sorted(figures) == sorted(others) else _ANY


def compare_postcode(given: str | None, held: str | None) -> PostcodeAgreement:
    """Of a postcode, a sector (`M6 3`) or a district that was typed, with a whole one that is held."""
    if given is None or held is None:
        return PostcodeAgreement.NOT_COMPARED
    if given == held:
        return PostcodeAgreement.SAME
    if held[:-2] in {given, given[:-2]}:
        return PostcodeAgreement.SECTOR
    return PostcodeAgreement.DISTRICT if given.split()[0] == held.split()[0] else PostcodeAgreement.DIFFERS
