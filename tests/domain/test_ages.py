"""An age in an officer's words is read as a range; what only looks like one is left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ages import AgeGiven, find_age
from domain.matching import Judgement, Pool, Verdict, judge
from domain.particulars import AGE_NOT_USED, given_particulars, read_particulars
from domain.scoring import Candidate

TODAY = date(2026, 11, 20)
ABOUT_40 = AgeGiven(35, 45, TODAY)


def years(typed: str) -> tuple[int, int] | None:
    age = read_particulars(typed, TODAY).age
    return None if age is None else (age.least, age.most)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("john smith about 40", (35, 45)),
        ("john smith aged 40", (39, 41)),
        ("john smith 40ish", (35, 45)),
        ("john smith forty-ish", (35, 45)),
        ("john smith 40 yrs", (39, 41)),
        ("john smith, 40 years old, white male", (39, 41)),
        ("john smith 40yo", (39, 41)),
        ("john smith 40 year old", (39, 41)),
        ("john smith in his 40s", (40, 49)),
        ("jane marlow in her forties", (40, 49)),
        ("john smith early thirties", (30, 33)),
        ("any nmo on john smith, mid-40s", (44, 46)),
        ("john smith mid to late 40s", (44, 49)),
        ("jane marlow in her late teens", (17, 19)),
        ("john smith age 30-35", (30, 35)),
        ("john smith 25 to 30 years old", (25, 30)),
        ("john smith aged about 40, ZZ1 4AB", (35, 45)),
        ("john smith looks about forty-two", (37, 47)),
        ("john smith about 22 male", (17, 27)),
    ],
)
def test_an_age_is_read_and_the_name_is_left_whole(typed: str, read: tuple[int, int]) -> None:
    assert years(typed) == read
    assert " ".join(read_particulars(typed, TODAY).name_tokens) in {"john smith", "jane marlow"}


@pytest.mark.parametrize(
    "typed",
    [
        "john smith 40 elm road",
        "john smith lives at about 40 elm road",
        "john smith flat 40",
        "john smith house number 40",
        "john smith 1985",
        "john smith born about 85",
        "john smith born in the early 80s",
        "john smith 12/3/85",
        "john smith about 12/3/85",
        "john smith about 17 12 85",
        "john smith about 20:30",
        "john smith came round about 22",
        "john smith came at about 40 past ten",
        "john smith texted her 40 times",
        "john smith texted her about 40 times",
        "john smith rang about 40 last night",
        "john smith called her about 40",
        "john smith sent around 30 messages",
        "john smith forty-ish times",
        "john smith about 40 metres from her",
        "john smith 40 years ago",
        "john smith and her, married 40 years",
        "known john smith for 40 years",
        "john smith and his daughter aged 17",
        "john smith with a 17 year old boy",
        "john smith and a child of 12 years old",
        "john smith 40",
    ],
)
def test_a_house_a_year_a_time_and_a_count_are_no_age(typed: str) -> None:
    assert years(typed) is None


@pytest.mark.parametrize("typed", ["john smith aged 40, 12/3/85", "john smith about 40 born 1985"])
def test_a_date_of_birth_says_more_and_the_age_is_said_not_to_be_used(typed: str) -> None:
    read = read_particulars(typed, TODAY)
    assert (read.age, AGE_NOT_USED in read.doubts) == (None, True)


def test_an_age_that_came_apart_is_used_where_no_date_of_birth_did() -> None:
    assert given_particulars("John Smith", None, "", None, "", "raw", ABOUT_40).age == ABOUT_40


@given(
    st.dates(date(1930, 1, 1), date(2010, 12, 31)), st.integers(16, 60), st.integers(0, 12), st.dates(date(2020, 1, 1), date(2030, 12, 31))
)
def test_whether_an_age_fits_is_as_birthdays_reckon_it(born: date, least: int, width: int, today: date) -> None:
    birthdays = [
        year for year in range(born.year + 1, today.year + 1) if (year, born.month, born.day) <= (today.year, today.month, today.day)
    ]
    said = AgeGiven(least, least + width, today).says(born)
    assert said is not None
    assert (said.words == "age fits") == (len(birthdays) in range(least, least + width + 1))
    number = born.year * 10_000 + born.month * 100 + born.day
    assert AgeGiven(least, least + width, today).points(number) == said.person


def test_a_wide_range_says_less_than_a_narrow_one_and_any_less_than_the_year() -> None:
    born = date(1986, 1, 1)
    narrow, wide = (AgeGiven(40 - by, 40 + by, TODAY).points(19860101) for by in (1, 5))
    assert 5.5 > narrow > wide > 0 > AgeGiven(60, 62, TODAY).points(19860101)
    assert AgeGiven(42, 46, TODAY).says(born) == (0.0, 0.0, "age nearly fits")
    assert (AgeGiven(40, 40, TODAY).says(None), AgeGiven(40, 40, TODAY).points(None)) == (None, 0.0)


def asked(typed: str, *born: date | None) -> Judgement:
    people = tuple(Candidate(2 * at, ("smith",), ("john",), day, "ZZ1 4AB") for at, day in enumerate(born))
    counts = {"smith": (len(born), 0), "john": (0, len(born))}
    return judge(read_particulars(typed, TODAY), Pool(people, counts, 20_000))


def test_of_two_namesakes_the_one_whose_age_fits_comes_first_and_the_list_says_so() -> None:
    judged = asked("john smith about 40", date(1958, 7, 1), date(1985, 3, 12), None)
    assert [one.about_dob for one in judged.shown] == ["age fits", "no date of birth held", "age does not fit"]


@pytest.mark.parametrize("typed", ["john smith aged 41", "john smith aged 41 ZZ1 4AB", "john smith 41 years old, ZZ1 4AB"])
def test_an_age_never_makes_a_match(typed: str) -> None:
    assert asked(typed, date(1985, 3, 12)).verdict is Verdict.POSSIBLE


def test_an_age_far_off_hides_whoever_the_name_only_comes_near() -> None:
    assert asked("john smyth about 20 male", date(1950, 1, 1)).verdict is Verdict.NONE
    assert asked("john smyth about 40", date(1985, 1, 1)).verdict is Verdict.POSSIBLE


def test_nothing_reads_an_age_from_odd_text() -> None:
    assert [find_age(text, TODAY) for text in ("", "about", "in his", "aged", "99999 years old", "about nine")] == [None] * 6
