"""The numbers, places and dates of birth in a line: each is taken out where it stands, so that no other reader takes it for something else."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from domain.addresses import KIND_OF_STREET, KINDS_OF_STREET
from domain.case_numbers import normal_case
from domain.dates import find_dob, full_year
from domain.months import MONTH
from domain.particulars import LONGEST_TEXT, postcode_of
from domain.understanding.line import MOST_READ

OLDEST = 90
# Looked for in the whole of a long text; a house, a district or a distance only where names are read too.
_FAR = frozenset(["order_no", "custody_no", "reference", "phone", "postcode"])
_GAP = "\N{BROKEN BAR}"
_KINDS = "|".join(sorted(sorted({*KIND_OF_STREET, *KINDS_OF_STREET} - {"view", "walk", "rise"}), key=len, reverse=True))
_SELDOM = "view|walk|rise|bank|fold|green|croft|parade|quay|wharf|mount|garth|heights|meadows?|fields?|gate|hall|estate|brow|end|dale|vale|wynd|cottages?|chase|drove|approach|loan|holt|hey|heath|common|cross|top|side"
_COUNTED = "am|pm|times?|hours?|hrs?|mins?|minutes?|days?|weeks?|months?|years?|calls?|texts?|messages?|missed|more|failed|high|medium|standard|low|of|in|on|at|to|the|x"
_CODE = r"(?P<value>(?=[a-z/.-]{0,14}\d)[a-z0-9](?:[a-z0-9]|[/.-](?=[a-z0-9])){1,23})(?![a-z0-9])"
_NO = r"(?: ?(?:number|no|num|reference|record|id|ref))?(?: is)?[.:# -]{0,3}"
_DAY = r"\d{1,2}/\d{1,2}(?:/\d{2}(?:\d{2})?)?(?![\w/])"
_AREA = r"(?P<value>(?:[a-z]{1,2}\d{1,2}[a-z]?))(?![a-z0-9/-]|[.:]\d)"

Value = str | int


def _compact(text: str) -> str:
    return normal_case(text)


def _phone(text: str) -> str:
    digits = re.sub(r"\(0\)|[^\d+]", "", text)
    return f"0{digits[3:]}" if digits.startswith("+44") else digits


def address_of(text: str) -> str:
    """`14 elm rd` is 14 Elm Road."""
    words = [KIND_OF_STREET.get(word, word) if at else word for at, word in enumerate(text.replace(".", "").lower().split())]
    return " ".join(word if at > 1 and word in ("of", "the") else _capital(word) for at, word in enumerate(words))


def _capital(word: str) -> str:
    if word[0].isdigit():
        return word.upper() if not word.endswith(",") else f"{word[:-1].upper()},"
    return "-".join(part[:1].upper() + part[1:] for part in word.split("-"))


def _postcode(text: str) -> str:
    return postcode_of(text) or text.upper()


@dataclass(frozen=True)
class _Shape:
    name: str
    pattern: re.Pattern[str]
    read: Callable[[str], Value]


def _shape(name: str, pattern: str, read: Callable[[str], Value] = str.upper) -> _Shape:
    return _Shape(name, re.compile(pattern, re.IGNORECASE), read)


# In this order: what has its name before it is told from what only looks like it.
_SHAPES = (
    _shape("custody_no", rf"\bcustody(?: (?:record|reference|number|no|ref))+{_NO}{_CODE}"),
    _shape("custody_no", r"\bcustody[ :#]{1,2}(?P<value>(?=[a-z]{0,4}\d?[a-z]{0,3}/)[a-z0-9]{1,6}(?:/[a-z0-9]{1,8}){1,3})(?![\w/])"),
    _shape("custody_no", r"(?<![\w/])(?P<value>\d{2}[a-z]{2}/\d{1,6}/\d{2})(?![\w/])"),
    _shape("order_no", r"(?<![\w/])(?P<value>\d{4}(?:[ -]?\d{4}){3})(?![\d/])", _compact),
    _shape("order_no", r"(?<![\w/])(?P<value>[a-z]{2}[ -]?\d{2}[ -]?[a-z][ -]?\d{5})(?![\w/])", _compact),
    _shape("order_no", r"\b(?P<value>nmo[- ](?=[a-z]*\d)[a-z0-9]{6})\b", lambda text: text.upper().replace(" ", "-")),
    _shape(
        "reference",
        rf"\b(?:reference|urn)(?: (?:number|no))?{_NO}{_CODE}",
    ),
    _shape("reference", r"\b(?P<value>br[- ](?=[a-z]*\d)[a-z0-9]{6})\b", lambda text: text.upper().replace(" ", "-")),
    _shape("reference", rf"\b(?:crime|incident|occurrence|occ)(?: (?:report|record))?(?: (?:number|no))?[.:# ]{{1,3}}{_CODE}"),
    _shape("order_no", rf"\b(?:order|case|court order|nmo) ?(?:number|no|num|reference)(?: is)?[.:# ]{{1,3}}{_CODE}", _compact),
    _shape("order_no", rf"\b(?:order|case|nmo)[:# ]{{1,2}}(?!{_DAY}){_CODE}", _compact),
    _shape("email", r"(?<![\w.+-])(?P<value>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})", str.lower),
    _shape("phone", r"(?<![\w/.-])(?P<value>(?:\+44 ?(?:\(0\) ?)?|0)\d(?:[ -]?\d){8,9})(?!\d)", _phone),
    _shape("vehicle_reg", r"(?<![\w/])(?P<value>[a-z]{2}\d{2} ?[a-z]{3})(?![\w/])", _compact),
    _shape("postcode", r"(?<![\w/])(?P<value>[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[a-z]{2})(?![\w/])", _postcode),
    _shape(
        "address",
        rf"(?<![\w/.])(?P<value>(?:(?:flat|apartment|apt|unit|room) [\da-z]{{1,4}},? (?:(?:of|at) )?)?\d{{1,4}}[a-z]?,? (?!(?:am|pm|times?|hours?|mins?|days?|weeks?)\b)"
        rf"(?:[a-z'-]{{2,20}} ){{1,3}}?(?:{_KINDS}))\b\.?",
        address_of,
    ),
    _shape(
        "address",
        rf"(?<![\w/.])(?P<value>\d{{1,4}}[a-z]?,? (?!(?:{_COUNTED})\b)[a-z'-]{{3,20}} (?:{_SELDOM})|\d{{1,4}}[a-z]?,? (?:broadway|(?<!\bgo [24] )(?<!\bcome [24] )(?<!\bgoing [24] )(?<!\bbeen [24] )(?<!\bnear [24] )the [a-z'-]{{4,20}}))(?![\w'-])",
        address_of,
    ),
    _shape(
        "address",
        r"(?<![\w/.])(?P<value>\d{1,4}[a-z]?,? (?:heol|ffordd|stryd|rhodfa|maes|lon|clos|parc|plas|cae|bryn|pen|llys|gerddi|bro|cwrt|tre|llwyn)(?: (?:y|yr|ty|pen))? [a-z'-]{2,20})(?![\w'-])",
        address_of,
    ),
    _shape("postcode_area", rf"\b(?:in|around|near|area|postcode|district|on|for|at|across|within|all|covering)(?: the)? {_AREA}"),
    _shape("postcode_area", rf"(?<![\w/-]){_AREA}(?= (?:area|district|postcodes?|way)\b)"),
    _shape("postcode_area", r"(?<![\w/-])(?P<value>[a-z]{1,2}\d{1,2}(?: \d)?)(?= ?[?!.]?$)"),
    _shape("distance_m", r"\b(?P<value>\d{1,5}) ?(?:m|metres?|meters?)\b", int),
)
_STATED = re.compile(
    r"\b(?:d\.?o\.?b\.?|y\.?o\.?b\.?|born(?: on| in| around| about| circa| approx)?|birth|b\.)[\s:=-]{0,3}$", re.IGNORECASE
)
_SHORT_YEAR = re.compile(
    r"(?<!\w)(?:y\.?o\.?b\.?|(?:year of )?birth year|year of birth|born(?: (?:in|about|around|circa))?|b)[ .:=-]{1,2}'?(?P<year>\d\d)(?![\w/.:-]| ?(?:[ap]m|times|st|nd|rd|th|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d))",
    re.IGNORECASE,
)
_AFTER_YEAR = re.compile(r" ?(?:hrs?|hours|h)\b", re.IGNORECASE)
_AT = re.compile(r"(?:\b(?:at|by|since|around|about|from|to|until|till)|@) ?$", re.IGNORECASE)
_OTHERWISE = re.compile(
    rf"\b(?:expir\w+|end(?:s|ed|ing)?|until|till?|served?|made|granted|issued|dated|hearing|valid|breach\w*|since|before|after)\b[^.;]{{0,16}}$|{MONTH}$",
    re.IGNORECASE,
)


@dataclass
class Marks:
    """`rest` has a mark in the place of what was taken, letter for letter, so that places in it are places in the line; `kinds` name what is `taken`."""

    rest: str
    values: dict[str, Value] = field(default_factory=dict)
    taken: list[tuple[int, int]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def take(self, kind: str, start: int, end: int) -> None:
        self.taken.append((start, end))
        self.kinds.append(kind)
        self.rest = f"{self.rest[:start]}{_GAP * (end - start)}{self.rest[end:]}"


def read_marks(said: str, today: date) -> Marks:
    marks = Marks(said)
    for shape in _SHAPES:
        if shape.name in marks.values:
            continue
        seen = shape.pattern.search(marks.rest, 0, LONGEST_TEXT if shape.name in _FAR else MOST_READ)
        if seen is not None:
            marks.values[shape.name] = shape.read(seen["value"])
            marks.take(shape.name, *seen.span())
    _take_born(marks, today)
    return marks


def _take_born(marks: Marks, today: date) -> None:
    if (short := _SHORT_YEAR.search(marks.rest, 0, MOST_READ)) is not None and (year := full_year(int(short["year"]), today)) is not None:
        marks.values["birth_year"] = year
        marks.take("birth_year", *short.span())
        return
    _take_dated(marks, today)


def _take_dated(marks: Marks, today: date) -> None:
    """A date that is not called one of birth is one only where somebody who is up to 90 may be born on it."""
    found = find_dob(marks.rest[:MOST_READ], today)
    if found is None:
        return
    before = marks.rest[max(0, found.start - 24) : found.start]
    stated = _STATED.search(before)
    alone = found.dob.day is None
    if stated is None and (today.year - found.dob.year > OLDEST or _OTHERWISE.search(before)):
        return
    if stated is None and alone and (_AFTER_YEAR.match(marks.rest, found.end) or _AT.search(before)):
        return
    if found.dob.day is None:
        kind, marks.values["birth_year"] = "birth_year", found.dob.year
    else:
        kind, marks.values["dob"] = "dob", found.dob.day.isoformat()
    marks.take(kind, found.start - (len(stated[0]) if stated else 0), found.end)
