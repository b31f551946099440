"""Loads all that a server loads, asks a register the questions that come in as JSON lines, and prints the most memory that the process held, in MB."""

import asyncio
import sys
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import orjson

import app
from domain.clock import utc_now
from domain.dates import find_dob
from domain.matching import judge
from domain.particulars import Particulars, given_particulars
from storage.database import open_database
from storage.keys import Keys

assert app.__name__
_STATUS = Path("/proc/self/status")


async def ask(file: str) -> None:
    database = open_database(f"sqlite:///{file}", Keys(bytes(32)), "demo")
    async with database.work() as uow:
        for words in sys.stdin:
            asked = _asked(*orjson.loads(words))
            judge(asked, await uow.search.candidates(asked))
    await database.close()


def _asked(name: str, dob: str, address: str, postcode: str) -> Particulars:
    born = find_dob(f"dob {dob}", utc_now().date())
    return given_particulars(name, None if born is None else born.dob, address, postcode, "", "")


def most_held() -> float:
    """Of this program alone: the usual figure begins with what the process that started it held."""
    peak = [line.split()[1] for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM:")] if _STATUS.exists() else []
    return int(peak[0]) / 1024 if peak else getrusage(RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    asyncio.run(ask(sys.argv[1]))
    print(most_held())
