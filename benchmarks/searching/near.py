"""People who are not in the register: strangers, and those who are near somebody in it and must not be taken for them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from benchmarks.searching import naming, pools
from benchmarks.searching.faults import Query, in_all_forms
from benchmarks.searching.households import LAST_YEAR
from benchmarks.searching.misdating import RIGHT
from benchmarks.searching.people import Person, people
from benchmarks.searching.places import somewhere

STRANGERS, NEAR = 10_000, 2_000
RELATED = ("twin", "sibling", "parent or child", "parent or child of one birthday")
_NEIGHBOURS, _BEARS_BOTH = 0.25, 0.2


def strangers(register: Sequence[Person], seed: int, number: int = STRANGERS) -> Iterator[Query]:
    """Of the same population, by a seed that must not be the register's; a quarter of them live in a postcode that the register knows."""
    random = Random(f"{seed} strangers")
    for person in people(seed, number):
        held = random.choice(register)
        near = random.random() < _NEIGHBOURS
        at = replace(person, street=held.street, town=held.town, postcode=held.postcode) if near else person
        yield from in_all_forms(_asked(random, "stranger", at))


def near(register: Sequence[Person], seed: int, each: int = NEAR) -> Iterator[Query]:
    """For each kind of relative, somebody made up beside that many people of the register, and beside a quarter as many for each other kind of nearness.

    They are typed without an error.
    """
    for kind, made in KINDS.items():
        random = Random(f"{seed} {kind}")
        for person in random.sample(register, each if kind in RELATED else each // 4):
            yield from in_all_forms(_asked(random, kind, made(random, person)))


def coincidences(register: Iterable[Person], asked: Sequence[Query]) -> set[int]:
    """Which of these have the first forename, surname and date of birth of somebody registered, so that nobody could tell from those."""
    wanted: dict[tuple[str, date], list[int]] = {}
    for at, query in enumerate(asked):
        if query.dob is not None:
            wanted.setdefault((_first_and_last(query.name), query.dob), []).append(at)
    held = ((_first_and_last(person.name), person.dob) for person in register)
    return {at for one in held for at in wanted.get(one, ())}


def sibling(random: Random, person: Person) -> Person:
    born = _years_off(random, person.dob, random.choice((-1, 1)) * random.randint(1, 8))
    return replace(person, forenames=_anothers(random, person, born), dob=born)


def twin(random: Random, person: Person) -> Person:
    return replace(person, forenames=_anothers(random, person, person.dob))


def parent_or_child(random: Random, person: Person) -> Person:
    """Of the same name; the middle name is not always handed on."""
    between = random.randint(18, 38)
    child = person.dob.year + between <= LAST_YEAR and random.random() < 0.5
    born = _years_off(random, person.dob, between if child else -between)
    kept = person.forenames if random.random() < 0.5 else person.forenames.split()[0]
    return replace(person, forenames=kept, dob=born)


def parent_or_child_of_one_birthday(random: Random, person: Person) -> Person:
    """Of the same name and home, and born on the same day of another year."""
    born = person.dob.replace(
        year=person.dob.year + random.choice((-1, 1)) * random.choice((20, 21, 24, 27, 30, 33, 40)), day=min(person.dob.day, 28)
    )
    return replace(person, forenames=person.forenames.split()[0], dob=born)


def namesake(random: Random, person: Person) -> Person:
    home = somewhere(random)
    born = _years_off(random, person.dob, random.randint(-12, 12))
    place = home.place
    return replace(person, dob=born, house=home.house, street=place.street, town=place.town, postcode=place.postcode)


def former_partner(random: Random, person: Person) -> Person:
    """Lives at the address under another surname, and mostly of the other sex."""
    held = naming.sex_of(person.forenames.split()[0])
    sex = pools.SEXES[(held == "female") if random.random() < 0.95 else (held == "male")]
    born = _years_off(random, person.dob, random.randint(-6, 6))
    group = naming.group_of(person.forenames.split()[0])
    return replace(person, forenames=naming.forenames(random, group, sex, born.year), surname=_other_surname(random, person), dob=born)


def partner_of_the_same_forename(random: Random, person: Person) -> Person:
    born = _years_off(random, person.dob, random.randint(-6, 6))
    return replace(person, forenames=person.forenames.split()[0], surname=_other_surname(random, person), dob=born)


KINDS: dict[str, Callable[[Random, Person], Person]] = {
    "sibling": sibling,
    "twin": twin,
    "parent or child": parent_or_child,
    "parent or child of one birthday": parent_or_child_of_one_birthday,
    "namesake": namesake,
    "former partner": former_partner,
    "partner of the same forename": partner_of_the_same_forename,
}


def _asked(random: Random, kind: str, person: Person) -> Query:
    first = person.forenames.split()[0]
    given = person.forenames if random.random() < _BEARS_BOTH else first
    return Query(kind, RIGHT, RIGHT, "full", None, f"{given} {person.surname}", person.dob, person.address, person.postcode)


def _first_and_last(name: str) -> str:
    first, *_, last = name.casefold().split()
    return f"{first} {last}"


def _anothers(random: Random, person: Person, born: date) -> str:
    return naming.other_forename(random, person.forenames.split()[0], born.year)


def _other_surname(random: Random, person: Person) -> str:
    group = naming.group_of(person.forenames.split()[0])
    while (drawn := naming.surname(random, group, random.choice(pools.SEXES))) == person.surname:
        continue
    return drawn


def _years_off(random: Random, born: date, years: int) -> date:
    """About so many years from a birth, never on the very day."""
    return born + timedelta(days=round(years * 365.25) + random.choice((-1, 1)) * random.randint(1, 150))
