"""The product itself, `app.py serve` in production mode over 10,000 made-up orders: feed, start, look-ups and a breach."""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import aiohttp
import orjson

from benchmarks.breach import breach_figures
from benchmarks.driver import Driver
from benchmarks.figures import Figure, percentile
from benchmarks.processes import Server, running_channel
from benchmarks.serving import Channel
from demo.feed import made_up_feed, write_feed
from demo.orders import MadeOrder
from demo.people import officer_id, officers_csv
from domain.clock import utc_now
from domain.london import to_london
from tests.e2e.running import free_port

ORDERS = 10_000
ROUNDS, TURNS, STARTS = 5, 200, 3
PER_SECOND, SECONDS = 20, 30
RESPONSE, ADMIN = "PC Sam Okafor-Lane", "Addie Loom"


@dataclass(frozen=True)
class Register:
    """A database of its own with the force's people, and the settings that lead there."""

    folder: Path
    settings: dict[str, str]

    async def command(self, *arguments: str) -> str:
        process = await self.started(*arguments)
        said, _ = await process.communicate()
        assert process.returncode == 0, f"app.py {' '.join(arguments)} ended with {process.returncode}"
        return said.decode()

    async def started(self, *arguments: str) -> Process:
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("NMO_")}
        return await asyncio.create_subprocess_exec(sys.executable, "app.py", *arguments, env=surroundings | self.settings, stdout=PIPE)


async def measure() -> list[Figure]:
    orders = made_up_feed(1, ORDERS, to_london(utc_now()).date())
    with TemporaryDirectory() as folder:
        async with running_channel() as channel, aiohttp.ClientSession() as session:
            register = await made_register(Path(folder), channel)
            found = await feed_figures(register, orders)
            found.append(await start_figure(register, session))
            # The worker would remind of thousands of made-up contacts meanwhile; a force may run it apart too.
            async with serving(register, session, "--role", "web") as server:
                driver = Driver(session, channel, str(officer_id(RESPONSE)))
                found += await look_up_figures(driver, server, orders)
                return [*found, *await breach_figures(driver, server, [f"case {number}" for number in lone_cases(orders)[:200]])]


async def made_register(folder: Path, channel: Channel) -> Register:
    secret, people = folder / "secret", folder / "people.csv"
    secret.write_text("made-up-secret")
    secret.chmod(0o600)
    people.write_text(officers_csv())
    # The reason is asked once in half an hour: what is measured are the look-ups between.
    (folder / "bench.toml").write_text("version = 1\n[reason]\nask = false\n")
    settings = {
        "NMO_FORCE": "bench",
        "NMO_FORCES_DIR": str(folder),
        "NMO_DATABASE_URL": f"sqlite:///{folder / 'nmo.db'}",
        "NMO_MASTER_KEY_FILE": str(folder / "master.key"),
        "NMO_APP_ID": channel.app_id,
        "NMO_TENANT_ID": channel.tenant,
        "NMO_APP_SECRET_FILE": str(secret),
        "NMO_OPENID_METADATA_URL": channel.metadata_url,
        "NMO_TOKEN_URL": channel.token_url,
        "NMO_SERVICE_HOSTS": channel.service_url,
        "NMO_LOG_LEVEL": "error",
    }
    register = Register(folder, settings)
    await register.command("key", "new", str(folder / "master.key"))
    await register.command("migrate")
    await register.command("people", "import", str(people))
    return register


async def feed_figures(register: Register, orders: Sequence[MadeOrder]) -> list[Figure]:
    """The same feed twice: the second time must change nothing."""
    feed = register.folder / "feed"
    write_feed(feed, orders, 0, to_london(utc_now()).date())
    importing = ("feed", "import", str(feed), "--json", "--as", str(officer_id(ADMIN)))
    begun = perf_counter()
    first = orjson.loads(await register.command(*importing))
    between = perf_counter()
    second = orjson.loads(await register.command(*importing))
    assert first["imported"] == ORDERS
    return [
        Figure(f"feed of {ORDERS:,} orders taken in", "s", (between - begun,), most=30.0),
        Figure("the same feed a second time", "s", (perf_counter() - between,)),
        Figure("rows that the second time changed", "rows", (second["imported"] + second["updated"],), most=0),
    ]


async def start_figure(register: Register, session: aiohttp.ClientSession) -> Figure:
    took = []
    for _ in range(STARTS):
        begun = perf_counter()
        async with serving(register, session):
            took.append(perf_counter() - begun)
    return Figure("start to /readyz 200", "s", tuple(took), most=4.0)


@asynccontextmanager
async def serving(register: Register, session: aiohttp.ClientSession, *role: str) -> AsyncIterator[Server]:
    """From the moment it is ready: `/readyz` of a web process alone is 503, since nobody works beside it."""
    port = free_port()
    process = await register.started("serve", "--port", str(port), *role)
    server = Server("product", f"http://127.0.0.1:{port}", process.pid)
    try:
        while not await ready(session, server, "/healthz" if role else "/readyz"):
            assert process.returncode is None, "app.py serve did not start: what it said stands above"
            await asyncio.sleep(0.02)
        yield server
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def ready(session: aiohttp.ClientSession, server: Server, page: str) -> bool:
    try:
        async with session.get(f"{server.address}{page}") as response:
            return response.status == 200
    except aiohttp.ClientConnectorError:
        return False


async def look_up_figures(driver: Driver, server: Server, orders: Sequence[MadeOrder]) -> list[Figure]:
    """Each turn asks for another respondent by name and date of birth, and must be answered with a card."""
    costs = []
    for n in range(ROUNDS + 1):
        before, already = server.cpu(), (await driver.replies())[0]
        await driver.steadily(server, TURNS, partial(asked_of, orders, n * TURNS))
        costs.append((server.cpu() - before) * 1000 / TURNS)
        taken, last = await driver.replies()
        assert taken - already == TURNS
        assert last["attachments"]
    driver.seconds.clear()
    await driver.at_a_rate(server, PER_SECOND, SECONDS, partial(asked_of, orders, (ROUNDS + 1) * TURNS))
    slow = percentile(driver.seconds, 0.99) * 1000
    return [
        Figure(f"look-up turn at {ORDERS:,} orders", "CPU-ms", tuple(costs[1:]), most=8.0),
        Figure(f"look-ups at {PER_SECOND} a second for {SECONDS} s, p50", "ms", (percentile(driver.seconds, 0.5) * 1000,)),
        Figure(f"look-ups at {PER_SECOND} a second for {SECONDS} s, p99", "ms", (slow,), most=60.0),
    ]


def lone_cases(orders: Sequence[MadeOrder]) -> list[str]:
    """The numbers of the cases that hold one order, so that a look-up shows it at once."""
    held = Counter(one.case_no for one in orders)
    return [one.case_no for one in orders if held[one.case_no] == 1]


def asked_of(orders: Sequence[MadeOrder], first: int, turn: int) -> str:
    return asked(orders[first + turn])


def asked(order: MadeOrder) -> str:
    he = order.respondent
    return f"any nmo on {he.forenames} {he.surname} dob {he.dob:%d/%m/%Y}" if he.dob else f"any nmo on {he.forenames} {he.surname}"
