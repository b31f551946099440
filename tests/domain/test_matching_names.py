"""What a name that is only near says: another spelling, a slip, a pet form that no table knows, or somebody else."""

import pytest

from domain.matching import Judgement, Pool, Verdict, judge
from domain.name_matching import Likeness
from domain.name_odds import FORENAME, SURNAME
from domain.particulars import read_particulars
from domain.scoring import Candidate
from tests.domain.test_matching import JOHN, TODAY, asked, first, held
from tests.processes import said_by_each

ASMA = held("Asma", "Rana")
# Everybody's forename borne by as many, so that many pet forms are worth the same.
LOOKED_FOR = """
from domain.forenames import FORENAMES
from domain.name_matching import Likeness
counts = {name: (3, 40) for name in sorted(FORENAMES)}
print([list(side.items()) for side in Likeness("jo", counts, 5_000).points])
"""


def judged_where(bearers: dict[str, int], typed: str, *people: Candidate) -> Judgement:
    """In a register of a million, `bearers` with each forename."""
    counts = {token: (40, 0) for one in people for token in one.surnames} | {name: (0, number) for name, number in bearers.items()}
    return judge(read_particulars(typed, TODAY), Pool(people, counts, 1_000_000))


@pytest.mark.parametrize("typed", ["asmaa rana", "asmah rana"])
def test_another_spelling_of_the_same_sound_is_a_match_though_others_bear_it(typed: str) -> None:
    forename = typed.split(maxsplit=1)[0]
    assert judged_where({"asma": 300, forename: 200}, f"{typed} 12/3/85", ASMA).verdict is Verdict.MATCH


@pytest.mark.parametrize(
    ("typed", "forename"), [("karin", "Karan"), ("amira", "Amara"), ("jodie", "Judy"), ("ellen", "Eileen"), ("neil", "Nell")]
)
def test_a_name_near_another_that_others_bear_is_never_a_match(typed: str, forename: str) -> None:
    person = held(forename, "Marchbank")
    assert judged_where({typed: 300, forename.lower(): 300}, f"{typed} marchbank 12/3/85", person).verdict is Verdict.POSSIBLE


@pytest.mark.parametrize(("bearers", "verdict"), [(3, Verdict.MATCH), (2_000, Verdict.POSSIBLE)])
def test_a_slip_that_hardly_anybody_bears_as_a_name_is_a_slip(bearers: int, verdict: Verdict) -> None:
    person = held("Roland", "Marchbank")
    assert judged_where({"rolund": bearers, "roland": 5_000}, "rolund marchbank 12/3/85", person).verdict is verdict


def test_a_pet_form_that_no_table_knows_comes_nearer_whoever_s_name_begins_with_it() -> None:
    other, dorothy = held("Quentin", "Hale"), held("Dorothy", "Hale")
    assert first("dorrit hale 12/3/85", other, dorothy) == dorothy.order


def test_a_rare_surname_and_a_slip_in_the_date_are_shown_under_any_forename() -> None:
    judged = asked("zebedee marchbank 13/3/85", held("Orla", "Marchbank"))
    assert judged.verdict is Verdict.POSSIBLE
    assert judged.shown[0].reasons == ("surname the same", "forename differs", "one part of the date of birth differs")
    common = {"orla": (0, 300), "marchbank": (9_000, 0)}
    pool = Pool((held("Orla", "Marchbank"),), common, 1_000_000)
    assert judge(read_particulars("zebedee marchbank 13/3/85", TODAY), pool).verdict is Verdict.NONE


@pytest.mark.parametrize(("smiths", "verdict"), [(1, Verdict.POSSIBLE), (12_000, Verdict.NONE)])
def test_whoever_alone_bears_a_name_so_near_is_shown_whatever_date_of_birth_was_given(smiths: int, verdict: Verdict) -> None:
    counts = {"john": (0, 30_000), "paul": (0, 20_000), "smith": (smiths, 0)}
    judged = judge(read_particulars("john smyth 1/1/60", TODAY), Pool((JOHN,), counts, 1_000_000))
    assert judged.verdict is verdict


@pytest.mark.parametrize("year", [1984, 1986, 1987, 1983, 1989, 1995, 1975])
def test_a_year_or_a_decade_miscounted_or_one_figure_wrong_is_a_slip(year: int) -> None:
    assert asked(f"john smith 12/3/{year} ZZ1 4AB", JOHN).verdict is Verdict.MATCH


@pytest.mark.parametrize("year", [1925, 1945, 1955, 1958, 1961, 1965, 1998, 2005, 2011])
def test_a_parent_or_child_of_the_same_name_home_and_birthday_is_no_match(year: int) -> None:
    assert asked(f"john smith 12/3/{year} ZZ1 4AB", JOHN).verdict is not Verdict.MATCH
    assert asked(f"john smith 12/3/{year}", JOHN).verdict is not Verdict.MATCH


def test_another_surname_altogether_is_one_that_people_bear_and_a_small_register_holds_few_of_them() -> None:
    borne = Likeness("thomson", {"thomson": (800, 0), "thompson": (3000, 0)}, 1_000_000)
    slip = Likeness("thokpson", {"thompson": (3000, 0)}, 1_000_000)
    few = Likeness("thokpson", {"brown": (4, 0)}, 300)
    assert slip.other[SURNAME] < borne.other[SURNAME] <= few.other[SURNAME]
    assert slip.other[FORENAME] == borne.other[FORENAME] == few.other[FORENAME]


def test_a_pet_form_that_is_seldom_typed_says_more() -> None:
    angie = Likeness("angie", {"angela": (0, 2000), "angie": (0, 5)}, 1_000_000)
    ann = Likeness("ann", {"anneliese": (0, 2000), "ann": (0, 9000)}, 1_000_000)
    assert angie.best(("angela",), FORENAME)[1] > ann.best(("anneliese",), FORENAME)[1]


def test_names_that_are_worth_the_same_are_looked_for_in_one_sequence_in_every_process() -> None:
    assert len(said_by_each(LOOKED_FOR)) == 1
