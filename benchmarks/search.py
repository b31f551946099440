"""How well and how fast people are found, among made-up ones: recall by kind of error, false alarms, time and size.

`fit` errors may be looked at when the matcher's tables or weights are changed; reported figures are those of the `held` ones. The bars are those of a million.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import comb
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import storage.tables
from benchmarks.figures import Figure, percentile
from benchmarks.searching.calibration import Said, calibration_figures, chance_of_shown, who
from benchmarks.searching.ceiling import ceiling_figures
from benchmarks.searching.chances import Half
from benchmarks.searching.faults import FORMS, Query, queries
from benchmarks.searching.near import NEAR, coincidences, near, strangers
from benchmarks.searching.near import STRANGERS as MANY_STRANGERS
from benchmarks.searching.peers import Trigrams
from benchmarks.searching.people import Person, people, sampled
from benchmarks.searching.variants import pairs
from domain.addresses import phone_of, read_home
from domain.dates import DobGiven
from domain.matching import Verdict, judge
from domain.names import forms
from domain.nicknames import leave_out
from domain.particulars import Particulars, given_particulars, postcode_of
from storage.database import open_database
from storage.keys import Keys
from storage.metadata import metadata
from storage.search_rows import Indexed, found_by_of
from storage.work import Database, UnitOfWork

SEED, ANOTHER_SEED = 1, 999
AT_ONCE = 20_000
SAMPLE, EACH, NEARBY, STRANGERS = 40_000, 100, 300, 2_000
MILLION, EACH_OF_MILLION = 1_000_000, 300
# Every tenth question is put to the peer too, which takes ten times as long over each.
PEER_ASKED = 10
assert storage.tables.__name__

_BY_KIND = ("nickname", "transliteration", "heard wrongly", "one slip", "two slips", "swapped", "swapped with a slip", "hyphen")
LEAST = {
    "full: recall at 1": 0.99,
    "full: recall at 5": 0.995,
    "name and dob: recall at 1": 0.97,
    "name and dob: recall at 5": 0.99,
    **{f"name and dob, {kind}: recall at 1": 0.97 for kind in _BY_KIND},
    "name and dob, married name: recall at 1": 0.80,
    "name: recall at 1": 0.60,
    "name: recall at 5": 0.80,
    "full: the right one said to be a match": 0.88,
    "name and dob: the right one said to be a match": 0.72,
    **{f"{form}: matches that are right": 0.995 for form in FORMS},
}
_RELATED = ("twin", "sibling", "parent or child", "parent or child of one birthday")
MOST = {
    f"index of {MILLION:,} built": 120.0,
    "file of the index": 350.0,
    "name: the right one said to be a match": 0.0,
    **{f"{form}: p50": 10.0 for form in FORMS},
    **{f"{form}: p99": 30.0 for form in FORMS},
    **{f"{form}: our p50 over theirs": 0.12 for form in FORMS},
    **{f"{form}: stranger called a match, at most": 0.001 for form in FORMS},
    **{f"{form}: {kind} called a match, at most": 0.01 for form in FORMS for kind in _RELATED},
}


@dataclass(frozen=True)
class Asked:
    """How many questions: of each kind of error, of each kind of nearness, and of strangers."""

    each: int
    nearby: int
    strangers: int


@dataclass(frozen=True)
class Answered:
    """`chance` is what the matcher gives the first shown; None where it shows nobody, and of a peer."""

    query: Query
    verdict: Verdict
    shown: list[int]
    ms: float
    chance: float | None = None

    @property
    def first(self) -> bool:
        return self.shown[:1] == [self.query.truth]

    @property
    def among_five(self) -> bool:
        return self.query.truth in self.shown

    @property
    def is_match(self) -> bool:
        return self.verdict is Verdict.MATCH


async def measure() -> list[Figure]:
    return await measured(100_000, "held", Asked(EACH, NEARBY, STRANGERS))


async def measure_few() -> list[Figure]:
    return await measured(5_000, "held", Asked(EACH, NEARBY, STRANGERS))


async def measure_to_fit() -> list[Figure]:
    return await measured(100_000, "fit", Asked(EACH, NEARBY, STRANGERS))


async def measure_a_million() -> list[Figure]:
    return barred(await measured(MILLION, "held", Asked(EACH_OF_MILLION, NEAR, MANY_STRANGERS)))


async def measured(number: int, half: Half, many: Asked) -> list[Figure]:
    leave_out((one.casefold(), other.casefold()) for one, other in pairs(half)["nickname"])
    with TemporaryDirectory() as folder:
        file = Path(folder, "register.db")
        database = open_database(f"sqlite:///{file}", Keys(bytes(32)), "demo")
        async with database.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        took = await built(database, number)
        register = sampled(people(SEED, number), min(number, SAMPLE), seed=3)
        asked = list(queries(register, half, 12, many.each))
        others = [*strangers(register, ANOTHER_SEED, many.strangers), *near(register, 7, many.nearby)]
        alike = coincidences(people(SEED, number), others)
        async with database.work() as uow:
            await answered(uow, asked[:100])
            right = await answered(uow, asked)
            wrong = await answered(uow, others)
        await database.close()
        size = (await asyncio.to_thread(file.stat)).st_size / 1_000_000
        beside = peer_answers(Path(folder, "trigrams.db"), number, asked[::PEER_ASKED])
    built_figures = [Figure(f"index of {number:,} built", "s", (took,)), Figure("file of the index", "MB", (size,))]
    alarms = alarm_figures([one for at, one in enumerate(wrong) if at not in alike])
    at_best = ceiling_figures(asked, register, people(SEED, number))
    figures = [*built_figures, *found_figures(right), *at_best, *alarms, *chance_figures([*right, *wrong])]
    return [*figures, *peer_figures(right[::PEER_ASKED], beside)]


async def built(database: Database, number: int) -> float:
    begun, waiting = perf_counter(), list[Indexed]()
    async with database.work() as uow:
        for one in people(SEED, number):
            waiting.append(indexed(one))
            if len(waiting) == AT_ONCE:
                await uow.search.add_parties(waiting)
                waiting = []
        await uow.search.add_parties(waiting)
    return perf_counter() - begun


def indexed(one: Person) -> Indexed:
    found_by = found_by_of(postcode_of(one.postcode), read_home(one.address), phone_of(one.phone), None)
    return Indexed(one.number, forms(one.surname), forms(one.forenames), one.dob, found_by)


async def answered(uow: UnitOfWork, asked: Iterable[Query]) -> list[Answered]:
    found = []
    for query in asked:
        read = particulars(query)
        begun = perf_counter()
        judged = judge(read, pool := await uow.search.candidates(read))
        took = (perf_counter() - begun) * 1000
        chance = chance_of_shown(read, pool, judged.shown)
        found.append(Answered(query, judged.verdict, [one.candidate.no for one in judged.shown], took, chance))
    return found


def peer_answers(file: Path, number: int, asked: Sequence[Query]) -> list[Answered]:
    """The same questions to SQLite's trigrams; it calls nothing a match."""
    peer = Trigrams(file, people(SEED, number))
    found = []
    for query in [*asked[:20], *asked]:
        begun = perf_counter()
        shown = peer.find(query)
        found.append(Answered(query, Verdict.POSSIBLE, shown, (perf_counter() - begun) * 1000))
    peer.close()
    return found[20:]


def peer_figures(ours: Sequence[Answered], theirs: Sequence[Answered]) -> list[Figure]:
    figures = []
    for form in FORMS:
        mine, other = ([one for one in some if one.query.form == form] for some in (ours, theirs))
        p50, peers_p50 = (percentile([one.ms for one in some], 0.5) for some in (mine, other))
        figures += [
            Figure(f"{form}: FTS5 trigram and rapidfuzz, recall at 1", "", (share(one.first for one in other),)),
            Figure(f"{form}: FTS5 trigram and rapidfuzz, recall at 5", "", (share(one.among_five for one in other),)),
            Figure(f"{form}: ours on those questions, recall at 1", "", (share(one.first for one in mine),)),
            Figure(f"{form}: FTS5 trigram and rapidfuzz, p50", "ms", (peers_p50,)),
            Figure(f"{form}: our p50 over theirs", "times", (p50 / peers_p50,)),
        ]
    return figures


def particulars(query: Query) -> Particulars:
    return given_particulars(query.name, dob_given(query.dob), query.address, query.postcode, "", "")


def dob_given(day: date | None) -> DobGiven | None:
    """As it would be read: the other way round too, where that is a day."""
    if day is None:
        return None
    swapped = date(day.year, day.day, day.month) if day.day <= 12 and day.day != day.month else None
    return DobGiven(day.year, day, swapped)


def found_figures(answers: Sequence[Answered]) -> list[Figure]:
    figures = []
    for form in FORMS:
        mine = [one for one in answers if one.query.form == form]
        matches = [one for one in mine if one.is_match]
        figures += [
            Figure(f"{form}: recall at 1", "", (share(one.first for one in mine),)),
            Figure(f"{form}: recall at 5", "", (share(one.among_five for one in mine),)),
            Figure(f"{form}: the right one said to be a match", "", (share(one.is_match and one.first for one in mine),)),
            Figure(f"{form}: matches that are right", "", (share(one.first for one in matches),)),
            Figure(f"{form}: p50", "ms", (percentile([one.ms for one in mine], 0.5),)),
            Figure(f"{form}: p99", "ms", (percentile([one.ms for one in mine], 0.99),)),
            *(figure for kind, some in by_kind(mine).items() for figure in _figures_of_kind(f"{form}, {kind}", some)),
        ]
    return figures


def _figures_of_kind(what: str, answers: Sequence[Answered]) -> list[Figure]:
    taken = [one.ms for one in answers]
    return [
        Figure(f"{what}: recall at 1", "", (share(one.first for one in answers),)),
        Figure(f"{what}: recall at 5", "", (share(one.among_five for one in answers),)),
        Figure(f"{what}: p50", "ms", (percentile(taken, 0.5),)),
        Figure(f"{what}: p99", "ms", (percentile(taken, 0.99),)),
    ]


def alarm_figures(answers: Sequence[Answered]) -> list[Figure]:
    """The share itself, and how high it may be in truth: the upper end of what 95 in 100 such samples allow (Clopper and Pearson, one side)."""
    figures = []
    for form in FORMS:
        for kind, some in by_kind([one for one in answers if one.query.form == form]).items():
            wrong = sum(one.is_match for one in some)
            figures.append(Figure(f"{form}: {kind} called a match", "", (wrong / len(some),)))
            figures.append(Figure(f"{form}: {kind} called a match, at most", "", (upper_bound(wrong, len(some)),)))
    return figures


def chance_figures(answers: Sequence[Answered]) -> list[Figure]:
    """Strangers of whom nobody could tell that they are not somebody registered belong here: a chance that is right has them in it."""
    figures = []
    for form in FORMS:
        mine = (one for one in answers if one.query.form == form)
        told = [Said(who(one.query.kind, registered=one.query.truth is not None), one.chance, one.first, one.is_match) for one in mine]
        figures += calibration_figures(form, told)
    return figures


def upper_bound(wrong: int, of: int, doubt: float = 0.05) -> float:
    """The share at which so few would be seen in one sample of twenty."""
    low, high = wrong / of, 1.0
    while high - low > 1e-7:
        middle = (low + high) / 2
        few = sum(comb(of, one) * middle**one * (1 - middle) ** (of - one) for one in range(wrong + 1))
        low, high = (middle, high) if few > doubt else (low, middle)
    return high


def barred(figures: Iterable[Figure]) -> list[Figure]:
    return [replace(one, most=MOST.get(one.name), least=LEAST.get(one.name)) for one in figures]


def by_kind(answers: Sequence[Answered]) -> dict[str, list[Answered]]:
    kinds: defaultdict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        kinds[one.query.kind].append(one)
    return kinds


def share(true: Iterable[bool]) -> float:
    """Of nothing, everything is true: no match was wrong where none was said."""
    all_of_them = list(true)
    return sum(all_of_them) / len(all_of_them) if all_of_them else 1.0
