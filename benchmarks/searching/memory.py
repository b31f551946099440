"""Asks a register some thousand questions in a process of its own, and prints the most memory that it held, in MB."""

import asyncio
import sys
from resource import RUSAGE_SELF, getrusage

from benchmarks.search import SEED, answered
from benchmarks.searching.faults import queries
from benchmarks.searching.people import people
from storage.database import open_database
from storage.keys import Keys

EACH, SOME = 30, 5_000


async def ask(file: str) -> None:
    database = open_database(f"sqlite:///{file}", Keys(bytes(32)), "demo")
    async with database.work() as uow:
        await answered(uow, queries(list(people(SEED, SOME)), "held", 12, EACH))
    await database.close()


if __name__ == "__main__":
    asyncio.run(ask(sys.argv[1]))
    print(getrusage(RUSAGE_SELF).ru_maxrss / 1024)
