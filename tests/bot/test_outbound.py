"""The sign of life to an outside monitor."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.outbound import NotTaken, open_session, ping


class Monitor:
    """Answers with one status, and keeps what it was asked."""

    def __init__(self, status: int) -> None:
        self.asked: list[str] = []
        self._status = status

    async def answer(self, request: web.Request) -> web.Response:
        self.asked.append(f"{request.method} {request.path_qs} {await request.text()}".strip())
        return web.Response(status=self._status, headers={"Location": "/elsewhere"})


@asynccontextmanager
async def listening(monitor: Monitor) -> AsyncIterator[str]:
    site = web.Application()
    site.router.add_route("*", "/{path:.*}", monitor.answer)
    async with TestServer(site) as server:
        yield str(server.make_url("/alive"))


async def test_a_monitor_is_told_once_and_sent_nothing_but_the_request() -> None:
    monitor = Monitor(200)
    async with listening(monitor) as url, open_session() as session:
        await ping(session, url)
    assert monitor.asked == ["GET /alive"]


@pytest.mark.parametrize("status", [302, 404, 500])
async def test_a_monitor_that_does_not_take_it_is_a_failed_job(status: int) -> None:
    monitor = Monitor(status)
    async with listening(monitor) as url, open_session() as session:
        with pytest.raises(NotTaken):
            await ping(session, url)
    assert monitor.asked == ["GET /alive"]
