"""The floor: aiohttp alone reads the message and posts the reply, with no SDK, no token and no check."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import orjson
from aiohttp import web

from benchmarks.serving import Channel, serve


class BareEcho:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def receive(self, request: web.Request) -> web.Response:
        said = orjson.loads(await request.read())
        url = f"{said['serviceUrl']}/v3/conversations/{said['conversation']['id']}/activities/{said['id']}"
        body = orjson.dumps({"type": "message", "text": said["text"]})
        async with self._session.post(url, data=body, headers={"Content-Type": "application/json"}) as response:
            orjson.loads(await response.read())
        return web.Response()


@asynccontextmanager
async def site(_: Channel) -> AsyncIterator[web.Application]:
    async with aiohttp.ClientSession() as session:
        application = web.Application()
        application.router.add_post("/api/messages", BareEcho(session).receive)
        yield application


if __name__ == "__main__":
    serve(site)
