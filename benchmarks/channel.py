"""Stands in for Teams in a process of its own: signs tokens, takes each reply, gives it an id and counts it."""

import asyncio
from itertools import count

import orjson
from aiohttp import web

from benchmarks.serving import Channel, listen, tell, told, until_told
from tests.fakes.issuer import FakeIssuer


class Replies:
    """Counts what arrives; `GET /taken` tells how many messages there were and the last of them."""

    def __init__(self) -> None:
        self._ids = count(1)
        self._taken = 0
        self._last: object = None

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/{path:v3/.*}", self._take), web.get("/taken", self._tell)]

    async def _take(self, request: web.Request) -> web.Response:
        activity = orjson.loads(await request.read())
        if activity["type"] == "message":
            self._taken += 1
            self._last = activity
        return web.Response(body=orjson.dumps({"id": f"sent-{next(self._ids)}"}), content_type="application/json")

    async def _tell(self, _: web.Request) -> web.Response:
        return web.Response(body=orjson.dumps({"taken": self._taken, "last": self._last}), content_type="application/json")


async def run() -> None:
    application = web.Application()
    application.add_routes(Replies().routes())
    runner, service_url = await listen(application)
    async with FakeIssuer(service_url=service_url) as issuer:
        channel = Channel(service_url, issuer.metadata_url, issuer.token_url, issuer.token(), issuer.app_id, issuer.tenant_id)
        tell({"channel": told(channel)})
        await until_told()
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(run())
