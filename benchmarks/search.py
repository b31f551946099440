"""How well and how fast people are found, among made-up ones: recall by kind of error, false alarms, time and size.

`fit` errors may be looked at when the matcher's tables or weights are changed; reported figures are those of the `held` ones. The bars are those of a million.
"""

import asyncio
import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import storage.tables
from benchmarks.figures import Figure
from benchmarks.searching.answers import Answered, alarm_figures, another_hand_figures, chance_figures, found_figures, peer_figures
from benchmarks.searching.bars import MILLION, barred
from benchmarks.searching.calibration import chance_of_shown
from benchmarks.searching.ceiling import ceiling_figures
from benchmarks.searching.chances import Half
from benchmarks.searching.faults import ANOTHER, FORMS, Query, queries
from benchmarks.searching.near import NEAR, coincidences, near, strangers
from benchmarks.searching.near import STRANGERS as MANY_STRANGERS
from benchmarks.searching.peers import Trigrams
from benchmarks.searching.people import Person, people, sampled
from benchmarks.searching.variants import pairs
from domain.addresses import phone_of, read_home
from domain.dates import DobGiven
from domain.folding import forms, surname_forms
from domain.matching import Verdict, judge
from domain.nickname_joins import leave_out
from domain.particulars import Particulars, given_particulars, postcode_of
from storage.database import open_database
from storage.keys import Keys
from storage.metadata import metadata
from storage.search_rows import Indexed, found_by_of
from storage.work import Database, UnitOfWork

SEED, ANOTHER_SEED = 1, 999
AT_ONCE = 20_000
SAMPLE, EACH, NEARBY, STRANGERS = 40_000, 100, 300, 2_000
EACH_OF_MILLION = 300
# Every tenth question is put to the peer too, which takes ten times as long over each.
PEER_ASKED, AT_A_TURN = 10, 20
assert storage.tables.__name__


@dataclass(frozen=True)
class Asked:
    """How many questions: of each kind of error, of each kind of nearness, and of strangers."""

    each: int
    nearby: int
    strangers: int


async def measure() -> list[Figure]:
    return await measured(100_000, "held", Asked(EACH, NEARBY, STRANGERS))


async def measure_few() -> list[Figure]:
    return await measured(5_000, "held", Asked(EACH, NEARBY, STRANGERS))


async def measure_to_fit() -> list[Figure]:
    return await measured(100_000, "fit", Asked(EACH, NEARBY, STRANGERS))


async def measure_a_million() -> list[Figure]:
    return barred(await measured(MILLION, "held", Asked(EACH_OF_MILLION, NEAR, MANY_STRANGERS)))


async def measured(number: int, half: Half, many: Asked) -> list[Figure]:
    with TemporaryDirectory() as folder:
        return await measured_in(Path(folder, "register.db"), list(people(SEED, number)), half, many)


async def measured_in(file: Path, everybody: Sequence[Person], half: Half, many: Asked) -> list[Figure]:
    """Builds a register of these people, which stays in the file, and asks it."""
    leave_out((one.casefold(), other.casefold()) for one, other in pairs(half)["nickname"])
    database = await opened(file)
    # Neither who is held to build of nor what is held to ask with is garbage of the search's.
    gc.freeze()
    took = await built(database, everybody)
    size = (await asyncio.to_thread(file.stat)).st_size / 1_000_000
    register = sampled(everybody, min(len(everybody), SAMPLE), seed=3)
    asked = list(queries(register, half, 12, many.each))
    others = fewer_names([*strangers(register, ANOTHER_SEED, many.strangers), *near(register, 7, many.nearby)])
    alike = coincidences(everybody, others)
    peer = Trigrams(file.with_name("trigrams.db"), everybody)
    gc.freeze()
    async with database.work() as uow:
        await answered(uow, asked[:100])
        right = await answered(uow, asked)
        wrong = await answered(uow, others)
        ours, theirs = await by_turns(uow, peer, asked[::PEER_ASKED])
        put_out = await answered(uow, queries(register, half, 12, many.each // 3, ANOTHER))
    peer.close()
    await database.close()
    built_figures = [Figure(f"index of {len(everybody):,} built", "s", (took,)), Figure("file of the index", "MB", (size,))]
    alarms = alarm_figures([one for at, one in enumerate(wrong) if at not in alike])
    figures = [*built_figures, *found_figures(right), *ceiling_figures(asked, register, everybody), *another_hand_figures(put_out)]
    return [*figures, *alarms, *chance_figures([*right, *wrong]), *peer_figures(ours, theirs)]


def fewer_names(asked: Iterable[Query]) -> list[Query]:
    """A third of those without a date or a home: a name alone is never a match by rule, and so many tell it as well."""
    return [one for at, one in enumerate(asked) if one.form != "name" or at // len(FORMS) % 3 == 0]


async def opened(file: Path) -> Database:
    database = open_database(f"sqlite:///{file}", Keys(bytes(32)), "demo")
    async with database.engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    return database


async def built(database: Database, everybody: Iterable[Person]) -> float:
    begun, waiting = perf_counter(), list[Indexed]()
    async with database.work() as uow:
        for one in everybody:
            waiting.append(indexed(one))
            if len(waiting) == AT_ONCE:
                await uow.search.add_parties(waiting)
                waiting = []
        await uow.search.add_parties(waiting)
    return perf_counter() - begun


def indexed(one: Person) -> Indexed:
    found_by = found_by_of(postcode_of(one.postcode), read_home(one.address), phone_of(one.phone), None)
    return Indexed(one.number, surname_forms(one.surname), forms(one.forenames), one.dob, found_by)


async def answered(uow: UnitOfWork, asked: Iterable[Query]) -> list[Answered]:
    found = []
    for query in asked:
        read = particulars(query)
        begun = perf_counter()
        judged = judge(read, pool := await uow.search.candidates(read))
        took = (perf_counter() - begun) * 1000
        chance = None if judged.verdict is Verdict.NONE else chance_of_shown(read, pool, judged.shown)
        found.append(Answered(query, judged.verdict, [one.candidate.no for one in judged.shown], took, chance))
    return found


async def by_turns(uow: UnitOfWork, peer: Trigrams, asked: Sequence[Query]) -> tuple[list[Answered], list[Answered]]:
    """What else the machine does weighs on both alike."""
    ours, theirs = list[Answered](), list[Answered]()
    peer_answers(peer, asked[:AT_A_TURN])
    for start in range(0, len(asked), AT_A_TURN):
        some = asked[start : start + AT_A_TURN]
        ours += await answered(uow, some)
        theirs += peer_answers(peer, some)
    return ours, theirs


def peer_answers(peer: Trigrams, asked: Iterable[Query]) -> list[Answered]:
    """The same questions to SQLite's trigrams; it calls nothing a match."""
    found = []
    for query in asked:
        begun = perf_counter()
        shown = peer.find(query)
        found.append(Answered(query, Verdict.POSSIBLE, shown, (perf_counter() - begun) * 1000))
    return found


def particulars(query: Query) -> Particulars:
    return given_particulars(query.name, dob_given(query.dob), query.address, query.postcode, "", "")


def dob_given(day: date | None) -> DobGiven | None:
    """As it would be read: the other way round too, where that is a day."""
    if day is None:
        return None
    swapped = date(day.year, day.day, day.month) if day.day <= 12 and day.day != day.month else None
    return DobGiven(day.year, day, swapped)
