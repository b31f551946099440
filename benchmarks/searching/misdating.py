"""How a date of birth is mistaken: day and month turned round, one part wrong, the year wrong, or none typed; and how likely each date is typed for one."""

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from benchmarks.searching.chances import Chances, chances

RIGHT, MISSING = "right", "missing"
_TURNED, _PART, _YEAR = "day and month swapped", "one part wrong", "year wrong"
# Only one day in three can be turned round with its month; the others of that kind come out right.
_SHARES = {RIGHT: 0.74, _TURNED: 0.14, _PART: 0.06, _YEAR: 0.04, MISSING: 0.02}
DOB_KINDS: Chances[str] = chances(_SHARES.items())
_DAY_RATHER_THAN_MONTH = 0.6
_DAYS_OFF = (-10, -2, -1, 1, 2, 10)
_YEARS_OFF = (-20, -10, -9, -4, -2, -1, -1, -1, 1, 1, 1, 2, 3, 6, 10, 18)


def misdated(random: Random, dob: date) -> tuple[str, date | None]:
    kind = DOB_KINDS.draw(random)
    if kind == MISSING:
        return kind, None
    if kind == _TURNED and (turned := turned_round(dob)):
        return kind, turned
    if kind == _PART:
        return kind, _day_off(dob, random.choice(_DAYS_OFF)) if random.random() < _DAY_RATHER_THAN_MONTH else random.choice(
            _months_off(dob)
        )
    if kind == _YEAR:
        return kind, _with_year(dob, dob.year + random.choice(_YEARS_OFF))
    return RIGHT, dob


def likely_for(typed: date) -> Mapping[date, float]:
    """Each date of birth for which this one may be typed, with the chance that it is."""
    turned = turned_round(typed)
    near = {typed, *([turned] if turned else []), *_months_off(typed), *(date(typed.year, typed.month, day) for day in _days_of(typed))}
    near |= {_with_year(typed, typed.year - years) for years in _YEARS_OFF}
    near |= {one.replace(day=29) for one in near if (one.month, one.day) == (2, 28) and monthrange(one.year, 2)[1] == 29}
    return {born: chance for born in near if (chance := _typed_for(born).get(typed, 0.0))}


def turned_round(dob: date) -> date | None:
    return date(dob.year, dob.day, dob.month) if dob.day <= 12 and dob.day != dob.month else None


@lru_cache(maxsize=100_000)
def _typed_for(dob: date) -> Mapping[date, float]:
    """The dates that are typed for one, each with its chance."""
    turned = turned_round(dob)
    found = defaultdict[date, float](float, {dob: _SHARES[RIGHT]})
    found[turned or dob] += _SHARES[_TURNED]
    _share(found, _SHARES[_PART] * _DAY_RATHER_THAN_MONTH, [_day_off(dob, days) for days in _DAYS_OFF])
    _share(found, _SHARES[_PART] * (1 - _DAY_RATHER_THAN_MONTH), _months_off(dob))
    _share(found, _SHARES[_YEAR], [_with_year(dob, dob.year + years) for years in _YEARS_OFF])
    return found


def _share(found: defaultdict[date, float], chance: float, days: list[date]) -> None:
    for day in days:
        found[day] += chance / len(days)


def _day_off(dob: date, days: int) -> date:
    wrong = dob + timedelta(days=days)
    return wrong if wrong.month == dob.month else dob.replace(day=15 if dob.day != 15 else 5)


def _months_off(dob: date) -> list[date]:
    """The same day in the other months that have it: one part is wrong, and no other."""
    return [date(dob.year, month, dob.day) for month in range(1, 13) if month != dob.month and dob.day <= monthrange(dob.year, month)[1]]


def _days_of(dob: date) -> Iterable[int]:
    return range(1, monthrange(dob.year, dob.month)[1] + 1)


def _with_year(dob: date, year: int) -> date:
    return date(year, dob.month, min(dob.day, 28) if dob.month == 2 else dob.day)
