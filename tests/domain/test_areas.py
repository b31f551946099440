"""The areas of a force's policy: read whole or refused with the line, found by postcode, and drawn as polygons over the force's own points."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.areas import Area, Point, areas_at, areas_of, inside, named
from domain.errors import Unreadable
from domain.officers import Role
from domain.policies import read_policy
from tests.people import officer

RIVERSIDE = """
version = 1
[areas.riverside]
name = "Riverside and Weir"
postcodes = ["zz1", "ZZ3  4"]
officers = ["Nat@Force.example"]
teams = ["North"]
"""
HILL = """
version = 1
[points]
"ZZ7 1" = [53.80, -1.55]
"ZZ7 2" = [53.90, -1.55]
[areas.hill_top]
polygons = [[[53.75, -1.6], [53.85, -1.6], [53.85, -1.5], [53.75, -1.5]]]
"""


def test_an_area_holds_its_districts_and_sectors_and_no_others() -> None:
    (area,) = read_policy(RIVERSIDE).areas_worked
    assert (area.name, area.districts, area.sectors) == ("Riverside and Weir", frozenset({"ZZ1"}), frozenset({"ZZ3 4"}))
    held = [area.holds(one) for one in ("ZZ1 4AB", "ZZ3 4AB", "ZZ3 5AB", "ZZ11 4AB", "ZZ1", "", None)]
    assert held == [True, True, False, False, False, False, False]


def test_whose_beat_it_is_goes_by_the_address_or_the_team_in_any_capitals() -> None:
    areas = read_policy(RIVERSIDE).areas_worked
    nat, team, other = officer("Nat One", Role.NEIGHBOURHOOD, team="west"), officer("Tim Two"), officer("Ola Other", team="west")
    assert [len(areas_of(one, areas)) for one in (nat, team, other)] == [1, 1, 0]
    assert areas_of(officer("No Team", team=""), (Area("a", "A", teams=frozenset({""})),)) == ()


def test_an_area_is_named_by_its_name_or_its_code() -> None:
    areas = read_policy(HILL).areas_worked
    assert [named(areas, said) is not None for said in ("hill top", "Hill_Top", "HILL-TOP", "hill", "")] == [True, True, True, False, False]


def test_a_polygon_takes_in_the_sectors_whose_point_lies_in_it() -> None:
    (area,) = read_policy(HILL).areas_worked
    assert (*area.districts, *area.sectors) == ("ZZ7 1",)
    assert [one.code for one in areas_at([area], "ZZ7 1AA")] == ["hill_top"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('[areas.x]\npostcodes = ["L"]', "areas.x.postcodes: L is no postcode district, such as LS6, nor a sector, such as LS8 4 (line 3)"),
        ('[areas.x]\nteams = ["a"]', 'areas.x must have postcodes, such as ["LS6", "LS8 4"], or polygons (line 2)'),
        ('[areas.X]\npostcodes = ["LS6"]', "areas.X is no code, which is small letters, figures and underscores (line 2)"),
        ('[areas.x]\npostcodes = ["LS6"]\ncolour = 1', "areas.x.colour is no setting of this file (line 4)"),
        (
            "[areas.x]\npolygons = [[[53, -1], [54, -1], [54, 0]]]",
            "areas.x.polygons needs [points]: where each postcode sector lies (line 3)",
        ),
        (
            '[points]\n"ZZ1" = [-1.5, 53.0]',
            "points.ZZ1: [-1.5, 53.0] does not lie in England or Wales; north comes first, such as [53.83, -1.51] (line 3)",
        ),
        (
            '[areas.a]\nname = "R"\npostcodes = ["LS6"]\n[areas.b]\nname = "r"\npostcodes = ["LS7"]',
            "areas.b.name is the name of areas.a too: officers ask for an area by its name (line 6)",
        ),
        (
            '[points]\n"ZZ1" = [53.0, -1.0]\n[areas.a]\npolygons = [[[52, -3], [52.1, -3], [52.1, -2.9]]]',
            "areas.a.polygons: no point of [points] lies in it (line 5)",
        ),
        ("[visits]\nfirst_days = 0", "visits.first_days must be a whole number from 1 to 180 (line 3)"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, wrong: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_policy(f"version = 1\n{text}")
    assert refusal.value.advice == wrong


_PLACES = st.tuples(st.integers(-50, 50), st.integers(-50, 50)).map(lambda one: (one[0] + 0.5, one[1] + 0.5))


def _winds(point: Point, polygon: list[Point]) -> bool:
    """By how often the polygon turns about the point, in whole turns."""
    turned = 0.0
    for one, other in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        angle = math.atan2(other[0] - point[0], other[1] - point[1]) - math.atan2(one[0] - point[0], one[1] - point[1])
        turned += math.remainder(angle, math.tau)
    return round(turned / math.tau) != 0


@given(
    point=_PLACES,
    middle=_PLACES,
    reach=st.lists(st.tuples(st.integers(0, 359), st.integers(1, 60)), min_size=3, max_size=12, unique_by=lambda one: one[0]),
)
def test_a_point_lies_in_a_polygon_as_its_turning_says(point: Point, middle: Point, reach: list[tuple[int, int]]) -> None:
    polygon = [
        (middle[0] + far * math.sin(math.radians(degrees)) + 0.137, middle[1] + far * math.cos(math.radians(degrees)) + 0.211)
        for degrees, far in sorted(reach)
    ]
    assert inside(point, polygon) is _winds(point, polygon)
