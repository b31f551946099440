"""An age as officers say it (about 40, aged 40, in his 40s, early thirties), and how far a held date of birth agrees with it."""

import re
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import NamedTuple

YOUNGEST, OLDEST = 16, 99
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_N = rf"(?:\d\d|(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_UNITS)}))?)"
_END = r"(?![\w'\u2019/:]|[-.]\d|\s?[-/.]\s?\d)"
_HEDGE = r"(?:about|around|abt|approx(?:imately)?\.?|roughly|circa|c\.|maybe|probably|possibly)"
_BEFORE_A_NUMBER = r"(?<![\w/.:-])"
_DECADE = rf"(?:(?P<tens>[2-9]0)['\u2019]?s|(?P<decade>{'|'.join(_DECADES)})|(?P<teens>teens))(?![\w/])"
_PART = r"(?:early|mid|late)"
# Most lines speak of no age, and are not looked at any closer.
_SPEAKS_OF_AGE = re.compile(
    r"\b(?:age|about|around|abt|approx|roughly|circa|c\.|maybe|probably|possibly|looks?|early|mid|late|in (?:his|her|their))|(?:ish|yo|y/o|yrs?|years?)\b",
    re.IGNORECASE,
)
_SHAPES = (
    re.compile(rf"\b(?:in )?(?:(?:his|her|their) )?(?P<from>{_PART})(?:[ -]?to[ -](?P<to>{_PART}))?[ -]?{_DECADE}", re.IGNORECASE),
    re.compile(rf"\b(?:in |aged )(?:his |her |their ){_DECADE}", re.IGNORECASE),
    re.compile(
        rf"\baged?[ :=]{{1,2}}(?:of )?(?:{_HEDGE} )?(?:between )?(?P<least>{_N}) ?(?:-|\u2013|to|and|or) ?(?P<most>{_N}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_BEFORE_A_NUMBER}(?P<least>{_N}) ?(?:-|\u2013|to|or) ?(?P<most>{_N}) ?-?(?:(?:years?|yrs?)[ -]old|yo|y/o)\b", re.IGNORECASE
    ),
    re.compile(rf"\baged?[ :=]{{1,2}}(?:of )?(?P<hedge>{_HEDGE} )?(?P<age>{_N})(?P<ish> ?-?ish)?{_END}", re.IGNORECASE),
    re.compile(
        rf"(?P<hedge>\b{_HEDGE} )?{_BEFORE_A_NUMBER}(?P<age>{_N})(?P<ish> ?-?ish)? ?-?(?:(?:years?|yrs?)(?:[ -]old| of age)|yo\b|y/o)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<hedge>\b{_HEDGE} )?{_BEFORE_A_NUMBER}(?P<age>{_N})(?P<ish> ?-?ish)? ?(?P<years>yrs?|years)(?!\w)", re.IGNORECASE),
    re.compile(rf"(?P<hedge>\b{_HEDGE} )?{_BEFORE_A_NUMBER}(?P<age>{_N})(?P<ish>-?ish| ish){_END}", re.IGNORECASE),
    re.compile(rf"(?P<alone>\b(?:{_HEDGE}|looks?(?: {_HEDGE})?) )(?P<age>{_N}){_END}", re.IGNORECASE),
)
# Of a child, of the age of a thing, or no age at all: what stands before or behind the words tells.
_NOT_BEFORE = re.compile(
    r"\b(?:born|b|yob|dob|sons?|daughters?|child|children|kids?|boys?|girls?|bab(?:y|ies)|toddlers?)(?: (?:is|are|was|were|in|the|of|and|both))*\W*$",
    re.IGNORECASE,
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:at|by|until|till|from|since|before|after|between|to|for|over|last|past|next|within|every|another|known|married|together|served|got|did"
    r"|sent|send|texted|texts|called|calls|rang|ring|phoned|messaged|emailed|received|had|her|him|them|me|us|it|no|number|house|flat|room|unit|route|bus|lives?)\W*$",
    re.IGNORECASE,
)
_THINGS_BEHIND = re.compile(
    r"^[\s-]*(?:times?|texts?|messages?|calls?|emails?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|met(?:re|er)s?|miles?|yards|quid|pounds|people|witnesses"
    r"|sons?|daughters?|child(?:ren)?|kids?|boys?|girls?|car|van|house|case|order|nmo|ago|together|married|in (?:prison|jail|total|all)|inside|imprisonment"
    r"|of|since|relationship|apart|later|before|after|years? (?:ago|together|married)|percent|am|pm|o'?clock)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"^(?:\s*$|\s*[,;.?!)|]|\s+(?:and|with|male|female|man|woman|lad|bloke|white|black|asian|mixed|from|living|dob|born|wearing|driving|he|she|who|in|has|any|got|is|please|pls)\b)",
    re.IGNORECASE,
)
_OF_A_PERSON = re.compile(r"^\s+(?:male|female|man|woman|lad|bloke|white|black|asian)\b", re.IGNORECASE)
# An hour of the day may be meant by a number as small as this.
_LAST_HOUR = 24
_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_SLACK_STATED, _SLACK_GUESSED = 1, 5
# Fitted by eye: how many years adults are spread over, how often the person meant is of the age that was said, and how far off still says nothing.
_SPREAD, _HELD_TRUE, _NEAR = 45, 0.85, 3
_MOST_SAID, _CONTRADICTS = 3.5, -4.0


class AgeSays(NamedTuple):
    """Log2 odds for the same person, and for a relative of theirs, against anybody at all."""

    person: float
    relative: float
    words: str


@dataclass(frozen=True)
class AgeGiven:
    """In whole years, both ends included, as of the day of the look-up."""

    least: int
    most: int
    on: date

    def says(self, held: date | None) -> AgeSays | None:
        """None where no date of birth is held. However narrow the range, it says less than a year of birth."""
        if held is None:
            return None
        off = self._years_off(held.year, held.month, held.day)
        if off > _NEAR:
            return AgeSays(_CONTRADICTS, 0.0, "age does not fit")
        return AgeSays(0.0, 0.0, "age nearly fits") if off else AgeSays(self._worth, self._worth / 2, "age fits")

    def points(self, held: int | None) -> float:
        """What `says` comes to for the same person, of a day as yyyymmdd: for thousands of rows."""
        if held is None:
            return 0.0
        off = self._years_off(held // 10_000, held // 100 % 100, held % 100)
        return self._worth if not off else 0.0 if off <= _NEAR else _CONTRADICTS

    @property
    def _worth(self) -> float:
        return min(log2(_HELD_TRUE * _SPREAD / min(self.most - self.least + 1, _SPREAD)), _MOST_SAID)

    def _years_off(self, year: int, month: int, day: int) -> int:
        age = self.on.year - year - ((self.on.month, self.on.day) < (month, day))
        return max(self.least - age, age - self.most, 0)


@dataclass(frozen=True)
class AgeFound:
    """An age and where it stood in the text."""

    age: AgeGiven
    start: int
    end: int


def find_age(text: str, today: date) -> AgeFound | None:
    """The first age of a grown person; a house number, a time, a year and a count are none."""
    if _SPEAKS_OF_AGE.search(text) is None:
        return None
    for shape in _SHAPES:
        for seen in shape.finditer(text):
            years = _years(seen)
            if years is not None and YOUNGEST - 3 <= years[0] <= years[1] <= OLDEST + 9 and _is_of_a_person(seen, text):
                return AgeFound(AgeGiven(*years, today), *seen.span())
    return None


def _years(seen: re.Match[str]) -> tuple[int, int] | None:
    part = seen.groupdict()
    if part.get("tens") or part.get("decade") or part.get("teens"):
        return _decade(part)
    if part.get("least"):
        return _number(seen["least"]), _number(seen["most"])
    age = _number(seen["age"])
    if not YOUNGEST <= age <= OLDEST:
        return None
    guessed = part.get("hedge") or part.get("ish") or part.get("alone")
    slack = _SLACK_GUESSED if guessed else _SLACK_STATED
    return age - slack if age - slack >= YOUNGEST else min(age, YOUNGEST), age + slack


def _decade(part: dict[str, str | None]) -> tuple[int, int]:
    begins = int(part["tens"]) if part["tens"] else 20 + 10 * _DECADES.index(part["decade"].lower()) if part["decade"] else 10
    first = (part.get("from") or "").lower()
    if not first:
        return begins + (3 if part["teens"] else 0), begins + 9
    last = (part.get("to") or first).lower()
    return begins + _PARTS[first][0] + (3 if part["teens"] and first == "early" else 0), begins + _PARTS[last][1]


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, _, unit = re.sub(r"[ -]", "|", word.lower()).partition("|")
    return 20 + 10 * _TENS.index(tens) + (_UNITS.index(unit) + 1 if unit else 0)


def _is_of_a_person(seen: re.Match[str], text: str) -> bool:
    part = seen.groupdict()
    before, behind = text[max(0, seen.start() - 30) : seen.start()], text[seen.end() : seen.end() + 30]
    if _NOT_BEFORE.search(before) or _THINGS_BEHIND.search(behind):
        return False
    if part.get("years") or part.get("ish"):
        return _COUNTED_BEFORE.search(before) is None or "ish" in (part.get("ish") or "")
    if not part.get("alone"):
        return True
    hour = _number(seen["age"]) <= _LAST_HOUR and not _OF_A_PERSON.search(behind)
    return not hour and _COUNTED_BEFORE.search(before) is None and _GOES_ON.search(behind) is not None
