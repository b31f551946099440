"""A postcode is read whole, as a sector or as a district, and how far it agrees with one that is held."""

from dataclasses import replace
from datetime import date

import pytest

from domain.agreements import PostcodeAgreement, compare_postcode
from domain.dates import DobGiven
from domain.lookups import too_little, what_was_read, what_was_searched
from domain.particulars import given_particulars, read_particulars
from tests.domain.test_matching import JOHN, asked

TODAY = date(2026, 11, 20)
SAME, SECTOR, DISTRICT, DIFFERS = PostcodeAgreement.SAME, PostcodeAgreement.SECTOR, PostcodeAgreement.DISTRICT, PostcodeAgreement.DIFFERS
AGREEMENTS = [
    # typed, what it comes to where ZZ1 4AB is held
    ("ZZ1 4AB", SAME),
    ("ZZ1 4AC", SECTOR),
    ("ZZ1 5AB", DISTRICT),
    ("ZZ2 4AB", DIFFERS),
    ("ZZ1 4", SECTOR),
    ("ZZ1 5", DISTRICT),
    ("ZZ2 4", DIFFERS),
    ("ZZ1", DISTRICT),
    ("ZZ14", DIFFERS),
    ("ZZ2", DIFFERS),
]


@pytest.mark.parametrize(("typed", "agreement"), AGREEMENTS)
def test_as_much_of_a_postcode_as_was_typed_is_compared(typed: str, agreement: PostcodeAgreement) -> None:
    assert compare_postcode(typed, "ZZ1 4AB") is agreement


@pytest.mark.parametrize(("typed", "agreement"), AGREEMENTS)
def test_it_is_compared_alike_in_a_line_and_in_a_batch(typed: str, agreement: PostcodeAgreement) -> None:
    in_a_line = read_particulars(f"john smith {typed.lower()}", TODAY)
    in_a_batch = given_particulars("Smith, John", None, "", typed.lower(), "", "raw")
    assert [compare_postcode(one.nearest_postcode, "ZZ1 4AB") for one in (in_a_line, in_a_batch)] == [agreement, agreement]


@pytest.mark.parametrize(("given", "held"), [(None, "ZZ1 4AB"), ("ZZ1 4", None)])
def test_nothing_is_said_of_a_postcode_that_is_not_typed_or_not_held(given: str | None, held: str | None) -> None:
    assert compare_postcode(given, held) is PostcodeAgreement.NOT_COMPARED


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("john smith ZZ1 4AB", "postcode the same"),
        ("john smith ZZ1 4", "same postcode sector"),
        ("john smith ZZ1", "same postcode district"),
        ("john smith ZZ2 4", "postcode differs"),
    ],
)
def test_a_record_says_how_far_its_postcode_agrees(typed: str, reason: str) -> None:
    assert asked(typed, JOHN).shown[0].reasons[-1] == reason


def test_a_sector_that_agrees_brings_a_record_nearer_than_a_district_does() -> None:
    def points(typed: str) -> float:
        return asked(f"john smith {typed}", JOHN).shown[0].score

    assert points("zz2") < points("zz1") < points("zz1 4") < points("zz1 4ab")
    assert points("zz1 5") == points("zz1")


@pytest.mark.parametrize(
    ("typed", "sector"),
    [
        ("john smith zz1 4", "ZZ1 4"),
        ("john smith, ZZ1 4?", "ZZ1 4"),
        ("john smith ZZ1 4.", "ZZ1 4"),
        ("nmo in zz1 4 on john smith", "ZZ1 4"),
        ("zz1 4 john smith", "ZZ1 4"),
        ("zz1 4, smith john", "ZZ1 4"),
        ("john smith EC1A 1", "EC1A 1"),
        ("john smith m6 3 12/3/85", "M6 3"),
        ("john smith m6 3 1985", "M6 3"),
        ("john smith m6 3 dob 12/3/85", "M6 3"),
        ("john smith m6 3 about 40", "M6 3"),
        ("john smith about 40 m6 3", "M6 3"),
        ("john smith m6 3 please", "M6 3"),
        ("john smith m6 3 has he got one", "M6 3"),
    ],
)
def test_a_district_with_one_figure_behind_it_is_a_sector(typed: str, sector: str) -> None:
    read = read_particulars(typed, TODAY)
    assert (read.sector, read.postcode, sorted(read.name_tokens)) == (sector, None, ["john", "smith"])


@pytest.mark.parametrize(
    "typed",
    [
        "john smith m6",
        "john smith m6 about 4",
        "john smith m6 about 40",
        "john smith m6 4 elm rd",
        "john smith m6 4 larkfield",
        "john smith m6 4/3/85",
        "john smith m6 4.3.85",
        "john smith m6 4-3-85",
        "john smith m6 4 3 85",
        "john smith m6 4 mar 85",
        "john smith m6 4 april 1985",
        "john smith m6 4 / 3 / 85",
        "john smith m6 4 times",
        "john smith m6 3 miles",
        "john smith m6 9:30",
        "john smith m6 12/3/85",
        "john smith m6 3qp",
    ],
)
def test_an_age_a_house_a_date_and_a_count_are_no_sector(typed: str) -> None:
    read = read_particulars(typed, TODAY)
    assert read.sector is None
    assert (read.district or (read.postcode or "").split(" ")[0]) == "M6"


@pytest.mark.parametrize("typed", ["m6 4 marlow 12/3/85", "m6 4 marlow", "m6 4 marlow 31/31/85"])
def test_a_figure_that_may_be_a_sector_or_a_house_is_said_not_to_be_used(typed: str) -> None:
    assert read_particulars(typed, TODAY).doubts[0] == "The 4 after M6 was not used: type a part of a postcode last."


@pytest.mark.parametrize(
    "typed", ["john smith m6", "john smith m6 4", "john smith m6 4 mar 85", "john smith m6 4 3 85", "john smith m6 4/3/85"]
)
def test_nothing_is_said_of_a_figure_that_is_used(typed: str) -> None:
    assert read_particulars(typed, TODAY).doubts == ()


@pytest.mark.parametrize("typed", ["john smith m6 4/3/85", "john smith m6 4 3 85", "john smith m6 4 mar 85", "m6 4 john smith 4/3/85"])
def test_a_date_of_birth_beside_a_district_is_still_one(typed: str) -> None:
    dob = read_particulars(typed, TODAY).dob
    assert dob is not None
    assert dob.day == date(1985, 3, 4)


@pytest.mark.parametrize(
    ("typed", "searched", "read"),
    [
        ("john smith m6 3qp", "postcode,", "John Smith, M6 3QP"),
        ("john smith m6 3", "postcode sector (to put the nearest first),", "John Smith, M6 3"),
        ("john smith m6", "postcode district (to put the nearest first),", "John Smith, M6"),
    ],
)
def test_the_answer_says_what_of_a_postcode_was_read(typed: str, searched: str, read: str) -> None:
    in_a_line = read_particulars(typed, TODAY)
    in_a_batch = given_particulars("John Smith", None, "", typed.removeprefix("john smith "), "", typed)
    assert in_a_batch == in_a_line
    assert searched in what_was_searched(in_a_batch)
    assert what_was_read(in_a_batch) == read


@pytest.mark.parametrize(("typed", "alone"), [("M6 3", "postcode sector alone"), ("M6", "postcode district alone")])
def test_a_part_of_a_postcode_alone_is_not_searched_and_the_answer_says_so(typed: str, alone: str) -> None:
    for read in (read_particulars(f"anything in {typed}", TODAY), given_particulars("", None, "", typed, "", typed)):
        assert read.unused == (alone,)
        assert alone in (too_little(read) or "")


@pytest.mark.parametrize(
    ("typed", "district", "sector"),
    [
        ("ZZ1", "ZZ1", None),
        ("zz14", "ZZ14", None),
        (" zz1  4 ", "ZZ1", "ZZ1 4"),
        ("ec1a", "EC1A", None),
        ("EC1A1", "EC1A", "EC1A 1"),
    ],
)
def test_a_batch_goes_by_a_district_or_a_sector(typed: str, district: str, sector: str | None) -> None:
    read = given_particulars("John Smith", DobGiven(1985), "", typed, "", "raw")
    assert (read.postcode, read.district, read.sector, read.unused) == (None, district, sector, ())


def test_in_a_batch_what_is_no_postcode_is_said_not_to_be_searched_by() -> None:
    read = given_particulars("John Smith", None, "", "nowhere", "", "raw")
    assert (read.postcode, read.district, read.sector) == (None, None, None)
    assert what_was_searched(read).endswith("Not searched by postcode (it cannot be read as one).")


@pytest.mark.parametrize("typed", [None, "", " ", "zz1 4ab"])
def test_a_whole_postcode_or_none_at_all_leaves_nothing_to_say(typed: str | None) -> None:
    read = given_particulars("John Smith", None, "", typed, "", "raw")
    assert (read.district, read.sector, read.unused) == (None, None, ())


def test_a_whole_postcode_says_more_than_a_part_typed_beside_it() -> None:
    read = read_particulars("john smith ZZ1 4AB or M6 3", TODAY)
    assert (read.nearest_postcode, replace(read, postcode=None).nearest_postcode) == ("ZZ1 4AB", "M6 3")
