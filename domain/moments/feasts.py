"""Days that have a name of their own in the calendar."""

from datetime import date, timedelta

_FIXED = {
    "boxing day": (12, 26),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas evening": (12, 24),
    "new years day": (1, 1),
    "new year day": (1, 1),
    "new years eve": (12, 31),
    "new years evening": (12, 31),
    "new year evening": (12, 31),
    "nye": (12, 31),
    "halloween": (10, 31),
    "bonfire night": (11, 5),
    "guy fawkes night": (11, 5),
    "valentines day": (2, 14),
}
_FROM_EASTER = {"good friday": -2, "easter saturday": -1, "easter sunday": 0, "easter monday": 1}
FEAST = f"(?:{'|'.join((*_FIXED, *_FROM_EASTER))})"


def latest_feast(name: str, today: date) -> date:
    """The latest of that name that is not to come."""
    return next(day for day in (_in_year(name, year) for year in (today.year, today.year - 1)) if day <= today)


def _in_year(name: str, year: int) -> date:
    return date(year, *_FIXED[name]) if name in _FIXED else _easter(year) + timedelta(days=_FROM_EASTER[name])


def _easter(year: int) -> date:
    """The first Sunday after the full moon of the Church's tables on or after 21 March (Gregorian, 1900 to 2199)."""
    golden = year % 19
    epact = (24 + 19 * golden) % 30
    epact -= epact == 29 or (epact == 28 and golden > 10)
    full_moon = date(year, 3, 21) + timedelta(days=epact)
    return full_moon + timedelta(days=7 - full_moon.isoweekday() % 7)
