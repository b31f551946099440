"""Single values of a court feed: text as data, days, moments of court local time, flags."""

import re
from datetime import date, datetime, time
from unicodedata import category, normalize

from domain.london import at_london

WITHHELD = frozenset({"-", "–", "—"})
YEARS = range(1900, 2200)
_REORDERING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_MOMENT = re.compile(r"([0-9/-]{8,10})[T_ ]+([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?")
_MIDNIGHT_SUFFIX = re.compile(r"[T ]00:00(:00(\.0+)?)?$")
_FLAGS = {"yes": True, "true": True, "y": True, "no": False, "false": False, "n": False, "": False}
LAST_MINUTE = time(23, 59)


def clean(text: str) -> str:
    """The value on one line: control characters become spaces, marks that reorder text on a screen go, accents and emoji stay."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    shown = "".join(_shown(letter) for letter in normalize("NFC", _REORDERING.sub("", text)))
    return " ".join(shown.split())


def _shown(letter: str) -> str:
    kind = category(letter)
    if kind == "Cc":
        return " "
    return "\ufffd" if kind == "Cs" else letter


def given(text: str) -> str | None:
    """The value, or None where it is blank or withheld."""
    return None if not text or text in WITHHELD else text


def read_day(text: str) -> date | None:
    """`1985-03-12` or `12/03/1985`, at most with a midnight behind it; None where it is no day of the calendar."""
    day = _MIDNIGHT_SUFFIX.sub("", text)
    if found := _ISO.fullmatch(day):
        return _day_of(found[1], found[2], found[3])
    if found := _DAY_FIRST.fullmatch(day):
        return _day_of(found[3], found[2], found[1])
    return None


def _day_of(year: str, month: str, day: str) -> date | None:
    if int(year) not in YEARS:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def read_moment(text: str) -> datetime | None:
    """The UTC instant of `10/12/2026_23:59` or `2026-12-10T23:59`, court local time; None where it is neither."""
    found = _MOMENT.fullmatch(text)
    day = read_day(found[1]) if found else None
    if found is None or day is None or int(found[2]) > 23 or int(found[3]) > 59:
        return None
    return at_london(day, time(int(found[2]), int(found[3])))


def read_flag(text: str) -> bool | None:
    """None where the word is neither a yes nor a no."""
    return _FLAGS.get(text.casefold())
