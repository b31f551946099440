"""Starts app.py's commands as processes, waits for what they say, and looks their logs over when they end."""

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import aiohttp

from tests.fakes.heartbeat import later

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
READY = "NMO Bot listens on "
# Words that only a fault or a leak would put into a log: names and particulars of the made-up force among them.
UNWELCOME = (
    "Traceback",
    "Task exception",
    "never retrieved",
    "never awaited",
    "Marlow",
    "Smith",
    "smiht",
    "Larkfield",
    "Okafor",
    "1985-03-12",
)


@dataclass(frozen=True)
class Ended:
    """A command that has run to its end."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass
class Process:
    """One command under way. `out` and `err` are what it has said so far."""

    pid: int
    status: "asyncio.Future[int]"
    out: list[str] = field(default_factory=list)
    err: list[str] = field(default_factory=list)
    said: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def says(self, words: str) -> str:
        """The first line of its output with these words; a process that ends before it fails the test with what it complained of."""
        async with asyncio.timeout(PATIENCE), self.said:
            await self.said.wait_for(lambda: self.status.done() or any(words in line for line in self.out))
        return next((line for line in self.out if words in line), f"ended {self.err}")

    async def ends(self) -> int:
        async with asyncio.timeout(PATIENCE):
            return await asyncio.shield(self.status)

    def signal(self, number: signal.Signals) -> None:
        if not self.status.done():
            os.kill(self.pid, number)

    async def killed(self) -> None:
        """As when the power goes: nothing is finished and nothing is given back."""
        self.signal(signal.SIGKILL)
        assert await self.ends() == -signal.SIGKILL


@dataclass(frozen=True)
class Warm:
    """The process that app.py's commands are forked from."""

    door: str

    @asynccontextmanager
    async def begun(self, arguments: list[str], environment: Mapping[str, str], stdin: IO[bytes]) -> AsyncIterator[Process]:
        """The command, ended by force where the test leaves it running."""
        caller = socket.socket(socket.AF_UNIX)
        caller.connect(self.door)
        out, err = os.pipe(), os.pipe()
        request = {"arguments": arguments, "environment": dict(environment), "folder": str(ROOT)}
        socket.send_fds(caller, [json.dumps(request).encode()], [stdin.fileno(), out[1], err[1]])
        os.close(out[1])
        os.close(err[1])
        answer, line = await asyncio.open_unix_connection(sock=caller)
        process = Process(int(await answer.readline()), asyncio.get_running_loop().create_future())
        watching = [
            asyncio.ensure_future(_listen(process, process.out, out[0])),
            asyncio.ensure_future(_listen(process, process.err, err[0])),
        ]
        ending = asyncio.ensure_future(_end(process, answer, watching))
        try:
            yield process
        finally:
            process.signal(signal.SIGKILL)
            await ending
            line.close()
            await line.wait_closed()

    async def command(self, *arguments: str, stdin: str = "", **environment: str) -> Ended:
        """Runs a command to its end."""
        with _file_of(stdin) as given:
            async with self.begun(list(arguments), surroundings(environment), given) as process:
                status = await process.ends()
        return Ended(status, "\n".join(process.out), "\n".join(process.err))


async def _listen(process: Process, lines: list[str], file: int) -> None:
    reader = asyncio.StreamReader(limit=2**24)
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(file, "rb"))
    await _take_down(process, lines, reader)
    transport.close()


async def _take_down(process: Process, lines: list[str], reader: asyncio.StreamReader) -> None:
    async for line in reader:
        async with process.said:
            lines.append(line.decode().rstrip("\n"))
            process.said.notify_all()


async def _end(process: Process, answer: asyncio.StreamReader, watching: Sequence[asyncio.Future[None]]) -> None:
    status = int(await answer.readline())
    await asyncio.gather(*watching)
    process.status.set_result(status)
    async with process.said:
        process.said.notify_all()


@asynccontextmanager
async def cold(arguments: list[str], settings: Mapping[str, str]) -> AsyncIterator[Process]:
    """The program as a person starts it, imports and all; it must end in peace."""
    pipe = asyncio.subprocess.PIPE
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        "app.py",
        *arguments,
        cwd=ROOT,
        env=surroundings(settings),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=pipe,
        stderr=pipe,
    )
    assert started.stdout is not None
    assert started.stderr is not None
    process = Process(started.pid, asyncio.get_running_loop().create_future())
    watching = [
        asyncio.ensure_future(_take_down(process, process.out, started.stdout)),
        asyncio.ensure_future(_take_down(process, process.err, started.stderr)),
    ]
    started_waiting = asyncio.ensure_future(started.wait())
    started_waiting.add_done_callback(lambda ended: process.status.set_result(ended.result()))
    try:
        yield process
        await at_peace(process)
    finally:
        process.signal(signal.SIGKILL)
        await started_waiting
        await asyncio.gather(*watching)


def _file_of(text: str) -> IO[bytes]:
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    return os.fdopen(reading, "rb")


def surroundings(settings: Mapping[str, str]) -> dict[str, str]:
    """Only what a program needs of its surroundings, so that nobody's own NMO_ settings reach a test."""
    return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LANG": "C.UTF-8", **settings}


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@dataclass(frozen=True)
class Server:
    """A bot that serves; `process` lets a test end it its own way."""

    url: str
    process: Process


@asynccontextmanager
async def serving(warm: Warm, arguments: list[str], settings: Mapping[str, str]) -> AsyncIterator[Server]:
    """`arguments` with a free port, from the moment it listens; it must end in peace and have nothing unwelcome in its log."""
    port = free_port()
    with _file_of("") as nothing:
        async with warm.begun([*arguments, "--port", str(port)], surroundings(settings), nothing) as process:
            said = await process.says(READY)
            assert said == f"{READY}http://127.0.0.1:{port}/"
            server = Server(f"http://127.0.0.1:{port}", process)
            yield server
            await at_peace(process)


@asynccontextmanager
async def working(warm: Warm, arguments: list[str], settings: Mapping[str, str]) -> AsyncIterator[Process]:
    """A worker, which listens to nobody and says nothing."""
    with _file_of("") as nothing:
        async with warm.begun(arguments, surroundings(settings), nothing) as process:
            yield process
            await at_peace(process)


async def at_peace(process: Process) -> None:
    """Stops it as a service manager does; one that was killed before is let lie."""
    process.signal(signal.SIGTERM)
    assert await process.ends() in (0, -signal.SIGKILL)
    assert [line for line in process.err if any(word in line for word in UNWELCOME)] == []


async def until(holds: Callable[[], Awaitable[bool]], patience: float = 15.0) -> None:
    """Asks again and again until it holds."""
    async with asyncio.timeout(patience):
        while not await holds():
            await later(0.05)


async def ready(session: aiohttp.ClientSession, url: str) -> None:
    async def answers() -> bool:
        async with session.get(f"{url}/readyz") as answer:
            return answer.status == 200

    await until(answers)
