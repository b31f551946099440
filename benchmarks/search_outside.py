"""FEBRL's people, whom neither the matcher nor its tables were made with, and the peer beside them."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure
from benchmarks.search import answered, built, opened, particulars
from benchmarks.searching import febrl
from benchmarks.searching.answers import Answered, share
from benchmarks.searching.faults import FORMS, Query
from benchmarks.searching.peers import Trigrams
from domain.matching import MOST_SHOWN, Verdict, rank
from storage.work import UnitOfWork


async def measure() -> list[Figure]:
    return [figure for name in febrl.SETS for figure in await _of_set(name)]


async def _of_set(name: str) -> list[Figure]:
    rows = await asyncio.to_thread(febrl.rows_of, name)
    held, asked = febrl.held(rows), list(febrl.asked(rows))
    with TemporaryDirectory() as folder:
        database = await opened(Path(folder, "register.db"))
        await built(database, held)
        async with database.work() as uow:
            ours = await answered(uow, asked)
            ranked = [Answered(query, Verdict.POSSIBLE, await _ranked(uow, query), 0.0) for query in asked]
        await database.close()
        peer = Trigrams(Path(folder, "trigrams.db"), held)
        theirs = [Answered(query, Verdict.POSSIBLE, peer.find(query), 0.0) for query in asked]
        peer.close()
    return [figure for form in FORMS for figure in _figures(f"{name}, {form}", *(_of(form, some) for some in (ours, ranked, theirs)))]


async def _ranked(uow: UnitOfWork, query: Query) -> list[int]:
    """As the peer answers: the five nearest, also those that an officer is not shown because they agree too little."""
    read = particulars(query)
    return [one.candidate.no for one in rank(read, await uow.search.candidates(read))][:MOST_SHOWN]


def _of(form: str, answers: list[Answered]) -> list[Answered]:
    return [one for one in answers if one.query.form == form]


def _figures(what: str, ours: list[Answered], ranked: list[Answered], theirs: list[Answered]) -> list[Figure]:
    matches = [one for one in ours if one.is_match]
    peer_first, peer_among_five = share(one.first for one in theirs), share(one.among_five for one in theirs)
    return [
        Figure(f"FEBRL {what}: shown first", "", (share(one.first for one in ours),), least=peer_first),
        Figure(f"FEBRL {what}: shown among five", "", (share(one.among_five for one in ours),), least=peer_among_five),
        Figure(f"FEBRL {what}: ranked first, shown or not", "", (share(one.first for one in ranked),)),
        Figure(f"FEBRL {what}: ranked among five, shown or not", "", (share(one.among_five for one in ranked),)),
        Figure(f"FEBRL {what}: matches that are right", "", (share(one.first for one in matches),)),
        Figure(f"FEBRL {what}: FTS5 trigram and rapidfuzz, recall at 1", "", (peer_first,)),
        Figure(f"FEBRL {what}: FTS5 trigram and rapidfuzz, recall at 5", "", (peer_among_five,)),
    ]
