"""`kill -9` at every point of a transfer to another force: whether the person has an owner then, and whether the transfer ends well afterwards."""

import asyncio
import shutil
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.figures import Figure
from benchmarks.transferring.forces import held, make
from tests.fakes.dying import POINTS
from tests.transferring import THERE

LATER = 2


async def measure() -> list[Figure]:
    killed, without, unended = 0, 0, 0
    with TemporaryDirectory() as folder:
        template = Path(folder) / "template"
        template.mkdir()
        await make(template)
        for nth in range(1, POINTS + 1):
            copy = Path(folder) / str(nth)
            shutil.copytree(template, copy)
            killed += await _run(copy, nth, 0) == -signal.SIGKILL
            without += not await _owners(copy)
            await _run(copy, 0, LATER)
            unended += await _owners(copy) != [THERE.id]
    return [
        Figure("kill -9 in a transfer", "times", (killed,), least=POINTS),
        Figure("people without an owner then", "", (without,), most=0),
        Figure("transfers that did not end well afterwards", "", (unended,), most=0),
    ]


async def _run(folder: Path, nth: int, hours: int) -> int | None:
    words = (sys.executable, "-m", "benchmarks.transferring.doomed", str(folder), str(nth), str(hours))
    process = await asyncio.create_subprocess_exec(*words)
    return await process.wait()


async def _owners(folder: Path) -> list[object]:
    async with held(folder) as forces:
        return list(await forces.owners())
