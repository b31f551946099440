"""What the court feed's rows mean: either an order with every rule of the format kept, or a reason."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain.case_numbers import normal_case
from domain.feed import (
    END_WITHOUT_TIME,
    NO_APPLICANT,
    UNREAD_DOB,
    UNREAD_END,
    UNREAD_FLAG,
    UNREAD_MADE,
    plain_name,
    read_manifest,
)
from domain.feed_csv import Reject
from domain.feed_header import LayoutKind
from domain.feed_merge import row_digest
from domain.orders import PartyRole
from tests.domain.feed_rows import CASE, FILE, ROW_A, ROW_B, order, order_of, read, reason, written


def test_layout_a_tells_the_day_the_order_was_made() -> None:
    found = order()
    assert read_manifest(written(ROW_A)).layout.kind is LayoutKind.A
    assert (found.case_no, found.familyman_no, found.file_name) == (CASE, "LS25F00442", FILE)
    assert (found.made_on, found.court_date_raw) == (date(2026, 6, 1), None)
    assert found.expires_at == datetime(2026, 12, 10, 23, 59, tzinfo=UTC)
    assert (found.respondent.name, found.respondent.dob) == ("John Smith", date(1985, 3, 12))
    assert (found.applicant.name, found.applicant.dob, found.applicant.safe_time_raw) == ("Jane Marlow", None, "after 6pm")
    assert (found.review, found.respondent.withheld, found.applicant.confidential) == ((), frozenset(), frozenset())


def test_layout_b_keeps_the_court_date_raw_and_calls_it_nothing() -> None:
    found = order_of(ROW_B)
    assert read_manifest(written(ROW_B)).layout.kind is LayoutKind.B
    assert (found.made_on, found.court_date_raw) == (None, "2026-06-29")
    assert found.expires_at == datetime(2026, 12, 10, 23, 59, tzinfo=UTC)
    assert (found.respondent.dob, found.applicant.dob) == (date(1985, 3, 12), date(1987, 9, 4))


@pytest.mark.parametrize(
    ("sent", "instant"), [("10/07/2026_23:59", (22, 59)), ("10/07/2026_09:00", (8, 0)), ("2026-07-10T12:30:00", (11, 30))]
)
def test_an_end_in_summer_is_an_hour_earlier_by_the_world_clock(sent: str, instant: tuple[int, int]) -> None:
    assert order(Order_Expiry_Date=sent).expires_at == datetime(2026, 7, 10, *instant, tzinfo=UTC)


def test_a_blank_end_is_no_end_and_no_doubt() -> None:
    found = order(Order_Expiry_Date="")
    assert (found.expires_at, found.end_raw, found.review) == (None, None, ())


@pytest.mark.parametrize("sent", ["until the next hearing", "31/02/2027_23:59", "10/12/2026_24:61", "9999-12-31T23:59", "0001-01-01T00:00"])
def test_an_end_that_cannot_be_read_is_kept_as_it_came_and_flagged(sent: str) -> None:
    found = order(Order_Expiry_Date=sent)
    assert (found.expires_at, found.end_raw, found.review) == (None, sent, (UNREAD_END,))


def test_an_end_without_a_time_is_the_end_of_that_day_and_flagged() -> None:
    found = order(Order_Expiry_Date="10/12/2026")
    assert (found.expires_at, found.review) == (datetime(2026, 12, 10, 23, 59, tzinfo=UTC), (END_WITHOUT_TIME,))


@pytest.mark.parametrize("sent", ["circa 1985", "31/02/1985", "12/03/85", "1885-03-12"])
def test_a_date_of_birth_that_cannot_be_read_is_kept_raw_and_flagged(sent: str) -> None:
    found = order(Respondent_DOB=sent)
    assert (found.respondent.dob, found.respondent.dob_raw, found.review) == (None, sent, (UNREAD_DOB[PartyRole.RESPONDENT],))


def test_a_day_made_that_cannot_be_read_is_kept_raw_and_flagged() -> None:
    found = order(Court_Date="June 2026")
    assert (found.made_on, found.court_date_raw, found.review) == (None, "June 2026", (UNREAD_MADE,))


def test_a_dash_is_withheld_and_never_a_value() -> None:
    address = {
        f"Applicant {part}": "-"
        for part in ("1st Line of Address", "2nd Line of Address", "Postcode", "Phone", "Email", "Safe Time to Call")
    }
    applicant = order_of(ROW_A | address).applicant
    assert applicant.withheld == {"address1", "address2", "postcode", "phone", "email", "safe_time_raw"}
    assert (applicant.address1, applicant.postcode, applicant.phone, applicant.email, applicant.safe_time_raw) == (None,) * 5
    assert order(Respondent_DOB="-").respondent.dob_raw is None


def test_a_flagged_value_is_held_and_marked() -> None:
    row = ROW_A | {
        "Is Applicant Address Confidential": "Yes",
        "Is Applicant Phone Confidential": "true",
        "Is Applicant Email Confidential": "false",
    }
    applicant = order_of(row).applicant
    assert applicant.confidential == {"address1", "address2", "postcode", "phone"}
    assert applicant.phone == "07700 900456"


def test_a_flag_on_nothing_means_withheld() -> None:
    applicant = order_of(ROW_A | {"Applicant Phone": "", "Is Applicant Phone Confidential": "Yes"}).applicant
    assert (applicant.withheld, applicant.confidential) == (frozenset({"phone"}), frozenset())


def test_a_flag_that_cannot_be_read_counts_as_confidential() -> None:
    found = order_of(ROW_A | {"Is Applicant Phone Confidential": "perhaps"})
    assert (found.applicant.confidential, found.review) == (frozenset({"phone"}), (UNREAD_FLAG,))


def test_what_a_person_should_look_at_is_noted_by_its_field_and_never_by_its_value() -> None:
    doubtful = {"Order Expiry Date": "someday", "Respondent DOB": "1st of May", "Is Respondent Phone Confidential": "perhaps"}
    assert order_of(ROW_A).notes == ()
    assert order_of(ROW_A | doubtful | {"Applicant Surname": "-"}).notes == (
        UNREAD_END,
        UNREAD_DOB[PartyRole.RESPONDENT],
        "Is Respondent Phone Confidential: the mark could not be read: treated as confidential",
        "Applicant Surname is withheld: the order cannot be found by it",
    )


def test_names_are_data_whatever_they_look_like() -> None:
    names = {
        "Respondent Surname": "O'Neill-Wiśniewska",
        "Respondent Forename(s)": "Zoë 🦊",
        "Applicant Surname": "",
        "Applicant Forename(s)": "Suharto",
    }
    found = order_of(ROW_A | names)
    assert (found.respondent.surname, found.respondent.forenames, found.applicant.name) == ("O'Neill-Wiśniewska", "Zoë 🦊", "Suharto")
    assert order(Respondent_Postcode="BFPO 57").respondent.postcode == "BFPO 57"


def test_control_characters_and_marks_that_turn_text_round_are_taken_out() -> None:
    assert order(Respondent_Surname="Sm\x00ith\u202e\tJones").respondent.surname == "Sm ith Jones"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"Case No. Manage Cases": ""}, "there is no case number"),
        ({"Case No. Manage Cases": "-"}, "there is no case number"),
        ({"Case No. Manage Cases": "1.7E+15"}, "the case number is not one"),
        ({"Order File Name": ""}, "there is no order file name"),
        ({"Order File Name": "../../etc/passwd"}, "the order file name is not the name of a PDF"),
        ({"Order File Name": f"../{FILE}"}, "the order file name is not the name of a PDF"),
        ({"Order File Name": "FL404A-1799999999999999-1780000000.pdf"}, "the order file name belongs to another case"),
        ({"Respondent Surname": "-", "Respondent Forename(s)": ""}, "the respondent is not named"),
        ({"Respondent Surname": "S" * 201}, "a name is longer than 200 characters"),
        ({"Applicant Safe Time to Call": "s" * 2_001}, "a value is longer than 2000 characters"),
        ({"Applicant Safe Time to Call": "s" * 60_001}, "the row is too long to be one order"),
    ],
)
def test_a_row_that_is_no_order_says_why(changes: dict[str, str], told: str) -> None:
    assert reason(ROW_A | changes) == told


def test_a_rejected_row_keeps_what_could_be_read_of_its_identity() -> None:
    (found,) = read(written(ROW_A | {"Respondent Surname": "", "Respondent Forename(s)": ""}))
    assert isinstance(found, Reject)
    assert (found.case_no, found.file_name, found.line) == (CASE, FILE, 2)


def test_an_applicant_without_a_name_is_taken_in_and_flagged() -> None:
    assert order_of(ROW_A | {"Applicant Surname": "", "Applicant Forename(s)": ""}).review == (NO_APPLICANT,)
    assert order_of(ROW_A | {"Applicant Surname": "-", "Applicant Forename(s)": "-"}).review == ()


@pytest.mark.parametrize("variant", ["_served.pdf", "_SERVED.pdf", "-welsh.pdf", "-Welsh_served.pdf"])
def test_a_served_or_a_welsh_variant_is_the_same_order(variant: str) -> None:
    found = order(Order_File_Name=FILE.replace(".pdf", variant))
    assert found.identity == (CASE, FILE)
    assert found.served_file == ("served" in variant.casefold())
    assert plain_name(FILE) == FILE


def test_a_case_number_is_read_with_spaces_and_hyphens() -> None:
    assert normal_case("1712-3456 7890-1234") == CASE
    assert order_of(ROW_A | {"Case No. Manage Cases": "1712-3456-7890-1234"}).case_no == CASE


def test_the_same_particulars_have_the_same_digest_however_they_are_spaced() -> None:
    spaced = order(Respondent_Surname="  Smith ")
    assert row_digest(spaced) == row_digest(replace(order(), line=9))
    assert row_digest(order(Respondent_Surname="Smyth")) != row_digest(order())
