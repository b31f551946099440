"""How well and how fast (in time of the processor) a line is understood: intents and entities, time by length, what it costs to start.

`examples.json` holds the 25 lines of the public contract, and the weights are fitted to them among others: what is right there shows that nothing was lost.
How well a new line is read shows `fresh.json` alone. It is measured only: whoever mends a kind of failure that it shows writes other lines, and of its lines
none counts that stands in tools/lines too. `seen.json` holds sets that were put once each and mended for since, by other lines of their kind;
docs/decisions (0015) has what each gave at first.
"""

import gc
import json
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from time import thread_time
from typing import Any

from benchmarks.figures import Figure, percentile
from domain.london import LONDON
from domain.understanding import understand
from tools.fit_understanding import lines

UTTERANCES = Path(__file__).parent / "utterances"
NOW = datetime(2026, 11, 28, 10, tzinfo=LONDON)
# The entities that the public contract holds to account.
HELD = frozenset(
    [
        "person_name",
        "role",
        "dob",
        "birth_year",
        "address",
        "postcode",
        "postcode_area",
        "phone",
        "order_no",
        "when",
        "victim_name",
        "attempts",
        "to",
        "to_force",
        "from_force",
        "duration",
        "risk_level",
        "team",
        "end_at",
        "custody_no",
        "reference",
    ]
)
# One of 35 and four of 35.
MOST_INTENTS, MOST_ENTITIES = 1 / 35, 4 / 35
LENGTHS, ROUNDS = (50, 200, 500, 1_000, 2_000, 4_000), 5
MOST_MS, MOST_SECONDS, MOST_MB = 5, 0.5, 60
ONCE = """
import os, time
from datetime import UTC, datetime
from pathlib import Path
def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20
before, began = held(), time.process_time()
from domain.understanding import understand
understand("any nmo on john smith", datetime(2026, 11, 28, tzinfo=UTC))
print(time.process_time() - began, held() - before)
"""


async def measure() -> list[Figure]:
    rows = {name: json.loads((UTTERANCES / f"{name}.json").read_text(encoding="utf-8")) for name in ("examples", "fresh", "seen")}
    fitted = {line.casefold() for _, line in lines()}
    rows["fresh"] = [row for row in rows["fresh"] if row["text"].casefold() not in fitted]
    right = [figure for name, told in rows.items() for figure in _rightness(name, told)]
    return [*right, *_times([row["text"] for told in rows.values() for row in told]), *_start()]


def _rightness(name: str, rows: list[dict[str, Any]]) -> Iterable[Figure]:
    intents = entities = 0
    for row in rows:
        read = understand(row["text"], NOW)
        wrong = read.intent.value != row["intent"], _held(read.entities) != _held(row["entities"])
        intents, entities = intents + wrong[0], entities + wrong[1]
        if any(wrong):
            print(f"  {row['text']}: {read.intent.value} {_held(read.entities)}, not {row['intent']} {_held(row['entities'])}")
    yield Figure(f"{name}: intent wrong, of {len(rows)}", "share", (round(intents / len(rows), 4),), most=MOST_INTENTS)
    yield Figure(f"{name}: any entity wrong, of {len(rows)}", "share", (round(entities / len(rows), 4),), most=MOST_ENTITIES)


def _held(entities: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in entities.items() if name in HELD}


def _times(lines: list[str]) -> Iterable[Figure]:
    """Each length is filled with lines as they are typed, from another of them on each time."""
    for length in LENGTHS:
        texts = [_filled(lines, at, length) for at in range(len(lines))]
        yield Figure(f"understand, {length} characters, p99", "ms", tuple(_p99(texts) for _ in range(ROUNDS)), most=MOST_MS)


def _filled(lines: list[str], at: int, length: int) -> str:
    whole, place = lines[at], at
    while len(whole) < length:
        place += 1
        whole += f" {lines[place % len(lines)]}"
    return whole[:length]


def _p99(texts: list[str]) -> float:
    spent = []
    gc.disable()
    for text in texts * 2:
        began = thread_time()
        understand(text, NOW)
        spent.append((thread_time() - began) * 1_000)
    gc.enable()
    return percentile(spent, 0.99)


def _start() -> Iterable[Figure]:
    """From nothing loaded to the first line understood, each in a new process."""
    told = [subprocess.check_output([sys.executable, "-c", ONCE], text=True).split() for _ in range(ROUNDS)]  # noqa: S603 - the words above and this Python
    yield Figure("start-up to the first line", "s", tuple(float(seconds) for seconds, _ in told), most=MOST_SECONDS)
    yield Figure("memory it adds", "MB", tuple(float(megabytes) for _, megabytes in told), most=MOST_MB)
