"""What one order costs the index of a million: one that comes, one that is corrected, and one whose parties take names that nobody bears."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from random import Random
from string import ascii_lowercase
from time import perf_counter

from benchmarks.figures import Figure, percentile
from benchmarks.search import ANOTHER_SEED, SEED, dob_given, indexed
from benchmarks.searching.bars import MILLION
from benchmarks.searching.people import Person, people
from domain.matching import judge
from domain.particulars import given_particulars
from storage.database import open_database
from storage.keys import Keys
from storage.work import Database, UnitOfWork

CHANGES = 300
_FREE = 10 * MILLION
Order = tuple[Person, Person]


@dataclass(frozen=True)
class Taken:
    """Milliseconds: the change and its commit, the commit of it alone, and one search by the new particulars between the two."""

    whole: float
    commit: float
    search: float


async def changes(file: Path) -> list[Figure]:
    """Each in a transaction of its own, commit and all; the bar is for what happens every day. What the disk takes to flush is in the commit."""
    database = open_database(f"sqlite:///{file}", Keys(bytes(32)), "demo")
    held = list(people(SEED, 4 * CHANGES))
    taken = {
        "added": await _made(database, added()),
        "changed": await _made(database, changed(held[: 2 * CHANGES])),
        "with two names new to the register": await _made(database, renamed(held[2 * CHANGES :])),
    }
    await database.close()
    barred = {"added": 5.0, "changed": 5.0}
    return [figure for what, some in taken.items() for figure in _figures(what, some, barred.get(what))]


def added() -> Iterator[Order]:
    """Of two people of another seed: most names are in the register, and a few are not."""
    for one, other in _orders(list(people(ANOTHER_SEED, 2 * CHANGES))):
        yield replace(one, number=one.number + _FREE), replace(other, number=other.number + _FREE)


def changed(held: Sequence[Person]) -> Iterator[Order]:
    """One party gets another date of birth or, every second time, the address of somebody else; the other gets somebody's surname."""
    random = Random(f"{SEED} changed")
    for at, (one, other) in enumerate(_orders(held)):
        home, namesake = random.choice(held), random.choice(held)
        moved = replace(one, house=home.house, street=home.street, town=home.town, postcode=home.postcode)
        yield (moved if at % 2 else replace(one, dob=one.dob + timedelta(days=1)), replace(other, surname=namesake.surname))


def renamed(held: Sequence[Person]) -> Iterator[Order]:
    """Both surnames are such as nobody bears: the worst that one order can do, since each name brings some 28 keys."""
    endings = (f"q{one}{other}" for one in ascii_lowercase for other in ascii_lowercase)
    yield from _orders([replace(who, surname=f"{who.surname}{ending}") for who, ending in zip(held, endings, strict=False)])


def _orders(parties: Sequence[Person]) -> Iterator[Order]:
    return zip(parties[::2], parties[1::2], strict=True)


async def _made(database: Database, orders: Iterator[Order]) -> list[Taken]:
    taken = []
    for order in islice(orders, CHANGES):
        rows = [indexed(who) for who in order]
        begun = perf_counter()
        async with database.work() as uow:
            await uow.search.add_parties(rows)
            written = perf_counter()
            await _found(uow, order)
            found = perf_counter()
        kept = perf_counter()
        taken.append(Taken((written - begun + kept - found) * 1000, (kept - found) * 1000, (found - written) * 1000 / len(order)))
    return taken


async def _found(uow: UnitOfWork, order: Order) -> None:
    for who in order:
        read = given_particulars(f"{who.surname}, {who.forenames}", dob_given(who.dob), "", "", "", "")
        judged = judge(read, await uow.search.candidates(read))
        assert who.number in [one.candidate.no for one in judged.shown]


def _figures(what: str, taken: Sequence[Taken], most: float | None) -> list[Figure]:
    name = f"an order {what} in the index of a million"
    return [
        Figure(f"{name}, p50", "ms", (percentile([one.whole for one in taken], 0.5),), most=most),
        Figure(f"{name}, p99", "ms", (percentile([one.whole for one in taken], 0.99),)),
        Figure(f"{name}, its commit alone, p50", "ms", (percentile([one.commit for one in taken], 0.5),)),
        Figure(f"{name}, found in the same transaction, p50", "ms", (percentile([one.search for one in taken], 0.5),)),
    ]
