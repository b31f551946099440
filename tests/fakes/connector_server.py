"""A local channel: records what it is sent, gives ids, and misbehaves on demand."""

import asyncio
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, Self

import orjson
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.fakes.issuer import break_connection


@dataclass(frozen=True)
class Recorded:
    method: str
    path: str
    conversation: str
    activity: str
    authorization: str | None
    body: Any


@dataclass(frozen=True)
class Answers:
    """An answer of our choosing in place of the good one; `body` may be bytes that are no JSON."""

    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Breaks:
    """HANGS never answers; DROPS takes the message and breaks the connection; CUT_OFF breaks it in the middle of a good answer."""

    how: str


OK = Answers(0)
HANGS = Breaks("hang")
DROPS = Breaks("drop")
CUT_OFF = Breaks("cut off")


def throttled(retry_after: str | None = None) -> Answers:
    return Answers(429, headers={} if retry_after is None else {"Retry-After": retry_after})


def refused(status: int, code: str) -> Answers:
    return Answers(status, {"error": {"code": code, "message": "made up"}})


class FakeConnector:
    def __init__(self) -> None:
        self.requests: list[Recorded] = []
        self.default: Answers | Breaks = OK
        self._next: deque[Answers | Breaks] = deque()
        self._for: defaultdict[str, deque[Answers | Breaks]] = defaultdict(deque)
        self._arrived = asyncio.Condition()
        self._released = asyncio.Event()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=4 * 1024 * 1024)
        app.router.add_route("*", "/v3/conversations", self._handle)
        app.router.add_route("*", "/v3/conversations/{conversation:[^/]+}/activities", self._handle)
        app.router.add_route("*", "/v3/conversations/{conversation:[^/]+}/activities/{activity:[^/]+}", self._handle)
        self._server = TestServer(app)
        await self._server.start_server()
        self.url = str(self._server.make_url("/")).rstrip("/")
        return self

    async def __aexit__(self, *_: object) -> None:
        self.release()
        await self._server.close()

    def release(self) -> None:
        """What hangs is answered now, and so is what would hang from here on."""
        self._released.set()

    def then(self, *behaviours: Answers | Breaks, conversation: str | None = None) -> None:
        """What happens to the next requests, one each, of that conversation or of any; after them it is `default` again."""
        (self._next if conversation is None else self._for[conversation]).extend(behaviours)

    @property
    def activities(self) -> list[dict[str, Any]]:
        """What was posted into conversations, in the order of arrival, whatever was answered."""
        return [one.body for one in self.requests if one.method == "POST" and one.conversation]

    async def wait_for(self, count: int, patience: float = 10.0) -> list[dict[str, Any]]:
        """The activities, once there are at least so many."""
        async with asyncio.timeout(patience), self._arrived:
            await self._arrived.wait_for(lambda: len(self.activities) >= count)
        return self.activities

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        raw = await request.read()
        conversation = request.match_info.get("conversation", "")
        self.requests.append(
            Recorded(
                method=request.method,
                path=request.raw_path,
                conversation=conversation,
                activity=request.match_info.get("activity", ""),
                authorization=request.headers.get("Authorization"),
                body=orjson.loads(raw) if raw else None,
            )
        )
        number = len(self.requests)
        async with self._arrived:
            self._arrived.notify_all()
        return await self._behave(request, self._behaviour(conversation), {"id": f"activity-{number}"})

    def _behaviour(self, conversation: str) -> Answers | Breaks:
        queue = self._for[conversation] or self._next
        return queue.popleft() if queue else self.default

    async def _behave(self, request: web.Request, behaviour: Answers | Breaks, good: dict[str, str]) -> web.StreamResponse:
        match behaviour:
            case Breaks("hang"):
                await self._released.wait()
            case Breaks("drop"):
                break_connection(request)
            case Breaks("cut off"):
                return await _cut_off(request)
            case Answers(status, body, headers) if status:
                content = body if isinstance(body, bytes) else orjson.dumps(body)
                return web.Response(status=status, body=content, headers=headers, content_type="application/json")
        return web.json_response(good, status=201)


async def _cut_off(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(status=201, headers={"Content-Length": "1000", "Content-Type": "application/json"})
    await response.prepare(request)
    await response.write(b'{"id": "act')
    break_connection(request)
    return response
