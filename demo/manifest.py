"""Made-up orders as rows of a manifest, in either layout."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from demo.orders import GROUPS, WITHHELD, MadeOrder, MadePerson

_COURT = ("Court Name/Location", "Court Code", "Order Name", "Court Date", "Order Expiry Date")
_RESPONDENT = (
    *(
        f"Respondent {name}"
        for name in ("Surname", "Forename(s)", "DOB", "1st Line of Address", "2nd Line of Address", "Postcode", "Phone", "Email")
    ),
    *(f"Is Respondent {name} Confidential" for name in ("Address", "Phone", "Email")),
)
_APPLICANT = (
    *(f"Applicant {name}" for name in ("Surname", "Forename(s)", "DOB", "1st Line of Address", "2nd Line of Address", "Postcode", "Phone")),
    "Applicant Safe Time to Call",
    "Applicant Email",
    *(f"Is Applicant {name} Confidential" for name in ("Address", "Phone", "Email")),
)
HEADER_A = ("Case No. FamilyMan", "Case No. Manage Cases", *_COURT, *_RESPONDENT, *_APPLICANT, "Order File Name")
HEADER_B = ("Case No.", *_COURT, *_RESPONDENT, *_APPLICANT, "Order File Name")
Rows = Callable[[Sequence[MadeOrder]], str]


def layout_a(orders: Sequence[MadeOrder]) -> str:
    """From 9 March 2026: two case numbers, day-first dates, no date of birth of the applicant."""
    return _written(HEADER_A, [_row_a(order) for order in orders])


def layout_b(orders: Sequence[MadeOrder]) -> str:
    """One case number, ISO dates."""
    return _written(HEADER_B, [_row_b(order) for order in orders])


def no_orders() -> str:
    """A day without orders: a header and one row of blanks, but for the dash of the safe time."""
    return _written(HEADER_A, [[WITHHELD if name == "Applicant Safe Time to Call" else "" for name in HEADER_A]])


def _written(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return text.getvalue()


def _row_a(order: MadeOrder) -> list[str]:
    end = "" if order.ends is None else f"{order.ends:%d/%m/%Y_%H:%M}"
    court = [order.court, order.court_code, order.order_name, _day_first(order.made_on), end]
    people = [*_respondent(order.respondent, _day_first(order.respondent.dob)), *_applicant(order.applicant, "")]
    return [order.familyman_no, order.case_no, *court, *people, order.file_name]


def _row_b(order: MadeOrder) -> list[str]:
    court = [order.court, order.court_code, order.order_name, order.made_on.isoformat(), _iso(order.ends)]
    people = [*_respondent(order.respondent, _iso(order.respondent.dob)), *_applicant(order.applicant, _iso(order.applicant.dob))]
    return [order.case_no, *court, *people, order.file_name]


def _day_first(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"


def _iso(when: date | datetime | None) -> str:
    if when is None:
        return ""
    return when.isoformat(timespec="minutes") if isinstance(when, datetime) else when.isoformat()


def _respondent(one: MadePerson, dob: str) -> list[str]:
    return [one.surname, one.forenames, dob, *_address(one), _sent(one, "phone", one.phone), _sent(one, "email", one.email), *_flags(one)]


def _applicant(one: MadePerson, dob: str) -> list[str]:
    safe_time = WITHHELD if one.withheld else one.safe_time
    return [
        one.surname,
        one.forenames,
        dob,
        *_address(one),
        _sent(one, "phone", one.phone),
        safe_time,
        _sent(one, "email", one.email),
        *_flags(one),
    ]


def _address(one: MadePerson) -> list[str]:
    return [_sent(one, "address", line) for line in (one.address1, one.address2, one.postcode)]


def _sent(one: MadePerson, group: str, value: str) -> str:
    return WITHHELD if group in one.withheld else value


def _flags(one: MadePerson) -> list[str]:
    return ["Yes" if group in one.withheld | one.confidential else "No" for group in GROUPS]
