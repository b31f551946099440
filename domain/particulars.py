"""What an officer typed, read into the particulars a look-up goes by."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from domain.addresses import Home, email_of, phone_of, read_home
from domain.ages import AgeGiven, find_age
from domain.case_numbers import normal_case
from domain.dates import DobGiven, find_dob
from domain.folding import fold
from domain.forenames import is_forename
from domain.months import MONTH
from domain.name_runs import DATED, Names, forename_first, pieces_of, read_names
from domain.orders import PartyRole
from domain.places_asked import PlaceAsked, place_asked
from domain.possessives import without_possessives
from domain.references import find_reference
from domain.trade_talk import CUES
from domain.yearless import day_without_year

LONGEST_TEXT = 4_000
_POSTCODE = re.compile(r"(?<![A-Z0-9])([A-Z]{1,2}\d[A-Z\d]?)\s{0,2}(\d[A-Z]{2})(?![A-Z0-9])", re.IGNORECASE)
_LONG_CASE = re.compile(r"(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?!\d)")
_FAMILYMAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}[ -]?\d{2}[ -]?[A-Z][ -]?\d{5}(?![A-Z0-9])", re.IGNORECASE)
_NAMED_CASE = re.compile(r"\b(?:case|order)\s(?:no|number|num|ref)\b[.:# ]{0,3}([A-Z0-9/-]{4,24})(?![A-Z0-9])", re.IGNORECASE)
_DISTRICT = re.compile(r"(?<![A-Z0-9-])[A-Z]{1,2}\d{1,2}[A-Z]?(?![A-Z0-9/-]|\.\d)", re.IGNORECASE)
_SECTOR = re.compile(r"(?<![A-Z0-9-])([A-Z]{1,2}\d[A-Z\d]?)\s(\d)(?![\w/:'\u2019-]|\.\d|\s?[/:-]\s?\d)", re.IGNORECASE)
_DISTRICT_GIVEN = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?", re.IGNORECASE)
_SECTOR_GIVEN = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)\s{0,2}(\d)", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s*(\w[\w./-]*)")
_AFTER_A_SECTOR = "and any area dob d.o.b. d.o.b born aged age about around approx has had have is please pls they thanks ta who with"
_GOES_ON = CUES | {"he", "her", "his", "she"} | frozenset(_AFTER_A_SECTOR.split())
_DATE_OR_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:19|20)\d\d|\d{6}|\d{8}")
_REST_OF_A_DATE = re.compile(rf"\s*(?:\d|{MONTH}\b)", re.IGNORECASE)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?<![\d/.-])(?:\+44 ?\(0\) ?|\+|0)\d(?:[ -]?\d){8,12}(?!\d)")
_STREET = re.compile(
    r"\b\d{1,4}[a-z]?,? (?:[a-z'\u2019]{1,20} ){1,3}(?:road|rd|street|st|avenue|ave|close|lane|ln|drive|dr|way|court|crescent|cres|terrace|row|place|gardens|grove|yard|hill)\b",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\b(?:d\.o\.b|n\.m\.o|y\.o\.b)\b\.?", re.IGNORECASE)
_MISTYPED = re.compile(r"\b(?:NMO|BR)-[A-Z0-9]{5,7}\b", re.IGNORECASE)
_DATE_SHAPED = re.compile(r"(?<![\d/.-])\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})(?![\d/-])")
_TITLE = re.compile(r"^(?:(?:mr|mrs|ms|miss|dr)\b[. ]*)+(?=\w)", re.IGNORECASE)
_OTHER_NAMES = re.compile(r"(?:\(|\b(?:aka|alias)\b).*", re.IGNORECASE)
_GAP = " | "
SLIP = "reference with a slip in it"
DISTRICT_ALONE, SECTOR_ALONE = "postcode district alone", "postcode sector alone"
NO_POSTCODE = "postcode (it cannot be read as one)"
PLACE_NOT_USED = "The place was not searched: ask for it by itself, without a person."
AGE_NOT_USED = "The age was not used: the date of birth was."


@dataclass(frozen=True)
class Particulars:
    """`name_tokens` are folded and forename first as far as can be told; `others` are further names that were typed.

    `district` and `sector`, a district with the figure behind it (`M6 3`), only rank and explain. `unused` names what was typed and is not searched by, `doubts` say what of a date was left out.
    `unsure`: the name may not have been read as it was meant. `age` stands only where no date of birth was typed, which says more.
    `place` is one named in a condition, and stands only where nobody is named beside it; the rest is what the words say of a person.
    """

    name_tokens: tuple[str, ...] = ()
    dob: DobGiven | None = None
    postcode: str | None = None
    case_no: str | None = None
    reference: str | None = None
    home: Home | None = None
    phone: str | None = None
    email: str | None = None
    role_hint: PartyRole | None = None
    unused: tuple[str, ...] = ()
    raw: str = ""
    others: tuple[Names, ...] = ()
    district: str | None = None
    sector: str | None = None
    doubts: tuple[str, ...] = ()
    unsure: bool = False
    age: AgeGiven | None = None
    place: PlaceAsked | None = None

    @property
    def has_particular(self) -> bool:
        """A home, a telephone number or an e-mail address: enough to search by without a name."""
        return any((self.postcode, self.home, self.phone, self.email))

    @property
    def nearest_postcode(self) -> str | None:
        """The most that was typed of one: whole, its sector or its district."""
        return self.postcode or self.sector or self.district

    @property
    def speaks_of_somebody(self) -> bool:
        return self.has_particular or len(self.name_tokens) > 1 or any((self.dob, self.age, self.case_no, self.reference))


def read_particulars(text: str, today: date) -> Particulars:
    """Never raises, takes time in proportion to the text, and looks at its first 4,000 characters only."""
    raw = clean(text)
    place = place_asked(raw)
    if place is None:
        return _read(raw, today)
    beside = replace(_read(f"{raw[: place.start]}{_GAP}{raw[place.end :]}", today), raw=raw)
    if beside.speaks_of_somebody:
        return replace(beside, doubts=(*beside.doubts, PLACE_NOT_USED))
    apart = _GAP.join((raw[: place.start], raw[place.start : place.end], raw[place.end :]))
    return replace(_read(apart, today), place=place, raw=raw)


def _read(raw: str, today: date) -> Particulars:
    rest, age = _take_age(raw, today)
    rest, found = _take_numbers(rest)
    rest, found = _take_unused(rest, found)
    rest, found = _take_born(rest, found, today)
    found = _with_age(_with_yearless(found, rest), age)
    names = read_names(without_possessives(_DOTTED.sub(_GAP, rest)))
    read = replace(found, name_tokens=names.best, others=names.others, role_hint=names.role, unsure=names.unsure, raw=raw)
    return _without_a_name(read)


def _without_a_name(read: Particulars) -> Particulars:
    """A part of a postcode finds nobody by itself."""
    if read.name_tokens or read.district is None:
        return read
    return replace(read, unused=(*read.unused, SECTOR_ALONE if read.sector else DISTRICT_ALONE))


def _take_age(text: str, today: date) -> tuple[str, AgeGiven | None]:
    """Taken out before all else, so that 40 in `about 40` is no house."""
    found = find_age(text, today)
    return (text, None) if found is None else (text[: found.start] + _GAP + text[found.end :], found.age)


def _with_yearless(found: Particulars, rest: str) -> Particulars:
    """`rest` is what is left beside the date of birth, the home and the numbers."""
    day = day_without_year(rest)
    return found if day is None else replace(found, doubts=(*found.doubts, f"{day} was not used: it has no year."))


def _with_age(found: Particulars, age: AgeGiven | None) -> Particulars:
    if age is None or found.dob is None:
        return replace(found, age=age)
    return _in_doubt(found, AGE_NOT_USED)


def _take_born(text: str, found: Particulars, today: date) -> tuple[str, Particulars]:
    """A date that is none, or that nobody can be born on, is not passed over in silence."""
    born = find_dob(text, today)
    if born is None:
        shaped = _DATE_SHAPED.search(text)
        return text, found if shaped is None else _in_doubt(found, f"{shaped[0]} was not used: it cannot be read as a date of birth.")
    typed, rest = text[born.start : born.end], text[born.end :]
    impossible = born.dob.day is None and len(typed) > len("1985")
    further = _DATE_SHAPED.search(rest)
    doubts = [f"There is no day {typed}: only the year {born.dob.year} was used."] if impossible else []
    if further is not None:
        doubts.append(f"{further[0]} was not used: one date of birth at a time.")
    return f"{text[: born.start]} {DATED} {rest}", replace(_in_doubt(found, *doubts), dob=born.dob)


def _in_doubt(found: Particulars, *doubts: str) -> Particulars:
    return replace(found, doubts=(*found.doubts, *doubts))


_UNUSUAL = re.compile(r"[^ -~]")


def _visible(sign: re.Match[str]) -> str:
    category = unicodedata.category(sign[0])
    if category in {"Cf", "Cs"}:
        return ""
    return " " if category in {"Cc", "Zl", "Zp", "Zs"} else sign[0]


def clean(text: str) -> str:
    """NFC, one kind of space, and nothing that a screen does not show."""
    shown = text[:LONGEST_TEXT]
    visible = shown if shown.isascii() and shown.isprintable() else _UNUSUAL.sub(_visible, unicodedata.normalize("NFC", shown))
    return " ".join(visible.split())


def postcode_of(text: str | None) -> str | None:
    """A postcode in its canonical form, `M6 3QP`; None where the text is none."""
    seen = _POSTCODE.fullmatch(" ".join((text or "").split()))
    return None if seen is None else f"{seen[1]} {seen[2]}".upper()


def _take_numbers(text: str) -> tuple[str, Particulars]:
    reference = find_reference(text)
    if reference is not None:
        text = re.sub(reference.replace("-", r"[-\s]?"), _GAP, text, flags=re.IGNORECASE)
    text, long_case = _cut(_LONG_CASE, text)
    text, familyman = _cut(_FAMILYMAN, text)
    case_no = long_case or familyman
    named = _NAMED_CASE.search(text)
    if case_no is None and reference is None and named is not None and re.search(r"\d", named[1]):
        case_no, text = named[1], text[: named.start()] + _GAP + text[named.end() :]
    text, postcode = _cut(_POSTCODE, text)
    text, email = _cut(_EMAIL, text)
    text, phone = _cut(_PHONE, text)
    text, street = _cut(_STREET, text)
    return text, Particulars(
        case_no=case_no and normal_case(case_no),
        reference=reference,
        postcode=postcode_of(postcode),
        home=read_home(street),
        phone=phone_of(phone),
        email=email_of(email),
    )


def _take_unused(text: str, found: Particulars) -> tuple[str, Particulars]:
    """Takes out what this register cannot be searched by yet, so that an answer can say so."""
    text, slip = _cut(_MISTYPED, text)
    found = replace(found, unused=(SLIP,) if slip else ())
    sector = next((seen for seen in _SECTOR.finditer(text) if _ends_a_sector(text, seen.end())), None)
    if sector is not None:
        return text[: sector.start()] + _GAP + text[sector.end() :], _in_sector(found, sector)
    figure = next((seen for seen in _SECTOR.finditer(text) if not _begins_a_date(text, seen.end())), None)
    doubts = () if figure is None else (f"The {figure[2]} after {figure[1].upper()} was not used: type a part of a postcode last.",)
    text, district = _cut(_DISTRICT, text)
    return text, replace(found, district=district and district.upper(), doubts=doubts)


def _ends_a_sector(text: str, end: int) -> bool:
    """4 before most words counts something, is a house, or begins a date: before a name it may be a sector."""
    seen = _NEXT_WORD.match(text, end)
    if seen is None:
        return True
    word = seen[1].casefold()
    if word[0].isdigit() or _begins_a_date(text, end):
        return _DATE_OR_YEAR.fullmatch(word) is not None
    return word in _GOES_ON or (is_forename(fold(word)) and word != "miles")


def _begins_a_date(text: str, end: int) -> bool:
    """The figure that ends there: a month or further figures follow it."""
    return _REST_OF_A_DATE.match(text, end) is not None


def _in_sector(found: Particulars, seen: re.Match[str]) -> Particulars:
    return replace(found, district=seen[1].upper(), sector=f"{seen[1]} {seen[2]}".upper())


def _cut(shape: re.Pattern[str], text: str) -> tuple[str, str | None]:
    seen = shape.search(text)
    return (text, None) if seen is None else (text[: seen.start()] + _GAP + text[seen.end() :], seen[0])


def given_particulars(
    name: str, dob: DobGiven | None, address: str, postcode: str | None, phone: str, raw: str, age: AgeGiven | None = None
) -> Particulars:
    """Particulars that came apart already. A name is taken as it stands, save a title before it and other names after it: Quick and Court are surnames."""
    names = _OTHER_NAMES.sub("", _TITLE.sub("", clean(name)))
    within = _POSTCODE.search(address)
    read = Particulars(
        forename_first(pieces_of(names)),
        dob,
        postcode_of(postcode) or (None if within is None else postcode_of(within[0])),
        home=read_home(address),
        phone=phone_of(phone),
        raw=raw,
        age=None if dob else age,
    )
    return _without_a_name(_part_given(read, clean(postcode or "")))


def _part_given(read: Particulars, typed: str) -> Particulars:
    """Less than a whole postcode, in a field of its own: `ZZ14` is the district, since no space says that it is a sector of ZZ1."""
    if not typed or postcode_of(typed):
        return read
    if _DISTRICT_GIVEN.fullmatch(typed):
        return replace(read, district=typed.upper())
    sector = _SECTOR_GIVEN.fullmatch(typed)
    return replace(read, unused=(*read.unused, NO_POSTCODE)) if sector is None else _in_sector(read, sector)
