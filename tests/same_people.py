"""Made-up orders of the same people for tests: two people who each have an order against the other, and one person with two orders."""

from dataclasses import replace
from datetime import date
from typing import Any

from domain.orders import Order, Party, PartyRole
from tests.orders import a_party, an_order

# In a town where neither of them lives.
COURT = "Family Court at Thornley"
HERS = date(1987, 9, 4)
HIS_SECRET = {
    "address1": "71 Lantern Road",
    "address2": "Castlebeck",
    "postcode": "ZZ8 8QX",
    "phone": "07700 900888",
    "email": "hidden@mail.example",
}
HER_SECRET = {
    "address1": "5 Weir Walk",
    "address2": "Wenfold",
    "postcode": "ZZ9 9QX",
    "phone": "07700 900999",
    "email": "kept@mail.example",
}


def his_order(**changes: Any) -> Order:
    """She is protected from him: John Smith is bound, and Jane Marlow asked for it."""
    return an_order(**({"court_name": COURT} | changes))


def her_order(**changes: Any) -> Order:
    """He is protected from her, and lives elsewhere than his own order says: Jane Marlow is bound, and John Smith asked for it."""
    given = {"respondent": bound(**HER_SECRET), "applicant": protected(**HIS_SECRET, safe_time_raw="before 7am, never Fridays")}
    return an_order(**({"court_name": COURT} | given | changes))


def bound(**changes: Any) -> Party:
    """Jane Marlow as a respondent."""
    return replace(a_party(forenames="Jane", surname="Marlow", dob=HERS), **changes)


def protected(**changes: Any) -> Party:
    """John Smith as an applicant."""
    return replace(a_party(role=PartyRole.APPLICANT, forenames="John", surname="Smith", dob=date(1985, 3, 12)), **changes)


def secrets(party: Party) -> set[str]:
    """What would tell where somebody is or how to reach them."""
    held = {party.address1, party.address2, party.postcode, party.phone, party.email, party.safe_time_raw}
    return {one for one in held if one} | {(party.postcode or "?").split()[0]}
