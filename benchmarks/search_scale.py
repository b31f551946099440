"""What a register's size does to a search: at ten thousand, a million and two million people; one change, memory, and what is nobody's name at all."""

import asyncio
import gc
import re
import sys
from asyncio.subprocess import PIPE
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from benchmarks.figures import Figure, percentile
from benchmarks.search import PEER_ASKED, SAMPLE, SEED, answered, built, by_turns, opened
from benchmarks.searching.answers import peer_figures
from benchmarks.searching.bars import MILLION, barred
from benchmarks.searching.changing import changes
from benchmarks.searching.faults import FORMS, Query, queries
from benchmarks.searching.peers import Trigrams
from benchmarks.searching.people import Person, people, sampled
from benchmarks.searching.rubbish import strings
from bot.cards.orders import list_card, nothing_card, rows_of
from bot.cards.parts import Card
from bot.offers import Offer
from demo.load import load
from demo.people import officer_id
from domain.clock import utc_now
from domain.matching import Verdict
from domain.officers import Officer
from services.lookups import find
from storage.work import Database

SMALL, TWO_MILLION = 10_000, 2 * MILLION
EACH, RUBBISH = 40, 100_000
RESPONSE = "PC Sam Okafor-Lane"
# What a client would take for more than words: `plain` leaves none of it.
UNESCAPED = re.compile(r"(?<!\\)[<>*_\[\]`#~@]|[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066-\u2069]")


async def measure() -> list[Figure]:
    return [*await measure_times(), *await measure_rubbish()]


async def measure_times() -> list[Figure]:
    """All that a busy machine spoils, by itself: the build, every time, the peer beside it, and the memory."""
    everybody = list(people(SEED, TWO_MILLION))
    with TemporaryDirectory() as folder:
        file = Path(folder, "million.db")
        took = await filled(file, everybody[:MILLION])
        size = (await asyncio.to_thread(file.stat)).st_size / 1_000_000
        built_figures = [Figure(f"index of {MILLION:,} built", "s", (took,)), Figure("file of the index", "MB", (size,))]
        beside = barred([*built_figures, *await _beside_the_peer(file, everybody[:MILLION])])
        figures = await measure_in(file, everybody)
    return [*beside, *await measure_small(everybody[:SMALL]), *figures]


async def measure_small(everybody: Sequence[Person]) -> list[Figure]:
    with TemporaryDirectory() as folder:
        file = Path(folder, "small.db")
        await filled(file, everybody)
        return _times(SMALL, await _asked(file, everybody), most_p99=8.0)


async def measure_in(file: Path, everybody: Sequence[Person]) -> list[Figure]:
    """Of a file that holds the first million of them: times, one change and memory, and then the times when it has grown to hold them all."""
    million = await _asked(file, everybody[:MILLION])
    warm = queries(sampled(everybody[:MILLION], SAMPLE, seed=3), "held", 12, EACH)
    figures = [*_times(MILLION, million, most_p50=10.0, most_p99=30.0), *await changes(file), await _memory(file, warm)]
    await filled(file, everybody[MILLION:])
    two = await _asked(file, everybody)
    return [*figures, *_times(TWO_MILLION, two), *_growth(million, two)]


async def measure_rubbish() -> list[Figure]:
    with TemporaryDirectory() as folder:
        return await _rubbish(Path(folder, "demo.db"))


async def filled(file: Path, everybody: Sequence[Person]) -> float:
    """Seconds. The people who are held to build of are no garbage of the index's."""
    gc.freeze()
    database = await opened(file)
    took = await built(database, everybody)
    await database.close()
    return took


async def _beside_the_peer(file: Path, everybody: Sequence[Person]) -> list[Figure]:
    database, peer = await opened(file), Trigrams(file.with_name("beside.db"), everybody)
    asked = list(queries(sampled(everybody, SAMPLE, seed=3), "held", 12, PEER_ASKED))
    async with database.work() as uow:
        await answered(uow, asked)
        ours, theirs = await by_turns(uow, peer, asked)
    peer.close()
    await database.close()
    return peer_figures(ours, theirs)


Asked = dict[str, list[float]]


async def _asked(file: Path, everybody: Sequence[Person]) -> Asked:
    """Milliseconds by form, of questions that were asked before."""
    database = await opened(file)
    asked = list(queries(sampled(everybody, min(len(everybody), SAMPLE), seed=3), "held", 12, EACH))
    gc.freeze()
    async with database.work() as uow:
        await answered(uow, asked)
        told = await answered(uow, asked)
    await database.close()
    return {form: [one.ms for one in told if one.query.form == form] for form in FORMS}


def _growth(one: Asked, two: Asked) -> list[Figure]:
    return [
        Figure(f"{form}: p50 at two million over that at one", "times", (_p50(two, form) / _p50(one, form),), most=1.3) for form in FORMS
    ]


def _p50(asked: Asked, form: str) -> float:
    return percentile(asked[form], 0.5)


def _times(number: int, asked: Asked, most_p50: float | None = None, most_p99: float | None = None) -> list[Figure]:
    return [
        figure
        for form in FORMS
        for figure in (
            Figure(f"{form}: p50 among {number:,}", "ms", (_p50(asked, form),), most=most_p50),
            Figure(f"{form}: p99 among {number:,}", "ms", (percentile(asked[form], 0.99),), most=most_p99),
        )
    ]


async def _memory(file: Path, asked: Iterable[Query]) -> Figure:
    """The most that a process of its own holds which has loaded what a server loads and answered all of these."""
    lines = [orjson.dumps((one.name, one.dob.isoformat() if one.dob else "", one.address, one.postcode)) for one in asked]
    asking = await asyncio.create_subprocess_exec(sys.executable, "-m", "benchmarks.searching.memory", str(file), stdin=PIPE, stdout=PIPE)
    said, _ = await asking.communicate(b"\n".join(lines))
    assert asking.returncode == 0
    return Figure("memory of a server's process that searches a million", "MB", (float(said.split()[-1]),), most=400.0)


async def _rubbish(file: Path) -> list[Figure]:
    """Looked up as an officer's words are, and drawn as the card that answers."""
    database = await opened(file)
    officer = await _with_orders(database)
    errors = unescaped = 0
    for typed in strings(SEED, RUBBISH):
        try:
            async with database.turn("rubbish"):
                found = await find(database.work, utc_now, officer, typed)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is counted
            errors += 1
            print(f"{fault!r} for {typed!r}", file=sys.stderr)
            continue
        # A refusal is said in words of ours alone, and as plain text.
        offer = Offer(officer.id, "rubbish", utc_now())
        if found.verdict is Verdict.NONE:
            unescaped += any(map(UNESCAPED.search, _texts(nothing_card(found, rows_of(found, officer, offer)))))
        elif found.matches:
            unescaped += any(map(UNESCAPED.search, _texts(list_card(found, officer, offer))))
    await database.close()
    return [
        Figure(f"errors of {RUBBISH:,} random strings", "", (errors,), most=0),
        Figure(f"cards of {RUBBISH:,} random strings with something unescaped", "", (unescaped,), most=0),
    ]


async def _with_orders(database: Database) -> Officer:
    await load(database.work, utc_now, "demo")
    async with database.work() as uow:
        officer = await uow.officers.get(officer_id(RESPONSE))
    assert officer is not None
    return officer


def _texts(part: Card | list[Any]) -> Iterator[str]:
    """All that is drawn of a card."""
    inside = part.items() if isinstance(part, dict) else enumerate(part)
    for key, value in inside:
        if isinstance(value, dict | list):
            yield from _texts(value)
        elif isinstance(value, str) and key in {"text", "value", "title", "label"}:
            yield value
