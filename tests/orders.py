"""Made-up orders and parties for tests, each valid as it stands; name only what the test is about."""

from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random
from typing import Any
from uuid import uuid4

from domain.orders import Order, Party, PartyRole
from domain.references import new_reference

RECEIVED = datetime(2026, 6, 2, 6, 0, tzinfo=UTC)
_RANDOM = Random(20260601)


def a_party(**changes: Any) -> Party:
    """A respondent; `role=PartyRole.APPLICANT` makes the made-up applicant of the same case."""
    if changes.get("role") is PartyRole.APPLICANT:
        return replace(_applicant(), **changes)
    return replace(_respondent(), **changes)


def an_order(**changes: Any) -> Order:
    """An order made on 1 June 2026 to run to the end of 31 January 2027, with a file name of its own."""
    number = _RANDOM.randrange(10**14)
    case_no = changes.get("case_no", f"17{number:014d}")
    order = Order(
        id=uuid4(),
        force="demo",
        reference=new_reference("NMO", _RANDOM),
        case_no=case_no,
        file_name=f"FL404A-{case_no}-{1_780_000_000 + number % 1_000_000}.pdf",
        order_name="FL401",
        respondent=_respondent(),
        applicant=_applicant(),
        received_at=RECEIVED,
        confirmed_at=RECEIVED,
        court_name="Family Court at Ambermere",
        court_code="000000",
        made_on=date(2026, 6, 1),
        expires_at=datetime(2027, 1, 31, 23, 59, tzinfo=UTC),
    )
    return replace(order, **changes)


def _respondent() -> Party:
    return Party(
        id=uuid4(),
        role=PartyRole.RESPONDENT,
        surname="Smith",
        forenames="John",
        dob=date(1985, 3, 12),
        address1="14 Larkfield Row",
        address2="Ambermere",
        postcode="ZZ1 4AB",
        phone="07700 900123",
        email="john.smith@mail.example",
    )


def _applicant() -> Party:
    return Party(
        id=uuid4(),
        role=PartyRole.APPLICANT,
        surname="Marlow",
        forenames="Jane",
        dob=date(1987, 9, 4),
        address1="3 Cobbler's Yard",
        address2="Ambermere",
        postcode="ZZ2 7QD",
        phone="07700 900456",
        email="jane.marlow@mail.example",
        safe_time_raw="after 6pm, not Sundays",
    )
