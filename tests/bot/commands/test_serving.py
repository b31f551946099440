"""Upkeep while serving: again and again, once more at the end, never cut off in the middle."""

import asyncio

from bot.commands.serving import every
from domain.errors import Busy


class Upkeep:
    """Counts its calls; `fail` makes the next one fail, `held` holds one up until `go_on`."""

    def __init__(self) -> None:
        self.calls = 0
        self.finished = 0
        self.begun = asyncio.Event()
        self.go_on = asyncio.Event()
        self.go_on.set()
        self.faults: list[Exception] = []

    async def __call__(self) -> None:
        self.calls += 1
        self.begun.set()
        await self.go_on.wait()
        if self.faults:
            raise self.faults.pop()
        self.finished += 1


async def test_it_is_called_again_and_once_more_at_the_end() -> None:
    upkeep = Upkeep()
    async with every(0.001, upkeep):
        await upkeep.begun.wait()
        seen = upkeep.calls
    assert upkeep.calls > seen


async def test_a_call_under_way_at_the_end_is_finished_and_not_cut_off() -> None:
    upkeep = Upkeep()
    upkeep.go_on.clear()
    async with every(0.001, upkeep):
        await upkeep.begun.wait()
        asyncio.get_running_loop().call_soon(upkeep.go_on.set)
    assert upkeep.finished == upkeep.calls > 0


async def test_what_fails_is_no_end_of_it() -> None:
    upkeep = Upkeep()
    upkeep.faults = [RuntimeError("a fault"), Busy("busy")]
    async with every(0.001, upkeep):
        await upkeep.begun.wait()
        upkeep.begun.clear()
        await upkeep.begun.wait()
        upkeep.begun.clear()
        await upkeep.begun.wait()
    assert upkeep.finished >= 1
