"""The whole edge over real sockets: a local issuer, a local channel, and turns in a real database."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Self

import orjson
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.auth import TokenCheck
from bot.connector import Connector
from bot.edge import Edge
from bot.handler import NmoHandler
from bot.hosts import ServiceHosts
from bot.keys import SigningKeys
from bot.outbound import open_session
from bot.replies import Replies
from bot.tokens import NoToken
from bot.turns import Turns
from storage.sqlite import open_file
from storage.work import Database
from tests.databases import KEYS
from tests.fakes.clock import FrozenClock
from tests.fakes.connector_server import FakeConnector
from tests.fakes.issuer import APP_ID, TENANT, FakeIssuer
from tests.fakes.root import PlainRoot
from tests.fakes.talk import buttons
from tests.people import EVERYONE, RESPONSE

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
MOMENT = int(NOW.timestamp())
_ids = count(1)


class Rig:
    """The whole edge; `typing_after` and `invoke_within` are the edge's own."""

    def __init__(self, database: Database, typing_after: float = 60, invoke_within: float = 60) -> None:
        self.database = database
        self.clock = FrozenClock(NOW)
        self.issuer = FakeIssuer(clock=self.clock)
        self.channel = FakeConnector()
        self.root = PlainRoot(database)
        self._patience = (typing_after, invoke_within)
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        for one in (self.issuer, self.channel):
            await self._stack.enter_async_context(one)
        self.issuer.service_url = self.channel.url
        self._session = await self._stack.enter_async_context(open_session())
        hosts = ServiceHosts(loopback_port_ok=True)
        check = TokenCheck(SigningKeys(self._session, self.clock, self.issuer.metadata_url, timeout=5), self.clock, hosts, APP_ID, TENANT)
        self.replies = Replies(Connector(self._session, NoToken(), hosts, timeout=5), self.database, self.clock)
        turns = Turns(self.database, self.clock, NmoHandler(self.root))
        self.edge = Edge(check, turns, self.replies, *self._patience)
        site = web.Application()
        site.add_routes(self.edge.routes())
        self._server = TestServer(site)
        await self._server.start_server()
        self._stack.push_async_callback(self._server.close)
        async with self.database.work() as uow:
            await uow.officers.save(EVERYONE)
        return self

    async def __aexit__(self, *error: object) -> None:
        self.root.go_on.set()
        await self.edge.finish()
        await self._stack.aclose()

    def activity(self, words: str | None = None, speaker: object = RESPONSE.id, **more: Any) -> dict[str, Any]:
        sender = {"id": "29:officer", "aadObjectId": str(speaker)}
        return self.issuer.activity(**{"id": f"a{next(_ids)}", "text": words, "from": sender} | more)

    def press(self, action: str) -> dict[str, Any]:
        value = {"action": {"type": "Action.Execute", "verb": "press", "data": {"action": action}}, "trigger": "manual"}
        return self.activity(type="invoke", name="adaptiveCard/action", value=value)

    async def post(self, activity: Any, token: str | None = None, **headers: str) -> tuple[int, Any]:
        body = activity if isinstance(activity, bytes) else orjson.dumps(activity)
        given = {"Authorization": f"Bearer {token or self.issuer.token()}", "Content-Type": "application/json"} | headers
        async with self._session.post(self._server.make_url("/api/messages"), data=body, headers=given) as answer:
            raw = await answer.read()
            return answer.status, orjson.loads(raw) if raw else None

    async def buttons(self) -> dict[str, str]:
        await self.post(self.activity("card"))
        return dict(buttons(self.channel.activities[-1]["attachments"][0]["content"]))

    @property
    def said(self) -> list[str]:
        return [one.get("text", one["type"]) for one in self.channel.activities]


def held(database: Database) -> Any:
    """The file, held by what stands for another process."""
    other = open_file(Path(str(database.engine.url.database)), KEYS.draw("database"))
    other.execute("BEGIN IMMEDIATE")
    return other
