"""A manifest is read line by line: a wrong header is refused, a bad row costs no other."""

import pytest

from domain.errors import Unreadable
from domain.feed import (
    FeedOrder,
    Manifest,
    read_manifest,
)
from domain.feed_csv import Reject
from tests.domain.feed_rows import CASE, FILE, ROW_A, ROW_B, order_of, read, written


def test_a_quoted_value_may_run_over_lines() -> None:
    first, second = (
        ROW_A | {"Applicant Safe Time to Call": 'after 6pm\r\n"not Sundays"'},
        ROW_A | {"Order File Name": f"FL404A-{CASE}-1780000001.pdf"},
    )
    one, two = read(written(first, second))
    assert isinstance(one, FeedOrder)
    assert isinstance(two, FeedOrder)
    assert one.applicant.safe_time_raw == 'after 6pm "not Sundays"'
    assert (one.line, two.line) == (2, 4)


def test_a_row_cut_off_inside_a_quotation_takes_no_other_row_with_it() -> None:
    lines = written(ROW_A, ROW_A | {"Court Name/Location": 'At "The Rolls", Wenfold'}).splitlines(keepends=True)
    text = "".join([lines[0], f'{CASE},"Family Court at Amb\r\n', *lines[1:]])
    cut, one, two = read(text)
    assert isinstance(cut, Reject)
    assert (cut.line, cut.raw) == (2, f'{CASE},"Family Court at Amb')
    assert [type(one), type(two)] == [FeedOrder, FeedOrder]


def test_two_quotation_marks_that_pair_by_chance_swallow_no_row_between_them() -> None:
    header, good = written(ROW_A).splitlines(keepends=True)
    first, between, last = read(f'{header}{CASE},"Family\r\n{good}Ambermere",2\r\n')
    assert isinstance(between, FeedOrder)
    assert [one.line for one in (first, between, last)] == [2, 3, 4]


def test_a_value_that_goes_on_after_its_quotation_is_not_guessed_at() -> None:
    (found,) = read(written(ROW_A).replace(",Smith,", ',"Smi"th,'))
    assert isinstance(found, Reject)
    assert found.reason == "the quotation marks do not pair"


def test_half_a_row_says_how_much_is_missing() -> None:
    header = written(ROW_A).splitlines(keepends=True)[0]
    (cut,) = read(f"{header}LS25F00442,{CASE},Family Court\r\n")
    assert isinstance(cut, Reject)
    assert cut.reason == "the row is cut off: 3 values where the header has 31"


def test_more_values_than_the_header_names_are_refused_but_commas_at_the_end_are_not() -> None:
    header, row = written(ROW_A).splitlines()
    (over,) = read(f"{header}\r\n{row},more\r\n")
    (same,) = read(f"{header}\r\n{row},,\r\n")
    assert isinstance(over, Reject)
    assert over.reason == "the row has 32 values where the header has 31"
    assert isinstance(same, FeedOrder)


def test_columns_that_nobody_knows_are_left_alone() -> None:
    assert order_of(ROW_A | {"Judge": "HHJ Example"}).identity == (CASE, FILE)


def test_a_mark_at_the_front_and_other_line_ends_do_not_matter() -> None:
    text = written(ROW_A)
    assert read("\ufeff" + text) == read(text)
    (found,) = read(text.replace("\r\n", "\n"))
    assert isinstance(found, FeedOrder)


def test_headers_that_vary_between_versions_are_the_same_headers() -> None:
    text = written(ROW_A)
    varied = text.replace("Court Date", "Court Date DD/MM/YYYY").replace("Applicant 1st Line", "Applicant First Line")
    varied = varied.replace("Order Expiry Date", "order expiry date").replace("Respondent DOB", " Respondent DOB (DD/MM/YYYY)")
    layout = read_manifest(varied).layout
    assert (layout.kind, layout.columns, layout.width) == tuple(vars(read_manifest(text).layout).values())[:3]


def test_a_header_under_another_name_or_unknown_is_noted_by_its_column() -> None:
    other = {"Applicant Safe Time to Call": "Convenient Time", "Order File Name": "Order Filename"}
    renamed = {other.get(name, name): value for name, value in ROW_A.items()}
    assert read_manifest(written(ROW_A)).layout.notes == read_manifest(written(ROW_B)).layout.notes == ()
    assert read_manifest(written(renamed)).layout.notes == (
        "column 26 of the header is not known here: it was not read",
        "the header's column 31 was read as Order File Name, of which its name is another form",
    )


def test_a_wrong_header_says_what_is_missing() -> None:
    with pytest.raises(Unreadable, match=r"the header has no Order Expiry Date, Respondent DOB\. Is it"):
        read_manifest(written({name: value for name, value in ROW_A.items() if name not in {"Order Expiry Date", "Respondent DOB"}}))
    with pytest.raises(Unreadable, match=r"and 1[0-9] more"):
        read_manifest("id,name,collar\r\n1,2,3\r\n")
    with pytest.raises(Unreadable, match="names Court Code twice"):
        read_manifest(written(ROW_A).replace("Order Name", "Court Code", 1))


def test_a_value_without_its_confidentiality_mark_is_refused() -> None:
    with pytest.raises(Unreadable, match="Is Applicant Phone Confidential"):
        read_manifest(written({name: value for name, value in ROW_A.items() if name != "Is Applicant Phone Confidential"}))


@pytest.mark.parametrize("text", ["", "\ufeff", "\r\n \r\n"])
def test_an_empty_file_says_so(text: str) -> None:
    with pytest.raises(Unreadable, match="the file is empty"):
        read_manifest(text)


@pytest.mark.parametrize("safe_time", ["", "-"])
def test_a_day_without_orders_has_no_rows(safe_time: str) -> None:
    assert read(written(dict.fromkeys(ROW_A, "") | {"Applicant Safe Time to Call": safe_time})) == []


def test_a_manifest_with_a_header_only_has_no_rows() -> None:
    text = written(ROW_A).splitlines(keepends=True)[0]
    assert read_manifest(text) == Manifest(read_manifest(text).layout, ())
