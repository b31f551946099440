"""Stands in for Teams where thousands arrive a second: bare HTTP on loopback, each answer after 20 ms, with its limits or some refusals at random."""

import asyncio
import re
import sys
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from random import Random
from time import time

import orjson

from benchmarks.serving import tell, until_told
from bot.cards.contacts import REPEAT

LATENCY = 0.02
# Within so many seconds at most so many: of one conversation, and of all of a tenant.
CONVERSATION = ((1.0, 7), (2.0, 8), (30.0, 60), (3600.0, 1800))
TENANT = ((1.0, 50),)
_REFERENCE = re.compile(rb"NMO-[A-Z0-9]{6,8}")
_REPEAT = REPEAT.partition(":")[0].encode()
_ACCEPTED = b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
_THROTTLED = b"HTTP/1.1 429 Too Many Requests\r\nRetry-After: %d\r\nContent-Length: 0\r\n\r\n"
_TOLD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"


@dataclass
class Limit:
    """Sliding windows over what was accepted."""

    windows: tuple[tuple[float, int], ...]
    taken: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """How long until there is room again; none at all where there is."""
        longest = self.windows[-1][0]
        while self.taken and self.taken[0] <= now - longest:
            self.taken.popleft()
        waits = [self.taken[-most] + seconds - now for seconds, most in self.windows if len(self.taken) >= most]
        return max([0.0, *waits])


@dataclass
class Channel:
    """`accepted` holds by tenant, the second part of a conversation's id, when each message was taken; `refuse` of `of` are refused at random, once.

    `taken` are the orders that the messages were about, in their order, and whether each said that it may be a repeat.
    """

    refuse: int = 0
    of: int = 1
    capped: bool = False
    accepted: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    throttled: int = 0
    taken: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = Random(5)
        self._ids = count(1)
        self._refused = frozenset(self._random.sample(range(self.of), self.refuse))
        self._arrived = count()
        self._tenants: defaultdict[str, Limit] = defaultdict(lambda: Limit(TENANT))
        self._chats: defaultdict[str, Limit] = defaultdict(lambda: Limit(CONVERSATION))

    def take(self, conversation: str, said: bytes) -> bytes:
        tenant, now = conversation.split("-")[1], time()
        wait = self._wait(tenant, conversation, now)
        if wait > 0:
            self.throttled += 1
            return _THROTTLED % max(1, round(wait))
        self.accepted[tenant].append(now + LATENCY)
        found = _REFERENCE.search(said)
        self.taken.append((found[0].decode() if found else "", _REPEAT in said))
        body = b'{"id":"sent-%d"}' % next(self._ids)
        return _ACCEPTED % (len(body), body)

    def _wait(self, tenant: str, conversation: str, now: float) -> float:
        if next(self._arrived) in self._refused:
            return self._random.randint(1, 3)
        if not self.capped:
            return 0.0
        wait = max(self._tenants[tenant].wait(now), self._chats[conversation].wait(now))
        if wait <= 0:
            self._tenants[tenant].taken.append(now)
            self._chats[conversation].taken.append(now)
        return wait

    def told(self) -> bytes:
        body = orjson.dumps({"accepted": self.accepted, "throttled": self.throttled, "taken": self.taken})
        return _TOLD % (len(body), body)

    def counted(self) -> bytes:
        body = orjson.dumps({"accepted": sum(map(len, self.accepted.values())), "throttled": self.throttled})
        return _TOLD % (len(body), body)


class Line(asyncio.Protocol):
    """One connection: a request, which is taken as it comes, its answer 20 ms later, the next request."""

    def __init__(self, answer: Callable[[bytes, bytes], bytes]) -> None:
        self._answer = answer
        self._loop = asyncio.get_running_loop()
        self._held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        head, ended, rest = self._held.partition(b"\r\n\r\n")
        if not ended:
            return
        at = head.lower().find(b"content-length: ")
        length = 0 if at < 0 else int(head[at + 16 :].partition(b"\r\n")[0])
        if len(rest) < length:
            return
        self._held = rest[length:]
        line = head.partition(b"\r\n")[0]
        self._loop.call_later(LATENCY if line.startswith(b"POST") else 0, self._send, self._answer(line, rest[:length]))

    def _send(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


async def run() -> None:
    channel = Channel(**orjson.loads(sys.argv[1]))

    def answer(line: bytes, body: bytes) -> bytes:
        path = line.split(b" ")[1].decode()
        if path == "/all":
            return channel.told()
        return channel.take(path.split("/")[3], body) if line.startswith(b"POST") else channel.counted()

    server = await asyncio.get_running_loop().create_server(lambda: Line(answer), "127.0.0.1", 0, backlog=1024)
    tell({"url": f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"})
    await until_told()


if __name__ == "__main__":
    asyncio.run(run())
