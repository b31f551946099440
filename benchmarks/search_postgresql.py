"""The same search on PostgreSQL beside its own pg_trgm, on the empty database that NMO_BENCH_POSTGRESQL names: an address of a server that has the extension."""

import os
from collections.abc import Iterable
from itertools import islice
from time import perf_counter

import asyncpg

from benchmarks.figures import Figure, percentile
from benchmarks.search import SAMPLE, SEED, answered, built
from benchmarks.searching.answers import Answered, share
from benchmarks.searching.bars import MILLION
from benchmarks.searching.faults import FORMS, Query, queries
from benchmarks.searching.people import Person, people, sampled
from domain.matching import Verdict
from storage.database import open_database
from storage.keys import Keys
from storage.metadata import metadata
from storage.settling import settle
from storage.work import Database

ADDRESS, PEOPLE = "NMO_BENCH_POSTGRESQL", "NMO_BENCH_PEOPLE"
EACH = 20
AT_ONCE, AT_A_TURN = 20_000, 20
# As our own connections ask.
_AS_OURS = {"max_parallel_workers_per_gather": "0", "jit": "off"}
_SIZE = (
    "SELECT sum(pg_total_relation_size(name::regclass)) FROM unnest(ARRAY['lexicon', 'lexicon_key', 'indexed_party', 'party_name']) AS name"
)
_NEAR = """
SELECT no FROM bench_person WHERE names % $1
ORDER BY similarity(names, $1)
  + CASE WHEN $2::date IS NULL THEN 0 WHEN dob = $2 THEN 0.5 WHEN dob = $3 THEN 0.4 ELSE -0.15 END
  + CASE WHEN postcode = $4 THEN 0.3 ELSE 0 END DESC, no
LIMIT 5
"""


async def measure() -> list[Figure]:
    address = os.environ.get(ADDRESS)
    if address is None:
        raise SystemExit(f"Set {ADDRESS} to the address of an empty database of a PostgreSQL server that has pg_trgm.")
    number = int(os.environ.get(PEOPLE, MILLION))
    everybody = list(people(SEED, number))
    asked = list(queries(sampled(everybody, min(number, SAMPLE), seed=3), "held", 12, EACH))
    database = open_database(address, Keys(bytes(32)), "demo")
    async with database.engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    took = await built(database, everybody)
    peer = await asyncpg.connect(address.replace("+asyncpg", ""), server_settings=_AS_OURS)
    grown = await peer.fetchval(_SIZE)
    begun = perf_counter()
    await settle(database.engine)
    settled = perf_counter() - begun
    size = await peer.fetchval(_SIZE)
    await _fill(peer, everybody)
    ours, theirs = await _by_turns(database, peer, asked)
    await database.close()
    await peer.close()
    figures = [
        Figure(f"index of {number:,} built on PostgreSQL", "s", (took,)),
        Figure("the index on PostgreSQL as it grew", "MB", (float(grown) / 1_000_000,)),
        Figure("the index on PostgreSQL settled", "s", (settled,)),
        Figure("the index on PostgreSQL", "MB", (float(size) / 1_000_000,), most=750.0),
    ]
    return [*figures, *(figure for form in FORMS for figure in _figures(form, ours, theirs))]


async def _fill(peer: asyncpg.Connection, held: Iterable[Person]) -> None:
    await peer.execute(
        "CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TABLE bench_person (no bigint PRIMARY KEY, names text, dob date, postcode text)"
    )
    rows = ((one.number, one.name.lower(), one.dob, one.postcode) for one in held)
    while some := list(islice(rows, AT_ONCE)):
        await peer.copy_records_to_table("bench_person", records=some)
    await peer.execute("CREATE INDEX bench_trgm ON bench_person USING gin (names gin_trgm_ops)")
    await peer.execute("VACUUM ANALYZE bench_person")


async def _by_turns(database: Database, peer: asyncpg.Connection, asked: list[Query]) -> tuple[list[Answered], list[Answered]]:
    """What else the machine does weighs on both alike."""
    ours, theirs = list[Answered](), list[Answered]()
    async with database.work() as uow:
        await answered(uow, asked[:100])
        await _asked(peer, asked[:30])
        for start in range(0, len(asked), AT_A_TURN):
            some = asked[start : start + AT_A_TURN]
            ours += await answered(uow, some)
            theirs += await _asked(peer, some)
    return ours, theirs


async def _asked(peer: asyncpg.Connection, asked: Iterable[Query]) -> list[Answered]:
    found = []
    for query in asked:
        turned = None if query.dob is None or query.dob.day > 12 else query.dob.replace(month=query.dob.day, day=query.dob.month)
        begun = perf_counter()
        rows = await peer.fetch(_NEAR, query.name.lower(), query.dob, turned, query.postcode or None)
        took = (perf_counter() - begun) * 1000
        found.append(Answered(query, Verdict.POSSIBLE, [row["no"] for row in rows], took))
    return found


def _figures(form: str, ours: list[Answered], theirs: list[Answered]) -> list[Figure]:
    mine, other = ([one for one in some if one.query.form == form] for some in (ours, theirs))
    p50, peers = (percentile([one.ms for one in some], 0.5) for some in (mine, other))
    return [
        Figure(f"{form}: recall at 1 on PostgreSQL", "", (share(one.first for one in mine),)),
        Figure(f"{form}: pg_trgm, recall at 1", "", (share(one.first for one in other),)),
        Figure(f"{form}: p50 on PostgreSQL", "ms", (p50,)),
        Figure(f"{form}: p99 on PostgreSQL", "ms", (percentile([one.ms for one in mine], 0.99),)),
        Figure(f"{form}: pg_trgm, p50", "ms", (peers,)),
        Figure(f"{form}: our p50 over that of pg_trgm", "times", (p50 / peers,), most=0.45),
    ]
