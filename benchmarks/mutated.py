"""Fifty thousand mutated sentences of every role, with presses between them: what was done or shown that is outside the role."""

from collections import Counter
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.figures import Figure
from benchmarks.mutating.course import Ledger, Shift
from benchmarks.mutating.register import a_register, made_in, real_turns
from benchmarks.mutating.shown import CANARIES
from bot.logs import set_up_logs

SEED, SENTENCES, A_SHIFT = 2026, 50_000, 2_500
MOST_CPU_SECONDS = 600
TOLD = 20


async def measure() -> list[Figure]:
    return await measured(SENTENCES)


async def measure_few() -> list[Figure]:
    return await measured(SENTENCES // 10)


async def measured(sentences: int) -> list[Figure]:
    """In shifts, each on a register of its own, so that what one did to it hides nothing from the next."""
    ledger, log, began = Ledger(), StringIO(), process_time()
    with redirect_stderr(log):
        set_up_logs("info")
    with TemporaryDirectory() as of, TemporaryDirectory() as folder:
        template = await made_in(Path(of), Random(SEED))
        for number in range(sentences // A_SHIFT):
            async with a_register(template, Path(folder) / f"{number}") as register:
                await Shift(register, await real_turns(register), Random(SEED + number), log.getvalue).run(A_SHIFT, ledger)
    return _figures(ledger, process_time() - began)


def _figures(ledger: Ledger, took: float) -> list[Figure]:
    for one in ledger.faults[:TOLD]:
        print(f"  {one.kind}: {one.role}: {one.what} <- {one.said[:300]}")
    kinds = Counter(one.kind for one in ledger.faults)
    return [
        Figure("mutated sentences", "", (ledger.sentences,)),
        *(Figure(f"besides: {kind}", "", (number,)) for kind, number in sorted(ledger.besides.items())),
        Figure("kinds of buttons pressed", "", (len(ledger.verbs),)),
        Figure("kinds of lines on the trail", "", (len(ledger.events),)),
        Figure("refused for want of a permission", "", (ledger.events["bot:permission:refused"],), least=1),
        Figure(f"hidden words shown where they may be, of {len(CANARIES)}", "", (len(ledger.light),), least=len(CANARIES) // 2),
        Figure("actions outside the role's permissions", "", (kinds["effect"],), most=0),
        Figure("hidden words shown to a role that may not see them", "", (kinds["shown"],), most=0),
        Figure("hidden words in state, open columns or log", "", (kinds["open"],), most=0),
        Figure("errors", "", (kinds["error"],), most=0),
        Figure("no answer at all", "", (kinds["silent"],), most=0),
        Figure("time of the processor", "s", (took,), most=MOST_CPU_SECONDS),
    ]
