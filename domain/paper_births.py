"""The respondent's date of birth where a paper plainly gives it: beside the name, or in a row of its own."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from domain.months import MONTH, month_number
from domain.papers import Read

_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_BORN = r"\b(?:date of birth|d\.?\s?o\.?\s?b\b\.?|born(?: on)?)\s*[:.\-–]?\s*"
_DAYS = (
    re.compile(rf"{_BORN}(?P<d>\d{{1,2}})\s?[-/.]\s?(?P<m>\d{{1,2}})\s?[-/.]\s?{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_BORN}(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)?\s(?P<m>{MONTH}),?\s{_YEAR}", re.IGNORECASE),
)
_OWN_ROW = re.compile(r"^\s*(?:the )?respondent[’']?s?\s+(?:date of birth|d\.?o\.?b\b)", re.IGNORECASE)


def read_births(lines: Sequence[str], named: Sequence[Read]) -> Iterator[Read]:
    """`named` are the respondent's names with the line that each was read from: a day that stands elsewhere may be a child's."""
    for line in (*(one.words for one in named), *(line.strip() for line in lines if _OWN_ROW.match(line))):
        found = [day for sign in _DAYS for seen in sign.finditer(line) if (day := _day(seen)) is not None]
        if len(found) == 1:
            yield Read(found[0].isoformat(), line)


def _day(seen: re.Match[str]) -> date | None:
    month = seen["m"]
    try:
        return date(int(seen["y"]), int(month) if month.isdigit() else month_number(month), int(seen["d"]))
    except ValueError:
        return None
