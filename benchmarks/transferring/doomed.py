"""`python -m benchmarks.transferring.doomed FOLDER NTH HOURS`: goes on with the transfer in that folder and kills itself at the nth point; never with 0."""

import asyncio
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path

from benchmarks.transferring.forces import held
from tests.fakes.dying import Dying, go_over


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def _run(folder: Path, nth: int, hours: int) -> None:
    async with held(folder) as forces:
        forces.here.clock.advance(timedelta(hours=hours))
        await go_over(forces, Dying(nth, _kill))


if __name__ == "__main__":
    asyncio.run(_run(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
