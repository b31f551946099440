"""Every bar of searching in one run and one table: a million people, the peers beside it, growth, one change, memory, what is nobody's name, and FEBRL's people.

PostgreSQL is measured with it where NMO_BENCH_POSTGRESQL names an empty database.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import search_outside, search_postgresql
from benchmarks.figures import Figure
from benchmarks.search import EACH_OF_MILLION, SEED, Asked, measured_in
from benchmarks.search_scale import SMALL, TWO_MILLION, measure_in, measure_rubbish, measure_small
from benchmarks.searching.bars import MILLION, barred
from benchmarks.searching.near import NEAR, STRANGERS
from benchmarks.searching.people import people


async def measure() -> list[Figure]:
    everybody = list(people(SEED, TWO_MILLION))
    with TemporaryDirectory() as folder:
        file = Path(folder, "register.db")
        figures = barred(await measured_in(file, everybody[:MILLION], "held", Asked(EACH_OF_MILLION, NEAR, STRANGERS)))
        figures += await measure_in(file, everybody)
    figures += [*await measure_small(everybody[:SMALL]), *await measure_rubbish(), *await search_outside.measure()]
    return figures + (await search_postgresql.measure() if search_postgresql.ADDRESS in os.environ else [])
