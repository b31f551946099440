"""Made-up people with the names, families and addresses of England and Wales: as many as asked for, always the same for a seed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from random import Random

from benchmarks.searching import places
from benchmarks.searching.households import household


@dataclass(frozen=True, slots=True)
class Person:
    number: int
    forenames: str
    surname: str
    dob: date
    house: str
    street: str
    town: str
    postcode: str
    phone: str

    @property
    def name(self) -> str:
        return f"{self.forenames} {self.surname}"

    @property
    def address(self) -> str:
        return f"{self.house} {self.street}, {self.town}"


def people(seed: int, number: int) -> Iterator[Person]:
    """Numbered from 0, household by household; another seed makes other people of the same population."""
    return islice(_without_end(Random(seed)), number)


def sampled(everybody: Iterable[Person], number: int, seed: int) -> list[Person]:
    """That many of them, each as likely as any other, without holding them all."""
    random, kept = Random(seed), list[Person]()
    for at, person in enumerate(everybody):
        if at < number:
            kept.append(person)
        elif (place := random.randrange(at + 1)) < number:
            kept[place] = person
    return kept


def _without_end(random: Random) -> Iterator[Person]:
    number = 0
    for place in places.places(random):
        for home in places.homes(random, place):
            shared = places.landline(random, place)
            for member in household(random):
                phone = places.mobile(random) if random.random() < 0.8 else shared
                yield Person(
                    number, member.forenames, member.surname, member.born, home.house, place.street, place.town, place.postcode, phone
                )
                number += 1
