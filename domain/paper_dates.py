"""Days and times as courts write them, day first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from domain.months import MONTH, month_number

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("twentieth", *(f"twenty-{unit}" for unit in _UNITS), "thirtieth", "thirty-first")
_ORDINALS = {word: at for at, word in enumerate((*_UNITS, *_TEENS, *_TENS), start=1)}
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_YEARS = {f"twenty-{word}": 2020 + at for at, word in enumerate(_SMALL, start=1)} | {"thirty": 2030, "twenty": 2020}
_SPELT_DAY = "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", "[- ]")
_SPELT_YEAR = r"two thousand(?: and)? (?P<ys>" + "|".join(sorted(_YEARS, key=len, reverse=True)).replace("-", "[- ]") + ")"
_YEAR = r"20\d\d"
_SHAPES = (
    re.compile(rf"(?<!\d)(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(rf"(?<![\d/.-])(?P<d>\d{{1,2}})\s?[-/.]\s?(?P<m>\d{{1,2}})\s?[-/.]\s?(?P<y>{_YEAR}|\d\d)(?![\d/])"),
    re.compile(
        rf"(?<!\d)(?P<d>\d{{1,2}})\s?(?:st|nd|rd|th)?(?:\sday)?(?:\sof)?[\s\-/.,]{{0,2}}(?P<m>{MONTH})[\s\-/.,]{{0,2}}(?:(?P<y>{_YEAR}|(?<=[-/])\d\d)(?!\d)|{_SPELT_YEAR})",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?P<m>{MONTH})\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<y>{_YEAR})(?!\d)", re.IGNORECASE),
    re.compile(
        rf"\b(?P<ds>{_SPELT_DAY})(?:\sday)?(?:\sof)?\s(?P<m>{MONTH}),?\s(?:in the year\s)?(?:(?P<y>{_YEAR})|{_SPELT_YEAR})", re.IGNORECASE
    ),
)
_TIMES = (
    re.compile(
        r"(?<![\d.:])(?P<h>\d{1,2})\s?[:.]\s?(?P<min>[0-5]\d)(?![\d.:/]\d)(?!\d)\s?(?P<half>[ap])?(?(half)\.?\s?m\b\.?)", re.IGNORECASE
    ),
    re.compile(r"(?<![\d.:])(?P<h>\d{1,2})\s?(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<h>\d\d)(?P<min>[0-5]\d)\s?(?:hours|hrs|h)\b(?P<half>)", re.IGNORECASE),
    re.compile(r"\b(?P<noon>12 noon|noon|midday)\b", re.IGNORECASE),
)


@dataclass(frozen=True)
class Day:
    day: date
    start: int
    end: int


def days(text: str) -> list[Day]:
    """Every day named, in the order of the text; what is no day of the calendar is left out."""
    found: list[Day] = []
    for shape in _SHAPES:
        for seen in shape.finditer(text):
            day = _day(seen)
            if day is not None and not any(seen.start() < one.end and one.start < seen.end() for one in found):
                found.append(Day(day, *seen.span()))
    return sorted(found, key=lambda one: one.start)


def times(text: str) -> list[time]:
    """The times named. "Midnight" is none: of which day it is the court alone can say."""
    bare = text
    for one in days(text):
        bare = bare[: one.start] + "~" * (one.end - one.start) + bare[one.end :]
    return list(dict.fromkeys(_times(bare)))


def _times(text: str) -> Iterator[time]:
    for shape in _TIMES:
        for seen in shape.finditer(text):
            parts = seen.groupdict()
            if parts.get("noon"):
                yield time(12)
                continue
            hour, minute, half = int(parts["h"]), int(parts.get("min") or 0), (parts.get("half") or "").lower()
            if half and 1 <= hour <= 12:
                yield time(hour % 12 + (12 if half == "p" else 0), minute)
            elif not half and hour < 24:
                yield time(hour, minute)


def _day(seen: re.Match[str]) -> date | None:
    parts = seen.groupdict()
    written = parts.get("y")
    year = _YEARS[_hyphened(parts["ys"])] if written is None else int(written)
    month = month_number(parts["m"])
    day = _ORDINALS[_hyphened(parts["ds"])] if parts.get("ds") else int(parts["d"])
    try:
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def _hyphened(words: str) -> str:
    return words.lower().replace(" ", "-")
