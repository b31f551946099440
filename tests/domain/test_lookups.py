"""What of an order may be shown to whom, and what is too little to search by."""

from datetime import date

import pytest

from domain.lookups import NOT_SHOWN, WITHHELD, SafePerson, safe_particulars, too_little, what_was_read
from domain.officers import Officer
from domain.orders import PartyRole
from domain.particulars import read_particulars
from tests.orders import a_party, an_order
from tests.people import DESK, RESPONSE, SUPERVISOR, VLO

MARKED = frozenset({"address1", "address2", "postcode"})


def test_a_respondent_is_shown_with_date_of_birth_and_area_but_not_the_house() -> None:
    assert safe_particulars(an_order(), RESPONSE).respondent == SafePerson("John Smith", "12 March 1985", "Ambermere, ZZ1")


def test_a_confidential_address_is_not_shown_to_a_response_officer() -> None:
    order = an_order(respondent=a_party(confidential=MARKED))
    assert safe_particulars(order, RESPONSE).respondent.area == NOT_SHOWN


@pytest.mark.parametrize("officer", [VLO, SUPERVISOR, DESK])
def test_a_confidential_address_is_shown_to_a_role_that_may_see_it(officer: Officer) -> None:
    order = an_order(respondent=a_party(confidential=MARKED))
    assert safe_particulars(order, officer).respondent.area == "Ambermere, ZZ1"


@pytest.mark.parametrize("officer", [RESPONSE, VLO, SUPERVISOR, DESK])
def test_what_the_court_withheld_is_shown_to_nobody(officer: Officer) -> None:
    withheld = a_party(
        surname=None,
        forenames=None,
        dob=None,
        address1=None,
        address2=None,
        postcode=None,
        withheld=MARKED | {"surname", "forenames", "dob"},
    )
    assert safe_particulars(an_order(respondent=withheld), officer).respondent == SafePerson(WITHHELD, WITHHELD, WITHHELD)


@pytest.mark.parametrize("officer", [RESPONSE, VLO])
def test_where_the_applicant_lives_is_no_part_of_an_answer(officer: Officer) -> None:
    assert safe_particulars(an_order(), officer).applicant == SafePerson("Jane Marlow", "4 September 1987", "not shown here")


def test_particulars_that_were_not_given_say_so() -> None:
    bare = a_party(surname=None, forenames=None, dob=None, dob_raw="about 1985", address2=None, postcode=None)
    assert safe_particulars(an_order(respondent=bare), RESPONSE).respondent == SafePerson(
        "not given", "about 1985 (as the court wrote it)", "not given"
    )


def test_half_an_address_that_was_withheld_closes_the_whole_of_it() -> None:
    order = an_order(respondent=a_party(role=PartyRole.RESPONDENT, address1=None, withheld=frozenset({"address1"})))
    assert safe_particulars(order, VLO).respondent.area == WITHHELD


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("07700 900456", "telephone 07700900456"),
        ("14 Larkfield Row", "house 14, street Larkfield"),
        ("jane.m@mail.example", "jane.m@mail.example"),
        ("john smith 07700 900456", "John Smith, telephone 07700900456"),
    ],
)
def test_a_telephone_number_a_house_and_an_address_are_read_back(typed: str, read: str) -> None:
    assert what_was_read(read_particulars(typed, date(2026, 11, 20))) == read


def test_a_reference_with_a_slip_is_called_that() -> None:
    said = too_little(read_particulars("NMO-23456M", date(2026, 11, 20)))
    assert said is not None
    assert said.startswith("That reference has a slip in it: check it sign by sign.")
