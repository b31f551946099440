"""Where a protected person lives is for a role that may see it, and what the court withholds is for nobody."""

from datetime import date

import pytest

from domain.officers import Officer
from domain.orders import Order, PartyRole
from domain.particulars import read_particulars
from domain.whereabouts import BY_ITS_BUTTON, NONE_TO_SHOW, NOT_FOR_YOUR_ROLE, OF_THE_RESPONDENT, where_it_stands, whereabouts
from tests.orders import a_party, an_order
from tests.people import ADMIN, AUDITOR, DESK, LEFT, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO

LINES = ("3 Cobbler's Yard", "Ambermere", "ZZ2 7QD")
MARKED = frozenset({"address1", "address2", "postcode"})


def applicant(**changes: object) -> dict[str, object]:
    return {"applicant": a_party(role=PartyRole.APPLICANT, **changes)}


@pytest.mark.parametrize("officer", [VLO, SUPERVISOR, DESK])
@pytest.mark.parametrize("confidential", [frozenset[str](), MARKED])
def test_a_role_that_may_see_it_does_marked_or_not(officer: Officer, confidential: frozenset[str]) -> None:
    assert whereabouts(an_order(**applicant(confidential=confidential)), officer) == LINES


@pytest.mark.parametrize("officer", [RESPONSE, NEIGHBOUR, AUDITOR, ADMIN, LEFT])
def test_any_other_role_sees_none_marked_or_not(officer: Officer) -> None:
    assert [whereabouts(an_order(**applicant(confidential=marks)), officer) for marks in (frozenset(), MARKED)] == [(), ()]


@pytest.mark.parametrize("withheld", ["address", "address1", "address2", "postcode"])
@pytest.mark.parametrize("officer", [VLO, SUPERVISOR, DESK])
def test_of_an_address_that_the_court_withholds_in_part_nothing_is_shown(officer: Officer, withheld: str) -> None:
    assert whereabouts(an_order(**applicant(withheld=frozenset({withheld}))), officer) == ()


def test_an_address_that_is_not_held_is_none() -> None:
    assert whereabouts(an_order(**applicant(address1=None, address2=None, postcode=None)), VLO) == ()
    assert whereabouts(an_order(**applicant(address2=None)), VLO) == (LINES[0], LINES[2])


def told(typed: str, officer: Officer, *found: tuple[Order, PartyRole]) -> tuple[str, ...]:
    return where_it_stands(read_particulars(typed, date(2026, 11, 20)), found, officer)


def test_whoever_asks_for_an_address_is_told_where_it_stands_and_never_what_it_is() -> None:
    whole, withheld = an_order(), an_order(**applicant(withheld=frozenset({"address"})))
    ask = "jane marlows address"
    assert told(ask, VLO, (whole, PartyRole.APPLICANT)) == (BY_ITS_BUTTON,)
    assert told(ask, VLO, (withheld, PartyRole.APPLICANT)) == (NONE_TO_SHOW,)
    assert told(ask, RESPONSE, (whole, PartyRole.APPLICANT), (withheld, PartyRole.APPLICANT)) == (NOT_FOR_YOUR_ROLE,)
    assert told(ask, VLO, (whole, PartyRole.RESPONDENT), (whole, PartyRole.APPLICANT)) == (OF_THE_RESPONDENT, BY_ITS_BUTTON)


@pytest.mark.parametrize(
    "typed", ["jane marlow 4/9/87", "jane marlow, address 14 Elm Road", "address please", "he was at jane marlows address"]
)
def test_whoever_asks_for_none_is_told_nothing_of_it(typed: str) -> None:
    assert told(typed, VLO, (an_order(), PartyRole.APPLICANT)) == ()


def test_where_nobody_is_found_nothing_is_said_of_an_address() -> None:
    assert told("jane marlows address", VLO) == ()
