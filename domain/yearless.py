"""A day and month that was typed without its year, told from a flat's number, a fraction and an age."""

import re
from datetime import date

from domain.addresses import KIND_OF_STREET, KINDS_OF_STREET
from domain.months import MONTH

_LEAP = 2000
_IN_FIGURES = re.compile(r"(?<![\w/.\\-])(?P<one>\d{1,2})/(?P<other>\d{1,2})(?![\w/\\-]|\.\d)")
# A name may follow a house number: June and April are forenames, so that a month in letters counts only where the words end behind it.
_IN_LETTERS = re.compile(
    rf"(?<![\w/.\\-])(?P<one>\d{{1,2}})(?:\s?(?:st|nd|rd|th))?\s(?:of\s)?(?P<month>{MONTH})(?=\s*(?:$|[,;.?!|]))",
    re.IGNORECASE,
)
_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:flat|apartment|apt|unit|room|floor|block|house|number|no|plot|ages?|aged|about|around|roughly)[ .:]*|\d\s)$", re.IGNORECASE
)
_NO_DAY_BEHIND = re.compile(
    r"^(?:,? (?:[a-z'\u2019]+ ){1,3}(?:" + "|".join(sorted({*KIND_OF_STREET, *KINDS_OF_STREET})) + r")\b"
    r"| (?:of|an?|the|half|(?:step)?(?:brother|sister|sibling)s?|years?|yrs?|yo|months?|weeks?|days?|hours?|hrs?|miles?|pints?|way)\b)",
    re.IGNORECASE,
)
_ALWAYS = "24/7"
_NEAR = 60


def day_without_year(text: str) -> str | None:
    """As it was typed; None where nothing stands in the text as a day and month."""
    seen = sorted((*_IN_FIGURES.finditer(text), *_IN_LETTERS.finditer(text)), key=lambda one: one.start())
    return next((one[0] for one in seen if _is_a_day(one) and _stands_as_one(text, one)), None)


def _is_a_day(seen: re.Match[str]) -> bool:
    if "month" in seen.groupdict():
        return 1 <= int(seen["one"]) <= 31
    one, other = int(seen["one"]), int(seen["other"])
    return seen[0] != _ALWAYS and (_may_be(one, other) or _may_be(other, one))


def _may_be(day: int, month: int) -> bool:
    try:
        date(_LEAP, month, day)
    except ValueError:
        return False
    return True


def _stands_as_one(text: str, seen: re.Match[str]) -> bool:
    before, behind = text[max(0, seen.start() - _NEAR) : seen.start()], text[seen.end() : seen.end() + _NEAR]
    return _NO_DAY_BEFORE.search(before) is None and _NO_DAY_BEHIND.search(behind) is None
