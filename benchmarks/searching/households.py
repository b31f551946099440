"""Who lives behind one door: couples with their children, parents alone, sharers, and now and then somebody who was a partner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.searching import naming, pools
from benchmarks.searching.chances import Chances, chances
from benchmarks.searching.naming import GROUPS, Group
from benchmarks.searching.sources import Sex

FIRST_YEAR, LAST_YEAR = 1940, 2010
_KINDS: Chances[str] = chances([("alone", 33.0), ("couple", 25.0), ("family", 27.0), ("one parent", 11.0), ("sharers", 4.0)])
_OTHER: dict[Sex, Sex] = {"female": "male", "male": "female"}
_SAME_NAME, _WITHIN_GROUP, _FORMER = 0.7, 0.9, 0.05
_FATHERS_NAME, _FATHERS_MIDDLE = 0.04, 0.08


@dataclass(frozen=True, slots=True)
class Member:
    forenames: str
    surname: str
    born: date
    sex: Sex
    group: Group


def household(random: Random) -> list[Member]:
    kind = _KINDS.draw(random)
    head = _adult(random)
    if kind == "sharers":
        return [head, *(_adult(random) for _ in range(random.randint(1, 3)))]
    members = [head]
    if kind in {"couple", "family"}:
        members.append(_partner(random, head))
    if kind in {"family", "one parent"}:
        members += _children(random, members)
    if random.random() < _FORMER:
        members.append(_about_as_old(random, GROUPS.draw(random), _OTHER[head.sex], head))
    return members


def _adult(random: Random) -> Member:
    return _of_age(random, GROUPS.draw(random), random.choice(pools.SEXES), int(random.triangular(FIRST_YEAR, 1996, 1978)))


def _about_as_old(random: Random, group: Group, sex: Sex, head: Member) -> Member:
    return _of_age(random, group, sex, min(max(head.born.year + random.randint(-6, 6), FIRST_YEAR), LAST_YEAR))


def _of_age(random: Random, group: Group, sex: Sex, year: int) -> Member:
    return Member(naming.forenames(random, group, sex, year), naming.surname(random, group, sex), _day(random, year), sex, group)


def _partner(random: Random, head: Member) -> Member:
    group = head.group if random.random() < _WITHIN_GROUP else GROUPS.draw(random)
    sex = _OTHER[head.sex] if random.random() < 0.97 else head.sex
    other = _about_as_old(random, group, sex, head)
    if random.random() >= _SAME_NAME:
        return other
    return Member(other.forenames, naming.surname_for(sex, head.surname), other.born, sex, group)


def _children(random: Random, parents: list[Member]) -> Iterator[Member]:
    """Some sons have their father's name, whole or as their middle name; most children have the surname of the first parent."""
    head = parents[0]
    name = head if random.random() < 0.85 else parents[-1]
    year = head.born.year + random.randint(18, 34)
    for _ in range(random.choice((1, 1, 2, 2, 2, 3, 4))):
        if year > LAST_YEAR:
            return
        sex = random.choice(pools.SEXES)
        surname = naming.surname_for(sex, name.surname)
        yield Member(_childs_forenames(random, head, sex, year), surname, _day(random, year), sex, head.group)
        year += random.choice((0, 1, 2, 2, 3, 3, 4, 5)) if random.random() < 0.98 else 0


def _childs_forenames(random: Random, parent: Member, sex: Sex, year: int) -> str:
    own, luck = parent.forenames.split()[0], random.random()
    if sex == parent.sex and luck < _FATHERS_NAME:
        return naming.forenames(random, parent.group, sex, year, own)
    if sex == parent.sex and luck < _FATHERS_NAME + _FATHERS_MIDDLE:
        return f"{naming.forename(random, parent.group, sex, year)} {own}"
    return naming.forenames(random, parent.group, sex, year)


def _day(random: Random, year: int) -> date:
    return date(year, 1, 1) + timedelta(days=random.randrange(365))
