"""`kill -9` after every input of the ten stories of breaches: what the record says in the end, beside the same story with nothing killed."""

import asyncio
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from benchmarks.breach import activity, next_card
from benchmarks.driver import Driver
from benchmarks.figures import Figure
from benchmarks.processes import Server, running_channel
from benchmarks.product import ADMIN, RESPONSE, Register, lone_cases, made_register, ready
from demo.feed import made_up_feed, write_feed
from demo.people import officer_id
from domain.breaches.answers import TITLES
from domain.breaches.summary import ANSWERED
from domain.clock import utc_now
from domain.london import to_london
from tests.e2e.running import free_port
from tests.e2e.teams import cards_of, in_place
from tests.fakes.talk import words
from tests.stories import STORIES
from tests.story_parts import Story

ORDERS = 200
CONVERSATION = "a:kills"
_AS_TYPED = "(as typed: "


@dataclass
class Bot:
    """The web process of the bot, which can be killed and started anew on the same database and port."""

    register: Register
    session: aiohttp.ClientSession
    port: int = field(default_factory=free_port)
    process: Process | None = None

    async def start(self) -> Server:
        self.process = await self.register.started("serve", "--port", str(self.port), "--role", "web")
        server = Server("product", f"http://127.0.0.1:{self.port}", self.process.pid)
        while not await ready(self.session, server, "/healthz"):
            assert self.process.returncode is None, "app.py serve did not start: what it said stands above"
            await asyncio.sleep(0.02)
        return server

    async def kill(self) -> None:
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()


async def measure() -> list[Figure]:
    orders = made_up_feed(1, ORDERS, to_london(utc_now()).date())
    cases = [f"case {number}" for number in lone_cases(orders)]
    async with _bot(orders) as (bot, driver):
        server, lost, kills, compared = await bot.start(), 0, 0, 0
        for at, story in enumerate(STORIES):
            whole = await _told(driver, server, story, cases[2 * at])
            server, killed = await _told_between_kills(bot, driver, server, story, cases[2 * at + 1])
            kills += len(story.inputs) - 1
            lost += len(whole - killed)
            for question, answer in sorted(whole - killed):
                print(f"  {story.name}: {question}: {answer}, but {dict(killed).get(question, 'nothing')}")
            compared += len(whole)
        await bot.kill()
    return [
        Figure("kill -9 after an input of a story", "times", (kills,)),
        Figure("answers compared", "", (compared,), least=1),
        Figure("answers lost of all the stories", "", (lost,), most=0),
    ]


@asynccontextmanager
async def _bot(orders: Any) -> AsyncIterator[tuple[Bot, Driver]]:
    with TemporaryDirectory() as folder:
        async with running_channel() as channel, aiohttp.ClientSession() as session:
            register = await made_register(Path(folder), channel)
            write_feed(register.folder / "feed", orders, 0, to_london(utc_now()).date())
            await register.command("feed", "import", str(register.folder / "feed"), "--as", str(officer_id(ADMIN)))
            yield Bot(register, session), Driver(session, channel, str(officer_id(RESPONSE)))


async def _told(driver: Driver, server: Server, story: Story, asked: str) -> set[tuple[str, str]]:
    shown: dict[str, Any] = {}
    for one in story.inputs:
        shown = await _step(driver, server, activity(one, shown, asked))
    return answers_in(shown)


async def _told_between_kills(bot: Bot, driver: Driver, server: Server, story: Story, asked: str) -> tuple[Server, set[tuple[str, str]]]:
    """Each input meets a process that knows nothing but what the database holds."""
    shown: dict[str, Any] = {}
    for one in story.inputs[:-1]:
        shown = await _step(driver, server, activity(one, shown, asked))
        await bot.kill()
        server = await bot.start()
    return server, answers_in(await _step(driver, server, activity(story.inputs[-1], shown, asked)))


async def _step(driver: Driver, server: Server, said: dict[str, Any]) -> dict[str, Any]:
    taken, _ = await driver.replies()
    answer = await driver.turn(server, CONVERSATION, said, 0.0)
    return await next_card(driver, in_place(answer) if answer and "value" in said else {}, taken)


def answers_in(shown: dict[str, Any]) -> set[tuple[str, str]]:
    """The answers that the text for the crime report has, by question: without the time at which one was given that was given apart.

    Of one whose day was read from words what was typed is compared: five minutes ago is another minute in the second telling.
    """
    rows = list(words(cards_of([shown])))
    headings = ((at, row.removesuffix(":").partition(ANSWERED)[0]) for at, row in enumerate(rows[:-1]) if row.endswith(":"))
    return {(title, _typed(rows[at + 1])) for at, title in headings if title in TITLES}


def _typed(answer: str) -> str:
    _, sign, typed = answer.partition(_AS_TYPED)
    return sign + typed if sign else answer
