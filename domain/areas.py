"""The areas of a force's beats: postcode districts and sectors, or polygons over points that the force gives; and who works them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.errors import Unreadable
from domain.officers import Officer
from domain.policy_values import LONGEST_NAME, known, names

MOST_AREAS = 200
MOST_CORNERS = 200
MOST_POINTS = 20_000
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")
_PART = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(?: (\d))?")
_SETTINGS = {"name", "postcodes", "polygons", "officers", "teams"}
# The corners of England and Wales, wide: what lies beyond them is a slip, such as the two numbers in each other's place.
_NORTH, _EAST = (49.5, 56.0), (-6.5, 2.5)
_LONG_ENOUGH = 3
Point = tuple[float, float]


@dataclass(frozen=True)
class Area:
    """`districts` are such as LS6, `sectors` such as LS6 2, each once; `officers` are e-mail addresses and `teams` names, all in small letters."""

    code: str
    name: str
    districts: frozenset[str] = field(default_factory=frozenset)
    sectors: frozenset[str] = field(default_factory=frozenset)
    officers: frozenset[str] = field(default_factory=frozenset)
    teams: frozenset[str] = field(default_factory=frozenset)

    def holds(self, postcode: str | None) -> bool:
        """A postcode in its canonical form."""
        district, _, inward = (postcode or "").partition(" ")
        return bool(inward) and (district in self.districts or f"{district} {inward[:1]}" in self.sectors)

    def is_worked_by(self, officer: Officer) -> bool:
        return officer.email.casefold() in self.officers or (bool(officer.team) and officer.team.casefold() in self.teams)


def areas_of(officer: Officer, areas: Iterable[Area]) -> tuple[Area, ...]:
    """An officer's own beat."""
    return tuple(one for one in areas if one.is_worked_by(officer))


def named(areas: Iterable[Area], said: str) -> Area | None:
    """By its name or its code, however it is written."""
    wanted = _folded(said)
    return next((one for one in areas if wanted in (_folded(one.name), _folded(one.code))), None)


def areas_at(areas: Iterable[Area], postcode: str | None) -> tuple[Area, ...]:
    return tuple(one for one in areas if one.holds(postcode))


def read_areas(given: Mapping[str, Any]) -> tuple[Area, ...]:
    """Raises Unreadable with the one thing that is wrong, its setting's name first."""
    tables, points = given.get("areas", {}), _points(given.get("points", {}))
    if not isinstance(tables, dict) or len(tables) > MOST_AREAS:
        raise Unreadable(f"areas must be at most {MOST_AREAS} sections, such as [areas.riverside]")
    found = tuple(_area(code, table, points) for code, table in tables.items())
    seen: dict[str, str] = {}
    for one in found:
        if (other := seen.setdefault(_folded(one.name), one.code)) != one.code:
            raise Unreadable(f"areas.{one.code}.name is the name of areas.{other} too: officers ask for an area by its name")
    return found


def inside(point: Point, polygon: Sequence[Point]) -> bool:
    """By how often a line from the point to the east crosses the polygon's edge."""
    north, east = point
    crossed = False
    for (north1, east1), (north2, east2) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (north1 > north) != (north2 > north) and east < east1 + (north - north1) * (east2 - east1) / (north2 - north1):
            crossed = not crossed
    return crossed


def _area(code: str, table: object, points: Mapping[str, Point]) -> Area:
    where = f"areas.{code}"
    if not _CODE.fullmatch(code):
        raise Unreadable(f"{where} is no code, which is small letters, figures and underscores")
    if not isinstance(table, dict):
        raise Unreadable(f"{where} must be a section, [{where}]")
    known(table, _SETTINGS, f"{where}.")
    parts = _parts(table.get("postcodes", []), f"{where}.postcodes") | _covered(table.get("polygons", []), f"{where}.polygons", points)
    if not parts:
        raise Unreadable(f'{where} must have postcodes, such as ["LS6", "LS8 4"], or polygons')
    return Area(
        code=code,
        name=_name(table.get("name", code.replace("_", " ").title()), f"{where}.name"),
        districts=frozenset(one for one in parts if " " not in one),
        sectors=frozenset(one for one in parts if " " in one),
        officers=names(table.get("officers", []), f"{where}.officers"),
        teams=names(table.get("teams", []), f"{where}.teams"),
    )


def _name(said: object, where: str) -> str:
    if not isinstance(said, str) or not 0 < len(said.strip()) <= LONGEST_NAME:
        raise Unreadable(f"{where} must be a name of at most {LONGEST_NAME} letters")
    return " ".join(said.split())


def _parts(listed: object, where: str) -> frozenset[str]:
    if not isinstance(listed, list):
        raise Unreadable(f'{where} must be a list of postcode districts and sectors, such as ["LS6", "LS8 4"]')
    return frozenset(_part(one, where) for one in listed)


def _part(said: object, where: str) -> str:
    shown = " ".join(said.upper().split()) if isinstance(said, str) else ""
    if not _PART.fullmatch(shown):
        raise Unreadable(f"{where}: {said} is no postcode district, such as LS6, nor a sector, such as LS8 4")
    return shown


def _points(table: object) -> dict[str, Point]:
    if not isinstance(table, dict) or len(table) > MOST_POINTS:
        raise Unreadable(
            f'points must be a section of at most {MOST_POINTS} points, each a postcode sector and its place, such as "LS8 4" = [53.83, -1.51]'
        )
    return {_part(part, "points"): _point(place, f"points.{part}") for part, place in table.items()}


def _point(place: object, where: str) -> Point:
    """North comes first; a whole number is one too."""
    if not isinstance(place, list) or len(place) != len(("north", "east")) or not all(type(one) in (int, float) for one in place):
        raise Unreadable(f"{where} must hold two numbers, north and then east, such as [53.83, -1.51]")
    north, east = map(float, place)
    if not (_NORTH[0] <= north <= _NORTH[1] and _EAST[0] <= east <= _EAST[1]):
        raise Unreadable(f"{where}: [{north}, {east}] does not lie in England or Wales; north comes first, such as [53.83, -1.51]")
    return north, east


def _covered(listed: object, where: str, points: Mapping[str, Point]) -> frozenset[str]:
    """The districts and sectors whose point lies in one of the polygons."""
    polygons = listed if isinstance(listed, list) else [listed]
    drawn = [_polygon(one, where) for one in polygons]
    if drawn and not points:
        raise Unreadable(f"{where} needs [points]: where each postcode sector lies")
    found = frozenset(part for part, place in points.items() if any(inside(place, polygon) for polygon in drawn))
    if drawn and not found:
        raise Unreadable(f"{where}: no point of [points] lies in it")
    return found


def _polygon(corners: object, where: str) -> list[Point]:
    if not isinstance(corners, list) or not _LONG_ENOUGH <= len(corners) <= MOST_CORNERS:
        raise Unreadable(f"{where} must be lists of {_LONG_ENOUGH} to {MOST_CORNERS} corners, each [north, east]")
    return [_point(one, where) for one in corners]


def _folded(said: str) -> str:
    return " ".join(said.casefold().replace("_", " ").replace("-", " ").split())
