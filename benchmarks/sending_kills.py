"""`kill -9` at each of ten points of sending, with a hundred seeds on each database: what the channel had then, and what it had twice."""

import os
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp
import orjson

from benchmarks.figures import Figure
from benchmarks.processes import started
from benchmarks.reminding.force import MASTER, made, owe, staff
from benchmarks.sending import asked_of, channel, closed, created, server
from domain.clock import utc_now
from domain.references import reference_of
from tests.fakes.crash import POINTS

SEEDS = "NMO_BENCH_SEEDS"
# So many that each of the ten workers of a seed finds work up to the point at which it is to die.
OWED, OFFICERS = 120, 30
MOST_MOMENT = 0.003


@dataclass
class Outcome:
    kills: int = 0
    in_doubt: int = 0
    lost: int = 0
    unlabelled: int = 0
    labelled: int = 0


async def measure() -> list[Figure]:
    seeds = int(os.environ.get(SEEDS, "100"))
    found = []
    with server() as base, TemporaryDirectory() as folder:
        for name, address in (("SQLite", f"sqlite:///{Path(folder) / 'kills.db'}"), ("PostgreSQL", await created(base, "kills"))):
            outcome = await killed(address, seeds)
            found += [
                Figure(f"kill -9 of a worker in the middle of sending, {name}", "times", (outcome.kills,)),
                Figure(f"reminders lost, {name}", "", (outcome.lost,), most=0),
                Figure(f"repeats without a label, {name}", "", (outcome.unlabelled,), most=0),
                Figure(f"repeats with a label, {name}", "", (outcome.labelled,), most=outcome.in_doubt),
            ]
    return found


async def killed(address: str, seeds: int) -> Outcome:
    outcome, opening = Outcome(), {"address": address, "key": MASTER.hex(), "force": "bench", "ahead": 0}
    async with channel() as url, aiohttp.ClientSession() as session, closed(await made(address, "bench")) as database:
        await staff(database, OFFICERS, utc_now(), url)
        async with started("tests.e2e.crashing") as (starter, _):
            for seed in range(seeds):
                await owe(database, range(seed * OWED, (seed + 1) * OWED), OFFICERS, utc_now())
                await _one_seed(starter, opening, Random(seed), outcome)
        taken = (await asked_of(session, f"{url}/all"))["taken"]
    _count(taken, seeds, outcome)
    return outcome


async def _one_seed(starter: Process, opening: dict[str, Any], random: Random, outcome: Outcome) -> None:
    """A worker dies at each point in turn, in an order of the seed's own; the last one comes to its end."""
    for point in [*random.sample(POINTS, len(POINTS)), ""]:
        asked = {**opening, "point": point, "nth": random.randint(1, 2), "moment": random.random() * MOST_MOMENT}
        told = await _worked(starter, asked)
        assert told["killed"] is bool(point), f"a worker told to die {point or 'never'} ended with {told['status']}"
        outcome.kills += bool(point)
        outcome.in_doubt += told["in_doubt"]


async def _worked(starter: Process, asked: dict[str, Any]) -> Any:
    assert starter.stdin is not None
    assert starter.stdout is not None
    starter.stdin.write(orjson.dumps(asked) + b"\n")
    return orjson.loads(await starter.stdout.readline())


def _count(taken: Sequence[tuple[str, bool]], seeds: int, outcome: Outcome) -> None:
    seen = Counter[str]()
    for reference, is_labelled in taken:
        outcome.labelled += is_labelled
        outcome.unlabelled += seen[reference] > 0 and not is_labelled
        seen[reference] += 1
    outcome.lost = sum(reference_of(number, "NMO") not in seen for number in range(seeds * OWED))
