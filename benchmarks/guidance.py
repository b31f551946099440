"""Questions put to the guidance as officers put them: are all facts in the answer, beside a full-text search and an embedding of words."""

import asyncio
import gc
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from time import perf_counter, process_time
from typing import TypedDict

import orjson

from benchmarks.figures import Figure, percentile
from guidance.library import Answer, Library, load
from guidance.pages import Page
from guidance.wording import page_text

ASKED = Path(__file__).parent / "answering" / "asked.json"
TODAY = date(2026, 11, 27)
ROUNDS = 3
# One process that does nothing else, so that what is counted is the guidance alone.
_STARTING = """
import time
from pathlib import Path
resident = lambda: int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 2**20
begun, used, before = time.perf_counter(), time.process_time(), resident()
from guidance.library import load
load().answer("he was not served", __import__("datetime").date(2026, 11, 27))
print(time.perf_counter() - begun, time.process_time() - used, resident() - before)
"""


class Asked(TypedDict):
    """`answer_must_say`: each entry a fact, in wordings of which any will do; `set` is the one it was put with."""

    q: str
    answer_must_say: list[str]
    out_of_scope: bool
    set: str


Finder = Callable[[str], Page]


async def measure() -> list[Figure]:
    """Pages and words were mended with these questions at hand: docs/decisions holds what each set gave when it was put for the first time."""
    return await asyncio.to_thread(_measure)


def _measure() -> list[Figure]:
    library = load()
    finders = {"full-text search (FTS5, BM25)": _full_text(library), "embedding of words (wordllama, 256)": _embedding(library)}
    asked: list[Asked] = orjson.loads(ASKED.read_bytes())
    inside = [one for one in asked if not one["out_of_scope"]]
    outside = [library.answer(one["q"], TODAY) for one in asked if one["out_of_scope"]]
    ours = [library.answer(one["q"], TODAY) for one in inside]
    return [
        Figure("every fact in the answer", "", (_share(map(_says, ours, inside)),), least=0.9),
        Figure("in scope, refused", "", (_share(not one.answered for one in ours),), most=0.03),
        Figure("out of scope, answered by a page", "", (_share(one.page is not None for one in outside),), most=0),
        *(
            Figure(f"every fact in the page of {peer}", "", (_share(_says(_whole(find(one["q"])), one) for one in inside),))
            for peer, find in finders.items()
        ),
        *_times(library, [one["q"] for one in asked]),
        *_starting(),
    ]


def _says(answer: Answer, asked: Asked) -> bool:
    shown = f"{answer.title}\n{answer.text}".casefold()
    return answer.answered and all(any(word.casefold() in shown for word in fact.split("|")) for fact in asked["answer_must_say"])


def _share(of: Iterable[bool]) -> float:
    several = list(of)
    return sum(several) / len(several)


def _whole(page: Page) -> Answer:
    return Answer(answered=True, page=page.name, title=page.title, text=page_text(page, overdue=False))


def _full_text(library: Library) -> Finder:
    """SQLite's own ranking over the same fields and with the same weights, on stems."""
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.execute("CREATE VIRTUAL TABLE page USING fts5(title, aliases, questions, summary, body, tokenize = 'porter unicode61')")
    fields = [(one.title, " . ".join(one.aliases), " . ".join(one.questions), one.summary, one.body) for one in library.pages]
    database.executemany("INSERT INTO page VALUES (?, ?, ?, ?, ?)", fields)

    def find(question: str) -> Page:
        words = " OR ".join(f'"{word}"' for word in re.findall(r"[a-z0-9]+", question.casefold())) or '""'
        found = database.execute(
            "SELECT rowid FROM page WHERE page MATCH ? ORDER BY bm25(page, 3, 2.5, 2, 1.5, 1) LIMIT 1", (words,)
        ).fetchone()
        return library.pages[found[0] - 1 if found else 0]

    return find


def _embedding(library: Library) -> Finder:
    """The nearest title, alias or question by meaning; the table comes with the package, and nothing is fetched."""
    wordllama = import_module("wordllama")
    table = wordllama.WordLlama.load(cache_dir=Path(wordllama.__path__[0]), disable_download=True)
    said = [(page, text) for page in library.pages for text in (page.title, *page.aliases, *page.questions)]
    vectors = table.embed([text for _, text in said], norm=True)

    def find(question: str) -> Page:
        return said[int((vectors @ table.embed([question], norm=True)[0]).argmax())][0]

    return find


def _times(library: Library, asked: Sequence[str]) -> list[Figure]:
    slowest, busiest = [], []
    for _ in range(ROUNDS):
        gc.collect()
        taken = [_timed(library, question) for question in asked]
        slowest.append(percentile([one[0] for one in taken], 0.99))
        busiest.append(percentile([one[1] for one in taken], 0.99))
    return [Figure("ask, p99", "ms", tuple(slowest), most=10), Figure("ask, p99, time of the processor", "ms", tuple(busiest))]


def _timed(library: Library, question: str) -> tuple[float, float]:
    begun, used = perf_counter(), process_time()
    library.answer(question, TODAY)
    return (perf_counter() - begun) * 1000, (process_time() - used) * 1000


def _starting() -> list[Figure]:
    rounds = [subprocess.check_output([sys.executable, "-c", _STARTING], text=True).split() for _ in range(ROUNDS)]  # noqa: S603 - our own words
    return [
        Figure("guidance ready, imports included", "s", tuple(float(one[0]) for one in rounds), most=0.5),
        Figure("guidance ready, time of the processor", "s", tuple(float(one[1]) for one in rounds)),
        Figure("memory of guidance", "MB", tuple(float(one[2]) for one in rounds), most=60),
    ]
