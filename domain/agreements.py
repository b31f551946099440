"""How far a date of birth and a postcode agree with those typed, and what that says in log-odds."""

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from domain.dates import DobGiven


class DobAgreement(IntEnum):
    NOT_COMPARED = 0
    DIFFERS = 1
    YEAR = 2
    ONE_PART_WRONG = 3
    SWAPPED = 4
    EXACT = 5


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
DOB_SAYS = {
    DobAgreement.DIFFERS: Says(-7.5, 0.0, "date of birth differs"),
    DobAgreement.YEAR: Says(5.5, 1.5, "year of birth the same"),
    DobAgreement.ONE_PART_WRONG: Says(3.5, 1.0, "one part of the date of birth differs"),
    DobAgreement.SWAPPED: Says(9.4, 1.5, "date of birth the same with day and month swapped"),
    DobAgreement.EXACT: Says(14.2, 7.5, "date of birth the same"),
}
POSTCODE_SAYS = {
    PostcodeAgreement.DIFFERS: Says(-2.5, -2.5, "postcode differs"),
    PostcodeAgreement.DISTRICT: Says(3.0, 3.0, "same postcode district"),
    PostcodeAgreement.SECTOR: Says(6.0, 6.0, "same postcode sector"),
    PostcodeAgreement.SAME: Says(12.0, 12.0, "postcode the same"),
}


def compare_dob(given: DobGiven | None, held: date | None) -> DobAgreement:
    if given is None or held is None:
        return DobAgreement.NOT_COMPARED
    if given.day is None:
        return DobAgreement.YEAR if given.year == held.year else DobAgreement.DIFFERS
    if given.day == held:
        return DobAgreement.EXACT
    if given.swapped == held:
        return DobAgreement.SWAPPED
    same = (given.day.year == held.year, given.day.month == held.month, given.day.day == held.day)
    one = sum(same) == 2 and (same[0] or _is_slip(given.day.year, held.year))
    return DobAgreement.ONE_PART_WRONG if one else DobAgreement.DIFFERS


def _is_slip(year: int, other: int) -> bool:
    """A year or a decade miscounted, one figure wrong or two turned round, within a dozen years: a parent and a child may share a birthday."""
    figures, others = f"{year:04}", f"{other:04}"
    wrong = sum(one != also for one, also in zip(figures, others, strict=True))
    is_near = abs(year - other) < _A_GENERATION
    return is_near and (abs(year - other) in (1, 2, 10) or wrong == 1 or sorted(figures) == sorted(others))


def dob_points(given: DobGiven | None, held: int | None) -> float:
    """What `compare_dob` says in log-odds, of a day as yyyymmdd: for thousands of rows, before anybody is read whole."""
    if given is None or held is None:
        return 0.0
    year, month, day = held // 10_000, held // 100 % 100, held % 100
    if given.day is None:
        return DOB_SAYS[DobAgreement.YEAR if given.year == year else DobAgreement.DIFFERS].person
    same = (given.day.year == year) + (given.day.month == month) + (given.day.day == day)
    if same == 3:
        return DOB_SAYS[DobAgreement.EXACT].person
    swapped = given.swapped
    if swapped is not None and (swapped.year, swapped.month, swapped.day) == (year, month, day):
        return DOB_SAYS[DobAgreement.SWAPPED].person
    one = same == 2 and (given.day.year == year or _is_slip(given.day.year, year))
    return DOB_SAYS[DobAgreement.ONE_PART_WRONG if one else DobAgreement.DIFFERS].person


def compare_postcode(given: str | None, held: str | None) -> PostcodeAgreement:
    """Of a postcode, a sector (`M6 3`) or a district that was typed, with a whole one that is held."""
    if given is None or held is None:
        return PostcodeAgreement.NOT_COMPARED
    if given == held:
        return PostcodeAgreement.SAME
    if held[:-2] in {given, given[:-2]}:
        return PostcodeAgreement.SECTOR
    return PostcodeAgreement.DISTRICT if given.split()[0] == held.split()[0] else PostcodeAgreement.DIFFERS
