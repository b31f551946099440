"""Naming somebody: forenames and a surname as their group, sex and year of birth have it."""

from functools import cache
from random import Random
from typing import Literal

from benchmarks.searching import pools
from benchmarks.searching.chances import Chances, chances
from benchmarks.searching.sources import Sex

Group = Literal["british", "muslim", "indian", "polish", "irish"]
GROUPS: Chances[Group] = chances([("british", 79.6), ("muslim", 8.7), ("indian", 3.5), ("polish", 2.9), ("irish", 5.3)])
_MIDDLE = {"british": 0.36, "muslim": 0.30, "indian": 0.32, "polish": 0.20, "irish": 0.40}
_DOUBLE, _HYPHENED = 0.031, 0.7


def forename(random: Random, group: Group, sex: Sex, year: int) -> str:
    if group == "muslim":
        return pools.muslim_forenames(sex).draw(random)
    if group == "indian":
        return pools.indian_forenames(sex).draw(random)
    if group == "polish":
        return pools.polish_forenames(sex).draw(random)
    if group == "irish" and random.random() < 0.4:
        return pools.irish_forenames(sex).draw(random)
    return pools.british_forenames(sex, min(max(year // 10 * 10, 1940), 2000)).draw(random)


def surname(random: Random, group: Group, sex: Sex) -> str:
    if group == "muslim":
        return pools.muslim_surnames().draw(random)
    if group == "indian":
        return pools.indian_surnames().draw(random)
    if group == "polish":
        return pools.polish_surnames(sex).draw(random)
    if group == "irish" and random.random() < 0.75:
        return _perhaps_double(random, pools.irish_surnames().draw(random))
    return _perhaps_double(random, pools.british_surnames().draw(random))


def _perhaps_double(random: Random, name: str) -> str:
    if random.random() >= _DOUBLE:
        return name
    return f"{name}{'-' if random.random() < _HYPHENED else ' '}{pools.british_surnames().draw(random)}"


def forenames(random: Random, group: Group, sex: Sex, year: int, first: str = "") -> str:
    """A first name, drawn where none is given, and often a middle name."""
    first = first or forename(random, group, sex, year)
    if random.random() >= _MIDDLE[group]:
        return first
    if group == "indian" and random.random() < 0.5:
        return f"{first} {'Kaur' if sex == 'female' else 'Singh'}"
    if group == "muslim" and random.random() < 0.4:
        return f"{first} {random.choice(('Begum', 'Bibi'))}" if sex == "female" else f"Mohammed {first}"
    middle = forename(random, group, sex, max(year - 25, 1940))
    return first if middle == first else f"{first} {middle}"


def surname_for(sex: Sex, name: str) -> str:
    """The family's name as a man or a woman bears it."""
    if name.endswith(("wski", "cki", "ński", "nski", "wska", "cka", "ńska", "nska")):
        return name[:-1] + ("a" if sex == "female" else "i")
    return name


def other_forename(random: Random, name: str, year: int) -> str:
    """Another name of the sort that a brother, a sister or a twin of somebody of this name would bear."""
    group, sex = _bearers().get(name, ("british", random.choice(pools.SEXES)))
    sex = sex if random.random() < 0.5 else random.choice(pools.SEXES)
    while (drawn := forename(random, group, sex, year)) == name:
        continue
    return drawn


def group_of(name: str) -> Group:
    return _bearers().get(name, ("british", "male"))[0]


def sex_of(name: str) -> Sex:
    return _bearers().get(name, ("british", "male"))[1]


@cache
def _bearers() -> dict[str, tuple[Group, Sex]]:
    """The group and sex that each forename says most of."""
    found: dict[str, tuple[Group, Sex]] = {}
    for sex in pools.SEXES:
        tables: list[tuple[Group, pools.Names]] = [("british", pools.british_forenames(sex, decade)) for decade in range(2000, 1930, -10)]
        tables += [("irish", pools.irish_forenames(sex)), ("polish", pools.polish_forenames(sex)), ("indian", pools.indian_forenames(sex))]
        for group, table in [*tables, ("muslim", pools.muslim_forenames(sex))]:
            for name in table.things:
                found.setdefault(name, (group, sex))
    return found
