"""What the search index keeps of an order: nothing withheld or confidential but the name and the date of birth."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import product
from typing import Any, NamedTuple

from domain.addresses import Home, email_of, phone_of, read_home
from domain.folding import forms, surname_forms
from domain.name_parts import first_and_further
from domain.orders import Order, Party, PartyRole
from domain.particulars import postcode_of
from domain.references import number_of
from domain.scoring import Candidate, Hit

EVERYBODY = ""
_ADDRESS = ("address1", "address2", "postcode", "address")
_KEY = 6


class FoundBy(NamedTuple):
    """What somebody is found by whole, by the names of their columns: a postcode, and what is held as a hash."""

    postcode: str | None = None
    home: int | None = None
    phone: int | None = None
    email: int | None = None


@dataclass(frozen=True, slots=True)
class Indexed:
    """A party as it goes into the index."""

    no: int
    surnames: tuple[str, ...]
    forenames: tuple[str, ...]
    dob: date | None
    found_by: FoundBy

    @property
    def names(self) -> str:
        return f"{' '.join(self.surnames)}|{' '.join(self.forenames)}"

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each surname part with each forename and the first one's initial."""
        found_by = (*self.forenames, initial(self.forenames)) if self.forenames else (EVERYBODY,)
        return product(self.surnames or (EVERYBODY,), dict.fromkeys(found_by))

    @property
    def forename_pairs(self) -> Iterator[tuple[str, str]]:
        """Each further forename with the first one: by the two somebody is found whose surname is another now."""
        first, further = first_and_further(self.forenames)
        return product(further, first[:1])


def indexed(order: Order) -> tuple[Indexed, Indexed]:
    return _indexed(order, order.respondent), _indexed(order, order.applicant)


def numbers_of(order: Order) -> tuple[int, int]:
    first = 2 * number_of(order.reference)
    return first, first + 1


def _indexed(order: Order, one: Party) -> Indexed:
    no = numbers_of(order)[one.role is PartyRole.APPLICANT]
    postcode = postcode_of(_open(one, "postcode", *_ADDRESS))
    home = read_home(_open(one, "address1", *_ADDRESS), _open(one, "address2", *_ADDRESS))
    found_by = found_by_of(postcode, home, phone_of(_open(one, "phone")), email_of(_open(one, "email")))
    dob = None if "dob" in one.withheld else one.dob
    surnames = () if {"surname", "name"} & one.withheld else surname_forms(one.surname)
    forenames = () if {"forenames", "name"} & one.withheld else forms(one.forenames)
    return Indexed(no, surnames, forenames, dob, found_by)


def _open(party: Party, field: str, *with_it: str) -> str | None:
    """None where the field, or what belongs to it, is withheld or confidential."""
    value: str | None = getattr(party, field)
    return None if not (party.withheld | party.confidential).isdisjoint((field, *with_it)) else value


def found_by_of(postcode: str | None, home: Home | None, phone: str | None, email: str | None) -> FoundBy:
    return FoundBy(
        postcode,
        None if home is None else _hashed(f"h{home.house}|{home.street}"),
        None if phone is None else _hashed(f"t{phone}"),
        None if email is None else _hashed(f"e{email}"),
    )


def _hashed(value: str) -> int:
    return int.from_bytes(blake2b(value.encode(), digest_size=_KEY).digest()) >> 1


def day_number(day: date | None) -> int | None:
    return None if day is None else day.year * 10_000 + day.month * 100 + day.day


def initial(forenames: tuple[str, ...]) -> str:
    """The token that everybody whose first forename begins with a letter shares."""
    return f"{forenames[0][0]}*"


def candidate_of(row: Any, hits: frozenset[Hit]) -> Candidate:
    return Candidate(row.no, *parts(row.names), _day(row.dob), row.postcode, hits=hits)


def as_indexed(row: Any) -> Indexed:
    """A party as it went into the index."""
    return Indexed(row.no, *parts(row.names), _day(row.dob), FoundBy(row.postcode, row.home, row.phone, row.email))


def _day(number: int | None) -> date | None:
    return None if number is None else date(number // 10_000, number // 100 % 100, number % 100)


def parts(names: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    family, _, given = names.partition("|")
    return tuple(family.split()), tuple(given.split())


def words(names: str) -> list[str]:
    """Every token of a party's `names`, of either kind."""
    return names.replace("|", " ").split()


def borne(people: Iterable[str]) -> Iterator[tuple[int, str]]:
    """(0, token) for each surname and (1, token) for each forename of the `names` of some parties, and everybody on both sides."""
    for names in people:
        family, given = parts(names)
        yield from ((0, token) for token in (EVERYBODY, *family))
        yield from ((1, token) for token in (EVERYBODY, *given, *([initial(given)] if given else [])))
