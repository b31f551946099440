"""Which column of a manifest holds what: the two layouts, and the names that vary between versions."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.errors import Unreadable
from domain.feed_values import clean

_PARTY = {
    "surname": ("Surname", "Last Name"),
    "forenames": ("Forename(s)", "Forenames", "Forename", "First Name", "First Name(s)"),
    "dob": ("DOB", "Date of Birth"),
    "address1": ("1st Line of Address", "First Line of Address", "Address Line 1"),
    "address2": ("2nd Line of Address", "Second Line of Address", "Address Line 2"),
    "postcode": ("Postcode", "Post Code"),
    "phone": ("Phone", "Phone Number", "Telephone"),
    "email": ("Email", "Email Address"),
}
_CONFIDENTIAL = {"address": "Address", "phone": "Phone", "email": "Email"}
NAMES: dict[str, tuple[str, ...]] = {
    "case_no": ("Case No.", "Case No. Manage Cases", "Case Number", "Case No. ManageCases"),
    "familyman_no": ("Case No. FamilyMan", "Case No. Family Man", "FamilyMan Case No."),
    "court_name": ("Court Name/Location", "Court Name", "Court Location"),
    "court_code": ("Court Code",),
    "order_name": ("Order Name",),
    "court_date": ("Court Date",),
    "expiry": ("Order Expiry Date", "Expiry Date"),
    **{
        f"{who.lower()}_{key}": tuple(f"{who} {name}" for name in names)
        for who in ("Respondent", "Applicant")
        for key, names in _PARTY.items()
    },
    **{
        f"{who.lower()}_{key}_confidential": (f"Is {who} {name} Confidential", f"{who} {name} Confidential")
        for who in ("Respondent", "Applicant")
        for key, name in _CONFIDENTIAL.items()
    },
    "applicant_safe_time": ("Applicant Safe Time to Call", "Applicant Safe Time"),
    "file_name": ("Order File Name", "Order Filename", "File Name"),
}
_OPTIONAL = frozenset(
    {
        "familyman_no",
        "court_code",
        "applicant_dob",
        "applicant_safe_time",
        *(f"{who}_{key}" for who in ("respondent", "applicant") for key in ("address2", "phone", "email")),
        *(f"{who}_{key}_confidential" for who in ("respondent", "applicant") for key in ("phone", "email")),
    },
)
# A flag may be missing only with the value it guards: what is sent without one could be confidential.
_GUARDED = tuple((f"{who}_{key}", f"{who}_{key}_confidential") for who in ("respondent", "applicant") for key in ("phone", "email"))
_OWN_NAMES = ("Case No. Manage Cases",)
_DATE_HINT = re.compile(r" (dd mm yyyy|yyyy mm dd)( hh mm)?$")
_NAMED_IN_ONE_LINE = 4


class LayoutKind(StrEnum):
    """A has the FamilyMan number in a column of its own and sends the date the order was made; B does neither."""

    A = "A"
    B = "B"


@dataclass(frozen=True)
class Layout:
    kind: LayoutKind
    columns: Mapping[str, int]
    width: int
    notes: tuple[str, ...] = ()


def read_header(cells: Sequence[str]) -> Layout:
    """Raises Unreadable, naming what is missing or stands twice."""
    columns: dict[str, int] = {}
    notes: list[str] = []
    for place, cell in enumerate(cells):
        key = _KEYS.get(_folded(cell))
        if key is None:
            notes += [f"column {place + 1} of the header is not known here: it was not read"] if _folded(cell) else []
            continue
        if key in columns:
            raise Unreadable(f"the header names {NAMES[key][0]} twice.")
        columns[key] = place
        notes += (
            [f"the header's column {place + 1} was read as {NAMES[key][0]}, of which its name is another form"]
            if _is_alias(key, cell)
            else []
        )
    _refuse_gaps(columns)
    kind = LayoutKind.A if "familyman_no" in columns or _folded(cells[columns["case_no"]]) == "case no manage cases" else LayoutKind.B
    return Layout(kind, columns, len(cells), tuple(notes))


def _refuse_gaps(columns: Mapping[str, int]) -> None:
    needed = (NAMES.keys() - _OPTIONAL) | {flag for value, flag in _GUARDED if value in columns}
    missing = [names[0] for key, names in NAMES.items() if key in needed and key not in columns]
    if not missing:
        return
    more = f" and {len(missing) - _NAMED_IN_ONE_LINE} more" if len(missing) > _NAMED_IN_ONE_LINE else ""
    raise Unreadable(f"the header has no {', '.join(missing[:_NAMED_IN_ONE_LINE])}{more}. Is it a manifest of the court feed?")


def _is_alias(key: str, cell: str) -> bool:
    """The names that the court's own code writes in either layout are no aliases."""
    return _folded(cell) not in {_folded(NAMES[key][0]), *map(_folded, _OWN_NAMES)}


def _folded(name: str) -> str:
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", clean(name).casefold()).split())
    return _DATE_HINT.sub("", words)


_KEYS = {_folded(name): key for key, names in NAMES.items() for name in names}
