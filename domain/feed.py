"""The court feed: a manifest's rows as orders, or the reason why a row is none. Every rule is the format's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import NAMESPACE_OID, uuid5

from domain.case_numbers import normal_case
from domain.errors import Unreadable
from domain.feed_csv import Reject, Row, first_record, lines_of, records
from domain.feed_header import NAMES, Layout, LayoutKind, read_header
from domain.feed_values import LAST_MINUTE, WITHHELD, clean, given, read_day, read_flag, read_moment
from domain.london import at_london
from domain.orders import Party, PartyRole

ADDRESS = ("address1", "address2", "postcode")
SECOND_ORDER = "more than one order on this case: replaces, extends or separate?"
UNREAD_MADE = "the date the order was made could not be read"
UNREAD_END = "the end date could not be read: check with the court"
END_WITHOUT_TIME = "the end date came without a time: taken as the end of that day"
UNREAD_FLAG = "a confidentiality mark could not be read: treated as confidential"
NO_APPLICANT = "the applicant is not named"
UNREAD_DOB = {role: f"the {role.value}'s date of birth could not be read" for role in PartyRole}
ROW_REASONS = frozenset({UNREAD_MADE, UNREAD_END, END_WITHOUT_TIME, UNREAD_FLAG, NO_APPLICANT, *UNREAD_DOB.values()})

_CASE_NO = re.compile(r"[A-Z0-9/]{6,30}")
_FILE_NAME = re.compile(r"[^/\\:]{1,200}\.pdf", re.IGNORECASE)
_VARIANT = re.compile(r"(_served|[-_]welsh)+(?=\.pdf\Z)", re.IGNORECASE)
_CASE_IN_NAME = re.compile(r"FL404[A-Z]?-([0-9]{16})-", re.IGNORECASE)
_GUARDED = {"address": ADDRESS, "phone": ("phone",), "email": ("email",)}
_LONGEST = 2_000
_LONGEST_NAME = 200


@dataclass(frozen=True)
class Manifest:
    layout: Layout
    rows: tuple[Row | Reject, ...]


@dataclass(frozen=True)
class FeedOrder:
    """One row as an order; `notes` say in more words than `review` which of its fields a person should look at. `file_name` is without `_served` and `-welsh`, which are variants of the same order; `sent_name` is what stood there."""

    line: int
    case_no: str
    file_name: str
    sent_name: str
    order_name: str
    respondent: Party
    applicant: Party
    familyman_no: str | None
    court_name: str | None
    court_code: str | None
    made_on: date | None
    court_date_raw: str | None
    expires_at: datetime | None
    end_raw: str | None
    served_file: bool
    review: tuple[str, ...]
    notes: tuple[str, ...]
    raw: str

    @property
    def identity(self) -> tuple[str, str]:
        return self.case_no, self.file_name


def read_manifest(text: str) -> Manifest:
    """Raises Unreadable where the file is empty or its header is not a manifest's."""
    lines = lines_of(text)
    if not any(line.strip() for line in lines):
        raise Unreadable("the file is empty.")
    header, taken = first_record(lines)
    layout = read_header(header)
    return Manifest(layout, tuple(records(lines, taken, layout.width)))


def read_rows(manifest: Manifest) -> Iterator[FeedOrder | Reject]:
    for row in manifest.rows:
        yield row if isinstance(row, Reject) else read_row(row, manifest.layout)


def read_row(row: Row, layout: Layout) -> FeedOrder | Reject:
    values = {key: clean(row.cells[place]) for key, place in layout.columns.items() if place < len(row.cells)}
    wrong = _refusal(values)
    if wrong is not None:
        return Reject(row.line, wrong, row.raw, _read_case(values), _read_file(values))
    case_no, file_name = normal_case(values["case_no"]), plain_name(values["file_name"])
    respondent, about_respondent = _party(PartyRole.RESPONDENT, values, case_no, file_name)
    applicant, about_applicant = _party(PartyRole.APPLICANT, values, case_no, file_name)
    made_on, court_date_raw, about_made = _made(values["court_date"], layout.kind)
    expires_at, end_raw, about_end = _end(values["expiry"])
    review = tuple(dict.fromkeys((*about_made, *about_end, *about_respondent, *about_applicant)))
    return FeedOrder(
        line=row.line,
        case_no=case_no,
        file_name=file_name,
        sent_name=values["file_name"],
        order_name=given(values["order_name"]) or "",
        respondent=respondent,
        applicant=applicant,
        familyman_no=_familyman(values),
        court_name=given(values["court_name"]),
        court_code=given(values.get("court_code", "")),
        made_on=made_on,
        court_date_raw=court_date_raw,
        expires_at=expires_at,
        end_raw=end_raw,
        served_file="_served" in values["file_name"].casefold(),
        review=review,
        notes=(*(words for words in review if words != UNREAD_FLAG), *_fields_in_doubt(values)),
        raw=row.raw,
    )


def plain_name(file_name: str) -> str:
    """The order's own file name: a served or a Welsh variant is the same order."""
    return _VARIANT.sub("", file_name)


def _refusal(values: dict[str, str]) -> str | None:
    if any(len(value) > _LONGEST for value in values.values()):
        return f"a value is longer than {_LONGEST} characters"
    if any(len(value) > _LONGEST_NAME for key, value in values.items() if key.endswith(("surname", "forenames"))):
        return f"a name is longer than {_LONGEST_NAME} characters"
    if given(values.get("case_no", "")) is None:
        return "there is no case number"
    if _read_case(values) is None:
        return "the case number is not one"
    if given(values.get("file_name", "")) is None:
        return "there is no order file name"
    if _read_file(values) is None:
        return "the order file name is not the name of a PDF"
    named = _CASE_IN_NAME.match(values["file_name"])
    if named and re.fullmatch("[0-9]{16}", normal_case(values["case_no"])) and named[1] != normal_case(values["case_no"]):
        return "the order file name belongs to another case"
    if not any(given(values.get(f"respondent_{part}", "")) for part in ("surname", "forenames")):
        return "the respondent is not named"
    return None


def _read_case(values: dict[str, str]) -> str | None:
    case_no = normal_case(values.get("case_no", ""))
    return case_no if _CASE_NO.fullmatch(case_no) and any(letter.isdigit() for letter in case_no) else None


def _read_file(values: dict[str, str]) -> str | None:
    file_name = values.get("file_name", "")
    return plain_name(file_name) if _FILE_NAME.fullmatch(file_name) and plain_name(file_name).casefold() != ".pdf" else None


def _familyman(values: dict[str, str]) -> str | None:
    number = given(values.get("familyman_no", ""))
    return None if number is None else normal_case(number)


def _made(text: str, kind: LayoutKind) -> tuple[date | None, str | None, tuple[str, ...]]:
    """Layout A sends the day the order was made; in layout B the same column has meant two things, so it stays as it came."""
    if given(text) is None:
        return None, None, ()
    if kind is LayoutKind.B:
        return None, text, ()
    day = read_day(text)
    return (None, text, (UNREAD_MADE,)) if day is None else (day, None, ())


def _end(text: str) -> tuple[datetime | None, str | None, tuple[str, ...]]:
    if given(text) is None:
        return None, None, ()
    moment = read_moment(text)
    if moment is not None:
        return moment, text, ()
    day = read_day(text)
    return (None, text, (UNREAD_END,)) if day is None else (at_london(day, LAST_MINUTE), text, (END_WITHOUT_TIME,))


def _party(role: PartyRole, values: dict[str, str], case_no: str, file_name: str) -> tuple[Party, tuple[str, ...]]:
    own = {key.removeprefix(f"{role.value}_"): value for key, value in values.items() if key.startswith(role.value)}
    withheld = {_FIELDS[key] for key, value in own.items() if key in _FIELDS and value in WITHHELD}
    guarded, unread = _flagged(own)
    held = {key for key in guarded if given(own.get(key, "")) is not None}
    dob_text = given(own.get("dob", ""))
    dob = None if dob_text is None else read_day(dob_text)
    party = Party(
        id=uuid5(NAMESPACE_OID, f"{case_no}|{file_name}|{role.value}"),
        role=role,
        surname=given(own.get("surname", "")),
        forenames=given(own.get("forenames", "")),
        dob=dob,
        dob_raw=dob_text if dob is None else None,
        address1=given(own.get("address1", "")),
        address2=given(own.get("address2", "")),
        postcode=given(own.get("postcode", "")),
        phone=given(own.get("phone", "")),
        email=given(own.get("email", "")),
        safe_time_raw=given(own.get("safe_time", "")),
        withheld=frozenset(withheld | _sent_blank(own, guarded)),
        confidential=frozenset(held),
    )
    return party, _doubts(role, party, unread=unread)


def _fields_in_doubt(values: dict[str, str]) -> Iterator[str]:
    """The columns whose mark could not be read, and the names that are withheld."""
    for key, value in values.items():
        if key.endswith("_confidential") and read_flag(value) is None:
            yield f"{NAMES[key][0]}: the mark could not be read: treated as confidential"
        if key.endswith("_surname") and value in WITHHELD:
            yield f"{NAMES[key][0]} is withheld: the order cannot be found by it"


_FIELDS = {key: key for key in ("surname", "forenames", "dob", *ADDRESS, "phone", "email")} | {"safe_time": "safe_time_raw"}


def _flagged(own: dict[str, str]) -> tuple[set[str], bool]:
    """The particulars marked confidential, and whether a mark could not be read (it then counts as a yes)."""
    marks = {group: read_flag(own.get(f"{group}_confidential", "")) for group in _GUARDED}
    return {key for group, mark in marks.items() if mark is not False for key in _GUARDED[group]}, None in marks.values()


def _sent_blank(own: dict[str, str], guarded: set[str]) -> set[str]:
    """Particulars marked confidential and sent as nothing at all: withheld, though without a dash."""
    groups = (keys for keys in _GUARDED.values() if guarded.issuperset(keys) and not any(own.get(key, "") for key in keys))
    return {key for keys in groups for key in keys}


def _doubts(role: PartyRole, party: Party, *, unread: bool) -> tuple[str, ...]:
    nameless = role is PartyRole.APPLICANT and not (party.surname or party.forenames or {"surname", "forenames"} & party.withheld)
    doubts = {UNREAD_DOB[role]: party.dob_raw is not None, UNREAD_FLAG: unread, NO_APPLICANT: nameless}
    return tuple(words for words, true in doubts.items() if true)
