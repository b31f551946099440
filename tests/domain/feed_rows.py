"""Rows of a made-up manifest in both layouts, and how a test reads them."""

import csv
import io

from domain.feed import (
    FeedOrder,
    read_manifest,
    read_rows,
)
from domain.feed_csv import Reject

CASE = "1712345678901234"
FILE = f"FL404A-{CASE}-1780000000.pdf"
ROW_A = {
    "Case No. FamilyMan": "LS25F00442",
    "Case No. Manage Cases": CASE,
    "Court Name/Location": "Family Court at Ambermere",
    "Court Code": "900101",
    "Order Name": "FL401",
    "Court Date": "01/06/2026",
    "Order Expiry Date": "10/12/2026_23:59",
    "Respondent Surname": "Smith",
    "Respondent Forename(s)": "John",
    "Respondent DOB": "12/03/1985",
    "Respondent 1st Line of Address": "14 Larkfield Row",
    "Respondent 2nd Line of Address": "Ambermere",
    "Respondent Postcode": "ZZ1 4AB",
    "Respondent Phone": "07700 900123",
    "Respondent Email": "john@mail.example",
    "Is Respondent Address Confidential": "No",
    "Is Respondent Phone Confidential": "No",
    "Is Respondent Email Confidential": "No",
    "Applicant Surname": "Marlow",
    "Applicant Forename(s)": "Jane",
    "Applicant DOB": "",
    "Applicant 1st Line of Address": "3 Cobbler's Yard",
    "Applicant 2nd Line of Address": "Ambermere",
    "Applicant Postcode": "ZZ2 7QD",
    "Applicant Phone": "07700 900456",
    "Applicant Safe Time to Call": "after 6pm",
    "Applicant Email": "jane@mail.example",
    "Is Applicant Address Confidential": "No",
    "Is Applicant Phone Confidential": "No",
    "Is Applicant Email Confidential": "No",
    "Order File Name": FILE,
}
ROW_B = {
    "Case No.": CASE,
    **{name: value for name, value in ROW_A.items() if not name.startswith("Case No.")},
    "Court Date": "2026-06-29",
    "Order Expiry Date": "2026-12-10T23:59",
    "Respondent DOB": "1985-03-12",
    "Applicant DOB": "1987-09-04",
}


def written(*rows: dict[str, str]) -> str:
    text = io.StringIO()
    table = csv.DictWriter(text, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def read(text: str) -> list[FeedOrder | Reject]:
    return list(read_rows(read_manifest(text)))


def order(**changes: str) -> FeedOrder:
    return order_of(ROW_A | {name.replace("_", " "): value for name, value in changes.items()})


def order_of(row: dict[str, str]) -> FeedOrder:
    (found,) = read(written(row))
    assert isinstance(found, FeedOrder), found
    return found


def reason(row: dict[str, str]) -> str:
    (found,) = read(written(row))
    assert isinstance(found, Reject), found
    return found.reason
