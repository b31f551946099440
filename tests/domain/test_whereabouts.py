"""Where a protected person lives is for a role that may see it, and what the court withholds is for nobody."""

import pytest

from domain.officers import Officer
from domain.orders import PartyRole
from domain.whereabouts import whereabouts
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
