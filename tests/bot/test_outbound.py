"""The sign of life to an outside monitor."""

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.outbound import NotTaken, open_session, ping


async def answering(status: int) -> TestServer:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": "/elsewhere"})

    site = web.Application()
    site.router.add_get("/alive", answer)
    server = TestServer(site)
    await server.start_server()
    return server


async def test_a_monitor_that_takes_the_sign_is_told() -> None:
    server = await answering(200)
    async with open_session() as session:
        await ping(session, str(server.make_url("/alive")))
    await server.close()


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_a_monitor_that_does_not_take_it_is_a_failed_job(status: int) -> None:
    server = await answering(status)
    async with open_session() as session:
        with pytest.raises(NotTaken):
            await ping(session, str(server.make_url("/alive")))
    await server.close()
