"""What may be said of a held person: a match only where an officer may act on it."""

from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.agreements import DobAgreement, dob_said
from domain.dates import DobGiven
from domain.faint import SMALL_REGISTER
from domain.folding import forms, surname_forms
from domain.matching import NEAREST_HELD, Judgement, Pool, Verdict, judge
from domain.orders import PartyRole
from domain.particulars import read_particulars
from domain.scoring import Candidate, Hit

TODAY = date(2026, 11, 20)
_orders = count()
DAY = date(1985, 3, 12)


def held(
    forenames: str, surname: str, dob: date | None = DAY, postcode: str | None = None, role: PartyRole = PartyRole.RESPONDENT
) -> Candidate:
    return Candidate(next(_orders) * 2 + (role is PartyRole.APPLICANT), surname_forms(surname), forms(forenames), dob, postcode)


JOHN = held("John Paul", "Smith", postcode="ZZ1 4AB")


def asked(text: str, *people: Candidate) -> Judgement:
    counts = {token: (0, 0) for one in people for token in (*one.surnames, *one.forenames)}
    for one in people:
        counts |= {token: (counts[token][0], counts[token][1] + 1) for token in one.forenames}
    return judge(read_particulars(text, TODAY), Pool(people, counts, 20_000))


def first(text: str, *people: Candidate) -> int:
    return asked(text, *people).shown[0].candidate.order


@pytest.mark.parametrize(
    "typed",
    [
        "john smith 12/3/85",
        "john paul smith 12/3/85",
        "smith, john 12.03.1985",
        "smith john 12/3/85",
        "jhon smiht 12/3/85",
        "johnny smith 12/3/85",
        "john smyth 12/3/85",
        "john smith 12/3/85 ZZ9 9ZZ",
    ],
)
def test_name_and_exact_date_of_birth_with_no_rival_are_a_match(typed: str) -> None:
    assert asked(typed, JOHN).verdict is Verdict.MATCH


@pytest.mark.parametrize(
    "typed",
    [
        "john smith",
        "john smith born 1985",
        "john smith ZZ1 4AB",
        "john smith 14/4/85",
        "smith 12/3/85",
        "john 12/3/85",
        "john marchbank 12/3/85",
        "james smith 12/3/85",
        "john peter smith 12/3/85",
        "james john smith 12/3/85",
    ],
)
def test_anything_less_is_possible_and_never_a_match(typed: str) -> None:
    assert asked(typed, JOHN).verdict is Verdict.POSSIBLE


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("john smith 3/12/85", "date of birth the same with day and month swapped"),
        ("john smith 13/3/85", "one part of the date of birth differs"),
        ("j smith 12/3/85", "forename initial the same"),
        ("paul smith 12/3/85", "middle name the same"),
        ("john marchbank 12/3/85 ZZ1 4AB", "surname differs"),
    ],
)
def test_a_match_by_a_rare_name_says_which_particular_is_not_the_same(typed: str, what: str) -> None:
    judged = asked(typed, JOHN)
    assert (judged.verdict, judged.shown[0].is_plain) == (Verdict.MATCH, False)
    assert what in judged.why


@pytest.mark.parametrize("typed", ["john smith 3/12/85", "john smith 13/3/85", "j smith 12/3/85"])
def test_what_is_not_the_same_is_never_a_match_by_a_common_name(typed: str) -> None:
    common = {"john": (0, 30_000), "paul": (0, 20_000), "smith": (12_000, 0)}
    judged = judge(read_particulars(typed, TODAY), Pool((JOHN,), common, 1_000_000))
    assert judged.verdict is Verdict.POSSIBLE


@pytest.mark.parametrize("typed", ["mary jones", "mary smithers-jones 1/1/70", "jane jones"])
def test_a_stranger_is_not_shown(typed: str) -> None:
    assert asked(typed, JOHN) == Judgement(Verdict.NONE, "Nothing in this register agrees with what was typed.")


@pytest.mark.parametrize("typed", ["mary jones 12/3/85", "john jones", "peter smith", "john smithers-jones 1/1/70", "smith 1/1/70"])
def test_whoever_agrees_in_part_alone_is_the_nearest_held_and_not_found(typed: str) -> None:
    judged = asked(typed, JOHN)
    assert (judged.verdict, [one.candidate for one in judged.shown]) == (Verdict.NONE, [JOHN])
    assert judged.why == f"Nobody in this register agrees with what was typed. {NEAREST_HELD}"


@pytest.mark.parametrize(("typed", "first"), [("jane okr", "Okoro"), ("jane mls", "Miles"), ("smt jane", "Smith")])
def test_of_those_who_agree_in_one_name_whoever_s_other_name_is_spelt_most_alike_comes_first(typed: str, first: str) -> None:
    people = [held("Jane", surname) for surname in ("Miles", "Okoro", "Smith")]
    judged = judge(read_particulars(typed, TODAY), Pool(tuple(people), {"jane": (0, 300)}, SMALL_REGISTER))
    assert (judged.verdict, judged.shown[0].candidate.surnames[0]) == (Verdict.NONE, first.lower())


def test_in_a_large_register_nobody_is_shown_for_agreeing_in_part() -> None:
    judged = judge(read_particulars("john jones 1/1/70", TODAY), Pool((JOHN,), {"john": (0, 30_000)}, SMALL_REGISTER + 1))
    assert judged == Judgement(Verdict.NONE, "Nothing in this register agrees with what was typed.")


def test_of_another_name_at_a_postcode_it_is_said_how_to_see_who_is_held_there() -> None:
    judged = asked("mary jones ZZ1 4AB", JOHN)
    assert judged == Judgement(
        Verdict.NONE, "Nobody of that name is held at or near that postcode. Type the postcode by itself to see who is."
    )


@pytest.mark.parametrize("hit", Hit)
def test_under_a_false_name_whoever_is_held_with_that_home_or_number_is_shown_and_never_a_match(hit: Hit) -> None:
    judged = asked("dave wobblethwaite 12/3/85", replace(JOHN, hits=frozenset({hit})))
    assert (judged.verdict, [one.candidate.no for one in judged.shown]) == (Verdict.POSSIBLE, [JOHN.no])
    assert judged.why.startswith("Nobody of that name was found.")
    assert hit.value in judged.shown[0].reasons


def test_a_twin_who_is_not_held_is_not_his_brother() -> None:
    assert asked("james smith 12/3/85", JOHN).verdict is Verdict.POSSIBLE
    assert asked("james paul smith 12/3/85", JOHN).verdict is Verdict.POSSIBLE


@pytest.mark.parametrize(
    ("typed", "twin"), [("jade smith 12/3/85", "Jake"), ("erin smith 12/3/85", "Aaron"), ("mark smith 12/3/85", "Mary")]
)
def test_a_name_of_its_own_is_no_slip_for_another(typed: str, twin: str) -> None:
    namesake = held(typed.split(maxsplit=1)[0], "Marchbank", date(1950, 1, 1))
    assert asked(typed, held(twin, "Smith"), namesake).verdict is not Verdict.MATCH


def test_of_twins_the_named_one_comes_first_and_is_the_match() -> None:
    twin = held("James", "Smith", postcode="ZZ1 4AB")
    judged = asked("john smith 12/3/85", JOHN, twin)
    assert (judged.verdict, judged.shown[0].candidate) == (Verdict.MATCH, JOHN)


def test_a_father_of_the_same_name_is_not_called_the_son() -> None:
    father = replace(JOHN, dob=date(1958, 7, 1), no=next(_orders) * 2)
    assert asked("john smith 12/3/85", father).verdict is Verdict.POSSIBLE
    assert first("john smith 12/3/85", father, JOHN) == JOHN.order
    assert asked("john smith 12/3/85", father, JOHN).verdict is Verdict.MATCH


def test_two_records_of_equal_strength_are_never_decided_between() -> None:
    assert asked("john smith 12/3/85", JOHN, replace(JOHN, no=next(_orders) * 2)).verdict is Verdict.POSSIBLE


def test_a_namesake_born_on_the_other_reading_of_the_date_is_a_rival() -> None:
    namesake = replace(JOHN, no=next(_orders) * 2, dob=date(1985, 12, 3))
    judged = asked("john smith 12/3/85", namesake, JOHN)
    assert (judged.verdict, judged.shown[0].candidate) == (Verdict.POSSIBLE, JOHN)


def test_a_middle_name_that_the_court_did_not_give_contradicts_nobody() -> None:
    assert asked("john michael smith 12/3/85", held("John", "Smith")).verdict is Verdict.MATCH


def test_a_rival_in_the_other_role_counts_too() -> None:
    applicant = replace(JOHN, no=next(_orders) * 2 + 1)
    judged = asked("respondent john smith 12/3/85", applicant, JOHN)
    assert (judged.verdict, judged.shown[0].candidate) == (Verdict.POSSIBLE, JOHN)


def test_at_most_five_are_shown_and_the_officer_is_told_of_more() -> None:
    judged = asked("john smith", *(held("John", "Smith", date(1950 + year, 1, 1)) for year in range(9)))
    assert (len(judged.shown), judged.why[:18]) == (5, "9 records may fit;")


def test_a_rare_name_is_worth_more_than_a_common_one() -> None:
    common, rare = held("John", "Smith", None), held("John", "Wetherby", None)
    counts = {"smith": (400, 0), "wetherby": (1, 0), "john": (0, 500)}
    points = [
        judge(read_particulars(f"john {name}", TODAY), Pool((one,), counts, 20_000)).shown[0].score
        for name, one in (("smith", common), ("wetherby", rare))
    ]
    assert points[1] > points[0] + 5


@pytest.mark.parametrize(
    ("typed", "reasons"),
    [
        ("john smith 12/3/85", ("surname the same", "forename the same", "date of birth the same")),
        ("john smiht 3/12/85", ("surname one letter off", "forename the same", "date of birth the same with day and month swapped")),
        ("johnny smith 1985", ("surname the same", "forename a form of the same name", "year of birth the same")),
        ("j smith zz1 5aa", ("surname the same", "forename initial the same", "same postcode district")),
        ("smith paul", ("surname the same", "middle name the same", "forename and surname swapped")),
        ("john smith 1/1/60", ("surname the same", "forename the same", "date of birth differs")),
        (
            "john peter smith 12/3/86",
            ("surname the same", "forename the same", "a further name differs", "one part of the date of birth differs"),
        ),
    ],
)
def test_each_record_says_why_it_is_shown(typed: str, reasons: tuple[str, ...]) -> None:
    assert asked(typed, JOHN).shown[0].reasons == reasons


def test_a_record_without_a_date_of_birth_says_so() -> None:
    assert asked("john smith 12/3/85", replace(JOHN, dob=None)).shown[0].reasons[-1] == "no date of birth held"


def test_a_double_surname_is_met_by_either_part_and_as_one_word() -> None:
    lee = held("Anne-Marie", "Anderson-Hughes")
    for name in ("anne-marie anderson", "annemarie hughes", "anne andersonhughes", "anne marie anderson hughes", "hughes anne"):
        assert asked(f"{name} 12/3/85", lee).verdict is Verdict.MATCH, name


def test_a_single_name_is_met_only_with_a_particular() -> None:
    assert asked("prakash 12/3/85", held("", "Prakash")).verdict is Verdict.POSSIBLE
    assert asked("prakash", held("", "Prakash")).verdict is Verdict.NONE


@given(st.dates(date(1940, 1, 1), date(2010, 1, 1)), st.dates(date(1940, 1, 1), date(2010, 1, 1)))
def test_dates_of_birth_agree_part_by_part(typed: date, other: date) -> None:
    truth = other.replace(year=typed.year, day=min(other.day, 28))
    given_parts, held_parts = f"{typed:%Y %m %d}".split(), f"{truth:%Y %m %d}".split()
    alike = sum(one == other for one, other in zip(given_parts, held_parts, strict=True))
    expected = {3: DobAgreement.EXACT, 2: DobAgreement.ONE_PART_WRONG}.get(alike, DobAgreement.DIFFERS)
    said = dob_said(DobGiven(typed.year, typed), truth)
    assert said is not None
    assert said[0] is expected


NAMES = st.sampled_from(["john", "jon", "james", "smith", "smyth", "paul", "o'brien", "mary", "j", "anderson-hughes"])


@given(st.lists(NAMES, min_size=1, max_size=4), st.lists(st.tuples(NAMES, NAMES), max_size=5))
def test_a_name_alone_is_never_a_match(typed: list[str], people: list[tuple[str, str]]) -> None:
    assert asked(" ".join(typed), *(held(*names) for names in people)).verdict is not Verdict.MATCH


@given(
    NAMES,
    NAMES,
    st.lists(st.tuples(NAMES, NAMES, st.dates(date(1980, 1, 1), date(1980, 3, 1))), max_size=6),
    st.dates(date(1980, 1, 1), date(1980, 3, 1)),
)
def test_whoever_is_called_a_match_has_the_typed_date_of_birth_but_for_a_slip_that_is_told(
    forename: str, surname: str, people: list[tuple[str, str, date]], day: date
) -> None:
    judged = asked(f"{forename} {surname} {day:%Y-%m-%d}", *(held(*one) for one in people))
    for dob in [one.candidate.dob for one in judged.shown if judged.verdict is Verdict.MATCH]:
        same = sum(part in str(dob).split("-")[at : at + 1] for at, part in enumerate(str(day).split("-")))
        turned = [str(dob)[:4], str(dob)[8:], str(dob)[5:7]] == str(day).split("-")
        assert dob == day or ((same == 2 or turned) and "date of birth" in judged.why and "Name and date of birth agree" not in judged.why)
