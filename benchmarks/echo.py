"""An echo turn four ways, side by side: bare aiohttp, ours, ours with everything remembered, and the stock adapter."""

from contextlib import AsyncExitStack

import aiohttp

from benchmarks.driver import Driver
from benchmarks.figures import Figure
from benchmarks.processes import Server, running, running_channel

ROUNDS = 7
WARMING = 100
# So many that each takes about a second of processor time, since the kernel tells it in hundredths.
TURNS = {"bare": 1500, "echo": 1500, "remembered": 600, "stock": 120}


async def measure() -> list[Figure]:
    async with AsyncExitStack() as stack:
        channel = await stack.enter_async_context(running_channel())
        servers = [await stack.enter_async_context(running(name, channel)) for name in TURNS]
        driver = Driver(await stack.enter_async_context(aiohttp.ClientSession()), channel)
        for server in servers:
            await turn_cost(driver, server, WARMING)
        rounds = [{server.name: await turn_cost(driver, server, TURNS[server.name]) for server in servers} for _ in range(ROUNDS)]
    return figures(rounds)


async def turn_cost(driver: Driver, server: Server, turns: int) -> float:
    """CPU-ms of the server a turn; every turn must have been answered with its own words."""
    already, _ = await driver.replies()
    before = server.cpu()
    await driver.steadily(server, turns, str)
    spent = server.cpu() - before
    taken, last = await driver.replies()
    assert taken - already == turns, f"{server.name} answered {taken - already} of {turns} turns"
    assert last["text"].isdecimal()
    return spent * 1000 / turns


def figures(rounds: list[dict[str, float]]) -> list[Figure]:
    def each(name: str) -> tuple[float, ...]:
        return tuple(one[name] for one in rounds)

    return [
        Figure("echo, bare aiohttp (the floor)", "CPU-ms", each("bare")),
        Figure("echo, ours without storage", "CPU-ms", each("echo"), most=1.0),
        Figure("echo, ours with inbox, identity and state", "CPU-ms", each("remembered"), most=3.0),
        Figure("echo, stock CloudAdapter, no authentication", "CPU-ms", each("stock")),
        Figure("stock over ours without storage", "times", tuple(one["stock"] / one["echo"] for one in rounds), least=12.0),
        Figure("stock over ours with state", "times", tuple(one["stock"] / one["remembered"] for one in rounds)),
    ]
